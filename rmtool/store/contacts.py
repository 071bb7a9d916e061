"""Contacts (联系人) in the store."""

import sqlite3

from rmtool.domain.clients import Contact
from rmtool.domain.text import fold
from rmtool.domain.text import shown
from rmtool.errors import NotFoundError
from rmtool.i18n import _
from rmtool.store import clients
from rmtool.store.database import after_prefix
from rmtool.store.database import new_uuid

_COLUMNS = "name, role, phone, birthday, birthday_lunar, likes, taboos, remark"


def add(db: sqlite3.Connection, contact: Contact, recorded_at: str) -> int:
    """Store `contact` and answer its number; its client is found by the name from now on."""
    cursor = db.execute(
        f"INSERT INTO contacts (uuid, client_id, {_COLUMNS}, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
        (contact.uuid or new_uuid(), contact.client, *_values(contact), recorded_at),
    )
    number = cursor.lastrowid or 0
    clients.add_keys(db, contact.client, contact.name, person=True, contact=number)
    return number


def set(db: sqlite3.Connection, contact: Contact) -> None:  # noqa: A001 (a storage verb of the style guide)
    """Put `contact` in the place of the one with its number."""
    db.execute(
        f"UPDATE contacts SET ({_COLUMNS}) = (?, ?, ?, ?, ?, ?, ?, ?) WHERE id = ?",  # noqa: S608
        (*_values(contact), contact.number),
    )
    db.execute(
        "DELETE FROM client_keys WHERE client_id = ? AND contact_id = ?", (contact.client, contact.number)
    )
    clients.add_keys(db, contact.client, contact.name, person=True, contact=contact.number)


def delete(db: sqlite3.Connection, contact: Contact) -> None:
    """Take `contact` out of the store."""
    db.execute(
        "DELETE FROM client_keys WHERE client_id = ? AND contact_id = ?", (contact.client, contact.number)
    )
    db.execute("DELETE FROM contacts WHERE id = ?", (contact.number,))


def of(db: sqlite3.Connection, client: int) -> tuple[Contact, ...]:
    """The contacts at the client of that number."""
    return _contacts(db.execute(f"{_SELECT} WHERE client_id = ? ORDER BY id", (client,)))


def find(db: sqlite3.Connection, client: int, word: str) -> Contact:
    """The contact of `client` named by whole name, number, or part of the name or its pinyin; raises NotFoundError."""
    people = of(db, client)
    folded = fold(word)
    by_key = (
        {number for (number,) in db.execute(_BY_KEY, (client, folded, after_prefix(folded)))}
        if folded
        else {0}
    )
    for found in (
        [each for each in people if fold(each.name) == folded],
        [each for each in people if str(each.number) == folded.removeprefix("no:")],
        [each for each in people if each.number in by_key],
    ):
        if len(found) == 1:
            return found[0]
        if found:
            break
    known = _(", ").join(f"{each.number} {shown(each.name)}" for each in people) or _("none")
    raise NotFoundError(
        _("No single contact is named {word}; the contacts of this client: {known}.").format(
            word=shown(word), known=known
        )
    )


_BY_KEY = (
    "SELECT contact_id FROM client_keys WHERE client_id = ? AND contact_id <> 0 AND key >= ? AND key < ?"
)


def everyone(db: sqlite3.Connection) -> tuple[Contact, ...]:
    """Every contact in the store, in order of number."""
    return _contacts(db.execute(f"{_SELECT} ORDER BY id"))


_SELECT = f"SELECT id, uuid, client_id, {_COLUMNS} FROM contacts"  # noqa: S608


def _values(contact: Contact) -> tuple[str | int, ...]:
    return (
        contact.name, contact.role, contact.phone, contact.birthday, int(contact.birthday_lunar),
        contact.likes, contact.taboos, contact.remark,
    )  # fmt: skip


def every_name(db: sqlite3.Connection) -> list[str]:
    """Every contact's name."""
    return [row[0] for row in db.execute("SELECT name FROM contacts")]


def _contacts(cursor: sqlite3.Cursor) -> tuple[Contact, ...]:
    return tuple(
        Contact(
            number=row[0], uuid=row[1], client=row[2], name=row[3], role=row[4], phone=row[5], birthday=row[6],
            birthday_lunar=bool(row[7]), likes=row[8], taboos=row[9], remark=row[10],
        )
        for row in cursor
    )  # fmt: skip
