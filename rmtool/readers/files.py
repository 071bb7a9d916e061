"""A file from outside: what it is, told by its first bytes and its name, and the rows in it."""

from pathlib import Path

from rmtool.errors import BadFileError
from rmtool.i18n import _
from rmtool.readers import csv_text
from rmtool.readers.tables import Source

MOST_BYTES = 300_000_000
_BOOKS = (".xlsx", ".xlsm", ".xls", ".ods")


def read(path: Path, encoding: str = "", sheet: str = "") -> Source:
    """The rows of the file at `path`; raises BadFileError for what can't be read."""
    head = first_bytes(path)
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0")) or path.suffix.lower() in _BOOKS:
        # Imported here: only a workbook needs calamine.
        from rmtool.readers import workbook

        if not head.startswith((workbook.ZIP, workbook.OLE)):
            raise BadFileError(
                _("{path} is no workbook, whatever its name says: give it the ending of what it is.").format(
                    path=path
                )
            )
        return workbook.read(path, head, sheet)
    if sheet:
        raise BadFileError(_("{path} has no sheets: leave out --sheet.").format(path=path))
    data = _bytes(path)
    suffix = path.suffix.lower()
    if suffix in (".vcf", ".vcard") or data[:60].lstrip(b"\xef\xbb\xbf \r\n").upper().startswith(
        b"BEGIN:VCARD"
    ):
        # Imported here: only vCards need it.
        from rmtool.readers import vcard

        return vcard.read(data, encoding)
    return csv_text.read_lines(data, encoding) if suffix == ".txt" else csv_text.read(data, encoding)


def first_bytes(path: Path) -> bytes:
    """What the file at `path` begins with; raises BadFileError for what is none, empty or too large."""
    if not path.exists():
        raise BadFileError(_("There is no file {path}: check the name.").format(path=path))
    if not path.is_file():
        raise BadFileError(
            _("{path} is not an ordinary file: save the table as a file first.").format(path=path)
        )
    if path.stat().st_size == 0:
        raise BadFileError(_("{path} is empty.").format(path=path))
    if path.stat().st_size > MOST_BYTES:
        raise BadFileError(
            _("{path} is larger than {limit} MB: cut it into several files.").format(
                path=path, limit=MOST_BYTES // 1_000_000
            )
        )
    try:
        with path.open("rb") as file:
            return file.read(8)
    except OSError as error:
        raise BadFileError(
            _("Cannot read {path}: {reason}.").format(path=path, reason=error.strerror)
        ) from error


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise BadFileError(
            _("Cannot read {path}: {reason}.").format(path=path, reason=error.strerror)
        ) from error
