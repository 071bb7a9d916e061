"""The day's plan: from tasks, birthdays and cadences, no more than a day holds, in the order to drive it."""

import sqlite3
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from rmtool.config.profile import Profile
from rmtool.domain.clients import Client
from rmtool.domain.clock import Clock
from rmtool.domain.due import Due
from rmtool.domain.overview import Birthday
from rmtool.domain.plan import DayPlan
from rmtool.domain.plan import Stop
from rmtool.domain.plan import driven
from rmtool.domain.tasks import Task
from rmtool.domain.workdays import WorkCalendar
from rmtool.i18n import _
from rmtool.reports import day as days
from rmtool.reports import due as dues
from rmtool.reports import duties
from rmtool.reports.recommend import Shelf
from rmtool.store import clients
from rmtool.store import contacts
from rmtool.store import tasks
from rmtool.store import visits

# The order of what is urgent: who waits for an answer, what was promised, whom a day belongs to, who is due.
_COMPLAINT, _LATE, _TODAY, _BIRTHDAY, _OVERDUE, _DUE = range(6)


class Wanted(NamedTuple):
    """Which working day is planned (the clock's), whose (empty: everybody's), and how many stops it holds."""

    clock: Clock
    owner: str
    most: int

    @property
    def day(self) -> date:
        """The working day."""
        return self.clock.now.date()


class _Why(NamedTuple):
    """All that speaks for seeing a client on the day."""

    tasks: list[Task]
    birthdays: list[Birthday]
    due: list[Due]


def plan(
    db: sqlite3.Connection, wanted: Wanted, profile: Profile, calendar: WorkCalendar, language: str
) -> DayPlan:
    """The plan of a working day: the most urgent stops, grouped by area and route."""
    day = wanted.day.isoformat()
    owed = wanted.clock.urgent(tasks.matching(db, tasks.Filter(due_to=day, owner=wanted.owner)))
    asked = dues.Wanted(wanted.day, wanted.owner, time=wanted.clock.now.strftime("%H:%M"))
    found = dues.due(db, asked, profile, calendar, language)
    why: dict[int, _Why] = {}
    for task in owed:
        if task.client is not None:
            why.setdefault(task.client, _Why([], [], [])).tasks.append(task)
    for birthday in _born(db, wanted.day):
        why.setdefault(birthday.client, _Why([], [], [])).birthdays.append(birthday)
    for line in found.lines:
        why.setdefault(line.number, _Why([], [], [])).due.append(line)
    # Who is due is known already; of ten thousand clients only the others are fetched.
    known = ((each.due[0] if each.due else clients.get(db, number), each) for number, each in why.items())
    stops = [
        _stop(client, each) for client, each in known if not wanted.owner or client.owner == wanted.owner
    ]
    ranked = sorted(stops, key=lambda each: _rank(each, day, profile))
    chosen = ranked[: wanted.most]
    shelf = Shelf(db, profile)
    return DayPlan(
        day=day,
        stops=tuple(_brought(db, each, wanted.clock, shelf) for each in driven(chosen)),
        desk=tuple(each for each in owed if each.client is None),
        left_out=len(ranked) - len(chosen),
        duties=duties.pressing(db, wanted.day, wanted.owner, profile, calendar),
    )


def _born(db: sqlite3.Connection, day: date) -> Iterable[Birthday]:
    return (each for each in days.coming_up(db, day) if each.day == day.isoformat())


def _stop(client: Client | Due, why: _Why) -> Stop:
    return Stop(
        client.number, client.name, client.tier, client.area, client.route, tuple(why.tasks),
        tuple(why.birthdays), why.due[0] if why.due else None, "", (), (), (),
    )  # fmt: skip


def _rank(stop: Stop, day: str, profile: Profile) -> tuple[int, int, int, int]:
    """What comes first: the class of its best reason, then its tier, then how long it waits."""
    reasons = [_of(stop.due)] if stop.due else []
    reasons += [_BIRTHDAY] if stop.birthdays else []
    for task in stop.tasks:
        reasons.append(_COMPLAINT if task.kind == "complaint" else _LATE if task.due < day else _TODAY)
    oldest = min(
        (date.fromisoformat(each.due).toordinal() for each in stop.tasks), default=date.max.toordinal()
    )
    waits = min(oldest, date.fromisoformat(stop.due.due).toordinal() if stop.due else oldest)
    return min(reasons), profile.tier_place(stop.tier), waits, stop.client


def _of(due: Due) -> int:
    """What was called for stands with what was promised; the rest is a matter of time."""
    if due.kinds:
        return _LATE if due.state == "overdue" else _TODAY
    return _OVERDUE if due.days else _DUE


def _brought(db: sqlite3.Connection, stop: Stop, clock: Clock, shelf: Shelf) -> Stop:
    """The stop with what to bring up."""
    client = clients.get(db, stop.client)
    people = contacts.of(db, stop.client)
    last = visits.between(db, visits.Filter(client=stop.client, limit=20, newest_first=True))
    promised = map(clock.judged, tasks.matching(db, tasks.Filter(client=stop.client)))
    told = {each.number for each in stop.tasks}
    return stop._replace(
        need=next((each.need for each in last if each.need), ""),
        promised=tuple(each for each in promised if each.visit is not None and each.number not in told),
        taboos=tuple(_named(each.name, each.taboos) for each in people if each.taboos),
        likes=tuple(_named(each.name, each.likes) for each in people if each.likes),
        fields=client.fields,
        recommended=shelf.recommended(client),
    )


def _named(name: str, text: str) -> str:
    return _("{name}: {text}").format(name=name, text=text)
