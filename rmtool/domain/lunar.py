"""The lunar calendar (农历), 1901 to 2099: the one room that imports borax."""

from datetime import date
from datetime import timedelta

from borax.calendars.lunardate import LCalendars  # type: ignore[import-untyped]
from borax.calendars.lunardate import LunarDate
from borax.calendars.lunardate import TermUtils


def covers(day: date) -> bool:
    """Whether the calendar is known for that day."""
    return 1901 <= day.year <= 2099


def of(day: date) -> tuple[int, int, bool, bool]:
    """Month, day, whether the month is a leap one, and whether it is that month's last day."""
    lunar = LunarDate.from_solar(day)
    tomorrow = LunarDate.from_solar(day + timedelta(days=1))
    return lunar.month, lunar.day, bool(lunar.leap), tomorrow.day == 1


def year_of(day: date) -> int:
    """The lunar year of that day, which begins at the Spring Festival."""
    return int(LunarDate.from_solar(day).year)


def leap_month(year: int) -> int:
    """The number of the lunar year's leap month, or 0 where it has none."""
    return int(LCalendars.leap_month(year))


def exists(year: int | None, month: int, day: int, leap: bool) -> bool:
    """Whether a lunar year has that day; without a year, whether any does."""
    years = range(1900, 2101) if year is None else (year,)
    return any(
        1 <= month <= 12
        and (not leap or leap_month(each) == month)
        and 1 <= day <= LCalendars.ndays(each, month, int(leap))
        for each in years
    )


def kept_on(year: int, month: int, day: int, leap: bool) -> date:
    """The day on which a birthday is kept in a lunar year; see `birthdays.upcoming` for the rules."""
    there = leap and leap_month(year) == month
    last = LCalendars.ndays(year, month, int(there))
    solar: date = LunarDate(year, month, min(day, last), int(there)).to_solar_date()
    return solar


def term(year: int, number: int) -> date:
    """The day of a solar term (节气) in a year; 小寒, the first, is number 0, 清明 6 and 冬至 23."""
    day: date = TermUtils.nth_term_day(year, number)
    return day
