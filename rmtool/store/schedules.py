"""Schedules (定时任务) in the store, and how their runs ended."""

import sqlite3
from dataclasses import dataclass

from rmtool.domain.schedules import Schedule
from rmtool.domain.schedules import parse_at
from rmtool.domain.schedules import parse_by
from rmtool.errors import NotFoundError
from rmtool.i18n import _
from rmtool.store.database import new_uuid


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a schedule: `due_at` is a local minute, the other times are UTC instants."""

    schedule: int
    due_at: str
    started_at: str
    ended_at: str
    exit_code: int
    file: str = ""
    message: str = ""


_COLUMNS = "report, at, period, folder, format, language, owner, recorded_at, deadline, mail, robots, reason"
_RUN = "schedule_id, due_at, started_at, ended_at, exit_code, file, message"


def add(db: sqlite3.Connection, schedule: Schedule) -> int:
    """Store `schedule` and answer its number."""
    cursor = db.execute(
        f"INSERT INTO schedules (uuid, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
        (
            schedule.uuid or new_uuid(), schedule.report, schedule.at.text, schedule.period, schedule.folder,
            schedule.format, schedule.language, schedule.owner, schedule.recorded_at,
            schedule.deadline.text if schedule.deadline else "", ",".join(schedule.mail), ",".join(schedule.robots),
            schedule.reason,
        ),
    )  # fmt: skip
    return cursor.lastrowid or 0


def get(db: sqlite3.Connection, number: int) -> Schedule:
    """The schedule of that number; raises NotFoundError."""
    row = db.execute(f"{_SELECT} WHERE id = ?", (number,)).fetchone()
    if row is None:
        raise NotFoundError(
            _("There is no schedule number {number}: see `rmtool list-schedules`.").format(number=number)
        )
    return _schedule(row)


def everyone(db: sqlite3.Connection) -> tuple[Schedule, ...]:
    """Every schedule, in order of number."""
    return tuple(map(_schedule, db.execute(f"{_SELECT} ORDER BY id")))


def exist(db: sqlite3.Connection) -> bool:
    """Whether there is any schedule."""
    return db.execute("SELECT 1 FROM schedules LIMIT 1").fetchone() is not None


def delete(db: sqlite3.Connection, number: int) -> None:
    """Take the schedule of that number and its runs out of the store."""
    db.execute("DELETE FROM schedules WHERE id = ?", (number,))


def add_run(db: sqlite3.Connection, run: Run) -> None:
    """Keep how a run ended; a schedule removed meanwhile keeps none."""
    values = (run.schedule, run.due_at, run.started_at, run.ended_at, run.exit_code, run.file, run.message)
    db.execute(
        f"INSERT INTO schedule_runs ({_RUN}) SELECT ?, ?, ?, ?, ?, ?, ?"  # noqa: S608
        " WHERE EXISTS (SELECT 1 FROM schedules WHERE id = ?)",
        (*values, run.schedule),
    )


def last_run(db: sqlite3.Connection, number: int) -> Run | None:
    """The run of that schedule that started last, or None."""
    row = db.execute(
        f"SELECT {_RUN} FROM schedule_runs WHERE schedule_id = ? ORDER BY id DESC LIMIT 1",  # noqa: S608
        (number,),
    ).fetchone()
    return Run(*row) if row else None


def between(db: sqlite3.Connection, number: int, first: str, last: str) -> dict[str, Run]:
    """The first run that ended well of each due time from `first` to `last`, of that schedule."""
    rows = db.execute(
        f"SELECT {_RUN} FROM schedule_runs WHERE schedule_id = ? AND due_at BETWEEN ? AND ? AND exit_code = 0"  # noqa: S608
        " ORDER BY id DESC",
        (number, first, last),
    )
    return {run.due_at: run for run in (Run(*row) for row in rows)}


def done(db: sqlite3.Connection, number: int) -> frozenset[str]:
    """The due times of that schedule that have a run which ended well."""
    rows = db.execute("SELECT due_at FROM schedule_runs WHERE schedule_id = ? AND exit_code = 0", (number,))
    return frozenset(row[0] for row in rows)


_SELECT = f"SELECT id, uuid, {_COLUMNS} FROM schedules"  # noqa: S608


def _schedule(row: tuple[str, ...]) -> Schedule:
    (
        number, uuid, report, at, period, folder, form, language, owner, recorded_at, deadline, mail, robots, reason,
    ) = row  # fmt: skip
    return Schedule(
        number=int(number), uuid=uuid, report=report, at=parse_at(at), period=period, folder=folder,
        format=form, language=language, owner=owner, recorded_at=recorded_at,
        deadline=parse_by(deadline) if deadline else None, mail=_words(mail), robots=_words(robots),
        reason=reason,
    )  # fmt: skip


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split(",")) if text else ()
