"""What the clock says of tasks: green, amber, red; who hears of red ones; whether one was done in time."""

from collections.abc import Iterable
from collections.abc import Mapping
from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta
from typing import NamedTuple

from rmtool.domain.tasks import Task

GREEN, AMBER, RED, CLOSED = "green", "amber", "red", "closed"
_ORDER = (RED, AMBER, GREEN, CLOSED)
_AMBER_FROM = 3 / 4


class Clock(NamedTuple):
    """What tasks are judged by: the moment (local, without a zone), and who hears of late ones.

    `escalate` names a person by the kind of task, `supervisor` whoever hears of the other kinds.
    """

    now: datetime
    escalate: Mapping[str, str] = {}
    supervisor: str = ""

    @property
    def moment(self) -> str:
        """The moment as the store compares it with what is due."""
        return self.now.strftime("%Y-%m-%d %H:%M")

    def at(self, day: date) -> "Clock":
        """This clock on its own day, and at the first minute of any other."""
        return self if day == self.now.date() else self._replace(now=datetime.combine(day, time()))

    def judged(self, task: Task) -> Task:
        """`task` with its state, and with who hears of it where it is red."""
        found = state(task, self.now)
        return task._replace(state=found, escalate_to=self.hears(task.kind) if found == RED else "")

    def hears(self, kind: str) -> str:
        """Who hears of a late task of `kind`; empty where nobody is named."""
        return self.escalate.get(kind, self.supervisor)

    def urgent(self, tasks: Iterable[Task]) -> tuple[Task, ...]:
        """The tasks judged, red before amber before green; those of one state stay in their order."""
        return tuple(sorted(map(self.judged, tasks), key=lambda each: _ORDER.index(each.state)))


def state(task: Task, now: datetime) -> str:
    """Red past its due minute or day; amber on its due day if that has no time, or in the last quarter of its time."""
    if task.closed_on:
        return CLOSED
    if not task.due:
        return GREEN
    if is_late(task, now.date().isoformat(), now.strftime("%H:%M")):
        return RED
    if not task.due_time and task.due == now.date().isoformat():
        return AMBER
    end = _moment(task.due, task.due_time or "00:00") + timedelta(days=not task.due_time)
    begin = _moment(task.opened_on or now.date().isoformat(), task.opened_time or "00:00")
    return AMBER if now - begin >= _AMBER_FROM * (end - begin) else GREEN


def is_late(task: Task, day: str, clock: str) -> bool:
    """Whether `day` (ISO) at `clock` (HH:MM; empty: unknown) is past what the task is due by."""
    if not task.due or day < task.due:
        return False
    return day > task.due or (bool(task.due_time and clock) and clock > task.due_time)


def done_late(task: Task) -> bool:
    """Whether a closed task was closed after it was due."""
    return is_late(task, task.closed_on, task.closed_time)


def _moment(day: str, clock: str) -> datetime:
    return datetime.fromisoformat(f"{day}T{clock}")
