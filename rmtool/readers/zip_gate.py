"""A ZIP file from outside (XLSX, XLSM, DOCX, ODS): what it would become is looked at before anything is parsed."""

import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import IO

from rmtool.domain.text import shown
from rmtool.errors import BadFileError
from rmtool.i18n import _

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = b"PK\x03\x04"
MOST_BYTES = 1_000_000_000
MOST_RATIO = 250
MOST_PARTS = 20_000
_CHUNK = 1 << 20
_HEADER = 30  # bytes of a part before its name


def check(
    path: Path, look: Callable[[str, IO[bytes]], None] | None = None, most_bytes: int = MOST_BYTES
) -> None:
    """Refuse what would fill the memory; `look` sees each part by its lower-case name, and may read of it.

    Raises BadFileError.
    """
    try:
        with zipfile.ZipFile(path) as file:
            parts = file.infolist()
            if any(part.flag_bits & 1 for part in parts):
                raise protected()
            _check_sizes(parts, max(1, path.stat().st_size), most_bytes)
            for part in parts:
                # Read to its end whatever it is: a size that lies shows in the checksum.
                with file.open(part) as opened:
                    if look is not None:
                        look(part.filename.lower(), opened)
                    while opened.read(_CHUNK):
                        pass
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        NotImplementedError,
        OSError,
        ValueError,
        RuntimeError,
    ) as error:
        raise broken("") from error


def _check_sizes(parts: list[zipfile.ZipInfo], packed: int, most_bytes: int) -> None:
    declared = sum(part.file_size for part in parts)
    if len(parts) > MOST_PARTS or declared > most_bytes:
        raise too_large()
    if declared > 50_000_000 and declared > MOST_RATIO * packed:
        raise too_large()
    # Parts that lie over one another say the same bytes again and again.
    end = 0
    for part in sorted(parts, key=lambda each: each.header_offset):
        if part.header_offset < end:
            raise broken(_("its parts lie over one another"))
        end = (
            part.header_offset + _HEADER + len(part.filename.encode("utf-8", "replace")) + part.compress_size
        )


def check_ole(path: Path) -> None:
    """Refuse a workbook that is locked away in the older container; raises BadFileError."""
    if "EncryptedPackage".encode("utf-16-le") in path.read_bytes():
        raise protected()


def too_large() -> BadFileError:
    """The error for what would fill the memory."""
    return BadFileError(
        _(
            "The workbook would become too large when opened: delete what is not needed, or save the sheet as CSV."
        )
    )


def protected() -> BadFileError:
    """The error for what nobody opens without its password."""
    return BadFileError(_("The workbook is protected by a password: save it without one."))


def broken(reason: str) -> BadFileError:
    """The error for what no reader understands."""
    detail = shown(" ".join(reason.split()))[:120]
    if detail:
        return BadFileError(
            _("The workbook is broken ({reason}): open and save it anew.").format(reason=detail)
        )
    return BadFileError(_("The workbook is broken: open and save it anew, or ask for it again."))
