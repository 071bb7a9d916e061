"""What a form is filled with: the facts of a period, and the rows of its lists, from the store."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from datetime import time

from rmtool.config.profile import Profile
from rmtool.config.settings import Settings
from rmtool.domain import fields as own_fields
from rmtool.domain import notes
from rmtool.domain.clients import Client
from rmtool.domain.form_map import Names
from rmtool.domain.form_map import Values
from rmtool.domain.hiding import STRICT
from rmtool.domain.hiding import Hiding
from rmtool.domain.reports import Report
from rmtool.domain.reports import TaskRow
from rmtool.domain.tables import Value
from rmtool.domain.visits import Visit
from rmtool.domain.workdays import WorkCalendar
from rmtool.i18n import _
from rmtool.reports.activity import activity
from rmtool.reports.owed import Wanted
from rmtool.store import clients
from rmtool.store import visits

MOST_ROWS = 20_000


@dataclass(frozen=True, slots=True)
class Voice:
    """In whose words a form is filled, and how openly."""

    profile: Profile
    settings: Settings
    language: str
    hiding: Hiding = STRICT

    def text(self, text: str) -> str:
        """`text` as it may leave the house."""
        return self.hiding.text(text)

    def label(self, which: str, key: str) -> str:
        """The word for `key` of a list of the profile."""
        return self.profile.label(which, key, self.language) if key else ""

    def typed(self, value: Value) -> Value:
        """`value` with its texts masked."""
        if isinstance(value, str):
            return self.text(value)
        return tuple(map(self.text, value)) if isinstance(value, tuple) else value


def values(db: sqlite3.Connection, wanted: Wanted, voice: Voice, calendar: WorkCalendar) -> Values:
    """Everything a form may ask for of the period wanted."""
    found = activity(db, wanted, voice.settings, voice.profile, calendar)
    rows = {
        "visit": _visits(db, wanted, found, voice),
        "client": tuple(
            {
                "name": each.name, "tier": each.tier, "stage": voice.label("stages", each.stage), "area": each.area,
                "visits": each.visits, "last_touch": _day(each.last_touch),
            }
            for each in found.clients.touched
        ),
        "task": _tasks((*found.tasks.overdue, *found.tasks.open, *found.plan), voice),
        "done": _tasks(found.tasks.done, voice),
        "plan": _tasks(found.plan, voice),
        "deal": tuple(
            {
                "client": each.client, "product": voice.label("products", each.product), "amount": voice.hiding.amount(each.amount, voice.language),
                "stage": voice.label("deal_stages", each.stage), "expected": _day(each.expected), "reason": each.reason,
            }
            for each in found.deals.rows
        ),
        "note": tuple(
            {
                "day": _day(each.day), "kind": notes.label(each.kind, voice.language), "text": each.text,
                "client": each.client, "competitor": each.competitor, "product": each.product, "place": each.place,
            }
            for each in found.notes
        ),
    }  # fmt: skip
    masked = {
        name: tuple({key: voice.typed(value) for key, value in row.items()} for row in some)
        for name, some in rows.items()
    }
    return Values(_facts(wanted, found, voice), masked)


def _facts(wanted: Wanted, found: Report, voice: Voice) -> Names:
    period, counts = wanted.period, found.counts
    return {
        "owner": wanted.owner or voice.settings.owner,
        "department": voice.settings.department,
        "supervisor": voice.settings.supervisor,
        "today": wanted.now.date(),
        "period": _("{first} to {last}").format(first=period.first.isoformat(), last=period.last.isoformat()),
        "first_day": period.first,
        "last_day": period.last,
        "year": period.first.year,
        "month": period.first.month,
        "week_number": period.first.isocalendar().week,
        "visits_count": counts.visits.count,
        "clients_count": counts.clients.count,
        "new_clients_count": counts.new_clients.count,
        "tasks_done": counts.done.count,
        "tasks_open": counts.open,
        "tasks_overdue": counts.overdue,
        "quiet_count": counts.quiet,
        "deals_open": found.deals.open,
        "deals_total": found.deals.total,
        "deals_weighted": found.deals.weighted,
        "deals_won": found.deals.won,
        **{f"measure.{each.key}": each.value for each in found.measures},
    }


def _visits(
    db: sqlite3.Connection, wanted: Wanted, found: Report, voice: Voice
) -> tuple[Mapping[str, Value], ...]:
    first, last = wanted.period.first.isoformat(), wanted.period.last.isoformat()
    asked = visits.Filter(first=first, last=last, owner=wanted.owner, limit=MOST_ROWS)
    steps = {each.number: each.next_steps for each in found.visits}
    known: dict[int, Client] = {}
    rows = []
    for visit in visits.between(db, asked):
        client = known.setdefault(visit.client, known.get(visit.client) or clients.get(db, visit.client))
        rows.append({**_visit(visit, voice), **_of(client, voice), **_next(steps.get(visit.number, ()))})
    return tuple(rows)


def _visit(visit: Visit, voice: Voice) -> Mapping[str, Value]:
    own = voice.profile.visit_fields
    return {
        "day": _day(visit.day), "time": time.fromisoformat(visit.time) if visit.time else None,
        "client": visit.client_name, "kind": voice.label("visit_kinds", visit.kind), "text": visit.text,
        "result": visit.result, "need": visit.need, "feedback": visit.feedback,
        "products": tuple(voice.label("products", each) for each in visit.products), "competitor": visit.competitor,
        "people": visit.people, "place": visit.place, "purpose": visit.purpose, "minutes": visit.minutes,
        "owner": visit.owner or voice.settings.owner, "number": visit.number,
        **{f"measure.{key}": value for key, value in visit.measures.items()},
        **{f"field.{each.key}": own_fields.typed(each, visit.fields.get(each.key, ""), voice.language) for each in own},
    }  # fmt: skip


def _of(client: Client, voice: Voice) -> Mapping[str, Value]:
    address = voice.hiding.value(client.address, "address")
    return {
        "tier": voice.profile.tier_name(client.tier, voice.language) if client.tier else "",
        "area": client.area, "address": address, "industry": client.industry, "phone": tuple(voice.hiding.value(each, "phone") for each in client.phones),
    }  # fmt: skip


def _next(steps: tuple[TaskRow, ...]) -> Mapping[str, Value]:
    due = [each.due for each in steps if each.due]
    return {
        "next_step": _("; ").join(each.text for each in steps),
        "next_due": _day(min(due)) if due else None,
    }


def _tasks(rows: tuple[TaskRow, ...], voice: Voice) -> tuple[Mapping[str, Value], ...]:
    states = {"done": _("done"), "open": _("open"), "overdue": _("overdue")}
    return tuple(
        {
            "due": _day(each.due), "client": each.client, "text": each.text,
            "kind": voice.label("task_kinds", each.kind), "owner": each.owner or voice.settings.owner,
            "state": states.get(each.state, each.state), "result": each.result, "opened_on": _day(each.opened_on),
            "closed_on": _day(each.closed_on), "number": each.number,
        }
        for each in rows
    )  # fmt: skip


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
