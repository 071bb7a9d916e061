"""Where a report's figures came from: the numbers add up to the figures shown."""

import sqlite3
from datetime import datetime

import pytest

from rmtool import paths
from rmtool.config import profile
from rmtool.config.settings import Settings
from rmtool.domain import periods
from rmtool.domain.clients import Client
from rmtool.domain.reports import Report
from rmtool.domain.tasks import Task
from rmtool.domain.visits import Visit
from rmtool.domain.workdays import WorkCalendar
from rmtool.reports.activity import activity
from rmtool.reports.owed import Wanted
from rmtool.store import clients
from rmtool.store import database
from rmtool.store import tasks
from rmtool.store import visits

NOW = datetime(2026, 11, 24, 9, 30)
GENERAL = profile.load(paths.templates_folder() / "profiles" / "general.toml")


@pytest.fixture
def db(db: sqlite3.Connection) -> sqlite3.Connection:
    with database.change(db):
        for number in range(1, 8):
            clients.add(
                db,
                Client(f"客户{number}", tier="A", added_on="2026-11-23" if number < 3 else "2025-01-01"),
                "2025-01-01T00:00:00Z",
            )
        for number in range(1, 7):
            visits.add(
                db,
                Visit(
                    number % 3 + 1, f"2026-11-2{number % 2 + 3}", f"第{number}次", need="要" if number % 2 else "",
                    feedback="好" if number == 2 else "", competitor="甲行" if number == 3 else "", result="成" if number == 4 else "",
                    measures={"stock": 1.0} if number == 5 else {},
                ),
            )  # fmt: skip
        visits.add(db, Visit(1, "2026-10-01", "早先"))
        for due, kind in (
            ("2026-12-02", "follow-up"),
            ("2026-11-20", "complaint"),
            ("2026-11-26", "enquiry"),
            ("", "request"),
        ):
            tasks.add(db, Task("事", client=1, kind=kind, due=due, first_due=due, opened_on="2026-11-23"))
        tasks.add(db, Task("办完", opened_on="2026-11-01", closed_on="2026-11-24"))
    return db


def made(db: sqlite3.Connection, name: str, *, sources: bool = True) -> Report:
    wanted = Wanted(name, periods.week_of(NOW.date()), NOW, "", sources)
    return activity(db, wanted, Settings(), GENERAL, WorkCalendar())


def test_every_figure_at_the_top_has_as_many_numbers(db: sqlite3.Connection) -> None:
    report = made(db, "weekly")
    counts = report.counts
    found = {each.figure: len(each.numbers) for each in report.sources if each.section == "counts"}
    figures = {
        "visits": counts.visits.count, "clients": counts.clients.count, "new_clients": counts.new_clients.count,
        "done": counts.done.count, "open": counts.open, "overdue": counts.overdue, "quiet": counts.quiet,
    }  # fmt: skip
    assert found == {key: value for key, value in figures.items() if value}
    assert counts.visits.count == 6


@pytest.mark.parametrize("name", ["daily", "weekly", "monthly", "quarterly"])
def test_sections_have_the_numbers_of_their_rows_and_no_others(db: sqlite3.Connection, name: str) -> None:
    report = made(db, name)
    found = {(each.section, each.kind): each.numbers for each in report.sources if each.section != "counts"}
    assert {section for section, _kind in found} <= set(report.sections)
    rows = {
        ("visits", "visit"): [each.number for each in report.visits], ("needs", "visit"): [each.visit for each in report.needs],
        ("feedback", "visit"): [each.visit for each in report.feedback], ("done", "task"): [each.number for each in report.tasks.done],
        ("overdue", "task"): [each.number for each in report.tasks.overdue], ("plan", "task"): [each.number for each in report.plan],
        ("open", "task"): [each.number for each in report.tasks.open], ("support", "task"): [each.number for each in report.support],
        ("feedback", "task"): [each.number for each in report.complaints], ("market", "visit"): [each.visit for each in report.competitors],
    }  # fmt: skip
    for (section, kind), numbers in rows.items():
        if section in report.sections:
            assert list(found.get((section, kind), ())) == sorted(numbers), section


def test_without_asking_there_are_none(db: sqlite3.Connection) -> None:
    assert made(db, "weekly", sources=False).sources == ()
