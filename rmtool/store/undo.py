"""Take a change back: each row that it touched becomes again what it was before, or nothing happens.

A later change stands on it where a row is no longer what the change made of it, where another row names one that
would go or has taken the place of one that would come back, or where one to come back names a row that is gone.
"""

import sqlite3
from collections.abc import Mapping
from itertools import groupby
from typing import Literal
from typing import NamedTuple

from rmtool.domain.history import Touched
from rmtool.domain.history import Value
from rmtool.store import changes
from rmtool.store import clients
from rmtool.store import history
from rmtool.store import visits

Steps = Mapping[tuple[str, Value], Touched]


class Obstacle(NamedTuple):
    """Why a change can't be taken back: the row it touched, and a row that stands in the way of it.

    changed: the row is no longer as the change left it; needed: `other` names the row, which would go; gone: the row,
    which would come back, names `other`, which isn't there; taken: `other` has its place; forgotten: what it was before
    is no longer known. `later` is the change that made it so.
    """

    why: Literal["changed", "needed", "gone", "taken", "forgotten"]
    row: Touched
    other: tuple[str, Value] | None = None
    later: int | None = None


def obstacle(db: sqlite3.Connection, number: int) -> Obstacle | None:
    """The first thing that stands on the change of that number, or None where it can be taken back."""
    found = _obstacle(db, number)
    if found is None:
        return None
    table, key = found.other or (found.row.table, found.row.key)
    later = changes.standing_on(db, table, key)
    return found._replace(later=None if later == changes.first_of(db, number) else later)


def _obstacle(db: sqlite3.Connection, number: int) -> Obstacle | None:
    steps = {(each.table, each.key): each for each in changes.rows(db, number)}
    names = _references(db)
    for each in steps.values():
        if each.kind == "forgotten":
            return Obstacle("forgotten", each)
        if changes.now(db, each.table, each.key) != each.after:
            return Obstacle("changed", each)
    for reference in names:
        needed = _named(db, number, steps, reference)
        if needed is not None:
            return needed
    for each in steps.values():
        other = _gone(db, names, steps, each)
        if other is not None:
            return Obstacle("gone", each, other)
    for unique in _uniques(db):
        taken = _taken(db, steps, *unique)
        if taken is not None:
            return taken
    return None


def apply(db: sqlite3.Connection, number: int) -> None:
    """Make each row that the change touched what it was before; nothing stands on it."""
    steps = list(changes.rows(db, number))
    # Rows name each other, and come back in the order of their tables.
    db.execute("PRAGMA defer_foreign_keys = ON")
    _leave_index(db, steps)
    for write in (_delete, _update, _insert):
        for table, of_table in groupby(steps, key=lambda each: each.table):
            write(db, table, list(of_table))
    _enter_index(db, steps)
    _renew_keys(db, steps)


def _delete(db: sqlite3.Connection, table: str, steps: list[Touched]) -> None:
    where = " AND ".join(f"{each} = ?" for each in history.KEYS[table])
    gone = [
        history.key_values(table, each.key)
        for each in steps
        if each.before is None and each.after is not None
    ]
    db.executemany(f"DELETE FROM {table} WHERE {where}", gone)  # noqa: S608


def _update(db: sqlite3.Connection, table: str, steps: list[Touched]) -> None:
    changed = [each.before for each in steps if each.before is not None and each.after is not None]
    if not changed:
        return
    names = list(changed[0])
    where = " AND ".join(f"{each} = :{each}" for each in history.KEYS[table])
    columns = ", ".join(f"{each} = :{each}" for each in names if each not in history.KEYS[table])
    db.executemany(f"UPDATE {table} SET {columns} WHERE {where}", changed)  # noqa: S608


def _insert(db: sqlite3.Connection, table: str, steps: list[Touched]) -> None:
    back = [each.before for each in steps if each.before is not None and each.after is None]
    if back:
        names = list(back[0])
        db.executemany(
            f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join(':' + each for each in names)})",  # noqa: S608
            back,
        )


def _leave_index(db: sqlite3.Connection, steps: list[Touched]) -> None:
    for each in steps:
        if each.table == "visits" and each.after is not None:
            visits.leave_index(db, int(each.key or 0))


def _enter_index(db: sqlite3.Connection, steps: list[Touched]) -> None:
    for each in steps:
        if each.table == "visits" and each.before is not None:
            visits.enter_index(db, int(each.key or 0))


def _renew_keys(db: sqlite3.Connection, steps: list[Touched]) -> None:
    for number in {each.client for each in steps if each.table in ("clients", "contacts")}:
        clients.renew_keys(db, number or 0)


class _Reference(NamedTuple):
    """Rows of `table` name a row of `parent` in `column`."""

    table: str
    column: str
    parent: str


def _references(db: sqlite3.Connection) -> tuple[_Reference, ...]:
    return tuple(
        _Reference(table, row[3], row[2])
        for table in history.KEYS
        for row in db.execute(f"PRAGMA foreign_key_list({table})")
    )


def _named(db: sqlite3.Connection, number: int, steps: Steps, reference: _Reference) -> Obstacle | None:
    """A row that would go and that another would still name."""
    table, column, parent = reference
    # All at once: an import has added thousands, and not every column that names a row has an index.
    rows = db.execute(
        f"SELECT {history.key_of(table, table)}, {column} FROM {table} WHERE {column} IN"  # noqa: S608
        " (SELECT key FROM change_rows WHERE change_id = ? AND tbl = ?)",
        (number, parent),
    )
    for key, named in rows:
        going, step = steps[parent, named], steps.get((table, key))
        stays = step is None or (step.before is not None and step.before[column] == named)
        if going.before is None and stays:
            return Obstacle("needed", going, (table, key))
    return None


def _gone(
    db: sqlite3.Connection, names: tuple[_Reference, ...], steps: Steps, back: Touched
) -> tuple[str, Value] | None:
    """A row that `back` would name and that isn't there."""
    for each in names:
        key = back.before[each.column] if back.before is not None and each.table == back.table else None
        if key is None:
            continue
        step = steps.get((each.parent, key))
        there = changes.now(db, each.parent, key) if step is None else step.before
        if there is None:
            return each.parent, key
    return None


def _uniques(db: sqlite3.Connection) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Each table with columns that no two of its rows have alike, beside those that name a row."""
    return tuple(
        (table, tuple(row[2] for row in db.execute(f"PRAGMA index_info({name})")))
        for table in history.KEYS
        for _place, name, unique, origin, _partial in db.execute(f"PRAGMA index_list({table})")
        if unique and origin == "u"
    )


def _taken(db: sqlite3.Connection, steps: Steps, table: str, columns: tuple[str, ...]) -> Obstacle | None:
    """A row that would come back, or be changed back, where another has its place."""
    where = " AND ".join(f"{each} = ?" for each in columns)
    for step in steps.values():
        if step.table != table or step.before is None:
            continue
        others = db.execute(
            f"SELECT {history.key_of(table, table)} FROM {table} WHERE {where}",  # noqa: S608
            [step.before[each] for each in columns],
        )
        for (key,) in others:
            if (table, key) not in steps:
                return Obstacle("taken", step, (table, key))
    return None
