"""Workbooks (XLSX, XLS, ODS), read with python-calamine after a look at what they would become in memory."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta
from pathlib import Path
from typing import IO

from python_calamine import CalamineError
from python_calamine import CalamineSheet
from python_calamine import CalamineWorkbook
from python_calamine import PasswordError

from rmtool.domain.text import shown
from rmtool.errors import BadFileError
from rmtool.errors import UsageError
from rmtool.i18n import _
from rmtool.readers import zip_gate
from rmtool.readers.tables import Row
from rmtool.readers.tables import Source
from rmtool.readers.tables import is_blank

OLE, ZIP = zip_gate.OLE, zip_gate.ZIP
# calamine makes the whole rectangle from the first to the last cell, however empty it is.
MOST_CELLS = 20_000_000
# Beyond 15 digits a spreadsheet keeps zeros in the place of what was typed.
_EXACT = 1e15
_CHUNK = 1 << 20
_REFERENCE = re.compile(rb"""[\s]r=["']([A-Z]{1,3})([0-9]{1,7})["']""")
_ODS_ROW = re.compile(rb"<table:table-row\b")
_ODS_REPEATED = re.compile(rb"""number-rows-repeated=["']([0-9]+)["']""")
_ODS_CELL = re.compile(rb"<table:(?:covered-)?table-cell\b([^>]*)>")
_ODS_COLUMNS = re.compile(rb"""number-columns-repeated=["']([0-9]+)["']""")

Cell = int | float | str | bool | time | date | datetime | timedelta


def read(path: Path, head: bytes, sheet: str = "") -> Source:
    """The rows of a sheet, the first that holds anything by default.

    Raises BadFileError for what is empty, broken, protected or would fill the memory, UsageError for an unknown sheet.
    """
    if head.startswith(ZIP):
        zip_gate.check(path, _look)
    else:
        zip_gate.check_ole(path)
    with _one_line_only():
        book = CalamineWorkbook.from_path(path)
        names = list(book.sheet_names)
    if sheet and sheet not in names:
        raise UsageError(
            _("There is no sheet {name}: use one of {known}.").format(
                name=shown(sheet), known=_(", ").join(shown(each) for each in names[:10])
            )
        )
    for name in [sheet] if sheet else names:
        with _one_line_only():
            found = book.get_sheet_by_name(name)
            rows = list(_within(found))
        if any(not is_blank(row) for row in rows):
            return Source("Excel", rows, sheet=name)
    raise BadFileError(_("The workbook is empty: no sheet holds anything."))


def sheets(path: Path, head: bytes) -> Iterator[tuple[str, list[list[Cell]]]]:
    """Every sheet's name and rows, cells in the types the file has, both from the first row and column on.

    Raises BadFileError as `read` does.
    """
    if head.startswith(ZIP):
        zip_gate.check(path, _look)
    else:
        zip_gate.check_ole(path)
    with _one_line_only():
        book = CalamineWorkbook.from_path(path)
        names = list(book.sheet_names)
    cells = 0
    for name in names:
        with _one_line_only():
            found = book.get_sheet_by_name(name)
            _check_end(found)
            cells += found.total_height * found.total_width
            if cells > MOST_CELLS:
                raise zip_gate.too_large()
            margin: list[Cell] = [""] * (found.start[1] if found.start else 0)
            rows = [margin + row for row in found.iter_rows()]
        yield name, rows


@contextmanager
def _one_line_only() -> Iterator[None]:
    """Turn what calamine raises into our errors, and keep its panics from the terminal."""
    silence, stderr = os.open(os.devnull, os.O_WRONLY), os.dup(2)
    os.dup2(silence, 2)
    try:
        yield
    except PasswordError as error:
        raise zip_gate.protected() from error
    except (CalamineError, OSError, ValueError, OverflowError) as error:
        raise zip_gate.broken(str(error)) from error
    except BaseException as error:
        # A panic of the Rust library is no Exception; its class can't be imported.
        if type(error).__name__ == "PanicException":
            raise zip_gate.broken("") from error
        raise
    finally:
        os.dup2(stderr, 2)
        os.close(stderr)
        os.close(silence)


def _within(sheet: CalamineSheet) -> Iterator[Row]:
    _check_end(sheet)
    return _rows(sheet)


def _check_end(sheet: CalamineSheet) -> None:
    if sheet.end and (sheet.end[0] + 1) * (sheet.end[1] + 1) > MOST_CELLS * 10:
        raise zip_gate.too_large()


def _rows(sheet: CalamineSheet) -> Iterator[Row]:
    """The rows that hold something. calamine counts rows from the top, but columns from the first one filled."""
    left = sheet.start[1] if sheet.start else 0
    margin = ("",) * left
    for place, values in enumerate(sheet.iter_rows(), 1):
        cells = tuple(map(text, values))
        if any(cells):
            rounded = [
                left + at for at, value in enumerate(values) if type(value) is float and abs(value) >= _EXACT
            ]
            yield Row(place, margin + cells, tuple(rounded))


def text(value: Cell) -> str:
    """`value` as a person would type it: whole numbers without .0, dates in ISO."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
    if isinstance(value, time):
        return value.isoformat("minutes")
    if isinstance(value, timedelta):
        return f"{value // timedelta(hours=1):02d}:{value // timedelta(minutes=1) % 60:02d}"
    return value.isoformat() if isinstance(value, date) else str(value)


def _look(name: str, opened: IO[bytes]) -> None:
    if name.startswith("xl/worksheets/") and name.endswith(".xml"):
        _check_extent(iter(lambda: opened.read(_CHUNK), b""))
    elif name == "content.xml":
        _check_repeats(opened.read())


def _check_extent(chunks: Iterator[bytes]) -> None:
    """Refuse a sheet whose cells, however few, span more than can be held; its dimension is not believed."""
    tail, columns, last, first = b"", set[bytes](), 0, 1 << 21
    for chunk in chunks:
        found = _REFERENCE.findall(tail + chunk)
        if found:
            letters, numbers = zip(*found, strict=True)
            columns.update(letters)
            rows = list(map(int, numbers))
            last, first = max(last, *rows), min(first, *rows)
        tail = chunk[-20:]
    places = [_column(each) for each in columns]
    if places and (max(places) - min(places) + 1) * (last - first + 1) > MOST_CELLS:
        raise zip_gate.too_large()


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _check_repeats(content: bytes) -> None:
    """Refuse an ODS sheet that says a cell or row again and again until the memory is full."""
    total = 0
    for part in _ODS_ROW.split(content)[1:]:
        row, _end, cells = part.partition(b">")
        if b"<text:" not in cells and b"office:value" not in cells:
            continue
        repeated = _ODS_REPEATED.search(row)
        width = 0
        filled = 0
        for cell in _ODS_CELL.finditer(cells):
            columns = _ODS_COLUMNS.search(cell[1])
            width += int(columns[1]) if columns else 1
            if b"office:value" in cell[1]:
                filled = width
        total += (int(repeated[1]) if repeated else 1) * max(filled, 1)
        if total > MOST_CELLS:
            raise zip_gate.too_large()
