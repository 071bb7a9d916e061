import sqlite3

from rmtool.domain.complaints import Complaint
from rmtool.domain.tasks import Task
from rmtool.store import complaints
from rmtool.store import tasks

FULL = Complaint(1, "陈总", "quality", "quality-control", "2026-11-24", satisfied=False)


def test_what_is_kept_comes_back_and_is_replaced(db: sqlite3.Connection) -> None:
    tasks.add(db, Task("x", kind="complaint"))
    complaints.set(db, FULL)
    assert complaints.get(db, 1) == FULL
    complaints.set(db, Complaint(1, satisfied=None))
    assert complaints.get(db, 1) == Complaint(1)


def test_a_task_alone_has_nothing_more(db: sqlite3.Connection) -> None:
    assert complaints.get(db, 7) == Complaint(7)


def test_many_at_once(db: sqlite3.Connection) -> None:
    for number in (1, 2, 3):
        tasks.add(db, Task("x", kind="complaint"))
        complaints.set(db, Complaint(number, satisfied=number == 2))
    assert complaints.of_tasks(db, [2, 3, 9]) == {
        2: Complaint(2, satisfied=True),
        3: Complaint(3, satisfied=False),
    }
