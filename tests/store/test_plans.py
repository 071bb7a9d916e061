import sqlite3

from rmtool.domain.clients import Client
from rmtool.domain.plan import Planned
from rmtool.domain.visits import Visit
from rmtool.store import clients
from rmtool.store import plans
from rmtool.store import visits

AT = "2026-11-24T01:30:00Z"


def test_a_plan_is_kept_in_its_order_and_knows_what_was_done(two: sqlite3.Connection) -> None:
    plans.set(two, "2026-11-24", [(2, "逾期"), (1, "生日")])
    visits.add(two, Visit(client=1, day="2026-11-24", text="x", recorded_at=AT))
    assert plans.between(two, "2026-11-24", "2026-11-24", "") == (
        Planned("2026-11-24", 2, "乙", "逾期", False),
        Planned("2026-11-24", 1, "甲", "生日", True),
    )
    assert plans.between(two, "2026-11-25", "2026-12-31", "") == ()


def test_a_later_plan_of_the_day_takes_the_place_of_the_earlier(two: sqlite3.Connection) -> None:
    plans.set(two, "2026-11-24", [(1, "x"), (2, "y")])
    plans.set(two, "2026-11-24", [(2, "z")])
    assert [each.why for each in plans.between(two, "2026-11-01", "2026-11-30", "")] == ["z"]


def test_whose_plan(db: sqlite3.Connection) -> None:
    number = clients.add(db, Client(name="甲", owner="林", added_on="2026-11-01"), AT)
    plans.set(db, "2026-11-24", [(number, "x")])
    assert len(plans.between(db, "2026-11-24", "2026-11-24", "林")) == 1
    assert plans.between(db, "2026-11-24", "2026-11-24", "王") == ()
