"""What complaints (投诉) have beyond their tasks, in the store."""

import json
import sqlite3
from collections.abc import Iterable

from rmtool.domain.complaints import Complaint


def set(db: sqlite3.Connection, complaint: Complaint) -> None:  # noqa: A001 (a storage verb of the style guide)
    """Keep `complaint`, in the place of what its task had before."""
    db.execute(
        """INSERT INTO complaints (task_id, who, cause, department, told_on, satisfied)
        VALUES (:task, :who, :cause, :department, :told_on, :satisfied)
        ON CONFLICT (task_id) DO UPDATE SET who = :who, cause = :cause, department = :department, told_on = :told_on,
          satisfied = :satisfied""",
        complaint._asdict(),
    )


def get(db: sqlite3.Connection, task: int) -> Complaint:
    """What is kept of the complaint with this task's number; nothing but the number where it is a task only."""
    return of_tasks(db, [task]).get(task, Complaint(task))


def of_tasks(db: sqlite3.Connection, numbers: Iterable[int]) -> dict[int, Complaint]:
    """What is kept of the complaints with these tasks' numbers, by number."""
    rows = db.execute(
        """SELECT task_id, who, cause, department, told_on, satisfied FROM complaints
        WHERE task_id IN (SELECT value FROM json_each(?))""",
        (json.dumps([*numbers]),),
    )
    found = (Complaint(*row) for row in rows)
    return {
        each.task: each if each.satisfied is None else each._replace(satisfied=bool(each.satisfied))
        for each in found
    }
