"""What clients scored on visits (满意度) in the store."""

import sqlite3
from typing import NamedTuple

from rmtool.domain.satisfaction import MEASURES


class Scored(NamedTuple):
    """A score with the visit it was logged with; `text` is what was said of it."""

    visit: int
    day: str
    kind: str
    client: str
    value: float
    text: str


def between(db: sqlite3.Connection, first: str, last: str, owner: str) -> tuple[Scored, ...]:
    """The scores between two days, both included, in order; an empty owner means everybody's."""
    # CROSS JOIN keeps SQLite on the index of days: it costs what the period holds.
    rows = db.execute(
        "SELECT visits.id, day, visits.kind, clients.name, value, coalesce(nullif(feedback, ''), text)"
        " FROM visits CROSS JOIN visit_measures ON visit_id = visits.id AND measure IN (:english, :chinese)"
        " JOIN clients ON clients.id = client_id"
        " WHERE day BETWEEN :first AND :last AND (:owner = '' OR visits.owner = :owner) ORDER BY day, time, visits.id",
        {"english": MEASURES[0], "chinese": MEASURES[1], "first": first, "last": last, "owner": owner},
    )
    return tuple(map(Scored._make, rows))
