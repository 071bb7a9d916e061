from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rmtool import i18n
from rmtool.domain import periods
from rmtool.domain import targets
from rmtool.domain.holidays import official
from rmtool.domain.targets import Target
from rmtool.errors import UsageError

CHINA = official()
NOVEMBER = periods.month_of(date(2026, 11, 1))  # 21 working days
OCTOBER = periods.month_of(date(2026, 10, 1))


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("visits", "visits"), ("拜访", "visits"), ("New Clients", "new-clients"), ("新增客户", "new-clients"), ("成交金额", "won"),
        ("Stock", "Stock"), ("库存", "库存"),
    ],
)  # fmt: skip
def test_measures_in_both_languages(word: str, key: str) -> None:
    assert targets.measure(word) == key


def test_a_measure_is_a_word() -> None:
    with pytest.raises(UsageError, match="the measure"):
        targets.measure(" ")


def test_what_was_to_be_reached_counts_working_days() -> None:
    found = targets.judge(
        Target("visits", NOVEMBER, 42), {"2026-11-03": 10, "2026-11-20": 4}, "2026-11-13", CHINA
    )
    # Ten of 21 working days are over; what comes later does not count yet.
    assert (found.expected, found.done, found.state) == (20, 10, "behind")
    assert found.forecast == pytest.approx(21)
    # October begins with the holidays: nothing is expected before the 8th.
    found = targets.judge(Target("visits", OCTOBER, 42), {"2026-10-02": 1}, "2026-10-07", CHINA)
    assert (found.expected, found.forecast, found.state) == (0, 1, "on track")


@pytest.mark.parametrize(
    ("day", "done", "state"),
    [
        ("2026-11-13", 20, "on track"), ("2026-11-13", 19, "behind"), ("2026-11-13", 42, "met"), ("2026-12-01", 41, "missed"),
        ("2026-12-01", 42, "met"), ("2026-10-31", 0, "ahead"), ("2026-11-30", 41, "behind"),
    ],
)  # fmt: skip
def test_states(day: str, done: float, state: str) -> None:
    assert targets.judge(Target("visits", NOVEMBER, 42), {"2026-11-02": done}, day, CHINA).state == state


def test_a_period_of_days_off_is_judged_by_its_end() -> None:
    weekend = periods.Period("range", date(2026, 11, 28), date(2026, 11, 29))
    assert targets.judge(Target("visits", weekend, 2), {}, "2026-11-28", CHINA).expected == 0
    assert targets.judge(Target("visits", weekend, 2), {}, "2026-11-29", CHINA).expected == 2


def test_the_trend_tells_each_sixth_of_the_working_days() -> None:
    by_day = {"2026-11-01": 1.0, "2026-11-05": 2.0, "2026-11-06": 3.0, "2026-11-28": 4.0}
    found = targets.judge(Target("visits", NOVEMBER, 42), by_day, "2026-11-30", CHINA)
    assert found.trend == (3, 3, 0, 0, 0, 4)
    assert targets.sparkline(found.trend) == "▆▆▁▁▁█"
    assert targets.judge(Target("visits", NOVEMBER, 42), by_day, "2026-11-01", CHINA).trend == ()
    assert targets.sparkline(()) == ""


@given(st.dictionaries(st.dates(date(2026, 9, 1), date(2026, 12, 31)), st.integers(0, 9)), st.dates(date(2026, 8, 1), date(2027, 1, 31)))  # fmt: skip
def test_the_trend_adds_up_to_what_is_reached(brought: dict[date, int], today: date) -> None:
    quarter = periods.quarter_of(date(2026, 11, 1))
    by_day = {day.isoformat(): float(n) for day, n in brought.items() if quarter.first <= day <= quarter.last}
    found = targets.judge(Target("visits", quarter, 5), by_day, today.isoformat(), CHINA)
    assert found.expected <= found.value
    assert len(targets.sparkline(found.trend)) == len(found.trend) <= 7
    if found.trend:
        assert sum(found.trend) == found.done


def test_labels() -> None:
    assert targets.label("won") == "won, yuan"
    assert targets.label("库存") == "库存"
    i18n.choose("zh")
    assert targets.label("won") == "成交（元）"


@pytest.mark.parametrize(
    ("day", "reached", "state"),
    [
        ("2026-11-13", 42, "on track"), ("2026-11-13", 41, "behind"), ("2026-12-01", 42, "met"), ("2026-12-01", 41, "missed"),
        ("2026-10-31", 42, "ahead"), ("2026-11-30", 42, "on track"), ("2026-11-01", 0, "behind"),
    ],
)  # fmt: skip
def test_a_level_is_held_or_not_whatever_the_day(day: str, reached: float, state: str) -> None:
    found = targets.judge_level(Target("coverage", NOVEMBER, 42), reached, day)
    assert (found.state, found.expected, found.done, found.forecast, found.trend) == (
        state, 42, reached, reached, (),
    )  # fmt: skip
