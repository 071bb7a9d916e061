import sqlite3
from dataclasses import dataclass
from datetime import date

import pytest

from rmtool.domain import festivals
from rmtool.domain.clients import Client
from rmtool.domain.clients import Contact
from rmtool.domain.greetings import ClientDay
from rmtool.domain.greetings import Greeting
from rmtool.reports import greetings as report
from rmtool.reports.greetings import Wanted
from rmtool.store import client_days
from rmtool.store import clients
from rmtool.store import contacts
from rmtool.store import greetings

AT = "2026-09-20T01:30:00Z"
TODAY = date(2026, 9, 20)
MID_AUTUMN = Wanted("mid-autumn", date(2026, 9, 25), festival=festivals.find("中秋"))


@dataclass
class Case:
    """Clients of every sort; what is wanted of them."""

    db: sqlite3.Connection

    def names(self, wanted: Wanted) -> list[str]:
        return [each.name for each in report.chosen(self.db, wanted).recipients]


@pytest.fixture
def case(db: sqlite3.Connection) -> Case:
    def add(name: str, **more: object) -> None:
        clients.add(db, Client(name, added_on="2026-01-01", **more), AT)  # type: ignore[arg-type]

    add(
        "张伟",
        kind="person",
        tier="A",
        birthday="1985-09-22",
        phones=("13800138000",),
        owner="林",
        id_number="440308199901101512",
    )
    add("华星", tier="B", phones=("010-65432100",))
    add("空公司")
    add("沉睡", stage="dormant")
    add("流失", stage="lost")
    add("归档", archived_on="2026-01-01")
    add("王芳", kind="person", fields={"性别": "女", "职务": "教师"})
    add("不要", kind="person", fields={"忌讳": "节日短信"})
    contacts.add(db, Contact(2, "陈波", role="会计", birthday="--09-22", phone="13900139000"), AT)
    contacts.add(db, Contact(2, "李梅", role="总经理", taboos="不收礼"), AT)
    client_days.add(db, ClientDay(2, "成立日", "2008-09-22"), AT)
    client_days.add(db, ClientDay(1, "结婚日", "2008-09-22"), AT)
    return Case(db)  # fmt: skip


def test_one_text_for_each_client(case: Case) -> None:
    found = report.chosen(case.db, MID_AUTUMN)
    assert [(each.client, each.name, each.contact, each.phone) for each in found.recipients] == [
        (1, "张伟", 0, "13800138000"), (2, "李梅", 2, "010-65432100"), (3, "空公司", 0, ""), (7, "王芳", 0, ""),
    ]  # fmt: skip
    assert found.taboo == ("不要",)
    assert [each.sex for each in found.recipients] == ["male", "", "", "female"]


def test_only_some(case: Case) -> None:
    assert case.names(MID_AUTUMN._replace(tiers=("A", "B"))) == ["张伟", "李梅"]
    assert case.names(MID_AUTUMN._replace(stage="dormant")) == ["沉睡"]
    assert case.names(MID_AUTUMN._replace(owner="林")) == ["张伟"]
    # Who is named is meant, unless put away.
    assert case.names(MID_AUTUMN._replace(clients=(4, 5, 6))) == ["沉睡", "流失"]


def test_days_for_women_and_teachers(case: Case) -> None:
    women = Wanted("womens-day", date(2026, 3, 8), festival=festivals.find("妇女节"))
    assert case.names(women) == ["王芳"]
    assert report.chosen(case.db, women).not_for == ("张伟", "华星", "空公司", "不要")
    assert case.names(women._replace(clients=(2,))) == ["李梅"]
    assert case.names(women._replace(festival=festivals.find("教师节"))) == ["王芳"]


def test_nobody_is_greeted_twice(case: Case) -> None:
    # To another contact at the time: the firm was greeted all the same.
    greetings.add(case.db, Greeting(2, "mid-autumn", "2026-09-25", "2026-09-19", "x", contact=1), AT)
    greetings.add(case.db, Greeting(1, "mid-autumn", "2025-10-06", "2025-10-01", "x"), AT)
    assert case.names(MID_AUTUMN) == ["张伟", "空公司", "王芳"]
    assert report.chosen(case.db, MID_AUTUMN).greeted == ("华星",)
    assert "李梅" in case.names(MID_AUTUMN._replace(again=True))


def test_nobody_gets_the_same_gift_twice(case: Case) -> None:
    for client, day in ((1, "2025-01-01"), (3, "2024-12-31")):
        greetings.add(case.db, Greeting(client, "", day, day, gift="茶叶"), AT)
    tea = MID_AUTUMN._replace(gift="茶叶")
    found = report.chosen(case.db, tea)
    assert [each.name for each in found.recipients] == ["空公司", "王芳"]
    assert (found.same_gift, found.taboo) == (("张伟",), ("华星", "不要"))
    assert case.names(tea._replace(again=True)) == ["张伟", "空公司", "王芳"]


def test_birthdays_are_each_persons_own(case: Case) -> None:
    week = Wanted("birthday", TODAY, 7)
    assert [(each.name, each.day, each.age) for each in report.chosen(case.db, week).recipients] == [
        ("张伟", "2026-09-22", 41), ("陈波", "2026-09-22", None),
    ]  # fmt: skip
    greetings.add(case.db, Greeting(2, "birthday", "2026-09-22", "2026-09-20", "x", contact=2), AT)
    greetings.add(case.db, Greeting(1, "birthday", "2026-09-22", "2026-09-20", "x"), AT)
    assert case.names(week) == ["陈波"]
    assert case.names(week._replace(days=1)) == []
    assert case.names(week._replace(again=True, tiers=("A",))) == ["张伟"]


def test_own_days_of_one_name(case: Case) -> None:
    founding = Wanted("成立日", TODAY, 7)
    assert case.names(founding) == ["李梅"]
    assert case.names(founding._replace(owner="林")) == []
    greetings.add(case.db, Greeting(2, "成立日", "2026-09-22", "2026-09-20", "x", contact=2), AT)
    assert case.names(founding) == []


def test_what_a_template_is_given(case: Case) -> None:
    wei, mei, *_others = report.chosen(case.db, MID_AUTUMN).recipients
    made = report.record(mei, {"festival": "中秋节"}, "zh")
    assert (made["festival"], made["address"], made["client"], made["year"]) == (
        "中秋节",
        "李总",
        "华星",
        2026,
    )
    assert report.record(wei, {}, "zh")["address"] == "张先生"
