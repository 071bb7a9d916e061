"""Cadence (拜访频率): how often a client must be touched, and when the next touch is due.

Every so many days (calendar or working ones) a touch starts anew; or so many times in a week, 旬 or month.
"""

import re
from collections.abc import Iterator
from datetime import date
from datetime import timedelta
from math import ceil
from typing import NamedTuple

from rmtool.domain import periods
from rmtool.domain.date_words import fold
from rmtool.domain.text import clip
from rmtool.domain.text import shown
from rmtool.domain.workdays import WorkCalendar
from rmtool.errors import UsageError
from rmtool.i18n import _
from rmtool.i18n import ngettext

_EVERY = re.compile(
    r"(?:every |每)?(\d{1,3}) ?(?:(wd|working days?|workdays?|个?工作日)|(d|days?|天|日)|(w|weeks?|周|个?星期))"
)
_TIMES = re.compile(
    r"(\d{1,2}) ?(?:x|times?|次)? ?(?:/|per |a |每) ?(week|周|tenday|旬|month|月)|每(周|旬|月) ?(\d{1,2}) ?次"
)
_UNITS: dict[str, periods.Kind] = {
    "week": "week", "周": "week", "tenday": "tenday", "旬": "tenday", "month": "month", "月": "month",
}  # fmt: skip


class Cadence(NamedTuple):
    """`number` working days (`unit` wd) or calendar days (d) apart, or `number` times a week, tenday or month."""

    number: int
    unit: str

    @property
    def text(self) -> str:
        """Its short form, which `parse` takes back: 7wd, 30d, 2/week."""
        return f"{self.number}{self.unit}" if self.unit in ("wd", "d") else f"{self.number}/{self.unit}"

    @property
    def period(self) -> periods.Kind | None:
        """The kind of period it counts in; None where each touch starts it anew."""
        return _UNITS.get(self.unit)

    def show(self) -> str:
        """How people say it."""
        number = self.number
        # Chinese has one form for all numbers, and says of one that it is every one.
        if self.unit == "wd":
            return _("every {n} working days").format(n=number) if number > 1 else _("every working day")
        if self.unit == "d":
            return _("every {n} days").format(n=number) if number > 1 else _("every day")
        return {
            "week": ngettext("once a week", "{n} times a week", number),
            "tenday": ngettext("once in ten days", "{n} times in ten days", number),
            "month": ngettext("once a month", "{n} times a month", number),
        }[self.unit].format(n=number)


def parse(text: str) -> Cadence:
    """The cadence `text` means: 7wd, 30d, 2w, 7个工作日, 2/week, 每旬3次; raises UsageError."""
    word = fold(text)
    every, times = _EVERY.fullmatch(word), _TIMES.fullmatch(word)
    made = None
    if every:
        made = Cadence(int(every[1]) * (7 if every[4] else 1), "wd" if every[2] else "d")
    elif times:
        made = Cadence(int(times[1] or times[4]), _UNITS[times[2] or times[3]])
    if made is None or made.number < 1:
        raise UsageError(
            _("{word} is no cadence: write it as 7wd (working days), 30d, 2/week, 3/旬 or 1/month.").format(
                word=shown(clip(text, 40)) or "''"
            )
        )
    return made


def due_on(cadence: Cadence, since: date, calendar: WorkCalendar) -> date:
    """The day the next touch is due after one on `since` (or after the client was added then)."""
    if cadence.unit == "wd":
        return calendar.add(since, cadence.number)
    return since + timedelta(days=cadence.number)


def slot(cadence: Cadence, touches: int, day: date, calendar: WorkCalendar) -> date:
    """The day touch number `touches + 1` of the period that holds `day` is due: they lie evenly in its working days.

    Once a period has all its touches, the first of the next period is meant.
    """
    kind = cadence.period or "week"
    period = periods.of(kind, day)
    if touches >= cadence.number:
        period, touches = period.next, 0
    days = calendar.between(period.first, period.last) or (period.last,)
    return days[ceil((touches + 1) * len(days) / cadence.number) - 1]


def gap(cadence: Cadence) -> int:
    """About how many calendar days lie between two touches."""
    if cadence.unit == "wd":
        return cadence.number * 7 // 5
    if cadence.unit == "d":
        return cadence.number
    return {"week": 7, "tenday": 10, "month": 30}[cadence.unit] // cadence.number


def after(cadence: Cadence, touches: int, day: date, calendar: WorkCalendar) -> tuple[int, date]:
    """The working day the touch after one made on `day` is due, and how many its period will have had till then.

    `touches` is how many the period of `day` had before.
    """
    if cadence.period is None:
        return 0, calendar.from_day(due_on(cadence, day, calendar))
    following = calendar.from_day(slot(cadence, touches + 1, day, calendar))
    # More touches than working days fall on one day; the next is looked for on the day after.
    due = following if following > day else next(calendar.after(day))
    return 0 if touches + 1 >= cadence.number else touches + 1, due


def coming(cadence: Cadence, touches: int, first: date, last: date, calendar: WorkCalendar) -> Iterator[date]:
    """The working days up to `last` on which touches fall, the first due on `first`, if each is made when due.

    `touches` is how many the period of `first` has had already.
    """
    day = calendar.from_day(first)
    while day <= last:
        yield day
        touches, day = after(cadence, touches, day, calendar)
