"""What was due of the scheduled reports, what became of it, and what is missing."""

import sqlite3
from collections.abc import Iterator
from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta
from typing import NamedTuple

from rmtool.domain import deliveries as rules
from rmtool.domain.deliveries import Delivery
from rmtool.domain.deliveries import HandIn
from rmtool.domain.periods import Period
from rmtool.domain.schedule_times import minute
from rmtool.domain.schedule_times import on_the_clock
from rmtool.domain.schedules import Schedule
from rmtool.domain.workdays import WorkCalendar
from rmtool.store import deliveries
from rmtool.store import schedules
from rmtool.store.schedules import Run

# A deadline may lie in the month after the report is made.
_BACK = timedelta(days=40)
# How far back the day looks for what went wrong.
_TROUBLED = timedelta(days=31)


class Wanted(NamedTuple):
    """The reports that are due, or must be handed in, in `period`, as they stand at `now` (with its zone)."""

    period: Period
    now: datetime
    calendar: WorkCalendar


def found(db: sqlite3.Connection, wanted: Wanted) -> tuple[HandIn, ...]:
    """Every report of every schedule in that period, in order of its due time."""
    made = [each for one in schedules.everyone(db) for each in _of(db, one, wanted)]
    return tuple(sorted(made, key=lambda each: (each.due_at, each.schedule)))


def troubles(db: sqlite3.Connection, now: datetime, calendar: WorkCalendar) -> tuple[HandIn, ...]:
    """What is missing, failed, in doubt, or was late and is not a week old."""
    today = now.date()
    week = (today - timedelta(days=7)).isoformat()
    wanted = Wanted(Period("range", today - _TROUBLED, today), now, calendar)
    return tuple(
        each
        for each in found(db, wanted)
        if each.state in rules.TROUBLES and (each.state != rules.LATE or each.due_at >= week)
    )


def _of(db: sqlite3.Connection, schedule: Schedule, wanted: Wanted) -> Iterator[HandIn]:
    """Those of one schedule, since it was made."""
    first, last = (datetime.combine(day, time.min) for day in (wanted.period.first, wanted.period.last))
    since = max(first - _BACK, on_the_clock(schedule.recorded_at, wanted.now))
    until = last + timedelta(days=1) - timedelta(minutes=1)
    span = minute(since), minute(until)
    runs = schedules.between(db, schedule.number, *span)
    kept: dict[str, list[Delivery]] = {}
    for each in deliveries.of(db, schedule.number, *span):
        kept.setdefault(each.due_at, []).append(each)
    for due in schedule.at.due_times(since, until, wanted.calendar):
        deadline = schedule.due_by(due)
        if _within(wanted.period, due.date(), deadline):
            key = minute(due)
            yield _judged(schedule, due, runs.get(key), kept.get(key, []), wanted.now)


def _within(period: Period, due: date, deadline: datetime | None) -> bool:
    return period.contains(due) or (deadline is not None and period.contains(deadline.date()))


def _judged(
    schedule: Schedule, due: datetime, run: Run | None, kept: list[Delivery], now: datetime
) -> HandIn:
    deadline = schedule.due_by(due)
    made = on_the_clock(run.ended_at, now) if run else None
    sent = [(each, on_the_clock(each.sent_at, now) if each.sent_at else None) for each in kept]
    if run and made and not sent:
        # Made by an rmtool that kept no deliveries: there was only the folder.
        folder = Delivery(schedule.number, run.due_at, "folder", state=rules.SENT, sent_at=run.ended_at)
        sent = [(folder, made)]
    state = rules.judged(due, deadline, now.replace(tzinfo=None), sent)
    return HandIn(
        schedule.number, schedule.report, schedule.covers(due).key, minute(due),
        minute(deadline) if deadline else "", state, minute(made) if made else "",
        tuple(each for each, _moment in sent),
    )  # fmt: skip
