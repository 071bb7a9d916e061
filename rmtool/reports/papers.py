"""Which papers clients have handed in, lack, or must renew, asked from the store."""

import sqlite3
from collections.abc import Iterable
from collections.abc import Iterator
from datetime import date
from itertools import groupby

from rmtool.config.profile import Profile
from rmtool.domain import papers
from rmtool.domain.clients import Client
from rmtool.domain.papers import MISSING
from rmtool.domain.papers import SOON_DAYS
from rmtool.domain.papers import PaperLine
from rmtool.store import papers as kept
from rmtool.store.papers import Owned


def of_client(
    db: sqlite3.Connection, client: Client, today: date, profile: Profile, soon: int = SOON_DAYS
) -> tuple[PaperLine, ...]:
    """The papers of one client in the profile's order, then those that it need not have."""
    rows = [
        Owned(client.number, client.name, client.kind, client.tier, each)
        for each in kept.of(db, client.number)
    ]
    none = Owned(client.number, client.name, client.kind, client.tier, None)
    return tuple(_lines(rows or [none], today, profile, soon))


def everybody(
    db: sqlite3.Connection, today: date, profile: Profile, owner: str = "", soon: int = SOON_DAYS
) -> Iterator[PaperLine]:
    """The papers of every client waited for, client by client."""
    for _number, rows in groupby(kept.owned(db, profile.owed, owner), key=lambda each: each.number):
        yield from _lines(rows, today, profile, soon)


def warnings(db: sqlite3.Connection, today: date, profile: Profile, owner: str = "") -> tuple[PaperLine, ...]:
    """The papers that have expired or soon will, the earliest first."""
    found = kept.expiring(db, papers.last_day(today), profile.owed, owner)
    return tuple(papers.judged(paper, name, today) for paper, name in found)


def _lines(rows: Iterable[Owned], today: date, profile: Profile, soon: int) -> Iterator[PaperLine]:
    """One client's papers; every row is the same client with another paper."""
    those = list(rows)
    client = those[0]
    there = {each.paper.paper: each.paper for each in those if each.paper}
    for wanted in profile.papers_of(client.kind, client.tier):
        paper = there.pop(wanted.key, None)
        if paper is None:
            yield PaperLine(client.number, client.name, wanted.key, MISSING)
        else:
            yield papers.judged(paper, client.name, today, soon)
    for paper in there.values():
        yield papers.judged(paper, client.name, today, soon)
