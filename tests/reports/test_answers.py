"""Who is due because something calls for a touch."""

import sqlite3
from datetime import date

from rmtool.config.profile import Profile
from rmtool.config.profile_rows import MILESTONE
from rmtool.config.profile_rows import Choice
from rmtool.config.profile_rows import Rule
from rmtool.domain.clients import Client
from rmtool.domain.due import Due
from rmtool.domain.holidays import official
from rmtool.domain.tasks import Task
from rmtool.domain.visits import Visit
from rmtool.reports.due import Wanted
from rmtool.reports.due import due
from rmtool.store import clients
from rmtool.store import tasks
from rmtool.store import visits

AT = "2026-11-24T01:30:00Z"
TODAY = date(2026, 11, 24)
CHINA = official()
PROFILE = Profile(
    tiers=(Choice("A"),),
    stages=(Choice("signed", owed=True),),
    visit_kinds=(Choice("visit"), Choice("call"), Choice("reception"), Choice("message", counts=False)),
    cadences=(
        Rule("7d", duty="DECOR.4"),
        Rule("4wh", after="reception", kinds=("call",), duty="DECOR.3"),
        Rule(MILESTONE, kinds=("visit",), duty="DECOR.5"),
    ),
)


def add(db: sqlite3.Connection, name: str, *touches: tuple[str, str, str], **more: str) -> int:
    number = clients.add(db, Client(name=name, **{"added_on": "2026-11-20", **more}), AT)  # type: ignore[arg-type]
    for day, time, kind in touches:
        visits.add(db, Visit(number, day, "x", time=time, kind=kind, minutes=30, recorded_at=AT))
    return number


def found(db: sqlite3.Connection, profile: Profile = PROFILE, soon: int = 0) -> list[Due]:
    return [*due(db, Wanted(TODAY, soon=soon), profile, CHINA, "en").lines]


def told(
    db: sqlite3.Connection, profile: Profile = PROFILE, soon: int = 0
) -> list[tuple[str, str, str, str]]:
    return [
        (each.name, f"{each.due} {each.time}".strip(), each.state, each.duty)
        for each in found(db, profile, soon)
    ]


def test_half_a_day_after_a_reception(db: sqlite3.Connection) -> None:
    # Half an hour long: the client left at 10:30. At four the day ends before the four hours do.
    add(db, "甲", ("2026-11-24", "10:00", "reception"))
    add(db, "乙", ("2026-11-23", "16:00", "reception"))
    add(db, "丙", ("2026-11-24", "16:00", "reception"))
    add(db, "丁", ("2026-11-24", "", "reception"))
    add(db, "戊", ("2026-11-23", "10:00", "reception"))
    add(db, "己", ("2026-11-23", "10:00", "reception"), ("2026-11-23", "11:00", "call"))
    assert told(db) == [
        ("戊", "2026-11-23 14:30", "overdue", "DECOR.3"),
        ("甲", "2026-11-24 14:30", "due", "DECOR.3"),
        ("乙", "2026-11-24 11:30", "due", "DECOR.3"),
        ("丁", "2026-11-24", "due", "DECOR.3"),
    ]
    (line,) = [each for each in found(db) if each.name == "甲"]
    assert (line.every, line.last_touch, line.last_kind, line.kinds, line.days) == (
        "4wh",
        "2026-11-24",
        "reception",
        ("call",),
        0,
    )
    assert ("丙", "2026-11-25 11:30", "soon", "DECOR.3") in told(db, soon=1)


def test_what_was_not_answered_in_a_month_is_left_to_the_cadence(db: sqlite3.Connection) -> None:
    add(db, "甲", ("2026-10-20", "10:00", "reception"), added_on="2026-10-01")
    assert told(db) == [("甲", "2026-10-27", "overdue", "DECOR.4")]


def test_the_earlier_of_two_reasons_is_told(db: sqlite3.Connection) -> None:
    number = add(
        db, "甲", ("2026-11-10", "", "visit"), ("2026-11-16", "10:00", "reception"), added_on="2026-11-01"
    )
    tasks.add(
        db,
        Task(
            "水电", client=number, kind="milestone", due="2026-11-12", opened_on="2026-11-01", recorded_at=AT
        ),
    )
    assert told(db) == [("甲", "2026-11-12", "overdue", "DECOR.5")]
    visits.add(db, Visit(number, "2026-11-13", "x", kind="visit", recorded_at=AT))
    assert told(db) == [("甲", "2026-11-16 14:30", "overdue", "DECOR.3")]
    visits.add(db, Visit(number, "2026-11-16", "x", time="12:00", kind="call", recorded_at=AT))
    assert told(db) == [("甲", "2026-11-23", "overdue", "DECOR.4")]


def test_a_milestone_is_told_of_every_stage_and_with_its_task(db: sqlite3.Connection) -> None:
    number = add(db, "甲", stage="lost")
    task = tasks.add(
        db,
        Task(
            "水电", client=number, kind="milestone", due="2026-11-24", opened_on="2026-11-01", recorded_at=AT
        ),
    )
    (line,) = found(db)
    assert (line.task, line.milestone, line.state, line.every) == (task, "水电", "due", "milestone")


def test_a_rule_without_kinds_is_answered_by_any_that_counts(db: sqlite3.Connection) -> None:
    profile = PROFILE._replace(cadences=(Rule("0d", after="reception", tier="A"),))
    add(db, "甲", ("2026-11-24", "", "reception"), ("2026-11-24", "", "message"), tier="A")
    add(db, "乙", ("2026-11-24", "", "reception"))
    assert told(db, profile) == [("甲", "2026-11-24", "due", "")]


def test_a_stage_that_says_so_is_owed_touches(db: sqlite3.Connection) -> None:
    add(db, "甲", stage="signed", added_on="2026-11-01")
    assert told(db) == [("甲", "2026-11-08", "overdue", "DECOR.4")]
    assert told(db, PROFILE._replace(stages=(Choice("signed"),))) == []
