"""The market report counts notes by what they are about, and tells what was passed on by its end."""

import sqlite3
from datetime import date
from datetime import datetime

import pytest

from rmtool.config.profile import Profile
from rmtool.config.profile_rows import Measure
from rmtool.config.settings import Settings
from rmtool.domain import periods
from rmtool.domain.clients import Client
from rmtool.domain.market import MarketReport
from rmtool.domain.market import Trend
from rmtool.domain.notes import Note
from rmtool.domain.reports import Change
from rmtool.domain.reports import KindCount
from rmtool.domain.visits import Visit
from rmtool.reports.market import MOST_NOTES
from rmtool.reports.market import market
from rmtool.reports.owed import Wanted
from rmtool.store import clients
from rmtool.store import notes
from rmtool.store import visits

NOW = datetime.fromisoformat("2026-11-24T09:30:00+08:00")
AT = "2026-11-24T01:30:00Z"


@pytest.fixture
def heard(db: sqlite3.Connection) -> sqlite3.Connection:
    client = clients.add(db, Client(name="云岫", added_on="2026-01-01"), AT)
    price = Note(
        "批价降2元", "price", client=client, day="2026-11-20", product="红梅", place="城南", owner="林"
    )
    for note in (
        price,
        price._replace(day="2026-11-23", place="城北"),
        price._replace(day="2026-10-05"),
        # After the same days of the month before.
        price._replace(day="2026-10-30"),
        Note("假烟", "violation", day="2026-11-10", severity="urgent", tell="稽查队", told_on="2026-11-11"),
        Note(
            "章不符",
            "suspicious-paper",
            day="2026-10-20",
            severity="urgent",
            tell="风险部",
            competitor="某行",
        ),
    ):
        notes.add(db, note)
    visit = Visit(client, "2026-11-12", "谈", recorded_at=AT, owner="林")
    visits.add(db, visit._replace(need="续贷", products=("流贷", "票据"), competitor="某行低30个基点"))
    visits.add(db, visit._replace(need="换新", products=("流贷",)))
    visits.add(db, visit._replace(need="早点到货"))
    return db


def made(db: sqlite3.Connection, period: periods.Period, owner: str = "") -> MarketReport:
    return market(db, Wanted("market", period, NOW, owner), Settings(owner="林", department="一部"), PROFILE)


PROFILE = Profile(
    measures=(Measure("stock", unit="条", over="last"), Measure("sales"), Measure("outings", of="visits")),
)
NOVEMBER = periods.month_of(date(2026, 11, 1))


def test_notes_are_counted_against_the_same_days_before(heard: sqlite3.Connection) -> None:
    report = made(heard, NOVEMBER)
    assert report.total == Change(3, 1)
    assert report.kinds == (
        KindCount("price", 2, 1), KindCount("violation", 1, 1), KindCount("suspicious-paper", 0, -1),
    )  # fmt: skip
    assert report.products == (KindCount("红梅", 2, 1),)
    assert report.places == (KindCount("城北", 1, 1), KindCount("城南", 1, 0))
    assert report.competitors == (KindCount("某行", 0, -1),)
    assert (report.owner, report.department) == ("林", "一部")


def test_what_was_not_passed_on_stays_until_it_is(heard: sqlite3.Connection) -> None:
    report = made(heard, NOVEMBER)
    assert [(each.text, each.state) for each in report.urgent] == [("章不符", "untold"), ("假烟", "told")]
    assert report.untold == 1
    assert [each.number for each in report.notes] == [2, 1, 5]


def test_the_past_is_told_as_it_was(heard: sqlite3.Connection) -> None:
    report = made(heard, periods.day_of(date(2026, 11, 10)))
    assert [(each.text, each.state, each.told_on) for each in report.urgent] == [
        ("假烟", "untold", ""),
        ("章不符", "untold", ""),
    ]


def test_what_clients_say_of_competitors_and_need(heard: sqlite3.Connection) -> None:
    report = made(heard, NOVEMBER)
    assert [(each.client, each.text) for each in report.heard] == [("云岫", "某行低30个基点")]
    assert [(each.product, [need.text for need in each.needs]) for each in report.needs] == [
        ("流贷", ["续贷", "换新"]),
        ("票据", ["续贷"]),
        ("", ["早点到货"]),
    ]


def test_an_owner_gets_only_what_is_his(heard: sqlite3.Connection) -> None:
    report = made(heard, NOVEMBER, "王")
    assert (report.total, report.urgent, report.heard, report.owner) == (Change(0, 0), (), (), "王")


def test_a_long_list_says_what_it_left_out(db: sqlite3.Connection) -> None:
    for _ in range(MOST_NOTES + 2):
        notes.add(db, Note("x", day="2026-11-24"))
    report = made(db, NOVEMBER)
    assert (len(report.notes), report.notes_left_out) == (MOST_NOTES, 2)


def log(db: sqlite3.Connection, day: str, **numbers: float) -> None:
    visits.add(db, Visit(1, day, "盘点", recorded_at=AT, measures=numbers))


def test_measures_lead_somewhere(db: sqlite3.Connection) -> None:
    clients.add(db, Client(name="云岫", added_on="2026-01-01"), AT)
    for month, sold in ((7, 100), (8, 110), (9, 120), (10, 130), (11, 60)):
        log(db, f"2026-{month:02d}-05", sales=sold / 2)
        log(db, f"2026-{month:02d}-06", sales=sold / 2)
    log(db, "2026-09-05", stock=60)
    log(db, "2026-10-05", stock=50)
    log(db, "2026-10-20", stock=40)
    stock, sales, outings = made(db, NOVEMBER).trends
    assert stock == Trend("stock", "条", (None, None, None, 60, 40, None), None)
    # November is not over: it is shown, and does not count for December.
    assert sales == Trend("sales", "", (None, 100, 110, 120, 130, 60), 150)
    assert outings.values == (None, 2, 2, 3, 4, 2)
    october = made(db, periods.month_of(date(2026, 10, 1))).trends
    assert [(each.key, each.forecast) for each in october] == [
        ("stock", None),
        ("sales", 140),
        ("outings", 4.5),
    ]
    assert made(db, periods.ALL).trends == ()
    # In July they are logged for the first time: a single number leads nowhere.
    assert made(db, periods.month_of(date(2026, 7, 1))).trends == ()
