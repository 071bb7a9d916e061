"""Targets (指标) in the store, and what each day brought towards them."""

import json
import sqlite3
from datetime import date

from rmtool.domain.periods import Kind
from rmtool.domain.periods import Period
from rmtool.domain.targets import Gauge
from rmtool.domain.targets import Target


def set(db: sqlite3.Connection, target: Target) -> None:  # noqa: A001 (a storage verb of the style guide)
    """Keep `target` in the place of one of the same measure, period and owner."""
    delete(db, target)
    db.execute(
        "INSERT INTO targets (measure, kind, first, last, owner, value) VALUES (?, ?, ?, ?, ?, ?)",
        (*_key(target), target.value),
    )


def delete(db: sqlite3.Connection, target: Target) -> bool:
    """Take the target of that measure, period and owner away; answers whether there was one."""
    where = "measure = ? AND kind = ? AND first = ? AND last = ? AND owner = ?"
    return db.execute(f"DELETE FROM targets WHERE {where}", _key(target)).rowcount > 0  # noqa: S608


def matching(db: sqlite3.Connection, day: str = "", owner: str = "") -> tuple[Target, ...]:
    """The targets whose period holds `day`, of `owner`; empty means any. The shortest periods come first."""
    rows = db.execute(
        "SELECT measure, kind, first, last, owner, value FROM targets"
        " WHERE (:day = '' OR :day BETWEEN first AND last) AND (:owner = '' OR owner = :owner)"
        " ORDER BY julianday(last) - julianday(first), first, measure, owner",
        {"day": day, "owner": owner},
    )
    return tuple(
        Target(measure, _period(kind, first, last), value, owner)
        for measure, kind, first, last, owner, value in rows
    )


# Every count goes through an index on the day, so it costs what the period holds.
_OWNED = "(:owner = '' OR owner = :owner)"
_OF_KIND = f"{_OWNED} AND (:kinds = '[]' OR kind IN (SELECT value FROM json_each(:kinds)))"  # noqa: S608
_BY_DAY = {
    "visits": f"SELECT day, count(*) FROM visits WHERE day BETWEEN :first AND :last AND {_OF_KIND} GROUP BY day",  # noqa: S608
    # A client counts on the first day of the period it was seen.
    "clients": f"SELECT day, count(*) FROM (SELECT min(day) AS day FROM visits WHERE day BETWEEN :first AND :last AND {_OF_KIND} GROUP BY client_id) GROUP BY day",  # noqa: S608
    "new-clients": f"SELECT added_on, count(*) FROM clients WHERE added_on BETWEEN :first AND :last AND {_OWNED} GROUP BY added_on",  # noqa: S608
    "tasks-done": f"SELECT closed_on, count(*) FROM tasks WHERE closed_on <> '' AND closed_on BETWEEN :first AND :last AND {_OWNED} GROUP BY closed_on",  # noqa: S608
    "won": f"SELECT closed_on, sum(amount) / 100.0 FROM deals WHERE outcome <> '' AND outcome = 'won' AND closed_on BETWEEN :first AND :last AND {_OWNED} GROUP BY closed_on",  # noqa: S608
}
_LOGGED = (
    "SELECT day, sum(value) FROM visits CROSS JOIN visit_measures ON visit_id = visits.id"  # noqa: S608
    f" WHERE day BETWEEN :first AND :last AND {_OWNED} AND measure = :measure GROUP BY day"
)


def by_day(db: sqlite3.Connection, target: Target, gauge: Gauge) -> dict[str, float]:
    """What each day of the target's period brought of its measure, which is got as `gauge` says."""
    period = target.period
    values = {"first": period.first.isoformat(), "last": period.last.isoformat()}
    rows = db.execute(
        _BY_DAY[gauge.of] if gauge.of else _LOGGED,
        values | {"owner": target.owner, "measure": gauge.key, "kinds": json.dumps(gauge.kinds)},
    )
    return {str(day): float(value) for day, value in rows}


def _key(target: Target) -> tuple[str, str, str, str, str]:
    period = target.period
    return target.measure, period.kind, period.first.isoformat(), period.last.isoformat(), target.owner


def _period(kind: Kind, first: str, last: str) -> Period:
    return Period(kind, date.fromisoformat(first), date.fromisoformat(last))
