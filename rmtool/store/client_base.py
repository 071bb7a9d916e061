"""What the clients are, counted by SQLite; an empty owner means everybody's."""

import sqlite3
from typing import NamedTuple

COLUMNS = ("tier", "stage", "kind", "industry", "area", "source")
_KEPT = "added_on <= :day AND (archived_on = '' OR archived_on > :day) AND (:owner = '' OR owner = :owner)"


def count_by(db: sqlite3.Connection, column: str, day: str, owner: str) -> dict[str, int]:
    """How many clients kept on `day` have each value of a column, one of COLUMNS."""
    rows = db.execute(
        f"SELECT {column}, count(*) FROM clients WHERE {_KEPT} GROUP BY {column}",  # noqa: S608
        {"day": day, "owner": owner},
    )
    return dict(rows.fetchall())


def count_field(db: sqlite3.Connection, field: str, day: str, owner: str) -> dict[str, int]:
    """How many clients kept on `day` have each value of a field of their own; empty text is none."""
    # Not json_extract, to which a dot or quote in the field's name would be a path.
    rows = db.execute(
        "SELECT coalesce((SELECT value FROM json_each(clients.fields) WHERE key = :field), '') AS value, count(*)"  # noqa: S608
        f" FROM clients WHERE {_KEPT} GROUP BY 1",
        {"field": field, "day": day, "owner": owner},
    )
    return {str(value): number for value, number in rows}


class Life(NamedTuple):
    """What tells a client's age and how long it has been one."""

    kind: str
    birthday: str
    id_number: str
    added_on: str


def lives(db: sqlite3.Connection, day: str, owner: str) -> tuple[Life, ...]:
    """The dates of every client kept on `day`."""
    rows = db.execute(
        f"SELECT kind, birthday, id_number, added_on FROM clients WHERE {_KEPT}",  # noqa: S608
        {"day": day, "owner": owner},
    )
    return tuple(map(Life._make, rows))


def numbers(db: sqlite3.Connection, day: str, owner: str, stage: str = "") -> tuple[int, ...]:
    """The numbers of the clients kept on `day`; with a stage, of those in it."""
    rows = db.execute(
        f"SELECT id FROM clients WHERE {_KEPT} AND (:stage = '' OR stage = :stage) ORDER BY id",  # noqa: S608
        {"day": day, "owner": owner, "stage": stage},
    )
    return tuple(number for (number,) in rows)


def archived(db: sqlite3.Connection, first: str, last: str, owner: str) -> tuple[int, ...]:
    """The numbers of the clients put away between two days, both included."""
    rows = db.execute(
        "SELECT id FROM clients WHERE archived_on <> '' AND archived_on BETWEEN :first AND :last"
        " AND (:owner = '' OR owner = :owner) ORDER BY id",
        {"first": first, "last": last, "owner": owner},
    )
    return tuple(number for (number,) in rows)


def count_archived(db: sqlite3.Connection, first: str, last: str, owner: str) -> int:
    """How many clients were put away between two days, both included."""
    return len(archived(db, first, last, owner))


def touches(db: sqlite3.Connection, first: str, last: str, owner: str) -> dict[str, tuple[int, int]]:
    """Visits, and clients touched by them, of each tier between two days, both included."""
    rows = db.execute(
        "SELECT tier, count(*), count(DISTINCT client_id) FROM visits CROSS JOIN clients ON clients.id = client_id"
        " WHERE day BETWEEN :first AND :last AND (:owner = '' OR clients.owner = :owner) GROUP BY tier",
        {"first": first, "last": last, "owner": owner},
    )
    return {tier: (visits, clients) for tier, visits, clients in rows}
