"""Who is due for a touch because something calls for one: a reception without its interview, a milestone."""

import sqlite3
from collections.abc import Iterator
from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta
from typing import NamedTuple

from rmtool.config.profile import Profile
from rmtool.config.profile_rows import MILESTONE
from rmtool.config.profile_rows import Rule
from rmtool.domain import sla
from rmtool.domain.due import Due
from rmtool.domain.sla import Hours
from rmtool.domain.workdays import WorkCalendar
from rmtool.store import answers
from rmtool.store.answers import Asked
from rmtool.store.client_lists import Whom

# What was not answered in a month is a matter of the cadence.
_DAYS_BACK = 31


class Asking(NamedTuple):
    """On which day, up to which day ahead, whose clients (empty: everybody's), and what time (HH:MM or empty) it is."""

    day: date
    last: date
    owner: str = ""
    time: str = ""


def due(
    db: sqlite3.Connection, asking: Asking, profile: Profile, calendar: WorkCalendar, language: str
) -> Iterator[Due]:
    """The touches called for that have not been made, by every rule of that sort."""
    hours = Hours(time.fromisoformat(profile.work_from), time.fromisoformat(profile.work_to))
    day, others = asking.day.isoformat(), profile.others_count
    for rule in profile.cadences:
        whom = Whom(day, profile.owed, asking.owner, rule.tier)
        kinds = rule.kinds or profile.counting
        if rule.every == MILESTONE:
            until = asking.last.isoformat()
            for each in answers.milestones(db, whom, kinds, until=until, others=others):
                yield _line(each, rule._replace(kinds=kinds), asking, language, (each.day, each.time))
        elif rule.after:
            since = (asking.day - timedelta(days=_DAYS_BACK)).isoformat()
            for each in answers.unanswered(db, whom, rule.after, kinds, since=since, others=others):
                when = _due_at(each, rule, calendar, hours)
                if when[0] <= asking.last.isoformat():
                    yield _line(each, rule._replace(kinds=kinds), asking, language, when)


def _due_at(asked: Asked, rule: Rule, calendar: WorkCalendar, hours: Hours) -> tuple[str, str]:
    """So long after the client left; one that came at no known time is answered as if in the morning."""
    began = time.fromisoformat(asked.time) if asked.time else hours.first
    left = datetime.combine(date.fromisoformat(asked.day), began) + timedelta(minutes=asked.minutes)
    day, clock = sla.due_at(sla.parse(rule.every), left, calendar, hours)
    return day.isoformat(), clock.strftime("%H:%M") if clock and asked.time else ""


def _line(asked: Asked, rule: Rule, asking: Asking, language: str, when: tuple[str, str]) -> Due:
    days = (asking.day - date.fromisoformat(when[0])).days
    late = days > 0 or (days == 0 and bool(when[1]) and asking.time > when[1])
    return Due(
        number=asked.client, name=asked.name, tier=asked.tier, area=asked.area, route=asked.route, owner=asked.owner,
        due=when[0], days=days, state="overdue" if late else "due" if days == 0 else "soon", every=rule.every,
        rule=rule.label(language), duty=rule.duty, last_touch=asked.day, last_kind=rule.after, time=when[1],
        kinds=rule.kinds, task=asked.task, milestone=asked.text,
    )  # fmt: skip
