"""Greetings and gifts (问候与礼品) in the store: what each client was sent and given, and when."""

import sqlite3
from typing import NamedTuple

from rmtool.domain.greetings import Greeting
from rmtool.store.database import new_uuid


def add(db: sqlite3.Connection, greeting: Greeting, recorded_at: str) -> int:
    """Store `greeting` and answer its number."""
    values = {key: getattr(greeting, key) for key in _KEPT}
    values |= {"uuid": greeting.uuid or new_uuid(), "recorded_at": recorded_at}
    return db.execute(_INSERT, values).lastrowid or 0


class Filter(NamedTuple):
    """Which of them a listing shows; empty means any. `first` and `last` are ISO days of sending, both included."""

    client: int | None = None
    first: str = ""
    last: str = "9999"
    owner: str = ""


def matching(db: sqlite3.Connection, wanted: Filter) -> tuple[Greeting, ...]:
    """Those that fit `wanted`, in order of the day they were sent."""
    rows = db.execute(
        f"{_SELECT} WHERE (:client IS NULL OR greetings.client_id = :client) AND sent_on BETWEEN :first AND :last"
        " AND (:owner = '' OR greetings.owner = :owner) ORDER BY sent_on, greetings.id",
        wanted._asdict(),
    )
    return tuple(Greeting(**dict(zip(_FIELDS, row, strict=True))) for row in rows)


def greeted(
    db: sqlite3.Connection, occasion: str, first: str, last: str, owner: str = ""
) -> set[tuple[int, int]]:
    """Client and contact (0: the client itself) of those sent a text for `occasion`, kept on one of these days.

    An empty owner means everybody's clients.
    """
    rows = db.execute(
        "SELECT client_id, coalesce(contact_id, 0) FROM greetings JOIN clients ON clients.id = client_id"
        " WHERE occasion = :occasion AND day BETWEEN :first AND :last AND text <> ''"
        " AND (:owner = '' OR clients.owner = :owner)",
        {"occasion": occasion, "first": first, "last": last, "owner": owner},
    )
    return {(client, contact) for client, contact in rows}


def gifts(db: sqlite3.Connection, since: str = "") -> dict[int, list[Greeting]]:
    """The gifts each client was given from `since` on, the last one last."""
    found: dict[int, list[Greeting]] = {}
    rows = db.execute(
        f"{_SELECT} WHERE gift <> '' AND sent_on >= :since ORDER BY sent_on, greetings.id",
        {"since": since},
    )
    for row in rows:
        each = Greeting(**dict(zip(_FIELDS, row, strict=True)))
        found.setdefault(each.client, []).append(each)
    return found


def count_clients(db: sqlite3.Connection, owner: str) -> int:
    """How many clients are greeted at a festival: those neither archived, dormant nor lost."""
    (number,) = db.execute(
        "SELECT count(*) FROM clients WHERE archived_on = '' AND stage NOT IN ('dormant', 'lost')"
        " AND (:owner = '' OR owner = :owner)",
        {"owner": owner},
    ).fetchone()
    return int(number)


_KEPT = ("client", "contact", "occasion", "day", "sent_on", "text", "gift", "owner")
_FIELDS = (*_KEPT, "number", "uuid", "client_name", "contact_name")
_INSERT = """INSERT INTO greetings (uuid, client_id, contact_id, occasion, day, sent_on, text, gift, owner, recorded_at)
  VALUES (:uuid, :client, :contact, :occasion, :day, :sent_on, :text, :gift, :owner, :recorded_at)"""
_SELECT = """SELECT greetings.client_id, contact_id, occasion, day, sent_on, text, gift, greetings.owner, greetings.id,
  greetings.uuid, clients.name, coalesce(contacts.name, '')
  FROM greetings JOIN clients ON clients.id = greetings.client_id LEFT JOIN contacts ON contacts.id = contact_id"""
