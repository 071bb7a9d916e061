"""Deliveries (送达) in the store: what became of each report at each destination."""

import sqlite3

from rmtool.domain.deliveries import FAILED
from rmtool.domain.deliveries import MADE
from rmtool.domain.deliveries import SENDING
from rmtool.domain.deliveries import SENT
from rmtool.domain.deliveries import UNKNOWN
from rmtool.domain.deliveries import Delivery
from rmtool.errors import NotFoundError
from rmtool.i18n import _
from rmtool.store.database import new_uuid

_COLUMNS = "schedule_id, due_at, destination, message_id, state, attempts, next_try, last_error, made_at, tried_at, sent_at"
_SELECT = f"SELECT {_COLUMNS}, id FROM deliveries"  # noqa: S608


def add(db: sqlite3.Connection, delivery: Delivery) -> None:
    """Keep a delivery to be made; one that is there already stays as it is, and a schedule removed keeps none."""
    values = (
        delivery.schedule, delivery.due_at, delivery.destination, delivery.message_id, delivery.state,
        delivery.attempts, delivery.next_try, delivery.last_error, delivery.made_at, delivery.tried_at,
        delivery.sent_at,
    )  # fmt: skip
    db.execute(
        f"INSERT INTO deliveries (uuid, {_COLUMNS}) SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?"  # noqa: S608
        " WHERE EXISTS (SELECT 1 FROM schedules WHERE id = ?)"
        " ON CONFLICT (schedule_id, due_at, destination) DO NOTHING",
        (new_uuid(), *values, delivery.schedule),
    )


def get(db: sqlite3.Connection, number: int) -> Delivery:
    """The delivery of that number; raises NotFoundError."""
    row = db.execute(f"{_SELECT} WHERE id = ?", (number,)).fetchone()
    if row is None:
        raise NotFoundError(
            _("There is no delivery number {number}: see `rmtool handed-in`.").format(number=number)
        )
    return Delivery(*row)


def of(db: sqlite3.Connection, schedule: int, first: str, last: str) -> tuple[Delivery, ...]:
    """The deliveries of that schedule whose due times lie from `first` to `last`, in order."""
    rows = db.execute(
        f"{_SELECT} WHERE schedule_id = ? AND due_at BETWEEN ? AND ? ORDER BY due_at, id",
        (schedule, first, last),
    )
    return tuple(Delivery(*row) for row in rows)


def unsettled(db: sqlite3.Connection, schedule: int) -> tuple[Delivery, ...]:
    """The deliveries of that schedule that have not arrived for certain, in order."""
    rows = db.execute(f"{_SELECT} WHERE schedule_id = ? AND state <> ? ORDER BY due_at, id", (schedule, SENT))
    return tuple(Delivery(*row) for row in rows)


def begin(db: sqlite3.Connection, number: int, instant: str) -> None:
    """Keep, before anything is sent, that it is being sent."""
    db.execute(
        "UPDATE deliveries SET state = ?, attempts = attempts + 1, tried_at = ?, next_try = '' WHERE id = ?",
        (SENDING, instant, number),
    )


def interrupted(db: sqlite3.Connection, schedule: int) -> int:
    """Call unknown what was being sent when its run ended without a word; answers how many there were.

    Only the run that holds the schedule's lock may ask: nobody else is sending then.
    """
    return db.execute(
        "UPDATE deliveries SET state = ?, last_error = ? WHERE schedule_id = ? AND state = ?",
        (UNKNOWN, _("the run ended while it was being sent"), schedule, SENDING),
    ).rowcount


def settle(db: sqlite3.Connection, number: int, instant: str) -> None:
    """Keep that it has arrived."""
    db.execute(
        "UPDATE deliveries SET state = ?, sent_at = ?, next_try = '', last_error = '' WHERE id = ?",
        (SENT, instant, number),
    )


def fail(db: sqlite3.Connection, number: int, reason: str, next_try: str) -> None:
    """Keep why it failed, and when it is tried again (empty: never)."""
    db.execute(
        "UPDATE deliveries SET state = ?, last_error = ?, next_try = ? WHERE id = ?",
        (FAILED, reason, next_try, number),
    )


def doubt(db: sqlite3.Connection, number: int, reason: str) -> None:
    """Keep that nobody knows whether it has arrived."""
    db.execute("UPDATE deliveries SET state = ?, last_error = ? WHERE id = ?", (UNKNOWN, reason, number))


def renew(db: sqlite3.Connection, number: int) -> None:
    """Let it be sent again, with all its attempts before it."""
    db.execute("UPDATE deliveries SET state = ?, attempts = 0, next_try = '' WHERE id = ?", (MADE, number))
