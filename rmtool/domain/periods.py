"""Periods in words, both languages: day, ISO week, 旬, month, quarter, year, all, or any two days.

On the way of every command, so it imports nothing heavy, and patterns are compiled when first needed.
"""

import re
from collections.abc import Mapping
from datetime import date
from datetime import timedelta

from rmtool.domain import date_words
from rmtool.domain import dates
from rmtool.domain.date_words import STEPS
from rmtool.domain.period_kinds import ALL as ALL
from rmtool.domain.period_kinds import THIRDS
from rmtool.domain.period_kinds import Kind as Kind
from rmtool.domain.period_kinds import Period as Period
from rmtool.domain.period_kinds import day_of as day_of
from rmtool.domain.period_kinds import month_of as month_of
from rmtool.domain.period_kinds import of as of
from rmtool.domain.period_kinds import quarter_of as quarter_of
from rmtool.domain.period_kinds import tenday_of as tenday_of
from rmtool.domain.period_kinds import week_of as week_of
from rmtool.domain.period_kinds import year_of as year_of
from rmtool.errors import UsageError
from rmtool.i18n import _

_UNITS: Mapping[str, Kind] = {
    "周": "week", "星期": "week", "礼拜": "week", "week": "week", "旬": "tenday", "tenday": "tenday",
    "月": "month", "month": "month", "季": "quarter", "quarter": "quarter", "年": "year", "year": "year",
    "day": "day",
}  # fmt: skip
_BARE: Mapping[str, int] = {
    "": 0, "this": 0, "current": 0, "本期": 0, "last": -1, "previous": -1, "上期": -1, "next": 1, "下期": 1,
}  # fmt: skip


def parse_period(text: str, today: date, kind: Kind) -> Period:
    """The period `text` means, leaning back; words without a unit (last, empty) mean one of `kind`.

    A form that says its kind keeps it: a date is a day. Raises UsageError for what is no period,
    does not exist, or is not in 1900 to 2100.
    """
    try:
        period = _read(date_words.fold(text), today, kind)
    except ValueError as error:
        raise date_words.missing(text) from error
    except OverflowError as error:
        raise date_words.too_far(text) from error
    if period is None:
        raise UsageError(
            _(
                "{word} is no period: write it as 2026-11-23, 2026-W47, 2026-11, 2026-11上旬, 2026-Q4,"
                " last week or 2026-11-01..2026-11-15."
            ).format(word=date_words.quoted(text))
        )
    if period.first > period.last:
        raise UsageError(
            _("{word} ends before it begins: give the earlier day first.").format(
                word=date_words.quoted(text)
            )
        )
    if not 1900 <= period.first.year <= 2100:
        raise date_words.too_far(text)
    return period


def _read(word: str, today: date, kind: Kind) -> Period | None:
    if word in _BARE:
        return _shifted(of(kind, today), _BARE[word])
    if word in ("all", "全部", "所有"):
        return ALL
    ends = re.split(r" ?(?:\.\.|[~至到]) ?| to ", word)
    if len(ends) == 2 and all(ends):
        return _range(ends[0], ends[1], today)
    for rule in (_relative, _recent, _week, _tenday, _quarter, _month_or_year):
        period = rule(_dated(word, today), today)
        if period is not None:
            return period
    day = dates.read_day(word, today, "back")
    return day_of(day) if day is not None else None


def _shifted(period: Period, steps: int) -> Period:
    for _step in range(abs(steps)):
        period = period.previous if steps < 0 else period.next
    return period


def _dated(word: str, today: date) -> str:
    """去年11月 and 上月中旬 with the year and month in figures; any other word as it is."""
    year = re.match("([今本明后去前])年(?=.)", word)
    if year:
        return f"{today.year + STEPS[year[1]]:04d}年{word[year.end() :]}"
    month = re.match("(本|这|上上|上|下)个?月(?=[上中下]旬)", word)
    if month:
        first = dates.add_months(today.replace(day=1), STEPS[month[1]])
        return f"{first.year}年{first.month}月{word[month.end() :]}"
    return word


def _range(first: str, last: str, today: date) -> Period | None:
    begin = _read(first, today, "day")
    end = _read(last, _seen_from(last, begin.first, today), "day") if begin else None
    return Period("range", begin.first, end.last) if begin and end else None


def _seen_from(word: str, begin: date, today: date) -> date:
    """Where an end such as 15日 or 3月 leans back from, so that it is the first one after the beginning."""
    name = word.partition(" ")[0].rstrip(".")
    if re.fullmatch(r"\d{1,2}[-/.月].*|(?:w|week |第)\d.*|q\d|\d季度?", word) or name in date_words.MONTHS:
        return dates.add_months(begin, 12) - timedelta(days=1)
    if re.fullmatch(r"\d{1,2}(?:[日号]|st|nd|rd|th)", word):
        return dates.add_months(begin, 1) - timedelta(days=1)
    if word in date_words.WEEKDAYS or re.match("周|星期|礼拜", word):
        return begin + timedelta(days=6)
    return today


def _relative(word: str, today: date) -> Period | None:
    zh = re.fullmatch("(上上|下下|[本这当今上下去前明后])([一1]?)个?(周|星期|礼拜|月|季|年|旬)度?", word)
    en = re.fullmatch("(this|current|last|previous|next) (day|week|month|quarter|year|tenday)", word)
    if zh:
        # 上旬 is the first ten days of a month; the ten days before are 上一旬.
        several, unit = "本这当上上下下", zh[3]
        fitting = {"年": "本今当去前明后", "旬": "本这当"}.get(unit, several)
        if zh[1] not in ("上下" if zh[2] else fitting) or (word.endswith("度") and unit not in "季年"):
            return None
        return _shifted(of(_UNITS[unit], today), STEPS[zh[1]])
    return _shifted(of(_UNITS[en[2]], today), STEPS[en[1]]) if en else None


def _recent(word: str, today: date) -> Period | None:
    found = re.fullmatch(r"(?:最?近|过去|(?:last|past) )(\d{1,4}) ?(?:天|日|days?)", word, re.ASCII)
    if not found or int(found[1]) == 0:
        return None
    return Period("range", today - timedelta(days=int(found[1]) - 1), today)


def _week(word: str, today: date) -> Period | None:
    found = re.fullmatch(r"(?:(\d{4})[-年 ]?)?(?:(?:w|week )(\d{1,2})|第(\d{1,2})周)", word, re.ASCII)
    if not found:
        return None
    week = int(found[2] or found[3])
    if found[1]:
        return week_of(date.fromisocalendar(int(found[1]), week, 1))
    # A 53rd week only some years have: one further back than last year's is meant by nobody.
    this = today.isocalendar().year
    for year in (this, this - 1):
        if week <= date(year, 12, 28).isocalendar().week:
            first = date.fromisocalendar(year, week, 1)
            if first <= today:
                return week_of(first)
    raise ValueError("no such week")


def _tenday(word: str, today: date) -> Period | None:
    found = re.fullmatch(r"(?:(?:(\d{4})[-年])?(\d{1,2})[月-]?)?([上中下])旬", word, re.ASCII)
    if not found:
        return None
    first = date(int(found[1] or today.year), int(found[2] or today.month), 1 + 10 * THIRDS.index(found[3]))
    if not found[1] and first > today:
        first = dates.add_months(first, -12 if found[2] else -1)
    return tenday_of(first)


def _quarter(word: str, today: date) -> Period | None:
    found = re.fullmatch(r"(?:(\d{4})[-年 ]?)?(?:q(\d)|第?(\d)季度?)|q(\d) (\d{4})", word, re.ASCII)
    if not found:
        return None
    number, year = int(found[2] or found[3] or found[4]), found[1] or found[5]
    first = date(int(year or today.year), 3 * number - 2, 1)
    return quarter_of(first if year or first <= today else dates.add_months(first, -12))


def _month_or_year(word: str, today: date) -> Period | None:
    plain = re.fullmatch(r"(\d{4})(?:[-/.](\d{1,2})|年(?:(\d{1,2})月份?|度)?)?", word, re.ASCII)
    if plain and not plain[2] and not plain[3]:
        return year_of(date(int(plain[1]), 1, 1))
    if plain:
        return month_of(date(int(plain[1]), int(plain[2] or plain[3]), 1))
    zh = re.fullmatch(r"(\d{1,2})月份?", word, re.ASCII)
    en = re.fullmatch(r"([a-z]{3,9})\.?(?:,? (\d{4}))?", word, re.ASCII)
    month = int(zh[1]) if zh else date_words.MONTHS.get(en[1]) if en else None
    if month is None:
        return None
    if en and en[2]:
        return month_of(date(int(en[2]), month, 1))
    first = date(today.year, month, 1)
    return month_of(first if first <= today else dates.add_months(first, -12))
