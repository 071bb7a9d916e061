"""What visits logged as measures (计量), counted by SQLite."""

import sqlite3
from typing import NamedTuple


class Logged(NamedTuple):
    """What a measure comes to between two days: its sum, its mean, what was logged last of each client (added up), and
    how often.
    """

    total: float
    mean: float
    last: float
    entries: int


def logged(db: sqlite3.Connection, first: str, last: str, owner: str) -> dict[str, Logged]:
    """Each measure logged between two days, both included; an empty owner means everybody's.

    The day range goes through visits_by_day, so it costs what the period holds. SQLite takes `value` from the row
    that has the maximum.
    """
    rows = db.execute(
        "SELECT measure, sum(total), sum(total) / sum(entries), sum(latest), sum(entries) FROM ("
        "SELECT measure, sum(value) AS total, value AS latest, count(*) AS entries,"
        " max(printf('%s %5s %012d', day, time, visits.id))"
        " FROM visits CROSS JOIN visit_measures ON visit_id = visits.id"
        " WHERE day BETWEEN :first AND :last AND (:owner = '' OR owner = :owner) GROUP BY measure, client_id"
        ") GROUP BY measure ORDER BY measure",
        {"first": first, "last": last, "owner": owner},
    )
    return {
        measure: Logged(float(total), float(mean), float(latest), entries)
        for measure, total, mean, latest, entries in rows
    }
