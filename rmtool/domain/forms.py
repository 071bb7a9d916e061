"""A form (上级表格) as values: what stands in somebody else's workbook, and what is to be put where."""

import re
from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from rmtool.domain.tables import Value


class Place(NamedTuple):
    """A cell, rows and columns counted from 1."""

    row: int
    column: int


class Area(NamedTuple):
    """A rectangle of cells, both corners included."""

    top: int
    left: int
    bottom: int
    right: int


_LETTERS = 26


def column_name(column: int) -> str:
    """The letters of a column: A for 1, AA for 27."""
    name = ""
    while column:
        column, rest = divmod(column - 1, _LETTERS)
        name = chr(ord("A") + rest) + name
    return name


def cell_name(place: Place) -> str:
    """What people call a cell: C5."""
    return f"{column_name(place.column)}{place.row}"


@lru_cache(1 << 12)  # a row's cells are named many times while it is made
def parse_cell(text: str) -> Place | None:
    """The place of a cell such as C5 or $C$5, or None."""
    found = re.fullmatch(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})", text)
    if found is None or int(found[2]) == 0:
        return None
    column = 0
    for letter in found[1].upper():
        column = column * _LETTERS + ord(letter) - ord("A") + 1
    return Place(int(found[2]), column)


def parse_area(text: str) -> Area | None:
    """The cells of A1:B2, or of a single cell, or None."""
    first, _colon, last = text.partition(":")
    start, end = parse_cell(first), parse_cell(last or first)
    if start is None or end is None:
        return None
    return Area(*map(min, start, end), *map(max, start, end))


@dataclass(frozen=True, slots=True)
class Validation:
    """What a form's data validation allows in `areas`: `kind`, `operator` and bounds are Excel's own words.

    `choices` are the values of a list, looked up where the list lies in cells; empty where it can't be told.
    """

    areas: tuple[Area, ...]
    kind: str
    operator: str = "between"
    first: str = ""
    second: str = ""
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FormSheet:
    """A sheet of a form: `part` is its place in the file, `cells` the texts that are not empty.

    `formulas` are the cells that compute, `styled` every cell the file knows, empty ones too. `hidden` is a
    sheet that is not shown.
    """

    title: str
    part: str
    cells: Mapping[Place, str]
    formulas: frozenset[Place] = frozenset()
    styled: frozenset[Place] = frozenset()
    merges: tuple[Area, ...] = ()
    validations: tuple[Validation, ...] = ()
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """A form as it was read from `path`, which is checked and may be opened."""

    path: Path
    sheets: tuple[FormSheet, ...]


@dataclass(frozen=True, slots=True)
class Growth:
    """`count` more rows under row `after`, each with the looks, height, merges and formulas of row `like`.

    Rows are those of the form as it came.
    """

    after: int
    count: int
    like: int


def moved(row: int, growths: Iterable[Growth]) -> int:
    """Where `row` lies once the rows of `growths` are in."""
    return row + sum(each.count for each in growths if each.after < row)


@dataclass(frozen=True, slots=True)
class SheetFill:
    """What is put into a sheet; `cells` are places after the growths have moved what lies below them."""

    part: str
    cells: Mapping[Place, Value] = field(default_factory=dict)
    growths: tuple[Growth, ...] = ()
