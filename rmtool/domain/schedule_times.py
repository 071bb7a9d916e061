"""When a schedule runs and by when its report must be handed in, as a value; the grammar of `--at` and `--by`."""

import re
from collections.abc import Callable
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import replace
from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta
from typing import Literal

from rmtool.domain import dates
from rmtool.domain import periods
from rmtool.domain.date_words import fold
from rmtool.domain.periods import Period
from rmtool.domain.text import shown
from rmtool.domain.workdays import WorkCalendar
from rmtool.errors import UsageError
from rmtool.i18n import _

EVERY_DAY = (0, 1, 2, 3, 4, 5, 6)
WORKING_DAYS = (0, 1, 2, 3, 4)
# Where nobody says otherwise: Monday to Friday.
PLAIN = WorkCalendar()
# A golden week away at most: a deadline or a run of any grammar falls into it.
FAR = timedelta(days=70)

_SHORT = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_LONG = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_ZH = "一二三四五六日"
_TIME = r"(?P<time>(?:上午|早上|中午|下午|晚上)?\s?\d{1,2}(?:[:点时][^ ]*|(?=\s*[ap]m))\s*(?:am|pm)?)"


def minute(moment: datetime) -> str:
    """A local minute as the store keeps it: 2026-11-24T17:30."""
    return moment.strftime("%Y-%m-%dT%H:%M")


def on_the_clock(instant: str, now: datetime) -> datetime:
    """A UTC instant as the wall clock of `now` showed it, without a zone."""
    moment = datetime.fromisoformat(instant.replace("Z", "+00:00"))
    return moment.astimezone(now.tzinfo).replace(tzinfo=None)


def unknown_holidays(calendar: WorkCalendar, day: date) -> str:
    """What to say where nobody knows yet which days of that year are worked; else empty."""
    if calendar.knows(day):
        return ""
    return _(
        "The holidays of {year} are not known yet: Monday to Friday are taken as worked; calendar.toml can say more."
    ).format(year=day.year)


@dataclass(frozen=True, slots=True)
class At:
    """At `time`, on these weekdays (0 is Monday), on `day` of every month, or where the month or 旬 `ends`.

    With `workdays` only on working days: every one, or the working day that stands in for a day off.
    """

    time: time
    weekdays: tuple[int, ...] = EVERY_DAY
    day: int = 0
    ends: Literal["", "month", "tenday"] = ""
    workdays: bool = False

    @property
    def text(self) -> str:
        """Its short form, which `parse_at` takes back."""
        return self._words + (" workdays" if self.workdays else "")

    @property
    def _words(self) -> str:
        clock = self.time.strftime("%H:%M")
        if self.ends:
            return f"{'month-end' if self.ends == 'month' else 'tenday'} {clock}"
        if self.day:
            return f"{self.day} {clock}"
        if self.weekdays == EVERY_DAY:
            return clock
        if self.weekdays == WORKING_DAYS:
            return f"mon-fri {clock}"
        return f"{','.join(_SHORT[each] for each in self.weekdays)} {clock}"

    @property
    def cron(self) -> str:
        """The five fields that stand before a command in a crontab; where `checked`, cron fires on more days."""
        weekdays, day = "*", str(self.day or "*")
        if self.workdays:
            day = "*"
        elif self.ends:
            day = "28-31" if self.ends == "month" else "10,20,28-31"
        elif self.weekdays != EVERY_DAY:
            weekdays = ",".join(str((each + 1) % 7) for each in self.weekdays)
        return f"{self.time.minute} {self.time.hour} {day} * {weekdays}"

    @property
    def checked(self) -> bool:
        """Whether the run itself must look if its day is meant, which cron cannot tell."""
        return self.workdays or bool(self.ends)

    def show(self, language: str) -> str:
        """How people say it."""
        return self._zh() if language == "zh" else self._en()

    def _en(self) -> str:
        clock = self.time.strftime("%H:%M")
        which = "working day" if self.workdays else "day"
        if self.ends == "month":
            return f"the last {which} of the month, {clock}"
        if self.ends:
            return f"the last {which} of every ten days (10, 20, month end), {clock}"
        if self._all_working:
            return f"every working day {clock}"
        told = f"day {self.day} of the month, {clock}" if self.day else self._words
        if not self.workdays:
            return told
        return (
            f"{told} (the next working day if off)" if self.day else f"{told} (the working day before if off)"
        )

    def _zh(self) -> str:
        clock = self.time.strftime("%H:%M")
        which = "最后一个工作日" if self.workdays else "最后一天"
        if self.ends:
            return f"{'每月' if self.ends == 'month' else '每旬'}{which} {clock}"
        if self._all_working:
            return f"每个工作日 {clock}"
        if self.day:
            return f"每月{self.day}日 {clock}" + ("（遇休息日顺延）" if self.workdays else "")
        if self.weekdays == EVERY_DAY:
            return f"每天 {clock}"
        if self.weekdays == WORKING_DAYS:
            return f"周一至周五 {clock}"
        days = "、".join(_ZH[each] for each in self.weekdays)
        return f"每周{days} {clock}" + ("（遇休息日提前）" if self.workdays else "")

    @property
    def _all_working(self) -> bool:
        whole = not self.day and not self.ends and self.weekdays in (EVERY_DAY, WORKING_DAYS)
        return self.workdays and whole

    def falls_on(self, day: date, calendar: WorkCalendar = PLAIN) -> bool:
        """Whether a run is due on `day`."""
        if not self.workdays:
            return self._means(day)
        if self._all_working:
            return calendar.is_working(day)
        around = self._around(day)
        return day in {self._moved(each, around, calendar) for each in around.days if self._means(each)}

    def _means(self, day: date) -> bool:
        if self.ends:
            return day == periods.of(self.ends, day).last
        return day.day == self.day if self.day else day.weekday() in self.weekdays

    def _around(self, day: date) -> Period:
        """The days among which a day off is moved: it stays in its week, 旬 or month."""
        return periods.of(self.ends or ("month" if self.day else "week"), day)

    def _moved(self, meant: date, around: Period, calendar: WorkCalendar) -> date | None:
        """The working day that stands in for `meant`: the one before, of a day of the month the one after."""
        before = max(calendar.between(around.first, meant), default=None)
        after = min(calendar.between(meant, around.last), default=None)
        return (after or before) if self.day else (before or after)

    def due_times(
        self, since: datetime, until: datetime, calendar: WorkCalendar = PLAIN
    ) -> Iterator[datetime]:
        """Every due time after `since` and up to `until`, both local and without a zone, in order."""
        moment = since.replace(hour=self.time.hour, minute=self.time.minute, second=0, microsecond=0)
        while moment <= until:
            if moment > since and self.falls_on(moment.date(), calendar):
                yield moment
            moment += timedelta(days=1)

    def last_due(self, now: datetime, within: timedelta, calendar: WorkCalendar = PLAIN) -> datetime | None:
        """The latest due time that is at most `within` before `now`, or None."""
        return max(self.due_times(now - within, now, calendar), default=None)

    def next_due(self, now: datetime, calendar: WorkCalendar = PLAIN) -> datetime | None:
        """The first due time after `now`; None where no day can be one for months."""
        return next(self.due_times(now, now + FAR, calendar), None)


def parse_at(text: str) -> At:
    """What `--at` means: 17:30, mon-fri 17:30, 周五 17:30, 1 09:00, 月底 17:00, 每旬 17:00; raises UsageError."""
    made = _read(text)
    if made is None:
        raise UsageError(
            _(
                "{word} is no time to run at: write it as 17:30, mon-fri 17:30, fri 17:30, 1 09:00"
                " (a day of the month), month-end 17:00 or tenday 17:00."
            ).format(word=shown(text[:40]) or "''")
        )
    return made


def parse_by(text: str) -> At:
    """What `--by` means: 10th, 每月10日, 10, fri 18:00, 月底; without a time the whole day; raises UsageError."""
    made = _read(text) or (_read(f"{text} 23:59") if text.strip() else None)
    if made is None or made.workdays:
        raise UsageError(
            _("{word} is no deadline: write it as 10th, month-end, fri 18:00 or 18:00.").format(
                word=shown(text[:40]) or "''"
            )
        )
    return made


def _read(text: str) -> At | None:
    word = fold(text)
    working = word.endswith(" workdays")
    word = word.removesuffix(" workdays")
    for days, rule in _RULES:
        found = re.fullmatch(rf"{days}\s*{_TIME}", word)
        made = rule(found, dates.parse_time(found["time"])) if found else None
        if made:
            return replace(made, workdays=made.workdays or working)
    return None


def _weekly(found: re.Match[str], clock: time) -> At | None:
    numbers = {_weekday(each) for each in re.split(r"[,、 ]", found["days"])}
    return None if -1 in numbers else At(clock, tuple(sorted(numbers)))


def _weekday(word: str) -> int:
    last = word[-1].replace("天", "日")
    if last in _ZH:
        return _ZH.index(last)
    return next((place for place, name in enumerate(_LONG) if word in (name, name[:3], name[:4])), -1)


def _monthly(found: re.Match[str], clock: time) -> At | None:
    day = int(found["day"])
    if 29 <= day <= 31:
        raise UsageError(
            _("Not every month has a day {day}: use a day from 1 to 28, or month-end.").format(day=day)
        )
    return At(clock, day=day) if 1 <= day <= 28 else None


_DAY = r"(?:[a-z]{3,9}|(?:周|星期|礼拜)[一二三四五六日天])"
_NEXT_DAY = r"[,、 ](?:[a-z]{3,9}|(?:周|星期|礼拜)?[一二三四五六日天])"
_WORKING = r"(?:每个?)?(?:工作日|周一[到至-]周?五|weekdays?|working days?|mon-fri)"
_RULES: tuple[tuple[str, Callable[[re.Match[str], time], At | None]], ...] = (
    (r"(?:每天|每日|daily|every day|)", lambda _found, clock: At(clock)),
    (_WORKING, lambda _found, clock: At(clock, WORKING_DAYS)),
    (r"(?:每个?月|本月)?最后[一1]?个?工作日", lambda _found, clock: At(clock, ends="month", workdays=True)),
    (
        r"(?:month[- ]end|end of (?:the )?month|每?个?月[底末]|每个?月最后[一1]?[天日])",
        lambda _found, clock: At(clock, ends="month"),
    ),
    (r"(?:tendays?|每旬末?|旬末)", lambda _found, clock: At(clock, ends="tenday")),
    (rf"(?:每|every )?(?P<days>{_DAY}(?:{_NEXT_DAY})*)", _weekly),
    (r"(?:每月|monthly )?(?P<day>\d{1,2})(?:日|号|st|nd|rd|th|(?=\s))", _monthly),
)
