"""Standing duties (常规职责) in the store: what was ticked, and what else shows that a duty is done."""

import json
import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from rmtool.domain.duties import Owed
from rmtool.store.client_lists import Whom
from rmtool.store.database import new_uuid


class Tick(NamedTuple):
    """An item of a duty (empty: the whole of it) said to be done on a day."""

    duty: str
    item: str
    day: str
    owner: str = ""
    remark: str = ""
    recorded_at: str = ""


class Kinds(NamedTuple):
    """Visits of these kinds (none: any), with `measure` at least `least` where one is named."""

    kinds: tuple[str, ...] = ()
    measure: str = ""
    least: int = 0


def add(db: sqlite3.Connection, tick: Tick) -> int:
    """Store `tick` and answer its number."""
    cursor = db.execute(
        "INSERT INTO duty_ticks (uuid, duty, item, day, owner, remark, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (new_uuid(), *tick),
    )
    return cursor.lastrowid or 0


def given(db: sqlite3.Connection, tick: Tick) -> bool:
    """Whether that duty and item was ticked on that day by that owner."""
    return bool(db.execute(f"SELECT count(*) FROM duty_ticks WHERE {_SAME}", tick[:4]).fetchone()[0])  # noqa: S608


def delete(db: sqlite3.Connection, tick: Tick) -> bool:
    """Take what was ticked of that duty and item on that day by that owner away; answers whether there was any."""
    return db.execute(f"DELETE FROM duty_ticks WHERE {_SAME}", tick[:4]).rowcount > 0  # noqa: S608


_SAME = "duty = ? AND item = ? AND day = ? AND owner = ?"


# An empty owner means everybody's.
_PERIOD = "day BETWEEN :first AND :last AND (:owner = '' OR owner = :owner)"


def ticked(db: sqlite3.Connection, duty: str, first: str, last: str, owner: str) -> tuple[Tick, ...]:
    """What was ticked of a duty between two days, both included; each item once a day."""
    rows = db.execute(
        f"SELECT DISTINCT duty, item, day FROM duty_ticks WHERE duty = :duty AND {_PERIOD} ORDER BY day, item",  # noqa: S608
        {"duty": duty, "first": first, "last": last, "owner": owner},
    )
    return tuple(Tick(*row) for row in rows)


def begun(db: sqlite3.Connection) -> str:
    """The day (UTC) on which the first client was recorded; empty where there is none."""
    row = db.execute("SELECT substr(recorded_at, 1, 10) FROM clients ORDER BY id LIMIT 1").fetchone()
    return str(row[0]) if row else ""


_VISITS = """visits WHERE visits.day BETWEEN :first AND :last AND (:owner = '' OR visits.owner = :owner)
  AND (:kinds = '[]' OR visits.kind IN (SELECT value FROM json_each(:kinds)))
  AND (:measure = '' OR EXISTS (SELECT 1 FROM visit_measures
    WHERE visit_id = visits.id AND measure = :measure AND value >= :least))"""


def _values(wanted: Kinds, first: str, last: str, owner: str) -> dict[str, str | int]:
    return {
        "kinds": json.dumps(wanted.kinds), "measure": wanted.measure, "least": wanted.least, "first": first, "last": last,
        "owner": owner,
    }  # fmt: skip


def visit_days(db: sqlite3.Connection, wanted: Kinds, first: str, last: str, owner: str) -> tuple[str, ...]:
    """The day of each visit that fits `wanted` between two days."""
    rows = db.execute(f"SELECT day FROM {_VISITS} ORDER BY day", _values(wanted, first, last, owner))  # noqa: S608
    return tuple(row[0] for row in rows)


def visited(db: sqlite3.Connection, wanted: Kinds, first: str, last: str, owner: str) -> dict[int, int]:
    """How many visits that fit `wanted` each client had between two days."""
    rows = db.execute(
        f"SELECT client_id, count(*) FROM {_VISITS} GROUP BY client_id",  # noqa: S608
        _values(wanted, first, last, owner),
    )
    return dict(rows.fetchall())


def note_days(
    db: sqlite3.Connection, kinds: Sequence[str], first: str, last: str, owner: str
) -> tuple[str, ...]:
    """The day of each note of `kinds` (none: any) between two days."""
    rows = db.execute(
        f"SELECT day FROM notes WHERE {_PERIOD}"  # noqa: S608
        " AND (:kinds = '[]' OR kind IN (SELECT value FROM json_each(:kinds))) ORDER BY day",
        {"kinds": json.dumps([*kinds]), "first": first, "last": last, "owner": owner},
    )
    return tuple(row[0] for row in rows)


def report_days(db: sqlite3.Connection, report: str, first: str, last: str, owner: str) -> tuple[str, ...]:
    """The days for which a schedule of nobody's or of `owner` wrote that report."""
    rows = db.execute(
        "SELECT DISTINCT substr(due_at, 1, 10) AS day FROM schedule_runs JOIN schedules ON schedules.id = schedule_id"
        " WHERE report = :report AND exit_code = 0 AND due_at >= :first AND due_at < :last || 'U'"
        " AND (:owner = '' OR owner IN ('', :owner)) ORDER BY day",
        {"report": report, "first": first, "last": last, "owner": owner},
    )
    return tuple(row[0] for row in rows)


def greeting_days(db: sqlite3.Connection, first: str, last: str, owner: str) -> tuple[str, ...]:
    """The days on which greetings were sent; a gift alone is none."""
    rows = db.execute(
        "SELECT DISTINCT sent_on FROM greetings WHERE text <> '' AND sent_on BETWEEN :first AND :last"
        " AND (:owner = '' OR owner = :owner) ORDER BY sent_on",
        {"first": first, "last": last, "owner": owner},
    )
    return tuple(row[0] for row in rows)


def tasks_owed(
    db: sqlite3.Connection, kinds: Sequence[str], first: str, last: str, owner: str
) -> tuple[Owed, ...]:
    """The tasks of `kinds` due or closed between two days, or overdue all the time, and whether each was closed in time."""
    rows = db.execute(
        "SELECT due, closed_on <> '', closed_on <> '' AND (due = '' OR closed_on < due OR (closed_on = due"
        " AND (due_time = '' OR closed_time = '' OR closed_time <= due_time)))"
        " FROM tasks WHERE kind IN (SELECT value FROM json_each(:kinds)) AND (:owner = '' OR owner = :owner)"
        " AND (due BETWEEN :first AND :last OR (closed_on <> '' AND closed_on BETWEEN :first AND :last)"
        " OR (due <> '' AND due < :first AND (closed_on = '' OR closed_on > :last))) ORDER BY due",
        {"kinds": json.dumps([*kinds]), "first": first, "last": last, "owner": owner},
    )
    return tuple(Owed(due, bool(closed), bool(in_time)) for due, closed, in_time in rows)


# Whom a duty means: the clients of a tier (empty: of any) that are waited for.
_CLIENTS = """clients WHERE added_on <= :day AND (archived_on = '' OR archived_on > :day)
  AND (:tier = '' OR tier = :tier) AND (:owner = '' OR owner = :owner)
  AND stage IN (SELECT value FROM json_each(:stages))"""


def clients(db: sqlite3.Connection, whom: Whom) -> tuple[int, ...]:
    """The numbers of the clients that are meant."""
    rows = db.execute(f"SELECT id FROM {_CLIENTS} ORDER BY id", whom.values)  # noqa: S608
    return tuple(row[0] for row in rows)


def complete(db: sqlite3.Connection, whom: Whom, fields: Sequence[str]) -> tuple[int, int]:
    """How many clients are meant, and how many of them have a tier, a phone and each of `fields`."""
    all_of_them, whole = db.execute(
        "SELECT count(*), coalesce(sum(tier <> ''"  # noqa: S608
        " AND EXISTS (SELECT 1 FROM client_phones WHERE client_id = clients.id)"
        " AND NOT EXISTS (SELECT 1 FROM json_each(:fields) WHERE coalesce(json_extract(fields, '$.' || json_quote(value)), '') = '')"
        f"), 0) FROM {_CLIENTS}",
        whom.values | {"fields": json.dumps([*fields])},
    ).fetchone()
    return int(all_of_them), int(whole)
