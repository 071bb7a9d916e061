"""A year told day by day: real clients, the official calendar, and a plan that is carried out every working day."""

import sqlite3
from collections.abc import Iterator
from datetime import date
from datetime import datetime
from datetime import time
from pathlib import Path

import pytest

from rmtool import paths
from rmtool.config import profile
from rmtool.domain.clients import Client
from rmtool.domain.clock import Clock
from rmtool.domain.holidays import official
from rmtool.domain.visits import Visit
from rmtool.reports import due
from rmtool.reports import plan
from rmtool.store import clients
from rmtool.store import visits

AT = "2026-11-24T01:30:00Z"
DATA = Path(__file__).parents[3] / "shared" / "data"
GENERAL = profile.load(paths.templates_folder() / "profiles" / "general.toml")
CHINA = official()
FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)
WORKING = CHINA.between(FIRST, LAST)


def districts() -> dict[str, list[int]]:
    """The numbers of the clients of a bank, by district: each has one RM."""
    found: dict[str, list[int]] = {}
    for row in (DATA / "berka" / "fin_client.tsv").read_text(encoding="utf-8").splitlines():
        number, _birthday, _sex, district = row.split("\t")
        found.setdefault(district, []).append(int(number))
    return found


DISTRICTS = districts()


def days(db: sqlite3.Connection) -> Iterator[tuple[date, plan.DayPlan, set[int]]]:
    """Every working day with its plan and who is due or overdue on it; each stop is then made."""
    for day in WORKING:
        wanted = due.Wanted(day)
        owed = {each.number for each in due.due(db, wanted, GENERAL, CHINA, "en").lines}
        made = plan.plan(
            db,
            plan.Wanted(Clock(datetime.combine(day, time(8))), "", GENERAL.max_per_day),
            GENERAL,
            CHINA,
            "en",
        )
        yield day, made, owed
        for stop in made.stops:
            visits.add(db, Visit(stop.client, day.isoformat(), "x", recorded_at=AT))


def replay(db: sqlite3.Connection, numbers: list[int]) -> None:
    known = set()
    for number in numbers:
        tier = "ABCD"[min(number % 10, 3)]
        known.add(clients.add(db, Client(name=f"C{number}", tier=tier, added_on="2025-12-31"), AT))
    seen: set[int] = set()
    for day, made, owed in days(db):
        stops = {each.client for each in made.stops}
        assert CHINA.is_working(day)
        assert made.day == day.isoformat()
        assert len(stops) == len(made.stops) <= GENERAL.max_per_day
        # Who is owed a touch is planned; where the day is full, who is left stays in the list.
        assert stops <= owed
        assert stops == owed or len(stops) == GENERAL.max_per_day
        assert made.left_out == len(owed - stops)
        seen |= stops
    late = {each.number for each in due.due(db, due.Wanted(LAST), GENERAL, CHINA, "en").lines}
    assert seen | late == known
    if len(numbers) < 100:
        # Where a year has room, everybody was seen, and at its end nobody waits longer than a week.
        assert seen == known
        lines = due.due(db, due.Wanted(LAST), GENERAL, CHINA, "en").lines
        assert all(each.days <= 7 for each in lines)


def test_the_calendar_of_the_year_has_shift_days() -> None:
    assert date(2026, 2, 14) in WORKING  # a Saturday worked for the Spring Festival
    assert date(2026, 10, 1) not in WORKING


@pytest.mark.parametrize("district", sorted(DISTRICTS))
def test_a_year_of_an_rm_keeps_every_promise_of_the_plan(db: sqlite3.Connection, district: str) -> None:
    replay(db, DISTRICTS[district])
