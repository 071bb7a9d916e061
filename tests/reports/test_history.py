"""Changes as they are told: some of their rows, the clients that are named in them, and what an undo would do."""

import sqlite3

from rmtool.domain.clients import Client
from rmtool.domain.history import Difference
from rmtool.domain.visits import Visit
from rmtool.reports import history
from rmtool.store import clients
from rmtool.store import database
from rmtool.store import visits
from rmtool.store.changes import Filter
from rmtool.store.history import By

AT = "2026-11-24T01:30:00Z"


def filled(db: sqlite3.Connection) -> None:
    with database.change(db, By(AT, "add-client")):
        clients.add(db, Client(name="张三", added_on="2026-11-01"), AT)
    with database.change(db, By(AT, "import-clients")):
        for place in range(4):
            clients.add(db, Client(name=f"客户{place}", added_on="2026-11-01", referred_by=1), AT)
    with database.change(db, By(AT, "log-visit")):
        visits.add(db, Visit(2, "2026-11-24", "谈续贷", recorded_at=AT, place="厂里"))


def test_a_change_comes_with_some_rows_and_the_names_in_them(db: sqlite3.Connection) -> None:
    filled(db)
    found = history.one(db, 3, 3)
    assert ([each.key for each in found.rows], found.more) == ([2, 3, 4], 1)
    assert found.names == {1: "张三", 2: "客户0", 3: "客户1", 4: "客户2"}
    assert history.one(db, 3, 4).more == 0


def test_of_one_client_only_its_own_rows_come(db: sqlite3.Connection) -> None:
    filled(db)
    last, first = history.listing(db, Filter(client=2), 10)
    assert [(each.change.number, len(each.rows), each.more) for each in (last, first)] == [
        (4, 1, 0),
        (3, 1, 0),
    ]
    assert history.listing(db, Filter(), 2)[1].more == 2


def test_what_a_row_held_that_went_is_told(db: sqlite3.Connection) -> None:
    filled(db)
    with database.change(db):
        visits.delete(db, visits.get(db, 1))
    (gone,) = history.one(db, 5, 10).rows
    assert gone.kind == "removed"
    assert gone.lost == (Difference("kind", "visit", None), Difference("place", "厂里", None))
    back = gone.reversed()
    assert (back.kind, back.before, back.after, back.lost) == ("added", None, gone.before, ())
    assert back.reversed() == gone
