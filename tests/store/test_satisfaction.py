import sqlite3

from rmtool.domain.visits import Visit
from rmtool.store import satisfaction
from rmtool.store import visits
from rmtool.store.satisfaction import Scored

AT = "2026-11-24T01:30:00Z"


def test_scores_with_their_reasons(two: sqlite3.Connection) -> None:
    for client, day, value, feedback, owner in (
        (1, "2026-11-20", 2, "等太久", "林"), (2, "2026-11-21", 5, "", "林"), (2, "2026-11-22", 4, "", "王"), (1, "2026-12-01", 5, "", "林"),
    ):  # fmt: skip
        visits.add(
            two,
            Visit(client, day, "回访", kind="call", feedback=feedback, owner=owner, measures={"satisfaction": value, "stock": 9}, recorded_at=AT),
        )  # fmt: skip
    visits.add(two, Visit(1, "2026-11-20", "好", owner="陈", measures={"满意度": 3}, recorded_at=AT))
    assert [each.value for each in satisfaction.between(two, "2026-11-01", "2026-11-30", "陈")] == [3.0]
    visits.add(two, Visit(1, "2026-11-20", "没评", recorded_at=AT))
    assert satisfaction.between(two, "2026-11-01", "2026-11-30", "林") == (
        Scored(1, "2026-11-20", "call", "甲", 2.0, "等太久"),
        Scored(2, "2026-11-21", "call", "乙", 5.0, "回访"),
    )
    assert len(satisfaction.between(two, "2026-11-01", "2026-11-30", "")) == 4
