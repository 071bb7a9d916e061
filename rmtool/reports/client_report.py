"""What happened with one client in a period: visits, tasks, hand-overs, deals, notes, papers and greetings, in order."""

import sqlite3
from collections import Counter
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass

from rmtool.config.settings import Settings
from rmtool.domain.clients import Client
from rmtool.domain.clock import Clock
from rmtool.domain.reports import KindCount
from rmtool.domain.tasks import Task
from rmtool.domain.timeline import ClientReport
from rmtool.domain.timeline import Event
from rmtool.domain.timeline import OpenDeal
from rmtool.domain.visits import Visit
from rmtool.reports.compared import head
from rmtool.reports.owed import Wanted
from rmtool.reports.owed import task_row
from rmtool.reports.sources import asked
from rmtool.reports.sources import source
from rmtool.store import clients
from rmtool.store import contacts
from rmtool.store import deals
from rmtool.store import greetings
from rmtool.store import hand_overs
from rmtool.store import notes
from rmtool.store import papers
from rmtool.store import tasks
from rmtool.store import visits


@dataclass(frozen=True, slots=True)
class _Span:
    """Whose events of which days are wanted; days are ISO, both included."""

    client: Client
    first: str
    last: str
    owner: str

    def holds(self, day: str) -> bool:
        return self.first <= day <= self.last

    def mine(self, owner: str) -> bool:
        return self.owner in ("", owner)


def client_report(db: sqlite3.Connection, wanted: Wanted, clock: Clock, settings: Settings) -> ClientReport:
    """The timeline of the client that `wanted` names, up to the report's last day; raises NotFoundError."""
    client = clients.get(db, wanted.client)
    span = _Span(client, wanted.period.first.isoformat(), wanted.as_of.isoformat(), wanted.owner)
    made = tuple(visits.between(db, visits.Filter(client.number, span.first, span.last, owner=span.owner)))
    owed = [each for each in tasks.matching(db, tasks.Filter("all", client.number)) if span.mine(each.owner)]
    still = [each for each in owed if each.opened_on <= span.last and not _closed(each, span.last)]
    rows = tuple(task_row(each, wanted, clock) for each in still)
    months = Counter(each.day[:7] for each in made)
    events, talks = _events(db, span, made, owed), _open_deals(db, span)
    return ClientReport(
        *head(wanted, settings),
        client=client._replace(uuid="", id_number=""),
        referrer=clients.get(db, client.referred_by).name if client.referred_by else "",
        contacts=tuple(each._replace(uuid="") for each in contacts.of(db, client.number)),
        visits=len(made),
        kinds=_counts(dict(Counter(each.kind for each in made).most_common())),
        months=_counts(dict(sorted(months.items()))),
        opened=sum(each.what == "task" for each in events),
        done=sum(each.what == "done" for each in events),
        overdue=sum(each.state == "overdue" for each in rows),
        events=events,
        open=rows,
        deals=talks,
        sources=asked(
            wanted,
            source("counts", "visits", "visit", (each.number for each in made)),
            source("counts", "opened", "task", (each.number for each in events if each.what == "task")),
            source("counts", "done", "task", (each.number for each in events if each.what == "done")),
            source("counts", "open", "task", (each.number for each in rows)),
            source("counts", "overdue", "task", (each.number for each in rows if each.state == "overdue")),
            source("counts", "deals", "deal", (each.number for each in talks)),
        ),
    )


def _closed(task: Task, day: str) -> bool:
    return bool(task.closed_on) and task.closed_on <= day


def _counts(numbers: Mapping[str, int]) -> tuple[KindCount, ...]:
    return tuple(KindCount(key, number, 0) for key, number in numbers.items())


def _events(
    db: sqlite3.Connection, span: _Span, made: Iterable[Visit], owed: Iterable[Task]
) -> tuple[Event, ...]:
    """Everything that happened within `span`, by day and time; what has no time comes last on its day."""
    owed = tuple(owed)
    every = (
        *_client(span.client), *map(_visit, made), *_tasks(owed), *_hand_overs(db, owed), *_deals(db, span),
        *_notes(db, span), *_papers(db, span), *_greetings(db, span),
    )  # fmt: skip
    return tuple(
        sorted(
            (each for each in every if span.holds(each.day)),
            key=lambda each: (each.day, each.time or "99", each.number),
        )
    )


def _client(client: Client) -> Iterator[Event]:
    if client.added_on:
        yield Event(client.added_on, "", "added", client.number, owner=client.owner)
    if client.archived_on:
        yield Event(client.archived_on, "", "archived", client.number, owner=client.owner)


def _visit(visit: Visit) -> Event:
    details = _there(
        purpose=visit.purpose, people=", ".join(visit.people), place=visit.place, need=visit.need,
        feedback=visit.feedback, competitor=visit.competitor, result=visit.result,
    )  # fmt: skip
    return Event(
        visit.day, visit.time, "visit", visit.number, visit.kind, visit.text, visit.owner, None, details,
        dict(visit.measures),
    )  # fmt: skip


def _tasks(owed: Iterable[Task]) -> Iterator[Event]:
    for each in owed:
        due = f"{each.first_due or each.due} {each.due_time}".strip()
        details = _there(due=due, visit=str(each.visit or ""))
        yield Event(
            each.opened_on, each.opened_time, "task", each.number, each.kind, each.text, each.owner, None, details
        )  # fmt: skip
        if each.closed_on:
            details = _there(result=each.result)
            yield Event(
                each.closed_on, each.closed_time, "done", each.number, each.kind, each.text, each.owner, None, details
            )  # fmt: skip


def _hand_overs(db: sqlite3.Connection, owed: Iterable[Task]) -> Iterator[Event]:
    known = {each.number: each for each in owed}
    for number, found in hand_overs.of_tasks(db, known).items():
        task = known[number]
        for each in found:
            details = _there(person=each.person, remark=each.remark)
            yield Event(
                each.day, each.time, "handed-over", number, each.department, task.text, task.owner, None, details
            )  # fmt: skip


def _deals(db: sqlite3.Connection, span: _Span) -> Iterator[Event]:
    for deal in deals.matching(db, deals.Filter("all", span.client.number, owner=span.owner)):
        amount = deal.amount / 100
        for day, stage in deals.moves(db, deal.number):
            opened = day == deal.opened_on
            yield Event(
                day, "", "deal" if opened else "moved", deal.number, stage, deal.product, deal.owner, amount,
                _there(expected=deal.expected if opened else ""),
            )  # fmt: skip
        if deal.outcome in ("won", "lost"):
            yield Event(
                deal.closed_on, "", "won" if deal.outcome == "won" else "lost", deal.number, deal.stage, deal.product,
                deal.owner, amount, _there(reason=deal.reason),
            )  # fmt: skip


def _open_deals(db: sqlite3.Connection, span: _Span) -> tuple[OpenDeal, ...]:
    found = deals.matching(db, deals.Filter("all", span.client.number, owner=span.owner, open_on=span.last))
    return tuple(
        OpenDeal(each.number, each.product, each.amount / 100, each.stage, each.expected) for each in found
    )


def _notes(db: sqlite3.Connection, span: _Span) -> Iterator[Event]:
    wanted = notes.Filter(span.first, span.last, client=span.client.number, owner=span.owner)
    for each in notes.matching(db, wanted):
        details = _there(product=each.product, competitor=each.competitor, place=each.place, tell=each.tell)
        yield Event(each.day, "", "note", each.number, each.kind, each.text, each.owner, None, details)


def _papers(db: sqlite3.Connection, span: _Span) -> Iterator[Event]:
    for each in papers.of(db, span.client.number):
        details = _there(expires=each.expires_on)
        yield Event(
            each.received_on, "", "paper", each.number, each.paper, each.remark, "", None, details
        )  # fmt: skip


def _greetings(db: sqlite3.Connection, span: _Span) -> Iterator[Event]:
    wanted = greetings.Filter(span.client.number, span.first, span.last, span.owner)
    for each in greetings.matching(db, wanted):
        details = _there(person=each.contact_name, gift=each.gift)
        yield Event(
            each.sent_on, "", "greeting", each.number, each.occasion, each.text, each.owner, None, details
        )  # fmt: skip


def _there(**details: str) -> dict[str, str]:
    """The details that say something."""
    return {key: text for key, text in details.items() if text}
