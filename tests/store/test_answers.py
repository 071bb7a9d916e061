import sqlite3

import pytest

from rmtool.domain.clients import Client
from rmtool.domain.tasks import Task
from rmtool.domain.visits import Visit
from rmtool.store import answers
from rmtool.store import clients
from rmtool.store import tasks
from rmtool.store import visits
from rmtool.store.client_lists import Whom

AT = "2026-11-24T01:30:00Z"
WHOM = Whom("2026-11-24", ("active", "prospect"))
KINDS = ("call", "interview")


def touch(db: sqlite3.Connection, client: int, kind: str, day: str = "2026-11-24", **more: str) -> None:
    visits.add(db, Visit(client, day, "x", kind=kind, recorded_at=AT, **more))  # type: ignore[arg-type]


def open_ones(db: sqlite3.Connection, whom: Whom = WHOM, *, others: bool = True) -> list[int]:
    found = answers.unanswered(db, whom, "reception", KINDS, since="2026-11-01", others=others)
    return [each.client for each in found]


@pytest.mark.parametrize(
    ("later", "unanswered"),
    [
        ([], [1]),
        ([("message", "2026-11-24", "")], [1]),
        ([("call", "2026-11-24", "")], []),
        ([("interview", "2026-11-24", "11:00")], []),
        ([("call", "2026-11-24", "09:00")], [1]),
        ([("call", "2026-11-23", "")], [1]),
        ([("call", "2026-11-25", "")], [1]),
    ],
)
def test_a_later_touch_of_the_right_kind_answers(
    two: sqlite3.Connection, later: list[tuple[str, str, str]], unanswered: list[int]
) -> None:
    touch(two, 1, "reception", time="10:00")
    for kind, day, time in later:
        touch(two, 1, kind, day, time=time)
    assert open_ones(two) == unanswered


def test_one_logged_before_answers_nothing_and_the_last_reception_asks(two: sqlite3.Connection) -> None:
    touch(two, 1, "call")
    touch(two, 1, "reception")
    assert open_ones(two) == [1]
    touch(two, 2, "reception", "2026-11-10", time="09:00")
    touch(two, 2, "call", "2026-11-11")
    touch(two, 2, "reception", "2026-11-20", time="15:30", minutes=30)
    (_first, second) = answers.unanswered(two, WHOM, "reception", KINDS, since="2026-11-01", others=True)
    assert second == (2, "乙", "B", "", "", "", "2026-11-20", "15:30", 30, 0, "")
    assert open_ones(two, WHOM._replace(tier="A")) == [1]
    assert open_ones(two, WHOM._replace(owner="林")) == []
    assert open_ones(two, WHOM._replace(stages=("lost",))) == []


def test_somebody_elses_answer_counts_only_where_it_may(db: sqlite3.Connection) -> None:
    clients.add(db, Client(name="甲", owner="林", added_on="2026-11-01"), AT)
    touch(db, 1, "reception", owner="王")
    touch(db, 1, "call", owner="王")
    assert open_ones(db) == []
    assert open_ones(db, others=False) == [1]
    touch(db, 1, "call", owner="林")
    assert open_ones(db, others=False) == []


def test_milestones_without_a_touch_from_their_day_on(two: sqlite3.Connection) -> None:
    for client, due, kind, closed in (
        (1, "2026-11-20", "milestone", ""),
        (1, "2026-11-26", "milestone", ""),
        (2, "2026-11-20", "milestone", "2026-11-21"),
        (2, "2026-11-20", "follow-up", ""),
        (2, "", "milestone", ""),
        (2, "2026-11-24", "milestone", ""),
    ):
        task = Task(
            "水电",
            client=client,
            due=due,
            kind=kind,
            closed_on=closed,
            opened_on="2026-11-01",
            recorded_at=AT,
        )
        tasks.add(two, task)

    def found(until: str = "2026-11-24", *, others: bool = True) -> list[int]:
        kept = answers.milestones(two, WHOM, ("return-visit",), until=until, others=others)
        return [each.task for each in kept]

    assert found() == [1, 6]
    assert found("2026-11-30") == [1, 2, 6]
    touch(two, 1, "return-visit", "2026-11-19")
    assert found() == [1, 6]
    touch(two, 1, "return-visit", "2026-11-20", owner="王")
    assert found() == [6]
    two.execute("UPDATE clients SET owner = '林'")
    assert found(others=False) == [1, 6]
    two.execute("UPDATE clients SET archived_on = '2026-11-22'")
    assert found() == []
