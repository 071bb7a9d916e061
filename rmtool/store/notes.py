"""Notes (情报) in the store."""

import sqlite3
from typing import NamedTuple

from rmtool.domain.notes import Note
from rmtool.errors import NotFoundError
from rmtool.i18n import _
from rmtool.store.database import new_uuid

_OWN = (
    "day", "kind", "text", "product", "competitor", "place", "severity", "tell", "told_on", "owner", "recorded_at",
)  # fmt: skip
_COLUMNS = ("client_id", "uuid", *_OWN)
# What notes are counted by.
COUNTED = ("kind", "product", "competitor", "place")


def add(db: sqlite3.Connection, note: Note) -> int:
    """Store `note` and answer its number."""
    return db.execute(_INSERT, _values(note)).lastrowid or 0


def set(db: sqlite3.Connection, note: Note) -> None:  # noqa: A001 (a storage verb of the style guide)
    """Put `note` in the place of the one with its number."""
    db.execute(_UPDATE, _values(note))


def delete(db: sqlite3.Connection, number: int) -> None:
    """Take the note of that number out of the store."""
    db.execute("DELETE FROM notes WHERE id = ?", (number,))


def get(db: sqlite3.Connection, number: int) -> Note:
    """The note of that number; raises NotFoundError."""
    row = db.execute(f"{_SELECT} WHERE notes.id = ?", (number,)).fetchone()
    if row is None:
        raise NotFoundError(
            _("There is no note number {number}: see `rmtool list-notes`.").format(number=number)
        )
    return Note(**dict(zip(_FIELDS, row, strict=True)))


class Filter(NamedTuple):
    """Which notes a listing shows; empty means any. `first` and `last` are ISO days, both included.

    `untold_on` asks for those that somebody had to be told of and had not been by the end of that day.
    """

    first: str = ""
    last: str = ""
    client: int | None = None
    kind: str = ""
    severity: str = ""
    untold_on: str = ""
    search: str = ""
    owner: str = ""
    limit: int | None = None


_CONDITIONS = {
    "first": "notes.day >= :first",
    "last": "notes.day <= :last",
    "client": "notes.client_id = :client",
    "kind": "notes.kind = :kind",
    "severity": "notes.severity = :severity",
    "untold_on": "notes.tell <> '' AND (notes.told_on = '' OR notes.told_on > :untold_on)",
    "search": "instr(lower(notes.text || ' ' || notes.product || ' ' || notes.competitor || ' ' || notes.place"
    " || ' ' || notes.tell), lower(:search)) > 0",
    "owner": "notes.owner = :owner",
}


def matching(db: sqlite3.Connection, wanted: Filter) -> tuple[Note, ...]:
    """The notes that fit `wanted`, the newest first."""
    values = {key: value for key, value in wanted._asdict().items() if value not in (None, "")}
    where = " AND ".join(["1", *(_CONDITIONS[key] for key in values if key in _CONDITIONS)])
    limit = {"limit": -1 if wanted.limit is None else wanted.limit}
    rows = db.execute(
        f"{_SELECT} WHERE {where} ORDER BY notes.day DESC, notes.id DESC LIMIT :limit", values | limit
    )
    return tuple(Note(**dict(zip(_FIELDS, row, strict=True))) for row in rows)


def untold(db: sqlite3.Connection, day: str, owner: str = "") -> tuple[Note, ...]:
    """The notes up to `day` that somebody had not been told of by its end, the newest first."""
    rows = db.execute(
        # The pluses keep SQLite from walking every note by its day instead of the few still to be passed on.
        f"{_SELECT} WHERE {_CONDITIONS['untold_on']} AND +notes.day <= :untold_on"
        " AND (:owner = '' OR notes.owner = :owner) ORDER BY +notes.day DESC, +notes.id DESC",
        {"untold_on": day, "owner": owner},
    )
    return tuple(Note(**dict(zip(_FIELDS, row, strict=True))) for row in rows)


def count_by(db: sqlite3.Connection, column: str, wanted: Filter) -> dict[str, int]:
    """How many notes of the days and owner of `wanted` there are for each value of one of COUNTED."""
    named = COUNTED[COUNTED.index(column)]
    rows = db.execute(
        f"SELECT {named}, count(*) FROM notes WHERE day BETWEEN :first AND :last"  # noqa: S608
        f" AND (:owner = '' OR owner = :owner) AND {named} <> '' GROUP BY {named}",
        {"first": wanted.first, "last": wanted.last, "owner": wanted.owner},
    )
    return {str(value): int(number) for value, number in rows}


def _values(note: Note) -> dict[str, str | int | None]:
    values: dict[str, str | int | None] = {key: getattr(note, key) for key in _OWN}
    own = {"number": note.number or None, "client_id": note.client, "uuid": note.uuid or new_uuid()}
    return values | own


_FIELDS = ("number", "uuid", "client", "client_name", *_OWN)
_INSERT = (
    f"INSERT INTO notes (id, {', '.join(_COLUMNS)})"  # noqa: S608
    f" VALUES (:number, {', '.join(':' + column for column in _COLUMNS)})"
)
_UPDATE = f"UPDATE notes SET {', '.join(f'{c} = :{c}' for c in _COLUMNS)} WHERE id = :number"  # noqa: S608
_SELECT = f"""SELECT notes.id, notes.uuid, client_id, coalesce(clients.name, ''), {", ".join("notes." + c for c in _OWN)}
FROM notes LEFT JOIN clients ON clients.id = client_id"""  # noqa: S608
