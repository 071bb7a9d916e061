from datetime import date
from datetime import datetime

import pytest

from rmtool.domain import clock
from rmtool.domain.clock import Clock
from rmtool.domain.tasks import Task

NOON = datetime(2026, 11, 24, 12, 0, 59)
TODAY = "2026-11-24"


@pytest.mark.parametrize(
    ("task", "state"),
    [
        (Task("closed", due="2026-11-01", closed_on="2026-11-02"), "closed"),
        (Task("no due day", opened_on="2026-01-01"), "green"),
        (Task("yesterday", due="2026-11-23", opened_on="2026-11-01"), "red"),
        (Task("the minute is over", due=TODAY, due_time="11:59", opened_on=TODAY), "red"),
        (Task("the minute itself is in time", due=TODAY, due_time="12:00", opened_on=TODAY), "amber"),
        (Task("today, the whole day", due=TODAY, opened_on=TODAY, opened_time="12:00"), "amber"),
        (Task("8 h, 6 gone", due=TODAY, due_time="14:00", opened_on=TODAY, opened_time="06:00"), "amber"),
        (Task("8 h, 5 gone", due=TODAY, due_time="15:00", opened_on=TODAY, opened_time="07:00"), "green"),
        (Task("15 days, 11 gone", due="2026-11-28", opened_on="2026-11-13"), "green"),
        (Task("15 days, 12 gone", due="2026-11-27", opened_on="2026-11-12", opened_time="09:00"), "amber"),
        (Task("the opening is not known", due="2026-11-27"), "green"),
        (Task("opened later than now", due="2026-11-27", opened_on="2026-11-26"), "green"),
    ],
)
def test_the_state_of_a_task(task: Task, state: str) -> None:
    assert clock.state(task, NOON) == state


def test_who_hears_of_a_late_task() -> None:
    at = Clock(NOON, {"complaint": "质检部 周敏"}, "王总")
    late = Task("x", due="2026-11-20", opened_on="2026-11-19")
    assert at.judged(late).escalate_to == "王总"
    assert at.judged(late._replace(kind="complaint")).escalate_to == "质检部 周敏"
    assert at.judged(late._replace(due="2026-12-20")).escalate_to == ""
    assert Clock(NOON).judged(late).escalate_to == ""


def test_red_before_amber_before_green() -> None:
    days = ("", "2026-11-30", TODAY, "2026-11-20", "2026-11-21")
    found = Clock(NOON).urgent(Task(day, due=day, opened_on="2026-11-19") for day in days)
    assert [each.text for each in found] == ["2026-11-20", "2026-11-21", TODAY, "", "2026-11-30"]


def test_another_day_is_judged_from_its_first_minute() -> None:
    at = Clock(NOON, {}, "王总")
    assert at.at(date(2026, 11, 24)) is at
    assert at.at(date(2026, 11, 25)) == Clock(datetime(2026, 11, 25), {}, "王总")
    assert at.moment == "2026-11-24 12:00"


@pytest.mark.parametrize(
    ("closed", "late"),
    [
        (("2026-11-23", "18:00"), False),
        (("2026-11-24", "12:00"), False),
        (("2026-11-24", "12:01"), True),
        (("2026-11-24", ""), False),
        (("2026-11-25", ""), True),
    ],
)
def test_done_late(closed: tuple[str, str], late: bool) -> None:
    task = Task("x", due=TODAY, due_time="12:00", closed_on=closed[0], closed_time=closed[1])
    assert clock.done_late(task) is late
    assert not clock.done_late(task._replace(due=""))
