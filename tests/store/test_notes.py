import sqlite3

import pytest

from rmtool.domain.notes import Note
from rmtool.errors import NotFoundError
from rmtool.store import notes

FULL = Note(
    text="卖假烟", kind="violation", client=1, day="2026-11-20", product="红梅", competitor="某某", place="城南",
    severity="urgent", tell="稽查队", told_on="2026-11-21", owner="林", recorded_at="2026-11-24T01:30:00Z",
)  # fmt: skip


def test_what_is_added_comes_back_whole(two: sqlite3.Connection) -> None:
    stored = notes.get(two, notes.add(two, FULL))
    assert stored._replace(number=0, uuid="", client_name="") == FULL
    assert stored.client_name == "甲"
    assert len(stored.uuid) == 36


def test_set_replaces_and_keeps_its_uuid_and_delete_takes_away(two: sqlite3.Connection) -> None:
    stored = notes.get(two, notes.add(two, FULL))
    notes.set(two, stored._replace(client=None, text="改"))
    again = notes.get(two, stored.number)
    assert (again.uuid, again.text, again.client, again.client_name) == (stored.uuid, "改", None, "")
    notes.delete(two, stored.number)
    with pytest.raises(NotFoundError, match="no note number 1"):
        notes.get(two, stored.number)


@pytest.fixture
def some(two: sqlite3.Connection) -> sqlite3.Connection:
    for each in (
        FULL,
        FULL._replace(told_on="", day="2026-11-22"),
        Note(
            text="Shop A sells for 95", kind="price", day="2026-11-22", client=2, owner="王", product="红梅"
        ),
        Note(text="新政策", kind="policy", day="2026-12-01"),
    ):
        notes.add(two, each)
    return two


@pytest.mark.parametrize(
    ("wanted", "numbers"),
    [
        ({}, [4, 3, 2, 1]),
        ({"limit": 2}, [4, 3]),
        ({"first": "2026-11-21", "last": "2026-11-30"}, [3, 2]),
        ({"client": 1}, [2, 1]),
        ({"kind": "price"}, [3]),
        ({"severity": "urgent"}, [2, 1]),
        ({"severity": "urgent", "untold_on": "2026-11-20"}, [2, 1]),
        ({"untold_on": "2026-11-24"}, [2]),
        ({"search": "shop a"}, [3]),
        ({"search": "稽查"}, [2, 1]),
        ({"search": "%"}, []),
        ({"owner": "王"}, [3]),
    ],
)
def test_filters_and_order(some: sqlite3.Connection, wanted: dict[str, object], numbers: list[int]) -> None:
    assert [each.number for each in notes.matching(some, notes.Filter(**wanted))] == numbers  # type: ignore[arg-type]


def test_untold_are_those_not_passed_on_by_a_day(some: sqlite3.Connection) -> None:
    assert [each.number for each in notes.untold(some, "2026-11-20")] == [1]
    assert [each.number for each in notes.untold(some, "2026-11-24")] == [2]
    assert notes.untold(some, "2026-11-24", "王") == ()


def test_counts_leave_out_what_says_nothing(some: sqlite3.Connection) -> None:
    november = notes.Filter(first="2026-11-01", last="2026-11-30")
    assert notes.count_by(some, "kind", november) == {"violation": 2, "price": 1}
    assert notes.count_by(some, "competitor", november) == {"某某": 2}
    assert notes.count_by(some, "product", november._replace(owner="王")) == {"红梅": 1}
    with pytest.raises(ValueError, match="not in tuple"):
        notes.count_by(some, "text; DROP TABLE notes", november)
