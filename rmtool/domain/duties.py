"""Standing duties (常规职责): what of them is done in a period, and whether what is left can still be done in time.

A duty of so many times a week, 旬 or month must be done so often in each; one of every so many days is counted from
the day it was last done. Each stretch of days in which it must be done is a `Share`.
"""

from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from datetime import date
from datetime import timedelta
from typing import NamedTuple

from rmtool.domain import cadence
from rmtool.domain import periods
from rmtool.domain.cadence import Cadence
from rmtool.domain.periods import Period
from rmtool.domain.standing import IN_DANGER
from rmtool.domain.standing import MET
from rmtool.domain.standing import MISSED
from rmtool.domain.standing import ON_THE_WAY
from rmtool.domain.workdays import WorkCalendar

# What must be done, item by item (one without a name where there is but one), and on which days it was.
Marks = Mapping[str, Sequence[date]]


class Share(NamedTuple):
    """From `first` to `last`, `needed` times; `done` of them are done."""

    first: date
    last: date
    needed: int
    done: int


class Owed(NamedTuple):
    """A task that a duty looks at: its due day (ISO or empty), whether it is closed, and whether in time."""

    due: str
    closed: bool
    in_time: bool


def windows(every: Cadence, period: Period, before: int = 0) -> Iterator[tuple[date, date]]:
    """The stretches of days in which it must be done, one after the other, whenever it was done before.

    Weeks, 旬 or months are those that end in the period, or the one that holds its end; `before` ends each on that
    day of its month. Every so many days cuts the period into parts, of which the last holds what is left over.
    """
    if every.period is not None:
        found = periods.of(every.period, period.first)
        ending = []
        while found.last <= period.last:
            ending.append(found)
            found = found.next
        for each in ending or [periods.of(every.period, period.last)]:
            end = each.first + timedelta(days=before - 1) if before else each.last
            yield each.first, min(end, each.last)
        return
    size = timedelta(days=cadence.gap(every))
    day = timedelta(days=1)
    first = min(period.first, period.last - size + day)
    while first + 2 * size - day <= period.last:
        yield first, first + size - day
        first += size
    yield first, period.last


def shares(
    every: Cadence, period: Period, marks: Marks, calendar: WorkCalendar, before: int = 0
) -> tuple[Share, ...]:
    """What must be done in the period, and what of it the marks say is done."""
    if every.period is None:
        return tuple(_restarted(every, period, marks, calendar))
    made = []
    for first, last in windows(every, period, before):
        times = min(sum(1 for day in days if first <= day <= last) for days in marks.values())
        made.append(Share(first, last, every.number, min(times, every.number)))
    return tuple(made)


def _restarted(every: Cadence, period: Period, marks: Marks, calendar: WorkCalendar) -> Iterator[Share]:
    """The shares of a duty that each time done starts anew: those that end in the period, or are done in it."""
    since = _since(every, period, marks)
    while True:
        first, last = since + timedelta(days=1), cadence.due_on(every, since, calendar)
        done = _done(marks, first, min(last, period.last))
        if last > period.last and done is None:
            return
        if (done or last) >= period.first:
            yield Share(first, last, 1, 1 if done else 0)
        since = done or last


def _since(every: Cadence, period: Period, marks: Marks) -> date:
    """From where to count: the day it was last done before the period, else the period's or, of a long one, the year's start."""
    eve = period.first - timedelta(days=1)
    done = _done(marks, eve - timedelta(days=2 * cadence.gap(every)), eve)
    if done:
        return done
    gap = cadence.gap(every)
    if gap <= (period.last - period.first).days + 1:
        return eve
    year = period.first.replace(month=1, day=1)
    return year + timedelta(days=(period.first - year).days // gap * gap - 1)


def _done(marks: Marks, first: date, last: date) -> date | None:
    """The last day of these on which every item has been done, or None."""
    ends = [max((day for day in days if first <= day <= last), default=None) for days in marks.values()]
    return min(filter(None, ends)) if ends and all(ends) else None


def open_items(marks: Marks, share: Share) -> tuple[str, ...]:
    """The items still to be done in a share."""
    return tuple(
        item for item, days in marks.items() if item and not any(share.first <= d <= share.last for d in days)
    )


def held(found: Sequence[Share], begun: date, calendar: WorkCalendar) -> tuple[Share, ...]:
    """The shares that count: what was over before the log began, or had no working day, is held against nobody."""
    return tuple(
        each
        for each in found
        if each.done >= each.needed or (each.last >= begun and calendar.between(each.first, each.last))
    )


def next_share(found: Sequence[Share], today: date) -> Share | None:
    """The first share that is not done and can still be; None where there is none."""
    return next((each for each in found if each.last >= today and each.done < each.needed), None)


def judged(
    found: Sequence[Share], today: date, calendar: WorkCalendar, a_day: int = 1
) -> tuple[int, int, int, str, str]:
    """Needed, done, missed, the state and the day on which it fails.

    In danger is what is not done and must be within the last quarter of the share's working days (its last day
    at least), or what needs more than the working days that are left, at `a_day` a day. A share of a single working
    day is not in danger: it is due that day. Missed is said of what can no longer be done; while something of the period
    can, its state is told.
    """
    needed, done = sum(each.needed for each in found), sum(each.done for each in found)
    missed = sum(each.needed - each.done for each in found if each.last < today)
    share = next_share(found, today)
    if share is None:
        return needed, done, missed, MISSED if missed else MET, ""
    whole = len(calendar.between(share.first, share.last))
    left = len(calendar.between(max(today, share.first), share.last))
    late = whole > 1 and left <= max(whole // 4, 1)
    state = IN_DANGER if late or left * a_day < share.needed - share.done else ON_THE_WAY
    return needed, done, missed, state, share.last.isoformat()


def judged_tasks(found: Sequence[Owed], today: str) -> tuple[int, int, int, str, str]:
    """The same for tasks: done is what was closed in time, missed what was closed late or is overdue."""
    done = sum(1 for each in found if each.in_time)
    coming = sorted(each.due for each in found if not each.closed and each.due >= today)
    missed = len(found) - done - len(coming)
    if not coming:
        return len(found), done, missed, MISSED if missed else MET, ""
    return len(found), done, missed, IN_DANGER if coming[0] == today else ON_THE_WAY, coming[0]


def judged_clients(due: Sequence[date], today: date, last: date) -> tuple[int, int, int, str, str]:
    """The same for clients that must be touched by a cadence: `due` holds the day the next touch of each is due."""
    missed = sum(1 for day in due if day < today)
    coming = min((day for day in due if today <= day <= last), default=None)
    counted = len(due), len(due) - missed, missed
    if missed:
        return *counted, MISSED, ""
    if coming is None:
        return *counted, MET, ""
    return *counted, IN_DANGER if coming == today else ON_THE_WAY, coming.isoformat()
