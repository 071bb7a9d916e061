import sqlite3

import pytest

from rmtool.domain.deals import Deal
from rmtool.errors import NotFoundError
from rmtool.store import deals

FULL = Deal(
    client=1, product="流贷", amount=500_000_000, stage="lead", expected="2026-12-31", owner="林", reason="x",
    opened_on="2026-11-01", moved_on="2026-11-02", recorded_at="2026-11-24T01:30:00Z",
)  # fmt: skip


def test_what_is_added_comes_back_whole(two: sqlite3.Connection) -> None:
    stored = deals.get(two, deals.add(two, FULL))
    assert stored._replace(number=0, uuid="", client_name="") == FULL
    assert stored.client_name == "甲"
    assert len(stored.uuid) == 36


def test_set_replaces_and_keeps_its_uuid(two: sqlite3.Connection) -> None:
    stored = deals.get(two, deals.add(two, FULL))
    deals.set(two, stored._replace(stage="won", outcome="won", closed_on="2026-11-24"))
    again = deals.get(two, stored.number)
    assert (again.uuid, again.stage, again.closed_on) == (stored.uuid, "won", "2026-11-24")


def test_a_deal_that_is_not_there(two: sqlite3.Connection) -> None:
    with pytest.raises(NotFoundError, match="no deal number 7"):
        deals.get(two, 7)


def test_filters_and_order(two: sqlite3.Connection) -> None:
    for deal in (
        FULL._replace(expected=""),
        FULL._replace(client=2, owner="王", amount=900_000_000),
        FULL._replace(stage="proposal", expected="2026-11-30"),
        FULL._replace(stage="won", outcome="won", closed_on="2026-11-20"),
        FULL._replace(stage="lost", outcome="lost", closed_on="2026-10-20", opened_on="2026-09-01"),
    ):
        deals.add(two, deal)

    def numbers(**wanted: object) -> list[int]:
        return [each.number for each in deals.matching(two, deals.Filter(**wanted))]  # type: ignore[arg-type]

    assert numbers() == [3, 2, 1]
    assert numbers(outcome="all") == [3, 2, 4, 5, 1]
    assert numbers(outcome="won") == [4]
    assert numbers(client=2) == [2]
    assert numbers(owner="王") == [2]
    assert numbers(stage="proposal") == [3]
    assert numbers(outcome="all", opened_from="2026-09-01", opened_to="2026-09-30") == [5]
    assert numbers(outcome="all", closed_from="2026-11-01", closed_to="2026-11-30") == [4]


def test_a_deal_is_seen_in_the_stage_it_had(two: sqlite3.Connection) -> None:
    deal = deals.get(two, deals.add(two, FULL._replace(moved_on="2026-11-01")))
    for stage, day in (("proposal", "2026-11-10"), ("negotiation", "2026-11-10"), ("won", "2026-11-20")):
        outcome = "won" if stage == "won" else ""
        deal = deal._replace(
            stage=stage, moved_on=day, outcome=outcome, closed_on=day if outcome else "", reason="y"
        )
        deals.set(two, deal)

    def on(day: str) -> list[tuple[str, str, str]]:
        found = deals.matching(two, deals.Filter("all", open_on=day))
        return [(each.stage, each.moved_on, each.outcome) for each in found]

    assert on("2026-11-09") == [("lead", "2026-11-01", "")]
    assert on("2026-11-19") == [("negotiation", "2026-11-10", "")]
    assert on("2026-11-20") == []
    two.execute("DELETE FROM deal_moves")
    assert on("2026-11-09") == [("won", "2026-11-01", "")]
