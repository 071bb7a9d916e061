from datetime import date
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rmtool import i18n
from rmtool.domain import cadence
from rmtool.domain import periods
from rmtool.domain.cadence import Cadence
from rmtool.domain.holidays import official
from rmtool.errors import UsageError

CHINA = official()


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("7wd", 7, "wd"), ("7个工作日", 7, "wd"), ("every 7 working days", 7, "wd"), ("1 workday", 1, "wd"),
        ("30d", 30, "d"), ("30天", 30, "d"), ("2w", 14, "d"), ("两周", 14, "d"), ("每3天", 3, "d"),
        ("2/week", 2, "week"), ("每周2次", 2, "week"), ("3/旬", 3, "tenday"), ("每旬3次", 3, "tenday"),
        ("1/month", 1, "month"), ("3次/月", 3, "month"), ("2 times a week", 2, "week"), ("2 per month", 2, "month"),
    ],
)  # fmt: skip
def test_parse(text: str, number: int, unit: str) -> None:
    found = cadence.parse(text)
    assert found == Cadence(number, unit)
    assert cadence.parse(found.text) == found


@pytest.mark.parametrize("text", ["", "often", "0d", "0/week", "wd", "7", "1000d", "-3d", "2/year"])
def test_what_is_no_cadence(text: str) -> None:
    with pytest.raises(UsageError, match="no cadence"):
        cadence.parse(text)


@pytest.mark.parametrize(
    ("text", "en", "zh"),
    [
        ("7wd", "every 7 working days", "每 7 个工作日"),
        ("1wd", "every working day", "每个工作日"),
        ("30d", "every 30 days", "每 30 天"),
        ("1/month", "once a month", "每月 1 次"),
        ("3/旬", "3 times in ten days", "每旬 3 次"),
        ("2/week", "2 times a week", "每周 2 次"),
    ],
)
def test_show(text: str, en: str, zh: str) -> None:
    assert cadence.parse(text).show() == en
    i18n.choose("zh")
    assert cadence.parse(text).show() == zh


def test_working_days_are_due_on_the_nth_after_the_touch() -> None:
    # Thursday 12 November 2026, and seven working days on.
    assert cadence.due_on(Cadence(7, "wd"), date(2026, 11, 12), CHINA) == date(2026, 11, 23)
    assert cadence.due_on(Cadence(7, "d"), date(2026, 11, 12), CHINA) == date(2026, 11, 19)
    # Over the National Day: eight days off, one Saturday worked.
    assert cadence.due_on(Cadence(3, "wd"), date(2026, 9, 30), CHINA) == date(2026, 10, 10)


@pytest.mark.parametrize(
    ("text", "touches", "day", "due"),
    [
        # A week of five working days: once on Friday, twice on Wednesday and Friday.
        ("1/week", 0, "2026-11-24", "2026-11-27"),
        ("2/week", 0, "2026-11-24", "2026-11-25"),
        ("2/week", 1, "2026-11-24", "2026-11-27"),
        ("2/week", 2, "2026-11-24", "2026-12-02"),
        ("1/month", 0, "2026-11-24", "2026-11-30"),
        ("3/旬", 0, "2026-11-24", "2026-11-24"),
        ("3/旬", 3, "2026-11-24", "2026-12-03"),
        # A week with nothing but holidays is due at its end.
        ("1/week", 0, "2026-02-18", "2026-02-22"),
    ],
)
def test_times_in_a_period_lie_evenly_in_its_working_days(
    text: str, touches: int, day: str, due: str
) -> None:
    found = cadence.slot(cadence.parse(text), touches, date.fromisoformat(day), CHINA)
    assert found == date.fromisoformat(due)


@given(
    st.dates(date(2010, 1, 1), date(2026, 6, 30)),
    st.integers(1, 8),
    st.sampled_from(["week", "tenday", "month"]),
)
def test_slots_lie_in_their_period_in_order(day: date, number: int, unit: str) -> None:
    wanted = Cadence(number, unit)
    slots = [cadence.slot(wanted, touches, day, CHINA) for touches in range(number + 1)]
    period = periods.of(wanted.period or "week", day)
    assert slots == sorted(slots)
    assert all(period.contains(each) for each in slots[:-1])
    assert slots[-2] <= period.last < slots[-1]
    assert slots[-1] <= period.last + timedelta(days=31)
