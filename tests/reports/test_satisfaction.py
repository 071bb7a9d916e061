import sqlite3
from datetime import date
from datetime import datetime

from rmtool.config.settings import Settings
from rmtool.domain import periods
from rmtool.domain.clients import Client
from rmtool.domain.visits import Visit
from rmtool.reports import satisfaction as report
from rmtool.reports.owed import Wanted
from rmtool.store import clients
from rmtool.store import visits

AT = "2026-11-24T01:30:00Z"
NOW = datetime.fromisoformat("2026-11-24T09:30:00+08:00")
YEAR = Wanted("satisfaction", periods.year_of(date(2026, 11, 24)), NOW)


def test_scores_by_month_and_kind_with_reasons(db: sqlite3.Connection) -> None:
    clients.add(db, Client("甲", added_on="2026-01-01"), AT)
    for day, kind, value, feedback in (
        ("2025-03-01", "call", 3, ""), ("2025-12-31", "call", 1, "same days only"), ("2026-10-01", "call", 1, "等太久"),
        ("2026-11-02", "visit", 5, "服务好"), ("2026-11-03", "visit", 5, "服务 好"), ("2026-11-04", "visit", 2, ""), ("2026-11-05", "visit", 4, ""),
    ):  # fmt: skip
        visits.add(db, Visit(1, day, "说了话", kind=kind, feedback=feedback, measures={"satisfaction": value}, recorded_at=AT))  # fmt: skip
    found = report.satisfaction(db, YEAR, Settings(owner="林", department="一部"))
    assert (found.total.count, found.total.mean, found.total.best, found.total.low) == (5, 3.4, 2, 2)
    # The year is not over: compared with as many days of the one before.
    assert (found.before.count, found.before.mean) == (1, 3.0)
    assert [(each.key, each.count, each.low_percent) for each in found.months] == [("2026-10", 1, 100), ("2026-11", 4, 25)]  # fmt: skip
    assert [each.key for each in found.kinds] == ["visit", "call"]
    assert [(each.day, each.value, each.text) for each in found.low] == [("2026-11-04", 2.0, "说了话"), ("2026-10-01", 1.0, "等太久")]  # fmt: skip
    assert [(each.text, each.count) for each in found.praised] == [("服务好", 2)]
    assert (found.owner, found.department, found.low_left_out) == ("林", "一部", 0)


def test_nothing_scored(db: sqlite3.Connection) -> None:
    found = report.satisfaction(db, YEAR, Settings())
    assert (found.total.mean, found.months, found.low, found.praised) == (None, (), (), ())
