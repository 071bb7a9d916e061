"""Clients (客户) in the store, and the rule by which a word names one."""

import json
import re
import sqlite3
from collections.abc import Iterable
from collections.abc import Sequence
from dataclasses import dataclass

from rmtool.domain.clients import Client
from rmtool.domain.clients import ClientLine
from rmtool.domain.names import name_keys
from rmtool.domain.text import fold
from rmtool.errors import NotFoundError
from rmtool.i18n import _
from rmtool.store.database import after_prefix
from rmtool.store.database import new_uuid

_TEXTS = (
    "name", "kind", "tier", "stage", "industry", "area", "route", "address", "source", "birthday",
    "id_number", "uscc", "wechat", "owner", "remark", "added_on", "archived_on",
)  # fmt: skip
_COLUMNS = (*_TEXTS, "uuid", "referred_by", "birthday_lunar", "emails", "fields", "name_key")


def add(db: sqlite3.Connection, client: Client, recorded_at: str) -> int:
    """Store `client` and answer its number."""
    values = _values(client) | {"uuid": client.uuid or new_uuid(), "recorded_at": recorded_at}
    cursor = db.execute(_INSERT, values)
    number = cursor.lastrowid or 0
    _add_phones(db, number, client.phones)
    add_keys(db, number, client.name, person=client.kind == "person")
    return number


def set(db: sqlite3.Connection, client: Client) -> None:  # noqa: A001 (a storage verb of the style guide)
    """Put `client` in the place of the one with its number."""
    values = _values(client) | {"number": client.number, "uuid": client.uuid}
    db.execute(_UPDATE, values)
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


def add_keys(db: sqlite3.Connection, number: int, name: str, *, person: bool, contact: int = 0) -> None:
    """Make client `number` found by `name` (its own, or that of the contact numbered `contact`)."""
    db.executemany(
        "INSERT OR IGNORE INTO client_keys (key, client_id, contact_id) VALUES (?, ?, ?)",
        [(key, number, contact) for key in name_keys(name, person=person)],
    )


def names(db: sqlite3.Connection) -> list[str]:
    """Every client's name, archived ones left out: for a suggestion of the nearest."""
    return [row[0] for row in db.execute("SELECT name FROM clients WHERE archived_on = ''")]


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


@dataclass(frozen=True, slots=True)
class Filter:
    """Which clients a listing shows; empty means any. `last_touch_before` is an ISO date."""

    tier: str = ""
    stage: str = ""
    area: str = ""
    route: str = ""
    owner: str = ""
    search: str = ""
    last_touch_before: str = ""
    archived: bool = False
    sort: str = "name"
    limit: int | None = None


SORTS = {
    "name": "name_key", "number": "id", "tier": "tier = '', tier, name_key", "area": "area, route, name_key",
    "route": "route, name_key", "last-touch": "last_touch, id", "added": "added_on, id", "visits": "visits DESC, id",
}  # fmt: skip


def lines(db: sqlite3.Connection, wanted: Filter) -> tuple[ClientLine, ...]:
    """The clients that fit `wanted`, each with its last touch and number of visits."""
    where, values = ["archived_on <> ''" if wanted.archived else "archived_on = ''"], {}
    for key in ("tier", "stage", "area", "route", "owner"):
        if getattr(wanted, key):
            where.append(f"{key} = :{key}")
            values[key] = getattr(wanted, key)
    if wanted.search:
        numbers = _searched(db, wanted.search)
        where.append("id IN (SELECT value FROM json_each(:numbers))")
        values["numbers"] = json.dumps(numbers)
    outer = ""
    if wanted.last_touch_before:
        outer = "WHERE coalesce(nullif(last_touch, ''), added_on) <= :before"
        values["before"] = wanted.last_touch_before
    values["limit"] = -1 if wanted.limit is None else wanted.limit
    rows = db.execute(
        f"SELECT * FROM ({_LINES} WHERE {' AND '.join(where)}) {outer} ORDER BY {SORTS[wanted.sort]} LIMIT :limit",  # noqa: S608
        values,
    )
    return tuple(map(_line, rows))


def _searched(db: sqlite3.Connection, text: str) -> list[int]:
    """Whatever rule finds them: a listing shows all that may be meant."""
    folded = fold(text)
    if not folded:
        return []
    rules = (_by_digits, _by_key, _by_contact)
    return list(dict.fromkeys(number for rule in rules for number in rule(db, folded, -1)))


def _line(row: tuple[str, ...]) -> ClientLine:
    number, name, tier, stage, area, route, industry, owner, phones, added_on, last_touch, visits = row[:12]
    return ClientLine(
        int(number), name, tier, stage, area, route, industry, owner, tuple(json.loads(phones)), added_on, last_touch,
        int(visits),
    )  # fmt: skip


_LINES = """
SELECT id, name, tier, stage, area, route, industry, owner,
  (SELECT json_group_array(phone) FROM client_phones WHERE client_id = clients.id) AS phones,
  added_on,
  coalesce((SELECT max(day) FROM visits WHERE client_id = clients.id), '') AS last_touch,
  (SELECT count(*) FROM visits WHERE client_id = clients.id) AS visits,
  name_key
FROM clients
"""


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


def tiers(db: sqlite3.Connection) -> dict[str, int]:
    """How many clients each tier has, archived ones left out."""
    return dict(
        db.execute("SELECT tier, count(*) FROM clients WHERE archived_on = '' GROUP BY tier").fetchall()
    )


def count(db: sqlite3.Connection) -> int:
    """How many clients there are, archived ones left out."""
    (number,) = db.execute("SELECT count(*) FROM clients WHERE archived_on = ''").fetchone()
    return int(number)


def last_touches(db: sqlite3.Connection, number: int, until: str, kinds: tuple[str, ...]) -> str:
    """The last day on or before `until` with a visit of one of `kinds`, or empty."""
    marks = ", ".join("?" * len(kinds))
    (day,) = db.execute(
        f"SELECT max(day) FROM visits WHERE client_id = ? AND day <= ? AND kind IN ({marks})",  # noqa: S608
        (number, until, *kinds),
    ).fetchone()
    return day or ""


def tail(phone: str) -> str:
    """The digits of `phone` from the last to the first: phone tails become prefixes of it."""
    return re.sub(r"[^0-9]", "", phone.split("x")[0].split("转")[0])[::-1]


def _add_phones(db: sqlite3.Connection, number: int, phones: tuple[str, ...]) -> None:
    db.executemany(
        "INSERT INTO client_phones (client_id, phone, tail) VALUES (?, ?, ?)",
        [(number, phone, tail(phone)) for phone in phones],
    )


def _values(client: Client) -> dict[str, str | int | None]:
    values: dict[str, str | int | None] = {key: getattr(client, key) for key in _TEXTS}
    values["referred_by"] = client.referred_by
    values["birthday_lunar"] = int(client.birthday_lunar)
    values["emails"] = json.dumps(client.emails, ensure_ascii=False)
    values["fields"] = json.dumps(client.fields, ensure_ascii=False)
    values["name_key"] = fold(client.name)
    return values


_INSERT = (
    f"INSERT INTO clients ({', '.join(_COLUMNS)}, recorded_at)"  # noqa: S608
    f" VALUES ({', '.join(':' + column for column in _COLUMNS)}, :recorded_at)"
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


def count_added(db: sqlite3.Connection, first: str, last: str, owner: str) -> int:
    """How many clients were added between two days, both included; an empty owner means everybody's."""
    (number,) = db.execute(
        "SELECT count(*) FROM clients WHERE added_on BETWEEN :first AND :last AND (:owner = '' OR owner = :owner)",
        {"first": first, "last": last, "owner": owner},
    ).fetchone()
    return int(number)


def added(db: sqlite3.Connection, first: str, last: str, owner: str) -> tuple[ClientLine, ...]:
    """The clients added between two days, both included, in order of day."""
    rows = db.execute(
        f"{_LINES} WHERE added_on BETWEEN :first AND :last AND (:owner = '' OR owner = :owner) ORDER BY added_on, id",
        {"first": first, "last": last, "owner": owner},
    )
    return tuple(map(_line, rows))


def count_tiers(db: sqlite3.Connection, day: str, owner: str) -> dict[str, int]:
    """How many clients each tier had on `day`."""
    rows = db.execute(
        f"SELECT tier, count(*) FROM clients WHERE {_KEPT} GROUP BY tier ORDER BY tier = '', tier",  # noqa: S608
        {"day": day, "owner": owner},
    )
    return dict(rows.fetchall())


_KEPT = "added_on <= :day AND (archived_on = '' OR archived_on > :day) AND (:owner = '' OR owner = :owner)"


def silences(
    db: sqlite3.Connection, day: str, owner: str, stages: tuple[str, ...], kinds: tuple[str, ...]
) -> tuple[ClientLine, ...]:
    """The clients in `stages` on `day`, each with its last touch of `kinds` by then, the longest silence first.

    One index seek per client: the cost does not grow with the visits. A client never touched counts from its first day.
    """
    rows = db.execute(
        "SELECT id, name, tier, stage, area, route, industry, owner, '[]', added_on, coalesce((SELECT day FROM visits"  # noqa: S608
        "  WHERE client_id = clients.id AND day <= :day AND kind IN (SELECT value FROM json_each(:kinds))"
        "  ORDER BY day DESC LIMIT 1), '') AS last_touch, 0"
        f" FROM clients WHERE {_KEPT} AND stage IN (SELECT value FROM json_each(:stages))",
        {"day": day, "owner": owner, "stages": json.dumps(stages), "kinds": json.dumps(kinds)},
    )
    # Sorted here: SQLite would look every last touch up once more for its ORDER BY.
    return tuple(sorted(map(_line, rows), key=lambda each: (each.last_touch or each.added_on, each.number)))


@dataclass(frozen=True, slots=True)
class Identities:
    """By what clients are known: credit code, identity number, phone tail and name key, each to client numbers."""

    uscc: dict[str, list[int]]
    id_number: dict[str, list[int]]
    phone: dict[str, list[int]]
    name: dict[str, list[int]]


def identities(db: sqlite3.Connection) -> Identities:
    """What every client is known by, read once for an import."""
    found = Identities({}, {}, {}, {})
    for number, uscc, id_number, name_key in db.execute("SELECT id, uscc, id_number, name_key FROM clients"):
        found.name.setdefault(name_key, []).append(number)
        if uscc:
            found.uscc.setdefault(uscc, []).append(number)
        if id_number:
            found.id_number.setdefault(id_number, []).append(number)
    for number, reverse in db.execute("SELECT client_id, tail FROM client_phones"):
        found.phone.setdefault(reverse, []).append(number)
    return found


def next_number(db: sqlite3.Connection) -> int:
    """The number the next client will have; no other process may add one within the same transaction."""
    row = db.execute("SELECT seq FROM sqlite_sequence WHERE name = 'clients'").fetchone()
    return int(row[0]) + 1 if row else 1


def add_many(db: sqlite3.Connection, wanted: Sequence[Client], recorded_at: str) -> None:
    """Store clients that have their numbers already, from `next_number` on."""
    db.executemany(
        _INSERT_NUMBERED,
        (
            _values(each) | {"number": each.number, "uuid": new_uuid(), "recorded_at": recorded_at}
            for each in wanted
        ),
    )
    db.executemany(
        "INSERT INTO client_phones (client_id, phone, tail) VALUES (?, ?, ?)",
        [(each.number, phone, tail(phone)) for each in wanted for phone in each.phones],
    )
    # In the order of the index: an insert at its end costs a fraction of one in its middle.
    keys = sorted(
        (key, each.number) for each in wanted for key in name_keys(each.name, person=each.kind == "person")
    )
    db.executemany("INSERT OR IGNORE INTO client_keys (key, client_id, contact_id) VALUES (?, ?, 0)", keys)


_INSERT_NUMBERED = (
    f"INSERT INTO clients (id, {', '.join(_COLUMNS)}, recorded_at)"  # noqa: S608
    f" VALUES (:number, {', '.join(':' + column for column in _COLUMNS)}, :recorded_at)"
)
