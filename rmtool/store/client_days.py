"""Days of a client's own (自己的日子) in the store: the founding of a firm, a wedding day."""

import json
import sqlite3
from collections.abc import Iterable

from rmtool.domain.greetings import ClientDay
from rmtool.domain.text import fold
from rmtool.store.database import new_uuid


def add(db: sqlite3.Connection, day: ClientDay, recorded_at: str) -> int:
    """Store `day` and answer its number."""
    cursor = db.execute(
        "INSERT INTO client_days (uuid, client_id, name, day, lunar, recorded_at)"
        " VALUES (:uuid, :client, :name, :day, :lunar, :recorded_at)",
        {
            "uuid": day.uuid or new_uuid(),
            "client": day.client,
            "name": day.name,
            "day": day.day,
            "lunar": int(day.lunar),
            "recorded_at": recorded_at,
        },
    )
    return cursor.lastrowid or 0


def delete(db: sqlite3.Connection, day: ClientDay) -> None:
    """Take `day` out of the store."""
    db.execute("DELETE FROM client_days WHERE id = :number", {"number": day.number})


def of(db: sqlite3.Connection, client: int) -> tuple[ClientDay, ...]:
    """The days of the client of that number."""
    return _days(db.execute(f"{_SELECT} WHERE client_id = :client ORDER BY id", {"client": client}))


def ending(db: sqlite3.Connection, endings: Iterable[str], *, lunar: bool) -> tuple[ClientDay, ...]:
    """The days of clients not archived that end in one of `endings`, which are those of birthdays."""
    return _days(
        db.execute(
            f"{_SELECT} WHERE lunar = :lunar"  # noqa: S608
            "  AND (substr(day, -5) IN (SELECT value FROM json_each(:endings))"
            "    OR substr(day, -6) IN (SELECT value FROM json_each(:endings)))"
            "  AND client_id IN (SELECT id FROM clients WHERE archived_on = '') ORDER BY client_id, id",
            {"lunar": int(lunar), "endings": json.dumps([*endings])},
        )
    )


def any_lunar(db: sqlite3.Connection) -> bool:
    """Whether one of them is lunar: without one the lunar calendar need not be loaded."""
    (found,) = db.execute("SELECT EXISTS (SELECT 1 FROM client_days WHERE lunar)").fetchone()
    return bool(found)


def named(db: sqlite3.Connection, word: str) -> str:
    """The name of a day that some client has and `word` means, or empty text."""
    names = [name for (name,) in db.execute("SELECT DISTINCT name FROM client_days ORDER BY name")]
    return next((name for name in names if fold(name) == fold(word)), "")


_SELECT = "SELECT client_id, name, day, lunar, id, uuid FROM client_days"


def _days(cursor: sqlite3.Cursor) -> tuple[ClientDay, ...]:
    return tuple(
        ClientDay(client, name, day, bool(lunar), number, uuid)
        for client, name, day, lunar, number, uuid in cursor
    )
