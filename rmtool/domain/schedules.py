"""A schedule (定时任务): which report is written when and where, as a value; the grammar of `--at`."""

import re
from collections.abc import Callable
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from datetime import time
from datetime import timedelta

from rmtool.domain import dates
from rmtool.domain import periods
from rmtool.domain.date_words import fold
from rmtool.domain.text import shown
from rmtool.errors import UsageError
from rmtool.i18n import _

# The reports a schedule can run, each with the kind of its period.
KINDS: dict[str, periods.Kind] = {
    "daily": "day", "weekly": "week", "tenday": "tenday", "monthly": "month", "quarterly": "quarter", "market": "month", "complaints": "month", "satisfaction": "month",
    "client-base": "year", "morning-brief": "day",
}  # fmt: skip
PERIODS = ("this", "last")
REPORT_FORMATS = {"text": "txt", "md": "md", "html": "html", "json": "json", "docx": "docx", "pdf": "pdf"}
EXPORT_FORMATS = {"xlsx": "xlsx", "csv": "csv"}
FORMATS = {**REPORT_FORMATS, **EXPORT_FORMATS}
EVERY_DAY = (0, 1, 2, 3, 4, 5, 6)
WORKING_DAYS = (0, 1, 2, 3, 4)

_SHORT = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_LONG = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_ZH = "一二三四五六日"
_TIME = r"(?P<time>(?:上午|早上|中午|下午|晚上)?\s?\d{1,2}(?:[:点时][^ ]*|(?=\s*[ap]m))\s*(?:am|pm)?)"


@dataclass(frozen=True, slots=True)
class At:
    """When a schedule runs: at `time`, on these weekdays (0 is Monday), or on `day` of every month."""

    time: time
    weekdays: tuple[int, ...] = EVERY_DAY
    day: int = 0

    @property
    def text(self) -> str:
        """Its short form, which `parse_at` takes back."""
        clock = self.time.strftime("%H:%M")
        if self.day:
            return f"{self.day} {clock}"
        if self.weekdays == EVERY_DAY:
            return clock
        if self.weekdays == WORKING_DAYS:
            return f"mon-fri {clock}"
        return f"{','.join(_SHORT[each] for each in self.weekdays)} {clock}"

    @property
    def cron(self) -> str:
        """The five fields that stand before a command in a crontab."""
        weekdays = "*"
        if self.weekdays != EVERY_DAY:
            weekdays = ",".join(str((each + 1) % 7) for each in self.weekdays)
        return f"{self.time.minute} {self.time.hour} {self.day or '*'} * {weekdays}"

    def show(self, language: str) -> str:
        """How people say it."""
        clock = self.time.strftime("%H:%M")
        if language != "zh":
            return f"day {self.day} of the month, {clock}" if self.day else self.text
        if self.day:
            return f"每月{self.day}日 {clock}"
        if self.weekdays == EVERY_DAY:
            return f"每天 {clock}"
        if self.weekdays == WORKING_DAYS:
            return f"周一至周五 {clock}"
        return f"每周{'、'.join(_ZH[each] for each in self.weekdays)} {clock}"

    def falls_on(self, moment: datetime) -> bool:
        """Whether a run is due on the day of `moment`."""
        return moment.day == self.day if self.day else moment.weekday() in self.weekdays

    def due_times(self, since: datetime, until: datetime) -> Iterator[datetime]:
        """Every due time after `since` and up to `until`, both local and without a zone, in order."""
        moment = since.replace(hour=self.time.hour, minute=self.time.minute, second=0, microsecond=0)
        while moment <= until:
            if moment > since and self.falls_on(moment):
                yield moment
            moment += timedelta(days=1)

    def last_due(self, now: datetime, within: timedelta) -> datetime | None:
        """The latest due time that is at most `within` before `now`, or None."""
        return max(self.due_times(now - within, now), default=None)


@dataclass(frozen=True, slots=True)
class Schedule:
    """`period` is "this" (a run reports on the period that holds its due time) or "last" (the one before)."""

    report: str
    at: At
    folder: str
    format: str = "md"
    period: str = "this"
    language: str = "en"
    owner: str = ""
    number: int = 0
    uuid: str = ""
    recorded_at: str = ""

    def covers(self, due: datetime) -> periods.Period:
        """The period that the run due at `due` reports on."""
        period = periods.of(KINDS[self.report], due.date())
        return period.previous if self.period == "last" else period

    def file_name(self, due: datetime) -> str:
        """The file of the run due at `due`, named by report and period: weekly-2026-W48.md."""
        return f"{self.report}-{self.covers(due).key}.{FORMATS[self.format]}"


def usual_period(report: str, at: At) -> str:
    """Whether a report run at such times is on this or the last period, where nothing is said.

    It is the last one for a week's report on Monday and a month's in its first five days.
    """
    on_monday = KINDS.get(report) == "week" and not at.day and at.weekdays == (0,)
    early = KINDS.get(report) == "month" and 1 <= at.day <= 5
    return "last" if on_monday or early else "this"


def parse_at(text: str) -> At:
    """What `--at` means: 17:30, mon-fri 17:30, 周五 17:30, 1 09:00, 每月1日 9点; raises UsageError."""
    word = fold(text)
    for days, rule in _RULES:
        found = re.fullmatch(rf"{days}\s*{_TIME}", word)
        made = rule(found) if found else None
        if found and made:
            return At(dates.parse_time(found["time"]), *made)
    raise UsageError(
        _(
            "{word} is no time to run at: write it as 17:30, mon-fri 17:30, fri 17:30"
            " or 1 09:00 (a day of the month)."
        ).format(word=shown(text[:40]) or "''")
    )


def _weekly(found: re.Match[str]) -> tuple[tuple[int, ...], int] | None:
    numbers = {_weekday(each) for each in re.split(r"[,、 ]", found["days"])}
    return None if -1 in numbers else (tuple(sorted(numbers)), 0)


def _weekday(word: str) -> int:
    last = word[-1].replace("天", "日")
    if last in _ZH:
        return _ZH.index(last)
    return next((place for place, name in enumerate(_LONG) if word in (name, name[:3], name[:4])), -1)


def _monthly(found: re.Match[str]) -> tuple[tuple[int, ...], int] | None:
    day = int(found["day"])
    if 29 <= day <= 31:
        raise UsageError(
            _(
                "Not every month has a day {day}, and cron would leave that month out:"
                " use a day from 1 to 28, such as 1 with --period last for the whole month before."
            ).format(day=day)
        )
    return (EVERY_DAY, day) if 1 <= day <= 28 else None


_DAY = r"(?:[a-z]{3,9}|(?:周|星期|礼拜)[一二三四五六日天])"
_NEXT_DAY = r"[,、 ](?:[a-z]{3,9}|(?:周|星期|礼拜)?[一二三四五六日天])"
_WORKING = r"(?:每个?)?(?:工作日|周一[到至-]周?五|weekdays?|working days?|mon-fri)"
_RULES: tuple[tuple[str, Callable[[re.Match[str]], tuple[tuple[int, ...], int] | None]], ...] = (
    (r"(?:每天|每日|daily|every day|)", lambda _found: (EVERY_DAY, 0)),
    (_WORKING, lambda _found: (WORKING_DAYS, 0)),
    (rf"(?:每|every )?(?P<days>{_DAY}(?:{_NEXT_DAY})*)", _weekly),
    (r"(?:每月|monthly )?(?P<day>\d{1,2})(?:日|号|st|nd|rd|th|(?=\s))", _monthly),
)
