"""Tables as values: columns that know their kind, and rows that may stream; what reports make and writers show."""

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from datetime import date
from datetime import time
from operator import itemgetter
from typing import Literal

from rmtool.errors import UsageError
from rmtool.i18n import _

Value = str | int | float | date | time | tuple[str, ...] | Mapping[str, str] | Mapping[str, float] | None
Row = Sequence[Value]
Kind = Literal["text", "note", "code", "number", "money", "date", "time"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `key` is its stable English name, `label` its heading, `width` the most it may take.

    A `note` is long text that wraps; a `code` is a number nobody calculates with: a phone, an account.
    A `hidden` one is there for when the file comes back.
    """

    key: str
    label: str
    kind: Kind = "text"
    width: int = 20
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns; `title` is what people call it. Rows that stream can be read once only.

    `total` is a last row of a small table that is no part of its data.
    """

    key: str
    title: str
    columns: tuple[Column, ...]
    rows: Iterable[Row]
    total: Row = ()

    def pick(self, keys: Sequence[str]) -> "Table":
        """Only the columns named, in that order, and the hidden ones; raises UsageError with the right names."""
        known = [column.key for column in self.columns if not column.hidden]
        hidden = [place for place, column in enumerate(self.columns) if column.hidden]
        for key in keys:
            if key not in known:
                raise UsageError(
                    _("Unknown column {word}: use some of {known}.").format(word=key, known=", ".join(known))
                )
        every = [column.key for column in self.columns]
        places = [*(every.index(key) for key in keys), *hidden]
        columns = tuple(self.columns[place] for place in places)
        return replace(self, columns=columns, rows=map(_picker(places), self.rows), total=())


def _picker(places: Sequence[int]) -> Callable[[Row], Row]:
    if len(places) == 1:
        only = places[0]
        return lambda row: (row[only],)
    return itemgetter(*places)


@dataclass(frozen=True, slots=True)
class Summary:
    """The first page of a workbook: facts, a few small tables, and charts of those named in `charts`, by title."""

    key: str
    title: str
    heading: str
    facts: tuple[tuple[str, Value], ...]
    blocks: tuple[Table, ...]
    charts: Mapping[str, str] = field(default_factory=dict)

    def flat(self) -> Table:
        """The same numbers as one table: what is counted, of what, what it is and how much."""
        columns = (
            Column("by", _("By")),
            Column("name", _("Name")),
            Column("measure", _("Measure")),
            Column("value", _("Value"), "number", 10),
        )
        rows = [
            (block.key, text_of(row[0]), column.key, value)
            for block in self.blocks
            for row in block.rows
            for column, value in zip(block.columns[1:], row[1:], strict=True)
        ]
        return Table(self.key, self.title, columns, rows)


Sheet = Table | Summary


def text_of(value: Value) -> str:
    """`value` as plain text in one cell: lists joined, dates in ISO."""
    if isinstance(value, str):
        return value
    if value is None or value == () or value == {}:
        return ""
    if isinstance(value, tuple):
        return _("; ").join(value)
    if isinstance(value, Mapping):
        return _("; ").join(f"{key}: {number_text(each)}" for key, each in value.items())
    if isinstance(value, time):
        return value.isoformat("minutes")
    if isinstance(value, date):
        return value.isoformat()
    return number_text(value)


def number_text(value: str | float) -> str:
    """A number without a needless `.0`; text stays as it is."""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)
