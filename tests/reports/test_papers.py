import sqlite3
from datetime import date

import pytest

from rmtool import paths
from rmtool.config import profile
from rmtool.config.profile_rows import Choice
from rmtool.domain.clients import Client
from rmtool.domain.papers import Paper
from rmtool.reports import papers as report
from rmtool.store import clients
from rmtool.store import papers

TODAY = date(2026, 11, 24)
AT = "2026-11-24T01:30:00Z"
BANK = profile.load(paths.templates_folder() / "profiles" / "bank-corporate.toml")


@pytest.fixture
def book(db: sqlite3.Connection) -> sqlite3.Connection:
    for name, kind, tier in (("华星", "company", "C"), ("张三", "person", "A"), ("空", "company", "A")):
        clients.add(db, Client(name=name, kind=kind, tier=tier, stage="active", added_on="2026-11-01"), AT)
    for client, paper, expires in (
        (1, "licence", "2026-12-01"),
        (1, "gone", "2026-11-01"),
        (2, "id-card", ""),
    ):
        papers.set(db, Paper(client, paper, "2026-10-01", expires, recorded_at=AT))
    return db


def test_a_client_needs_what_its_kind_and_tier_say(book: sqlite3.Connection) -> None:
    found = report.of_client(book, clients.get(book, 1), TODAY, BANK)
    assert [(each.paper, each.state) for each in found] == [
        ("licence", "expiring"),
        ("legal-id", "missing"),
        ("articles", "missing"),
        ("account-permit", "missing"),
        # The profile no longer has it; it is there all the same.
        ("gone", "expired"),
    ]
    empty = report.of_client(book, clients.get(book, 3), TODAY, BANK)
    assert {each.state for each in empty} == {"missing"}
    assert [each.paper for each in empty] == [e.key for e in BANK.papers if e.kind != "person"]


def test_everybody_one_after_the_other(book: sqlite3.Connection) -> None:
    found = list(report.everybody(book, TODAY, BANK))
    assert [each.client for each in found] == sorted(each.client for each in found)
    assert found[:5] == list(report.of_client(book, clients.get(book, 1), TODAY, BANK))
    assert [(each.paper, each.state) for each in found if each.client == 2] == [("id-card", "there")]
    assert next(report.everybody(book, TODAY, BANK, soon=6)).state == "there"


def test_warnings(book: sqlite3.Connection) -> None:
    assert [(each.paper, each.days) for each in report.warnings(book, TODAY, BANK)] == [
        ("gone", -23),
        ("licence", 7),
    ]


def test_a_stage_that_is_owed_touches_is_asked_for_its_papers_too(book: sqlite3.Connection) -> None:
    signed = clients.add(book, Client(name="签", tier="A", stage="signed", added_on="2026-11-01"), AT)
    papers.set(book, Paper(signed, "licence", "2026-10-01", "2026-12-02", recorded_at=AT))
    assert signed not in {each.client for each in report.everybody(book, TODAY, BANK)}
    owing = BANK._replace(stages=(*BANK.stages, Choice("signed", owed=True)))
    assert signed in {each.client for each in report.everybody(book, TODAY, owing)}
    assert signed in {each.client for each in report.warnings(book, TODAY, owing)}
