"""The words for a day and what each means: evened out first, then read by one rule per way of writing.

On the way of every command, so it imports nothing heavy, and patterns are compiled when first needed.
A rule answers None for what it does not know; ValueError means a day that does not exist.
"""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from datetime import timedelta
from typing import Literal

from rmtool.domain import text as texts
from rmtool.errors import UsageError
from rmtool.i18n import _

Lean = Literal["back", "forward"]

WEEKDAYS: Mapping[str, int] = {
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "weds": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5,
    "sun": 6, "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5,
    "sunday": 6,
    "一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6,
    "1": 0, "2": 1, "3": 2, "4": 3, "5": 4, "6": 5, "7": 6,
}  # fmt: skip
MONTHS: Mapping[str, int] = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9,
    "oct": 10, "nov": 11, "dec": 12, "january": 1, "february": 2, "march": 3, "april": 4, "june": 6,
    "july": 7, "august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
}  # fmt: skip
NEAR: Mapping[str, int] = {
    "today": 0, "今天": 0, "今日": 0, "yesterday": -1, "昨天": -1, "昨日": -1, "前天": -2, "前日": -2,
    "大前天": -3, "day before yesterday": -2, "the day before yesterday": -2, "tomorrow": 1, "明天": 1,
    "明日": 1, "后天": 2, "后日": 2, "大后天": 3, "day after tomorrow": 2, "the day after tomorrow": 2,
}  # fmt: skip
# How many weeks, months or years a word steps from this one.
STEPS: Mapping[str, int] = {
    "本": 0, "这": 0, "今": 0, "当": 0, "this": 0, "current": 0, "下": 1, "明": 1, "next": 1, "下下": 2, "后": 2,
    "上": -1, "去": -1, "last": -1, "previous": -1, "上上": -2,
    "前": -2,
}  # fmt: skip
MONTH_NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

_WHICH = "下下个?|下个?|上上个?|上个?|本|这个?"
_EVEN = str.maketrans("週後號禮兩個點這時當–—−", "周后号礼两个点这时当---")
_DIGITS = {each: value for value, each in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_ONES = "一二三四五六七八九"
_NUMERAL = f"[{_ONES[1:]}]?十[{_ONES}]?|[〇零{_ONES}]{{4}}|[〇零两{_ONES}]"
# Blanks inside a day or a time go: 11 月 30 日, 下周 三. Those between the two stay: 11月30日 9:30.
_INNER_BLANK = (
    f"(?<=[0-9〇零两十{_ONES}]) (?=个?[年月日号周天点时分季旬半星礼])|(?<=[年月第近去午上下本这晨早晚周期拜个]) "
    "| (?=[之以]?[前后]$)| (?=[上中下]旬)"
)


def fold(text: str) -> str:
    """`text` with width, case, inner blanks and traditional forms evened out, and Chinese numerals as digits.

    The weekday in 周三 is a name, no numeral: it stays as it is.
    """
    word = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    if word.isascii():
        return word
    word = re.sub(_INNER_BLANK, "", word.translate(_EVEN))
    if _DIGITS.keys().isdisjoint(word) and "十" not in word:
        return word
    units = r"(?=个?(?:[天日号月年周点时分季]|星期|礼拜))"
    return re.sub(
        rf"(?<![周期拜])(?:{_NUMERAL}){units}|(?<=[点时])(?:{_NUMERAL})$",
        lambda found: str(_number(found[0])),
        word,
    )


def _number(numeral: str) -> int:
    tens, ten, ones = numeral.partition("十")
    if ten:
        return 10 * _DIGITS.get(tens, 1) + _DIGITS.get(ones, 0)
    return int("".join(str(_DIGITS[each]) for each in numeral))


def quoted(text: str) -> str:
    """`text` as an error message names it: short, and with nothing hidden."""
    return texts.shown(texts.clip(text, 40)) or '""'


def missing(text: str) -> UsageError:
    """The error for a day, week or month that no calendar has."""
    return UsageError(_("{word} does not exist: give one that the calendar has.").format(word=quoted(text)))


def too_far(text: str) -> UsageError:
    """The error for what lies outside the years that can be written."""
    return UsageError(_("{word} is too far away: give one from 1900 to 2100.").format(word=quoted(text)))


def meant(word: str, today: date, lean: Lean) -> date | None:
    """The day a folded `word` means, or None where no rule knows it."""
    if word in NEAR:
        return today + timedelta(days=NEAR[word])
    for rule in (_full, _offset, _weekday, _month_day, _named_day, _edge, _day_of_month):
        found = rule(word, today, lean)
        if found is not None:
            return found
    return None


def add_months(day: date, months: int) -> date:
    """The same day so many months on, or the last of that month where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9998:
        raise OverflowError("no such year")
    return date(year, month + 1, min(day.day, month_end(year, month + 1).day))


def month_end(year: int, month: int) -> date:
    """The last day of the month."""
    return (date(year, month, 28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def _full(word: str, _today: date, _lean: Lean) -> date | None:
    found = re.fullmatch(
        r"(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})|年(\d{1,2})月(\d{1,2})[日号]?|(\d\d)(\d\d))", word, re.ASCII
    )
    if not found:
        return None
    month, day = (int(each) for each in found.groups()[2:] if each)
    return date(int(found[1]), month, day)


def _offset(word: str, today: date, _lean: Lean) -> date | None:
    # 3月前 is before March and 3日前 before the 3rd: a span of months needs its 个, one of days its 天.
    unit = "(d|w|m|y|days?|weeks?|months?|years?|天|周|个?星期|个?礼拜|个月|年)"
    signed = re.fullmatch(rf"([+-]) ?(\d{{1,4}}) ?{unit}", word, re.ASCII)
    after = "( ago| later| from now|(?:之|以)?前|(?:之|以)?后)"
    spoken = re.fullmatch(rf"(in )?(\d{{1,4}}|an?|one) ?{unit}{after}?", word, re.ASCII)
    if signed:
        past, count, name = signed[1] == "-", signed[2], signed[3]
    elif spoken and bool(spoken[1]) != bool(spoken[4]):
        past, count, name = (spoken[4] or "").endswith(("ago", "前")), spoken[2], spoken[3]
    else:
        return None
    step = (int(count) if count.isdigit() else 1) * (-1 if past else 1)
    if name[0] in "my年" or name == "个月":
        return add_months(today, step * (12 if name[0] in "y年" else 1))
    return today + timedelta(days=step * (1 if name[0] in "d天" else 7))


def _weekday(word: str, today: date, lean: Lean) -> date | None:
    zh = re.fullmatch(rf"({_WHICH})?(?:周|星期|礼拜)([一二三四五六日天1-7])", word)
    en = re.fullmatch(r"(?:(this|next|last) )?([a-z]{3,9})", word)
    found = zh or en
    if not found or found[2] not in WEEKDAYS:
        return None
    weekday = WEEKDAYS[found[2]]
    if found[1]:
        return today + timedelta(days=weekday - today.weekday() + 7 * STEPS[found[1].removesuffix("个")])
    ahead = (weekday - today.weekday()) % 7
    return today + timedelta(days=ahead if lean == "forward" or ahead == 0 else ahead - 7)


def _month_day(word: str, today: date, lean: Lean) -> date | None:
    found = re.fullmatch(
        r"(\d{1,2})[-/.](\d{1,2})|(?:([今本明后去前])年)?(\d{1,2})月(?:(\d{1,2})[日号]?)?", word, re.ASCII
    )
    if not found:
        return None
    month = int(found[1] or found[4])
    if not found[2] and not found[5]:
        # A month is no day, but one that no year has is worth saying.
        return None if 1 <= month <= 12 else date(2000, month, 1)
    day = int(found[2] or found[5])
    if found[3]:
        return date(today.year + STEPS[found[3]], month, day)
    return _leaning(month, day, today, lean)


def _named_day(word: str, today: date, lean: Lean) -> date | None:
    name, number = r"([a-z]{3,9})\.?", r"(\d{1,2})(?:st|nd|rd|th)?"
    found = re.fullmatch(rf"(?:{name} {number}|{number} (?:of )?{name})(?:,? (\d{{4}}))?", word, re.ASCII)
    month = MONTHS.get(found[1] or found[4]) if found else None
    if not found or not month:
        return None
    day = int(found[2] or found[3])
    return date(int(found[5]), month, day) if found[5] else _leaning(month, day, today, lean)


def _leaning(month: int, day: int, today: date, lean: Lean) -> date:
    date(2000, month, day)  # a leap year: what it lacks, no year has
    year = today.year
    while True:
        if day <= month_end(year, month).day:
            found = date(year, month, day)
            if (found >= today) if lean == "forward" else (found <= today):
                return found
        year += 1 if lean == "forward" else -1


def _edge(word: str, today: date, lean: Lean) -> date | None:
    # The end of a month is never past, so it is this month's whichever way it leans; its start leans.
    zh = re.fullmatch(rf"(?:({_WHICH})(?=月)|([今本明去])(?=年))?(月|年年?)(底|末|初)", word)
    en = re.fullmatch(
        r"(end|start|beginning) of (?:(this|next|last) |the )?(month|year)|(month|year)[- ]end", word
    )
    if zh:
        which, yearly, start = zh[1] or zh[2], zh[3][0] == "年", zh[4] == "初"
    elif en:
        which, yearly, start = en[2], "year" in word, en[1] not in ("end", None)
    if not (zh or en) or (word.startswith("年年")):
        return None
    length = 12 if yearly else 1
    step = STEPS[which.removesuffix("个")] if which else 0
    first = add_months(date(today.year, 1 if yearly else today.month, 1), step * length)
    if not start:
        return month_end(first.year, 12 if yearly else first.month)
    return add_months(first, length) if lean == "forward" and not which and first < today else first


def _day_of_month(word: str, today: date, lean: Lean) -> date | None:
    found = re.fullmatch(
        rf"(?:({_WHICH})月)?(\d{{1,2}})[日号]|(?:the )?(\d{{1,2}})(?:st|nd|rd|th)", word, re.ASCII
    )
    if not found:
        return None
    day, month = int(found[2] or found[3]), today.replace(day=1)
    if found[1]:
        return add_months(month, STEPS[found[1].removesuffix("个")]).replace(day=day)
    date(2000, 1, day)  # January: what it lacks, no month has
    while True:
        if day <= month_end(month.year, month.month).day:
            candidate = month.replace(day=day)
            if (candidate >= today) if lean == "forward" else (candidate <= today):
                return candidate
        month = add_months(month, 1 if lean == "forward" else -1)
