"""What a report's figures came from: for each section, the numbers of the visits, tasks and clients behind it."""

import sqlite3
from collections.abc import Iterable

from rmtool.domain.reports import Report
from rmtool.domain.reports import Source
from rmtool.domain.visits import Visit
from rmtool.reports.owed import Book
from rmtool.reports.owed import Wanted
from rmtool.store import client_lists
from rmtool.store import visits


def of(
    db: sqlite3.Connection, wanted: Wanted, book: Book, quiet: Iterable[int], report: Report
) -> tuple[Source, ...]:
    """The sources of the report wanted, those of its own sections only; nothing is left out of a long list."""
    first, last = wanted.period.first.isoformat(), wanted.period.last.isoformat()
    made = tuple(visits.between(db, visits.Filter(first=first, last=last, owner=wanted.owner)))
    added = [each.number for each in client_lists.added(db, first, last, wanted.owner)]
    every = (*_counts(made, added, book, tuple(quiet)), *_sections(made, added, book, tuple(quiet), report))
    return tuple(each for each in every if each.numbers and each.section in ("counts", *report.sections))


def asked(wanted: Wanted, *found: Source) -> tuple[Source, ...]:
    """Those of `found` that name anything, where the report was asked to tell."""
    return tuple(each for each in found if each.numbers) if wanted.sources else ()


def _counts(
    made: tuple[Visit, ...], added: list[int], book: Book, quiet: tuple[int, ...]
) -> tuple[Source, ...]:
    return (
        source("counts", "visits", "visit", (each.number for each in made)),
        source("counts", "clients", "client", (each.client for each in made)),
        source("counts", "new_clients", "client", added),
        source("counts", "done", "task", (each.number for each in book.done)),
        source("counts", "open", "task", (each.number for each in book.open)),
        source("counts", "overdue", "task", (each.number for each in book.overdue)),
        source("counts", "quiet", "client", quiet),
    )


def _sections(
    made: tuple[Visit, ...], added: list[int], book: Book, quiet: tuple[int, ...], report: Report
) -> tuple[Source, ...]:
    touched = [each.client for each in made]
    plain = [each.number for each in book.open if each.state == "open" and not book.planned(each)]
    return (
        source("clients", "touched", "client", touched),
        source("clients", "new_clients", "client", added),
        source("clients", "quiet", "client", quiet),
        source("visits", "", "visit", (each.number for each in made)),
        source("results", "", "visit", (each.number for each in made if each.result)),
        source("needs", "", "visit", (each.number for each in made if each.need)),
        source("feedback", "", "visit", (each.number for each in made if each.feedback)),
        source("feedback", "", "task", (each.number for each in report.complaints)),
        source("remarks", "", "visit", (each.number for each in made if each.feedback or each.competitor)),
        source("market", "", "visit", (each.number for each in made if each.competitor)),
        source("market", "", "note", (each.number for each in report.notes)),
        source("measures", "", "visit", (each.number for each in made if each.measures)),
        source("weeks", "", "visit", (each.number for each in made)),
        source("tiers", "", "client", touched),
        source("done", "", "task", (each.number for each in book.done)),
        source("open", "", "task", plain),
        source("overdue", "", "task", (each.number for each in book.overdue)),
        source("plan", "", "task", (each.number for each in report.plan)),
        source("planned", "", "client", (each.client_number for each in report.planned)),
        source("support", "", "task", (each.number for each in book.open if each.why)),
        source("deals", "", "deal", (each.number for each in report.deals.rows)),
        source("enquiries", "", "task", (each.number for each in report.enquiries.rows)),
    )


def source(section: str, figure: str, kind: str, numbers: Iterable[int]) -> Source:
    """Where a figure is from, each number once and in order."""
    return Source(section, figure, kind, tuple(sorted(set(numbers))))
