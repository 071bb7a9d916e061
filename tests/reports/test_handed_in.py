import sqlite3
from dataclasses import replace
from datetime import date
from datetime import datetime

from rmtool.domain.deliveries import Delivery
from rmtool.domain.holidays import official
from rmtool.domain.periods import Period
from rmtool.domain.periods import month_of
from rmtool.domain.schedules import Schedule
from rmtool.domain.schedules import parse_at
from rmtool.domain.schedules import parse_by
from rmtool.reports import handed_in
from rmtool.reports.handed_in import Wanted
from rmtool.store import deliveries
from rmtool.store import schedules
from rmtool.store.schedules import Run

WEEKLY = Schedule(
    "weekly", parse_at("fri 17:30"), "", recorded_at="2026-10-30T00:00:00Z", deadline=parse_by("fri 18:00"),
    mail=("a@b.cn",),
)  # fmt: skip
NOVEMBER = month_of(date(2026, 11, 1))


def at(word: str) -> datetime:
    return datetime.fromisoformat(f"{word}+08:00")


def sent(db: sqlite3.Connection, number: int, due: str, instant: str, state: str = "sent") -> None:
    schedules.add_run(db, Run(number, due, instant, instant, 0, "weekly.md"))
    done = instant if state == "sent" else ""
    deliveries.add(db, Delivery(number, due, "mail:a@b.cn", state=state, made_at=instant, sent_at=done))


def states(db: sqlite3.Connection, now: str, period: Period = NOVEMBER) -> list[tuple[str, str]]:
    found = handed_in.found(db, Wanted(period, at(now), official()))
    return [(each.due_at[5:10], each.state) for each in found]


def test_every_due_report_of_a_period_has_its_state(db: sqlite3.Connection) -> None:
    number = schedules.add(db, WEEKLY)
    sent(db, number, "2026-11-06T17:30", "2026-11-06T09:31:00Z")
    sent(db, number, "2026-11-13T17:30", "2026-11-13T10:31:00Z")
    sent(db, number, "2026-11-20T17:30", "2026-11-20T09:31:00Z", "unknown")
    wanted = [("11-06", "handed-in"), ("11-13", "late"), ("11-20", "unknown"), ("11-27", "missing")]
    assert states(db, "2026-11-28T09:00") == wanted
    assert states(db, "2026-11-24T09:00")[-1] == ("11-27", "coming")


def test_nothing_was_due_before_the_schedule_was_made(db: sqlite3.Connection) -> None:
    schedules.add(db, replace(WEEKLY, recorded_at="2026-11-20T12:00:00Z"))
    assert states(db, "2026-11-28T09:00") == [("11-27", "missing")]


def test_a_report_counts_where_it_is_due_and_where_its_deadline_lies(db: sqlite3.Connection) -> None:
    monthly = replace(WEEKLY, report="monthly", at=parse_at("month-end 17:00"), deadline=parse_by("10th"))
    schedules.add(db, monthly)
    assert states(db, "2026-12-01T09:00") == [("10-31", "missing"), ("11-30", "waiting")]
    (found, _next) = handed_in.found(db, Wanted(NOVEMBER, at("2026-12-01T09:00"), official()))
    assert (found.period, found.deadline) == ("2026-10", "2026-11-10T23:59")


def test_a_report_written_by_an_older_rmtool_is_in_its_folder(db: sqlite3.Connection) -> None:
    number = schedules.add(db, replace(WEEKLY, folder="/tmp", mail=()))
    schedules.add_run(
        db, Run(number, "2026-11-06T17:30", "2026-11-06T09:30:00Z", "2026-11-06T09:31:00Z", 0, "a.md")
    )
    found = handed_in.found(db, Wanted(NOVEMBER, at("2026-11-07T09:00"), official()))[0]
    assert (found.state, found.made_at) == ("handed-in", "2026-11-06T17:31")
    assert [each.destination for each in found.deliveries] == ["folder"]


def test_working_days_decide_what_was_due(db: sqlite3.Connection) -> None:
    schedules.add(db, replace(WEEKLY, report="daily", at=parse_at("17:30 workdays"), deadline=None, recorded_at="2026-10-01T00:00:00Z"))  # fmt: skip
    week = Period("range", date(2026, 10, 5), date(2026, 10, 11))
    assert [day for day, _state in states(db, "2026-10-12T09:00", week)] == ["10-08", "10-09", "10-10"]


def test_the_troubles_of_a_month_are_told_and_lateness_for_a_week(db: sqlite3.Connection) -> None:
    number = schedules.add(db, replace(WEEKLY, recorded_at="2026-10-31T00:00:00Z"))
    for day in ("06", "13", "20"):
        sent(db, number, f"2026-11-{day}T17:30", f"2026-11-{day}T10:31:00Z")
    found = handed_in.troubles(db, at("2026-11-27T18:30"), official())
    assert [(each.due_at[5:10], each.state) for each in found] == [("11-20", "late"), ("11-27", "missing")]
    assert handed_in.troubles(db, at("2026-11-05T12:00"), official()) == ()
