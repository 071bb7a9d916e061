"""Periods: their words, seen from Tuesday 24 November 2026, their names, and how they tile the calendar."""

from dataclasses import FrozenInstanceError
from datetime import date
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rmtool.domain import periods
from rmtool.errors import UsageError

TODAY = date(2026, 11, 24)
DAYS = st.dates(date(1905, 1, 1), date(2095, 12, 31))
KINDS = st.sampled_from(["day", "week", "tenday", "month", "quarter", "year"])

WORDS = """
2026-11-23 = 2026-11-23
2026年11月23日 = 2026-11-23
today = 2026-11-24
今天 = 2026-11-24
yesterday = 2026-11-23
昨天 = 2026-11-23
周三 = 2026-11-18
wed = 2026-11-18
11-20 = 2026-11-20
11-30 = 2025-11-30
去年底 = 2025-12-31
2026-W47 = 2026-W47
2026w47 = 2026-W47
2026 W47 = 2026-W47
2026-w5 = 2026-W05
2026年第47周 = 2026-W47
2026年第四十七周 = 2026-W47
今年第47周 = 2026-W47
去年第1周 = 2025-W01
第47周 = 2026-W47
第 47 周 = 2026-W47
w47 = 2026-W47
week 47 = 2026-W47
w48 = 2026-W48
w49 = 2025-W49
2026-W53 = 2026-W53
2020-W53 = 2020-W53
this week = 2026-W48
current week = 2026-W48
last week = 2026-W47
previous week = 2026-W47
next week = 2026-W49
本周 = 2026-W48
本週 = 2026-W48
这周 = 2026-W48
这个星期 = 2026-W48
上周 = 2026-W47
上个礼拜 = 2026-W47
上一周 = 2026-W47
下周 = 2026-W49
上上周 = 2026-W46
下下周 = 2026-W50
2026-11 = 2026-11
2026/11 = 2026-11
2026年11月 = 2026-11
2026年11月份 = 2026-11
二〇二六年十一月 = 2026-11
去年11月 = 2025-11
11月 = 2026-11
十一月份 = 2026-11
12月 = 2025-12
november = 2026-11
dec = 2025-12
Dec 2026 = 2026-12
this month = 2026-11
last month = 2026-10
next month = 2026-12
本月 = 2026-11
这个月 = 2026-11
当月 = 2026-11
上月 = 2026-10
上个月 = 2026-10
上一个月 = 2026-10
下月 = 2026-12
2026-11上旬 = 2026-11上旬
2026年11月中旬 = 2026-11中旬
11月下旬 = 2026-11下旬
十二月上旬 = 2025-12上旬
去年12月上旬 = 2025-12上旬
上旬 = 2026-11上旬
下旬 = 2026-11下旬
本旬 = 2026-11下旬
上一旬 = 2026-11中旬
下一旬 = 2026-12上旬
上月下旬 = 2026-10下旬
本月中旬 = 2026-11中旬
this tenday = 2026-11下旬
2026-Q4 = 2026-Q4
2026q4 = 2026-Q4
Q4 = 2026-Q4
Q4 2025 = 2025-Q4
四季度 = 2026-Q4
第四季度 = 2026-Q4
2026年四季度 = 2026-Q4
2026年第4季度 = 2026-Q4
去年四季度 = 2025-Q4
本季 = 2026-Q4
上季度 = 2026-Q3
this quarter = 2026-Q4
last quarter = 2026-Q3
2026 = 2026
2026年 = 2026
2026年度 = 2026
今年 = 2026
本年度 = 2026
去年 = 2025
前年 = 2024
明年 = 2027
this year = 2026
last year = 2025
all = all
ALL = all
全部 = all
2026-11-01..2026-11-15 = 2026-11-01..2026-11-15
2026-11-01 .. 2026-11-15 = 2026-11-01..2026-11-15
2026-11-01 to 2026-11-15 = 2026-11-01..2026-11-15
2026-11-01 至 2026-11-15 = 2026-11-01..2026-11-15
2026-11-05..2026-11-05 = 2026-11-05..2026-11-05
11-01..11-15 = 2026-11-01..2026-11-15
11-20..11-30 = 2026-11-20..2026-11-30
12-20..01-10 = 2025-12-20..2026-01-10
2025-11-01..11-15 = 2025-11-01..2025-11-15
nov 1..nov 15 = 2026-11-01..2026-11-15
10月1日到15日 = 2026-10-01..2026-10-15
2025年1月至3月 = 2025-01-01..2025-03-31
9月至11月 = 2026-09-01..2026-11-30
2026-W46..2026-W47 = 2026-11-09..2026-11-22
2025-W01..W03 = 2024-12-30..2025-01-19
周一至周五 = 2026-11-23..2026-11-27
上周一到周五 = 2026-11-16..2026-11-20
上周..today = 2026-11-16..2026-11-24
last 7 days = 2026-11-18..2026-11-24
最近30天 = 2026-10-26..2026-11-24
近三十天 = 2026-10-26..2026-11-24
"""

REFUSED = """
2025-W53 ! does not exist
第53周 ! does not exist
2026-W00 ! does not exist
2026-W54 ! does not exist
2026-13 ! does not exist
13月 ! does not exist
2026-02-30 ! does not exist
2月30日 ! does not exist
13月上旬 ! does not exist
Q5 ! does not exist
Q0 ! does not exist
0000 ! does not exist
1899 ! too far
2101-01 ! too far
+9999w ! too far
+9999y ! too far
2026-11-15..2026-11-01 ! ends before
2026-11-01..2026-02-30 ! does not exist
2026-11-01.. ! no period
..2026-11-01 ! no period
a..b ! no period
1..2..3 ! no period
2026-11-24 周三 ! contradicts
周末 ! no period
foo ! no period
202611 ! no period
47 ! no period
近0天 ! no period
今旬 ! no period
去周 ! no period
last wednesday week ! no period
"""


def rows(table: str, sign: str) -> list[tuple[str, str]]:
    lines = (line.partition(sign) for line in table.strip().splitlines())
    return [(left.strip(), right.strip()) for left, _sign, right in lines]


@pytest.mark.parametrize(("word", "key"), rows(WORDS, " = "))
def test_a_word_means_a_period(word: str, key: str) -> None:
    assert periods.parse_period(word, TODAY, "week").key == key


@pytest.mark.parametrize(("word", "reason"), rows(REFUSED, " ! "))
def test_what_is_no_period_is_refused(word: str, reason: str) -> None:
    with pytest.raises(UsageError, match=reason):
        periods.parse_period(word, TODAY, "week")


@pytest.mark.parametrize(
    ("word", "kind", "key"),
    [
        ("", "week", "2026-W48"), ("", "tenday", "2026-11下旬"), ("last", "month", "2026-10"),
        ("上期", "tenday", "2026-11中旬"), ("next", "quarter", "2027-Q1"), ("this", "day", "2026-11-24"),
        ("本期", "year", "2026"), ("previous", "all", "all"),
    ],
)  # fmt: skip
def test_a_word_without_a_unit_is_of_the_kind_expected(word: str, kind: periods.Kind, key: str) -> None:
    assert periods.parse_period(word, TODAY, kind).key == key


def test_a_form_that_says_its_kind_keeps_it() -> None:
    assert periods.parse_period("2026-11-23", TODAY, "month").kind == "day"


def test_a_53rd_week_is_found_where_last_year_had_it() -> None:
    assert periods.parse_period("w53", date(2027, 2, 1), "week").key == "2026-W53"
    assert periods.parse_period("w53", date(2026, 12, 29), "week").key == "2026-W53"


def test_days_of_each_kind() -> None:
    made = {
        kind: periods.of(kind, date(2024, 2, 25))
        for kind in ("day", "week", "tenday", "month", "quarter", "year")
    }
    assert {kind: (str(each.first), str(each.last)) for kind, each in made.items()} == {
        "day": ("2024-02-25", "2024-02-25"),
        "week": ("2024-02-19", "2024-02-25"),
        "tenday": ("2024-02-21", "2024-02-29"),
        "month": ("2024-02-01", "2024-02-29"),
        "quarter": ("2024-01-01", "2024-03-31"),
        "year": ("2024-01-01", "2024-12-31"),
    }


def test_all_time_has_no_neighbours_and_is_not_listed_day_by_day() -> None:
    assert periods.ALL.previous == periods.ALL.next == periods.ALL
    assert (periods.ALL.first, periods.ALL.last) == (date(1900, 1, 1), date(2100, 12, 31))
    assert periods.ALL.days == ()
    assert periods.ALL.contains(TODAY)


def test_a_range_is_followed_by_one_as_long() -> None:
    period = periods.parse_period("2026-11-01..2026-11-15", TODAY, "day")
    assert period.previous.key == "2026-10-17..2026-10-31"
    assert period.next.key == "2026-11-16..2026-11-30"
    assert periods.of("range", TODAY).days == (TODAY,)


def test_a_period_does_not_change() -> None:
    with pytest.raises(FrozenInstanceError):
        periods.day_of(TODAY).first = TODAY  # type: ignore[misc]


@pytest.mark.parametrize(
    ("word", "zh", "en"),
    [
        ("2026-11-25", "2026年11月25日（周三）", "Wed 25 Nov 2026"),
        ("2026-W47", "2026年第47周（11月16日—11月22日）", "Week 47, 2026 (16 Nov – 22 Nov)"),
        ("2026-W53", "2026年第53周（12月28日—1月3日）", "Week 53, 2026 (28 Dec – 3 Jan)"),
        ("2026-11下旬", "2026年11月下旬", "21–30 Nov 2026"),
        ("2026-11", "2026年11月", "Nov 2026"),
        ("2026-Q4", "2026年第4季度", "Q4 2026"),
        ("2026", "2026年", "2026"),
        ("all", "全部", "All"),
        ("2026-11-01..2026-11-15", "2026-11-01 至 2026-11-15", "2026-11-01 to 2026-11-15"),
    ],
)
def test_a_period_is_named_in_both_languages(word: str, zh: str, en: str) -> None:
    period = periods.parse_period(word, TODAY, "week")
    assert (period.title("zh"), period.title("en")) == (zh, en)


@given(kind=KINDS, day=DAYS, today=DAYS)
def test_a_key_is_read_back_whatever_today_is(kind: periods.Kind, day: date, today: date) -> None:
    period = periods.of(kind, day)
    assert periods.parse_period(period.key, today, "day") == period


@given(day=DAYS, length=st.integers(0, 400), today=DAYS)
def test_a_range_is_read_back_from_its_key_and_titles(day: date, length: int, today: date) -> None:
    period = periods.Period("range", day, day + timedelta(days=length))
    for word in (period.key, period.title("zh"), period.title("en")):
        assert periods.parse_period(word, today, "week") == period
    assert period.previous.next == period.next.previous == period


@given(kind=KINDS, day=DAYS)
def test_periods_of_a_kind_tile_the_calendar(kind: periods.Kind, day: date) -> None:
    period = periods.of(kind, day)
    assert period.contains(day)
    assert period.previous.last + timedelta(days=1) == period.first
    assert period.next.first == period.last + timedelta(days=1)
    assert period.previous.next == period.next.previous == period
    assert period.days[0] == period.first
    assert period.days[-1] == period.last
    assert all(periods.of(kind, each) == period for each in (period.first, period.last))


@given(day=DAYS)
def test_a_period_without_a_year_is_the_latest_begun(day: date) -> None:
    made = {kind: periods.of(kind, day) for kind in ("week", "tenday", "month", "quarter")}
    words = {
        "week": made["week"].key[5:],
        "tenday": made["tenday"].key[5:],
        "month": f"{day.month}月",
        "quarter": made["quarter"].key[5:],
    }
    for kind, word in words.items():
        assert periods.parse_period(word, day, "day") == made[kind]
        if word == "W53":
            continue  # the year before may have none
        earlier = periods.parse_period(word, made[kind].first - timedelta(days=1), "day")
        assert earlier.first < made[kind].first


@given(st.text("0123456789-/.:年月日号周天上中下本去今第一二三四旬季度底wq toalsn近至到~", max_size=14), DAYS)
def test_words_close_to_periods_never_break(text: str, today: date) -> None:
    try:
        period = periods.parse_period(text, today, "week")
    except UsageError:
        return
    assert period.first <= period.last
    assert 1900 <= period.first.year <= 2100
