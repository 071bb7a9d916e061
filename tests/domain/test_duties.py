"""Standing duties: what is done in a period, what is missed, and whether what is left is in danger."""

from datetime import date

import pytest

from rmtool.domain import cadence
from rmtool.domain import duties
from rmtool.domain import periods
from rmtool.domain.duties import Owed
from rmtool.domain.duties import Share
from rmtool.domain.holidays import official
from rmtool.domain.periods import Period

CHINA = official()
TODAY = date(2026, 11, 24)  # a Tuesday
NOVEMBER = periods.month_of(TODAY)


def days(words: str) -> list[date]:
    return [date(2026, int(word.split("-")[0]), int(word.split("-")[1])) for word in words.split()]


def told(every: str, done: str, period: Period = NOVEMBER, today: date = TODAY, before: int = 0) -> str:
    found = duties.shares(cadence.parse(every), period, {"": days(done)}, CHINA, before)
    needed, number, missed, state, fails_on = duties.judged(found, today, CHINA)
    return f"{number}/{needed} -{missed} {state} {fails_on[5:]}".strip()


@pytest.mark.parametrize(
    ("every", "done", "says"),
    [
        # Once a month: the last quarter of the 21 working days are the last five.
        ("1/month", "11-03", "1/1 -0 met"),
        ("1/month", "10-31", "0/1 -0 in danger 11-30"),
        ("1/month", "11-03 11-04", "1/1 -0 met"),
        # Three times a month.
        ("3/month", "11-03 11-03", "2/3 -0 in danger 11-30"),
        ("3/month", "11-03 11-03 11-24", "3/3 -0 met"),
        # The weeks that end in November: of the second nothing is done, this one goes on.
        ("1/week", "11-01 11-12 11-16", "3/5 -1 on the way 11-29"),
        ("1/week", "10-27 11-05 11-12 11-16 11-24", "5/5 -0 met"),
        ("1/tenday", "11-02", "1/3 -1 on the way 11-30"),
        # Five days from the last time, counted from the eve of the month at first.
        ("5d", "", "0/6 -4 on the way 11-25"),
        ("5d", "10-29", "0/6 -5 on the way 11-28"),
        ("5d", "11-02 11-04 11-09 11-13 11-18 11-23", "5/6 -0 on the way 11-28"),
        ("5d", "11-02", "1/6 -4 on the way 11-27"),
        ("1wd", "11-02 11-03 11-24", "3/21 -14 on the way 11-25"),
        ("10wd", "11-13", "1/2 -0 on the way 11-27"),
        ("10wd", "11-12", "1/2 -0 on the way 11-26"),
        ("10wd", "11-11", "1/2 -0 in danger 11-25"),
        # Every ninety days: where it was done in time before, nothing is due this month.
        ("90d", "10-20", "0/0 -0 met"),
        ("90d", "08-20", "0/1 -1 missed"),
        # Done ahead of time it counts in the month it was done in.
        ("90d", "10-20 11-20", "1/1 -0 met"),
        ("30d", "11-05 11-20", "1/1 -0 met"),
        ("30d", "", "0/1 -0 in danger 11-30"),
    ],
)
def test_a_month_seen_on_the_twenty_fourth(every: str, done: str, says: str) -> None:
    assert told(every, done) == says


def test_what_is_done_before_its_stretch_ends_counts_where_it_is_done() -> None:
    assert told("90d", "11-20") == "1/1 -0 met"
    assert told("90d", "11-20", periods.month_of(date(2026, 12, 1)), date(2026, 12, 1)) == "0/0 -0 met"
    # The last of the month is due on 2 December.
    assert told("5d", "11-05 11-10 11-15 11-20 11-23 11-27", today=date(2026, 11, 30)) == "6/6 -0 met"


def test_a_long_duty_never_done_is_counted_from_the_year() -> None:
    # 90 days from the eve of the year: 31 March, 29 June, 27 September, 26 December.
    december = periods.month_of(date(2026, 12, 1))
    assert told("90d", "", december, date(2026, 12, 20)) == "0/1 -0 in danger 12-26"
    assert told("90d", "") == "0/0 -0 met"


@pytest.mark.parametrize(
    ("every", "done", "today", "says"),
    [
        ("1wd", "", "11-24", "0/1 -0 on the way 11-24"),
        ("1wd", "", "11-25", "0/1 -1 missed"),
        ("1/month", "", "11-10", "0/1 -0 on the way 11-30"),
        ("1/month", "11-09", "11-10", "1/1 -0 met"),
        ("1/tenday", "", "11-30", "0/1 -0 in danger 11-30"),
    ],
)
def test_a_day_is_judged_by_what_holds_it(every: str, done: str, today: str, says: str) -> None:
    (day,) = days(today)
    period = periods.day_of(date(2026, 11, 24)) if every == "1wd" else periods.day_of(day)
    assert told(every, done, period, day) == says


@pytest.mark.parametrize(
    ("done", "today", "says"),
    [
        ("11-10", "11-24", "1/1 -0 met"),
        ("11-11", "11-24", "0/1 -1 missed"),
        ("", "11-04", "0/1 -0 on the way 11-10"),
        ("", "11-10", "0/1 -0 in danger 11-10"),
    ],
)
def test_by_the_tenth_of_the_month(done: str, today: str, says: str) -> None:
    (day,) = days(today)
    assert told("1/month", done, today=day, before=10) == says


def test_the_thirty_first_of_february_is_its_end() -> None:
    february = periods.month_of(date(2026, 2, 1))
    assert [*duties.windows(cadence.parse("1/month"), february, 31)] == [(february.first, february.last)]


def test_more_needed_than_days_left_is_in_danger_even_early() -> None:
    share = Share(NOVEMBER.first, NOVEMBER.last, 16, 0)
    assert duties.judged([share], date(2026, 11, 9), CHINA)[3] == "on the way"
    assert duties.judged([share], date(2026, 11, 10), CHINA)[3] == "in danger"
    assert duties.judged([share], date(2026, 11, 10), CHINA, a_day=8)[3] == "on the way"


def test_a_share_that_ends_on_days_off_is_in_danger_on_them() -> None:
    week = periods.week_of(TODAY)
    assert duties.judged([Share(week.first, week.last, 1, 0)], date(2026, 11, 28), CHINA)[3] == "in danger"
    assert duties.judged([Share(week.first, week.last, 1, 0)], date(2026, 11, 26), CHINA)[3] == "on the way"


def test_a_duty_with_items_is_done_when_all_are() -> None:
    marks = {"cards": days("11-23 11-24"), "forms": days("11-23")}
    found = duties.shares(cadence.parse("1wd"), periods.week_of(TODAY), marks, CHINA)
    assert [each.done for each in found] == [1, 0, 0, 0, 0]
    share = duties.next_share(found, TODAY)
    assert share is not None
    assert duties.open_items(marks, share) == ("forms",)
    assert duties.next_share(found, date(2026, 12, 1)) is None
    twice = duties.shares(cadence.parse("2/month"), NOVEMBER, marks, CHINA)
    assert [each.done for each in twice] == [1]


@pytest.mark.parametrize(
    ("every", "period", "ends"),
    [
        ("10d", NOVEMBER, ["11-10", "11-20", "11-30"]),
        ("9d", NOVEMBER, ["11-09", "11-18", "11-30"]),
        ("60d", NOVEMBER, ["11-30"]),
        ("1/week", NOVEMBER, ["11-01", "11-08", "11-15", "11-22", "11-29"]),
        ("1/month", periods.week_of(TODAY), ["11-30"]),
    ],
)
def test_the_parts_of_a_period(every: str, period: Period, ends: list[str]) -> None:
    found = [*duties.windows(cadence.parse(every), period)]
    assert [last.isoformat()[5:] for _first, last in found] == ends
    assert all(first <= last for first, last in found)


def test_a_part_longer_than_its_period_reaches_back() -> None:
    ((first, _last),) = duties.windows(cadence.parse("60d"), NOVEMBER)
    assert first == date(2026, 10, 2)


def test_what_was_over_before_the_log_began_is_not_held_against_anybody() -> None:
    found = [
        Share(*days("11-02 11-08"), 1, 1),
        Share(*days("11-09 11-15"), 1, 0),
        Share(*days("11-16 11-22"), 1, 0),
    ]
    assert [each.first.day for each in duties.held(found, date(2026, 11, 16), CHINA)] == [2, 16]


def test_a_week_without_a_working_day_is_held_against_nobody() -> None:
    # Spring Festival is off from 15 to 23 February 2026.
    weeks = ("02-09 02-15", "02-16 02-22", "02-23 03-01")
    assert [each.first.day for each in duties.held([Share(*days(each), 1, 0) for each in weeks], date(2026, 1, 1), CHINA)] == [9, 23]  # fmt: skip
    done = Share(*days("02-16 02-22"), 1, 1)
    assert duties.held([done], date(2026, 1, 1), CHINA) == (done,)


def test_tasks_are_judged_by_whether_they_were_closed_in_time() -> None:
    done, late, overdue = (
        Owed("2026-11-20", True, True),
        Owed("2026-11-20", True, False),
        Owed("2026-11-23", False, False),
    )
    today, later = Owed("2026-11-24", False, False), Owed("2026-11-27", False, False)
    assert duties.judged_tasks([], "2026-11-24") == (0, 0, 0, "met", "")
    assert duties.judged_tasks([done], "2026-11-24") == (1, 1, 0, "met", "")
    assert duties.judged_tasks([done, late, overdue], "2026-11-24") == (3, 1, 2, "missed", "")
    assert duties.judged_tasks([late, later], "2026-11-24") == (2, 0, 1, "on the way", "2026-11-27")
    assert duties.judged_tasks([later, today], "2026-11-24") == (2, 0, 0, "in danger", "2026-11-24")


def test_clients_are_judged_by_when_their_next_touch_is_due() -> None:
    last = NOVEMBER.last
    assert duties.judged_clients(days("11-23 11-30"), TODAY, last) == (2, 1, 1, "missed", "")
    assert duties.judged_clients(days("11-24 11-30"), TODAY, last) == (2, 2, 0, "in danger", "2026-11-24")
    assert duties.judged_clients(days("11-30 12-30"), TODAY, last) == (2, 2, 0, "on the way", "2026-11-30")
    assert duties.judged_clients(days("12-30"), TODAY, last) == (1, 1, 0, "met", "")
