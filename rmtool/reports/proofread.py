"""What to look at before a report goes out, asked from the store."""

import sqlite3
from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator

from rmtool.config.profile import Profile
from rmtool.domain import fields
from rmtool.domain import proofreading
from rmtool.domain.clients import Client
from rmtool.domain.proofreading import Finding
from rmtool.domain.proofreading import What
from rmtool.domain.tasks import Task
from rmtool.domain.visits import Visit
from rmtool.i18n import _
from rmtool.reports.owed import Wanted
from rmtool.store import clients
from rmtool.store import contacts
from rmtool.store import tasks
from rmtool.store import visits

_ORDER: tuple[What, ...] = ("placeholder", "no unit", "same text", "no next step", "incomplete")
_CHECKS: tuple[tuple[What, Callable[[str], tuple[str, ...]]], ...] = (
    ("placeholder", proofreading.placeholders), ("no unit", proofreading.without_unit),
)  # fmt: skip


def proofread(db: sqlite3.Connection, wanted: Wanted, profile: Profile, language: str) -> tuple[Finding, ...]:
    """Everything to look at in the visits of the period, in its tasks, and in the records of their clients."""
    first, last = wanted.period.first.isoformat(), wanted.period.last.isoformat()
    made = tuple(visits.between(db, visits.Filter(first=first, last=last, owner=wanted.owner)))
    owed = (
        *tasks.matching(db, tasks.Filter("all", opened_from=first, opened_to=last, owner=wanted.owner)),
        *tasks.matching(db, tasks.Filter("closed", closed_from=first, closed_to=last, owner=wanted.owner)),
    )
    named = {*(each.client for each in made), *(each.client for each in owed if each.client is not None)}
    found = (
        *_visits(db, made), *_tasks({each.number: each for each in owed}.values()),
        *_clients(db, sorted(named), profile, language),
    )  # fmt: skip
    return tuple(sorted(found, key=lambda each: (_ORDER.index(each.what), each.number)))


def _visits(db: sqlite3.Connection, made: tuple[Visit, ...]) -> Iterator[Finding]:
    followed = {each.visit for each in tasks.of_visits(db, (each.number for each in made))}
    for visit in made:
        yield from _texts(
            "visit",
            visit.number,
            visit.client_name,
            (visit.text, visit.need, visit.result, visit.feedback, visit.purpose),
        )
        before = visits.previous(db, visit)
        if before is not None and proofreading.alike(visit.text, before.text) >= proofreading.ALIKE:
            yield Finding("same text", "visit", visit.number, visit.client_name, visit.text)
        if visit.number not in followed:
            yield Finding("no next step", "visit", visit.number, visit.client_name, visit.text)


def _tasks(owed: Iterable[Task]) -> Iterator[Finding]:
    for each in owed:
        yield from _texts("task", each.number, each.client_name, (each.text, each.result))


def _texts(record: str, number: int, client: str, texts: Iterable[str]) -> Iterator[Finding]:
    for text in texts:
        for what, check in _CHECKS:
            for piece in check(text):
                yield Finding(what, record, number, client, piece)


def _clients(
    db: sqlite3.Connection, numbers: Iterable[int], profile: Profile, language: str
) -> Iterator[Finding]:
    for number in numbers:
        client = clients.get(db, number)
        lacking = [each.label(language) for each in fields.missing(profile.client_fields, client.fields)]
        if not _can_be_called(db, client):
            lacking.insert(0, _("phone"))
        if lacking:
            yield Finding("incomplete", "client", number, client.name, _(", ").join(lacking))


def _can_be_called(db: sqlite3.Connection, client: Client) -> bool:
    return bool(client.phones) or any(each.phone for each in contacts.of(db, client.number))
