"""The store as it was after each change, down to the last column."""

import sqlite3

import pytest

from rmtool.domain.clients import Client
from rmtool.domain.clients import Contact
from rmtool.domain.visits import Visit
from rmtool.errors import NotFoundError
from rmtool.store import clients
from rmtool.store import contacts
from rmtool.store import database
from rmtool.store import history
from rmtool.store import past
from rmtool.store import undo
from rmtool.store import visits
from rmtool.store.history import By

Rows = dict[str, list[tuple[object, ...]]]


def everything(db: sqlite3.Connection) -> Rows:
    return {each: sorted(db.execute(f"SELECT * FROM {each}").fetchall(), key=repr) for each in history.KEYS}


def day(number: int) -> str:
    return f"2026-11-{number:02d}T01:30:00Z"


def changed(db: sqlite3.Connection) -> dict[int, Rows]:
    """What was there after the change of each day."""
    added = Client("张三", phones=("13800138000",), added_on="2026-11-01")
    visit = Visit(1, "2026-11-02", "谈续贷", recorded_at=day(2), measures={"score": 0.1})
    steps = {
        1: lambda: clients.add(db, added, day(1)),
        2: lambda: visits.add(db, visit),
        3: lambda: contacts.add(db, Contact(1, "陈波"), day(3)),
        5: lambda: clients.set(db, clients.get(db, 1)._replace(tier="A", phones=("13900139000",))),
        6: lambda: visits.set(db, visits.get(db, 1)._replace(text="改了", measures={"score": 1 / 3})),
        7: lambda: clients.set(db, clients.get(db, 1)._replace(tier="B")),
        8: lambda: visits.delete(db, visits.get(db, 1)),
        9: lambda: undo.apply(db, 8),
    }
    found = {}
    for number, step in steps.items():
        with database.change(db, By(day(number), "x")):
            step()
        found[number] = everything(db)
    return found


def test_each_moment_is_as_it_was(db: sqlite3.Connection) -> None:
    db.execute("UPDATE changes SET at = '2026-10-01T00:00:00Z'")
    after = changed(db)
    now = everything(db)
    for number, rows in after.items():
        with database.look(db), past.at(db, day(number)):
            assert everything(db) == rows, number
    with past.at(db, day(4)):
        assert everything(db) == after[3]
    with past.at(db, "2026-10-31T00:00:00Z"):
        assert not any(everything(db).values())
    assert everything(db) == now


def test_a_column_that_came_later_has_its_default(db: sqlite3.Connection) -> None:
    db.execute("UPDATE changes SET at = '2026-10-01T00:00:00Z'")
    after = changed(db)
    db.execute("UPDATE change_rows SET before = json_remove(before, '$.cadence') WHERE tbl = 'clients'")
    with past.at(db, day(3)):
        assert everything(db) == after[3]


def test_the_order_is_that_of_the_changes_and_not_of_the_clock(db: sqlite3.Connection) -> None:
    db.execute("UPDATE changes SET at = '2026-10-01T00:00:00Z'")
    with database.change(db, By(day(9), "x")):
        clients.add(db, Client("张三", added_on="2026-11-01"), day(9))
    with database.change(db, By(day(3), "x")):
        clients.set(db, clients.get(db, 1)._replace(tier="A"))
    with past.at(db, day(4)):
        assert clients.get(db, 1).tier == "A"


def test_nothing_is_known_of_before_the_history(db: sqlite3.Connection) -> None:
    changed(db)
    with pytest.raises(NotFoundError, match="begins on 2026-11-01"), past.at(db, "2026-10-31T00:00:00Z"):
        pass
