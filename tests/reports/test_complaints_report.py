import sqlite3
from datetime import datetime

import pytest

from rmtool import paths
from rmtool.config import profile
from rmtool.config.settings import Settings
from rmtool.domain.clients import Client
from rmtool.domain.clock import Clock
from rmtool.domain.complaints import Complaint
from rmtool.domain.complaints import HandOver
from rmtool.domain.complaints_report import ComplaintsReport
from rmtool.domain.periods import parse_period
from rmtool.domain.tasks import Task
from rmtool.reports.complaints_report import MOST_WORST
from rmtool.reports.complaints_report import report
from rmtool.reports.owed import Wanted
from rmtool.store import clients
from rmtool.store import complaints
from rmtool.store import hand_overs
from rmtool.store import tasks

AT = "2026-11-24T01:30:00Z"
NOW = datetime(2026, 11, 24, 9, 30)
PROFILE = profile.load(paths.templates_folder() / "profiles" / "distributor.toml")


@pytest.fixture
def book(db: sqlite3.Connection) -> sqlite3.Connection:
    for name in ("华星", "远帆"):
        clients.add(db, Client(name=name, added_on="2026-01-01"), AT)
    return db


def add(db: sqlite3.Connection, text: str, opened: str, closed: str = "", **more: object) -> int:
    """A complaint of 华星 with a day to be settled in, unless `more` says otherwise."""
    own = {key: more.pop(key) for key in ("cause", "told_on", "satisfied", "who") if key in more}
    task = Task(text, client=1, kind="complaint", opened_on=opened, closed_on=closed, due=opened, owner="林")
    number = tasks.add(db, task._replace(**more))  # type: ignore[arg-type]
    complaints.set(db, Complaint(number, **own))  # type: ignore[arg-type]
    return number


def made(
    db: sqlite3.Connection, word: str = "2026-11", owner: str = "", now: datetime = NOW
) -> ComplaintsReport:
    period = parse_period(word, now.date(), "month")
    clock = Clock(now, {}, "王总")
    return report(
        db, Wanted("complaints", period, now, owner), clock, Settings(owner="林", department="一部"), PROFILE
    )


def test_the_numbers_at_the_top(book: sqlite3.Connection) -> None:
    add(book, "before", "2026-10-05", "2026-10-05")
    add(book, "in time, told, content", "2026-11-02", "2026-11-02", told_on="2026-11-03", satisfied=True)
    add(book, "late, not content", "2026-11-02", "2026-11-05", satisfied=False)
    add(book, "in time by the minute", "2026-11-06", "2026-11-06", due_time="12:00", closed_time="12:00")
    add(book, "late by the minute", "2026-11-06", "2026-11-06", due_time="12:00", closed_time="12:01")
    add(book, "no due day", "2026-11-07", "2026-11-09", due="")
    add(book, "still open", "2026-11-24", due="2026-11-24")
    add(book, "overdue", "2026-11-20")
    tasks.add(book, Task("no complaint", kind="request", opened_on="2026-11-20"))
    found = made(book).counts
    assert (found.came_in.count, found.came_in.change) == (7, 6)
    assert (found.settled.count, found.settled.change) == (5, 4)
    assert (found.open, found.overdue, found.on_time, found.late) == (2, 1, 3, 2)
    assert (found.satisfied, found.unsatisfied, found.unknown, found.told, found.untold) == (1, 1, 3, 1, 4)
    assert made(book).untold[0].text == "late, not content"


def test_a_report_of_the_past_tells_how_things_stood(book: sqlite3.Connection) -> None:
    one = add(book, "settled in November", "2026-10-30", "2026-11-20", told_on="2026-11-20")
    for day in ("2026-10-31", "2026-11-02"):
        hand_overs.add(book, HandOver(one, day, "10:00", "after-sales", recorded_at=AT))
    add(book, "came in November", "2026-11-02")
    october = made(book, "2026-10")
    assert (october.counts.settled.count, october.counts.open, october.counts.overdue) == (0, 1, 1)
    (row,) = october.open
    assert (row.state, row.closed_on, row.told_on, row.escalate_to, len(row.hand_overs)) == (
        "overdue", "", "", "王总", 1,
    )  # fmt: skip
    (now,) = [each for each in made(book).worst if each.number == one]
    assert (now.state, now.late, now.told_on, now.escalate_to) == ("done", True, "2026-11-20", "")


def test_causes_against_the_month_before(book: sqlite3.Connection) -> None:
    for cause, opened in (
        ("delivery", "2026-11-02"), ("quality", "2026-11-02"), ("quality", "2026-11-03"), ("", "2026-11-03"),
        ("gone", "2026-11-03"), ("delivery", "2026-10-03"), ("delivery", "2026-10-04"), ("service", "2026-10-04"),
    ):  # fmt: skip
        add(book, "x", opened, cause=cause)
    assert [(each.key, each.count, each.change) for each in made(book).causes] == [
        ("quality", 2, 2), ("delivery", 1, -1), ("gone", 1, 1), ("service", 0, -1), ("", 1, 1),
    ]  # fmt: skip


def test_what_repeats(book: sqlite3.Connection) -> None:
    far = add(book, "91 days before", "2026-08-03", cause="quality")
    near = add(book, "90 days before", "2026-08-04", cause="quality")
    one = add(book, "again", "2026-11-02", cause="quality")
    other = add(book, "another client", "2026-11-03", cause="quality", client=2)
    add(book, "nobody's, no cause", "2026-11-03", client=None)
    add(book, "nobody's, no cause", "2026-11-03", client=None)
    found = made(book).repeats
    assert [(each.cause, each.client, each.numbers) for each in found] == [
        ("quality", "", (one, other)),
        ("", "华星", (near, one)),
    ]
    assert far not in found[1].numbers


def test_the_worst_come_first(book: sqlite3.Connection) -> None:
    add(book, "fine", "2026-11-02", "2026-11-02", severity="normal")
    add(book, "late", "2026-11-02", "2026-11-04", severity="minor")
    add(book, "grave", "2026-11-03", "2026-11-03", severity="serious", who="陈总")
    add(book, "grave and late", "2026-11-04", severity="serious")
    add(book, "late, of no known severity", "2026-11-01", "2026-11-05", severity="gone")
    found = made(book).worst
    assert [each.text for each in found] == ["grave and late", "grave", "late", "late, of no known severity"]
    assert found[1].who == "陈总"


def test_the_list_of_the_worst_is_short_and_whose_it_is_can_be_asked(book: sqlite3.Connection) -> None:
    for _each in range(MOST_WORST + 2):
        add(book, "x", "2026-11-02", "2026-11-04")
    add(book, "周's", "2026-11-02", "2026-11-04", owner="周")
    found = made(book)
    assert (len(found.worst), found.worst_left_out) == (MOST_WORST, 3)
    assert (found.owner, found.department) == ("林", "一部")
    other = made(book, owner="周")
    assert (other.counts.came_in.count, len(other.worst), other.owner) == (1, 1, "周")


def test_any_period_at_all(book: sqlite3.Connection) -> None:
    add(book, "x", "2026-11-02")
    assert made(book, "all").counts.came_in.count == 1
    assert made(book, "2027-01").counts.came_in.count == 0
