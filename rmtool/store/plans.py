"""Saved plans in the store: for each day the clients in their order, with the reason."""

import sqlite3
from collections.abc import Sequence

from rmtool.domain.plan import Planned


def set(db: sqlite3.Connection, day: str, stops: Sequence[tuple[int, str]]) -> None:  # noqa: A001 (a storage verb of the style guide)
    """Keep the clients (number and why, in their order) as the plan of `day`, in the place of an earlier one."""
    db.execute("DELETE FROM plan_stops WHERE day = ?", (day,))
    db.executemany(
        "INSERT INTO plan_stops (day, place, client_id, why) VALUES (?, ?, ?, ?)",
        [(day, place, client, why) for place, (client, why) in enumerate(stops, 1)],
    )


def between(db: sqlite3.Connection, first: str, last: str, owner: str) -> tuple[Planned, ...]:
    """What was planned for the days between two, both included, in order; an empty owner means everybody's."""
    rows = db.execute(
        "SELECT plan_stops.day, client_id, name, why,"
        " EXISTS (SELECT 1 FROM visits WHERE visits.client_id = plan_stops.client_id AND visits.day = plan_stops.day)"
        " FROM plan_stops JOIN clients ON clients.id = client_id"
        " WHERE plan_stops.day BETWEEN :first AND :last AND (:owner = '' OR clients.owner = :owner)"
        " ORDER BY plan_stops.day, place",
        {"first": first, "last": last, "owner": owner},
    )
    return tuple(Planned(day, client, name, why, bool(done)) for day, client, name, why, done in rows)
