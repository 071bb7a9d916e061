import sqlite3

import pytest

from rmtool.domain.clients import Contact
from rmtool.domain.greetings import Greeting
from rmtool.store import contacts
from rmtool.store import greetings

AT = "2026-11-24T01:30:00Z"
TEXT = Greeting(1, "mid-autumn", "2026-09-25", "2026-09-23", "中秋快乐", contact=1, owner="林")
GIFT = Greeting(1, "mid-autumn", "2026-09-25", "2026-09-24", gift="茶叶")
OTHER = Greeting(2, "mid-autumn", "2025-10-06", "2025-10-06", "中秋快乐", "月饼")


@pytest.fixture
def sent(two: sqlite3.Connection) -> sqlite3.Connection:
    contacts.add(two, Contact(client=1, name="陈波"), AT)
    two.execute("UPDATE clients SET owner = '林' WHERE id = 1")
    for each in (TEXT, GIFT, OTHER):
        greetings.add(two, each, AT)
    return two


def test_what_was_sent_in_order_of_days(sent: sqlite3.Connection) -> None:
    found = greetings.matching(sent, greetings.Filter())
    assert [(each.number, each.client_name, each.contact_name) for each in found] == [
        (3, "乙", ""), (1, "甲", "陈波"), (2, "甲", ""),
    ]  # fmt: skip
    assert found[1]._replace(number=0, uuid="", client_name="", contact_name="") == TEXT
    assert len(found[1].uuid) == 36
    for wanted, numbers in (
        (greetings.Filter(client=2), [3]), (greetings.Filter(first="2026-09-24"), [2]), (greetings.Filter(owner="林"), [1]),
        (greetings.Filter(first="2026-01-01", last="2026-09-23"), [1]),
    ):  # fmt: skip
        assert [each.number for each in greetings.matching(sent, wanted)] == numbers


def test_a_gift_alone_is_no_greeting(sent: sqlite3.Connection) -> None:
    assert greetings.greeted(sent, "mid-autumn", "2026-09-25", "2026-09-25") == {(1, 1)}
    assert greetings.greeted(sent, "mid-autumn", "2025-01-01", "2026-12-31") == {(1, 1), (2, 0)}
    assert greetings.greeted(sent, "mid-autumn", "2025-01-01", "2026-12-31", "林") == {(1, 1)}
    assert greetings.greeted(sent, "birthday", "2025-01-01", "2026-12-31") == set()


def test_gifts_of_each_client(sent: sqlite3.Connection) -> None:
    assert {client: [each.gift for each in given] for client, given in greetings.gifts(sent).items()} == {
        1: ["茶叶"], 2: ["月饼"],
    }  # fmt: skip
    assert list(greetings.gifts(sent, "2026-01-01")) == [1]


def test_a_contact_may_go(sent: sqlite3.Connection) -> None:
    contacts.delete(sent, contacts.of(sent, 1)[0])
    assert greetings.matching(sent, greetings.Filter(owner="林"))[0].contact is None


def test_how_many_are_greeted_at_a_festival(sent: sqlite3.Connection) -> None:
    assert greetings.count_clients(sent, "") == 2
    assert greetings.count_clients(sent, "林") == 1
    sent.execute("UPDATE clients SET stage = 'dormant' WHERE id = 1")
    sent.execute("UPDATE clients SET archived_on = '2026-01-01' WHERE id = 2")
    assert greetings.count_clients(sent, "") == 0
