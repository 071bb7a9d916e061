import sqlite3

import pytest

from rmtool.domain.clients import Client
from rmtool.domain.tasks import Task
from rmtool.domain.visits import Visit
from rmtool.errors import NotFoundError
from rmtool.store import clients
from rmtool.store import tasks
from rmtool.store import visits

AT = "2026-11-24T01:30:00Z"
FULL = Task(
    text="营业执照复印件", client=1, visit=1, kind="paper", due="2026-11-26", due_time="15:00",
    first_due="2026-11-25", moves=2, owner="林", severity="serious", opened_on="2026-11-20",
    opened_time="09:30", closed_on="2026-11-27", closed_time="16:00", result="已收", recorded_at=AT,
)  # fmt: skip


@pytest.fixture
def book(db: sqlite3.Connection) -> sqlite3.Connection:
    clients.add(db, Client(name="甲", added_on="2026-11-01"), AT)
    visits.add(db, Visit(client=1, day="2026-11-20", text="x", recorded_at=AT))
    return db


def test_what_is_added_comes_back_whole(book: sqlite3.Connection) -> None:
    stored = tasks.get(book, tasks.add(book, FULL))
    assert stored._replace(number=0, uuid="", client_name="") == FULL
    assert stored.client_name == "甲"


def test_set(book: sqlite3.Connection) -> None:
    stored = tasks.get(book, tasks.add(book, FULL))
    wanted = stored._replace(
        client=None, client_name="", visit=None, closed_on="", result="", moves=3, due="2026-12-01"
    )
    tasks.set(book, wanted)
    assert tasks.get(book, stored.number) == wanted


def test_no_such_number(book: sqlite3.Connection) -> None:
    with pytest.raises(NotFoundError, match="no task number 9"):
        tasks.get(book, 9)


@pytest.fixture
def some(book: sqlite3.Connection) -> sqlite3.Connection:
    for task in (
        Task("no due", opened_on="2026-11-20"),
        Task("late", client=1, due="2026-11-20", kind="complaint", opened_on="2026-11-10", owner="林"),
        Task("soon", visit=1, due="2026-11-26", opened_on="2026-11-24"),
        Task("sooner", due="2026-11-26", due_time="09:00", opened_on="2026-11-24"),
        Task("done", due="2026-11-19", opened_on="2026-11-18", closed_on="2026-11-22"),
    ):
        tasks.add(book, task._replace(recorded_at=AT))
    return book


@pytest.mark.parametrize(
    ("wanted", "texts"),
    [
        ({}, ["late", "soon", "sooner", "no due"]),
        ({"state": "closed"}, ["done"]),
        ({"state": "all"}, ["done", "late", "soon", "sooner", "no due"]),
        ({"client": 1}, ["late"]),
        ({"visit": 1}, ["soon"]),
        ({"kind": "complaint"}, ["late"]),
        ({"owner": "林"}, ["late"]),
        ({"due_to": "2026-11-25"}, ["late"]),
        ({"due_from": "2026-11-25"}, ["soon", "sooner"]),
        ({"due_before": "2026-11-26 09:01"}, ["late", "sooner"]),
        ({"due_before": "2026-11-26 09:00"}, ["late"]),
        ({"due_before": "2026-11-27 00:00"}, ["late", "soon", "sooner"]),
        ({"state": "all", "closed_from": "2026-11-22", "closed_to": "2026-11-22"}, ["done"]),
        ({"state": "all", "closed_to": "2026-11-21"}, []),
        ({"opened_from": "2026-11-21"}, ["soon", "sooner"]),
        ({"opened_to": "2026-11-11"}, ["late"]),
        ({"limit": 1}, ["late"]),
    ],
)
def test_filters(some: sqlite3.Connection, wanted: dict[str, object], texts: list[str]) -> None:
    assert [each.text for each in tasks.matching(some, tasks.Filter(**wanted))] == texts  # type: ignore[arg-type]


def test_what_was_open_when(some: sqlite3.Connection) -> None:
    assert [each.text for each in tasks.open_at(some, "2026-11-21", "")] == ["done", "late", "no due"]
    assert [each.text for each in tasks.open_at(some, "2026-11-21", "林")] == ["late"]
    assert [each.text for each in tasks.during(some, "2026-11-23", "2026-11-23")] == ["late", "no due"]
    assert tasks.count(some) == 4
    assert tasks.count_closed(some, "2026-11-22", "2026-11-22", "") == 1
    assert [each.text for each in tasks.of_visits(some, [1, 99])] == ["soon"]
