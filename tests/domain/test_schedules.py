from datetime import datetime
from datetime import time
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rmtool.domain.schedules import At
from rmtool.domain.schedules import Schedule
from rmtool.domain.schedules import parse_at
from rmtool.domain.schedules import usual_period
from rmtool.errors import UsageError

TIMES = [
    ("17:30", "17:30", "30 17 * * *", "每天 17:30"),
    ("每天 18:00", "18:00", "0 18 * * *", "每天 18:00"),
    ("5pm", "17:00", "0 17 * * *", "每天 17:00"),
    ("２０：００", "20:00", "0 20 * * *", "每天 20:00"),
    ("fri 17:30", "fri 17:30", "30 17 * * 5", "每周五 17:30"),
    ("friday 5:30pm", "fri 17:30", "30 17 * * 5", "每周五 17:30"),
    ("周五 17:30", "fri 17:30", "30 17 * * 5", "每周五 17:30"),
    ("每周五下午5点半", "fri 17:30", "30 17 * * 5", "每周五 17:30"),
    ("星期天 20:00", "sun 20:00", "0 20 * * 0", "每周日 20:00"),
    ("mon,wed,fri 8:00", "mon,wed,fri 08:00", "0 8 * * 1,3,5", "每周一、三、五 08:00"),
    ("周一、三、五 8:00", "mon,wed,fri 08:00", "0 8 * * 1,3,5", "每周一、三、五 08:00"),
    ("mon-fri 17:30", "mon-fri 17:30", "30 17 * * 1,2,3,4,5", "周一至周五 17:30"),
    ("工作日 17:30", "mon-fri 17:30", "30 17 * * 1,2,3,4,5", "周一至周五 17:30"),
    ("1 09:00", "1 09:00", "0 9 1 * *", "每月1日 09:00"),
    ("1日 9:00", "1 09:00", "0 9 1 * *", "每月1日 09:00"),
    ("每月28日 09:00", "28 09:00", "0 9 28 * *", "每月28日 09:00"),
]


@pytest.mark.parametrize(("written", "text", "cron", "zh"), TIMES)
def test_a_time_to_run_at_is_understood(written: str, text: str, cron: str, zh: str) -> None:
    at = parse_at(written)
    assert (at.text, at.cron, at.show("zh")) == (text, cron, zh)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "fri",
        "9",
        "25:00",
        "0 9:00",
        "99 9:00",
        "123:30",
        "foo 9:00",
        "1 9:00\n* * * * * x",
        "fri 17:30; rm",
        "-1 9:00",
    ],
)
def test_what_is_no_time_to_run_at_is_refused(written: str) -> None:
    with pytest.raises(UsageError):
        parse_at(written)


@pytest.mark.parametrize("day", [29, 30, 31])
def test_a_day_that_not_every_month_has_is_refused_with_advice(day: int) -> None:
    with pytest.raises(UsageError, match="1 to 28"):
        parse_at(f"{day} 09:00")


ats = st.one_of(
    st.builds(At, st.times().map(lambda each: time(each.hour, each.minute)), day=st.integers(1, 28)),
    st.builds(
        At,
        st.times().map(lambda each: time(each.hour, each.minute)),
        st.sets(st.integers(0, 6), min_size=1).map(lambda each: tuple(sorted(each))),
    ),
)


@given(ats)
def test_every_time_is_read_back_from_its_short_form_and_its_chinese_one(at: At) -> None:
    assert parse_at(at.text) == at
    assert parse_at(at.show("zh")) == at


@given(ats, st.datetimes(datetime(2000, 1, 1), datetime(2090, 1, 1)), st.integers(0, 100_000))
def test_due_times_lie_after_the_beginning_up_to_the_end_and_fit_the_cron_fields(
    at: At, since: datetime, minutes: int
) -> None:
    until = since + timedelta(minutes=minutes)
    found = list(at.due_times(since, until))
    minute, hour, day, _month, weekdays = at.cron.split()
    assert found == sorted(set(found))
    for due in found:
        assert since < due <= until
        assert (str(due.minute), str(due.hour)) == (minute, hour)
        assert day in ("*", str(due.day))
        assert weekdays == "*" or str(due.isoweekday() % 7) in weekdays.split(",")


def test_every_due_time_of_a_week_is_there() -> None:
    since = datetime(2026, 11, 23, 17, 30)
    found = parse_at("mon-fri 17:30").due_times(since, datetime(2026, 11, 30, 17, 30))
    assert [each.day for each in found] == [24, 25, 26, 27, 30]


def test_the_last_due_time_is_looked_for_only_so_far_back() -> None:
    at = parse_at("fri 17:30")
    now = datetime(2026, 11, 27, 18, 0)
    assert at.last_due(now, timedelta(hours=3)) == datetime(2026, 11, 27, 17, 30)
    assert at.last_due(now, timedelta(minutes=29)) is None


@pytest.mark.parametrize(
    ("report", "at", "period"),
    [
        ("daily", "17:30", "this"), ("weekly", "fri 17:30", "this"), ("weekly", "mon 09:00", "last"),
        ("weekly", "mon-fri 09:00", "this"), ("monthly", "1 09:00", "last"), ("monthly", "5 09:00", "last"),
        ("monthly", "6 09:00", "this"), ("monthly", "28 17:00", "this"), ("monthly", "fri 17:00", "this"),
    ],
)  # fmt: skip
def test_a_run_early_in_a_period_reports_on_the_last_one(report: str, at: str, period: str) -> None:
    assert usual_period(report, parse_at(at)) == period


@pytest.mark.parametrize(
    ("report", "period", "form", "name"),
    [
        ("weekly", "this", "md", "weekly-2026-W48.md"),
        ("weekly", "last", "text", "weekly-2026-W47.txt"),
        ("daily", "this", "html", "daily-2026-11-27.html"),
        ("daily", "last", "json", "daily-2026-11-26.json"),
        ("monthly", "last", "xlsx", "monthly-2026-10.xlsx"),
    ],
)
def test_a_file_is_named_by_report_and_period(report: str, period: str, form: str, name: str) -> None:
    schedule = Schedule(report, parse_at("17:30"), "/tmp", form, period)
    assert schedule.file_name(datetime(2026, 11, 27, 17, 30)) == name


def test_the_english_form_of_a_day_of_the_month_is_a_phrase() -> None:
    assert parse_at("1 09:00").show("en") == "day 1 of the month, 09:00"
    assert parse_at("fri 17:30").show("en") == "fri 17:30"
