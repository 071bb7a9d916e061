"""Clients (客户) in the store, and the rule by which a word names one."""

import json
import re
import sqlite3
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from itertools import groupby

from rmtool.domain.clients import Client
from rmtool.domain.names import name_keys
from rmtool.domain.text import fold
from rmtool.errors import NotFoundError
from rmtool.i18n import _
from rmtool.store.database import after_prefix
from rmtool.store.database import new_uuid

_TEXTS = (
    "name", "kind", "tier", "stage", "industry", "area", "route", "address", "source", "birthday",
    "id_number", "uscc", "wechat", "owner", "remark", "cadence", "added_on", "archived_on",
)  # fmt: skip
_COLUMNS = (*_TEXTS, "uuid", "referred_by", "birthday_lunar", "emails", "fields", "name_key")


def add(db: sqlite3.Connection, client: Client, recorded_at: str) -> int:
    """Store `client` and answer its number."""
    cursor = db.execute(_INSERT, _values(client, recorded_at) | {"number": None})
    number = cursor.lastrowid or 0
    _add_phones(db, number, client.phones)
    add_keys(db, number, client.name, person=client.kind == "person")
    return number


def set(db: sqlite3.Connection, client: Client) -> None:  # noqa: A001 (a storage verb of the style guide)
    """Put `client` in the place of the one with its number."""
    db.execute(_UPDATE, _values(client))
    known = db.execute("SELECT phone FROM client_phones WHERE client_id = ? ORDER BY id", (client.number,))
    if tuple(row[0] for row in known) != client.phones:
        db.execute("DELETE FROM client_phones WHERE client_id = ?", (client.number,))
        _add_phones(db, client.number, client.phones)
    db.execute("DELETE FROM client_keys WHERE client_id = ? AND contact_id = 0", (client.number,))
    add_keys(db, client.number, client.name, person=client.kind == "person")


def get(db: sqlite3.Connection, number: int) -> Client:
    """The client of that number; raises NotFoundError."""
    row = db.execute(f"{_SELECT} WHERE id = ?", (number,)).fetchone()
    if row is None:
        raise NotFoundError(
            _("There is no client number {number}: see `rmtool list-clients`.").format(number=number)
        )
    return _client(row)


def matching(db: sqlite3.Connection, word: str, limit: int = 21) -> tuple[Client, ...]:
    """The clients `word` names, by the first rule that matches anything.

    Full name; number and phone tail (four digits or more) together; part of the name, pinyin or
    initials; at last the name of a contact. Archived clients are named only when no other is.
    """
    folded = fold(word)
    if not folded:
        return ()
    for rule in (_by_name, _by_digits, _by_key, _by_contact):
        numbers = rule(db, folded, limit)
        if numbers:
            found = [get(db, number) for number in numbers]
            return tuple([each for each in found if not each.archived_on] or found)
    return ()


def _by_name(db: sqlite3.Connection, word: str, limit: int) -> list[int]:
    return _numbers(db.execute("SELECT id FROM clients WHERE name_key = ? LIMIT ?", (word, limit)))


def _by_digits(db: sqlite3.Connection, word: str, limit: int) -> list[int]:
    meant = re.fullmatch(r"(?:no:|#)([0-9]{1,15})", word)
    digits = word.lstrip("+").replace("-", "")
    if meant:
        return _numbers(db.execute("SELECT id FROM clients WHERE id = ?", (int(meant[1]),)))
    if not (digits.isascii() and digits.isdigit()) or len(digits) > 15:
        return []
    tail = digits[::-1] if len(digits) >= 4 else "-"
    return _numbers(
        db.execute(
            "SELECT id FROM clients WHERE id = :number UNION"
            " SELECT client_id FROM client_phones WHERE tail >= :tail AND tail < :end LIMIT :limit",
            {"number": int(digits), "tail": tail, "end": after_prefix(tail), "limit": limit},
        )
    )


def _by_key(db: sqlite3.Connection, word: str, limit: int) -> list[int]:
    return _in_keys(db, word, "contact_id = 0", limit)


def _by_contact(db: sqlite3.Connection, word: str, limit: int) -> list[int]:
    return _in_keys(db, word, "contact_id <> 0", limit)


def _in_keys(db: sqlite3.Connection, word: str, which: str, limit: int) -> list[int]:
    return _numbers(
        db.execute(
            f"SELECT DISTINCT client_id FROM client_keys WHERE key >= ? AND key < ? AND {which} LIMIT ?",  # noqa: S608
            (word, after_prefix(word), limit),
        )
    )


def _numbers(cursor: sqlite3.Cursor) -> list[int]:
    return [row[0] for row in cursor]


def searched(db: sqlite3.Connection, text: str) -> list[int]:
    """The numbers of all clients that any rule finds by `text`: a listing shows all that may be meant."""
    folded = fold(text)
    rules = (_by_digits, _by_key, _by_contact) if folded else ()
    return list(dict.fromkeys(number for rule in rules for number in rule(db, folded, -1)))


def add_keys(db: sqlite3.Connection, number: int, name: str, *, person: bool, contact: int = 0) -> None:
    """Make client `number` found by `name` (its own, or that of the contact numbered `contact`)."""
    db.executemany(
        "INSERT OR IGNORE INTO client_keys (key, client_id, contact_id) VALUES (?, ?, ?)",
        [(key, number, contact) for key in name_keys(name, person=person)],
    )


def renew_keys(db: sqlite3.Connection, number: int) -> None:
    """Make the keys that client `number` is found by anew from its name and those of its contacts, as they are now."""
    db.execute("DELETE FROM client_keys WHERE client_id = ?", (number,))
    row = db.execute("SELECT name, kind FROM clients WHERE id = ?", (number,)).fetchone()
    if row is not None:
        add_keys(db, number, row[0], person=row[1] == "person")
        for contact, name in db.execute(
            "SELECT id, name FROM contacts WHERE client_id = ?", (number,)
        ).fetchall():
            add_keys(db, number, name, person=True, contact=contact)


def every_key(db: sqlite3.Connection) -> Iterator[tuple[int, frozenset[tuple[str, int]]]]:
    """The number of every client with the keys it is to be found by, each with the number of the contact it is of, or 0."""
    rows = db.execute(
        "SELECT c.id, c.name, c.kind, p.id, p.name FROM clients c LEFT JOIN contacts p ON p.client_id = c.id ORDER BY c.id"
    )
    for number, of_client in groupby(rows, key=lambda row: row[0]):
        keys: list[tuple[str, int]] = []
        for _number, name, kind, contact, person in of_client:
            keys += [(key, 0) for key in name_keys(name, person=kind == "person")]
            keys += [(key, contact) for key in (name_keys(person, person=True) if contact else ())]
        yield number, frozenset(keys)


def names(db: sqlite3.Connection) -> list[str]:
    """Every client's name, archived ones left out: for a suggestion of the nearest."""
    return [row[0] for row in db.execute("SELECT name FROM clients WHERE archived_on = ''")]


def every_name(db: sqlite3.Connection) -> list[str]:
    """Every client's name, archived ones too."""
    return [row[0] for row in db.execute("SELECT name FROM clients")]


def same(db: sqlite3.Connection, client: Client) -> tuple[tuple[str, Client], ...]:
    """The clients that share a credit code, identity number, phone or name with `client`, and which of these.

    The words are `uscc`, `id_number`, `phone`, `name`, in this order; `client` itself is left out.
    """
    found: list[tuple[str, Client]] = []
    for what, sql, values in (
        ("uscc", "SELECT id FROM clients WHERE uscc = ? AND uscc <> ''", (client.uscc,)),
        ("id_number", "SELECT id FROM clients WHERE id_number = ? AND id_number <> ''", (client.id_number,)),
        *(
            ("phone", "SELECT DISTINCT client_id FROM client_phones WHERE tail = ?", (tail(phone),))
            for phone in client.phones
        ),
        ("name", "SELECT id FROM clients WHERE name_key = ?", (fold(client.name),)),
    ):
        found.extend(
            (what, get(db, number)) for number in _numbers(db.execute(sql, values)) if number != client.number
        )
    return tuple(found)


def everyone(db: sqlite3.Connection) -> Iterable[Client]:
    """Every client, one after the other, in order of number."""
    return (_client(row) for row in db.execute(f"{_SELECT} ORDER BY id"))


def during(db: sqlite3.Connection, first: str, last: str) -> Iterable[Client]:
    """The clients visited or added between two days, both included, one after the other."""
    where = "id IN (SELECT client_id FROM visits WHERE day BETWEEN :first AND :last) OR added_on BETWEEN :first AND :last"
    return (
        _client(row)
        for row in db.execute(f"{_SELECT} WHERE {where} ORDER BY id", {"first": first, "last": last})
    )


def tail(phone: str) -> str:
    """The digits of `phone` from the last to the first: phone tails become prefixes of it."""
    return re.sub(r"[^0-9]", "", phone.split("x")[0].split("转")[0])[::-1]


def _add_phones(db: sqlite3.Connection, number: int, phones: tuple[str, ...]) -> None:
    db.executemany(
        "INSERT INTO client_phones (client_id, phone, tail) VALUES (?, ?, ?)",
        [(number, phone, tail(phone)) for phone in phones],
    )


def _values(client: Client, recorded_at: str = "") -> dict[str, str | int | None]:
    values: dict[str, str | int | None] = {key: getattr(client, key) for key in _TEXTS}
    values["number"] = client.number
    values["uuid"] = client.uuid or new_uuid()
    values["recorded_at"] = recorded_at
    values["referred_by"] = client.referred_by
    values["birthday_lunar"] = int(client.birthday_lunar)
    values["emails"] = json.dumps(client.emails, ensure_ascii=False)
    values["fields"] = json.dumps(dict(client.fields), ensure_ascii=False)
    values["name_key"] = fold(client.name)
    return values


_INSERT = (
    f"INSERT INTO clients (id, {', '.join(_COLUMNS)}, recorded_at)"  # noqa: S608
    f" VALUES (:number, {', '.join(':' + column for column in _COLUMNS)}, :recorded_at)"
)
_UPDATE = f"UPDATE clients SET {', '.join(f'{c} = :{c}' for c in _COLUMNS)} WHERE id = :number"  # noqa: S608
_SELECT = f"""SELECT id, uuid, {", ".join(_TEXTS)}, referred_by, birthday_lunar, emails, fields,
  (SELECT json_group_array(phone) FROM client_phones WHERE client_id = clients.id) FROM clients"""  # noqa: S608


def _client(row: tuple[str, ...]) -> Client:
    end = 2 + len(_TEXTS)
    referred_by, lunar, emails, fields, phones = row[end:]
    return Client(
        number=int(row[0]),
        uuid=row[1],
        referred_by=referred_by,  # type: ignore[arg-type]
        birthday_lunar=bool(lunar),
        emails=tuple(json.loads(emails)),
        fields=json.loads(fields),
        phones=tuple(json.loads(phones)),
        **dict(zip(_TEXTS, row[2:end], strict=True)),
    )


def add_many(db: sqlite3.Connection, wanted: Sequence[Client], recorded_at: str) -> None:
    """Store clients that have their numbers already, from `database.next_number` on."""
    db.executemany(_INSERT, (_values(each, recorded_at) for each in wanted))
    db.executemany(
        "INSERT INTO client_phones (client_id, phone, tail) VALUES (?, ?, ?)",
        [(each.number, phone, tail(phone)) for each in wanted for phone in each.phones],
    )
    # In the order of the index: an insert at its end costs a fraction of one in its middle.
    keys = sorted(
        (key, each.number) for each in wanted for key in name_keys(each.name, person=each.kind == "person")
    )
    db.executemany("INSERT OR IGNORE INTO client_keys (key, client_id, contact_id) VALUES (?, ?, 0)", keys)
