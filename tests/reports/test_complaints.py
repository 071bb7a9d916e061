import sqlite3
from datetime import datetime

import pytest

from rmtool.domain.clock import Clock
from rmtool.domain.complaints import Complaint
from rmtool.domain.complaints import HandOver
from rmtool.domain.tasks import Task
from rmtool.errors import NotFoundError
from rmtool.reports.complaints import case
from rmtool.store import complaints
from rmtool.store import hand_overs
from rmtool.store import tasks

CLOCK = Clock(datetime(2026, 11, 24, 9, 30), {}, "王总")


def test_a_case_is_its_task_judged_and_all_that_happened(db: sqlite3.Connection) -> None:
    tasks.add(db, Task("x", kind="complaint", due="2026-11-20", opened_on="2026-11-19"))
    assert (case(db, 1, CLOCK).complaint, case(db, 1, CLOCK).hand_overs) == (Complaint(1), ())
    complaints.set(db, Complaint(1, who="陈总"))
    hand_overs.add(db, HandOver(1, "2026-11-24", "09:30", "logistics", recorded_at="2026-11-24T01:30:00Z"))
    found = case(db, 1, CLOCK)
    assert (found.task.state, found.task.escalate_to, found.complaint.who) == ("red", "王总", "陈总")
    assert [each.department for each in found.hand_overs] == ["logistics"]


def test_no_such_task(db: sqlite3.Connection) -> None:
    with pytest.raises(NotFoundError):
        case(db, 1, CLOCK)
