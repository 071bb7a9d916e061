import sqlite3
from datetime import date

import pytest

from rmtool.config.profile import Profile
from rmtool.config.profile_rows import Choice
from rmtool.config.profile_rows import Rule
from rmtool.domain.clients import Client
from rmtool.domain.holidays import official
from rmtool.domain.visits import Visit
from rmtool.reports.due import Wanted
from rmtool.reports.due import due
from rmtool.reports.due import load
from rmtool.store import clients
from rmtool.store import visits

AT = "2026-11-24T01:30:00Z"
TODAY = date(2026, 11, 24)  # a Tuesday
CHINA = official()
PROFILE = Profile(
    tiers=(Choice("A"), Choice("B")),
    visit_kinds=(Choice("visit"), Choice("call"), Choice("message", counts=False)),
    cadences=(Rule("7wd", "A", duty="ALL.2"), Rule("30d", "B"), Rule("3d", "B", ("call",), en="phone")),
)


def add(
    db: sqlite3.Connection, name: str, tier: str = "A", touch: str = "", kind: str = "visit", **more: str
) -> int:
    client = Client(name=name, tier=tier, **{"added_on": "2026-11-01", **more})  # type: ignore[arg-type]
    number = clients.add(db, client, AT)
    if touch:
        visits.add(db, Visit(client=number, day=touch, text="x", kind=kind, owner="林", recorded_at=AT))
    return number


def found(
    db: sqlite3.Connection, profile: Profile = PROFILE, **more: object
) -> list[tuple[str, str, int, str]]:
    lines = due(db, Wanted(TODAY, **more), profile, CHINA, "en").lines  # type: ignore[arg-type]
    return [(each.name, each.due, each.days, each.state) for each in lines]


def test_working_days_are_counted_from_the_last_touch_that_counts(db: sqlite3.Connection) -> None:
    number = add(db, "甲", touch="2026-11-12")
    visits.add(db, Visit(client=number, day="2026-11-23", text="x", kind="message", recorded_at=AT))
    add(db, "乙", touch="2026-11-13")
    add(db, "丙", touch="2026-11-16")
    assert found(db) == [("甲", "2026-11-23", 1, "overdue"), ("乙", "2026-11-24", 0, "due")]
    assert found(db, soon=1)[-1] == ("丙", "2026-11-25", -1, "soon")
    (first, *_rest) = due(db, Wanted(TODAY), PROFILE, CHINA, "en").lines
    assert (first.every, first.duty, first.last_touch, first.last_kind) == (
        "7wd",
        "ALL.2",
        "2026-11-12",
        "visit",
    )


def test_a_touch_restarts_it_and_a_day_asked_for_is_seen_as_it_was(db: sqlite3.Connection) -> None:
    number = add(db, "甲", touch="2026-11-12")
    visits.add(db, Visit(client=number, day="2026-11-24", text="x", recorded_at=AT))
    assert found(db) == []
    before = due(db, Wanted(date(2026, 11, 23)), PROFILE, CHINA, "en")
    assert [each.name for each in before.lines] == ["甲"]


def test_never_touched_counts_from_the_day_added(db: sqlite3.Connection) -> None:
    add(db, "甲")
    # Added on Sunday 1 November: the seventh working day is Tuesday the 10th.
    assert found(db) == [("甲", "2026-11-10", 14, "overdue")]


def test_a_clients_own_cadence_wins(db: sqlite3.Connection) -> None:
    add(db, "甲", touch="2026-11-12", cadence="20wd")
    add(db, "乙", tier="", touch="2026-11-12", cadence="10d")
    add(db, "丙", tier="", touch="2026-11-12")
    assert found(db) == [("乙", "2026-11-22", 2, "overdue")]


def test_a_clients_own_cadence_stands_for_what_its_tier_is_owed(db: sqlite3.Connection) -> None:
    add(db, "甲", touch="2026-11-12", cadence="10d")
    profile = PROFILE._replace(cadences=tuple(each._replace(duty="X.1") for each in PROFILE.cadences))
    (line,) = due(db, Wanted(TODAY), profile, CHINA, "en").lines
    assert (line.every, line.duty) == ("10d", "X.1")


def test_each_kind_may_have_its_own_cadence_and_the_first_due_is_told(db: sqlite3.Connection) -> None:
    number = add(db, "甲", "B", "2026-11-20", "visit")
    assert found(db) == [("甲", "2026-11-04", 20, "overdue")]
    visits.add(db, Visit(client=number, day="2026-11-21", text="x", kind="call", recorded_at=AT))
    assert found(db) == [("甲", "2026-11-24", 0, "due")]
    (line,) = due(db, Wanted(TODAY), PROFILE, CHINA, "en").lines
    assert (line.rule, line.last_kind) == ("phone", "call")


def test_somebody_elses_touch_counts_only_where_the_profile_lets_it(db: sqlite3.Connection) -> None:
    number = add(db, "甲", touch="2026-11-12", owner="林")
    visits.add(db, Visit(client=number, day="2026-11-23", text="x", owner="王", recorded_at=AT))
    assert found(db) == []
    assert found(db, PROFILE._replace(others_count=False)) == [("甲", "2026-11-23", 1, "overdue")]


@pytest.mark.parametrize(
    ("every", "touches", "due_on"),
    [
        ("2/week", [], "2026-11-25"),
        ("2/week", ["2026-11-23"], "2026-11-27"),
        ("2/week", ["2026-11-22", "2026-11-23", "2026-11-24"], "2026-12-02"),
        ("3/tenday", ["2026-11-23"], "2026-11-26"),
        ("1/month", ["2026-10-31"], "2026-11-30"),
        ("1/month", ["2026-11-02"], "2026-12-31"),
    ],
)
def test_times_in_a_period(db: sqlite3.Connection, every: str, touches: list[str], due_on: str) -> None:
    number = add(db, "甲")
    for day in touches:
        visits.add(db, Visit(client=number, day=day, text="x", recorded_at=AT))
    profile = PROFILE._replace(cadences=(Rule(every, "A"),))
    assert [each[1] for each in found(db, profile, soon=60)] == [due_on]


def test_whose_how_many_and_who_is_left_alone(db: sqlite3.Connection) -> None:
    add(db, "甲", owner="林")
    add(db, "乙", owner="王")
    add(db, "丙", stage="dormant")
    add(db, "丁", archived_on="2026-11-20")
    assert [each[0] for each in found(db, owner="王")] == ["乙"]
    some = due(db, Wanted(TODAY, most=1), PROFILE, CHINA, "en")
    assert (len(some.lines), some.total) == (1, 2)


def test_the_load_puts_nothing_on_a_day_off(db: sqlite3.Connection) -> None:
    add(db, "甲", touch="2026-09-29", added_on="2026-09-01")
    add(db, "乙", tier="", touch="2026-09-29", cadence="2d", added_on="2026-09-01")
    add(db, "丙", tier="", touch="2026-09-29", cadence="2/week", added_on="2026-09-01")
    days = load(db, Wanted(date(2026, 9, 29), soon=14), PROFILE, CHINA)
    assert [day for day, _number in days] == list(CHINA.between(date(2026, 9, 29), date(2026, 10, 13)))
    # 乙 is due on 1 October, a holiday, and so on the first day worked after it; 10 October is a Saturday worked.
    found = {day.isoformat(): number for day, number in days}
    assert found["2026-10-08"] >= 1
    assert sum(found.values()) >= 5


def test_what_is_overdue_falls_on_today(db: sqlite3.Connection) -> None:
    add(db, "甲", touch="2026-11-02")
    days = load(db, Wanted(TODAY, soon=13), PROFILE, CHINA)
    assert days[0] == (TODAY, 1)
    # Seven working days on it is due again.
    assert [day.isoformat() for day, number in days if number] == ["2026-11-24", "2026-12-03"]
