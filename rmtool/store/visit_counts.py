"""What the visits of a period come to, counted by SQLite."""

import sqlite3
from typing import NamedTuple

from rmtool.domain.clients import ClientLine


def count(db: sqlite3.Connection, first: str, last: str) -> int:
    """How many visits lie between two days, both included."""
    (number,) = db.execute("SELECT count(*) FROM visits WHERE day BETWEEN ? AND ?", (first, last)).fetchone()
    return int(number)


_TALLIES = {
    "kind": "visits.kind",
    "tier": "(SELECT tier FROM clients WHERE clients.id = visits.client_id)",
    "day": "visits.day",
}


class Tally(NamedTuple):
    """What the visits of one kind, tier or day come to; `key` says which."""

    key: str
    visits: int
    clients: int
    minutes: int


def tally(db: sqlite3.Connection, by: str, first: str, last: str) -> tuple[Tally, ...]:
    """The visits between two days, both included, counted by `kind`, `tier` or `day`, in order of it."""
    rows = db.execute(
        f"SELECT {_TALLIES[by]} AS key, count(*), count(DISTINCT client_id), coalesce(sum(minutes), 0)"  # noqa: S608
        " FROM visits WHERE day BETWEEN ? AND ? GROUP BY key ORDER BY key",
        (first, last),
    )
    return tuple(Tally(*row) for row in rows)


def touches(db: sqlite3.Connection, client: int, first: str, last: str) -> tuple[int, str]:
    """How many visits the client had between two days, and the last day of any up to then."""
    return db.execute(  # type: ignore[no-any-return]
        "SELECT (SELECT count(*) FROM visits WHERE client_id = :client AND day BETWEEN :first AND :last),"
        " coalesce((SELECT max(day) FROM visits WHERE client_id = :client AND day <= :last), '')",
        {"client": client, "first": first, "last": last},
    ).fetchone()


# What reports count. The day range goes through visits_by_day, so a report costs what its period holds;
# CROSS JOIN keeps SQLite from walking the clients first. An empty owner means everybody's.
_PERIOD = "visits.day BETWEEN :first AND :last AND (:owner = '' OR visits.owner = :owner)"


def count_kinds(
    db: sqlite3.Connection, first: str, last: str, owner: str
) -> tuple[tuple[str, str, int], ...]:
    """Day, kind and number of visits, for each day and kind there is between two days."""
    rows = db.execute(
        f"SELECT day, kind, count(*) FROM visits WHERE {_PERIOD} GROUP BY day, kind ORDER BY day, kind",  # noqa: S608
        {"first": first, "last": last, "owner": owner},
    )
    return tuple(rows)


def count_weeks(
    db: sqlite3.Connection, first: str, last: str, owner: str
) -> tuple[tuple[str, int, int], ...]:
    """Monday, number of visits and of clients touched, for each ISO week there is between two days."""
    rows = db.execute(
        "SELECT date(day, 'weekday 0', '-6 days') AS monday, count(*), count(DISTINCT client_id)"  # noqa: S608
        f" FROM visits WHERE {_PERIOD} GROUP BY monday ORDER BY monday",
        {"first": first, "last": last, "owner": owner},
    )
    return tuple(rows)


def count_industries(
    db: sqlite3.Connection, first: str, last: str, owner: str
) -> tuple[tuple[str, int, int], ...]:
    """Industry, number of visits and of clients touched, for each industry there is between two days."""
    rows = db.execute(
        "SELECT industry, count(*), count(DISTINCT client_id)"  # noqa: S608
        f" FROM visits CROSS JOIN clients ON clients.id = client_id WHERE {_PERIOD} GROUP BY industry",
        {"first": first, "last": last, "owner": owner},
    )
    return tuple(rows)


def count_clients(db: sqlite3.Connection, first: str, last: str, owner: str) -> int:
    """How many clients were touched between two days."""
    (number,) = db.execute(
        f"SELECT count(DISTINCT client_id) FROM visits WHERE {_PERIOD}",  # noqa: S608
        {"first": first, "last": last, "owner": owner},
    ).fetchone()
    return int(number)


def touched(db: sqlite3.Connection, first: str, last: str, owner: str) -> tuple[ClientLine, ...]:
    """The clients touched between two days, with visits and last touch within these, the most visited first."""
    rows = db.execute(
        "SELECT clients.id, name, tier, stage, area, route, industry, clients.owner, added_on, max(day), count(*)"  # noqa: S608
        f" FROM visits CROSS JOIN clients ON clients.id = visits.client_id WHERE {_PERIOD}"
        " GROUP BY clients.id ORDER BY count(*) DESC, tier = '', tier, name_key",
        {"first": first, "last": last, "owner": owner},
    )
    return tuple(ClientLine(**dict(zip(_TOUCHED, row, strict=True)), phones=()) for row in rows)


_TOUCHED = (
    "number", "name", "tier", "stage", "area", "route", "industry", "owner", "added_on", "last_touch", "visits",
)  # fmt: skip
