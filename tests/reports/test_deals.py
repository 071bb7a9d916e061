import sqlite3
from datetime import date

from rmtool import paths
from rmtool.config import profile
from rmtool.domain import periods
from rmtool.domain.clients import Client
from rmtool.domain.deals import Deal
from rmtool.reports import deals
from rmtool.store import clients
from rmtool.store import deals as store

TODAY = date(2026, 11, 24)
GENERAL = profile.load(paths.templates_folder() / "profiles" / "general.toml")


def a_deal(amount: int, stage: str = "lead", **more: str) -> Deal:
    days = {"opened_on": "2026-11-23", "moved_on": "2026-11-23", **more}
    return Deal(client=1, product="流贷", amount=amount * 100, stage=stage, **days)  # type: ignore[arg-type]


def test_sums_are_weighted_by_the_chance_of_the_stage() -> None:
    assert deals.sums((a_deal(1000), a_deal(1000, "negotiation")), GENERAL) == (200_000, 70_000)
    assert deals.sums((a_deal(1000, "gone"),), GENERAL) == (100_000, 0)
    assert deals.sums((), GENERAL) == (0, 0)


def test_a_deal_too_long_in_its_stage_is_stuck() -> None:
    assert not deals.is_stuck(a_deal(1, moved_on="2026-10-25"), TODAY, GENERAL)
    assert deals.is_stuck(a_deal(1, moved_on="2026-10-24"), TODAY, GENERAL)
    won = a_deal(1, "won", outcome="won", moved_on="2026-01-01")
    assert not deals.is_stuck(won, TODAY, GENERAL)
    assert deals.judged(won, TODAY, GENERAL) == {"days_in_stage": 0, "stuck": False}


def test_a_period_tells_what_began_ended_and_is_stuck(db: sqlite3.Connection) -> None:
    clients.add(db, Client(name="华星", added_on="2026-01-01"), "x")
    for deal in (
        a_deal(1000),
        a_deal(2000, "won", outcome="won", closed_on="2026-11-24", opened_on="2026-11-23"),
        a_deal(3000, "lost", outcome="lost", closed_on="2026-11-23", opened_on="2026-09-01", reason="贵"),
        a_deal(4000, "negotiation", opened_on="2026-09-01", moved_on="2026-09-01"),
        a_deal(5000, "proposal", opened_on="2026-11-10", moved_on="2026-11-10"),
        a_deal(6000, "won", outcome="won", closed_on="2026-11-10", opened_on="2026-11-01"),
        a_deal(7000, opened_on="2026-11-25"),
    ):
        store.add(db, deal)
    found = deals.section(db, periods.week_of(TODAY), TODAY, "", GENERAL)
    assert [(each.amount, each.state) for each in found.rows] == [
        (3000, "lost"), (2000, "won"), (1000, "new"), (4000, "stuck"),
    ]  # fmt: skip
    assert (found.won, found.open, found.total, found.weighted) == (2000, 3, 10_000, 100 + 2400 + 1500)
    assert deals.section(db, periods.week_of(TODAY), TODAY, "王", GENERAL).rows == ()


def test_a_past_period_tells_what_was_open_then(db: sqlite3.Connection) -> None:
    clients.add(db, Client(name="华星", added_on="2026-01-01"), "x")
    store.add(db, a_deal(2000, "won", outcome="won", opened_on="2026-11-02", closed_on="2026-11-24"))
    store.add(db, a_deal(3000, "lost", outcome="lost", opened_on="2026-11-02", closed_on="2026-11-08"))
    found = deals.section(db, periods.week_of(date(2026, 11, 8)), date(2026, 11, 8), "", GENERAL)
    assert (found.open, found.total) == (1, 2000)
