import sqlite3

import pytest

from rmtool.domain.clients import Client
from rmtool.domain.visits import Visit
from rmtool.store import client_lists
from rmtool.store import clients
from rmtool.store import visits
from rmtool.store.client_lists import Whom

AT = "2026-11-24T01:30:00Z"
OWED = ("active", "prospect")


def add(db: sqlite3.Connection, name: str, **values: object) -> int:
    client = Client(name=name, added_on="2026-11-01", **values)  # type: ignore[arg-type]
    return clients.add(db, client, AT)


@pytest.fixture
def listed(db: sqlite3.Connection) -> sqlite3.Connection:
    add(db, "乙", tier="B", stage="active", area="东", route="一", owner="林", phones=("13800138000",))
    add(db, "甲", tier="A", stage="prospect", area="西", route="二", owner="王")
    add(db, "丙", area="东", archived_on="2026-11-20")
    for client, day in ((1, "2026-11-10"), (1, "2026-11-20"), (2, "2026-10-01")):
        visits.add(db, Visit(client=client, day=day, text="x", recorded_at=AT))
    return db


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (client_lists.Filter(sort="number"), ["乙", "甲"]),
        (client_lists.Filter(tier="B"), ["乙"]),
        (client_lists.Filter(stage="prospect"), ["甲"]),
        (client_lists.Filter(area="东"), ["乙"]),
        (client_lists.Filter(route="二"), ["甲"]),
        (client_lists.Filter(owner="林"), ["乙"]),
        (client_lists.Filter(search="8000"), ["乙"]),
        (client_lists.Filter(search="丙"), []),
        (client_lists.Filter(search=" "), []),
        (client_lists.Filter(search="丙", archived=True), ["丙"]),
        (client_lists.Filter(archived=True), ["丙"]),
        (client_lists.Filter(last_touch_before="2026-10-25"), ["甲"]),
        (client_lists.Filter(last_touch_before="2026-09-30"), []),
        (client_lists.Filter(sort="tier"), ["甲", "乙"]),
        (client_lists.Filter(sort="visits"), ["乙", "甲"]),
        (client_lists.Filter(sort="last-touch"), ["甲", "乙"]),
        (client_lists.Filter(sort="number", limit=1), ["乙"]),
        (client_lists.Filter(tier="B", area="西"), []),
    ],
)
def test_lines(listed: sqlite3.Connection, wanted: client_lists.Filter, found: list[str]) -> None:
    assert [each.name for each in client_lists.lines(listed, wanted)] == found


def test_every_order_can_be_asked_for(listed: sqlite3.Connection) -> None:
    assert all(
        len(client_lists.lines(listed, client_lists.Filter(sort=sort))) == 2 for sort in client_lists.SORTS
    )


def test_a_line_says_what_the_visits_say(listed: sqlite3.Connection) -> None:
    (line,) = client_lists.lines(listed, client_lists.Filter(tier="B"))
    assert (line.last_touch, line.visits, line.phones) == ("2026-11-20", 2, ("13800138000",))


def test_counts_and_walks(listed: sqlite3.Connection) -> None:
    assert client_lists.count(listed) == 2
    assert client_lists.tiers(listed) == {"A": 1, "B": 1}
    assert client_lists.count_tiers(listed, "2026-11-19", "") == {"A": 1, "B": 1, "": 1}
    assert client_lists.count_tiers(listed, "2026-11-24", "林") == {"B": 1}
    assert client_lists.count_added(listed, "2026-11-01", "2026-11-30", "") == 3
    assert [each.name for each in client_lists.added(listed, "2026-11-01", "2026-11-30", "王")] == ["甲"]


def test_identities_name_every_client(db: sqlite3.Connection) -> None:
    add(db, "张三", phones=("13800138000", "010-62771234"), uscc="X")
    add(db, "华星机械", id_number="Y")
    add(db, "华星机械")
    known = client_lists.identities(db)
    assert known.uscc == {"X": [1]}
    assert known.id_number == {"Y": [2]}
    assert known.phone == {clients.tail("13800138000"): [1], clients.tail("010-62771234"): [1]}
    assert known.name == {"张三": [1], "华星机械": [2, 3]}


def test_the_last_touch_of_some_kinds_and_whose(db: sqlite3.Connection) -> None:
    add(db, "甲", owner="林", cadence="7wd")
    add(db, "乙", owner="林")
    add(db, "丙", stage="dormant")
    for day, kind, owner in (
        ("2026-11-10", "visit", "林"),
        ("2026-11-12", "call", ""),
        ("2026-11-14", "call", "王"),
        ("2026-11-20", "message", "林"),
        ("2026-11-30", "visit", "林"),
    ):
        visits.add(db, Visit(client=1, day=day, text="x", kind=kind, owner=owner, recorded_at=AT))

    def last(kinds: tuple[str, ...], *, others: bool) -> list[tuple[str, str, str]]:
        found = client_lists.last_touches(db, Whom("2026-11-24", OWED), kinds, others=others)
        return [(each.name, each.day, each.kind) for each in found]

    assert last(("visit", "call"), others=True) == [("甲", "2026-11-14", "call"), ("乙", "", "")]
    assert last(("visit", "call"), others=False) == [("甲", "2026-11-12", "call"), ("乙", "", "")]
    assert last(("visit",), others=False)[0] == ("甲", "2026-11-10", "visit")
    (first, _second) = client_lists.last_touches(db, Whom("2026-11-24", OWED), ("visit",), others=True)
    assert [*client_lists.last_touches(db, Whom("2026-11-24", OWED, "王"), ("visit",), others=True)] == []
    assert (first.cadence, first.owner, first.added_on) == ("7wd", "林", "2026-11-01")
    count = client_lists.count_touches
    assert count(db, "2026-11-01", "2026-11-30", ("visit", "call"), others=True) == {1: 4}
    assert count(db, "2026-11-01", "2026-11-24", ("visit", "call"), others=False) == {1: 2}


def test_who_lacks_a_field(two: sqlite3.Connection) -> None:
    whole = clients.add(two, Client(name="丙", fields={"a": "1", 'b"c': "2"}, added_on="2026-11-01"), AT)
    half = clients.add(two, Client(name="丁", fields={"a": "1", "other": "2"}, added_on="2026-11-01"), AT)
    gone = Client(name="戊", added_on="2026-11-01", archived_on="2026-11-02")
    clients.add(two, gone, AT)

    def lacking(*keys: str) -> list[str]:
        found = client_lists.lines(two, client_lists.Filter(lacking=keys, sort="number"))
        assert client_lists.count_lacking(two, keys) == len(found)
        return [each.name for each in found]

    assert lacking("a") == ["甲", "乙"]
    assert lacking("a", 'b"c') == ["甲", "乙", "丁"]
    assert lacking("nobody has it") == ["甲", "乙", "丙", "丁"]
    lines = client_lists.lines(two, client_lists.Filter(search="丙"))
    assert lines[0].fields == {"a": "1", 'b"c': "2"}
    assert client_lists.fields_of(two, (1, whole, half)) == {
        whole: {"a": "1", 'b"c': "2"}, half: {"a": "1", "other": "2"},
    }  # fmt: skip
