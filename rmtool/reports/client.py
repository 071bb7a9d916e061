"""The page to read before a visit, asked from the store."""

import sqlite3
from datetime import date

from rmtool.config.profile import Profile
from rmtool.domain import birthdays
from rmtool.domain.clients import Client
from rmtool.domain.clock import Clock
from rmtool.domain.overview import Birthday
from rmtool.domain.overview import ClientPage
from rmtool.domain.papers import THERE
from rmtool.reports import papers
from rmtool.reports.day import BIRTHDAY_DAYS
from rmtool.reports.recommend import Shelf
from rmtool.store import client_days
from rmtool.store import clients
from rmtool.store import contacts
from rmtool.store import deals
from rmtool.store import greetings
from rmtool.store import notes
from rmtool.store import tasks
from rmtool.store import visits

LAST_VISITS = 5
LAST_GIFTS = 3
LAST_NOTES = 3


def page(db: sqlite3.Connection, client: Client, clock: Clock, profile: Profile) -> ClientPage:
    """Everything known of `client` that matters before a visit."""
    today = clock.now.date()
    last = tuple(
        visits.between(db, visits.Filter(client=client.number, limit=LAST_VISITS, newest_first=True))
    )
    owed = tuple(map(clock.judged, tasks.matching(db, tasks.Filter(client=client.number))))
    touch = last[0].day if last else ""
    return ClientPage(
        client=client,
        referrer=clients.get(db, client.referred_by).name if client.referred_by else "",
        contacts=contacts.of(db, client.number),
        last_touch=touch,
        # A visit may be logged for tomorrow; that is no negative silence.
        days=max((today - date.fromisoformat(touch)).days, 0) if touch else None,
        visits_count=visits.count_of(db, client.number),
        visits=last,
        promised=tuple(each for each in owed if each.visit is not None),
        tasks=tuple(each for each in owed if each.visit is None),
        deals=deals.matching(db, deals.Filter(client=client.number)),
        birthdays=_birthdays(db, client, today),
        own_days=client_days.of(db, client.number),
        gifts=tuple(
            each for each in greetings.matching(db, greetings.Filter(client=client.number)) if each.gift
        )[-LAST_GIFTS:],
        notes=notes.matching(db, notes.Filter(client=client.number, limit=LAST_NOTES)),
        papers=tuple(each for each in papers.of_client(db, client, today, profile) if each.state != THERE),
        recommended=Shelf(db, profile).recommended(client),
    )


def _birthdays(db: sqlite3.Connection, client: Client, today: date) -> tuple[Birthday, ...]:
    found = []
    people = [("", "", client.birthday, client.birthday_lunar)]
    people += [(c.name, c.role, c.birthday, c.birthday_lunar) for c in contacts.of(db, client.number)]
    for name, role, birthday, lunar in people:
        when = birthdays.upcoming(birthday, lunar, today, BIRTHDAY_DAYS) if birthday else None
        if when is not None:
            found.append(Birthday(when.isoformat(), client.number, client.name, name, role, birthday, lunar))
    return tuple(sorted(found, key=lambda each: each.day))
