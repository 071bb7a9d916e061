"""Who is due for a touch, by the cadence of the tier or the client's own; asked of the store as it is."""

import sqlite3
from collections import Counter
from collections.abc import Iterator
from datetime import date
from datetime import timedelta
from typing import NamedTuple

from rmtool.config.profile import Profile
from rmtool.config.profile_rows import Rule
from rmtool.domain import cadence
from rmtool.domain import periods
from rmtool.domain.cadence import Cadence
from rmtool.domain.due import Due
from rmtool.domain.workdays import WorkCalendar
from rmtool.reports import answers
from rmtool.reports.answers import Asking
from rmtool.store import client_lists
from rmtool.store.client_lists import Touched
from rmtool.store.client_lists import Whom


class Wanted(NamedTuple):
    """Whose clients (empty: everybody's) are due on `day`, or come up in the `soon` days after it; `most` to name.

    `time` is how late (HH:MM) on that day it is; empty where it is another day.
    """

    day: date
    owner: str = ""
    soon: int = 0
    most: int | None = None
    time: str = ""


class Next(NamedTuple):
    """The next touch of a client by one rule, and how many the period of its due day has had."""

    due: date
    rule: Rule
    every: Cadence
    touches: int
    client: Touched


class Found(NamedTuple):
    """The first of the clients that are due, the longest overdue first, and how many there are."""

    lines: tuple[Due, ...]
    total: int


def due(
    db: sqlite3.Connection, wanted: Wanted, profile: Profile, calendar: WorkCalendar, language: str
) -> Found:
    """The clients due or overdue on the day, and those that come up, each by what is due first."""
    first: dict[int, Next] = {}
    for each in upcoming(db, wanted, profile, calendar):
        known = first.get(each.client.number)
        if known is None or each.due < known.due:
            first[each.client.number] = each
    called = _called(db, wanted, profile, calendar, language)
    ordered = sorted(
        (_order(number, first.get(number), called.get(number)) for number in {*first, *called}),
        key=lambda each: each[:4],
    )
    # Of ten thousand nobody reads more than the first.
    lines = tuple(
        each if isinstance(each, Due) else line(each, wanted.day, language)
        for *_place, each in ordered[: wanted.most]
    )
    return Found(lines, len(ordered))


def _called(
    db: sqlite3.Connection, wanted: Wanted, profile: Profile, calendar: WorkCalendar, language: str
) -> dict[int, Due]:
    """The first touch of each client that something calls for."""
    asking = Asking(wanted.day, wanted.day + timedelta(days=wanted.soon), wanted.owner, wanted.time)
    found: dict[int, Due] = {}
    for each in answers.due(db, asking, profile, calendar, language):
        if each.number not in found or each.due < found[each.number].due:
            found[each.number] = each
    return found


def _order(number: int, timed: Next | None, called: Due | None) -> tuple[str, bool, str, int, Next | Due]:
    """Where the earlier of the two stands; what something calls for goes before what is only time."""
    if timed is not None and (called is None or timed.due.isoformat() < called.due):
        return timed.due.isoformat(), timed.client.tier == "", timed.client.tier, number, timed
    assert called is not None
    return called.due, called.tier == "", called.tier, number, called


def with_fields(db: sqlite3.Connection, lines: tuple[Due, ...], profile: Profile) -> tuple[Due, ...]:
    """The lines with the clients' fields, where the profile has some to show there."""
    if not any("due" in each.shown_in for each in profile.client_fields):
        return lines
    found = client_lists.fields_of(db, (each.number for each in lines))
    return tuple(each._replace(fields=found.get(each.number, {})) for each in lines)


def load(
    db: sqlite3.Connection, wanted: Wanted, profile: Profile, calendar: WorkCalendar
) -> tuple[tuple[date, int], ...]:
    """How many touches fall on each working day from the day on, if each is made when due; what is overdue, today."""
    last = wanted.day + timedelta(days=wanted.soon)
    found: Counter[date] = Counter()
    for each in upcoming(db, wanted, profile, calendar):
        found.update(cadence.coming(each.every, each.touches, max(each.due, wanted.day), last, calendar))
    return tuple((day, found[day]) for day in calendar.between(wanted.day, last))


def upcoming(
    db: sqlite3.Connection, wanted: Wanted, profile: Profile, calendar: WorkCalendar
) -> Iterator[Next]:
    """The touches due by the last day wanted, of every client by every rule that is its.

    A client's own cadence is its only one; a client never touched counts from the day it was added.
    """
    last = wanted.day + timedelta(days=wanted.soon)
    rules = {tier: profile.rules(tier) for tier in {"", *(each.key for each in profile.tiers)}}
    for kinds in sorted({rule.kinds for each in rules.values() for rule in each} | {()}):
        clock = _Clock(db, wanted.day, kinds, profile, calendar)
        by_tier = {tier: tuple(rule for rule in each if rule.kinds == kinds) for tier, each in rules.items()}
        for client in clock.touched():
            if wanted.owner and client.owner != wanted.owner:
                continue
            applying = by_tier.get(client.tier, by_tier[""])
            if client.cadence:
                # It stands for what its tier is owed.
                cited = (rule.duty for rule in (*applying, *rules.get(client.tier, rules[""])) if rule.duty)
                applying = () if kinds else (Rule(client.cadence, duty=next(cited, "")),)
            for rule in applying:
                found = clock.next(client, rule, last)
                if found is not None:
                    yield found


class _Clock:
    """Reckons due days for touches of some kinds; each is asked for many clients, so each is reckoned once."""

    def __init__(
        self,
        db: sqlite3.Connection,
        day: date,
        kinds: tuple[str, ...],
        profile: Profile,
        calendar: WorkCalendar,
    ) -> None:
        self._db, self._day, self._calendar, self._profile = db, day, calendar, profile
        self._kinds, self._others = kinds or profile.counting, profile.others_count
        self._cadences: dict[str, Cadence] = {}
        self._due: dict[tuple[str, str], date] = {}
        self._counts: dict[str, dict[int, int]] = {}

    def touched(self) -> Iterator[Touched]:
        """Every client with its last touch of the kinds."""
        whom = Whom(self._day.isoformat(), self._profile.owed)
        return client_lists.last_touches(self._db, whom, self._kinds, others=self._others)

    def next(self, client: Touched, rule: Rule, last: date) -> Next | None:
        """The next touch of `client` by `rule`, if it is due by `last`."""
        every = self._cadences.get(rule.every)
        if every is None:
            every = self._cadences[rule.every] = cadence.parse(rule.every)
        if every.unit not in ("wd", "d"):
            return self._in_period(client, rule, every, last)
        since = client.last[:10] or client.added_on
        found = self._due.get((rule.every, since))
        if found is None:
            found = cadence.due_on(every, date.fromisoformat(since), self._calendar)
            self._due[rule.every, since] = found
        return Next(found, rule, every, 0, client) if found <= last else None

    def _in_period(self, client: Touched, rule: Rule, every: Cadence, last: date) -> Next | None:
        if every.unit not in self._counts:
            period = periods.of(every.period or "week", self._day)
            self._counts[every.unit] = client_lists.count_touches(
                self._db, period.first.isoformat(), self._day.isoformat(), self._kinds, others=self._others
            )
        touches = self._counts[every.unit].get(client.number, 0)
        found = cadence.slot(every, touches, self._day, self._calendar)
        if found > last:
            return None
        return Next(found, rule, every, 0 if touches >= every.number else touches, client)


def line(found: Next, day: date, language: str) -> Due:
    """`found` as it is told on `day`."""
    client, days = found.client, (day - found.due).days
    return Due(
        number=client.number,
        name=client.name,
        tier=client.tier,
        area=client.area,
        route=client.route,
        owner=client.owner,
        due=found.due.isoformat(),
        days=days,
        state="overdue" if days > 0 else "due" if days == 0 else "soon",
        every=found.every.text,
        rule=found.rule.label(language),
        duty=found.rule.duty,
        last_touch=client.day,
        last_kind=client.kind,
        own=bool(client.cadence),
    )
