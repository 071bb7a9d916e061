"""The activity report: what happened in a period, what is owed, what comes next."""

import sqlite3
from collections import Counter
from dataclasses import replace
from datetime import date

from rmtool.config.profile import Profile
from rmtool.config.settings import Settings
from rmtool.domain import standing
from rmtool.domain.clients import ClientLine
from rmtool.domain.clock import Clock
from rmtool.domain.periods import Period
from rmtool.domain.periods import week_of
from rmtool.domain.reports import Change
from rmtool.domain.reports import ClientRow
from rmtool.domain.reports import Clients
from rmtool.domain.reports import Counts
from rmtool.domain.reports import DayCount
from rmtool.domain.reports import DutyRow
from rmtool.domain.reports import KindCount
from rmtool.domain.reports import KindNumber
from rmtool.domain.reports import PlannedRow
from rmtool.domain.reports import Remark
from rmtool.domain.reports import Report
from rmtool.domain.reports import TaskRow
from rmtool.domain.reports import Tasks
from rmtool.domain.reports import TierCount
from rmtool.domain.reports import VisitRow
from rmtool.domain.reports import WeekCount
from rmtool.domain.standing import Standing
from rmtool.domain.visits import Visit
from rmtool.domain.workdays import WorkCalendar
from rmtool.reports import compared
from rmtool.reports import deals
from rmtool.reports import duties
from rmtool.reports import measures
from rmtool.reports import sources
from rmtool.reports import targets
from rmtool.reports.market import noted
from rmtool.reports.owed import Book
from rmtool.reports.owed import Wanted
from rmtool.reports.quiet import quiet
from rmtool.store import client_lists
from rmtool.store import plans
from rmtool.store import tasks
from rmtool.store import visit_counts
from rmtool.store import visits

# Long enough for a month of a busy department; what is left out is counted.
MOST_VISITS = 2000
MOST_QUIET = 20
MOST_OPEN = 50
MOST_NOTES = 200
# Beyond this a bar per day can't be read.
MOST_DAYS = 92


def activity(
    db: sqlite3.Connection,
    wanted: Wanted,
    settings: Settings,
    profile: Profile,
    calendar: WorkCalendar | None = None,
) -> Report:
    """The report of a period, as things stood at its end; without a calendar it tells of no duties."""
    period, owner = wanted.period, wanted.owner
    first, last, as_of = period.first.isoformat(), period.last.isoformat(), wanted.as_of.isoformat()
    by_day = visit_counts.count_kinds(db, first, last, owner)
    shown = tuple(visits.between(db, visits.Filter(first=first, last=last, owner=owner, limit=MOST_VISITS)))
    seen = visit_counts.touched(db, first, last, owner)
    silent = quiet(db, wanted.as_of, owner, profile)
    clock = Clock(wanted.now.replace(tzinfo=None), profile.escalations, settings.supervisor)
    book = Book(db, wanted, clock, calendar or WorkCalendar())
    stand = _duties(db, wanted, profile, calendar)
    made = Report(
        *compared.head(wanted, settings),
        plan_period=compared.span(book.plan_period),
        sections=_sections(wanted.name, profile),
        counts=_counts(db, wanted, profile, by_day, book, len(silent)),
        days=_days(period, by_day),
        weeks=_weeks(db, wanted),
        tiers=_tiers(client_lists.count_tiers(db, as_of, owner), seen),
        clients=Clients(
            touched=tuple(map(_client, seen)),
            new=tuple(map(_client, client_lists.added(db, first, last, owner))),
            quiet=tuple(
                ClientRow(
                    each.number, each.name, each.tier, each.stage, each.area, each.added_on, 0, each.day, days
                )
                for each, days in silent[:MOST_QUIET]
            ),
        ),
        visits=_visits(db, shown, book),
        visits_left_out=sum(number for _day, _kind, number in by_day) - len(shown),
        needs=_remarks(shown, "need"),
        feedback=_remarks(shown, "feedback"),
        complaints=book.complaints(),
        enquiries=book.enquiries(),
        competitors=_remarks(shown, "competitor"),
        notes=noted(db, wanted)[:MOST_NOTES],
        tasks=Tasks(
            done=book.done,
            open=tuple(each for each in book.open if each.state == "open" and not book.planned(each))[
                :MOST_OPEN
            ],
            overdue=book.overdue[:MOST_OPEN],
        ),
        plan=tuple(filter(book.planned, book.open)),
        planned=_planned(db, first, last, owner),
        deals=deals.section(db, period, wanted.as_of, owner, profile),
        measures=measures.section(db, period, compared.before(wanted), owner, profile),
        targets=targets.section(db, wanted.as_of, owner, calendar or WorkCalendar(), profile),
        support=tuple(each for each in book.open if each.why)[:MOST_OPEN],
        duties=tuple(
            _duty(each) for each in sorted(stand, key=lambda each: _URGENT.index(each.state)) if each.needed
        ),
        compliance=standing.compliance(stand),
    )
    if not wanted.sources:
        return made
    return replace(made, sources=sources.of(db, wanted, book, (each.number for each, _days in silent), made))


_URGENT = (standing.MISSED, standing.IN_DANGER, standing.ON_THE_WAY, standing.MET)


def _duties(
    db: sqlite3.Connection, wanted: Wanted, profile: Profile, calendar: WorkCalendar | None
) -> tuple[Standing, ...]:
    if calendar is None or "duties" not in _sections(wanted.name, profile):
        return ()
    return duties.standing(
        db, duties.Wanted(wanted.period, wanted.now.date(), wanted.owner), profile, calendar
    )


def _duty(found: Standing) -> DutyRow:
    return DutyRow(
        found.key, found.zh or found.key, found.en or found.key, found.duty, found.done, found.needed, found.missed,
        found.state, found.fails_on,
    )  # fmt: skip


def _sections(name: str, profile: Profile) -> tuple[str, ...]:
    """What report `name` is made of; one of the user's own may go by the week's."""
    monthly = profile.monthly_sections
    own = {"daily": profile.daily_sections, "monthly": monthly, "quarterly": monthly}
    return own.get(name, profile.weekly_sections)


def _planned(db: sqlite3.Connection, first: str, last: str, owner: str) -> tuple[PlannedRow, ...]:
    return tuple(
        PlannedRow(each.day, each.name, each.client, each.why, each.done)
        for each in plans.between(db, first, last, owner)
    )


def _counts(
    db: sqlite3.Connection,
    wanted: Wanted,
    profile: Profile,
    by_day: tuple[tuple[str, str, int], ...],
    book: Book,
    quiet: int,
) -> Counts:
    before = compared.before(wanted)
    here = (wanted.period.first.isoformat(), wanted.period.last.isoformat(), wanted.owner)
    there = (before.first.isoformat(), before.last.isoformat(), wanted.owner)
    now, then = _by_kind(by_day), _by_kind(visit_counts.count_kinds(db, *there))
    order = [each.key for each in profile.visit_kinds]
    keys = [key for key in order if now[key] or then[key]]
    keys += sorted((now.keys() | then.keys()) - {*order})
    return Counts(
        visits=_change(now.total(), then.total()),
        clients=_change(visit_counts.count_clients(db, *here), visit_counts.count_clients(db, *there)),
        new_clients=_change(client_lists.count_added(db, *here), client_lists.count_added(db, *there)),
        done=_change(len(book.done), tasks.count_closed(db, *there)),
        kinds=tuple(KindCount(key, now[key], now[key] - then[key]) for key in keys),
        open=len(book.open),
        overdue=len(book.overdue),
        quiet=quiet,
    )


def _by_kind(by_day: tuple[tuple[str, str, int], ...]) -> Counter[str]:
    found: Counter[str] = Counter()
    for _day, kind, number in by_day:
        found[kind] += number
    return found


def _change(now: int, then: int) -> Change:
    return Change(now, now - then)


def _days(period: Period, by_day: tuple[tuple[str, str, int], ...]) -> tuple[DayCount, ...]:
    if (period.last - period.first).days >= MOST_DAYS:
        return ()
    found: dict[str, list[KindNumber]] = {}
    for day, kind, number in by_day:
        found.setdefault(day, []).append(KindNumber(kind, number))
    rows = ((day.isoformat(), tuple(found.get(day.isoformat(), ()))) for day in period.days)
    return tuple(DayCount(day, sum(each.count for each in kinds), kinds) for day, kinds in rows)


def _weeks(db: sqlite3.Connection, wanted: Wanted) -> tuple[WeekCount, ...]:
    """Every week of the period up to its end or today, empty ones too; of a very long one only those with visits."""
    period = wanted.period
    rows = visit_counts.count_weeks(db, period.first.isoformat(), period.last.isoformat(), wanted.owner)
    found = {monday: (number, touched) for monday, number, touched in rows}
    mondays = {date.fromisoformat(each) for each in found}
    if period.kind != "all" and (period.last - period.first).days <= 366:
        mondays |= {week_of(day).first for day in period.days if day <= wanted.as_of}
    made = []
    for monday in sorted(mondays):
        week = week_of(monday)
        first, last = max(week.first, period.first), min(week.last, period.last)
        made.append(
            WeekCount(week.key, first.isoformat(), last.isoformat(), *found.get(monday.isoformat(), (0, 0)))
        )
    return tuple(made)


def _tiers(sizes: dict[str, int], seen: tuple[ClientLine, ...]) -> tuple[TierCount, ...]:
    touched = Counter(each.tier for each in seen)
    made: Counter[str] = Counter()
    for each in seen:
        made[each.tier] += each.visits
    rows = []
    for tier in sorted(sizes.keys() | touched.keys(), key=lambda key: (key == "", key)):
        # A client put away since still was touched: never more than all of them.
        size = max(sizes.get(tier, 0), touched[tier])
        rows.append(TierCount(tier, size, touched[tier], round(100 * touched[tier] / size), made[tier]))
    return tuple(rows)


def _client(line: ClientLine) -> ClientRow:
    return ClientRow(
        line.number,
        line.name,
        line.tier,
        line.stage,
        line.area,
        line.added_on,
        line.visits,
        line.last_touch,
        0,
    )


def _visits(db: sqlite3.Connection, shown: tuple[Visit, ...], book: Book) -> tuple[VisitRow, ...]:
    steps: dict[int, list[TaskRow]] = {}
    for task in tasks.of_visits(db, (each.number for each in shown)):
        steps.setdefault(task.visit or 0, []).append(book.row(task))
    return tuple(_visit(each, tuple(steps.get(each.number, ()))) for each in shown)


def _visit(visit: Visit, steps: tuple[TaskRow, ...]) -> VisitRow:
    return VisitRow(
        number=visit.number,
        day=visit.day,
        time=visit.time,
        kind=visit.kind,
        client=visit.client_name,
        client_number=visit.client,
        place=visit.place,
        people=visit.people,
        purpose=visit.purpose,
        text=visit.text,
        result=visit.result,
        need=visit.need,
        feedback=visit.feedback,
        competitor=visit.competitor,
        products=visit.products,
        minutes=visit.minutes or 0,
        owner=visit.owner,
        next_steps=steps,
    )


def _remarks(shown: tuple[Visit, ...], what: str) -> tuple[Remark, ...]:
    return tuple(
        Remark(each.number, each.day, each.client_name, str(getattr(each, what)), each.products)
        for each in shown
        if getattr(each, what)
    )
