"""Changes are read again, and taken back whole or not at all."""

import sqlite3

import pytest

from rmtool.domain.clients import Client
from rmtool.domain.clients import Contact
from rmtool.domain.deals import Deal
from rmtool.domain.history import Difference
from rmtool.domain.tasks import Task
from rmtool.domain.visits import Visit
from rmtool.errors import NotFoundError
from rmtool.store import changes
from rmtool.store import clients
from rmtool.store import contacts
from rmtool.store import database
from rmtool.store import deals
from rmtool.store import history
from rmtool.store import tasks
from rmtool.store import undo
from rmtool.store import visits
from rmtool.store.history import By

AT = "2026-11-24T01:30:00Z"


@pytest.fixture
def one(db: sqlite3.Connection) -> sqlite3.Connection:
    with database.change(db, By(AT, "add-client", "--phone", "lin", "desk")):
        clients.add(db, Client(name="张三", phones=("13800138000",), added_on="2026-11-01"), AT)
    with database.change(db, By("2026-11-25T01:30:00Z", "log-visit")):
        visits.add(
            db, Visit(1, "2026-11-24", "谈续贷", kind="visit", recorded_at=AT, measures={"score": 0.1})
        )
    return db


def everything(db: sqlite3.Connection) -> dict[str, list[tuple[object, ...]]]:
    tables = (*history.KEYS, "client_keys")
    return {each: sorted(db.execute(f"SELECT * FROM {each}").fetchall(), key=repr) for each in tables}


def found(db: sqlite3.Connection, text: str) -> list[int]:
    return [each.number for each in visits.between(db, visits.Filter(search=text))]


def take_back(db: sqlite3.Connection, number: int) -> None:
    assert undo.obstacle(db, number) is None
    with database.change(db, By(AT, "undo", undoes=number)):
        undo.apply(db, number)


def test_a_change_is_read_with_what_it_touched(one: sqlite3.Connection) -> None:
    change = changes.get(one, 2)
    assert (change.command, change.options, change.user, change.undoes, change.undone_by) == (
        "add-client", ("--phone",), "lin", None, None,
    )  # fmt: skip
    assert change.counts == {("client_phones", "added"): 1, ("clients", "added"): 1}
    client, phone = changes.rows(one, 2)
    assert (client.table, client.client, client.before, phone.table) == ("clients", 1, None, "client_phones")
    assert client.telling == (Difference("name", None, "张三"),)
    assert client.differences == ()


def test_what_is_read_is_what_was_there_right_after(one: sqlite3.Connection) -> None:
    for tier in ("A", "B"):
        with database.change(one):
            clients.set(one, clients.get(one, 1)._replace(tier=tier))
    assert [each.differences for each in changes.rows(one, 4)] == [(Difference("tier", "", "A"),)]
    assert [each.differences for each in changes.rows(one, 5)] == [(Difference("tier", "A", "B"),)]


def test_changes_are_listed_by_client_time_and_number(one: sqlite3.Connection) -> None:
    with database.change(one, By(AT, "add-client")):
        clients.add(one, Client(name="李四", added_on="2026-11-01"), AT)

    def listed(**wanted: object) -> list[int]:
        return [each.number for each in changes.matching(one, changes.Filter(**wanted))]  # type: ignore[arg-type]

    assert listed() == [4, 3, 2]
    assert listed(client=1) == [3, 2]
    assert listed(limit=1) == [4]
    assert listed(first="2026-11-25T00:00:00Z") == [3]
    assert listed(end="2026-11-25T00:00:00Z") == [4, 2]
    assert [each.key for each in changes.rows(one, 2, client=4)] == []
    assert [each.table for each in changes.rows(one, 2, limit=1)] == ["clients"]
    for number in (1, 5):
        with pytest.raises(NotFoundError, match=str(number)):
            changes.get(one, number)


def test_the_last_change_is_the_last_that_stands(one: sqlite3.Connection) -> None:
    assert (changes.last_done(one), changes.last_undone(one)) == (3, None)
    take_back(one, 3)
    assert (changes.last_done(one), changes.last_undone(one)) == (2, 4)
    take_back(one, 4)
    assert (changes.last_done(one), changes.last_undone(one)) == (5, None)
    assert [changes.takes_back(one, number) for number in (2, 3, 4, 5)] == [False, False, True, False]
    assert changes.get(one, 3).undone_by == 4


def test_what_was_added_goes_and_comes_back_whole(one: sqlite3.Connection) -> None:
    after = everything(one)
    take_back(one, 3)
    assert (found(one, "续贷"), everything(one)["visits"], everything(one)["visit_measures"]) == ([], [], [])
    take_back(one, 4)
    assert (found(one, "续贷"), everything(one)) == ([1], after)


def test_what_was_changed_and_removed_comes_back(one: sqlite3.Connection) -> None:
    with database.change(one):
        contacts.add(one, Contact(1, "陈波"), AT)
        tasks.add(one, Task("送方案", client=1, visit=1, opened_on="2026-11-24", recorded_at=AT))
    before = everything(one)
    with database.change(one):
        clients.set(one, clients.get(one, 1)._replace(name="张山", phones=("13900139000",)))
        contacts.delete(one, contacts.of(one, 1)[0])
        visits.delete(one, visits.get(one, 1))
    assert (clients.matching(one, "chenbo"), found(one, "续贷")) == ((), [])
    take_back(one, 5)
    assert everything(one) == before
    assert ([each.name for each in clients.matching(one, "chenbo")], found(one, "续贷")) == (["张三"], [1])


def test_a_later_change_stands_on_it(one: sqlite3.Connection) -> None:
    with database.change(one):
        clients.set(one, clients.get(one, 1)._replace(tier="A"))
    stands = undo.obstacle(one, 2)
    assert stands is not None
    assert (stands.why, stands.row.table) == ("changed", "clients")


def test_what_others_name_does_not_go(one: sqlite3.Connection) -> None:
    stands = undo.obstacle(one, 2)
    assert stands is not None
    assert (stands.why, stands.row.table, stands.other) == ("needed", "clients", ("visits", 1))
    take_back(one, 3)
    take_back(one, 2)
    assert everything(one)["clients"] == []


def test_what_would_name_nobody_does_not_come_back(one: sqlite3.Connection) -> None:
    with database.change(one):
        deals.add(one, Deal(1, "loan", 100, stage="lead", opened_on="2026-11-24", moved_on="2026-11-24"))
    with database.change(one):
        one.execute("DELETE FROM deals")
    with database.change(one):
        visits.delete(one, visits.get(one, 1))
    with database.change(one):
        one.execute("DELETE FROM clients")
    stands = undo.obstacle(one, 5)
    assert stands is not None
    assert (stands.why, stands.row.table, stands.other) == ("gone", "deals", ("clients", 1))
    for number in (7, 6, 5):
        take_back(one, number)
    assert (deals.get(one, 1).amount, visits.get(one, 1).measures) == (100, {"score": 0.1})


def test_what_was_forgotten_does_not_come_back(one: sqlite3.Connection) -> None:
    one.execute("UPDATE change_rows SET kind = 'forgotten' WHERE change_id = 3 AND tbl = 'visits'")
    stands = undo.obstacle(one, 3)
    assert stands is not None
    assert (stands.why, stands.row.telling) == (
        "forgotten",
        (Difference("day", None, None), Difference("text", None, None)),
    )


def test_a_place_that_was_taken_stays_taken(one: sqlite3.Connection) -> None:
    paper = "INSERT INTO client_papers (uuid, client_id, paper, received_on, recorded_at) VALUES (?, 1, 'licence', '', '')"
    with database.change(one):
        one.execute(paper, ("u",))
    with database.change(one):
        one.execute("DELETE FROM client_papers")
    with database.change(one):
        one.execute(paper, ("v",))
    found = undo.obstacle(one, 5)
    assert found is not None
    assert (found.why, found.row.key, found.other, found.later) == ("taken", 1, ("client_papers", 2), 6)
    take_back(one, 6)
    take_back(one, 5)
    assert one.execute("SELECT uuid FROM client_papers").fetchall() == [("u",)]


def test_what_stands_on_a_change_is_the_last_that_nobody_took_back(one: sqlite3.Connection) -> None:
    for tier in ("A", "B", "C"):
        with database.change(one):
            clients.set(one, clients.get(one, 1)._replace(tier=tier))
    take_back(one, 6)
    found = undo.obstacle(one, 4)
    assert found is not None
    assert (found.why, found.later) == ("changed", 5)
    take_back(one, 7)
    found = undo.obstacle(one, 4)
    assert found is not None
    assert (found.why, found.later) == ("changed", 6)


def test_a_change_and_what_took_it_back_are_found_from_each_other(one: sqlite3.Connection) -> None:
    take_back(one, 3)
    take_back(one, 4)
    take_back(one, 5)
    assert [changes.last_of(one, each) for each in (2, 3, 4, 5, 6)] == [2, 6, 6, 6, 6]
    assert [changes.first_of(one, each) for each in (2, 3, 4, 5, 6)] == [2, 3, 3, 3, 3]


def test_a_client_is_named_as_long_as_anybody_knows_the_name(one: sqlite3.Connection) -> None:
    with database.change(one):
        clients.set(one, clients.get(one, 1)._replace(name="张三丰"))
    assert changes.client_name(one, 1) == "张三丰"
    take_back(one, 4)
    take_back(one, 3)
    take_back(one, 2)
    assert changes.client_name(one, 1) == "张三"
    assert changes.client_name(one, 2) == ""


def test_whose_a_row_is_the_last_change_to_it_says(one: sqlite3.Connection) -> None:
    assert (changes.client_of(one, "visits", 1), changes.client_of(one, "visits", 9)) == (1, None)


def test_the_rows_of_a_change_are_counted(one: sqlite3.Connection) -> None:
    assert (changes.count_rows(one, 2), changes.count_rows(one, 2, 1), changes.count_rows(one, 2, 7)) == (
        2,
        2,
        0,
    )
