import sqlite3
from datetime import datetime

from rmtool import paths
from rmtool.config import profile
from rmtool.config.profile_rows import Duty
from rmtool.config.profile_rows import Rule
from rmtool.domain.clients import Client
from rmtool.domain.clients import Contact
from rmtool.domain.clock import Clock
from rmtool.domain.greetings import ClientDay
from rmtool.domain.holidays import official
from rmtool.domain.tasks import Task
from rmtool.domain.visits import Visit
from rmtool.reports.day import MOST_ROWS
from rmtool.reports.day import day
from rmtool.store import client_days
from rmtool.store import clients
from rmtool.store import contacts
from rmtool.store import tasks
from rmtool.store import visits

CLOCK = Clock(datetime(2026, 11, 24, 9, 30), {"complaint": "质检部 周敏"}, "王总")
AT = "2026-11-24T01:30:00Z"
PROFILE = profile.load(paths.templates_folder() / "profiles" / "general.toml")


def test_an_empty_store_has_an_empty_day(db: sqlite3.Connection) -> None:
    found = day(db, CLOCK, PROFILE)
    assert (found.day, found.clients, found.tasks_count, found.visits_count, found.quiet_count) == (
        "2026-11-24", 0, 0, 0, 0,
    )  # fmt: skip
    assert found.tasks == found.visits == found.quiet == found.birthdays == ()


def test_what_is_due_and_what_was_logged_today(db: sqlite3.Connection) -> None:
    client = clients.add(db, Client(name="张三", added_on="2026-11-24"), AT)
    for due in ("2026-11-20", "2026-11-24", "2026-11-25", ""):
        tasks.add(db, Task(text=due, due=due, opened_on="2026-11-01"))
    for logged in ("2026-11-23", "2026-11-24"):
        visits.add(db, Visit(client=client, day=logged, text="x", recorded_at=AT))
    found = day(db, CLOCK, PROFILE)
    assert [each.text for each in found.tasks] == ["2026-11-20", "2026-11-24"]
    assert [each.day for each in found.visits] == ["2026-11-24"]


def test_red_ones_come_before_amber_ones_and_say_who_hears_of_them(db: sqlite3.Connection) -> None:
    for text, time, kind in (
        ("all day", "", "follow-up"),
        ("8:00", "08:00", "complaint"),
        ("17:00", "17:00", "request"),
    ):
        tasks.add(db, Task(text=text, due="2026-11-24", due_time=time, kind=kind, opened_on="2026-11-24"))
    tasks.add(db, Task(text="late", due="2026-11-20", opened_on="2026-11-19"))
    assert [(each.text, each.state, each.escalate_to) for each in day(db, CLOCK, PROFILE).tasks] == [
        ("late", "red", "王总"),
        ("8:00", "red", "质检部 周敏"),
        ("all day", "amber", ""),
        ("17:00", "green", ""),
    ]


def test_lists_are_short_and_counts_are_whole(db: sqlite3.Connection) -> None:
    for place in range(MOST_ROWS + 3):
        clients.add(db, Client(name=f"客户{place}", added_on="2026-01-01"), AT)
        tasks.add(db, Task(text="x", due="2026-11-24", opened_on="2026-11-01"))
    found = day(db, CLOCK, PROFILE)
    assert (len(found.tasks), found.tasks_count) == (MOST_ROWS, MOST_ROWS + 3)
    assert (len(found.quiet), found.quiet_count) == (MOST_ROWS, MOST_ROWS + 3)


def test_birthdays_of_clients_and_contacts_solar_and_lunar(db: sqlite3.Connection) -> None:
    # 2026-11-26 is 十月十八.
    born = Client(name="李四", birthday="--10-18", birthday_lunar=True, added_on="2026-11-20")
    one = clients.add(db, born, AT)
    clients.add(db, Client(name="别人", birthday="--12-01", added_on="2026-11-20"), AT)
    contacts.add(db, Contact(client=one, name="陈波", role="总监", birthday="1985-11-30"), AT)
    found = day(db, CLOCK, PROFILE).birthdays
    assert [(each.day, each.client_name, each.contact, each.lunar) for each in found] == [
        ("2026-11-26", "李四", "", True),
        ("2026-11-30", "李四", "陈波", False),
    ]


def test_festivals_and_own_days_that_come_up(db: sqlite3.Connection) -> None:
    client = clients.add(db, Client(name="华星", added_on="2026-01-01"), AT)
    # 八月十六 is the day after the festival.
    for each in (ClientDay(client, "成立日", "2008-09-22"), ClientDay(client, "远", "--11-01"), ClientDay(client, "结婚日", "--08-16", lunar=True)):  # fmt: skip
        client_days.add(db, each, AT)
    found = day(db, Clock(datetime(2026, 9, 20, 9)), PROFILE).coming
    assert [(each.day, each.name, each.client_name) for each in found] == [
        ("2026-09-22", "成立日", "华星"), ("2026-09-25", "mid-autumn", ""), ("2026-09-26", "结婚日", "华星"),
    ]  # fmt: skip
    assert day(db, CLOCK, PROFILE).coming == ()


def test_duties_are_told_where_there_is_a_calendar(db: sqlite3.Connection) -> None:
    profile_of_one = PROFILE._replace(duties=(Duty("departure", "1wd"), Duty("cis", "1/week")))
    assert day(db, CLOCK, profile_of_one).duties == ()
    found = day(db, CLOCK, profile_of_one, official()).duties
    assert [each.key for each in found] == ["departure"]


def test_what_calls_for_a_touch_is_told_where_there_is_a_calendar(db: sqlite3.Connection) -> None:
    rules = (Rule("4wh", after="reception", kinds=("call",)), Rule("7d"))
    profile_of_one = PROFILE._replace(cadences=rules)
    client = clients.add(db, Client(name="张三", tier="A", added_on="2026-11-20"), AT)
    visits.add(db, Visit(client, "2026-11-23", "x", time="11:00", kind="reception", recorded_at=AT))
    assert day(db, CLOCK, profile_of_one).called_for == ()
    assert day(db, CLOCK, PROFILE, official()).called_for == ()
    (found,) = day(db, CLOCK, profile_of_one, official()).called_for
    assert (found.name, found.due, found.time, found.state) == ("张三", "2026-11-23", "15:00", "overdue")
