"""A report as PDF: its page printed by the Chromium or LibreOffice that is on the machine; none is bundled."""

import os
import shutil
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from rmtool import paths
from rmtool.domain.text import shown
from rmtool.errors import SettingsError
from rmtool.i18n import _

_CHROMIUM = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
)
_OFFICE = ("soffice", "libreoffice")
_MAC = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
SECONDS = 90.0


def document(page: bytes, program: str, environ: Mapping[str, str]) -> bytes:
    """The `page` in the format that `program` reads as PDF on A4; raises SettingsError where it fails.

    The page holds no script, and nothing is fetched. The files in between lie in a folder that only the user can
    read and that is gone at the end; no data stands on a command line.
    """
    with tempfile.TemporaryDirectory(prefix="rmtool-") as name:
        folder = Path(name)
        (folder / f"report.{reads(program)}").write_bytes(page)
        code = paths.run_bounded(_words(program, folder), SECONDS, {**environ, "HOME": name, "TMPDIR": name})
        made = folder / "report.pdf"
        if not made.is_file() or made.stat().st_size == 0:
            raise SettingsError(
                _("{program} made no PDF ({reason}): try again, or write .html or .docx.").format(
                    program=shown(program), reason=_("it took too long") if code is None else code
                )
            )
        return made.read_bytes()


def found(environ: Mapping[str, str]) -> str:
    """The program that prints: a Chromium before LibreOffice, which draws no charts; raises SettingsError for none."""
    for name in (*_CHROMIUM, *_OFFICE):
        path = shutil.which(name, path=environ.get("PATH"))
        if path:
            return path
    for each in _MAC:
        if Path(each).exists():
            return each
    raise SettingsError(
        _("PDF needs Chromium, Chrome or LibreOffice on this machine: install one, or write .html or .docx.")
    )


def reads(program: str) -> str:
    """The format of the page that `program` prints best: html or docx."""
    return "docx" if "office" in Path(program).name.lower() else "html"


def _words(program: str, folder: Path) -> list[str]:
    page = folder / f"report.{reads(program)}"
    if page.suffix == ".docx":
        profile = (folder / "office").as_uri()
        return [
            program, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf:writer_pdf_Export",
            "--outdir", str(folder), str(page),
        ]  # fmt: skip
    words = [
        program, "--headless", "--disable-gpu", "--no-first-run", "--no-default-browser-check", "--disable-extensions",
        "--disable-background-networking", "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND",
        f"--user-data-dir={folder / 'chromium'}", "--no-pdf-header-footer",
        f"--print-to-pdf={folder / 'report.pdf'}", page.as_uri(),
    ]  # fmt: skip
    # Chromium's own sandbox refuses to start for the superuser, as cron's jobs in containers often are.
    if sys.platform != "win32" and os.geteuid() == 0:
        words.insert(1, "--no-sandbox")
    return words
