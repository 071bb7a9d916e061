"""What somebody changed in a workbook that came back: a cell as it was exported, as it came back, as the store has it now."""

from bisect import bisect_left
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from datetime import time
from typing import Literal

from rmtool.domain.headers import folded
from rmtool.domain.row_keys import RowKey
from rmtool.domain.row_keys import digest
from rmtool.domain.tables import Column
from rmtool.domain.tables import Kind
from rmtool.domain.tables import number_text

State = Literal["changed", "added", "deleted", "clash", "fixed", "wrong"]
_LIKELY = 0.5


@dataclass(frozen=True, slots=True)
class Now:
    """A row as the store has it: its number, what it is called, and the texts of its cells by column."""

    number: int
    name: str
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Edit:
    """A difference: where it stands, whose row it is, the column, what was there and what is there now.

    Of a `clash` the store changed too since the export; what is `fixed` can't be changed in a workbook; what is `wrong` can't be taken,
    and `why` says so. A row that was added or deleted has no column.
    """

    state: State
    sheet: str
    cell: str
    number: int
    name: str
    column: str = ""
    key: str = ""
    old: str = ""
    new: str = ""
    why: str = ""


def plain(kind: Kind, text: str) -> str:
    """`text` as the export writes it, whatever a spreadsheet made of a date, a time or a number."""
    word = text.strip().lstrip("'")
    if kind == "date":
        return _date(word) or text
    if kind == "time":
        return _time(word) or text
    if kind in ("number", "money"):
        try:
            return number_text(float(word.replace(",", "")))
        except ValueError:
            return text
    return text


def _date(word: str) -> str:
    for form in (
        "%Y-%m-%d",
        "%Y/%m/%d",
        "%Y.%m.%d",
        "%Y年%m月%d日",
        "%Y%m%d",
        "%Y-%m-%d %H:%M",
        "%Y-%m-%d %H:%M:%S",
    ):
        try:
            return datetime.strptime(word, form).date().isoformat()
        except ValueError:
            continue
    return ""


def _time(word: str) -> str:
    hours, colon, rest = word.rpartition(" ")[2].partition(":")
    try:
        return time.fromisoformat(f"{hours.zfill(2)}:{rest}").isoformat("minutes") if colon else ""
    except ValueError:
        return ""


def placed(
    columns: Sequence[Column], headings: Sequence[str], rows: Sequence[tuple[RowKey, Sequence[str]]]
) -> dict[str, int]:
    """Where each exported column stands in the file: by its heading, else by what its cells held."""
    found: dict[str, int] = {}
    free = set(range(len(headings)))
    by_word = {folded(text): place for place, text in reversed(list(enumerate(headings))) if text.strip()}
    for column in columns:
        place = by_word.get(folded(column.label))
        if place in free:
            found[column.key] = place
            free.discard(place)
    for number, column in enumerate(columns):
        if column.key not in found:
            best = max(
                free,
                key=lambda place: (_alike(column, number, place, rows), -abs(place - number)),
                default=None,
            )
            if best is not None and _alike(column, number, best, rows) >= _LIKELY:
                found[column.key] = best
                free.discard(best)
    return found


def _alike(column: Column, number: int, place: int, rows: Sequence[tuple[RowKey, Sequence[str]]]) -> float:
    """How many of the cells that were filled under `column` still stand at `place`."""
    filled = [
        (key.digests[number], cells)
        for key, cells in rows
        if number < len(key.digests) and key.digests[number]
    ]
    same = sum(
        place < len(cells) and digest(plain(column.kind, cells[place])) == known for known, cells in filled
    )
    return same / len(filled) if filled else 0.0


def compared(
    key: RowKey, columns: Sequence[Column], cells: Mapping[str, str], now: Mapping[str, str]
) -> Iterator[tuple[Column, State]]:
    """The columns of a row that somebody changed, and whether the store changed there too."""
    for number, column in enumerate(columns):
        if column.key not in cells:
            continue
        known = key.digests[number] if number < len(key.digests) else ""
        here, there = digest(plain(column.kind, cells[column.key])), digest(now.get(column.key, ""))
        if here not in (known, there):
            yield column, "changed" if there == known else "clash"


def moved(places: Sequence[int]) -> int:
    """How many rows would have to move for the others to be in their old order."""
    tails: list[int] = []
    for place in places:
        at = bisect_left(tails, place)
        tails[at : at + 1] = [place]
    return len(places) - len(tails)


def day_name(name: str, day: str) -> str:
    """What a visit is called in a difference: its client, and the day without its year."""
    try:
        return f"{name} {date.fromisoformat(day):%m-%d}"
    except ValueError:
        return name
