"""Periods as values: which days they hold, what they are called, what comes before and after.

On the way of every command, so it imports nothing heavy.
"""

from dataclasses import dataclass
from datetime import date
from datetime import timedelta
from typing import Literal

from rmtool.domain.date_words import MONTH_NAMES
from rmtool.domain.date_words import month_end
from rmtool.domain.dates import weekday_name

Kind = Literal["day", "week", "tenday", "month", "quarter", "year", "all", "range"]
THIRDS = "上中下"


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `first` to `last`, both included."""

    kind: Kind
    first: date
    last: date

    @property
    def key(self) -> str:
        """Its short name, which `parse_period` takes back: 2026-W47, 2026-11上旬, 2026-Q4."""
        year, month = self.first.year, self.first.month
        match self.kind:
            case "day":
                return self.first.isoformat()
            case "week":
                iso = self.first.isocalendar()
                return f"{iso.year}-W{iso.week:02d}"
            case "tenday":
                return f"{year}-{month:02d}{THIRDS[_third(self.first)]}旬"
            case "month":
                return f"{year}-{month:02d}"
            case "quarter":
                return f"{year}-Q{(month + 2) // 3}"
            case "year":
                return str(year)
            case "all":
                return "all"
        return f"{self.first.isoformat()}..{self.last.isoformat()}"

    @property
    def previous(self) -> "Period":
        """The one before it, of the same kind; a range's is as long as itself."""
        last = self.first - timedelta(days=1)
        if self.kind == "range":
            return Period("range", last - (self.last - self.first), last)
        return of(self.kind, last)

    @property
    def next(self) -> "Period":
        """The one after it, of the same kind; a range's is as long as itself."""
        first = self.last + timedelta(days=1)
        if self.kind == "range":
            return Period("range", first, first + (self.last - self.first))
        return of(self.kind, first)

    @property
    def days(self) -> tuple[date, ...]:
        """Its days, in order; none for all time, which nobody lists day by day."""
        if self.kind == "all":
            return ()
        return tuple(self.first + timedelta(days=each) for each in range((self.last - self.first).days + 1))

    def contains(self, day: date) -> bool:
        """Whether `day` is one of its days."""
        return self.first <= day <= self.last

    def title(self, language: str) -> str:
        """Its name as people say it."""
        return _zh_title(self) if language == "zh" else _en_title(self)


def _zh_title(period: Period) -> str:
    first, last = period.first, period.last
    match period.kind:
        case "day":
            return f"{first.year}年{first.month}月{first.day}日（{weekday_name(first, 'zh')}）"
        case "week":
            iso = first.isocalendar()
            return f"{iso.year}年第{iso.week}周（{first.month}月{first.day}日—{last.month}月{last.day}日）"
        case "tenday":
            return f"{first.year}年{first.month}月{THIRDS[_third(first)]}旬"
        case "month":
            return f"{first.year}年{first.month}月"
        case "quarter":
            return f"{first.year}年第{(first.month + 2) // 3}季度"
        case "year":
            return f"{first.year}年"
        case "all":
            return "全部"
    return f"{first.isoformat()} 至 {last.isoformat()}"


def _en_title(period: Period) -> str:
    first, last = period.first, period.last
    short = f"{first.day} {_month(first)} – {last.day} {_month(last)}"
    match period.kind:
        case "day":
            return f"{weekday_name(first, 'en')} {first.day} {_month(first)} {first.year}"
        case "week":
            iso = first.isocalendar()
            return f"Week {iso.week}, {iso.year} ({short})"
        case "tenday":
            return f"{first.day}–{last.day} {_month(first)} {first.year}"
        case "month":
            return f"{_month(first)} {first.year}"
        case "quarter":
            return f"Q{(first.month + 2) // 3} {first.year}"
        case "year":
            return str(first.year)
        case "all":
            return "All"
    return f"{first.isoformat()} to {last.isoformat()}"


def _month(day: date) -> str:
    return MONTH_NAMES[day.month - 1]


def _third(day: date) -> int:
    return min((day.day - 1) // 10, 2)


ALL = Period("all", date(1900, 1, 1), date(2100, 12, 31))


def day_of(day: date) -> Period:
    """That day."""
    return Period("day", day, day)


def week_of(day: date) -> Period:
    """The ISO week of that day, Monday to Sunday."""
    first = day - timedelta(days=day.weekday())
    return Period("week", first, first + timedelta(days=6))


def tenday_of(day: date) -> Period:
    """The 旬 of that day: 1–10, 11–20, 21–end."""
    third = _third(day)
    last = day.replace(day=third * 10 + 10) if third < 2 else month_end(day.year, day.month)
    return Period("tenday", day.replace(day=third * 10 + 1), last)


def month_of(day: date) -> Period:
    """The month of that day."""
    return Period("month", day.replace(day=1), month_end(day.year, day.month))


def quarter_of(day: date) -> Period:
    """The quarter of that day."""
    month = (day.month - 1) // 3 * 3 + 1
    return Period("quarter", date(day.year, month, 1), month_end(day.year, month + 2))


def year_of(day: date) -> Period:
    """The year of that day."""
    return Period("year", date(day.year, 1, 1), date(day.year, 12, 31))


def of(kind: Kind, day: date) -> Period:
    """The period of that kind that holds `day`; a range is the day alone."""
    match kind:
        case "week":
            return week_of(day)
        case "tenday":
            return tenday_of(day)
        case "month":
            return month_of(day)
        case "quarter":
            return quarter_of(day)
        case "year":
            return year_of(day)
        case "all":
            return ALL
        case "range":
            return Period("range", day, day)
    return day_of(day)
