"""Days in a file: only those that say their year, because a file is read on another day than it was written."""

import re
from datetime import date
from datetime import timedelta
from functools import lru_cache

from rmtool.domain import date_words
from rmtool.domain import dates
from rmtool.domain.text import shown
from rmtool.errors import UsageError
from rmtool.i18n import _

_DAY = re.compile(
    r"(\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{4}年\d{1,2}月\d{1,2}[日号]?|\d{8})"
    r"(?:[ t]*(?:周|星期|礼拜)[一二三四五六日天])?(?:[ t]+([^ ].*))?"
)
_SECONDS = re.compile(r"(\d{1,2}:\d{2}):\d{2}(?:\.\d+)?")
_PLACES = {
    "first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "fifth": 5, "5th": 5,
    "last": -1,
}  # fmt: skip
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NTH = re.compile(r"([a-z0-9]+) ([a-z]{3,9}) (?:of|in) (?:([a-z]{3,9}) (\d{4})|(\d{4})-(\d{1,2}))")
_NTH_ZH = re.compile(
    r"(\d{4})年(\d{1,2})月的?(?:第([一二三四五12345])|(最后一))个?(?:周|星期|礼拜)([一二三四五六日天])"
)


# A file says the same days again and again.
@lru_cache(maxsize=4096)
def moment(text: str) -> tuple[str, str]:
    """The ISO day and the time (or empty) that `text` says, year included; raises UsageError.

    Besides dates it understands `first mon of may 2010`, `last fri of 2010-05` and 2010年5月第一个周一.
    """
    word = date_words.fold(text)
    found = _DAY.fullmatch(word)
    if found:
        day = dates.parse_day(found[1], date.min, "back")
        return day.isoformat(), time(found[2]) if found[2] else ""
    day_of_month = _english(word) or _chinese(text)
    if day_of_month is None:
        raise UsageError(
            _("{word} is no date with its year: write it as 2026-11-30.").format(word=shown(text[:40]))
        )
    return day_of_month.isoformat(), ""


@lru_cache(maxsize=4096)
def time(text: str) -> str:
    """The time of day that `text` says, as HH:MM; raises UsageError."""
    word = text.strip()
    seconds = _SECONDS.fullmatch(word)
    return dates.parse_time(seconds[1] if seconds else word).strftime("%H:%M")


def _english(word: str) -> date | None:
    found = _NTH.fullmatch(word)
    if found is None or found[1] not in _PLACES:
        return None
    weekday = _named(found[2], _WEEKDAYS)
    month = int(found[6]) - 1 if found[6] else _named(found[3], _MONTHS)
    if weekday is None or month is None or not 0 <= month < 12:
        return None
    return _nth(_PLACES[found[1]], weekday, int(found[4] or found[5]), month + 1)


def _chinese(text: str) -> date | None:
    found = _NTH_ZH.fullmatch("".join(text.split()))
    if found is None or not 1 <= int(found[2]) <= 12:
        return None
    place = -1 if found[4] else "一二三四五12345".index(found[3]) % 5 + 1
    return _nth(place, "一二三四五六日".index(found[5].replace("天", "日")), int(found[1]), int(found[2]))


def _named(word: str, names: tuple[str, ...]) -> int | None:
    return names.index(word[:3]) if word[:3] in names else None


def _nth(place: int, weekday: int, year: int, month: int) -> date | None:
    """The weekday's occurrence number `place` in the month, -1 the last; None where the month has none."""
    if not 1900 <= year <= 2100:
        return None
    if place < 0:
        last = date_words.month_end(year, month)
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    day = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (place - 1))
    return day if day.month == month else None
