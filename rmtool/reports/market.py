"""The market report: notes by kind, competitor, product and place, and what was heard on visits."""

import sqlite3
from collections import Counter
from datetime import date

from rmtool.config.profile import Profile
from rmtool.config.settings import Settings
from rmtool.domain.market import MarketReport
from rmtool.domain.market import ProductNeeds
from rmtool.domain.market import Trend
from rmtool.domain.notes import KINDS
from rmtool.domain.notes import Note
from rmtool.domain.reports import Change
from rmtool.domain.reports import KindCount
from rmtool.domain.reports import NoteRow
from rmtool.domain.reports import Remark
from rmtool.domain.trend import following
from rmtool.reports import measures
from rmtool.reports.compared import before
from rmtool.reports.compared import head
from rmtool.reports.owed import Wanted
from rmtool.reports.sources import asked
from rmtool.reports.sources import source
from rmtool.store import notes
from rmtool.store import visits

# How many periods a trend looks back on.
TREND = 6
MOST_NOTES = 500
MOST_HEARD = 2000


def market(db: sqlite3.Connection, wanted: Wanted, settings: Settings, profile: Profile) -> MarketReport:
    """What the market said in a period, as it was known at its end."""
    there = before(wanted)
    now = notes.Filter(wanted.period.first.isoformat(), wanted.period.last.isoformat(), owner=wanted.owner)
    then = notes.Filter(there.first.isoformat(), there.last.isoformat(), owner=wanted.owner)
    found = noted(db, wanted)
    own = tuple(each for each in found if each.day >= now.first)
    counts = {column: _counts(db, column, now, then) for column in notes.COUNTED}
    heard = tuple(
        visits.between(
            db, visits.Filter(first=now.first, last=now.last, owner=wanted.owner, limit=MOST_HEARD)
        )
    )
    return MarketReport(
        *head(wanted, settings),
        total=_total(counts["kind"]),
        untold=sum(each.state == "untold" for each in found),
        kinds=counts["kind"],
        competitors=counts["competitor"],
        products=counts["product"],
        places=counts["place"],
        urgent=tuple(each for each in found if each.severity == "urgent"),
        notes=own[:MOST_NOTES],
        notes_left_out=max(len(own) - MOST_NOTES, 0),
        heard=tuple(
            Remark(each.number, each.day, each.client_name, each.competitor, each.products)
            for each in heard
            if each.competitor
        ),
        needs=_needs(
            tuple(
                Remark(each.number, each.day, each.client_name, each.need, each.products)
                for each in heard
                if each.need
            )
        ),
        trends=_trends(db, wanted, profile),
        sources=asked(
            wanted,
            source("counts", "notes", "note", (each.number for each in own)),
            source("counts", "untold", "note", (each.number for each in found if each.state == "untold")),
            source("counts", "urgent", "note", (each.number for each in found if each.severity == "urgent")),
            source("counts", "heard", "visit", (each.number for each in heard if each.competitor)),
            source("counts", "needs", "visit", (each.number for each in heard if each.need)),
            source("counts", "measures", "visit", (each.number for each in heard if each.measures)),
        ),
    )


def _trends(db: sqlite3.Connection, wanted: Wanted, profile: Profile) -> tuple[Trend, ...]:
    """What the profile's measures were in the last periods, and where that leads."""
    if wanted.period.kind in ("all", "range"):
        return ()
    back = [wanted.period]
    while len(back) < TREND:
        back.insert(0, back[0].previous)
    rows = [
        {row.key: row.value for row in measures.section(db, each, each.previous, wanted.owner, profile)}
        for each in back
    ]
    over = [each.last <= wanted.as_of for each in back]
    made = []
    for each in profile.measures:
        values = tuple(row.get(each.key) for row in rows)
        # A single number goes nowhere.
        if values[-2:] != (None, None) and len([value for value in values if value is not None]) > 1:
            known = [value for value, ended in zip(values, over, strict=True) if ended]
            # A period that is not over says too little of the next.
            steps = following(known if over[-1] else [*known, None])
            made.append(Trend(each.key, each.unit, values, None if steps is None else round(steps, 2)))
    return tuple(made)


def noted(db: sqlite3.Connection, wanted: Wanted) -> tuple[NoteRow, ...]:
    """The notes of a period and the older ones still to be passed on at its end: those first, then the newest first."""
    first, last, as_of = wanted.period.first, wanted.period.last, wanted.as_of
    rows = notes.matching(db, notes.Filter(first.isoformat(), last.isoformat(), owner=wanted.owner))
    older = tuple(
        each for each in notes.untold(db, as_of.isoformat(), wanted.owner) if each.day < first.isoformat()
    )
    made = [_row(each, as_of) for each in (*rows, *older)]
    return tuple(sorted(made, key=lambda each: each.state != "untold"))


def _row(note: Note, as_of: date) -> NoteRow:
    """A note as a report lists it; passed on after the report's last day counts as not passed on."""
    told = note.told_on if note.told_on <= as_of.isoformat() else ""
    return NoteRow(
        number=note.number,
        day=note.day,
        kind=note.kind,
        text=note.text,
        client=note.client_name,
        product=note.product,
        competitor=note.competitor,
        place=note.place,
        severity=note.severity,
        tell=note.tell,
        told_on=told,
        state="" if not note.tell else "told" if told else "untold",
        owner=note.owner,
    )


def _counts(
    db: sqlite3.Connection, column: str, now: notes.Filter, then: notes.Filter
) -> tuple[KindCount, ...]:
    here, there = notes.count_by(db, column, now), notes.count_by(db, column, then)
    order = {each.key: place for place, each in enumerate(KINDS)}
    made = [KindCount(key, here.get(key, 0), here.get(key, 0) - there.get(key, 0)) for key in {*here, *there}]
    return tuple(sorted(made, key=lambda each: (-each.count, order.get(each.key, len(order)), each.key)))


def _total(kinds: tuple[KindCount, ...]) -> Change:
    return Change(sum(each.count for each in kinds), sum(each.change for each in kinds))


def _needs(heard: tuple[Remark, ...]) -> tuple[ProductNeeds, ...]:
    """Needs by product, the most wanted first, those of no product last."""
    found = Counter(product for each in heard for product in each.products or ("",))
    made = (
        ProductNeeds(product, tuple(each for each in heard if product in (each.products or ("",))))
        for product in found
    )
    return tuple(sorted(made, key=lambda each: (each.product == "", -len(each.needs), each.product)))
