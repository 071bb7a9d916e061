import sqlite3

from rmtool.domain.complaints import HandOver
from rmtool.domain.tasks import Task
from rmtool.store import hand_overs
from rmtool.store import tasks

FIRST = HandOver(
    1, "2026-11-24", "09:30", "quality-control", "周敏", "样品", recorded_at="2026-11-24T01:30:00Z"
)


def test_the_first_one_comes_first(db: sqlite3.Connection) -> None:
    for text in ("one", "two", "three"):
        tasks.add(db, Task(text, kind="request"))
    for made in (FIRST, FIRST._replace(task=2), FIRST._replace(department="after-sales", day="2026-11-20")):
        hand_overs.add(db, made)
    found = hand_overs.of_tasks(db, [1, 3])
    assert [each.department for each in found[1]] == ["quality-control", "after-sales"]
    assert found[1][0]._replace(number=0, uuid="") == FIRST
    assert found.keys() == {1}
