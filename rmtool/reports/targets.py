"""How far the targets are on a day."""

import sqlite3
from datetime import date

from rmtool.domain import targets
from rmtool.domain.targets import Progress
from rmtool.domain.workdays import WorkCalendar
from rmtool.store import targets as store


def progress(
    db: sqlite3.Connection, found: tuple[targets.Target, ...], today: date, calendar: WorkCalendar
) -> tuple[Progress, ...]:
    """Each target with what it has reached by `today`."""
    return tuple(targets.judge(each, store.by_day(db, each), today.isoformat(), calendar) for each in found)
