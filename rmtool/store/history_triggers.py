"""The triggers that write a change down: made by the migration that adds a table or a column to those recorded."""

import sqlite3
from collections.abc import Iterable

from rmtool.store.history import THROUGH
from rmtool.store.history import key_of


def create(db: sqlite3.Connection, tables: Iterable[str]) -> None:
    """Record every change to `tables`, with the columns they have now; triggers that were there go."""
    for table in tables:
        for verb, row, before in (
            ("INSERT", "NEW", "NULL"),
            ("UPDATE", "OLD", _as_json(db, table)),
            ("DELETE", "OLD", _as_json(db, table)),
        ):
            name = f"{table}_{verb.lower()}"
            db.execute(f"DROP TRIGGER IF EXISTS {name}")
            # Of several touches in one change the first knows what was before.
            db.execute(
                f"CREATE TRIGGER {name} AFTER {verb} ON {table} BEGIN"  # noqa: S608
                f" INSERT INTO change_rows (tbl, key, change_id, client_id, before) VALUES ('{table}',"
                f" {key_of(table, row)}, (SELECT max(id) FROM changes), {_client(db, table, row)}, {before})"
                " ON CONFLICT DO NOTHING; END"
            )


def write_all(db: sqlite3.Connection, change: int, tables: Iterable[str]) -> None:
    """Write every row of `tables` down as touched by `change`: what was there before anything was recorded."""
    for table in tables:
        db.execute(
            "INSERT INTO change_rows (tbl, key, change_id, client_id)"  # noqa: S608
            f" SELECT '{table}', {key_of(table, table)}, {change}, {_client(db, table, table)} FROM {table}"
        )


def _columns(db: sqlite3.Connection, table: str) -> list[tuple[str, str]]:
    return [(each[1], each[2]) for each in db.execute(f"PRAGMA table_info({table})")]


def _client(db: sqlite3.Connection, table: str, row: str) -> str:
    if table == "clients":
        return f"{row}.id"
    if table in THROUGH:
        parent, column = THROUGH[table]
        return f"(SELECT client_id FROM {parent} WHERE id = {row}.{column})"  # noqa: S608
    return f"{row}.client_id" if "client_id" in dict(_columns(db, table)) else "NULL"


def _as_json(db: sqlite3.Connection, table: str) -> str:
    # SQLite writes a REAL into JSON with 15 digits, which is not always the same number.
    said = (
        f"'{name}', " + (f"printf('%!.20g', OLD.{name})" if kind == "REAL" else f"OLD.{name}")
        for name, kind in _columns(db, table)
    )
    return f"json_object({', '.join(said)})"
