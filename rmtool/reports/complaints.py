"""Complaints, asked from the store: one with all that happened to it, and those of a period."""

import sqlite3
from collections.abc import Sequence

from rmtool.domain.clock import Clock
from rmtool.domain.complaints import Case
from rmtool.domain.complaints import Complaint
from rmtool.domain.tasks import Task
from rmtool.store import complaints
from rmtool.store import hand_overs
from rmtool.store import tasks


def case(db: sqlite3.Connection, number: int, clock: Clock) -> Case:
    """The task of that number, judged, with all that happened to it; raises NotFoundError."""
    return cases(db, [tasks.get(db, number)], clock)[0]


def cases(db: sqlite3.Connection, found: Sequence[Task], clock: Clock) -> tuple[Case, ...]:
    """The tasks, judged, each with all that happened to it."""
    numbers = [each.number for each in found]
    kept, handed = complaints.of_tasks(db, numbers), hand_overs.of_tasks(db, numbers)
    return tuple(
        Case(
            clock.judged(each),
            kept.get(each.number, Complaint(each.number)),
            handed.get(each.number, ()),
        )
        for each in found
    )
