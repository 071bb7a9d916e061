"""Rows that know their place in the file they came from."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

# Of a workbook: its reader makes the whole rectangle from the first to the last cell, however empty it is.
MOST_CELLS = 20_000_000


class Row(NamedTuple):
    """`place` is the line or row number a person sees in the file, from 1.

    `rounded` are the columns (from 0) whose number has lost its last digits in the spreadsheet.
    """

    place: int
    cells: tuple[str, ...]
    rounded: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """What a file holds, and how it was read; what does not apply is empty.

    `columns` are given where the format itself names them (vCard); otherwise a header is looked for in the rows.
    """

    format: str
    rows: Iterable[Row]
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    columns: tuple[str, ...] = ()


def is_blank(row: Row) -> bool:
    """Whether nothing stands in it."""
    return not any(cell and not cell.isspace() for cell in row.cells)
