"""The morning brief: yesterday's numbers and questions, today's plan, and what must not be forgotten."""

import sqlite3
from collections import Counter
from datetime import timedelta
from itertools import islice

from rmtool.config.profile import Profile
from rmtool.domain.brief import IndustryCount
from rmtool.domain.brief import MorningBrief
from rmtool.domain.periods import Period
from rmtool.domain.reports import Remark
from rmtool.domain.workdays import WorkCalendar
from rmtool.reports import deals
from rmtool.reports import papers
from rmtool.reports import plan
from rmtool.store import client_lists
from rmtool.store import notes
from rmtool.store import tasks
from rmtool.store import visit_counts
from rmtool.store import visits

_MOST_QUESTIONS = 20


def brief(
    db: sqlite3.Connection, wanted: plan.Wanted, profile: Profile, calendar: WorkCalendar, language: str
) -> MorningBrief:
    """The brief of a working day; it looks back to the working day before, days off between included."""
    day, owner = wanted.day, wanted.owner
    back = Period("range", calendar.before(day), day - timedelta(days=1))
    first, last = back.first.isoformat(), back.last.isoformat()
    planned = plan.plan(db, wanted, profile, calendar, language)
    stops = {each.client for each in planned.stops}
    owed = wanted.clock.urgent(tasks.matching(db, tasks.Filter(due_to=day.isoformat(), owner=owner)))
    return MorningBrief(
        day=day.isoformat(),
        first=first,
        last=last,
        industries=_industries(db, first, last, owner),
        questions=_questions(db, first, last, owner),
        deals=deals.section(db, back, back.last, owner, profile),
        plan=planned._replace(duties=()),
        papers=papers.warnings(db, day, profile, owner),
        owed=tuple(each for each in owed if each.client is not None and each.client not in stops),
        untold=notes.untold(db, day.isoformat(), owner),
        duties=planned.duties,
    )


def _industries(db: sqlite3.Connection, first: str, last: str, owner: str) -> tuple[IndustryCount, ...]:
    new = Counter(each.industry for each in client_lists.added(db, first, last, owner))
    seen = {
        industry: (number, clients)
        for industry, number, clients in visit_counts.count_industries(db, first, last, owner)
    }
    made = (IndustryCount(each, *seen.get(each, (0, 0)), new[each]) for each in {*seen, *new})
    return tuple(sorted(made, key=lambda each: (-each.visits, each.industry == "", each.industry)))


def _questions(db: sqlite3.Connection, first: str, last: str, owner: str) -> tuple[Remark, ...]:
    heard = (
        Remark(each.number, each.day, each.client_name, text, each.products)
        for each in visits.between(db, visits.Filter(first=first, last=last, owner=owner))
        for text in (each.need, each.feedback)
        if text
    )
    return tuple(islice(heard, _MOST_QUESTIONS))
