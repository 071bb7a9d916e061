"""What words for days and times mean, seen from Tuesday 24 November 2026."""

from datetime import date
from datetime import time
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rmtool.domain import dates
from rmtool.errors import UsageError

TODAY = date(2026, 11, 24)
DAYS = st.dates(date(1905, 1, 1), date(2095, 12, 31))
LEANS = st.sampled_from(["back", "forward"])

# Words that mean the same day whichever way they lean.
FIXED = """
2026-11-23 = 2026-11-23
2026-1-5 = 2026-01-05
2026/11/23 = 2026-11-23
2026.11.23 = 2026-11-23
20261123 = 2026-11-23
2026年11月23日 = 2026-11-23
2026年11月23号 = 2026-11-23
2026 年 11 月 23 日 = 2026-11-23
二〇二六年十一月二十三日 = 2026-11-23
２０２６－１１－２３ = 2026-11-23
2026–11–23 = 2026-11-23
2024-02-29 = 2024-02-29
1900-01-01 = 1900-01-01
2100-12-31 = 2100-12-31
2026-11-25 周三 = 2026-11-25
2026-11-25 Wed = 2026-11-25
2026-11-25（周三） = 2026-11-25
nov 25 2026 wed = 2026-11-25
today = 2026-11-24
TODAY = 2026-11-24
今天 = 2026-11-24
今日 = 2026-11-24
yesterday = 2026-11-23
昨天 = 2026-11-23
昨日 = 2026-11-23
前天 = 2026-11-22
大前天 = 2026-11-21
tomorrow = 2026-11-25
明天 = 2026-11-25
明日 = 2026-11-25
day after tomorrow = 2026-11-26
后天 = 2026-11-26
後天 = 2026-11-26
大后天 = 2026-11-27
本周三 = 2026-11-25
这周三 = 2026-11-25
这个周三 = 2026-11-25
this wed = 2026-11-25
本周一 = 2026-11-23
本周日 = 2026-11-29
下周三 = 2026-12-02
下周 三 = 2026-12-02
下週三 = 2026-12-02
下个星期三 = 2026-12-02
next wed = 2026-12-02
Next  Wednesday = 2026-12-02
next tue = 2026-12-01
下周一 = 2026-11-30
下周日 = 2026-12-06
下周天 = 2026-12-06
下礼拜天 = 2026-12-06
next sunday = 2026-12-06
下下周三 = 2026-12-09
下下个礼拜三 = 2026-12-09
上周三 = 2026-11-18
last wed = 2026-11-18
上周日 = 2026-11-22
上个星期五 = 2026-11-20
上上周五 = 2026-11-13
+3d = 2026-11-27
-2d = 2026-11-22
+1w = 2026-12-01
+2 weeks = 2026-12-08
+2m = 2027-01-24
-1m = 2026-10-24
+1y = 2027-11-24
+2个月 = 2027-01-24
3天后 = 2026-11-27
三天后 = 2026-11-27
三天之后 = 2026-11-27
十天后 = 2026-12-04
二十一天后 = 2026-12-15
3 天 后 = 2026-11-27
两周后 = 2026-12-08
兩週後 = 2026-12-08
3周后 = 2026-12-15
两个星期后 = 2026-12-08
一个月后 = 2026-12-24
3天前 = 2026-11-21
两周以前 = 2026-11-10
in 3 days = 2026-11-27
in a week = 2026-12-01
3 days ago = 2026-11-21
a month ago = 2026-10-24
2 weeks from now = 2026-12-08
月底 = 2026-11-30
月末 = 2026-11-30
本月底 = 2026-11-30
month-end = 2026-11-30
end of month = 2026-11-30
end of the month = 2026-11-30
下月底 = 2026-12-31
下个月底 = 2026-12-31
end of next month = 2026-12-31
上月底 = 2026-10-31
年底 = 2026-12-31
今年年底 = 2026-12-31
end of year = 2026-12-31
明年底 = 2027-12-31
去年底 = 2025-12-31
本月初 = 2026-11-01
下月初 = 2026-12-01
start of next month = 2026-12-01
下月5号 = 2026-12-05
下个月五号 = 2026-12-05
上月31日 = 2026-10-31
本月三十号 = 2026-11-30
明年3月5日 = 2027-03-05
去年十二月一号 = 2025-12-01
nov 30 2026 = 2026-11-30
30 Nov, 2026 = 2026-11-30
30th of november 2027 = 2027-11-30
"""

# Words that lean: the latest such day up to today, and the first from today on.
LEANING = """
周一 = 2026-11-23 2026-11-30
周二 = 2026-11-24 2026-11-24
周三 = 2026-11-18 2026-11-25
週三 = 2026-11-18 2026-11-25
星期三 = 2026-11-18 2026-11-25
礼拜三 = 2026-11-18 2026-11-25
周3 = 2026-11-18 2026-11-25
周日 = 2026-11-22 2026-11-29
周天 = 2026-11-22 2026-11-29
星期天 = 2026-11-22 2026-11-29
wed = 2026-11-18 2026-11-25
Wednesday = 2026-11-18 2026-11-25
thurs = 2026-11-19 2026-11-26
11月30日 = 2025-11-30 2026-11-30
11月30号 = 2025-11-30 2026-11-30
11月30 = 2025-11-30 2026-11-30
十一月三十日 = 2025-11-30 2026-11-30
11-30 = 2025-11-30 2026-11-30
11/30 = 2025-11-30 2026-11-30
１１／３０ = 2025-11-30 2026-11-30
nov 30 = 2025-11-30 2026-11-30
30 nov = 2025-11-30 2026-11-30
November 30th = 2025-11-30 2026-11-30
1-5 = 2026-01-05 2027-01-05
11-24 = 2026-11-24 2026-11-24
2月29日 = 2024-02-29 2028-02-29
feb 29 = 2024-02-29 2028-02-29
30号 = 2026-10-30 2026-11-30
三十号 = 2026-10-30 2026-11-30
31日 = 2026-10-31 2026-12-31
the 5th = 2026-11-05 2026-12-05
24号 = 2026-11-24 2026-11-24
月初 = 2026-11-01 2026-12-01
年初 = 2026-01-01 2027-01-01
"""

REFUSED = """
2月30日 ! does not exist
2026-02-30 ! does not exist
2026-02-29 ! does not exist
2026-13-01 ! does not exist
20261301 ! does not exist
0000-01-01 ! does not exist
13月 ! does not exist
13月5日 ! does not exist
11-31 ! does not exist
feb 30 ! does not exist
32号 ! does not exist
0号 ! does not exist
本月31号 ! does not exist
1899-12-31 ! too far
2101-01-01 ! too far
+9999w ! too far
+9999y ! too far
2026-11-24 周三 ! contradicts
wed 2026-11-25 ! no date
周末 ! no date
下周 ! no date
next week ! no date
next month ! no date
end of week ! no date
11月 ! no date
2026-11 ! no date
2026 ! no date
3天 ! no date
3d ! no date
+3 ! no date
3日前 ! no date
3月前 ! no date
3天内 ! no date
in 3 days ago ! no date
半年 ! no date
半个月后 ! no date
三个工作日后 ! no date
26-11-23 ! no date
2026-11/23 ! no date
1123 ! no date
今月底 ! no date
年年底 ! no date
一十号 ! no date
六六号 ! no date
foo 30 ! no date
周八 ! no date
下下下周三 ! no date
 ! no date
"""


def rows(table: str, sign: str) -> list[tuple[str, str]]:
    lines = (line.partition(sign) for line in table.strip("\n").splitlines())
    return [(left.strip(), right.strip()) for left, found, right in lines if found]


@pytest.mark.parametrize("lean", ["back", "forward"])
@pytest.mark.parametrize(("word", "day"), rows(FIXED, "="))
def test_a_word_means_one_day(word: str, day: str, lean: dates.Lean) -> None:
    assert dates.parse_day(word, TODAY, lean).isoformat() == day


@pytest.mark.parametrize(("word", "days"), rows(LEANING, "="))
def test_a_word_without_year_or_week_leans(word: str, days: str) -> None:
    found = [dates.parse_day(word, TODAY, lean).isoformat() for lean in ("back", "forward")]
    assert found == days.split()


@pytest.mark.parametrize(("word", "reason"), rows(REFUSED, "!"))
def test_what_is_no_day_is_refused(word: str, reason: str) -> None:
    with pytest.raises(UsageError, match=reason) as caught:
        dates.parse_day(word, TODAY, "back")
    assert (word.split(" ")[0] or '""') in str(caught.value)


def test_what_hides_in_a_word_is_shown() -> None:
    with pytest.raises(UsageError) as caught:
        dates.parse_day("x\x1b[31m" + "y" * 100, TODAY, "back")
    assert str(caught.value).isprintable()
    assert len(str(caught.value)) < 150


def test_months_are_clamped_to_their_end() -> None:
    assert dates.parse_day("+1m", date(2026, 1, 31), "back") == date(2026, 2, 28)
    assert dates.parse_day("-3m", date(2024, 5, 31), "back") == date(2024, 2, 29)
    assert dates.parse_day("+1y", date(2024, 2, 29), "back") == date(2025, 2, 28)
    assert dates.parse_day("月底", date(2024, 2, 1), "back") == date(2024, 2, 29)


def test_the_start_of_a_month_is_today_on_the_first() -> None:
    assert dates.parse_day("月初", date(2026, 11, 1), "forward") == date(2026, 11, 1)


@given(day=st.dates(date(1900, 1, 1), date(2100, 12, 31)), today=DAYS, lean=LEANS)
def test_a_day_is_read_back_as_it_is_shown(day: date, today: date, lean: dates.Lean) -> None:
    for shown in (day.isoformat(), dates.show_day(day, "zh"), dates.show_day(day, "en"), f"{day:%Y%m%d}"):
        assert dates.parse_day(shown, today, lean) == day


@given(today=DAYS, lean=LEANS, weekday=st.integers(0, 6))
def test_a_weekday_of_a_week_is_in_that_week(today: date, lean: dates.Lean, weekday: int) -> None:
    monday = today - timedelta(days=today.weekday())
    for words, weeks in ((("本周", "this "), 0), (("下周", "next "), 1), (("上周", "last "), -1)):
        zh = dates.parse_day(words[0] + "一二三四五六日"[weekday], today, lean)
        en = dates.parse_day(
            words[1] + ["mon", "tue", "wed", "thu", "fri", "sat", "sun"][weekday], today, lean
        )
        assert zh == en == monday + timedelta(days=7 * weeks + weekday)


@given(today=DAYS, day=st.dates(date(2000, 1, 1), date(2000, 12, 31)), weekday=st.integers(0, 6))
def test_a_leaning_word_is_never_on_the_wrong_side(today: date, day: date, weekday: int) -> None:
    for word in (f"{day:%m-%d}", f"{day.day}号", "周" + "一二三四五六日"[weekday], "月初", "年初"):
        back, forward = (dates.parse_day(word, today, lean) for lean in ("back", "forward"))
        assert back <= today <= forward
        assert (back == forward) == (back == today or forward == today)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("2026 年 11 月 30 日 9 : 30", "2026年11月30日 9 : 30"), ("十一月三十日 下午 三 点", "11月30日 下午3点"),
        ("2026-11-25 周三 9:30", "2026-11-25周三 9:30"), ("下 周 三", "下周三"), ("3 天 后", "3天后"),
        ("２０２６－１１　上旬", "2026-11上旬"), ("  NEXT   Wed ", "next wed"), ("週五下午兩點", "周五下午2点"),
        ("第四十七周", "第47周"), ("一九八五年", "1985年"), ("周三三点", "周三3点"),
    ],
)  # fmt: skip
def test_a_word_is_evened_out_before_it_is_read(text: str, folded: str) -> None:
    assert dates.fold(text) == folded


@given(st.text(max_size=12))
def test_any_text_is_a_day_or_a_usage_error(text: str) -> None:
    for read, kind in (
        (lambda: dates.parse_day(text, TODAY, "back"), date),
        (lambda: dates.parse_moment(text, TODAY, "forward"), tuple),
        (lambda: dates.parse_time(text), time),
        (lambda: dates.parse_span(text), int),
    ):
        try:
            found = read()
        except UsageError:
            continue
        assert isinstance(found, kind)


@given(st.text("0123456789-/.:年月日号周天点半上下午前后一二三十两+dwm aptniext", max_size=12), DAYS, LEANS)
def test_words_close_to_dates_never_break(text: str, today: date, lean: dates.Lean) -> None:
    try:
        day, _time = dates.parse_moment(text, today, lean)
    except UsageError:
        return
    assert 1900 <= day.year <= 2100


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("9:30", "09:30"), ("09:30", "09:30"), ("9：30", "09:30"), ("0:00", "00:00"), ("23:59", "23:59"),
        ("15:00", "15:00"), ("9点", "09:00"), ("9點", "09:00"), ("9点钟", "09:00"), ("九点", "09:00"),
        ("9点半", "09:30"), ("九点半", "09:30"), ("9点整", "09:00"), ("9点30", "09:30"), ("9点05", "09:05"),
        ("9点5分", "09:05"), ("九点三十分", "09:30"), ("九点三十", "09:30"), ("9点一刻", "09:15"),
        ("9点三刻", "09:45"), ("9时30分", "09:30"), ("15点", "15:00"), ("十五点", "15:00"), ("零点", "00:00"),
        ("十二点", "12:00"), ("下午3点", "15:00"), ("下午三点", "15:00"), ("下午3点半", "15:30"),
        ("下午 3:30", "15:30"), ("下午15:00", "15:00"), ("下午12点半", "12:30"), ("上午9点", "09:00"),
        ("早上8点", "08:00"), ("早8点", "08:00"), ("中午12点", "12:00"), ("中午1点", "13:00"),
        ("晚上8点", "20:00"), ("晚8点", "20:00"), ("晚上20:30", "20:30"), ("傍晚6点", "18:00"),
        ("凌晨3点", "03:00"), ("清晨6点", "06:00"), ("3pm", "15:00"), ("3 PM", "15:00"), ("3p.m.", "15:00"),
        ("9:30am", "09:30"), ("12am", "00:00"), ("12pm", "12:00"), ("12:30 pm", "12:30"),
    ],
)  # fmt: skip
def test_a_time_of_day(word: str, expected: str) -> None:
    assert dates.parse_time(word) == time.fromisoformat(expected)


@pytest.mark.parametrize(
    "word",
    ["", "1530", "9", "9.30", "9:5", "24:00", "25:00", "9:60", "9点60分", "9:30:60", "13pm", "0am", "3点pm",
     "下午3pm", "下午3", "上午15:00", "上午12点", "晚上12点", "晚上3点", "下午25点", "下午", "noon", "点", "-9:30"],
)  # fmt: skip
def test_what_is_no_time_is_refused(word: str) -> None:
    with pytest.raises(UsageError, match="is no time of day"):
        dates.parse_time(word)


@pytest.mark.parametrize("word", ["3点", "三点半", "6点", "1点15分"])
def test_a_time_that_may_be_morning_or_afternoon_is_not_guessed(word: str) -> None:
    with pytest.raises(UsageError, match="morning or in the afternoon"):
        dates.parse_time(word)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("下周三 15:00", "2026-12-02 15:00"), ("下周三15:00", "2026-12-02 15:00"),
        ("明天下午3点", "2026-11-25 15:00"), ("明天 下午 三点半", "2026-11-25 15:30"),
        ("11-30 9:30", "2026-11-30 09:30"), ("11月30日9:30", "2026-11-30 09:30"),
        ("十一月三十号 九点半", "2026-11-30 09:30"), ("30号 9点", "2026-11-30 09:00"),
        ("2026-11-30T09:30", "2026-11-30 09:30"), ("2026-11-30 09:30", "2026-11-30 09:30"),
        ("2026-11-30T09:30:15", "2026-11-30 09:30:15"), ("20261130 9:30", "2026-11-30 09:30"),
        ("2026-11-30 周一 9:30", "2026-11-30 09:30"), ("2026-11-30 Mon 3pm", "2026-11-30 15:00"),
        ("tomorrow 3pm", "2026-11-25 15:00"), ("tomorrow at 3 pm", "2026-11-25 15:00"),
        ("tomorrow, 15:00", "2026-11-25 15:00"), ("nov 30 3pm", "2026-11-30 15:00"),
        ("next wed 9:30am", "2026-12-02 09:30"), ("+3d 9:30", "2026-11-27 09:30"),
        ("今晚8点", "2026-11-24 20:00"), ("明早九点", "2026-11-25 09:00"), ("明晚上8点", "2026-11-25 20:00"),
        ("周三十点", "2026-11-25 10:00"), ("月底 17:00", "2026-11-30 17:00"),
    ],
)  # fmt: skip
def test_a_moment_is_a_day_and_a_time(word: str, expected: str) -> None:
    day, clock = expected.split(" ")
    moment = (date.fromisoformat(day), time.fromisoformat(clock))
    assert dates.parse_moment(word, TODAY, "forward") == moment


@pytest.mark.parametrize("word", ["下周三", "2026-12-02", "+8d", "nov 30"])
def test_a_moment_may_have_no_time(word: str) -> None:
    assert dates.parse_moment(word, TODAY, "forward") == (dates.parse_day(word, TODAY, "forward"), None)


@pytest.mark.parametrize(
    ("word", "reason"),
    [
        ("15:00", "no day"), ("下午3点", "no day"), ("15:00 明天", "no date"), ("11-309:30", "no date"),
        ("11-9:30", "no date"), ("明天 25:00", "no time"), ("明天3点", "morning or"), ("11月9点", "no date"),
        ("2月30日 9:30", "does not exist"), ("", "no date"), ("2026-11-30T09:30+08:00", "no date"),
    ],
)  # fmt: skip
def test_a_moment_half_understood_is_refused(word: str, reason: str) -> None:
    with pytest.raises(UsageError, match=reason):
        dates.parse_moment(word, TODAY, "forward")


def test_a_moment_leans_as_a_day_does() -> None:
    assert dates.parse_moment("周三 15:00", TODAY, "back")[0] == date(2026, 11, 18)


@pytest.mark.parametrize(
    ("word", "days"),
    [("30d", 30), ("30 days", 30), ("1 day", 1), ("2w", 14), ("2 weeks", 14), ("30天", 30), ("三十天", 30),
     ("2周", 14), ("两周", 14), ("两个星期", 14), ("30", 30), ("0", 0), ("３０", 30)],
)  # fmt: skip
def test_a_span_is_a_number_of_days(word: str, days: int) -> None:
    assert dates.parse_span(word) == days


@pytest.mark.parametrize("word", ["", "2m", "2个月", "-3d", "+3d", "d", "3.5d", "99999d", "3x", "三"])
def test_what_is_no_span_is_refused(word: str) -> None:
    with pytest.raises(UsageError, match="no number of days"):
        dates.parse_span(word)


def test_a_day_is_shown_with_its_weekday() -> None:
    assert dates.show_day(date(2026, 11, 25), "zh") == "2026-11-25 周三"
    assert dates.show_day(date(2026, 11, 25), "en") == "2026-11-25 Wed"
    assert [dates.weekday_name(date(2026, 11, 23) + timedelta(days=n), "zh")[1] for n in range(7)] == list(
        "一二三四五六日"
    )
