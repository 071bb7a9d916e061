"""What a form is filled with, from a store of its own."""

import sqlite3
from datetime import date
from datetime import datetime
from datetime import time

import pytest

from rmtool import paths
from rmtool.config import profile
from rmtool.config.settings import Settings
from rmtool.domain import periods
from rmtool.domain.clients import Client
from rmtool.domain.form_map import Values
from rmtool.domain.hiding import STRICT
from rmtool.domain.hiding import WHOLE
from rmtool.domain.tasks import Task
from rmtool.domain.visits import Visit
from rmtool.domain.workdays import WorkCalendar
from rmtool.reports import form
from rmtool.reports.owed import Wanted
from rmtool.store import clients
from rmtool.store import database
from rmtool.store import tasks
from rmtool.store import visits

NOW = datetime(2026, 11, 24, 9, 30)
WEEK = periods.week_of(NOW.date())


@pytest.fixture
def db(db: sqlite3.Connection) -> sqlite3.Connection:
    with database.change(db):
        clients.add(
            db,
            Client("张三", tier="A", area="东区", address="上海市徐汇区幸福路18号", phones=("13812345678",), added_on="2026-11-23"),
            "2026-11-23T00:00:00Z",
        )  # fmt: skip
        visits.add(
            db,
            Visit(
                1, "2026-11-23", "打13812345678", time="09:30", minutes=30, kind="call", people=("王",),
                measures={"stock": 2.5}, result="同意",
            ),
        )  # fmt: skip
        visits.add(db, Visit(1, "2026-11-24", "谈续贷"))
        visits.add(db, Visit(1, "2026-10-01", "早先"))
        for due, text in (("2026-12-02", "下周的事"), ("2026-11-20", "逾期的事"), ("2026-11-26", "本周的事")):
            tasks.add(db, Task(text, client=1, visit=1, due=due, first_due=due, opened_on="2026-11-23"))
        tasks.add(db, Task("办完的事", opened_on="2026-11-01", closed_on="2026-11-24", result="好"))
    return db


def values(db: sqlite3.Connection, *, masked: bool = True) -> Values:
    general = profile.load(paths.templates_folder() / "profiles" / "general.toml")
    voice = form.Voice(
        general, Settings(owner="王敏", department="公司部"), "zh", STRICT if masked else WHOLE
    )
    return form.values(db, Wanted("form", WEEK, NOW), voice, WorkCalendar())


def test_visits_come_with_their_client_and_what_is_next(db: sqlite3.Connection) -> None:
    first, second = values(db).lists["visit"]
    assert (first["day"], first["time"], first["client"], first["kind"]) == (
        date(2026, 11, 23),
        time(9, 30),
        "张三",
        "电话",
    )
    assert (first["minutes"], first["people"], first["measure.stock"], first["area"]) == (
        30,
        ("王",),
        2.5,
        "东区",
    )
    assert (first["next_due"], first["next_step"]) == (date(2026, 11, 20), "下周的事; 逾期的事; 本周的事")
    assert (second["time"], second["next_step"], second["next_due"], second["owner"]) == (
        None,
        "",
        None,
        "王敏",
    )


def test_what_identifies_a_person_is_masked_unless_asked_otherwise(db: sqlite3.Connection) -> None:
    masked, whole = (values(db, masked=each).lists["visit"][0] for each in (True, False))
    assert (masked["text"], masked["phone"]) == ("打138******78", ("138******78",))
    assert (whole["text"], whole["phone"], whole["address"]) == (
        "打13812345678",
        ("13812345678",),
        "上海市徐汇区幸福路18号",
    )
    assert "18号" not in str(masked["address"])


def test_tasks_are_those_open_those_done_and_those_that_come_next(db: sqlite3.Connection) -> None:
    lists = values(db).lists
    assert [each["text"] for each in lists["plan"]] == ["下周的事"]
    assert {each["text"] for each in lists["task"]} == {"逾期的事", "本周的事", "下周的事"}
    assert [(each["text"], each["closed_on"], each["result"]) for each in lists["done"]] == [
        ("办完的事", date(2026, 11, 24), "好")
    ]


def test_facts_are_those_of_the_report(db: sqlite3.Connection) -> None:
    facts = values(db).facts
    wanted = {
        "owner": "王敏", "department": "公司部", "today": date(2026, 11, 24), "week_number": 48, "visits_count": 2, "clients_count": 1,
        "new_clients_count": 1, "tasks_done": 1, "tasks_open": 3, "tasks_overdue": 1, "first_day": date(2026, 11, 23),
    }  # fmt: skip
    assert {key: facts[key] for key in wanted} == wanted
