"""How far the targets are on a day."""

import sqlite3
from datetime import date

from rmtool.config.profile import Profile
from rmtool.domain import targets
from rmtool.domain.reports import TargetRow
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


def section(
    db: sqlite3.Connection, day: date, owner: str, calendar: WorkCalendar, profile: Profile
) -> tuple[TargetRow, ...]:
    """The targets whose period holds `day`, as a report tells them."""
    found = progress(db, store.matching(db, day.isoformat(), owner), day, calendar, profile)
    return tuple(
        TargetRow(
            each.measure, each.period, each.owner, each.value, round(each.done, 2),
            int(100 * each.done / each.value) if each.value else 100, round(each.expected, 2), each.state,
        )
        for each in found
    )  # fmt: skip


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
