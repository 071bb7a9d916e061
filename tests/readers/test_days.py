"""Days in files: the year must be said."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rmtool.errors import UsageError
from rmtool.readers import days


@pytest.mark.parametrize(
    ("text", "day", "time"),
    [
        ("2026-11-03", "2026-11-03", ""),
        ("2026/11/3", "2026-11-03", ""),
        ("2026.11.3", "2026-11-03", ""),
        ("20261103", "2026-11-03", ""),
        ("2026年11月3日", "2026-11-03", ""),
        ("2026-11-03 09:30", "2026-11-03", "09:30"),
        ("2026-11-03T09:30:15", "2026-11-03", "09:30"),
        ("2026年11月3日 下午3点", "2026-11-03", "15:00"),
        ("first mon of may 2010", "2010-05-03", ""),
        ("1st Friday of Oct 2010", "2010-10-01", ""),
        ("last fri of 2010-05", "2010-05-28", ""),
        ("fifth sat of may 2010", "2010-05-29", ""),
        ("2010年5月第一个周一", "2010-05-03", ""),
        ("2010年5月最后一个星期五", "2010-05-28", ""),
    ],
)
def test_a_day_with_its_year_is_understood(text: str, day: str, time: str) -> None:
    assert days.moment(text) == (day, time)


@pytest.mark.parametrize(
    "text",
    ["", "昨天", "today", "11-03", "下周三", "11月3日", "3/11/2026", "2026-02-30", "46329", "first mon of may",
     "fifth mon of feb 2010", "first xyz of may 2010", "first mon of 2010-13", "2026-11-03 25:00", "zeroth mon of may 2010"],
)  # fmt: skip
def test_what_leaves_the_day_open_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        days.moment(text)


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_the_nth_weekday_of_any_month_is_found(day: date) -> None:
    place = ("first", "second", "third", "fourth", "fifth")[(day.day - 1) // 7]
    words = f"{place} {day.strftime('%a')} of {day.strftime('%b')} {day.year}"
    assert days.moment(words) == (day.isoformat(), "")
