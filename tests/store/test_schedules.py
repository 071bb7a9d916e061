import sqlite3

import pytest

from rmtool.domain.schedules import Schedule
from rmtool.domain.schedules import parse_at
from rmtool.errors import NotFoundError
from rmtool.store import schedules
from rmtool.store.schedules import Run

MADE = Schedule(
    "weekly", parse_at("fri 17:30"), "/报告", "xlsx", "last", "zh", "王敏", recorded_at="2026-11-24T01:30:00Z", reason="总行要求",
)  # fmt: skip


def run_of(number: int, due: str, code: int) -> Run:
    return Run(
        number, due, "2026-11-27T09:30:00Z", "2026-11-27T09:30:01Z", code, "weekly-2026-W48.md", "said"
    )


def test_a_schedule_comes_back_as_it_was(db: sqlite3.Connection) -> None:
    number = schedules.add(db, MADE)
    found = schedules.get(db, number)
    assert found.uuid
    assert found == Schedule(**{**_fields(MADE), "number": number, "uuid": found.uuid})
    assert schedules.everyone(db) == (found,)


def _fields(schedule: Schedule) -> dict[str, object]:
    return {each: getattr(schedule, each) for each in Schedule.__dataclass_fields__}


def test_a_schedule_that_is_not_there_is_told_by_number(db: sqlite3.Connection) -> None:
    with pytest.raises(NotFoundError, match="7"):
        schedules.get(db, 7)


def test_a_deleted_schedule_takes_its_runs_along_and_its_number_is_never_given_again(
    db: sqlite3.Connection,
) -> None:
    number = schedules.add(db, MADE)
    schedules.add_run(db, run_of(number, "2026-11-27T17:30", 0))
    schedules.delete(db, number)
    assert schedules.everyone(db) == ()
    assert schedules.done(db, number) == frozenset()
    assert schedules.add(db, MADE) == number + 1


def test_only_runs_that_ended_well_count_as_done(db: sqlite3.Connection) -> None:
    number = schedules.add(db, MADE)
    schedules.add_run(db, run_of(number, "2026-11-27T17:30", 0))
    schedules.add_run(db, run_of(number, "2026-12-04T17:30", 7))
    assert schedules.done(db, number) == {"2026-11-27T17:30"}
    assert schedules.last_run(db, number) == run_of(number, "2026-12-04T17:30", 7)


def test_a_schedule_without_runs_has_no_last_one(db: sqlite3.Connection) -> None:
    assert schedules.last_run(db, schedules.add(db, MADE)) is None


def test_a_run_of_a_schedule_removed_meanwhile_is_not_kept(db: sqlite3.Connection) -> None:
    schedules.add_run(db, run_of(99, "2026-11-27T17:30", 0))
    assert schedules.last_run(db, 99) is None
