import sqlite3

import pytest

from rmtool.domain.deliveries import Delivery
from rmtool.domain.schedules import Schedule
from rmtool.domain.schedules import parse_at
from rmtool.domain.schedules import parse_by
from rmtool.errors import NotFoundError
from rmtool.store import deliveries
from rmtool.store import schedules
from rmtool.store.schedules import Run

DUE, AT, LATER = "2026-11-27T17:30", "2026-11-27T09:30:00Z", "2026-11-27T10:00:00Z"
MADE = Schedule(
    "weekly", parse_at("fri 17:30 workdays"), "", recorded_at=AT, deadline=parse_by("10th"), mail=("a@b.cn", "c@d.cn"),
    robots=("team",),
)  # fmt: skip


@pytest.fixture
def one(db: sqlite3.Connection) -> Delivery:
    number = schedules.add(db, MADE)
    deliveries.add(db, Delivery(number, DUE, "mail:a@b.cn", "<1@x>", made_at=AT))
    (found,) = deliveries.of(db, number, DUE, DUE)
    return found


def test_a_schedule_comes_back_with_its_deadline_and_destinations(db: sqlite3.Connection) -> None:
    assert not schedules.exist(db)
    found = schedules.get(db, schedules.add(db, MADE))
    assert (found.at, found.deadline, found.mail, found.robots) == (
        MADE.at,
        MADE.deadline,
        MADE.mail,
        MADE.robots,
    )
    assert schedules.exist(db)


def test_a_delivery_is_made_sent_and_done(db: sqlite3.Connection, one: Delivery) -> None:
    assert (one.state, one.attempts, one.message_id, one.made_at) == ("made", 0, "<1@x>", AT)
    deliveries.begin(db, one.number, AT)
    assert deliveries.get(db, one.number).state == "sending"
    assert deliveries.unsettled(db, one.schedule) == (deliveries.get(db, one.number),)
    deliveries.settle(db, one.number, LATER)
    done = deliveries.get(db, one.number)
    assert (done.state, done.attempts, done.tried_at, done.sent_at) == ("sent", 1, AT, LATER)
    assert deliveries.unsettled(db, one.schedule) == ()


def test_the_same_delivery_is_never_kept_twice(db: sqlite3.Connection, one: Delivery) -> None:
    deliveries.settle(db, one.number, LATER)
    deliveries.add(db, Delivery(one.schedule, DUE, "mail:a@b.cn", made_at=LATER))
    assert [each.state for each in deliveries.of(db, one.schedule, DUE, DUE)] == ["sent"]


def test_a_failure_keeps_its_reason_and_next_try(db: sqlite3.Connection, one: Delivery) -> None:
    deliveries.begin(db, one.number, AT)
    deliveries.fail(db, one.number, "down", LATER)
    found = deliveries.get(db, one.number)
    assert (found.state, found.last_error, found.next_try) == ("failed", "down", LATER)
    deliveries.renew(db, one.number)
    assert deliveries.get(db, one.number).pending(AT)
    assert deliveries.get(db, one.number).attempts == 0


def test_what_was_being_sent_when_its_run_ended_is_unknown(db: sqlite3.Connection, one: Delivery) -> None:
    assert deliveries.interrupted(db, one.schedule) == 0
    deliveries.begin(db, one.number, AT)
    assert deliveries.interrupted(db, one.schedule) == 1
    found = deliveries.get(db, one.number)
    assert found.state == "unknown"
    assert "ended while" in found.last_error


def test_a_doubt_is_kept_with_its_reason(db: sqlite3.Connection, one: Delivery) -> None:
    deliveries.doubt(db, one.number, "silent")
    assert (deliveries.get(db, one.number).state, deliveries.get(db, one.number).last_error) == (
        "unknown",
        "silent",
    )


def test_a_delivery_that_is_not_there_is_told_by_number(db: sqlite3.Connection) -> None:
    with pytest.raises(NotFoundError, match="7"):
        deliveries.get(db, 7)


def test_a_schedule_removed_takes_its_deliveries_along_and_keeps_no_new_ones(
    db: sqlite3.Connection, one: Delivery
) -> None:
    schedules.delete(db, one.schedule)
    deliveries.add(db, one)
    assert db.execute("SELECT count(*) FROM deliveries").fetchone() == (0,)


def test_the_first_run_that_ended_well_of_each_due_time_is_found(db: sqlite3.Connection) -> None:
    number = schedules.add(db, MADE)
    runs = [
        Run(number, DUE, AT, AT, 7),
        Run(number, DUE, AT, AT, 0, "a"),
        Run(number, DUE, LATER, LATER, 0, "a"),
    ]
    for each in runs:
        schedules.add_run(db, each)
    assert schedules.between(db, number, "2026-11-27", "2026-11-28") == {DUE: runs[1]}
