import sqlite3
from datetime import date

import pytest

from rmtool.domain.clients import Client
from rmtool.domain.clients import Contact
from rmtool.domain.greetings import ClientDay
from rmtool.domain.greetings import Greeting
from rmtool.reports import care
from rmtool.store import client_days
from rmtool.store import clients
from rmtool.store import contacts
from rmtool.store import greetings

AT = "2026-09-20T01:30:00Z"
TODAY = date(2026, 9, 20)


@pytest.fixture
def people(db: sqlite3.Connection) -> sqlite3.Connection:
    clients.add(db, Client("张伟", kind="person", birthday="1985-09-25", fields={"喜好": "茶", "忌讳": "烟"}, owner="林", added_on="2026-01-01"), AT)  # fmt: skip
    clients.add(db, Client("华星", added_on="2026-01-01"), AT)
    contacts.add(db, Contact(2, "陈波", role="会计", birthday="--08-12", birthday_lunar=True, likes="书"), AT)
    contacts.add(db, Contact(2, "李梅"), AT)
    client_days.add(db, ClientDay(2, "成立日", "2008-09-28"), AT)
    client_days.add(db, ClientDay(1, "结婚日", "--08-20", lunar=True), AT)
    return db


def told(db: sqlite3.Connection, days: int, owner: str = "") -> list[tuple[str, str, str]]:
    found = care.care(db, care.Wanted(TODAY, days, owner))
    return [(each.day[5:], each.occasion, each.contact or each.client_name) for each in found]


def test_what_comes_up_in_order(people: sqlite3.Connection) -> None:
    assert told(people, 12) == [
        ("09-22", "birthday", "陈波"), ("09-25", "mid-autumn", ""), ("09-25", "birthday", "张伟"), ("09-28", "成立日", "华星"),
        ("09-30", "结婚日", "张伟"), ("10-01", "national-day", ""),
    ]  # fmt: skip
    assert told(people, 6, "林") == [("09-25", "mid-autumn", ""), ("09-25", "birthday", "张伟")]
    assert told(people, 2) == []
    people.execute("UPDATE clients SET archived_on = '2026-01-01'")
    assert told(people, 6) == [("09-25", "mid-autumn", "")]


def test_what_is_told_of_each(people: sqlite3.Connection) -> None:
    for each in (
        Greeting(2, "", "2025-10-06", "2025-10-01", gift="茶叶"), Greeting(2, "", "2026-02-17", "2026-02-10", gift="酒", contact=2),
        Greeting(2, "birthday", "2026-09-22", "2026-09-20", "生日快乐", contact=1),
        Greeting(1, "mid-autumn", "2026-09-25", "2026-09-20", "中秋快乐"),
    ):  # fmt: skip
        greetings.add(people, each, AT)
    bo, festival, wei, founding = care.care(people, care.Wanted(TODAY, 9, language="zh"))
    assert (bo.client, bo.role, bo.lunar, bo.age, bo.likes) == (2, "会计", True, None, "书")
    # Another contact's gift is none of his.
    assert (bo.gift, bo.gift_on, bo.greeted, bo.days) == ("茶叶", "2025-10-01", 1, 2)
    assert (festival.label, festival.greeted, festival.clients) == ("中秋节", 1, 2)
    assert (wei.age, wei.likes, wei.taboos, wei.gift, wei.greeted) == (41, "茶", "烟", "", 0)
    assert (founding.label, founding.gift, founding.age) == ("成立日", "酒", None)
