"""Changes as they are told: with the first of the rows that each touched, and the names of their clients."""

import sqlite3
from collections.abc import Iterable

from rmtool.domain.history import Change
from rmtool.domain.history import Told
from rmtool.domain.history import Touched
from rmtool.store import changes
from rmtool.store.changes import Filter


def listing(db: sqlite3.Connection, wanted: Filter, rows: int) -> tuple[Told, ...]:
    """The changes that fit, the newest first, each with at most `rows` of its rows: those of the client, if one is named."""
    return tuple(_told(db, each, wanted.client, rows) for each in changes.matching(db, wanted))


def one(db: sqlite3.Connection, number: int, rows: int) -> Told:
    """The change of that number with at most `rows` of its rows; raises NotFoundError."""
    return _told(db, changes.get(db, number), None, rows)


def _told(db: sqlite3.Connection, change: Change, client: int | None, most: int) -> Told:
    rows = tuple(changes.rows(db, change.number, client, most))
    more = changes.count_rows(db, change.number, client) - len(rows) if len(rows) == most else 0
    return Told(change, rows, more, {each: changes.client_name(db, each) for each in _clients(rows)})


def _clients(rows: Iterable[Touched]) -> set[int]:
    """The clients that are named in `rows`."""
    named = {each.client for each in rows}
    for each in rows:
        for row in (each.before, each.after):
            named |= {
                int(row[column] or 0) for column in ("client_id", "referred_by") if row and column in row
            }
    return {each for each in named if each}
