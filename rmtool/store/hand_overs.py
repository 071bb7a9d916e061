"""Hand-overs of tasks to departments in the store."""

import json
import sqlite3
from collections.abc import Iterable

from rmtool.domain.complaints import HandOver
from rmtool.store.database import new_uuid


def add(db: sqlite3.Connection, made: HandOver) -> int:
    """Store a hand-over and answer its number."""
    values = made._asdict() | {"uuid": made.uuid or new_uuid()}
    return (
        db.execute(
            """INSERT INTO hand_overs (uuid, task_id, day, time, department, person, remark, recorded_at)
            VALUES (:uuid, :task, :day, :time, :department, :person, :remark, :recorded_at)""",
            values,
        ).lastrowid
        or 0
    )


def of_tasks(db: sqlite3.Connection, numbers: Iterable[int]) -> dict[int, tuple[HandOver, ...]]:
    """The hand-overs of the tasks with these numbers, the first one first, by the task's number."""
    rows = db.execute(
        """SELECT task_id, day, time, department, person, remark, id, uuid, recorded_at FROM hand_overs
        WHERE task_id IN (SELECT value FROM json_each(?)) ORDER BY id""",
        (json.dumps([*numbers]),),
    )
    found: dict[int, tuple[HandOver, ...]] = {}
    for row in rows:
        made = HandOver(*row)
        found[made.task] = (*found.get(made.task, ()), made)
    return found
