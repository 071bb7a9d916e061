"""Many clients at once: listings, counts, silences, and what an import knows clients by."""

import json
import sqlite3
from collections.abc import Iterable
from collections.abc import Iterator
from typing import NamedTuple

from rmtool.domain.clients import ClientLine
from rmtool.store import clients


class Filter(NamedTuple):
    """Which clients a listing shows; empty means any. `last_touch_before` is an ISO date.

    `lacking` are the keys of fields: only clients without one of them.
    """

    tier: str = ""
    stage: str = ""
    area: str = ""
    route: str = ""
    owner: str = ""
    search: str = ""
    last_touch_before: str = ""
    lacking: tuple[str, ...] = ()
    archived: bool = False
    sort: str = "name"
    limit: int | None = None


SORTS = {
    "name": "name_key", "number": "id", "tier": "tier = '', tier, name_key", "area": "area, route, name_key",
    "route": "route, name_key", "last-touch": "last_touch, id", "added": "added_on, id", "visits": "visits DESC, id",
}  # fmt: skip


def lines(db: sqlite3.Connection, wanted: Filter) -> tuple[ClientLine, ...]:
    """The clients that fit `wanted`, each with its last touch and number of visits."""
    where = ["archived_on <> ''" if wanted.archived else "archived_on = ''"]
    values: dict[str, str | int] = {}
    for key in ("tier", "stage", "area", "route", "owner"):
        if getattr(wanted, key):
            where.append(f"{key} = :{key}")
            values[key] = getattr(wanted, key)
    if wanted.search:
        numbers = clients.searched(db, wanted.search)
        where.append("id IN (SELECT value FROM json_each(:numbers))")
        values["numbers"] = json.dumps(numbers)
    if wanted.lacking:
        where.append(_LACKING)
        values |= _lacking(wanted.lacking)
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


def _line(row: tuple[str, ...]) -> ClientLine:
    number, name, tier, stage, area, route, industry, owner, phones, added_on, last_touch, visits, fields = (
        row[:13]
    )
    return ClientLine(
        int(number), name, tier, stage, area, route, industry, owner, tuple(json.loads(phones)), added_on, last_touch,
        int(visits), {} if fields == "{}" else json.loads(fields),
    )  # fmt: skip


_LINES = """
SELECT id, name, tier, stage, area, route, industry, owner,
  (SELECT json_group_array(phone) FROM client_phones WHERE client_id = clients.id) AS phones,
  added_on,
  coalesce((SELECT max(day) FROM visits WHERE client_id = clients.id), '') AS last_touch,
  (SELECT count(*) FROM visits WHERE client_id = clients.id) AS visits,
  fields, name_key
FROM clients
"""


# The keys come as data, which a path into the JSON could not take.
_LACKING = """(SELECT count(*) FROM json_each(clients.fields) AS kept
  WHERE kept.key IN (SELECT value FROM json_each(:lacking)) AND kept.value <> '') < :needed"""


def _lacking(keys: tuple[str, ...]) -> dict[str, str | int]:
    return {"lacking": json.dumps(keys), "needed": len(keys)}


def count_lacking(db: sqlite3.Connection, keys: tuple[str, ...]) -> int:
    """How many clients lack a field of one of `keys`, archived ones left out."""
    (number,) = db.execute(
        f"SELECT count(*) FROM clients WHERE archived_on = '' AND {_LACKING}",  # noqa: S608
        _lacking(keys),
    ).fetchone()
    return int(number)


def fields_of(db: sqlite3.Connection, numbers: Iterable[int]) -> dict[int, dict[str, str]]:
    """The fields of the clients of these numbers, those without any left out."""
    rows = db.execute(
        "SELECT id, fields FROM clients WHERE fields <> '{}' AND id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(numbers)),),
    )
    return {number: json.loads(fields) for number, fields in rows}


def tiers(db: sqlite3.Connection) -> dict[str, int]:
    """How many clients each tier has, archived ones left out."""
    return dict(
        db.execute("SELECT tier, count(*) FROM clients WHERE archived_on = '' GROUP BY tier").fetchall()
    )


def count_alike(db: sqlite3.Connection) -> tuple[tuple[str, str, int], ...]:
    """Tier, industry, and how many clients are of both, archived ones left out."""
    rows = db.execute(
        "SELECT tier, industry, count(*) FROM clients WHERE archived_on = '' GROUP BY tier, industry"
    )
    return tuple(rows)


def count(db: sqlite3.Connection) -> int:
    """How many clients there are, archived ones left out."""
    (number,) = db.execute("SELECT count(*) FROM clients WHERE archived_on = ''").fetchone()
    return int(number)


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


class Touched(NamedTuple):
    """A client with its last touch of some kinds, `last`: its day and kind in one text, empty where there was none."""

    number: int
    name: str
    tier: str
    stage: str
    area: str
    route: str
    owner: str
    added_on: str
    cadence: str
    last: str

    @property
    def day(self) -> str:
        """The ISO day of the last touch."""
        return self.last[:10]

    @property
    def kind(self) -> str:
        """The kind of the last touch."""
        return self.last[11:]


class Whom(NamedTuple):
    """The clients in one of `stages` on `day`, of `owner` and `tier` (empty: of any)."""

    day: str
    stages: tuple[str, ...]
    owner: str = ""
    tier: str = ""

    @property
    def values(self) -> dict[str, str]:
        """What their conditions take."""
        return {"day": self.day, "owner": self.owner, "stages": json.dumps(self.stages), "tier": self.tier}


def last_touches(
    db: sqlite3.Connection, whom: Whom, kinds: tuple[str, ...], *, others: bool
) -> Iterator[Touched]:
    """The clients waited for, each with its last touch of `kinds` by the day, in order of number.

    Without `others` only a touch by the client's own owner counts; a tier makes no difference.
    One index seek per client: the cost does not grow with the visits.
    """
    rows = db.execute(
        f"""SELECT id, name, tier, stage, area, route, owner, added_on, cadence, coalesce((SELECT day || ' ' || kind FROM visits
          WHERE client_id = clients.id AND day <= :day AND kind IN ({_marks(kinds)}) {"" if others else _OURS}
          ORDER BY day DESC LIMIT 1), '')
        FROM clients WHERE {_KEPT} AND stage IN (SELECT value FROM json_each(:stages)) ORDER BY id""",  # noqa: S608
        whom.values | _named(kinds),
    )
    return map(Touched._make, rows)


def count_touches(
    db: sqlite3.Connection, first: str, last: str, kinds: tuple[str, ...], *, others: bool
) -> dict[int, int]:
    """How many touches of `kinds` each client had between two days, both included."""
    rows = db.execute(
        f"""SELECT client_id, count(*) FROM visits CROSS JOIN clients ON clients.id = client_id
        WHERE day BETWEEN :first AND :last AND visits.kind IN ({_marks(kinds)}) {"" if others else _OURS}
        GROUP BY client_id""",  # noqa: S608
        {"first": first, "last": last} | _named(kinds),
    )
    return dict(rows.fetchall())


# A touch or a client of nobody is taken for ours.
_OURS = "AND (visits.owner = '' OR clients.owner = '' OR visits.owner = clients.owner)"


def _marks(kinds: tuple[str, ...]) -> str:
    return ", ".join(f":kind{place}" for place in range(len(kinds)))


def _named(kinds: tuple[str, ...]) -> dict[str, str]:
    return {f"kind{place}": kind for place, kind in enumerate(kinds)}


class Identities(NamedTuple):
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
