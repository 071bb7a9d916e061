"""What to look at before a report goes out."""

import sqlite3
from datetime import datetime

from rmtool.config.profile import Profile
from rmtool.config.profile_rows import Field
from rmtool.domain.clients import Client
from rmtool.domain.clients import Contact
from rmtool.domain.periods import parse_period
from rmtool.domain.proofreading import Finding
from rmtool.domain.tasks import Task
from rmtool.domain.visits import Visit
from rmtool.reports.owed import Wanted
from rmtool.reports.proofread import proofread
from rmtool.store import clients
from rmtool.store import contacts
from rmtool.store import tasks
from rmtool.store import visits

AT = "2026-11-24T01:30:00Z"
NOW = datetime(2026, 11, 24, 17)


def found(db: sqlite3.Connection, profile: Profile | None = None, owner: str = "") -> tuple[Finding, ...]:
    day = parse_period("today", NOW.date(), "day")
    return proofread(db, Wanted("daily", day, NOW, owner), profile or Profile(), "zh")


def test_each_thing_is_found_where_it_stands(db: sqlite3.Connection) -> None:
    number = clients.add(db, Client("云岫", phones=("13800138000",)), AT)
    other = clients.add(db, Client("禾谷"), AT)
    first = Visit(number, "2026-11-20", "查看车间和库存，七条线满负荷，原料库存约三个月", recorded_at=AT)
    visits.add(db, first)
    same = visits.add(db, first._replace(day="2026-11-24", text=first.text.replace("三", "四")))
    tasks.add(db, Task("回电", client=number, visit=same, opened_on="2026-11-24", recorded_at=AT))
    visits.add(db, Visit(number, "2026-11-24", "谈XX", time="15:00", need="续贷500", recorded_at=AT))
    tasks.add(
        db, Task("送___", client=other, opened_on="2026-11-01", closed_on="2026-11-24", result="已还款200。", recorded_at=AT)
    )  # fmt: skip
    assert found(db) == (
        Finding("placeholder", "task", 2, "禾谷", "___"),
        Finding("placeholder", "visit", 3, "云岫", "XX"),
        Finding("no unit", "task", 2, "禾谷", "还款200"),
        Finding("no unit", "visit", 3, "云岫", "续贷500"),
        Finding("same text", "visit", 2, "云岫", first.text.replace("三", "四")),
        Finding("no next step", "visit", 3, "云岫", "谈XX"),
        Finding("incomplete", "client", 2, "禾谷", "phone"),
    )


def test_a_record_is_complete_with_its_required_fields_and_a_phone_of_anybody(db: sqlite3.Connection) -> None:
    number = clients.add(db, Client("云岫"), AT)
    contacts.add(db, Contact(number, "陈总", phone="13800138000"), AT)
    met = visits.add(db, Visit(number, "2026-11-24", "谈续贷", recorded_at=AT))
    tasks.add(db, Task("回电", visit=met, opened_on="2026-11-24", recorded_at=AT))
    assert found(db) == ()
    needs = Profile(client_fields=(Field("licence", "许可证号", "licence", required=True),))
    assert found(db, needs) == (Finding("incomplete", "client", number, "云岫", "许可证号"),)
    clients.set(db, clients.get(db, number)._replace(fields={"licence": "1"}))
    assert found(db, needs) == ()


def test_only_what_one_owner_did_is_read(db: sqlite3.Connection) -> None:
    number = clients.add(db, Client("云岫"), AT)
    visits.add(db, Visit(number, "2026-11-24", "谈XX", owner="林", recorded_at=AT))
    assert found(db, owner="周") == ()
    assert len(found(db, owner="林")) == 3
