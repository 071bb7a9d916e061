"""A form (上级表格) as values: what stands in somebody else's workbook, and what is to be put where."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
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
    allows_blank: bool = True


@dataclass(frozen=True, slots=True)
class FormSheet:
    """A sheet of a form: `part` is its place in the file, `cells` the texts that are not empty.

    `formulas` are the cells that compute, `dates` those whose look is a date, `styled` every cell the file
    knows, empty ones too. `hidden` is a sheet that is not shown.
    """

    title: str
    part: str
    cells: Mapping[Place, str]
    formulas: frozenset[Place] = frozenset()
    dates: frozenset[Place] = frozenset()
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


@dataclass(frozen=True, slots=True)
class SheetFill:
    """What is put into a sheet; `cells` are places after the growths have moved what lies below them."""

    part: str
    cells: Mapping[Place, Value] = field(default_factory=dict)
    growths: tuple[Growth, ...] = ()
