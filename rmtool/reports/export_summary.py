"""The first page of the upstream workbook: what was done in the period, by kind, tier, day or week."""

import sqlite3
from collections import Counter
from collections.abc import Iterable
from datetime import date

from rmtool.domain import periods
from rmtool.domain.dates import weekday_name
from rmtool.domain.tables import Column
from rmtool.domain.tables import Row
from rmtool.domain.tables import Summary
from rmtool.domain.tables import Table
from rmtool.i18n import _
from rmtool.reports.export_wanted import Wanted
from rmtool.store import client_lists
from rmtool.store import tasks
from rmtool.store import visit_counts

# More days than a month, or more weeks than two years, and nobody can read the chart.
_MOST_DAYS = 31
_MOST_WEEKS = 106


def summary(db: sqlite3.Connection, wanted: Wanted) -> Summary:
    """The first page for what is wanted."""
    days = visit_counts.tally(db, "day", *wanted.days)
    kinds = visit_counts.tally(db, "kind", *wanted.days)
    tiers = visit_counts.tally(db, "tier", *wanted.days)
    time_blocks = _time_blocks(days, wanted)
    chart = time_blocks[0]
    titles = {"day": _("Visits per day"), "week": _("Visits per week"), "month": _("Visits per month")}
    return Summary(
        "summary",
        _("Summary"),
        _("Visits and tasks, {period}").format(period=wanted.period.title(wanted.language or "en")),
        _facts(db, wanted, kinds, tiers),
        (_by_kind(kinds, wanted), _by_tier(db, tiers, wanted), *time_blocks),
        charts={chart.key: titles[chart.key]},
    )


def _facts(
    db: sqlite3.Connection,
    wanted: Wanted,
    kinds: Iterable[visit_counts.Tally],
    tiers: Iterable[visit_counts.Tally],
) -> tuple[tuple[str, str | int | date], ...]:
    ended = Counter(
        bool(task.closed_on) and task.closed_on <= wanted.days[1] for task in tasks.during(db, *wanted.days)
    )
    every: tuple[tuple[str, str | int | date], ...] = (
        (_("Period"), _span(wanted)),
        (_("Owner"), wanted.owner),
        (_("Department"), wanted.department),
        (_("Made on"), wanted.today),
        (_("Visits"), sum(each.visits for each in kinds)),
        (_("Clients visited"), sum(each.clients for each in tiers)),
        (_("Tasks closed"), ended[True]),
        (_("Tasks still open"), ended[False]),
    )
    return tuple((label, value) for label, value in every if value != "")


def _span(wanted: Wanted) -> str:
    if wanted.period.kind == "all":
        return wanted.period.title(wanted.language or "en")
    return _("{first} to {last}").format(first=wanted.days[0], last=wanted.days[1])


def _by_kind(found: tuple[visit_counts.Tally, ...], wanted: Wanted) -> Table:
    columns = (
        Column("kind", _("Kind")),
        Column("visits", _("Visits"), "number"),
        Column("clients", _("Clients"), "number"),
        Column("minutes", _("Minutes"), "number"),
    )
    order = [choice.key for choice in wanted.profile.visit_kinds]
    rows = [
        (wanted.label("visit_kinds", each.key), each.visits, each.clients, each.minutes)
        for each in sorted(found, key=lambda each: _place(order, each.key))
    ]
    # A client called and visited counts in both rows, so their sum would be no number of clients.
    total = (_("Total"), sum(row[1] for row in rows), None, sum(row[3] for row in rows))
    return Table("kind", _("By kind"), columns, rows, total)


def _by_tier(db: sqlite3.Connection, found: tuple[visit_counts.Tally, ...], wanted: Wanted) -> Table:
    columns = (
        Column("tier", _("Tier")),
        Column("visits", _("Visits"), "number"),
        Column("visited", _("Clients visited"), "number"),
        Column("clients", _("Clients"), "number"),
    )
    order = [choice.key for choice in wanted.profile.tiers]
    have = client_lists.tiers(db)
    seen = {each.key: each for each in found}
    rows = []
    for key in sorted({*order, *have, *seen}, key=lambda key: _place(order, key)):
        each = seen.get(key, visit_counts.Tally(key, 0, 0, 0))
        if key or each.visits or have.get(key):
            name = _("no tier") if wanted.language and not key else wanted.tier(key)
            rows.append((name, each.visits, each.clients, have.get(key, 0)))
    total = (
        _("Total"),
        sum(row[1] for row in rows),
        sum(row[2] for row in rows),
        sum(row[3] for row in rows),
    )
    return Table("tier", _("By tier"), columns, rows, total)


def _place(order: list[str], key: str) -> tuple[int, str]:
    return (order.index(key) if key in order else len(order) + (not key), key)


def _time_blocks(days: tuple[visit_counts.Tally, ...], wanted: Wanted) -> list[Table]:
    """The visits by day where these are few, then by week, or by month where weeks are too many."""
    first, last = _reach(days, wanted.period)
    counts = Counter({date.fromisoformat(each.key): each.visits for each in days})
    span = (last - first).days + 1 if days or wanted.period.kind != "all" else 0
    blocks = []
    if 0 < span <= _MOST_DAYS and wanted.period.kind != "all":
        blocks.append(_block("day", _("By day"), _("Day"), _runs((first, last), "day", counts, wanted)))
    if span <= _MOST_WEEKS * 7:
        runs = _runs((first, last), "week", counts, wanted) if span else []
        blocks.append(_block("week", _("By week"), _("Week"), runs))
    else:
        blocks.append(
            _block("month", _("By month"), _("Month"), _runs((first, last), "month", counts, wanted))
        )
    return blocks


def _reach(days: tuple[visit_counts.Tally, ...], period: periods.Period) -> tuple[date, date]:
    if period.kind == "all" and days:
        return date.fromisoformat(days[0].key), date.fromisoformat(days[-1].key)
    return period.first, period.last


def _runs(reach: tuple[date, date], kind: periods.Kind, counts: Counter[date], wanted: Wanted) -> list[Row]:
    first, last = reach
    sums: Counter[str] = Counter()
    for day, number in counts.items():
        sums[periods.of(kind, day).key] += number
    rows: list[Row] = []
    run = periods.of(kind, first)
    while run.first <= last:
        rows.append((_run_name(run, wanted), sums[run.key]))
        run = run.next
    return rows


def _run_name(run: periods.Period, wanted: Wanted) -> str:
    if run.kind != "day" or not wanted.language:
        return run.key
    return f"{run.first:%m-%d} {weekday_name(run.first, wanted.language)}"


def _block(key: str, title: str, label: str, rows: list[Row]) -> Table:
    return Table(key, title, (Column(key, label), Column("visits", _("Visits"), "number")), rows)
