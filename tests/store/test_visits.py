import sqlite3

import pytest

from rmtool.domain.tasks import Task
from rmtool.domain.visits import Visit
from rmtool.errors import NotFoundError
from rmtool.store import tasks
from rmtool.store import visits

AT = "2026-11-24T01:30:00Z"
FULL = Visit(
    client=1, day="2026-11-24", text="谈续贷500万", time="15:30", minutes=40, kind="call", place="会议室",
    people=("陈波", "=cmd()"), purpose="续贷", result="同意", need="下调利率", feedback="满意", products=("流贷",),
    competitor="同业3.1%", measures={"库存": 120.0, "stock": 1.5}, owner="林", recorded_at=AT,
)  # fmt: skip


def found(db: sqlite3.Connection, **wanted: object) -> list[int]:
    return [each.number for each in visits.between(db, visits.Filter(**wanted))]  # type: ignore[arg-type]


def test_what_is_added_comes_back_whole(two: sqlite3.Connection) -> None:
    stored = visits.get(two, visits.add(two, FULL))
    assert stored._replace(number=0, uuid="", client_name="") == FULL
    assert stored.client_name == "甲"


def test_set_replaces_all_and_the_index_follows(two: sqlite3.Connection) -> None:
    number = visits.add(two, FULL)
    stored = visits.get(two, number)
    wanted = stored._replace(
        client=2, client_name="乙", text="改为票据", need="", measures={"x": 1.0}, minutes=None
    )
    visits.set(two, wanted)
    assert visits.get(two, number) == wanted
    assert found(two, search="续贷500万") == []
    assert found(two, search="票据") == [number]


def test_delete_keeps_its_tasks(two: sqlite3.Connection) -> None:
    number = visits.add(two, FULL)
    task = tasks.add(two, Task(text="x", client=1, visit=number, opened_on="2026-11-24", recorded_at=AT))
    visits.delete(two, visits.get(two, number))
    with pytest.raises(NotFoundError, match=f"no visit number {number}"):
        visits.get(two, number)
    assert found(two, search="续贷") == []
    assert tasks.get(two, task).visit is None
    assert two.execute("SELECT count(*) FROM visit_measures").fetchone() == (0,)


@pytest.mark.parametrize(
    ("wanted", "numbers"),
    [
        ({}, [1, 3, 2, 4]),
        ({"newest_first": True}, [4, 2, 3, 1]),
        ({"client": 1}, [1, 3, 4]),
        ({"first": "2026-11-21"}, [3, 2, 4]),
        ({"last": "2026-11-20"}, [1]),
        ({"first": "2026-11-21", "last": "2026-11-21"}, [3, 2]),
        ({"kind": "call"}, [2]),
        ({"owner": "林", "limit": 2}, [1, 3]),
        ({"owner": "王"}, []),
        ({"search": "续贷"}, [1]),
        ({"search": "续"}, [1]),
        ({"search": "RENEW"}, [3]),
        ({"search": "?!"}, []),
        ({"search": "送材料", "client": 1}, []),
    ],
)
def test_filters(log: sqlite3.Connection, wanted: dict[str, object], numbers: list[int]) -> None:
    assert found(log, **wanted) == numbers
    unlimited = {key: value for key, value in wanted.items() if key != "limit"}
    everything = visits.count_matching(log, visits.Filter(**wanted))  # type: ignore[arg-type]
    assert everything == len(found(log, **unlimited))
    assert visits.count_of(log, 1) == 3


def test_fields_come_back_as_they_were_kept(two: sqlite3.Connection) -> None:
    kept = {"seen": "yes", '名"称': "值\n二"}
    number = visits.add(two, Visit(1, "2026-11-20", "x", fields=kept, recorded_at=AT))
    visits.add_many(two, [Visit(1, "2026-11-21", "y", number=number + 1, fields={"a": "b"}, recorded_at=AT)])
    visits.add(two, Visit(1, "2026-11-22", "z", recorded_at=AT))
    assert [each.fields for each in visits.between(two, visits.Filter())] == [kept, {"a": "b"}, {}]
    visits.set(two, visits.get(two, number)._replace(fields={}))
    assert visits.get(two, number).fields == {}
    assert visits.any_fields(two, "2026-11-21", "2026-11-22")
    assert not visits.any_fields(two, "2026-11-20", "2026-11-20")
    assert not visits.any_fields(two, "2026-11-22", "2026-11-30")
