"""Birthdays of clients and contacts in the store, found by how they end."""

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kept:
    """A birthday as it is kept; `contact` is empty where it is the client's own."""

    client: int
    client_name: str
    contact: str
    role: str
    birthday: str
    lunar: bool
    contact_number: int = 0


def ending(db: sqlite3.Connection, endings: Iterable[str], *, lunar: bool) -> tuple[Kept, ...]:
    """The birthdays of clients not archived, and of their contacts, that end in one of `endings`."""
    rows = db.execute(
        "SELECT id, name, '', '', birthday, 0 FROM clients"
        "  WHERE archived_on = '' AND birthday <> '' AND birthday_lunar = :lunar"
        "  AND (substr(birthday, -5) IN (SELECT value FROM json_each(:endings))"
        "    OR substr(birthday, -6) IN (SELECT value FROM json_each(:endings)))"
        " UNION ALL"
        " SELECT clients.id, clients.name, contacts.name, contacts.role, contacts.birthday, contacts.id"
        "  FROM contacts JOIN clients ON clients.id = contacts.client_id"
        "  WHERE clients.archived_on = '' AND contacts.birthday <> '' AND contacts.birthday_lunar = :lunar"
        "  AND (substr(contacts.birthday, -5) IN (SELECT value FROM json_each(:endings))"
        "    OR substr(contacts.birthday, -6) IN (SELECT value FROM json_each(:endings)))"
        " ORDER BY 1, 3",
        {"lunar": int(lunar), "endings": json.dumps([*endings])},
    )
    return tuple(
        Kept(client, name, contact, role, birthday, lunar, number)
        for client, name, contact, role, birthday, number in rows
    )


def any_lunar(db: sqlite3.Connection) -> bool:
    """Whether there is a lunar birthday at all: without one the lunar calendar need not be loaded."""
    (found,) = db.execute(
        "SELECT EXISTS (SELECT 1 FROM clients WHERE birthday <> '' AND birthday_lunar)"
        " OR EXISTS (SELECT 1 FROM contacts WHERE birthday <> '' AND birthday_lunar)"
    ).fetchone()
    return bool(found)
