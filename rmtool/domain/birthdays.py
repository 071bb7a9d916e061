"""Birthdays, solar and lunar: kept as `1985-03-12`, or `--03-12` where the year is not known.

A lunar one that lies in a leap month ends with `+`: `--04-08+` is 闰四月初八. Its year is the lunar one.
"""

import re
from datetime import date
from datetime import timedelta

from rmtool.domain.date_words import fold
from rmtool.domain.date_words import missing
from rmtool.domain.date_words import quoted
from rmtool.errors import UsageError
from rmtool.i18n import _

_MONTHS = {"正": 1, "冬": 11, "腊": 12}
_NUMERALS = "一二三四五六七八九"
_SOLAR = re.compile(
    r"(?:([0-9]{4})[-/.年]|--)?([0-9]{1,2})[-/.月]([0-9]{1,2})[日号]?|([0-9]{4})([0-9]{2})([0-9]{2})"
)
_LUNAR = re.compile(
    r"(?:([0-9]{4})[-/.年]|--)?(闰?)([0-9]{1,2}|[正冬腊])[-/.月]([0-9]{1,2}|[初十廿卅二三一四五六七八九1-9]{2,3}|[廿卅])日?(\+?)"
)


def parse_birthday(text: str, lunar: bool) -> str:
    """The birthday `text` means, in the form it is kept in; raises UsageError where it can't be one."""
    kept = _parse(text, lunar)
    if kept is None:
        raise UsageError(
            _("{word} is no birthday: write it as 1985-03-12 or 03-12, or with --lunar as 八月十五.").format(
                word=quoted(text)
            )
        )
    return kept


def parse_yearly(text: str, lunar: bool) -> str:
    """Another day that comes every year, in the same form; raises UsageError where `text` can't be one."""
    kept = _parse(text, lunar)
    if kept is None:
        raise UsageError(
            _(
                "{word} is no day of a year: write it as 2008-06-18 or 06-18, or with --lunar as 八月十五."
            ).format(word=quoted(text))
        )
    return kept


def _parse(text: str, lunar: bool) -> str | None:
    word = fold(text).replace(" ", "")
    said = re.match("农历|阴历|旧历|公历|阳历|新历", word)
    if said and (said[0] in ("农历", "阴历", "旧历")) != lunar:
        raise UsageError(
            _("{word} names its calendar: --lunar is for a lunar birthday and only for one.").format(
                word=quoted(text)
            )
        )
    parts = (_lunar if lunar else _solar)(word[said.end() :] if said else word)
    if parts is None:
        return None
    year, month, day, leap = parts
    if not _exists(year, month, day, leap, lunar):
        raise missing(text)
    return f"{year or '-'}-{month:02d}-{day:02d}{'+' if leap else ''}"


def _solar(word: str) -> tuple[int | None, int, int, bool] | None:
    found = _SOLAR.fullmatch(word)
    if not found:
        return None
    year = found[1] or found[4]
    return int(year) if year else None, int(found[2] or found[5]), int(found[3] or found[6]), False


def _lunar(word: str) -> tuple[int | None, int, int, bool] | None:
    plain = _SOLAR.fullmatch(word)
    if plain and plain[4]:
        return _solar(word)
    found = _LUNAR.fullmatch(word)
    day = _lunar_day(found[4]) if found else None
    if not found or day is None:
        return None
    month = _MONTHS.get(found[3]) or int(found[3])
    return int(found[1]) if found[1] else None, month, day, bool(found[2] or found[5])


def _lunar_day(word: str) -> int | None:
    if word.isdecimal():
        return int(word)
    # fold() has made 初八日 an 初8日.
    spoken = re.fullmatch(f"(初|二?十|三十|[廿卅])([{_NUMERALS}1-9十]?)", word)
    if not spoken or (spoken[2] == "十") != (word == "初十") or (spoken[1] == "初" and not spoken[2]):
        return None
    tens = {"初": 0, "十": 10, "二十": 20, "廿": 20, "三十": 30, "卅": 30}[spoken[1]]
    ones = spoken[2]
    return tens + (
        10 if ones == "十" else int(ones) if ones.isascii() and ones else _NUMERALS.find(ones or "-") + 1
    )


def _exists(year: int | None, month: int, day: int, leap: bool, lunar: bool) -> bool:
    if year is not None and not 1900 <= year <= 2100:
        return False
    if lunar:
        # Imported here: borax takes 30 ms, and only lunar birthdays need it.
        from rmtool.domain import lunar as calendar

        return calendar.exists(year, month, day, leap)
    try:
        date(year or 2000, month, day)
    except ValueError:
        return False
    return True


def falls_on(birthday: str, lunar: bool, year: int) -> date | None:
    """The first day of that solar year on which it is kept, or None: a lunar one may skip a solar year."""
    return upcoming(birthday, lunar, date(year, 1, 1), (date(year, 12, 31) - date(year, 1, 1)).days + 1)


def upcoming(birthday: str, lunar: bool, first: date, days: int) -> date | None:
    """The first day on which it is kept among the `days` days from `first` on, or None.

    29 February is kept on the 28th in other years; a lunar 30th on the 29th of a short month; one of a
    leap month in the ordinary month when the year has no such leap month. Lunar ones: 1901 to 2099.
    """
    if days < 1:
        return None
    last = first + timedelta(days=days - 1)
    candidates = _lunar_days(birthday, first, last) if lunar else _solar_days(birthday, first, last)
    return next((day for day in candidates if first <= day <= last), None)


def _solar_days(birthday: str, first: date, last: date) -> list[date]:
    month, day = int(birthday[-5:-3]), int(birthday[-2:])
    return [
        date(year, month, 28 if (month, day) == (2, 29) and not _is_leap(year) else day)
        for year in range(first.year, last.year + 1)
    ]


def _lunar_days(birthday: str, first: date, last: date) -> list[date]:
    from rmtool.domain import lunar

    leap = birthday.endswith("+")
    ending = birthday.removesuffix("+")
    month, day = int(ending[-5:-3]), int(ending[-2:])
    # The lunar year begins in January or February, so its end lies in the next solar year.
    years = range(max(first.year - 1, 1900), min(last.year, 2099) + 1)
    days = [lunar.kept_on(year, month, day, leap) for year in years]
    return [each for each in days if lunar.covers(each)]


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def solar_endings(first: date, days: int) -> tuple[str, ...]:
    """The `MM-DD` with which solar birthdays kept in these days end."""
    return _endings(first, days, lunar=False)


def lunar_endings(first: date, days: int) -> tuple[str, ...]:
    """The `MM-DD` (or `MM-DD+`) with which lunar birthdays kept in these days end."""
    return _endings(first, days, lunar=True)


def _endings(first: date, days: int, *, lunar: bool) -> tuple[str, ...]:
    each_day = (first + timedelta(days=offset) for offset in range(days))
    return tuple(
        dict.fromkeys(each for day in each_day for each in (_lunar_of(day) if lunar else _solar_of(day)))
    )


def _solar_of(day: date) -> tuple[str, ...]:
    ending = f"{day.month:02d}-{day.day:02d}"
    return (ending, "02-29") if ending == "02-28" and not _is_leap(day.year) else (ending,)


def _lunar_of(day: date) -> tuple[str, ...]:
    from rmtool.domain import lunar

    if not lunar.covers(day):
        return ()
    month, number, leap, last = lunar.of(day)
    numbers = (number, 30) if number == 29 and last else (number,)
    plain = tuple(f"{month:02d}-{each:02d}" for each in numbers)
    marked = tuple(f"{each}+" for each in plain)
    if leap:
        return marked
    return plain if lunar.leap_month(lunar.year_of(day)) == month else plain + marked


def age_on(birthday: str, lunar: bool, day: date) -> int | None:
    """How old who was born then becomes on `day`, one on which it is kept; None where the year is not known."""
    if birthday.startswith("-"):
        return None
    if not lunar:
        return day.year - int(birthday[:4])
    # Imported here: borax takes 30 ms, and only lunar birthdays need it.
    from rmtool.domain import lunar as calendar

    return calendar.year_of(day) - int(birthday[:4])
