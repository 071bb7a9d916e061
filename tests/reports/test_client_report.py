"""The timeline of one client."""

import sqlite3
from datetime import datetime

import pytest

from rmtool.config.settings import Settings
from rmtool.domain.clients import Client
from rmtool.domain.clients import Contact
from rmtool.domain.clock import Clock
from rmtool.domain.complaints import HandOver
from rmtool.domain.deals import Deal
from rmtool.domain.greetings import Greeting
from rmtool.domain.notes import Note
from rmtool.domain.papers import Paper
from rmtool.domain.periods import Period
from rmtool.domain.periods import parse_period
from rmtool.domain.tasks import Task
from rmtool.domain.timeline import ClientReport
from rmtool.domain.visits import Visit
from rmtool.errors import NotFoundError
from rmtool.reports.client_report import client_report
from rmtool.reports.owed import Wanted
from rmtool.store import clients
from rmtool.store import contacts
from rmtool.store import deals
from rmtool.store import greetings
from rmtool.store import hand_overs
from rmtool.store import notes
from rmtool.store import papers
from rmtool.store import tasks
from rmtool.store import visits

AT = "2026-11-24T01:30:00Z"
NOW = datetime(2026, 11, 26, 17)


@pytest.fixture
def full(db: sqlite3.Connection) -> sqlite3.Connection:
    """A client with one of everything, and another one beside it."""
    uncle = clients.add(db, Client("禾谷", added_on="2026-01-05"), AT)
    number = clients.add(
        db, Client("云岫", added_on="2026-10-01", referred_by=uncle, id_number="110101199003074514", owner="林"), AT
    )  # fmt: skip
    contacts.add(db, Contact(number, "陈佩华", role="董事长"), AT)
    met = visits.add(
        db, Visit(number, "2026-11-02", "谈续贷", time="09:30", need="500万", measures={"stock": 3}, owner="林", recorded_at=AT)
    )  # fmt: skip
    visits.add(db, Visit(number, "2026-11-03", "电话", kind="call", owner="周", recorded_at=AT))
    visits.add(db, Visit(uncle, "2026-11-03", "别家", recorded_at=AT))
    promised = Task("送方案", client=number, visit=met, opened_on="2026-11-02", due="2026-11-09", first_due="2026-11-06", recorded_at=AT)  # fmt: skip
    done = tasks.add(db, promised._replace(closed_on="2026-11-20", result="已送", owner="林"))
    hand_overs.add(db, HandOver(done, "2026-11-04", "10:00", "quality", "周敏", recorded_at=AT))
    tasks.add(db, promised._replace(text="回电", owner="周"))
    deal = Deal(number, "loan", 50_000_000, stage="lead", opened_on="2026-11-05", moved_on="2026-11-05", owner="林", recorded_at=AT)  # fmt: skip
    first = deals.add(db, deal)
    deals.set(db, deal._replace(number=first, stage="offer", moved_on="2026-11-12"))
    won = deals.add(db, deal._replace(product="deposit"))
    deals.set(db, deal._replace(number=won, product="deposit", outcome="won", closed_on="2026-11-19"))
    lost = deals.add(db, deal._replace(product="card"))
    deals.set(
        db, deal._replace(number=lost, product="card", outcome="lost", closed_on="2026-11-21", reason="价高")
    )
    notes.add(db, Note("对门开了新行", client=number, day="2026-11-10", owner="林", recorded_at=AT))
    papers.set(db, Paper(number, "licence", "2026-11-11", "2027-11-11", recorded_at=AT))
    greetings.add(db, Greeting(number, "birthday", "2026-11-15", "2026-11-15", gift="茶叶", owner="林"), AT)
    return db


def made(db: sqlite3.Connection, period: Period, owner: str = "", client: int = 2) -> ClientReport:
    return client_report(db, Wanted("client", period, NOW, owner, client=client), Clock(NOW), Settings())


def month(text: str) -> Period:
    return parse_period(text, NOW.date(), "month")


def test_everything_that_happened_stands_in_order(full: sqlite3.Connection) -> None:
    report = made(full, month("2026-11"))
    assert [(each.day[8:], each.what, each.kind) for each in report.events] == [
        ("02", "visit", "visit"), ("02", "task", "follow-up"), ("02", "task", "follow-up"), ("03", "visit", "call"),
        ("04", "handed-over", "quality"), ("05", "deal", "lead"), ("05", "deal", "lead"), ("05", "deal", "lead"),
        ("10", "note", "market"), ("11", "paper", "licence"), ("12", "moved", "offer"), ("15", "greeting", "birthday"),
        ("19", "won", "lead"), ("20", "done", "follow-up"), ("21", "lost", "lead"),
    ]  # fmt: skip
    first = report.events[0]
    assert (first.details, first.measures) == ({"need": "500万"}, {"stock": 3})
    assert report.events[1].details == {"due": "2026-11-06", "visit": "1"}
    assert report.events[-1].details == {"reason": "价高"}
    assert report.events[-3].amount == 500_000


def test_what_is_counted_and_what_is_open_at_the_end(full: sqlite3.Connection) -> None:
    report = made(full, month("2026-11"))
    assert (report.visits, report.opened, report.done, report.overdue) == (2, 2, 1, 1)
    assert [(each.key, each.count) for each in report.kinds] == [("visit", 1), ("call", 1)]
    assert [(each.key, each.count) for each in report.months] == [("2026-11", 2)]
    assert [each.text for each in report.open] == ["回电"]
    assert [(each.product, each.amount, each.stage) for each in report.deals] == [("loan", 500_000, "offer")]
    assert (report.client.name, report.client.id_number, report.referrer) == ("云岫", "", "禾谷")
    assert [each.name for each in report.contacts] == ["陈佩华"]


def test_an_earlier_period_shows_what_was_open_then(full: sqlite3.Connection) -> None:
    ten = made(full, parse_period("2026-11上旬", NOW.date(), "month"))
    assert [each.text for each in ten.open] == ["送方案", "回电"]
    assert [each.state for each in ten.open] == ["overdue", "overdue"]
    assert [(each.product, each.stage) for each in ten.deals] == [
        ("loan", "lead"),
        ("deposit", "lead"),
        ("card", "lead"),
    ]
    october = made(full, month("2026-10"))
    assert [(each.day, each.what) for each in october.events] == [("2026-10-01", "added")]
    assert october.open == ()


def test_one_owner_sees_only_what_is_theirs(full: sqlite3.Connection) -> None:
    report = made(full, month("2026-11"), "周")
    assert [(each.what, each.owner) for each in report.events] == [
        ("task", "周"),
        ("visit", "周"),
        ("paper", ""),
    ]
    assert report.deals == ()


def test_a_client_that_was_put_away_says_so(full: sqlite3.Connection) -> None:
    clients.set(full, clients.get(full, 2)._replace(archived_on="2026-11-25"))
    assert made(full, month("2026-11")).events[-1].what == "archived"


def test_nobody_is_a_client_without_a_record(full: sqlite3.Connection) -> None:
    with pytest.raises(NotFoundError):
        made(full, month("2026-11"), client=99)
