"""A report as PDF, printed by what is on the machine."""

import io
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from docx import Document

from rmtool.errors import SettingsError
from rmtool.writers import pdf

HTML = b"<!DOCTYPE html><html><head><meta charset='utf-8'></head><body><h1>\xe5\x91\xa8\xe6\x8a\xa5</h1></body></html>"


def docx(text: str) -> bytes:
    out = io.BytesIO()
    page = Document()
    page.add_paragraph(text)
    page.save(out)
    return out.getvalue()


def only(tmp_path: Path, *names: str) -> dict[str, str]:
    """An environment whose PATH has these programs alone."""
    folder = tmp_path / "bin"
    folder.mkdir(exist_ok=True)
    for name in names:
        (folder / name).symlink_to(shutil.which(name) or name)
    return {**os.environ, "PATH": str(folder)}


def text_of(data: bytes, tmp_path: Path) -> str:
    file = tmp_path / "x.pdf"
    file.write_bytes(data)
    return subprocess.run(["pdftotext", file, "-"], capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize(("name", "page"), [("chromium", HTML), ("soffice", docx("周报"))])
def test_either_program_prints_the_page(tmp_path: Path, name: str, page: bytes) -> None:
    folder = tmp_path / "bin"
    folder.mkdir()
    # Both start further programs, so the rest of PATH stays behind a wrapper.
    wrapper = folder / name
    wrapper.write_text(f'#!/bin/sh\nPATH={os.environ["PATH"]}\nexport PATH\nexec {shutil.which(name)} "$@"\n')
    wrapper.chmod(0o755)
    environ = {**os.environ, "PATH": str(folder)}
    made = pdf.document(page, pdf.found(environ), environ)
    assert made.startswith(b"%PDF")
    assert text_of(made, tmp_path).strip() == "周报"


def test_chromium_comes_before_libreoffice_and_each_reads_what_it_prints_best(tmp_path: Path) -> None:
    assert Path(pdf.found(only(tmp_path, "soffice"))).name == "soffice"
    assert Path(pdf.found(only(tmp_path, "chromium"))).name == "chromium"
    assert (pdf.reads("/usr/bin/soffice"), pdf.reads("/opt/chrome")) == ("docx", "html")


def test_a_machine_without_either_says_what_to_install(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="Chromium"):
        pdf.found(only(tmp_path))


def test_a_program_that_fails_or_hangs_is_told_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, places = tmp_path / "bin", tmp_path / "tmp"
    folder.mkdir()
    places.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(places))
    monkeypatch.setattr(pdf, "SECONDS", 1.0)
    fake = folder / "chromium"
    for script, said in (
        ("exit 3", "3"),
        (f"ls -ld {places}/* > {tmp_path}/seen; exec sleep 60", "too long"),
    ):
        fake.write_text(f"#!/bin/sh\nPATH={os.environ['PATH']}\n{script}\n")
        fake.chmod(0o755)
        with pytest.raises(SettingsError, match=said):
            pdf.document(HTML, str(fake), dict(os.environ))
        assert list(places.iterdir()) == []
    assert (tmp_path / "seen").read_text().startswith("drwx------")
