import sqlite3

import pytest

from rmtool.domain.clients import Client
from rmtool.domain.clients import Contact
from rmtool.store import birthdays
from rmtool.store import clients
from rmtool.store import contacts

AT = "2026-11-24T01:30:00Z"


@pytest.fixture
def people(db: sqlite3.Connection) -> sqlite3.Connection:
    for name, birthday, lunar, archived in (
        ("甲", "1985-11-26", False, ""),
        ("乙", "--10-18", True, ""),
        ("丙", "--11-26", False, "2026-11-01"),
        ("丁", "--04-08+", True, ""),
    ):
        clients.add(
            db,
            Client(
                name, birthday=birthday, birthday_lunar=lunar, archived_on=archived, added_on="2026-11-01"
            ),
            AT,
        )
    contacts.add(db, Contact(client=2, name="陈波", role="会计", birthday="--11-26"), AT)
    contacts.add(db, Contact(client=3, name="已归档", birthday="--11-26"), AT)
    return db


def test_endings(people: sqlite3.Connection) -> None:
    found = birthdays.ending(people, ["11-26"], lunar=False)
    assert [(each.client_name, each.contact, each.role) for each in found] == [
        ("甲", "", ""),
        ("乙", "陈波", "会计"),
    ]
    assert [each.client_name for each in birthdays.ending(people, ["10-18", "04-08+"], lunar=True)] == [
        "乙",
        "丁",
    ]
    assert birthdays.ending(people, ["04-08"], lunar=True) == ()


def test_any_lunar(people: sqlite3.Connection) -> None:
    assert birthdays.any_lunar(people)
    people.execute("UPDATE clients SET birthday_lunar = 0")
    assert not birthdays.any_lunar(people)
    contacts.add(people, Contact(client=2, name="王", birthday="--01-01", birthday_lunar=True), AT)
    assert birthdays.any_lunar(people)
