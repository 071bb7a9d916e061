import sqlite3
from datetime import date
from pathlib import Path

import pytest

from rmtool import paths
from rmtool.config import profile
from rmtool.config.profile import Profile
from rmtool.config.profile_rows import Choice
from rmtool.config.profile_rows import Rule
from rmtool.domain.clients import Client
from rmtool.domain.holidays import official
from rmtool.domain.plan import WeekPlan
from rmtool.domain.tasks import Task
from rmtool.domain.visits import Visit
from rmtool.reports.due import Wanted
from rmtool.reports.week import spread
from rmtool.store import clients
from rmtool.store import tasks
from rmtool.store import visits

DATA = Path(__file__).parents[3] / "shared" / "data"

AT = "2026-11-24T01:30:00Z"
MONDAY = date(2026, 11, 23)
CHINA = official()
PROFILE = Profile(
    tiers=(Choice("A"), Choice("B")),
    visit_kinds=(Choice("visit"), Choice("call")),
    cadences=(Rule("5wd", "A"), Rule("30d", "B")),
)


def add(db: sqlite3.Connection, name: str, tier: str = "A", touch: str = "", **more: str) -> int:
    client = Client(name=name, tier=tier, **{"added_on": "2026-11-01", **more})  # type: ignore[arg-type]
    number = clients.add(db, client, AT)
    if touch:
        visits.add(db, Visit(client=number, day=touch, text="x", owner="林", recorded_at=AT))
    return number


def planned(db: sqlite3.Connection, first: date = MONDAY, most: int = 8, soon: int = 13) -> WeekPlan:
    return spread(db, Wanted(first, "", soon), most, PROFILE, CHINA, "en")


def told(plan: WeekPlan) -> list[tuple[str, list[str]]]:
    return [(each.day[5:], [touch.name for touch in each.touches]) for each in plan.days if each.touches]


def test_a_backlog_is_spread_evenly_the_longest_overdue_first(db: sqlite3.Connection) -> None:
    for number in range(10):
        add(db, f"B{number}", "B", f"2026-10-{10 - number:02}")
    plan = planned(db)
    assert [len(each.touches) for each in plan.days] == [1] * 10
    assert told(plan)[0] == ("11-23", ["B9"])
    assert plan.left == ()


def test_a_client_comes_again_by_its_cadence(db: sqlite3.Connection) -> None:
    add(db, "甲", touch="2026-11-16")
    assert told(planned(db)) == [("11-23", ["甲"]), ("11-30", ["甲"])]


@pytest.mark.parametrize(
    ("every", "days"),
    [
        ("2/week", ["11-25", "11-27", "12-02", "12-04"]),
        ("1/month", []),
        ("3/旬", ["11-24", "11-26", "11-30", "12-03"]),
        ("5d", ["11-23", "11-30"]),
        ("12wd", ["12-02"]),
    ],
)
def test_cadences_of_every_kind_keep_their_number(
    db: sqlite3.Connection, every: str, days: list[str]
) -> None:
    add(db, "甲", touch="2026-11-16", cadence=every)
    assert [day for day, _names in told(planned(db))] == days


def test_what_would_be_late_tomorrow_goes_beyond_the_share_but_never_beyond_the_day(
    db: sqlite3.Connection,
) -> None:
    for number in range(6):
        add(db, f"甲{number}", touch="2026-11-16", cadence="7d" if number else "60d")
    plan = planned(db, most=4, soon=6)
    assert [len(each.touches) for each in plan.days] == [3, 2, 0, 0, 0]
    # Nobody comes more than half a cadence early.
    assert "甲0" not in [name for _day, names in told(plan) for name in names]


def test_what_is_due_where_the_day_has_its_share_may_slip_by_a_fifth_of_its_cadence(
    db: sqlite3.Connection,
) -> None:
    for number in range(5):
        add(db, f"B{number}", "B", "2026-10-24")
    assert [len(each.touches) for each in planned(db).days] == [1, 1, 1, 1, 1, 0, 0, 0, 0, 0]


def test_two_cadences_of_a_client_fall_on_two_days(db: sqlite3.Connection) -> None:
    profile = PROFILE._replace(cadences=(Rule("10wd", "A"), Rule("10wd", "A", ("call",))))
    add(db, "甲", touch="2026-11-01")
    plan = spread(db, Wanted(MONDAY, "", 4), 8, profile, CHINA, "en")
    assert [each.day[5:] for each in plan.days if each.touches] == ["11-23", "11-24"]


def test_holidays_only_hold_nothing(db: sqlite3.Connection) -> None:
    add(db, "甲", touch="2026-09-01", added_on="2026-09-01")
    plan = planned(db, date(2026, 10, 1), soon=2)
    assert (plan.days, [each.name for each in plan.left]) == ((), ["甲"])


def test_who_finds_no_room_is_told(db: sqlite3.Connection) -> None:
    for number in range(9):
        add(db, f"B{number}", "B", "2026-10-01")
    plan = planned(db, most=1, soon=4)
    assert [len(each.touches) for each in plan.days] == [1] * 5
    assert [(each.name, each.state, each.days) for each in plan.left] == [
        (f"B{number}", "overdue", 27) for number in range(5, 9)
    ]


def test_a_day_is_told_area_by_area_along_the_route(db: sqlite3.Connection) -> None:
    add(db, "甲", touch="2026-11-13", area="城东", route="2")
    add(db, "乙", touch="2026-11-14", area="城西")
    add(db, "丙", touch="2026-11-15", area="城东", route="1")
    assert told(planned(db, most=3, soon=0)) == [("11-23", ["丙", "甲", "乙"])]


def test_a_year_of_real_clients_puts_nobody_on_a_day_off_nor_more_on_a_day_than_it_holds(
    db: sqlite3.Connection,
) -> None:
    """The 5,369 clients of a bank, one RM for each of its 77 districts, over the official calendar of 2026."""
    general = profile.load(paths.templates_folder() / "profiles" / "general.toml")
    owned: dict[str, set[int]] = {}
    rows = (DATA / "berka" / "fin_client.tsv").read_text(encoding="utf-8").splitlines()
    for row in rows:
        number, _birthday, _sex, district = row.split("\t")
        tier = "ABCD"[min(int(number) % 10, 3)] if int(number) % 10 < 4 else "D"
        client = Client(name=f"C{number}", tier=tier, owner=district, added_on="2025-12-31")
        owned.setdefault(district, set()).add(clients.add(db, client, AT))
    first, last = date(2026, 1, 1), date(2026, 12, 31)
    working = [day.isoformat() for day in CHINA.between(first, last)]
    assert "2026-02-14" in working  # a Saturday worked for the Spring Festival
    assert "2026-10-01" not in working
    busy = 0
    for owner, its in owned.items():
        plan = spread(db, Wanted(first, owner, 364), general.max_per_day, general, CHINA, "en")
        assert [each.day for each in plan.days] == working
        loads = [len(each.touches) for each in plan.days]
        assert max(loads) <= general.max_per_day
        for each in plan.days:
            assert len({touch.number for touch in each.touches}) == len(each.touches)
        seen = {touch.number for each in plan.days for touch in each.touches}
        late = {each.number for each in plan.left if each.state == "overdue"}
        assert seen | late == its
        busy = max(busy, len(its))
        if len(its) < 100:
            # Where a year has room, nobody is left over.
            assert not plan.left
    assert (len(owned), busy) == (77, 663)


def test_tasks_stand_on_the_working_day_by_which_they_must_be_done(db: sqlite3.Connection) -> None:
    for text, due in (
        ("晚了", "2026-11-20"),
        ("周二", "2026-11-24"),
        ("周六", "2026-11-28"),
        ("以后", "2026-12-20"),
        ("不限", ""),
    ):
        tasks.add(db, Task(text, due=due, opened_on="2026-11-01", recorded_at=AT))
    found = {each.day[5:]: [task.text for task in each.tasks] for each in planned(db).days if each.tasks}
    assert found == {"11-23": ["晚了"], "11-24": ["周二"], "11-27": ["周六"]}
    assert planned(db, date(2026, 10, 1), soon=3).days == ()
