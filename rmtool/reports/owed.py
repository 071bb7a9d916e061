"""What is owed in a report: its tasks, each judged by the report's last day."""

import sqlite3
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from datetime import timedelta

from rmtool.domain.clock import Clock
from rmtool.domain.periods import Period
from rmtool.domain.reports import Enquiries
from rmtool.domain.reports import TaskRow
from rmtool.domain.tasks import Task
from rmtool.domain.workdays import WorkCalendar
from rmtool.store import tasks

NEEDS_SUPPORT = ("request", "complaint")
# Without a calendar of holidays.
_WEEKDAYS = WorkCalendar()


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which report: its name, the period, whose work (empty: everybody's), the moment it is made, and whether it says where its figures are from.

    `client` is the number of the client it is about, where it is about one.
    """

    name: str
    period: Period
    now: datetime
    owner: str = ""
    sources: bool = False
    client: int = 0

    @property
    def as_of(self) -> date:
        """The day the report speaks of as its end: no later than today."""
        return min(self.period.last, self.now.date())


def plan_period(period: Period, as_of: date, calendar: WorkCalendar = _WEEKDAYS) -> Period:
    """What comes after: the next period of its kind; for a day, all days up to the next working day."""
    if period.kind == "day":
        first = period.last + timedelta(days=1)
        last = calendar.from_day(first)
        return Period("day" if first == last else "range", first, last)
    if period.kind in ("all", "range"):
        return Period("range", as_of + timedelta(days=1), as_of + timedelta(days=7))
    return period.next


def task_row(task: Task, wanted: Wanted, clock: Clock) -> TaskRow:
    """A task as report `wanted` lists it; closed after the report's last day counts as open."""
    day = wanted.as_of.isoformat()
    closed = bool(task.closed_on) and task.closed_on <= max(day, wanted.period.last.isoformat())
    late = 0
    if task.due and task.due < (task.closed_on if closed else day):
        late = (date.fromisoformat(task.closed_on if closed else day) - date.fromisoformat(task.due)).days
    state = "done" if closed else "overdue" if late else "open"
    why = task.kind if task.kind in NEEDS_SUPPORT else "overdue" if late else ""
    return TaskRow(
        number=task.number,
        text=task.text,
        kind=task.kind,
        client=task.client_name,
        owner=task.owner,
        due=task.due,
        due_time=task.due_time,
        opened_on=task.opened_on,
        closed_on=task.closed_on if closed else "",
        result=task.result if closed else "",
        moves=task.moves,
        state=state,
        days_late=late,
        why="" if closed else why,
        severity=task.severity,
        opened_time=task.opened_time,
        escalate_to=clock.hears(task.kind) if state == "overdue" else "",
    )


class Book:
    """The tasks of a report, each judged by the report's last day."""

    def __init__(
        self, db: sqlite3.Connection, wanted: Wanted, clock: Clock, calendar: WorkCalendar = _WEEKDAYS
    ) -> None:
        self.db = db
        self.wanted = wanted
        self.clock = clock
        self.as_of = wanted.as_of
        self.first, self.last = wanted.period.first.isoformat(), wanted.period.last.isoformat()
        self.plan_period = plan_period(wanted.period, wanted.as_of, calendar)
        self.open = self.rows(tasks.open_at(db, self.as_of.isoformat(), wanted.owner))
        self.overdue = tuple(each for each in self.open if each.state == "overdue")
        self.done = self.rows(
            tasks.matching(
                db,
                tasks.Filter(state="closed", closed_from=self.first, closed_to=self.last, owner=wanted.owner),
            )
        )

    def rows(self, found: tuple[Task, ...]) -> tuple[TaskRow, ...]:
        """The tasks as the report lists them."""
        return tuple(self.row(each) for each in found)

    def row(self, task: Task) -> TaskRow:
        """One task as the report lists it."""
        return task_row(task, self.wanted, self.clock)

    def planned(self, task: TaskRow) -> bool:
        """Whether an open task is due in the plan's days."""
        return self.plan_period.first.isoformat() <= task.due <= self.plan_period.last.isoformat()

    def complaints(self) -> tuple[TaskRow, ...]:
        """The complaints that came in during the period, settled or not."""
        return self._came_in("complaint")

    def enquiries(self) -> Enquiries:
        """The enquiries that came in during the period, answered or not."""
        rows = self._came_in("enquiry")
        answered = sum(each.state == "done" for each in rows)
        return Enquiries(rows, answered, len(rows) - answered)

    def _came_in(self, kind: str) -> tuple[TaskRow, ...]:
        wanted = tasks.Filter(
            state="all",
            kind=kind,
            opened_from=self.first,
            opened_to=self.last,
            owner=self.wanted.owner,
        )
        return self.rows(tasks.matching(self.db, wanted))
