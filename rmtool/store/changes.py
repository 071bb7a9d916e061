"""What the history holds, read again: changes, and the rows that each touched, as they were before and after."""

import sqlite3
from collections.abc import Iterator
from collections.abc import Sequence
from typing import NamedTuple

from rmtool.domain.history import Change
from rmtool.domain.history import Kind
from rmtool.domain.history import Row
from rmtool.domain.history import Touched
from rmtool.domain.history import Value
from rmtool.errors import NotFoundError
from rmtool.i18n import _
from rmtool.store import history

# Cron's own record of its runs: nobody typed it, so nobody means it by "the last change".
_UNTYPED = ("", "run-schedule")


class Filter(NamedTuple):
    """Which changes a listing shows; empty means any. `first` and `end` are UTC instants, the end left out."""

    client: int | None = None
    first: str = ""
    end: str = ""
    limit: int = -1


def matching(db: sqlite3.Connection, wanted: Filter) -> list[Change]:
    """The changes that fit `wanted`, the newest first: by their sequence, whatever the clock said."""
    where = ["id > 1"]
    named: dict[str, str | int] = {"limit": wanted.limit}
    if wanted.client is not None:
        where.append("id IN (SELECT change_id FROM change_rows WHERE client_id = :client)")
        named["client"] = wanted.client
    for condition, value in (("at >= :first", wanted.first), ("at < :end", wanted.end)):
        if value:
            where.append(condition)
            named[condition.rpartition(":")[2]] = value
    sql = f"SELECT id FROM changes WHERE {' AND '.join(where)} ORDER BY id DESC LIMIT :limit"  # noqa: S608
    return [get(db, number) for (number,) in db.execute(sql, named).fetchall()]


def get(db: sqlite3.Connection, number: int) -> Change:
    """The change of that number; raises NotFoundError."""
    row = db.execute(
        "SELECT at, command, options, user, host, undoes,"
        " (SELECT max(id) FROM changes u WHERE u.undoes = changes.id) FROM changes WHERE id = ?",
        (number,),
    ).fetchone()
    if row is None or number == 1:
        raise NotFoundError(_("There is no change number {number}.").format(number=number))
    counts: dict[tuple[str, Kind], int] = {
        (table, kind): count
        for table, kind, count in db.execute(
            "SELECT tbl, kind, count(*) FROM change_rows WHERE change_id = ? GROUP BY tbl, kind ORDER BY tbl, kind",
            (number,),
        )
    }
    at, command, options, user, host, undoes, undone_by = row
    return Change(number, at, command, tuple(options.split()), user, host, undoes, undone_by, counts)


def last_done(db: sqlite3.Connection) -> int | None:
    """The last change that somebody made and nobody took back; a change that was redone counts."""
    return next((number for number, takes_back in _standing(db) if not takes_back), None)


def last_undone(db: sqlite3.Connection) -> int | None:
    """The last change that took another back and was not taken back itself."""
    return next((number for number, takes_back in _standing(db) if takes_back), None)


def _standing(db: sqlite3.Connection) -> Iterator[tuple[int, bool]]:
    """The changes that stand, the newest first, and whether each takes another back."""
    rows = db.execute(
        "SELECT id, undoes FROM changes c"
        " WHERE id > 1 AND NOT EXISTS (SELECT 1 FROM changes u WHERE u.undoes = c.id)"
        " AND command NOT IN (?, ?) ORDER BY id DESC",
        _UNTYPED,
    )
    for number, undoes in rows:
        yield number, _is_undo(db, undoes)


def last_of(db: sqlite3.Connection, number: int) -> int:
    """The change that says how the one of that number stands: itself, or the last that took it back or did it again."""
    later = get(db, number).undone_by
    while later is not None:
        number, later = later, get(db, later).undone_by
    return number


def first_of(db: sqlite3.Connection, number: int) -> int:
    """The change that the one of that number took back or did again, back to the first; itself where it is neither."""
    earlier = get(db, number).undoes
    while earlier is not None:
        number, earlier = earlier, get(db, earlier).undoes
    return number


def takes_back(db: sqlite3.Connection, number: int) -> bool:
    """Whether the change of that number is one that took another back (and not one that did it again)."""
    return _is_undo(db, get(db, number).undoes)


def _is_undo(db: sqlite3.Connection, undoes: int | None) -> bool:
    # Each undo of an undo is a redo, and so on: the length of the row of them says which.
    place = 0
    while undoes is not None:
        place += 1
        (undoes,) = db.execute("SELECT undoes FROM changes WHERE id = ?", (undoes,)).fetchone()
    return place % 2 == 1


def rows(
    db: sqlite3.Connection, number: int, client: int | None = None, limit: int = -1
) -> Iterator[Touched]:
    """The rows that a change touched, one after the other, by table; those of one client only where it is named."""
    found: list[str] = [
        table
        for (table,) in db.execute(
            "SELECT DISTINCT tbl FROM change_rows WHERE change_id = ? ORDER BY tbl = 'clients' DESC, tbl",
            (number,),
        )
    ]
    left = limit
    for table in found:
        written = history.Canonical(db, table)
        for row in db.execute(
            _rows_of(table), {"change": number, "tbl": table, "client": client, "limit": left}
        ):
            left -= 1
            yield _touched(table, written, row)
        if left == 0:
            return


def count_rows(db: sqlite3.Connection, number: int, client: int | None = None) -> int:
    """How many rows a change touched, or how many of one client."""
    (count,) = db.execute(
        "SELECT count(*) FROM change_rows WHERE change_id = ?1 AND (?2 IS NULL OR client_id = ?2)",
        (number, client),
    ).fetchone()
    return int(count)


def standing_on(db: sqlite3.Connection, table: str, key: Value) -> int | None:
    """The last change to the row of `table` named by `key` that nobody took back; None where there is none."""
    touches = db.execute(
        "SELECT id FROM changes c JOIN change_rows r ON r.change_id = c.id WHERE r.tbl = ? AND r.key = ?"
        " AND id > 1 AND NOT EXISTS (SELECT 1 FROM changes u WHERE u.undoes = c.id) ORDER BY id DESC",
        (table, key),
    )
    return next((first_of(db, number) for (number,) in touches if not takes_back(db, number)), None)


def client_name(db: sqlite3.Connection, number: int) -> str:
    """The name of a client, or the last it had where it is gone; empty where it is forgotten."""
    there = now(db, "clients", number)
    if there is None:
        row = db.execute(
            "SELECT json_extract(before, '$.name') FROM change_rows"
            " WHERE tbl = 'clients' AND key = ? AND before IS NOT NULL ORDER BY change_id DESC LIMIT 1",
            (number,),
        ).fetchone()
        return str(row[0]) if row else ""
    return str(there["name"])


def client_of(db: sqlite3.Connection, table: str, key: Value) -> int | None:
    """The client that a row of `table` belongs to, as the last change to it says."""
    found = db.execute(
        "SELECT client_id FROM change_rows WHERE tbl = ? AND key = ? ORDER BY change_id DESC LIMIT 1",
        (table, key),
    ).fetchone()
    return _number(found[0]) if found else None


def _rows_of(table: str) -> str:
    """The lines of one change for one table, each with the `before` of the line after it and the row as it is now."""
    return (
        "SELECT r.key, r.kind, r.client_id, r.before, n.change_id, n.before, n.kind, t.* FROM change_rows r"  # noqa: S608
        " LEFT JOIN change_rows n ON n.tbl = r.tbl AND n.key = r.key AND n.change_id ="
        " (SELECT min(change_id) FROM change_rows l WHERE l.tbl = r.tbl AND l.key = r.key AND l.change_id > r.change_id)"
        f" LEFT JOIN {table} t ON {history.joined(table)}"
        " WHERE r.change_id = :change AND r.tbl = :tbl AND (:client IS NULL OR r.client_id = :client)"
        " ORDER BY r.key LIMIT :limit"
    )


def _touched(table: str, written: history.Canonical, row: Sequence[Value]) -> Touched:
    key, kind, client, before, later, after, later_kind, *now = row
    if "forgotten" in (kind, later_kind):
        return Touched(table, key, "forgotten", _number(client), None, None)
    after_it = _values(written, after) if later is not None else _row(written, now)
    return Touched(table, key, kind, _number(client), _values(written, before), after_it)  # type: ignore[arg-type]


def now(db: sqlite3.Connection, table: str, key: Value) -> Row | None:
    """The row of `table` that a line of a change names by `key`, as it is now; None where it isn't there."""
    where = " AND ".join(f"{each} = ?" for each in history.KEYS[table])
    cursor = db.execute(f"SELECT * FROM {table} WHERE {where}", history.key_values(table, key))  # noqa: S608
    found = cursor.fetchone()
    return None if found is None else dict(zip((each[0] for each in cursor.description), found, strict=True))


def _row(written: history.Canonical, values: Sequence[Value]) -> Row | None:
    return None if values[written.place] is None else dict(zip(written.names, values, strict=True))


def _values(written: history.Canonical, before: Value) -> Row | None:
    return None if before is None else written.whole(str(before))


def _number(value: Value) -> int | None:
    return None if value is None else int(value)
