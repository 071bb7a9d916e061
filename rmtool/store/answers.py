"""Touches that something calls for: a touch of one kind, or a milestone, that none of the right kind has followed yet."""

import json
import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from rmtool.store.client_lists import Whom


class Asked(NamedTuple):
    """What calls for a touch: a visit of a kind, or the task `task` (0: none) of which `text` is told."""

    client: int
    name: str
    tier: str
    area: str
    route: str
    owner: str
    day: str
    time: str
    minutes: int
    task: int
    text: str


_CLIENT = "clients.id, clients.name, clients.tier, clients.area, clients.route, clients.owner"
# A touch or a client of nobody is taken for ours.
_OURS = "(:others OR later.owner = '' OR clients.owner = '' OR later.owner = clients.owner)"
_KINDS = "later.kind IN (SELECT value FROM json_each(:kinds))"
_MEANT = "(:tier = '' OR clients.tier = :tier) AND (:owner = '' OR clients.owner = :owner)"


def unanswered(
    db: sqlite3.Connection, whom: Whom, after: str, kinds: tuple[str, ...], *, since: str, others: bool
) -> Iterator[Asked]:
    """The last touch of kind `after` of each client from `since` on that none of `kinds` has followed.

    On the same day the later time follows, and where one has no time the one logged later.
    Only the visits of these days are looked at, so the cost does not grow with the years.
    """
    rows = db.execute(
        f"""WITH asking AS (
          SELECT visits.id, client_id, day, time, coalesce(minutes, 0) AS minutes,
            row_number() OVER (PARTITION BY client_id ORDER BY day DESC, time DESC, visits.id DESC) AS place
          FROM visits WHERE day BETWEEN :since AND :day AND kind = :after)
        SELECT {_CLIENT}, asking.day, asking.time, asking.minutes, 0, ''
        FROM asking CROSS JOIN clients ON clients.id = asking.client_id
        WHERE place = 1 AND clients.archived_on = '' AND {_MEANT} AND stage IN (SELECT value FROM json_each(:stages))
          AND NOT EXISTS (SELECT 1 FROM visits AS later
            WHERE later.client_id = asking.client_id AND later.day BETWEEN asking.day AND :day AND {_KINDS} AND {_OURS}
              AND (later.day > asking.day OR CASE WHEN later.time <> '' AND asking.time <> ''
                THEN later.time >= asking.time ELSE later.id > asking.id END))
        ORDER BY clients.id""",  # noqa: S608
        whom.values | {"after": after, "kinds": json.dumps(kinds), "since": since, "others": others},
    )
    return map(Asked._make, rows)


def milestones(
    db: sqlite3.Connection, whom: Whom, kinds: tuple[str, ...], *, until: str, others: bool
) -> Iterator[Asked]:
    """The open milestones due by `until` of clients of every stage, without a touch of `kinds` from their due day on."""
    rows = db.execute(
        f"""SELECT {_CLIENT}, due, due_time, 0, tasks.id, tasks.text
        FROM tasks CROSS JOIN clients ON clients.id = client_id
        WHERE closed_on = '' AND due <> '' AND due <= :until AND tasks.kind = 'milestone' AND opened_on <= :day
          AND clients.archived_on = '' AND {_MEANT}
          AND NOT EXISTS (SELECT 1 FROM visits AS later
            WHERE later.client_id = tasks.client_id AND later.day BETWEEN due AND :day AND {_KINDS} AND {_OURS})
        ORDER BY tasks.id""",  # noqa: S608
        whom.values | {"kinds": json.dumps(kinds), "until": until, "others": others},
    )
    return map(Asked._make, rows)
