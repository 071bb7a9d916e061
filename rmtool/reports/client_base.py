"""The make-up of the client base: by tier, stage, industry, area, source, age, years with us, and the trade's own fields."""

import sqlite3
from collections import Counter
from datetime import date

from rmtool.config.profile import Profile
from rmtool.config.settings import Settings
from rmtool.domain.client_base import AGE_KEYS
from rmtool.domain.client_base import YEAR_KEYS
from rmtool.domain.client_base import ClientBase
from rmtool.domain.client_base import Part
from rmtool.domain.client_base import age_group
from rmtool.domain.client_base import part
from rmtool.domain.client_base import years_group
from rmtool.domain.reports import Change
from rmtool.domain.reports import Source
from rmtool.domain.reports import TierCount
from rmtool.reports.compared import before
from rmtool.reports.compared import head
from rmtool.reports.owed import Wanted
from rmtool.reports.sources import asked
from rmtool.reports.sources import source
from rmtool.store import client_base as store
from rmtool.store import client_lists
from rmtool.store import visits


def client_base(db: sqlite3.Connection, wanted: Wanted, settings: Settings, profile: Profile) -> ClientBase:
    """What the clients are on the report's last day, and what came and went in its period."""
    first, last = wanted.period.first.isoformat(), wanted.period.last.isoformat()
    there = before(wanted)
    then = (there.first.isoformat(), there.last.isoformat(), wanted.owner)
    day = wanted.as_of.isoformat()
    stages = store.count_by(db, "stage", day, wanted.owner)
    added = client_lists.count_added(db, first, last, wanted.owner)
    archived = store.count_archived(db, first, last, wanted.owner)
    return ClientBase(
        *head(wanted, settings),
        clients=sum(stages.values()),
        added=Change(added, added - client_lists.count_added(db, *then)),
        archived=Change(archived, archived - store.count_archived(db, *then)),
        lost=stages.get("lost", 0),
        tiers=_tiers(db, wanted, profile),
        groups=_groups(db, wanted, profile),
        sources=_sources(db, wanted) if wanted.sources else (),
    )


def _sources(db: sqlite3.Connection, wanted: Wanted) -> tuple[Source, ...]:
    first, last, day = (
        wanted.period.first.isoformat(), wanted.period.last.isoformat(), wanted.as_of.isoformat(),
    )  # fmt: skip
    made = visits.between(db, visits.Filter(first=first, last=last, owner=wanted.owner))
    return asked(
        wanted,
        source("counts", "kept", "client", store.numbers(db, day, wanted.owner)),
        source(
            "counts",
            "added",
            "client",
            (each.number for each in client_lists.added(db, first, last, wanted.owner)),
        ),
        source("counts", "archived", "client", store.archived(db, first, last, wanted.owner)),
        source("counts", "lost", "client", store.numbers(db, day, wanted.owner, "lost")),
        source("counts", "visits", "visit", (each.number for each in made)),
    )


def _groups(db: sqlite3.Connection, wanted: Wanted, profile: Profile) -> tuple[Part, ...]:
    day = wanted.as_of
    orders = {
        "tier": [each.key for each in profile.tiers],
        "stage": [each.key for each in profile.stages],
        "kind": ["company", "person"],
    }
    made = [
        part(column, store.count_by(db, column, day.isoformat(), wanted.owner), orders.get(column, ()))
        for column in store.COLUMNS
    ]
    made += _lives(db, day, wanted.owner)
    for field in profile.client_fields:
        if field.type == "choice":
            counts = store.count_field(db, field.key, day.isoformat(), wanted.owner)
            made.append(part(field.key, counts, field.choices, field=True))
    # A part in which nothing is known says nothing.
    return tuple(each for each in made if any(row.key for row in each.rows))


def _lives(db: sqlite3.Connection, day: date, owner: str) -> list[Part]:
    found = store.lives(db, day.isoformat(), owner)
    ages = Counter(age_group(each.birthday, each.id_number, day) for each in found if each.kind == "person")
    years = Counter(years_group(each.added_on, day) for each in found)
    return [part("age", ages, AGE_KEYS), part("years", years, YEAR_KEYS)]


def _tiers(db: sqlite3.Connection, wanted: Wanted, profile: Profile) -> tuple[TierCount, ...]:
    """Each tier with its clients, and the period's visits to them."""
    sizes = client_lists.count_tiers(db, wanted.as_of.isoformat(), wanted.owner)
    touches = store.touches(db, wanted.period.first.isoformat(), wanted.period.last.isoformat(), wanted.owner)
    rows = []
    for tier in sorted({*sizes, *touches}, key=lambda key: (key == "", profile.tier_place(key), key)):
        visits, touched = touches.get(tier, (0, 0))
        # A client put away since still was touched: never more than all of them.
        size = max(sizes.get(tier, 0), touched)
        rows.append(TierCount(tier, size, touched, round(100 * touched / size), visits))
    return tuple(rows)
