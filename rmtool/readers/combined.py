"""One of many people's files: an export of rmtool, told by its hidden column, or a form, told by its headings."""

from array import array
from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

from rmtool.domain import row_keys
from rmtool.domain.headers import folded
from rmtool.domain.row_keys import Head
from rmtool.domain.team import TEAM
from rmtool.domain.team import Cell
from rmtool.domain.team import Line
from rmtool.domain.team import Part
from rmtool.domain.team import Sent
from rmtool.domain.team import credit_key
from rmtool.domain.team import known_by
from rmtool.domain.text import shown
from rmtool.errors import BadFileError
from rmtool.i18n import _
from rmtool.readers import files
from rmtool.readers import form_table
from rmtool.readers import workbook
from rmtool.readers.form_table import Rows
from rmtool.readers.spool import Spool

_HEAD_WITHIN = 5
_MOST_MATCHES = 20
_ENOUGH = 4
_LONGEST_NAME = 100


class TeamFileError(BadFileError):
    """The file is itself what many were combined into."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known before: each sheet's columns by folded heading, in any language, and what sheets are called."""

    columns: Mapping[str, Mapping[str, str]]
    titles: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Table:
    """A sheet's rows under its columns: `places` are theirs, from 0, `first` is the number of the first row."""

    sheet: str
    title: str
    keys: tuple[str, ...]
    headings: tuple[str, ...]
    places: tuple[int, ...]
    rows: Rows
    first: int


def read(path: Path, known: Known, spool: Spool) -> Sent:
    """The file at `path`; its rows go into `spool`.

    Raises BadFileError for what is no workbook, broken, or has lost its hidden column; TeamFileError for what was
    combined before.
    """
    head = files.first_bytes(path)
    if not head.startswith((workbook.ZIP, workbook.OLE)):
        raise BadFileError(_("it is no workbook: ask for it as .xlsx"))
    sheets = [(title, list(_plain(rows))) for title, rows in workbook.sheets(path, head)]
    heads = {title: found for title, rows in sheets if (found := _find_head(rows))}
    if any(each.sheet == TEAM for each, _row, _column in heads.values()):
        raise TeamFileError(_("it is itself a combined workbook: left out"))
    for title, rows in sheets:
        if title not in heads and title in known.titles and (heads or _is_export(rows, known)):
            raise BadFileError(
                _("the hidden last column of the sheet {sheet} is gone: ask for the export anew").format(
                    sheet=shown(title)
                )
            )
    if not heads:
        return _form(path, sheets, spool)
    return _export(
        path, [(title, rows, *heads[title]) for title, rows in sheets if title in heads], known, spool
    )


def _is_export(rows: Rows, known: Known) -> bool:
    """Whether the headings are those of an export, which without its hidden column looks like a form."""
    headings = {folded(_text(cell)) for cell in rows[0]} if rows else set()
    return any(len(headings & set(labels)) >= _ENOUGH for labels in known.columns.values())


def _plain(rows: Sequence[Sequence[workbook.Cell]]) -> Iterator[list[Cell]]:
    for row in rows:
        yield [cell if type(cell) is str else _cell(cell) for cell in row]


def _cell(cell: workbook.Cell) -> Cell:
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, datetime):
        return cell.date() if cell.time() == time() else cell.isoformat(" ", "minutes")
    if isinstance(cell, timedelta):
        minutes = round(cell / timedelta(minutes=1))
        return time(minutes // 60, minutes % 60) if 0 <= minutes < 1440 else str(cell)
    return int(cell) if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15 else cell


def _find_head(rows: Rows) -> tuple[Head, int, int] | None:
    """What the heading of the hidden column says, its row and its column."""
    for place, row in enumerate(rows[:_HEAD_WITHIN]):
        for column in range(len(row) - 1, -1, -1):
            cell = row[column]
            head = row_keys.parse_head(cell) if isinstance(cell, str) else None
            if head is not None:
                return head, place, column
    return None


def _export(
    path: Path, found: Sequence[tuple[str, Rows, Head, int, int]], known: Known, spool: Spool
) -> Sent:
    newest = max((head for _title, _rows, head, _row, _column in found), key=lambda head: head.made_at)
    parts = tuple(_part(known, spool, each) for each in found)
    owner = newest.owner.strip()[:_LONGEST_NAME] or path.stem
    masked = all(head.masked for _title, _rows, head, _row, _column in found)
    return Sent(path.name, owner, newest.made_at, newest.period, masked, parts)


def _part(known: Known, spool: Spool, found: tuple[str, Rows, Head, int, int]) -> Part:
    title, rows, head, top, column = found
    headings = [_text(cell) for cell in rows[top]]
    places = [place for place, text in enumerate(headings) if text and place != column]
    keys = _keys([headings[place] for place in places], head, known.columns.get(head.sheet, {}))
    uscc = places[keys.index("uscc")] if "uscc" in keys else -1
    table = _Table(
        head.sheet, title, _apart(keys), tuple(headings[place] for place in places), tuple(places), rows[top + 1 :], top + 2
    )  # fmt: skip
    return _put(table, spool, lambda row: _key(_at(row, column), _at(row, uscc)))


def _keys(headings: Sequence[str], head: Head, labels: Mapping[str, str]) -> tuple[str, ...]:
    """What the columns mean: by their usual headings, wherever they were moved to; renamed ones by their order."""
    by_label = [labels.get(folded(text), "") for text in headings]
    keys = [key if key in head.columns and by_label.count(key) == 1 else "" for key in by_label]
    left = [key for key in head.columns if key not in keys]
    as_many = len(left) == keys.count("")
    return tuple(
        key or (left.pop(0) if as_many else f"+{folded(text)}")
        for key, text in zip(keys, headings, strict=True)
    )


def _at(row: Sequence[Cell], place: int) -> Cell:
    return row[place] if 0 <= place < len(row) else ""


def _key(cell: Cell, uscc: Cell) -> tuple[int, tuple[int, ...]]:
    """What a row is known by; its credit code stands in it for all to read, whatever key a team shares."""
    found = row_keys.parse_key(cell) if isinstance(cell, str) else None
    credit = (credit_key(uscc),) if isinstance(uscc, str) and uscc.strip() else ()
    if found is None:
        return 0, credit
    return known_by(found.uuid), (*map(known_by, found.matches[:_MOST_MATCHES]), *credit)


def _put(table: _Table, spool: Spool, key: Callable[[Sequence[Cell]], tuple[int, tuple[int, ...]]]) -> Part:
    """A sheet's rows put into `spool`, and what is to be known of them before they are read again."""
    uuids, matches = array("Q"), array("Q")
    votes = [[0, 0, 0] for _place in table.places]

    def _lines() -> Iterator[Line]:
        for number, row in enumerate(table.rows, table.first):
            cells = tuple(row[place] if place < len(row) else "" for place in table.places)
            if not any(cell or cell == 0 for cell in cells):
                continue
            for vote, cell in zip(votes, cells, strict=True):
                if cell != "" and cell is not None:
                    vote[0 if isinstance(cell, int | float) else 1 if isinstance(cell, date) else 2] += 1
            uuid, also = key(row)
            uuids.append(uuid)
            matches.extend(also)
            yield Line(number, uuid, also, cells)

    at = spool.add(_lines())
    counted = tuple((each[0], each[1], each[2]) for each in votes)
    letters = tuple(place + 1 for place in table.places)
    return Part(
        table.sheet, table.title, table.keys, table.headings, letters, len(uuids), at, counted, uuids, matches
    )  # fmt: skip


def _form(path: Path, sheets: Sequence[tuple[str, Rows]], spool: Spool) -> Sent:
    parts, form, owner = [], list[str](), ""
    for title, rows in sheets:
        table = form_table.find(rows)
        if table is None:
            continue
        owner = owner or form_table.owner(rows, table)
        headings = [folded(text) or text for text in table.headings]
        form += [f"{title}/{'/'.join(headings)}"]
        rest = rows[table.first : table.last]
        whole = _Table(title, title, _apart(headings), table.headings, table.places, rest, table.first + 1)
        parts.append(_put(whole, spool, lambda _row: (0, ())))
    if not parts:
        raise BadFileError(_("it holds no table that was understood: neither an export nor a filled form"))
    data = path.read_bytes()
    made_at = datetime.fromtimestamp(path.stat().st_mtime).isoformat()
    return Sent(
        path.name, owner or path.stem, made_at, "", False, tuple(parts), tuple(form), sha256(data).digest()
    )


def _apart(keys: Sequence[str]) -> tuple[str, ...]:
    return tuple(key if keys.index(key) == place else f"{key} {place + 1}" for place, key in enumerate(keys))


def _text(cell: Cell) -> str:
    return cell.strip() if isinstance(cell, str) else "" if cell is None else str(cell)
