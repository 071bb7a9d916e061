"""How far the targets are on a day."""

import sqlite3
from datetime import date

from rmtool.config.profile import Profile
from rmtool.domain import targets
from rmtool.domain.targets import Progress
from rmtool.domain.targets import Target
from rmtool.domain.workdays import WorkCalendar
from rmtool.reports import measures
from rmtool.store import measures as logged
from rmtool.store import targets as store


def progress(
    db: sqlite3.Connection, found: tuple[Target, ...], today: date, calendar: WorkCalendar, profile: Profile
) -> tuple[Progress, ...]:
    """Each target with what it has reached by `today`."""
    return tuple(_judged(db, each, today, calendar, profile) for each in found)


def _judged(
    db: sqlite3.Connection, target: Target, today: date, calendar: WorkCalendar, profile: Profile
) -> Progress:
    gauge = measures.gauge(target.measure, profile)
    if gauge.of or gauge.over == "sum":
        return targets.judge(target, store.by_day(db, target, gauge), today.isoformat(), calendar)
    first, last = target.period.first.isoformat(), min(today, target.period.last).isoformat()
    found = logged.logged(db, first, last, target.owner).get(gauge.key)
    reached = measures.over(found, gauge.over) if found else 0
    return targets.judge_level(target, reached, today.isoformat())
