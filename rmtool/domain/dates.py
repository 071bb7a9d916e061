"""Dates and times in words, both languages; what can't be understood is refused, never guessed.

On the way of every command, so it imports nothing heavy, and patterns are compiled when first needed.
"""

import re
from collections.abc import Mapping
from datetime import date
from datetime import time

from rmtool import i18n
from rmtool.domain.date_words import WEEKDAYS
from rmtool.domain.date_words import Lean as Lean
from rmtool.domain.date_words import add_months as add_months
from rmtool.domain.date_words import fold as fold
from rmtool.domain.date_words import meant
from rmtool.domain.date_words import missing
from rmtool.domain.date_words import month_end as month_end
from rmtool.domain.date_words import quoted
from rmtool.domain.date_words import too_far
from rmtool.errors import UsageError
from rmtool.i18n import _

_TIME = (
    "(?P<time>(?P<part>凌晨|清晨|早上?|上午|中午|下午|傍晚|晚上?)?(?P<hour>[0-9]{1,2})"
    "(?::(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2}))?"
    "|(?P<point>[点时])钟?(?P<rest>[0-9]{1,2}分|[0-9]{2}|半|整|[一三13]刻)?|(?= ?[ap]))"
    r"(?: ?(?P<half>[ap])\.?m\.?)?)"
)
# By its first character, the hours one may say with that part of the day, and which of them get twelve more.
_PARTS: Mapping[str, tuple[frozenset[int], frozenset[int]]] = {
    "凌": (frozenset(range(6)), frozenset()),
    "清": (frozenset(range(4, 9)), frozenset()),
    "早": (frozenset(range(5, 12)), frozenset()),
    "上": (frozenset(range(5, 12)), frozenset()),
    "中": (frozenset({11, 12, 13, 14, 1, 2}), frozenset({1, 2})),
    "下": (frozenset({*range(1, 8), *range(12, 20)}), frozenset(range(1, 8))),
    "傍": (frozenset({*range(4, 8), *range(16, 20)}), frozenset(range(4, 8))),
    "晚": (frozenset({*range(5, 12), *range(17, 24)}), frozenset(range(5, 12))),
}


def parse_day(text: str, today: date, lean: Lean) -> date:
    """The day that `text` means; without a year or week it leans `back` or `forward` from `today`.

    Raises UsageError for what is no date, does not exist, or is not in 1900 to 2100.
    """
    try:
        day = read_day(fold(text), today, lean)
    except ValueError as error:
        raise missing(text) from error
    except OverflowError as error:
        raise too_far(text) from error
    if day is None:
        raise UsageError(
            _("{word} is no date: write it as 2026-11-30, 11-30, today, +3d, 下周三 or next wed.").format(
                word=quoted(text)
            )
        )
    if not 1900 <= day.year <= 2100:
        raise too_far(text)
    return day


def read_day(word: str, today: date, lean: Lean) -> date | None:
    """The day a folded word means, or None; ValueError and OverflowError mean what `parse_day` says then."""
    day = meant(word, today, lean)
    if day is not None:
        return day
    # A day may be followed by its weekday, as we show it ourselves: then the two must agree.
    both = re.fullmatch(r"(.*[0-9日号]),? ?\(?(?:(?:周|星期|礼拜)([一二三四五六日天])|([a-z]{3,9}))\)?", word)
    weekday = WEEKDAYS.get(both[2] or both[3]) if both else None
    if not both or weekday is None:
        return None
    day = meant(both[1], today, lean)
    if day is not None and day.weekday() != weekday:
        raise UsageError(
            _("{word} contradicts itself: that day is {day}. Give the day without its weekday.").format(
                word=quoted(word), day=show_day(day, i18n.language())
            )
        )
    return day


def parse_time(text: str) -> time:
    """The time of day that `text` means: 15:30, 3pm, 9点半, 下午3点; raises UsageError."""
    found = re.fullmatch(_TIME, fold(text))
    hour = _hour(found) if found else None
    if found and found["point"] and not found["part"] and hour in range(1, 7):
        raise UsageError(
            _("{word} may be in the morning or in the afternoon: write it as 15:00 or 下午3点.").format(
                word=quoted(text)
            )
        )
    minute, second = (_minute(found), int(found["second"] or 0)) if found else (0, 0)
    if hour is None or hour > 23 or minute > 59 or second > 59:
        raise UsageError(
            _("{word} is no time of day: write it as 15:30, 3pm or 下午3点半.").format(word=quoted(text))
        )
    return time(hour, minute, second)


def _hour(found: re.Match[str]) -> int | None:
    hour = int(found["hour"])
    if found["half"]:
        # Twelve is the first hour of its half; beside 15 or 下午 a half makes no sense.
        sensible = not found["part"] and not found["point"] and 1 <= hour <= 12
        return hour % 12 + (12 if found["half"] == "p" else 0) if sensible else None
    if found["part"]:
        said, late = _PARTS[found["part"][0]]
        return None if hour not in said else hour + 12 if hour in late else hour
    return hour


def _minute(found: re.Match[str]) -> int:
    rest = found["rest"] or ""
    if rest.endswith("刻"):
        return 15 if rest[0] in "一1" else 45
    return 30 if rest == "半" else int(found["minute"] or rest.strip("分整") or 0)


def parse_moment(text: str, today: date, lean: Lean) -> tuple[date, time | None]:
    """A day and, where one stands after it, a time: 下周三 15:00, 明天下午3点; raises UsageError."""
    # 今晚 and 明早 are a day and the beginning of a time in one word.
    word = re.sub(r"^([今明昨])(?=[早晚]上?[0-9])", r"\1天", fold(text))
    # Where the day ends in a digit and the time begins with one, only a blank tells them apart.
    found = re.fullmatch(rf"(?P<day>.*?)(?: ?,? at |[ ,]+|(?<=[0-9])t|(?<![0-9])){_TIME}", word)
    if not found:
        return parse_day(text, today, lean), None
    if not found["day"]:
        raise UsageError(
            _(
                "{word} has a time but no day: put the day before it, as in 明天 15:00 or tomorrow 3pm."
            ).format(word=quoted(text))
        )
    return parse_day(found["day"], today, lean), parse_time(found["time"])


def parse_span(text: str) -> int:
    """A number of days: 30d, 2w, 30天, 2周, 30; raises UsageError."""
    found = re.fullmatch(
        r"(\d{1,4}) ?(?:(d|days?|天|日)|(w|weeks?|周|个?(?:星期|礼拜)))?", fold(text), re.ASCII
    )
    if not found:
        raise UsageError(_("{word} is no number of days: write it as 30d or 2w.").format(word=quoted(text)))
    return int(found[1]) * (7 if found[3] else 1)


def show_day(day: date, language: str) -> str:
    """The day with its weekday: 2026-11-25 周三, 2026-11-25 Wed."""
    return f"{day.isoformat()} {weekday_name(day, language)}"


def weekday_name(day: date, language: str) -> str:
    """The short name of its weekday: 周三, Wed."""
    if language == "zh":
        return "周" + "一二三四五六日"[day.weekday()]
    return ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")[day.weekday()]
