import sqlite3

import pytest

from rmtool.domain.clients import Client
from rmtool.domain.papers import Paper
from rmtool.store import clients
from rmtool.store import papers

WAITED_FOR = ("active", "prospect")
AT = "2026-11-24T01:30:00Z"
FULL = Paper(1, "licence", "2026-11-20", "2026-12-10", "副本", recorded_at=AT)


@pytest.fixture
def book(db: sqlite3.Connection) -> sqlite3.Connection:
    for client in (
        Client(name="甲", tier="A", stage="active", owner="林"),
        Client(name="乙", kind="person", stage="prospect"),
        Client(name="丙", stage="lost"),
        Client(name="丁", stage="active", archived_on="2026-11-01"),
    ):
        clients.add(db, client._replace(added_on="2026-11-01"), AT)
    return db


def test_one_takes_the_place_of_the_one_before(book: sqlite3.Connection) -> None:
    papers.set(book, FULL)
    papers.set(book, FULL._replace(paper="articles", expires_on=""))
    papers.set(book, FULL._replace(received_on="2026-11-24", expires_on="2027-12-10", remark=""))
    assert [(e.paper, e.received_on, e.expires_on, e.remark) for e in papers.of(book, 1)] == [
        ("licence", "2026-11-24", "2027-12-10", ""),
        ("articles", "2026-11-20", "", "副本"),
    ]
    papers.delete(book, 1, "licence")
    assert [each.paper for each in papers.of(book, 1)] == ["articles"]


def test_clients_waited_for_with_each_paper(book: sqlite3.Connection) -> None:
    for paper in (FULL, FULL._replace(paper="articles"), FULL._replace(client=3), FULL._replace(client=4)):
        papers.set(book, paper)
    found = [
        (e.number, e.name, e.kind, e.tier, e.paper and e.paper.paper) for e in papers.owned(book, WAITED_FOR)
    ]
    assert found == [
        (1, "甲", "company", "A", "licence"), (1, "甲", "company", "A", "articles"), (2, "乙", "person", "", None),
    ]  # fmt: skip
    assert {each.number for each in papers.owned(book, WAITED_FOR, "林")} == {1}


def test_what_expires_comes_in_the_order_it_does(book: sqlite3.Connection) -> None:
    for paper in (
        FULL, FULL._replace(client=2, expires_on="2026-01-01"), FULL._replace(paper="later", expires_on="2027-01-01"),
        FULL._replace(paper="never", expires_on=""), FULL._replace(client=3), FULL._replace(client=4),
    ):  # fmt: skip
        papers.set(book, paper)
    assert [(p.client, name) for p, name in papers.expiring(book, "2026-12-10", WAITED_FOR)] == [
        (2, "乙"),
        (1, "甲"),
    ]
    assert [p.client for p, _name in papers.expiring(book, "2026-12-10", WAITED_FOR, "林")] == [1]
    assert papers.expiring(book, "2025-12-31", WAITED_FOR) == ()
