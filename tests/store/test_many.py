"""Many clients and visits at once end as if added one by one."""

import sqlite3

from rmtool.domain.clients import Client
from rmtool.domain.visits import Visit
from rmtool.store import clients
from rmtool.store import database
from rmtool.store import visits

WHEN = "2026-11-24T01:30:00Z"
PEOPLE = (
    Client(
        name="张三",
        kind="person",
        phones=("13800138000", "010-62771234"),
        uscc="X",
        fields={"a": "b"},
        added_on="2026-11-24",
    ),
    Client(name="华星机械", emails=("a@b.cn",), id_number="Y", added_on="2026-11-24"),
)


def test_clients_are_the_same_as_added_one_by_one(db: sqlite3.Connection) -> None:
    one_by_one = [clients.get(db, clients.add(db, each, WHEN)) for each in PEOPLE]
    first = database.next_number(db, "clients")
    clients.add_many(db, [each._replace(number=first + place) for place, each in enumerate(PEOPLE)], WHEN)
    for place, each in enumerate(one_by_one):
        assert clients.get(db, first + place)._replace(number=0, uuid="") == each._replace(number=0, uuid="")
    assert len(set(db.execute("SELECT uuid FROM clients"))) == 4
    for word in ("zs", "8000", "xjx", "三"):
        found = [each.number for each in clients.matching(db, word)]
        assert len(found) == 2, word
    assert database.next_number(db, "clients") == first + 2


def test_a_number_is_never_given_twice(db: sqlite3.Connection) -> None:
    assert database.next_number(db, "clients") == database.next_number(db, "visits") == 1
    number = clients.add(db, PEOPLE[0], WHEN)
    db.execute("DELETE FROM clients")
    assert database.next_number(db, "clients") == number + 1


def test_visits_are_the_same_as_added_one_by_one(db: sqlite3.Connection) -> None:
    number = clients.add(db, PEOPLE[0], WHEN)
    said = Visit(
        client=number,
        day="2026-11-03",
        text="谈续贷",
        time="09:30",
        minutes=20,
        measures={"stock": 1.5},
        recorded_at=WHEN,
    )
    first = visits.get(db, visits.add(db, said))
    second = database.next_number(db, "visits")
    visits.add_many(db, [said._replace(number=second, text="谈续贷款")])
    kept = visits.get(db, second)
    assert kept._replace(number=0, uuid="", text="") == first._replace(number=0, uuid="", text="")
    assert kept.uuid != first.uuid
    found = visits.between(db, visits.Filter(search="续贷"))
    assert [each.number for each in found] == [first.number, second]
    assert visits.known_by(db, number) == {
        ("2026-11-03", "09:30", "visit", "谈续贷"): first.number,
        ("2026-11-03", "09:30", "visit", "谈续贷款"): second,
    }
