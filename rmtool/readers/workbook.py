"""Workbooks (XLSX, XLS, ODS): after a look at what they would become in memory a process of its own reads them."""

import json
import re
import signal
import subprocess
from collections.abc import Iterator
from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta
from pathlib import Path
from typing import IO
from typing import Any

from rmtool import child
from rmtool.domain.text import shown
from rmtool.errors import BadFileError
from rmtool.errors import UsageError
from rmtool.i18n import _
from rmtool.readers import zip_gate
from rmtool.readers.tables import MOST_CELLS
from rmtool.readers.tables import Row
from rmtool.readers.tables import Source
from rmtool.readers.tables import is_blank

OLE, ZIP = zip_gate.OLE, zip_gate.ZIP
MOST_ANSWER = 400_000_000
PATIENCE = 300.0  # seconds in which the process says nothing
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
    for name, cells in sheets(path, head, sheet):
        rows = list(_rows(cells))
        if any(not is_blank(row) for row in rows):
            return Source("Excel", rows, sheet=name)
    raise BadFileError(_("The workbook is empty: no sheet holds anything."))


def sheets(path: Path, head: bytes, only: str = "") -> Iterator[tuple[str, list[list[Cell]]]]:
    """Every sheet's name and rows, or those of the sheet `only`: cells in the types the file has, from the first on.

    Raises as `read` does.
    """
    if head.startswith(ZIP):
        zip_gate.check(path, _look)
    else:
        zip_gate.check_ole(path)
    reader = child.start("rmtool.readers.workbook_child")
    try:
        try:
            child.send(reader.stdin, only.encode("utf-8", "replace"))
            child.send(reader.stdin, path.read_bytes())
            answers = _answers(reader)
            names = [str(each) for each in next(answers)["names"]]
        except OSError as error:
            raise zip_gate.broken("") from error
        if only and only not in names:
            raise UsageError(
                _("There is no sheet {name}: use one of {known}.").format(
                    name=shown(only), known=_(", ").join(shown(each) for each in names[:10])
                )
            )
        title, rows, margin = None, [], []  # type: ignore[var-annotated]
        for answer in answers:
            if "rows" in answer:
                rows += [margin + list(map(_unpacked, cells)) for cells in answer["rows"]]
                continue
            if title is not None:
                yield title, rows
            if "end" in answer:
                break
            title, rows, margin = str(answer["sheet"]), [], [""] * int(answer["left"])
    finally:
        child.end(reader)


def _answers(reader: "subprocess.Popen[bytes]") -> Iterator[dict[str, Any]]:
    """What the process says, message by message; raises BadFileError for what it can't read."""
    while True:
        try:
            answer = json.loads(child.answer(reader, MOST_ANSWER, PATIENCE))
        except (EOFError, OSError, ValueError) as error:
            # It ran out of what it may use, or the parser died of the workbook.
            raise zip_gate.too_large() if reader.wait() == -signal.SIGXCPU else zip_gate.broken("") from error
        match answer.get("error"):
            case None:
                yield answer
            case "protected":
                raise zip_gate.protected()
            case "large":
                raise zip_gate.too_large()
            case _:
                raise zip_gate.broken(str(answer.get("text", "")))


def _unpacked(cell: Any) -> Cell:
    if type(cell) is not list:
        return cell  # type: ignore[no-any-return]
    kind, said = cell
    match kind:
        case "datetime":
            return datetime.fromisoformat(said)
        case "date":
            return date.fromisoformat(said)
        case "time":
            return time.fromisoformat(said)
    return timedelta(seconds=said)


def _rows(rows: list[list[Cell]]) -> Iterator[Row]:
    """The rows that hold something, numbered from the top of the sheet."""
    for place, values in enumerate(rows, 1):
        cells = tuple(map(text, values))
        if any(cells):
            rounded = [at for at, value in enumerate(values) if type(value) is float and abs(value) >= _EXACT]
            yield Row(place, cells, tuple(rounded))


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
