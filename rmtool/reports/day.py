"""The day as it stands: what is due, logged, quiet and coming up."""

import sqlite3
from dataclasses import replace
from datetime import date
from datetime import datetime

from rmtool.config.profile import Profile
from rmtool.domain import festivals
from rmtool.domain.clock import Clock
from rmtool.domain.due import Due
from rmtool.domain.overview import Birthday
from rmtool.domain.overview import Coming
from rmtool.domain.overview import Day
from rmtool.domain.overview import Quiet
from rmtool.domain.standing import Standing
from rmtool.domain.workdays import WorkCalendar
from rmtool.reports import kept_days
from rmtool.reports import papers
from rmtool.reports.quiet import quiet
from rmtool.store import client_lists
from rmtool.store import clients
from rmtool.store import notes
from rmtool.store import tasks
from rmtool.store import visits

# More than fits on one screen; the counts say how many there are.
MOST_ROWS = 10
BIRTHDAY_DAYS = 7


def day(
    db: sqlite3.Connection,
    clock: Clock,
    profile: Profile,
    calendar: WorkCalendar | None = None,
    language: str = "",
) -> Day:
    """What the clock's day asks for; the calendar is asked for duties and what is called for alone."""
    today = clock.now.date()
    due = clock.urgent(tasks.matching(db, tasks.Filter(due_to=today.isoformat())))
    wanted = visits.Filter(first=today.isoformat(), last=today.isoformat(), newest_first=True)
    logged = tuple(visits.between(db, wanted))
    expiring = papers.warnings(db, today, profile)
    silent = quiet(db, today, "", profile)
    return Day(
        day=today.isoformat(),
        clients=client_lists.count(db),
        tasks=due[:MOST_ROWS],
        tasks_count=len(due),
        visits=logged[:MOST_ROWS],
        visits_count=len(logged),
        quiet=tuple(
            Quiet(each.number, each.name, each.tier, each.day, days) for each, days in silent[:MOST_ROWS]
        ),
        quiet_count=len(silent),
        birthdays=coming_up(db, today),
        untold=notes.untold(db, today.isoformat()),
        coming=_coming(db, today),
        papers=expiring[:MOST_ROWS],
        papers_count=len(expiring),
        duties=_duties(db, today, profile, calendar),
        called_for=_called_for(db, clock, profile, calendar, language),
    )


def with_hand_ins(db: sqlite3.Connection, day: Day, now: datetime, calendar: WorkCalendar) -> Day:
    """`day` with the scheduled reports that are missing, failed, in doubt or late."""
    # Imported here: not everybody has schedules, and everybody sees the day.
    from rmtool.reports import handed_in

    return replace(day, hand_ins=handed_in.troubles(db, now, calendar))


def _duties(
    db: sqlite3.Connection, today: date, profile: Profile, calendar: WorkCalendar | None
) -> tuple[Standing, ...]:
    if calendar is None:
        return ()
    # Imported here: few profiles have duties, and everybody sees the day.
    from rmtool.reports import duties

    return duties.pressing(db, today, "", profile, calendar)


def _called_for(
    db: sqlite3.Connection, clock: Clock, profile: Profile, calendar: WorkCalendar | None, language: str
) -> tuple[Due, ...]:
    """The touches that something calls for, due by today, the longest overdue first."""
    if calendar is None or not any(each.called for each in profile.cadences):
        return ()
    # Imported here: few profiles have such rules, and everybody sees the day.
    from rmtool.reports import answers

    today = clock.now.date()
    asking = answers.Asking(today, today, time=clock.now.strftime("%H:%M"))
    found = answers.due(db, asking, profile, calendar, language)
    return tuple(sorted(found, key=lambda each: (each.due, each.time, each.number)))


def coming_up(db: sqlite3.Connection, today: date) -> tuple[Birthday, ...]:
    """The birthdays in the next days, today's first."""
    made = (
        Birthday(
            when.isoformat(),
            each.client,
            each.client_name,
            each.contact,
            each.role,
            each.birthday,
            each.lunar,
        )
        for each, when in kept_days.of_birth(db, today, BIRTHDAY_DAYS)
    )
    return tuple(sorted(made, key=lambda each: (each.day, each.client, each.contact)))


def _coming(db: sqlite3.Connection, today: date) -> tuple[Coming, ...]:
    """The festivals and clients' own days in the next days, today's first."""
    found = [Coming(when.isoformat(), each.key) for when, each in festivals.coming(today, BIRTHDAY_DAYS)]
    for each, when in kept_days.of_clients(db, today, BIRTHDAY_DAYS):
        found.append(Coming(when.isoformat(), each.name, each.client, clients.get(db, each.client).name))
    return tuple(sorted(found, key=lambda each: (each.day, each.client)))
