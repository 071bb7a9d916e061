from datetime import date
from datetime import datetime
from datetime import time

import pytest

from rmtool.domain import schedule_times
from rmtool.domain.holidays import official
from rmtool.domain.schedule_times import At
from rmtool.domain.schedule_times import parse_at
from rmtool.domain.schedule_times import parse_by
from rmtool.domain.workdays import WorkCalendar
from rmtool.errors import UsageError

CHINA = official()
FIRM = CHINA.overlaid(WorkCalendar(off=frozenset({date(2026, 10, 9)}), on=frozenset({date(2026, 10, 11)})))
# From 1 to 7 October 2026 nobody works; Saturday the 10th is worked instead.


def days(text: str, first: str, last: str, calendar: WorkCalendar = CHINA) -> list[str]:
    since, until = datetime.fromisoformat(first), datetime.fromisoformat(f"{last}T23:59")
    return [each.strftime("%m-%d") for each in parse_at(text).due_times(since, until, calendar)]


@pytest.mark.parametrize(
    ("written", "text", "cron", "en", "zh"),
    [
        ("month-end 17:00", "month-end 17:00", "0 17 28-31 * *", "the last day of the month, 17:00", "每月最后一天 17:00"),
        ("月底 17:00", "month-end 17:00", "0 17 28-31 * *", "the last day of the month, 17:00", "每月最后一天 17:00"),
        ("每月末17点", "month-end 17:00", "0 17 28-31 * *", "the last day of the month, 17:00", "每月最后一天 17:00"),
        ("每月最后一个工作日 17:00", "month-end 17:00 workdays", "0 17 * * *", "the last working day of the month, 17:00", "每月最后一个工作日 17:00"),
        ("tenday 17:00", "tenday 17:00", "0 17 10,20,28-31 * *", "the last day of every ten days (10, 20, month end), 17:00", "每旬最后一天 17:00"),
        ("每旬 17:00", "tenday 17:00", "0 17 10,20,28-31 * *", "the last day of every ten days (10, 20, month end), 17:00", "每旬最后一天 17:00"),
        ("tenday 17:00 workdays", "tenday 17:00 workdays", "0 17 * * *", "the last working day of every ten days (10, 20, month end), 17:00", "每旬最后一个工作日 17:00"),
        ("17:30 workdays", "17:30 workdays", "30 17 * * *", "every working day 17:30", "每个工作日 17:30"),
        ("mon-fri 17:30 workdays", "mon-fri 17:30 workdays", "30 17 * * *", "every working day 17:30", "每个工作日 17:30"),
        ("fri 17:30 workdays", "fri 17:30 workdays", "30 17 * * *", "fri 17:30 (the working day before if off)", "每周五 17:30（遇休息日提前）"),
        ("10 17:30 workdays", "10 17:30 workdays", "30 17 * * *", "day 10 of the month, 17:30 (the next working day if off)", "每月10日 17:30（遇休息日顺延）"),
    ],
)  # fmt: skip
def test_the_ends_of_months_and_ten_days_and_working_days_are_understood(
    written: str, text: str, cron: str, en: str, zh: str
) -> None:
    at = parse_at(written)
    assert (at.text, at.cron, at.show("en"), at.show("zh")) == (text, cron, en, zh)
    assert parse_at(at.text) == at
    assert at.checked


@pytest.mark.parametrize(
    ("text", "first", "last", "wanted"),
    [
        ("17:30 workdays", "2026-10-05", "2026-10-11", ["10-08", "10-09", "10-10"]),
        ("17:30 workdays", "2026-09-19", "2026-09-21", ["09-20", "09-21"]),
        ("month-end 17:00", "2026-01-01", "2026-04-30", ["01-31", "02-28", "03-31", "04-30"]),
        (
            "month-end 17:00 workdays",
            "2026-01-01",
            "2026-05-31",
            ["01-30", "02-28", "03-31", "04-30", "05-29"],
        ),
        ("tenday 17:00", "2026-02-01", "2026-02-28", ["02-10", "02-20", "02-28"]),
        ("tenday 17:00 workdays", "2026-10-01", "2026-10-31", ["10-10", "10-20", "10-30"]),
        # A Friday off is done on Thursday, a Monday off on the next day of its week, a week off never.
        ("fri 17:30 workdays", "2026-06-15", "2026-06-21", ["06-18"]),
        ("mon 09:00 workdays", "2026-10-05", "2026-10-11", ["10-08"]),
        ("fri 17:30 workdays", "2026-02-16", "2026-02-22", []),
        ("mon,thu 09:00 workdays", "2026-10-05", "2026-10-11", ["10-08"]),
        # A day of the month is put off, but never into the next month.
        ("1 09:00 workdays", "2026-10-01", "2026-10-31", ["10-08"]),
        ("28 09:00 workdays", "2026-02-01", "2026-02-28", ["02-28"]),
        ("28 09:00 workdays", "2026-11-01", "2026-11-30", ["11-30"]),
    ],
)
def test_holidays_are_left_out_and_shift_days_worked(
    text: str, first: str, last: str, wanted: list[str]
) -> None:
    assert days(text, first, last) == wanted


def test_the_firms_own_days_win() -> None:
    assert days("17:30 workdays", "2026-10-05", "2026-10-11", FIRM) == ["10-08", "10-10", "10-11"]


def test_a_month_without_a_working_day_after_runs_on_the_one_before() -> None:
    off = WorkCalendar(off=frozenset(date(2026, 11, day) for day in range(27, 31)))
    assert days("28 09:00 workdays", "2026-11-01", "2026-11-30", off) == ["11-26"]


def test_a_year_nobody_knows_is_monday_to_friday() -> None:
    assert days("17:30 workdays", "2099-10-01", "2099-10-07") == ["10-01", "10-02", "10-05", "10-06", "10-07"]


def test_the_next_run_is_none_where_no_day_is_one() -> None:
    never = WorkCalendar(
        off=frozenset(date.fromordinal(date(2026, 11, 1).toordinal() + n) for n in range(200))
    )
    assert parse_at("17:30 workdays").next_due(datetime(2026, 11, 24), never) is None
    assert parse_at("17:30").next_due(datetime(2026, 11, 24)) == datetime(2026, 11, 24, 17, 30)


@pytest.mark.parametrize(
    ("written", "at"),
    [
        ("10th", At(time(23, 59), day=10)),
        ("10", At(time(23, 59), day=10)),
        ("10日", At(time(23, 59), day=10)),
        ("十号", At(time(23, 59), day=10)),
        ("每月10日", At(time(23, 59), day=10)),
        ("每月10日 12:00", At(time(12), day=10)),
        ("10 12:00", At(time(12), day=10)),
        ("fri 18:00", At(time(18), (4,))),
        ("周五", At(time(23, 59), (4,))),
        ("每周五下午6点", At(time(18), (4,))),
        ("18:00", At(time(18))),
        ("月底", At(time(23, 59), ends="month")),
        ("month-end 12:00", At(time(12), ends="month")),
        ("每旬", At(time(23, 59), ends="tenday")),
    ],
)
def test_a_deadline_is_understood_with_or_without_its_time(written: str, at: At) -> None:
    assert parse_by(written) == at
    assert parse_by(at.text) == at


@pytest.mark.parametrize(
    "written", ["", " ", "soon", "31", "0", "10th workdays", "32nd", "fri 25:00", "-1", "10\n11"]
)
def test_what_is_no_deadline_is_refused(written: str) -> None:
    with pytest.raises(UsageError):
        parse_by(written)


def test_a_year_whose_holidays_nobody_knows_is_named() -> None:
    known = WorkCalendar(years=frozenset({2026}))
    assert schedule_times.unknown_holidays(known, date(2026, 11, 24)) == ""
    assert "2031" in schedule_times.unknown_holidays(known, date(2031, 1, 2))


def test_an_instant_is_told_by_the_wall_clock() -> None:
    now = datetime.fromisoformat("2026-11-24T09:30:00+08:00")
    told = schedule_times.on_the_clock("2026-11-23T16:05:00Z", now)
    assert (schedule_times.minute(told), told.tzinfo) == ("2026-11-24T00:05", None)
