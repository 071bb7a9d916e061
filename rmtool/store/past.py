"""The store as it was at an earlier moment: the rows that changed since are read from the history."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from rmtool.errors import NotFoundError
from rmtool.i18n import _
from rmtool.store import history


@contextmanager
def at(db: sqlite3.Connection, instant: str) -> Iterator[sqlite3.Connection]:
    """`db` with every recorded table as it was at that UTC instant, to be read only; raises NotFoundError.

    What is made from the rows, such as the words and names that something is found by, is as it is now.
    """
    (number,) = db.execute("SELECT max(id) FROM changes WHERE at <= ?", (instant,)).fetchone()
    if number is None:
        (first,) = db.execute("SELECT min(at) FROM changes").fetchone()
        raise NotFoundError(
            _("The history begins on {first}: nothing is known of before.").format(first=first[:10])
        )
    for table in history.KEYS:
        db.execute(f"CREATE TEMP VIEW {table} AS {_as_of(db, table, number)}")
    try:
        yield db
    finally:
        for table in history.KEYS:
            db.execute(f"DROP VIEW temp.{table}")


def _as_of(db: sqlite3.Connection, table: str, number: int) -> str:
    """The SQL for the rows of `table` after the change of that number."""
    columns = db.execute(f"PRAGMA main.table_info({table})").fetchall()
    names = ", ".join(f"t.{each[1]}" for each in columns)
    said = ", ".join(_column(each[1], each[2], each[4]) for each in columns)
    later = (
        f"(SELECT min(change_id) FROM main.change_rows l WHERE l.tbl = '{table}' AND l.key = {{key}}"  # noqa: S608
        f" AND l.change_id > {number})"
    )
    # The plus keeps the number from making SQLite convert every key.
    return (
        f"SELECT {names} FROM main.{table} t WHERE {later.format(key='+' + history.key_of(table, 't'))} IS NULL"  # noqa: S608
        f" UNION ALL SELECT {said} FROM main.change_rows r WHERE r.tbl = '{table}' AND r.change_id > {number}"
        f" AND r.before IS NOT NULL AND r.change_id = {later.format(key='r.key')}"
    )


def _column(name: str, kind: str, default: str | None) -> str:
    """A column out of what a row was before; one that a later release added has its default."""
    value = f"json_extract(r.before, '$.{name}')"
    if kind == "REAL":
        value = f"CAST({value} AS REAL)"
    return f"CASE WHEN json_type(r.before, '$.{name}') IS NULL THEN {default or 'NULL'} ELSE {value} END AS {name}"
