import sqlite3
from datetime import date
from datetime import datetime

from rmtool.config.profile import Profile
from rmtool.config.profile_rows import Choice
from rmtool.config.profile_rows import Duty
from rmtool.config.profile_rows import Rule
from rmtool.domain.clients import Client
from rmtool.domain.clients import Contact
from rmtool.domain.clock import Clock
from rmtool.domain.holidays import official
from rmtool.domain.plan import DayPlan
from rmtool.domain.tasks import Task
from rmtool.domain.visits import Visit
from rmtool.reports.plan import Wanted
from rmtool.reports.plan import plan
from rmtool.store import clients
from rmtool.store import contacts
from rmtool.store import tasks
from rmtool.store import visits

AT = "2026-11-24T01:30:00Z"
TODAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 9, 30)
PROFILE = Profile(
    tiers=(Choice("A"), Choice("B")),
    visit_kinds=(Choice("visit"),),
    cadences=(Rule("10wd", "A"), Rule("10wd", "B")),
)


def add(db: sqlite3.Connection, name: str, **more: str) -> int:
    client = Client(name=name, **{"added_on": "2026-11-24", **more})  # type: ignore[arg-type]
    return clients.add(db, client, AT)


def owe(db: sqlite3.Connection, client: int | None, due: str, kind: str = "follow-up", **more: object) -> int:
    task = Task(text=kind, client=client, due=due, kind=kind, opened_on="2026-11-01")
    return tasks.add(db, task._replace(**more))


def made(db: sqlite3.Connection, most: int = 8, owner: str = "") -> DayPlan:
    return plan(db, Wanted(Clock(NOW), owner, most), PROFILE, official(), "en")


def test_the_most_urgent_come_first_and_no_more_than_the_day_holds(db: sqlite3.Connection) -> None:
    add(db, "到期A", tier="A", added_on="2026-11-10")
    add(db, "逾期B", tier="B", added_on="2026-11-01")
    add(db, "逾期A", tier="A", added_on="2026-11-03")
    add(db, "生日", birthday="--11-24")
    owe(db, add(db, "今天"), "2026-11-24")
    owe(db, add(db, "晚了"), "2026-11-20")
    owe(db, add(db, "投诉"), "2026-11-24", "complaint")
    owe(db, add(db, "还早"), "2026-11-25")
    assert [each.name for each in made(db).stops] == [
        "投诉",
        "晚了",
        "今天",
        "生日",
        "逾期A",
        "逾期B",
        "到期A",
    ]
    few = made(db, most=3)
    assert [each.name for each in few.stops] == ["投诉", "晚了", "今天"]
    assert few.left_out == 4


def test_they_are_driven_area_by_area_along_the_route(db: sqlite3.Connection) -> None:
    for name, area, route, kind in (
        ("东2", "城东", "2线", "follow-up"),
        ("西1", "城西", "1线", "complaint"),
        ("东1", "城东", "1线", "follow-up"),
        ("西0", "城西", "0线", "follow-up"),
    ):
        owe(db, add(db, name, area=area, route=route), "2026-11-24", kind)
    assert [each.name for each in made(db).stops] == ["西0", "西1", "东1", "东2"]


def test_each_stop_says_why_and_what_to_bring_up(db: sqlite3.Connection) -> None:
    number = add(db, "华星", tier="A", added_on="2026-11-01")
    contacts.add(db, Contact(client=number, name="陈波", likes="喝茶", taboos="周一不接电话"), AT)
    first = visits.add(db, Visit(client=number, day="2026-11-02", text="x", need="下调利率", recorded_at=AT))
    visits.add(db, Visit(client=number, day="2026-11-03", text="y", recorded_at=AT))
    late = owe(db, number, "2026-11-20", visit=first)
    owe(db, number, "2026-12-20", visit=first, text="再报方案")
    (stop,) = made(db).stops
    assert [each.number for each in stop.tasks] == [late]
    assert stop.due is not None
    assert stop.due.last_touch == "2026-11-03"
    assert (stop.need, stop.likes, stop.taboos) == ("下调利率", ("陈波: 喝茶",), ("陈波: 周一不接电话",))
    assert [each.text for each in stop.promised] == ["再报方案"]


def test_tasks_of_no_client_are_done_at_the_desk(db: sqlite3.Connection) -> None:
    owe(db, None, "2026-11-24", text="写周报")
    found = made(db)
    assert (found.stops, [each.text for each in found.desk]) == ((), ["写周报"])


def test_whose_plan(db: sqlite3.Connection) -> None:
    for owner in ("林", "王"):
        owe(db, add(db, owner, owner=owner), "2026-11-24", owner=owner)
    assert [each.name for each in made(db, owner="王").stops] == ["王"]


def test_what_was_called_for_goes_before_what_is_only_time(db: sqlite3.Connection) -> None:
    profile = PROFILE._replace(
        visit_kinds=(Choice("visit"), Choice("reception"), Choice("call")),
        cadences=(*PROFILE.cadences, Rule("4wh", after="reception", kinds=("call",))),
        duties=(Duty("departure", "1wd"),),
    )
    add(db, "逾期", tier="A", added_on="2026-10-01")
    for name, day in (("今天接待", "2026-11-24"), ("昨天接待", "2026-11-23")):
        number = add(db, name)
        visits.add(db, Visit(number, day, "x", time="10:00", kind="reception", recorded_at=AT))
    found = plan(db, Wanted(Clock(NOW), "", 8), profile, official(), "en")
    assert [each.name for each in found.stops] == ["昨天接待", "今天接待", "逾期"]
    assert [each.key for each in found.duties] == ["departure"]
