"""Everything that is kept of one client (客户), and how it is erased: the rights of a person under PIPL, articles 45 and 47.

PIPL is the Personal Information Protection Law of the People's Republic of China (个人信息保护法).
"""

import sqlite3
from collections.abc import Iterator

from rmtool.domain.history import Row
from rmtool.domain.history import Value
from rmtool.store import history
from rmtool.store import visits

# In this order no row that goes is still named by another.
_ORDER = ("hand_overs", "complaints", "deal_moves", "visit_measures", "tasks", "deals", "notes", "visits")
# What people write freely, where another client's record may name this one.
_TEXTS = (
    ("visits", "text"), ("visits", "result"), ("visits", "need"), ("visits", "feedback"), ("visits", "people"),
    ("tasks", "text"), ("tasks", "result"), ("notes", "text"), ("clients", "remark"), ("contacts", "name"),
    ("contacts", "remark"),
)  # fmt: skip


def rows(db: sqlite3.Connection, client: int) -> Iterator[tuple[str, Value, Row]]:
    """Every row that belongs to the client: its table, its key, and its columns; the client itself first."""
    for table in ("clients", *(each for each in history.KEYS if each != "clients")):
        condition = _condition(db, table)
        if condition is None:
            continue
        cursor = db.execute(
            f"SELECT {history.key_of(table, 't')}, t.* FROM {table} t WHERE {condition} ORDER BY 1",  # noqa: S608
            (client,),
        )
        names = [each[0] for each in cursor.description[1:]]
        for key, *values in cursor:
            yield table, key, dict(zip(names, values, strict=True))


def _condition(db: sqlite3.Connection, table: str) -> str | None:
    if table == "clients":
        return "t.id = ?"
    if table in history.THROUGH:
        parent, column = history.THROUGH[table]
        return f"t.{column} IN (SELECT id FROM {parent} WHERE client_id = ?)"  # noqa: S608
    columns = {each[1] for each in db.execute(f"PRAGMA table_info({table})")}
    return "t.client_id = ?" if "client_id" in columns else None


def named_elsewhere(db: sqlite3.Connection, client: int, name: str) -> list[tuple[str, Value]]:
    """The rows of others in whose text `name` stands: table and key."""
    found = []
    for table, column in _TEXTS:
        whose = "t.id" if table == "clients" else "t.client_id"
        sql = (
            f"SELECT t.id FROM {table} t"  # noqa: S608
            f" WHERE instr(t.{column}, ?) > 0 AND coalesce({whose}, 0) <> ? ORDER BY t.id"
        )
        found += [(table, key) for (key,) in db.execute(sql, (name, client))]
    return list(dict.fromkeys(found))


def erase(db: sqlite3.Connection, client: int) -> None:
    """Delete every row of the client within a change, and all that the history knows of what they were.

    That they were there, and when which command touched them, stays; `shred` then takes them out of the file.
    """
    db.execute("PRAGMA secure_delete = ON")
    keys = _recorded(db, client)
    for number in [row[0] for row in db.execute("SELECT id FROM visits WHERE client_id = ?", (client,))]:
        visits.leave_index(db, number)
    for table in _ORDER:
        db.execute(
            f"DELETE FROM {table} AS t WHERE {_condition(db, table)}",  # noqa: S608
            (client,),
        )
    db.execute("UPDATE clients SET referred_by = NULL WHERE referred_by = ?", (client,))
    db.execute("DELETE FROM clients WHERE id = ?", (client,))
    # What was deleted just now has been written down too.
    history.forget(db, client, keys)


def _recorded(db: sqlite3.Connection, client: int) -> list[tuple[str, Value]]:
    """Every row that the history knows and that belongs to the client through another, also where that is gone."""
    found = []
    for table, (parent, column) in history.THROUGH.items():
        place = history.KEYS[table].index(column) if column in history.KEYS[table] else None
        for (number,) in db.execute(
            "SELECT DISTINCT key FROM change_rows WHERE tbl = ? AND client_id = ?", (parent, client)
        ).fetchall():
            found += [(table, key) for key in _children(db, table, column, place, number)]
    return found


def _children(
    db: sqlite3.Connection, table: str, column: str, place: int | None, parent: Value
) -> list[Value]:
    """The keys of the rows of `table` that name `parent` in `column`, or did."""
    if place is None:
        # The column is no part of the key: what the row was says it.
        there = f"SELECT {history.key_of(table, 't')} FROM {table} t WHERE t.{column} = ?3"  # noqa: S608
        was = "SELECT key FROM change_rows WHERE tbl = ?1 AND json_extract(before, '$.' || ?2) = ?3"
        sql = f"{was} UNION {there}"
        return [key for (key,) in db.execute(sql, (table, column, parent))]
    if len(history.KEYS[table]) == 1:
        return [parent]
    # A key of several columns is a JSON array, and the parent its first.
    low, high = f"[{parent},", f"[{parent}-"
    return [
        key
        for (key,) in db.execute(
            "SELECT DISTINCT key FROM change_rows WHERE tbl = ? AND key >= ? AND key < ?", (table, low, high)
        )
    ]


def shred(db: sqlite3.Connection) -> bool:
    """Take out of the file what deleted rows left in it: search index, write-ahead log, free pages; outside a change.

    False where others have the store open, so that something of it may be left.
    """
    db.execute("INSERT INTO visit_words (visit_words) VALUES ('optimize')")
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    db.execute("VACUUM")
    busy, _log, _done = db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not busy
