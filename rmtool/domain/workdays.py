"""Working days (工作日): Monday to Friday, but for holidays and the shift days (调休) that make up for them."""

from collections.abc import Iterator
from datetime import date
from datetime import timedelta
from typing import NamedTuple

_SATURDAY = 5


class WorkCalendar(NamedTuple):
    """Which days are worked: `off` and `on` differ from Monday to Friday; `years` are those known whole."""

    off: frozenset[date] = frozenset()
    on: frozenset[date] = frozenset()
    years: frozenset[int] = frozenset()

    def knows(self, day: date) -> bool:
        """Whether the official days of that year are known; else Monday to Friday stands in."""
        return day.year in self.years

    def is_working(self, day: date) -> bool:
        """Whether `day` is a working day."""
        return day in self.on or (day.weekday() < _SATURDAY and day not in self.off)

    def overlaid(self, own: "WorkCalendar") -> "WorkCalendar":
        """This calendar with the firm's own days, which win."""
        return WorkCalendar(
            (self.off - own.on) | own.off, (self.on - own.off) | own.on, self.years | own.years
        )

    def after(self, day: date) -> Iterator[date]:
        """The working days after `day`, one after the other."""
        while day < date.max:
            day += timedelta(days=1)
            if self.is_working(day):
                yield day

    def before(self, day: date) -> date:
        """The working day before `day`."""
        day -= timedelta(days=1)
        while not self.is_working(day) and day > date.min:
            day -= timedelta(days=1)
        return day

    def add(self, day: date, number: int) -> date:
        """The working day number `number` after `day`, the first being 1; `day` itself for 0."""
        for _place, found in zip(range(number), self.after(day), strict=False):
            day = found
        return day

    def between(self, first: date, last: date) -> tuple[date, ...]:
        """The working days between two days, both included."""
        days = (first + timedelta(days=each) for each in range((last - first).days + 1))
        return tuple(filter(self.is_working, days))

    def from_day(self, day: date) -> date:
        """`day` if it is worked, else the next working day."""
        return day if self.is_working(day) else next(self.after(day), day)
