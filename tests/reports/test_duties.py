"""Standing duties by what each is known to be done."""

import sqlite3
from datetime import date
from typing import Any

import pytest

from rmtool.config.profile import Profile
from rmtool.config.profile_rows import Choice
from rmtool.config.profile_rows import Duty
from rmtool.config.profile_rows import Field
from rmtool.config.profile_rows import Rule
from rmtool.domain import periods
from rmtool.domain.clients import Client
from rmtool.domain.greetings import Greeting
from rmtool.domain.holidays import official
from rmtool.domain.schedules import Schedule
from rmtool.domain.schedules import parse_at
from rmtool.domain.standing import Standing
from rmtool.domain.tasks import Task
from rmtool.domain.visits import Visit
from rmtool.reports.duties import Wanted
from rmtool.reports.duties import pressing
from rmtool.reports.duties import standing
from rmtool.store import clients
from rmtool.store import duties as store
from rmtool.store import greetings
from rmtool.store import schedules
from rmtool.store import tasks
from rmtool.store import visits
from rmtool.store.duties import Tick
from rmtool.store.schedules import Run

AT = "2026-10-01T01:30:00Z"
TODAY = date(2026, 11, 24)
CHINA = official()
BASE = Profile(tiers=(Choice("A"), Choice("B")), visit_kinds=(Choice("visit"), Choice("call")))


def add(db: sqlite3.Connection, name: str = "甲", **more: Any) -> int:
    return clients.add(db, Client(name=name, **{"tier": "A", "added_on": "2026-10-01", **more}), AT)


def seen(db: sqlite3.Connection, client: int, *days: str, kind: str = "visit", **more: Any) -> None:
    for day in days:
        visits.add(db, Visit(client, f"2026-{day}", "x", kind=kind, recorded_at=AT, **more))


def of(
    db: sqlite3.Connection, duty: Duty, profile: Profile = BASE, month: str = "2026-11-01", owner: str = ""
) -> Standing:
    period = periods.month_of(date.fromisoformat(month))
    (found,) = standing(db, Wanted(period, TODAY, owner), profile._replace(duties=(duty,)), CHINA)
    return found


def told(found: Standing) -> str:
    return f"{found.done}/{found.needed} -{found.missed} {found.state} {found.fails_on[5:]}".strip()


def test_what_is_ticked_item_by_item(db: sqlite3.Connection) -> None:
    add(db)
    duty = Duty("departure", "1wd", items=("cards", "forms"))
    for item, day in (("cards", "23"), ("forms", "23"), ("cards", "24"), ("gone", "24")):
        store.add(db, Tick("departure", item, f"2026-11-{day}", "林", "", AT))
    found = of(db, duty)
    assert told(found) == "1/21 -15 on the way 11-24"
    assert found.items == ("forms",)
    assert told(of(db, duty, owner="王")) == "0/21 -16 on the way 11-24"


def test_visits_with_a_measure(db: sqlite3.Connection) -> None:
    number = add(db)
    duty = Duty("outings", "3/month", "visits", kinds=("visit",), measure="shops", least=10)
    seen(db, number, "11-03", "11-04", measures={"shops": 10})
    seen(db, number, "11-05", measures={"shops": 9})
    assert told(of(db, duty)) == "2/3 -0 in danger 11-30"
    assert told(of(db, duty, month="2026-10-01")) == "0/3 -3 missed"


def test_every_client_of_a_tier(db: sqlite3.Connection) -> None:
    first, second = add(db, "甲"), add(db, "乙")
    add(db, "丙", tier="B")
    add(db, "丁", stage="lost")
    duty = Duty("visits", "1/month", "visits", tier="A", kinds=("visit",))
    seen(db, first, "11-03")
    seen(db, second, "11-03", kind="call")
    assert told(of(db, duty)) == "1/2 -0 in danger 11-30"
    seen(db, second, "11-24")
    assert told(of(db, duty)) == "2/2 -0 met"
    assert told(of(db, duty._replace(every="2/month"))) == "0/2 -0 in danger 11-30"
    assert told(of(db, duty._replace(every="10d"))) == "2/6 -3 on the way 11-30"


def test_notes(db: sqlite3.Connection) -> None:
    add(db)
    db.execute(
        "INSERT INTO notes (uuid, day, kind, text, recorded_at) VALUES ('a', '2026-11-03', 'price', 'x', ?)",
        (AT,),
    )
    assert told(of(db, Duty("market", "1/week", "notes"))) == "1/5 -3 on the way 11-29"
    assert told(of(db, Duty("market", "1/month", "notes", kinds=("risk",)))) == "0/1 -0 in danger 11-30"


def test_a_report_written_by_its_schedule_or_ticked(db: sqlite3.Connection) -> None:
    add(db)
    number = schedules.add(
        db, Schedule("weekly", parse_at("fri 17:30"), "/x", "md", "this", "zh", recorded_at=AT)
    )
    schedules.add_run(db, Run(number, "2026-11-06T17:30", AT, AT, 0))
    store.add(db, Tick("weekly-report", "", "2026-11-13", "", "", AT))
    duty = Duty("weekly-report", "1/week", "report", report="weekly")
    assert told(of(db, duty)) == "2/5 -2 on the way 11-29"


def test_greetings_sent_or_ticked(db: sqlite3.Connection) -> None:
    add(db)
    for sent in ("2026-11-06", ""):
        greetings.add(db, Greeting(client=1, occasion="x", day="2026-11-06", sent_on=sent, text="x"), AT)
    duty = Duty("greetings", "1/week", "greetings")
    assert told(of(db, duty)) == "1/5 -3 on the way 11-29"
    store.add(db, Tick("greetings", "", "2026-11-13", "", "", AT))
    assert told(of(db, duty)) == "2/5 -2 on the way 11-29"


def test_tasks_done_in_time(db: sqlite3.Connection) -> None:
    duty = Duty("quality", by="tasks", kinds=("complaint",))
    assert told(of(db, duty)) == "0/0 -0 met"
    for due, closed in (("2026-11-03", "2026-11-03"), ("2026-11-04", "2026-11-06"), ("2026-11-26", "")):
        tasks.add(db, Task("x", kind="complaint", due=due, closed_on=closed, opened_on=due, recorded_at=AT))
    assert told(of(db, duty)) == "1/3 -1 on the way 11-26"
    # Next month nothing is owed yet; what is overdue by then is held against it.
    assert told(of(db, duty, month="2026-12-01")) == "0/0 -0 met"
    tasks.add(db, Task("x", kind="complaint", due="2026-10-30", opened_on="2026-10-30", recorded_at=AT))
    assert told(of(db, duty)) == "1/4 -2 on the way 11-26"


def test_nobody_overdue_by_the_rules_that_cite_it(db: sqlite3.Connection) -> None:
    profile = BASE._replace(cadences=(Rule("10d", "A", duty="X.1"), Rule("30d", "B", duty="X.2")))
    duty = Duty("touches", by="cadence", duty="X.1")
    first, second = add(db, "甲"), add(db, "乙")
    seen(db, first, "11-20")
    seen(db, second, "11-14")
    assert told(of(db, duty, profile)) == "2/2 -0 in danger 11-24"
    add(db, "丙", tier="B")
    assert told(of(db, duty._replace(duty="X.2"), profile)) == "0/1 -1 missed"
    assert told(of(db, duty._replace(duty="X.3"), profile)) == "0/0 -0 met"
    # In October, which is over, nobody had been seen for thirty days.
    assert told(of(db, duty, profile, month="2026-10-01")) == "0/2 -2 missed"


def test_nobody_waits_for_a_touch_that_something_calls_for(db: sqlite3.Connection) -> None:
    profile = BASE._replace(cadences=(Rule("4wh", after="reception", kinds=("call",), duty="X.3"),))
    duty = Duty("interviews", by="cadence", duty="X.3")
    assert told(of(db, duty, profile)) == "0/0 -0 met"
    for name, day in (("甲", "2026-11-23"), ("乙", "2026-11-24")):
        client = clients.add(db, Client(name=name, added_on="2026-11-20"), AT)
        visits.add(db, Visit(client, day, "x", time="10:00", kind="reception", recorded_at=AT))
    assert told(of(db, duty, profile)) == "1/2 -1 missed"


def test_records_that_are_complete(db: sqlite3.Connection) -> None:
    profile = BASE._replace(client_fields=(Field("shop", required=True), Field("hobby")))
    duty = Duty("records", by="records", tier="A")
    add(db, "甲", phones=("13800138000",), fields={"shop": "x"})
    add(db, "乙", phones=("13800138001",))
    assert told(of(db, duty, profile)) == "1/2 -0 in danger 11-30"
    assert told(of(db, duty, BASE)) == "2/2 -0 met"


def test_nothing_is_held_against_the_time_before_the_log(db: sqlite3.Connection) -> None:
    duty = Duty("weekly-report", "1/week", "report", report="weekly")
    assert told(of(db, duty)) == "0/1 -0 on the way 11-29"
    clients.add(db, Client(name="甲", added_on="2026-01-01"), "2026-11-10T01:30:00Z")
    assert told(of(db, duty)) == "0/3 -2 on the way 11-29"


def test_none_for_longer_than_a_year(db: sqlite3.Connection) -> None:
    profile = BASE._replace(duties=(Duty("cis"),))
    assert standing(db, Wanted(periods.ALL, TODAY), profile, CHINA) == ()
    assert len(standing(db, Wanted(periods.year_of(TODAY), TODAY), profile, CHINA)) == 1


@pytest.mark.parametrize(
    ("day", "keys"), [(TODAY, ["departure", "cis"]), (date(2026, 11, 10), ["departure"])]
)
def test_what_presses_today(db: sqlite3.Connection, day: date, keys: list[str]) -> None:
    add(db)
    duties = (
        Duty("departure", "1wd"),
        Duty("cis"),
        Duty("weekly-report", "1/week", "report", report="weekly"),
        Duty("records", by="records"),
        Duty("touches", by="cadence"),
    )
    found = pressing(db, day, "", BASE._replace(duties=duties), CHINA)
    assert [each.key for each in found] == keys


@pytest.mark.parametrize(
    ("day", "keys"),
    [
        # A Friday: the week and the seven days end on Sunday, in November.
        (date(2026, 10, 30), ["weekly", "stock"]),
        (date(2026, 10, 28), []),
    ],
)
def test_what_presses_may_end_in_the_next_month(db: sqlite3.Connection, day: date, keys: list[str]) -> None:
    seen(db, add(db), "10-25", kind="check")
    duties = (
        Duty("weekly", "1/week"),
        Duty("stock", "7d", "visits", kinds=("check",)),
        Duty("yearly", "90d"),
    )
    found = pressing(db, day, "", BASE._replace(duties=duties), CHINA)
    assert [each.key for each in found] == keys
