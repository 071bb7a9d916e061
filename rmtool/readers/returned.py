"""A workbook of `export` that comes back: each sheet with the head and the row keys of its hidden column."""

from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rmtool.domain import row_keys
from rmtool.domain.forms import Place
from rmtool.domain.forms import cell_name
from rmtool.domain.row_keys import Head
from rmtool.domain.row_keys import RowKey
from rmtool.domain.text import shown
from rmtool.errors import BadFileError
from rmtool.i18n import _
from rmtool.readers import files
from rmtool.readers import workbook

_HEAD_WITHIN = 10


@dataclass(frozen=True, slots=True)
class ReturnedRow:
    """A row as it stands in the file, counted from 1; `key` is None where somebody wrote it anew."""

    place: int
    key: RowKey | None
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Returned:
    """A sheet that came back; `headings` and the rows' cells stand at the same places, from column A on."""

    title: str
    head: Head
    headings: tuple[str, ...]
    rows: tuple[ReturnedRow, ...]


def read(path: Path) -> tuple[Returned, ...]:
    """The sheets of the workbook at `path` that have a head; parts of a sheet that was too long come as one each.

    Raises BadFileError for what is no workbook of `export`, and for keys that are damaged or there twice.
    """
    head = files.first_bytes(path)
    if not head.startswith((workbook.ZIP, workbook.OLE)):
        raise BadFileError(
            _("{path} is no workbook: give the .xlsx file that came back.").format(path=shown(path.name))
        )
    found = tuple(
        made for title, rows in workbook.sheets(path, head) if (made := _sheet(title, rows)) is not None
    )
    if not found:
        raise BadFileError(
            _(
                "{path} has no hidden key column: it was not written by `rmtool export`, or the last column was deleted."
                " Ask for the file anew, or take it in with `rmtool import-visits`."
            ).format(path=shown(path.name))
        )
    _refuse_twice(found)
    return found


def _sheet(title: str, rows: Sequence[Sequence[workbook.Cell]]) -> Returned | None:
    texts = [tuple(map(workbook.text, row)) for row in rows]
    for place, row in enumerate(texts[:_HEAD_WITHIN]):
        for column, text in enumerate(row):
            head = row_keys.parse_head(text)
            if head is not None:
                below = tuple(_rows(title, texts, place + 1, column))
                return Returned(title, head, (*row[:column], "", *row[column + 1 :]), below)
    return None


def _rows(title: str, texts: Sequence[tuple[str, ...]], first: int, column: int) -> Iterator[ReturnedRow]:
    for place, row in enumerate(texts[first:], first + 1):
        cells = (*row[:column], "", *row[column + 1 :])
        word = row[column].strip() if column < len(row) else ""
        key = row_keys.parse_key(word)
        if word and key is None:
            raise BadFileError(
                _("The hidden key in {cell} is damaged: ask for the file anew.").format(
                    cell=f"{shown(title)}!{cell_name(Place(place, column + 1))}"
                )
            )
        if key is not None or any(each.strip() for each in cells):
            yield ReturnedRow(place, key, cells)


def _refuse_twice(sheets: Sequence[Returned]) -> None:
    seen: dict[tuple[str, str], str] = {}
    for sheet in sheets:
        for row in sheet.rows:
            if row.key is None:
                continue
            here = _("row {row} of {sheet}").format(row=row.place, sheet=shown(sheet.title))
            before = seen.setdefault((sheet.head.sheet, row.key.uuid), here)
            if before != here:
                raise BadFileError(
                    _(
                        "The hidden key of {one} is there again in {other}, as a row was copied:"
                        " write new rows into empty ones instead."
                    ).format(one=before, other=here)
                )
