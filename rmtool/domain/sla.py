"""How soon something must be answered (SLA): in hours or days, of the calendar or of work."""

import re
from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta
from typing import NamedTuple

from rmtool.domain.date_words import fold
from rmtool.domain.text import clip
from rmtool.domain.text import shown
from rmtool.domain.workdays import WorkCalendar
from rmtool.errors import UsageError
from rmtool.i18n import _
from rmtool.i18n import ngettext

_FORM = re.compile(
    r"(\d{1,3}) ?(?:(wh|working hours?|个?工作小时)|(h|hours?|个?小时)|(wd|working days?|个?工作日)|(d|days?|天|日))"
)


class Sla(NamedTuple):
    """`number` working hours (`unit` wh), hours (h), working days (wd) or days (d); 0d is the same day."""

    number: int
    unit: str

    @property
    def text(self) -> str:
        """Its short form, which `parse` takes back."""
        return f"{self.number}{self.unit}"

    def show(self) -> str:
        """How people say it."""
        if self.unit in ("d", "wd") and self.number == 0:
            return _("the same day")
        return {
            "wh": ngettext("within {n} working hour", "within {n} working hours", self.number),
            "h": ngettext("within {n} hour", "within {n} hours", self.number),
            "wd": ngettext("within {n} working day", "within {n} working days", self.number),
            "d": ngettext("within {n} day", "within {n} days", self.number),
        }[self.unit].format(n=self.number)


class Hours(NamedTuple):
    """The hours of a working day."""

    first: time
    last: time


def parse(text: str) -> Sla:
    """The SLA `text` means: 8h, 4wh, 0d, 2wd, 15天; raises UsageError."""
    found = _FORM.fullmatch(fold(text))
    if not found or (int(found[1]) == 0 and (found[2] or found[3])):
        raise UsageError(
            _(
                "{word} is no time to answer in: write it as 8h, 4wh (working hours), 0d (the same day), 2wd or 15d."
            ).format(word=shown(clip(text, 40)) or "''")
        )
    return Sla(int(found[1]), "wh" if found[2] else "h" if found[3] else "wd" if found[4] else "d")


def due_at(sla: Sla, opened: datetime, calendar: WorkCalendar, hours: Hours) -> tuple[date, time | None]:
    """The day, and with hours the time, by which it must be done if it came in at `opened` (local, without a zone)."""
    if sla.unit == "d":
        return opened.date() + timedelta(days=sla.number), None
    if sla.unit == "wd":
        return calendar.add(opened.date(), sla.number), None
    if sla.unit == "h":
        end = opened + timedelta(hours=sla.number)
    else:
        end = _after_work(opened, timedelta(hours=sla.number), calendar, hours)
    return end.date(), end.time().replace(second=0, microsecond=0)


def _after_work(opened: datetime, left: timedelta, calendar: WorkCalendar, hours: Hours) -> datetime:
    day = calendar.from_day(opened.date())
    now = max(opened, datetime.combine(day, hours.first))
    while True:
        evening = datetime.combine(day, hours.last)
        if now + left <= evening:
            return now + left
        left -= max(evening - now, timedelta())
        day = next(calendar.after(day))
        now = datetime.combine(day, hours.first)
