"""The weeks to come: the touches of the cadences spread evenly over the working days, no more a day than it holds."""

import heapq
import sqlite3
from bisect import bisect_left
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from datetime import timedelta
from math import ceil

from rmtool.config.profile import Profile
from rmtool.domain import cadence
from rmtool.domain import periods
from rmtool.domain.due import Due
from rmtool.domain.plan import WeekDay
from rmtool.domain.plan import WeekPlan
from rmtool.domain.plan import driven
from rmtool.domain.tasks import Task
from rmtool.domain.workdays import WorkCalendar
from rmtool.reports import due as dues
from rmtool.reports.due import Next
from rmtool.store import tasks


def spread(
    db: sqlite3.Connection,
    wanted: dues.Wanted,
    most: int,
    profile: Profile,
    calendar: WorkCalendar,
    language: str,
) -> WeekPlan:
    """The touches up to `wanted.soon` days ahead on working days of at most `most`, and those that found no room.

    A touch falls on the day it is due, or where that has its even share already, up to half its cadence
    earlier or a fifth of it later; what is overdue falls on the first day that has not. The touch after it
    counts from there.
    """
    last = wanted.day + timedelta(days=wanted.soon)
    waiting = [
        (each.due, profile.tier_place(each.client.tier), each.client.number, place, each)
        for place, each in enumerate(dues.upcoming(db, wanted, profile, calendar))
    ]
    heapq.heapify(waiting)
    days = calendar.between(wanted.day, last)
    touches = sum(_number(each, wanted.day, last, calendar) for *_order, each in waiting)
    week = _Week(days, share=min(ceil(touches / max(len(days), 1)), most), most=most)
    left: list[Due] = []
    while waiting:
        _due, tier, client, rule, touch = heapq.heappop(waiting)
        day = week.room(touch)
        if day is None:
            left.append(dues.line(touch, last, language))
            continue
        week.found[day].append(dues.line(touch, day, language))
        again = _again(touch, day, calendar)
        if again.due <= last:
            heapq.heappush(waiting, (again.due, tier, client, rule, again))
    owed = _owed(db, wanted, days)
    planned = (WeekDay(day.isoformat(), tuple(driven(week.found[day])), owed[day]) for day in days)
    return WeekPlan(tuple(planned), tuple(left))


def _owed(db: sqlite3.Connection, wanted: dues.Wanted, days: Sequence[date]) -> dict[date, tuple[Task, ...]]:
    """The open tasks of each working day: those due on it or on the days off after it; what is overdue, on the first."""
    found: dict[date, tuple[Task, ...]] = dict.fromkeys(days, ())
    last = (wanted.day + timedelta(days=wanted.soon)).isoformat()
    for task in tasks.matching(db, tasks.Filter(due_to=last, owner=wanted.owner)) if days else ():
        day = days[max(bisect_right(days, date.fromisoformat(task.due)) - 1, 0)]
        found[day] += (task,)
    return found


class _Week:
    """The working days with what falls on each."""

    def __init__(self, days: Sequence[date], share: int, most: int) -> None:
        self.found: dict[date, list[Due]] = {day: [] for day in days}
        self._days, self._share, self._most = days, share, most

    def room(self, touch: Next) -> date | None:
        """The day the touch falls on: of the days that suit it the first with a share left, else the emptiest, else any later."""
        days = [day for day in self._suiting(touch) if self._free(day, touch)]
        for day in days:
            if len(self.found[day]) < self._share:
                return day
        if days:
            return min(days, key=lambda day: len(self.found[day]))
        later = self._days[bisect_right(self._days, touch.due) :]
        return next((day for day in later if self._free(day, touch)), None)

    def _suiting(self, touch: Next) -> Sequence[date]:
        if not self._days:
            return ()
        gap, first = timedelta(days=cadence.gap(touch.every)), self._days[0]
        if touch.due < first:
            return self._between(first, first + gap)
        early, late = touch.due - gap // 2, touch.due + gap // 5
        if touch.every.period is not None:
            period = periods.of(touch.every.period, touch.due)
            early, late = max(early, period.first), min(late, period.last)
        before = self._between(early, touch.due)[::-1]
        return (*before, *self._between(touch.due + timedelta(days=1), late))

    def _between(self, first: date, last: date) -> Sequence[date]:
        return self._days[bisect_left(self._days, first) : bisect_right(self._days, last)]

    def _free(self, day: date, touch: Next) -> bool:
        found = self.found[day]
        # A client with two cadences is not called on twice a day.
        return len(found) < self._most and all(each.number != touch.client.number for each in found)


def _number(touch: Next, first: date, last: date, calendar: WorkCalendar) -> int:
    """How many touches fall in the time, this one and those after it."""
    return sum(
        1 for _day in cadence.coming(touch.every, touch.touches, max(touch.due, first), last, calendar)
    )


def _again(made: Next, day: date, calendar: WorkCalendar) -> Next:
    """The touch after the one made on `day`."""
    touches = made.touches
    if made.every.period is not None and periods.of(made.every.period, day) != periods.of(
        made.every.period, made.due
    ):
        touches = 0
    touches, due = cadence.after(made.every, touches, day, calendar)
    return made._replace(due=due, touches=touches)
