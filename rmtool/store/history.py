"""History (变更记录): each command as one change, sealed and chained.

Triggers (see `history_triggers`) write down, for every row that a command touches, what it was before. When
the command ends, each row as it is now is sealed: a salt and a digest of it. The digests of a change, its own words and
the link of the change before make its link. So an altered, missing or flipped row no longer fits its seal, an altered seal
no longer fits the chain, and a row can be forgotten, with its salt, without breaking any link.
"""

import json
import os
import sqlite3
from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from typing import Any
from typing import NamedTuple

try:
    # What hashlib hands out too; hashlib itself loads OpenSSL, 5 ms of every command.
    from _blake2 import blake2b  # type: ignore[import-not-found, unused-ignore]
except ImportError:  # pragma: no cover
    from hashlib import blake2b

Value = str | int | float | None
# Every table whose rows are recorded, and the columns that name a row. What can be made again from
# these, the search index and the keys that clients are found by, is not.
KEYS: Mapping[str, tuple[str, ...]] = {
    "client_days": ("id",),
    "client_papers": ("id",),
    "client_phones": ("id",),
    "clients": ("id",),
    "complaints": ("task_id",),
    "contacts": ("id",),
    "deal_moves": ("deal_id", "day"),
    "deals": ("id",),
    "deliveries": ("id",),
    "duty_ticks": ("id",),
    "greetings": ("id",),
    "hand_overs": ("id",),
    "notes": ("id",),
    "plan_stops": ("day", "place"),
    "schedule_runs": ("id",),
    "schedules": ("id",),
    "targets": ("measure", "kind", "first", "last", "owner"),
    "tasks": ("id",),
    "visit_measures": ("visit_id", "measure"),
    "visits": ("id",),
}
# Rows that belong to a client through a row of another table, which they name in this column.
THROUGH = {
    "complaints": ("tasks", "task_id"),
    "deal_moves": ("deals", "deal_id"),
    "hand_overs": ("tasks", "task_id"),
    "visit_measures": ("visits", "visit_id"),
}
SALT = 16
DIGEST = 16
LINK = 32
PART = 10_000  # rows
_BEFORE_ALL = -(2**63)  # numbers come before texts


class By(NamedTuple):
    """Who made a change, when (a UTC instant) and by which command; `options` are names, never values.

    `undoes` is the number of the change that this one takes back.
    """

    at: str
    command: str = ""
    options: str = ""
    user: str = ""
    host: str = ""
    undoes: int | None = None


def begin(db: sqlite3.Connection, by: By) -> int:
    """Open a change in the transaction that has begun, and answer its number."""
    return (
        db.execute(
            "INSERT INTO changes (at, command, options, user, host, undoes) VALUES (?, ?, ?, ?, ?, ?)", by
        ).lastrowid
        or 0
    )


def end(db: sqlite3.Connection, number: int) -> None:
    """Seal what the change touched and link it to the one before; a change of nothing leaves no record.

    The first, from before anything was recorded, stays even where it is empty: all others follow it.
    """
    touched = [
        row[0]
        for row in db.execute(
            "SELECT DISTINCT tbl FROM change_rows WHERE change_id = ? ORDER BY tbl", (number,)
        )
    ]
    for table in touched:
        _seal(db, number, table)
    some = db.execute("SELECT 1 FROM change_rows WHERE change_id = ? LIMIT 1", (number,)).fetchone()
    if number > 1 and some is None:
        db.execute("DELETE FROM changes WHERE id = ?", (number,))
        return
    db.execute("UPDATE changes SET link = ? WHERE id = ?", (link(db, number), number))


def _seal(db: sqlite3.Connection, number: int, table: str) -> None:
    written = Canonical(db, table)
    last: Value = _BEFORE_ALL
    # A part at a time: an import, and the first change of an old store, touch more than memory holds.
    while rows := db.execute(
        f"SELECT r.key, r.before, t.* FROM change_rows r LEFT JOIN {table} t ON {joined(table)}"  # noqa: S608
        " WHERE r.change_id = ? AND r.tbl = ? AND r.key > ? AND r.kind <> 'forgotten' ORDER BY r.key LIMIT ?",
        (number, table, last, PART),
    ).fetchall():
        _seal_part(db, number, table, written, rows)
        last = rows[-1][0]


def _seal_part(
    db: sqlite3.Connection, number: int, table: str, written: "Canonical", rows: list[tuple[Any, ...]]
) -> None:
    salts = os.urandom(SALT * len(rows))
    seals: list[tuple[str, bytes, str, Value, int]] = []
    void: list[tuple[str, Value, int]] = []
    for place, (key, before, *values) in enumerate(rows):
        # A row that is there has its key, which is never NULL.
        now = written.of_row(values) if values[written.place] is not None else ""
        was = written.of_before(before) if before else ""
        if now == was:
            void.append((table, key, number))
            continue
        salt = salts[place * SALT : (place + 1) * SALT]
        seals.append((kind(was, now), salt + digest(salt, now), table, key, number))
    at = "WHERE tbl = ? AND key = ? AND change_id = ?"
    db.executemany(f"DELETE FROM change_rows {at}", void)  # noqa: S608
    db.executemany(f"UPDATE change_rows SET kind = ?, seal = ? {at}", seals)  # noqa: S608


def forget(db: sqlite3.Connection, client: int, keys: Iterable[tuple[str, Value]]) -> None:
    """Drop what the rows of `client`, which are gone, and those named by table and key ever were: contents, salts of seals.

    The digests stay, so that every link still fits.
    """
    lines = db.execute(
        "SELECT tbl, key, change_id, seal FROM change_rows WHERE client_id = ? AND kind <> 'forgotten'",
        (client,),
    ).fetchall()
    for each in keys:
        lines += db.execute(
            "SELECT tbl, key, change_id, seal FROM change_rows WHERE tbl = ? AND key = ?", each
        ).fetchall()
    db.executemany(
        "UPDATE change_rows SET kind = 'forgotten', before = NULL, seal = ? WHERE tbl = ? AND key = ? AND change_id = ?",
        [
            (
                seal if _anothers(db, client, table, key, number) else bytes(SALT) + seal[SALT:],
                table,
                key,
                number,
            )
            for table, key, number, seal in lines
        ],
    )


def _anothers(db: sqlite3.Connection, client: int, table: str, key: Value, number: int) -> bool:
    """Whether the row that the change left under that key was another client's, such as the next plan's stop."""
    later = db.execute(
        "SELECT client_id FROM change_rows WHERE tbl = ? AND key = ? AND change_id > ? ORDER BY change_id LIMIT 1",
        (table, key, number),
    ).fetchone()
    if later is not None:
        return bool(later[0] not in (None, client))
    there = f"SELECT 1 FROM {table} t JOIN (SELECT ? AS key) r ON {joined(table)}"  # noqa: S608
    return db.execute(there, (key,)).fetchone() is not None


def kind(was: str, now: str) -> str:
    """What a change did to a row that was and is so; empty is a row that isn't there."""
    return "changed" if now and was else "added" if now else "removed"


def digest(salt: bytes, text: str) -> bytes:
    """The digest of a row written canonically; of a row that is gone, of the empty text."""
    return blake2b(text.encode("ascii"), digest_size=DIGEST, key=salt).digest()


def link(db: sqlite3.Connection, number: int) -> bytes:
    """The link of a change: of the link before it, its words, and of each row that it touched whose it is and its digest."""
    (before,) = db.execute(
        "SELECT coalesce((SELECT link FROM changes WHERE id = ?), x'')", (number - 1,)
    ).fetchone()
    words = db.execute(
        "SELECT id, at, command, options, user, host, undoes FROM changes WHERE id = ?", (number,)
    ).fetchone()
    made = chained(before, json.dumps(words))
    for table, key, client, seal in db.execute(
        "SELECT tbl, key, client_id, seal FROM change_rows WHERE change_id = ? ORDER BY tbl, key", (number,)
    ):
        made.update(f"\n{table} {key} {client} ".encode("utf-8", "surrogateescape") + seal[SALT:])
    return bytes(made.digest())


def chained(before: bytes, words: str) -> Any:
    """The digest that begins with the link before and goes on with `words`."""
    made = blake2b(before, digest_size=LINK)
    made.update(words.encode("ascii"))
    return made


def key_of(table: str, row: str) -> str:
    """The SQL for the key by which a line of a change names `row`, an alias of `table`."""
    columns = [f"{row}.{column}" for column in KEYS[table]]
    return columns[0] if len(columns) == 1 else f"json_array({', '.join(columns)})"


def key_values(table: str, key: Value) -> tuple[Value, ...]:
    """The values of the columns that name a row of `table`, from the key in a line of a change."""
    return (key,) if len(KEYS[table]) == 1 else tuple(json.loads(str(key)))


def joined(table: str) -> str:
    """The condition that a row `t` of `table` is the one that a line `r` of a change names."""
    columns = KEYS[table]
    if len(columns) == 1:
        return f"t.{columns[0]} = r.key"
    return " AND ".join(
        f"t.{column} = json_extract(r.key, '$[{place}]')" for place, column in enumerate(columns)
    )


class Canonical:
    """How a row of a table is written to be sealed: its columns by name, those left at their default left out.

    So a column that a later release adds breaks no seal.
    """

    def __init__(self, db: sqlite3.Connection, table: str) -> None:
        about = db.execute(f"PRAGMA table_info({table})").fetchall()
        self.names = tuple(each[1] for each in about)
        self.reals = frozenset(each[1] for each in about if each[2] == "REAL")
        # SQLite says a default as it is written in SQL.
        self._defaults = tuple(_default(each[4]) for each in about)
        self.place = self.names.index(KEYS[table][0])

    def of_row(self, values: Sequence[Value]) -> str:
        """The row whose values these are, in the order of its columns."""
        said = {
            name: value
            for name, value, default in zip(self.names, values, self._defaults, strict=True)
            if value != default or type(value) is not type(default)
        }
        return _ENCODE(said)

    def of_before(self, before: str) -> str:
        """The row that a line of a change says was there before."""
        return self.of_row(list(self.whole(before).values()))

    def whole(self, before: str) -> dict[str, Value]:
        """The row that a line of a change says was there before, with the columns that came later at their defaults."""
        said = self.values(before)
        return {
            name: said.get(name, default) for name, default in zip(self.names, self._defaults, strict=True)
        }

    def values(self, before: str) -> dict[str, Value]:
        """The columns of a row as a line of a change keeps them; numbers of REAL columns stand there as text."""
        said: dict[str, Value] = json.loads(before)
        for name in self.reals & said.keys():
            said[name] = float(said[name] or 0)
        return said


def _default(sql: str | None) -> Value:
    if sql is None or sql == "NULL":
        return None
    return sql[1:-1] if sql.startswith("'") else int(sql)


def _blob(value: object) -> str:
    # No column of ours holds one: only damage turns text into it.
    return repr(value)


_ENCODE: Callable[[Mapping[str, Value]], str] = json.JSONEncoder(separators=(",", ":"), default=_blob).encode
