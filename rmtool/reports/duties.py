"""How the standing duties of the profile stand in a period, by what each is known to be done."""

import sqlite3
from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Sequence
from datetime import date
from datetime import timedelta
from typing import NamedTuple

from rmtool.config.profile import Profile
from rmtool.config.profile_rows import Duty
from rmtool.domain import cadence
from rmtool.domain import duties
from rmtool.domain import periods
from rmtool.domain.duties import Marks
from rmtool.domain.duties import Share
from rmtool.domain.periods import Period
from rmtool.domain.standing import Standing
from rmtool.domain.workdays import WorkCalendar
from rmtool.reports import answers
from rmtool.reports import due as dues
from rmtool.store import duties as store
from rmtool.store.client_lists import Whom
from rmtool.store.duties import Kinds

# Beyond a year nobody reads how often a day's duty was done.
LONGEST = 366
# Days of a duty that comes up within any month.
LONGEST_STRETCH = 28
# What plan-day, today and due say of clients in their own way.
_SHOWN_ELSEWHERE = ("cadence", "records")


class Wanted(NamedTuple):
    """The duties of which period, as they stand on `today`, whose (empty: everybody's)."""

    period: Period
    today: date
    owner: str = ""


def standing(
    db: sqlite3.Connection, wanted: Wanted, profile: Profile, calendar: WorkCalendar
) -> tuple[Standing, ...]:
    """Every duty of the profile, in its order; none for a period longer than a year."""
    if (wanted.period.last - wanted.period.first).days > LONGEST:
        return ()
    book = _Book(db, wanted, profile, calendar)
    return tuple(book.standing(each) for each in profile.duties)


def pressing(
    db: sqlite3.Connection, day: date, owner: str, profile: Profile, calendar: WorkCalendar
) -> tuple[Standing, ...]:
    """The duties that must be done on `day` or are in danger; those about clients are shown by their lists."""
    own = tuple(each for each in profile.duties if each.by not in _SHOWN_ELSEWHERE)
    spans = {each.key: _span(each.every, day) for each in own}
    books = {span: _Book(db, Wanted(span, day, owner), profile, calendar) for span in set(spans.values())}
    found = (books[spans[each.key]].standing(each) for each in own)
    return tuple(each for each in found if each.presses(day.isoformat()))


def _span(every: str, day: date) -> Period:
    """The month of `day`, or as far as what presses on it may end: a week, or so many days, end beyond the month."""
    month = periods.month_of(day)
    asked = cadence.parse(every) if every else None
    if asked and asked.period == "week":
        return periods.week_of(day)
    if asked and not asked.period and cadence.gap(asked) < LONGEST_STRETCH:
        return Period("range", month.first, max(month.last, day + timedelta(days=cadence.gap(asked))))
    return month


class _Book:
    """What the store knows of the duties in a period."""

    def __init__(
        self, db: sqlite3.Connection, wanted: Wanted, profile: Profile, calendar: WorkCalendar
    ) -> None:
        self._db, self._wanted, self._profile, self._calendar = db, wanted, profile, calendar
        self._touches: dict[str, list[date]] | None = None
        begun = store.begun(db)
        self._begun = date.fromisoformat(begun) if begun else wanted.today

    def standing(self, duty: Duty) -> Standing:
        """How one duty stands."""
        ways: dict[str, Callable[[Duty], Standing]] = {
            "tick": self._ticked, "visits": self._visits, "notes": self._notes, "greetings": self._greetings,
            "tasks": self._tasks, "report": self._report, "cadence": self._cadence, "records": self._records,
        }  # fmt: skip
        return ways[duty.by](duty)

    def _marked(self, duty: Duty, marks: Marks) -> Standing:
        every = cadence.parse(duty.every)
        found = self._held(duties.shares(every, self._wanted.period, marks, self._calendar, duty.before))
        share = duties.next_share(found, self._wanted.today)
        items = duties.open_items(marks, share) if share else ()
        return self._made(duty, self._judged(found), items)

    def _ticked(self, duty: Duty) -> Standing:
        marks: dict[str, list[date]] = {item: [] for item in duty.items or ("",)}
        for tick in store.ticked(self._db, duty.key, *self._stretch(duty), self._wanted.owner):
            # What was ticked before the duty had items, or of one it lost, says nothing of them.
            if tick.item in marks:
                marks[tick.item].append(date.fromisoformat(tick.day))
        return self._marked(duty, marks)

    def _visits(self, duty: Duty) -> Standing:
        kinds = Kinds(duty.kinds, duty.measure, duty.least)
        if duty.tier:
            return self._clients(duty, kinds)
        found = store.visit_days(self._db, kinds, *self._stretch(duty), self._wanted.owner)
        return self._marked(duty, {"": _days(found)})

    def _clients(self, duty: Duty, kinds: Kinds) -> Standing:
        """Each client of the tier so often in each share."""
        every, made = cadence.parse(duty.every), []
        times = every.number if every.period else 1
        for first, last in duties.windows(every, self._wanted.period, duty.before):
            meant = store.clients(self._db, self._whom(duty, min(last, self._wanted.today)))
            seen = store.visited(self._db, kinds, first.isoformat(), last.isoformat(), self._wanted.owner)
            made.append(
                Share(first, last, len(meant), sum(1 for each in meant if seen.get(each, 0) >= times))
            )
        return self._made(duty, self._judged(made, self._profile.max_per_day))

    def _notes(self, duty: Duty) -> Standing:
        found = store.note_days(self._db, duty.kinds, *self._stretch(duty), self._wanted.owner)
        return self._marked(duty, {"": _days(found)})

    def _report(self, duty: Duty) -> Standing:
        return self._or_ticked(
            duty, store.report_days(self._db, duty.report, *self._stretch(duty), self._wanted.owner)
        )

    def _greetings(self, duty: Duty) -> Standing:
        return self._or_ticked(duty, store.greeting_days(self._db, *self._stretch(duty), self._wanted.owner))

    def _or_ticked(self, duty: Duty, kept: tuple[str, ...]) -> Standing:
        """Done on the days that the store knows of, and on those that somebody ticked."""
        said = store.ticked(self._db, duty.key, *self._stretch(duty), self._wanted.owner)
        return self._marked(duty, {"": _days({*kept, *(each.day for each in said)})})

    def _tasks(self, duty: Duty) -> Standing:
        period = self._wanted.period
        first, last = period.first.isoformat(), period.last.isoformat()
        today = self._wanted.today.isoformat()
        found = store.tasks_owed(self._db, duty.kinds, first, last, self._wanted.owner)
        # Of a period to come: what is due before it can still be done in time.
        owed = [each for each in found if each.closed or not today <= each.due < first]
        return self._made(duty, duties.judged_tasks(owed, today))

    def _cadence(self, duty: Duty) -> Standing:
        last = min(self._wanted.today, self._wanted.period.last)
        if self._touches is None:
            self._touches = self._next_touches(last)
        due = self._touches.get(duty.duty, [])
        today = min(self._wanted.today, self._wanted.period.last + timedelta(days=1))
        return self._made(duty, duties.judged_clients(due, today, self._wanted.period.last))

    def _next_touches(self, day: date) -> dict[str, list[date]]:
        """When the next touch of each client is due, by the duty its rule cites."""
        found: dict[str, list[date]] = {}
        # Far enough ahead for the longest cadence there is: everybody is counted.
        wanted = dues.Wanted(day, self._wanted.owner, soon=2000)
        for each in dues.upcoming(self._db, wanted, self._profile, self._calendar):
            found.setdefault(each.rule.duty, []).append(each.due)
        asking = answers.Asking(day, day + timedelta(days=wanted.soon), self._wanted.owner)
        for called in answers.due(self._db, asking, self._profile, self._calendar, ""):
            found.setdefault(called.duty, []).append(date.fromisoformat(called.due))
        return found

    def _records(self, duty: Duty) -> Standing:
        """As the records are now: what they were is not kept."""
        period = self._wanted.period
        fields = [each.key for each in self._profile.client_fields if each.required]
        all_of_them, whole = store.complete(self._db, self._whom(duty, self._wanted.today), fields)
        share = Share(period.first, period.last, all_of_them, whole)
        return self._made(duty, self._judged([share], max(all_of_them, 1)))

    def _whom(self, duty: Duty, day: date) -> Whom:
        return Whom(day.isoformat(), self._profile.owed, self._wanted.owner, duty.tier)

    def _stretch(self, duty: Duty) -> tuple[str, str]:
        """From when to when to look for what was done: from before the period, where a cadence began."""
        every, period = cadence.parse(duty.every), self._wanted.period
        back = timedelta(days=max(2 * cadence.gap(every) + 1, 31))
        return (period.first - back).isoformat(), min(period.last, self._wanted.today).isoformat()

    def _judged(self, found: Sequence[Share], a_day: int = 1) -> tuple[int, int, int, str, str]:
        return duties.judged(self._held(found), self._wanted.today, self._calendar, a_day)

    def _held(self, found: Sequence[Share]) -> tuple[Share, ...]:
        return duties.held(found, self._begun, self._calendar)

    def _made(
        self, duty: Duty, found: tuple[int, int, int, str, str], items: tuple[str, ...] = ()
    ) -> Standing:
        return Standing(duty.key, duty.zh, duty.en, duty.duty, duty.every, duty.by, *found, items=items)


def _days(found: Iterable[str]) -> list[date]:
    return sorted(map(date.fromisoformat, found))
