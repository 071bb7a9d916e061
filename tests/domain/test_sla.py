from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rmtool.domain import sla
from rmtool.domain.holidays import official
from rmtool.domain.sla import Hours
from rmtool.domain.sla import Sla
from rmtool.errors import UsageError

CHINA = official()
HOURS = Hours(time(9), time(18))


@pytest.mark.parametrize(
    ("text", "number", "unit", "told"),
    [
        ("8h", 8, "h", "within 8 hours"), ("8小时", 8, "h", "within 8 hours"), ("1 hour", 1, "h", "within 1 hour"),
        ("4wh", 4, "wh", "within 4 working hours"), ("4个工作小时", 4, "wh", "within 4 working hours"),
        ("0d", 0, "d", "the same day"), ("15天", 15, "d", "within 15 days"), ("2wd", 2, "wd", "within 2 working days"),
        ("1个工作日", 1, "wd", "within 1 working day"),
    ],
)  # fmt: skip
def test_parse(text: str, number: int, unit: str, told: str) -> None:
    found = sla.parse(text)
    assert found == Sla(number, unit)
    assert sla.parse(found.text) == found
    assert found.show() == told


@pytest.mark.parametrize("text", ["", "soon", "h", "8", "0h", "0wh", "-1d", "1000h", "2 weeks"])
def test_what_is_no_time_to_answer_in(text: str) -> None:
    with pytest.raises(UsageError, match="no time to answer in"):
        sla.parse(text)


@pytest.mark.parametrize(
    ("text", "opened", "due"),
    [
        ("8h", "2026-11-24T14:30", "2026-11-24 22:30"),
        ("0d", "2026-11-24T14:30", "2026-11-24"),
        ("15d", "2026-11-24T14:30", "2026-12-09"),
        ("2wd", "2026-11-26T14:30", "2026-11-30"),
        ("4wh", "2026-11-24T10:00", "2026-11-24 14:00"),
        ("4wh", "2026-11-24T16:00", "2026-11-25 11:00"),
        # Before work, after work, on a Saturday, and over the National Day.
        ("4wh", "2026-11-24T06:00", "2026-11-24 13:00"),
        ("4wh", "2026-11-24T20:00", "2026-11-25 13:00"),
        ("4wh", "2026-11-28T12:00", "2026-11-30 13:00"),
        ("9wh", "2026-09-30T17:00", "2026-10-08 17:00"),
        ("20wh", "2026-11-24T09:00", "2026-11-26 11:00"),
    ],
)
def test_due_at(text: str, opened: str, due: str) -> None:
    day, clock = sla.due_at(sla.parse(text), datetime.fromisoformat(opened), CHINA, HOURS)
    assert f"{day} {clock.strftime('%H:%M') if clock else ''}".strip() == due


@given(
    st.datetimes(datetime(2010, 1, 1), datetime(2026, 6, 30)),
    st.integers(1, 60),
    st.integers(1, 60),
)
def test_working_hours_lie_in_working_days_and_add_up(opened: datetime, one: int, two: int) -> None:
    def end(start: datetime, number: int) -> datetime:
        return sla._after_work(start, timedelta(hours=number), CHINA, HOURS)

    found = end(opened, one)
    assert CHINA.is_working(found.date())
    assert HOURS.first <= found.time() <= HOURS.last
    assert end(found, two) == end(opened, one + two)


def test_later_is_never_sooner() -> None:
    days = [date(2026, 9, 25) + timedelta(days=each) for each in range(20)]
    ends = [
        sla._after_work(datetime.combine(day, time(12)), timedelta(hours=5), CHINA, HOURS) for day in days
    ]
    assert ends == sorted(ends)
