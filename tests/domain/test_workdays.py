from datetime import date
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rmtool.domain.holidays import official
from rmtool.domain.workdays import WorkCalendar

CHINA = official()
DAYS = st.dates(date(2004, 1, 1), date(2026, 12, 31))


@pytest.mark.parametrize(
    ("day", "working"),
    [
        ("2026-11-24", True),
        ("2026-11-28", False),
        ("2026-10-01", False),
        ("2026-10-07", False),
        # Shift days: a Saturday and a Sunday that are worked.
        ("2026-10-10", True),
        ("2026-09-20", True),
        ("2025-01-26", True),
        ("2025-01-28", False),
    ],
)
def test_the_official_calendar(day: str, working: bool) -> None:
    assert CHINA.is_working(date.fromisoformat(day)) is working


def test_years_nobody_has_announced_are_monday_to_friday() -> None:
    assert CHINA.knows(date(2026, 5, 1))
    assert not CHINA.knows(date(2031, 5, 1))
    assert CHINA.is_working(date(2031, 5, 1))  # a Thursday


def test_the_firms_own_days_win() -> None:
    own = WorkCalendar(
        off=frozenset({date(2026, 11, 24), date(2026, 10, 10)}),
        on=frozenset({date(2026, 10, 1)}),
        years=frozenset({2027}),
    )
    both = CHINA.overlaid(own)
    assert not both.is_working(date(2026, 11, 24))
    assert not both.is_working(date(2026, 10, 10))
    assert both.is_working(date(2026, 10, 1))
    assert both.knows(date(2027, 1, 1))
    assert not CHINA.knows(date(2027, 1, 1))


def test_working_days_over_a_holiday() -> None:
    # From the Wednesday before the National Day of 2026: Thursday 8 October is the first day worked again.
    assert CHINA.add(date(2026, 9, 30), 1) == date(2026, 10, 8)
    assert CHINA.add(date(2026, 9, 30), 3) == date(2026, 10, 10)
    assert CHINA.add(date(2026, 9, 30), 0) == date(2026, 9, 30)
    assert CHINA.from_day(date(2026, 10, 3)) == date(2026, 10, 8)
    assert CHINA.from_day(date(2026, 10, 8)) == date(2026, 10, 8)


@given(DAYS, st.integers(1, 60))
def test_adding_counts_the_working_days_between(day: date, number: int) -> None:
    found = CHINA.add(day, number)
    assert CHINA.is_working(found)
    assert len(CHINA.between(day + timedelta(days=1), found)) == number


@given(DAYS, st.integers(1, 30), st.integers(1, 30))
def test_adding_twice_is_adding_the_sum(day: date, one: int, two: int) -> None:
    assert CHINA.add(CHINA.add(day, one), two) == CHINA.add(day, one + two)


@given(DAYS)
def test_another_library_agrees_where_both_know(day: date) -> None:
    # Every day off in the middle of a week, and every weekend worked, is one the State Council announced.
    plain = day.weekday() < 5
    assert CHINA.is_working(day) == plain or day in CHINA.off | CHINA.on


def test_the_end_of_time_is_reached() -> None:
    assert WorkCalendar().add(date.max - timedelta(days=1), 9) <= date.max
    assert WorkCalendar(off=frozenset({date.max})).from_day(date.max) == date.max


def test_the_working_day_before() -> None:
    assert official().before(date(2026, 11, 23)) == date(2026, 11, 20)
    # After the National Day holidays of 2026 (1 to 7 October).
    assert official().before(date(2026, 10, 8)) == date(2026, 9, 30)
