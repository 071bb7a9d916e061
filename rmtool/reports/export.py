"""The upstream workbook as tables: summary, visits, clients, tasks of a period, streamed from the store."""

import sqlite3
from collections.abc import Callable
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from datetime import time

from rmtool.domain import row_keys
from rmtool.domain.clients import Client
from rmtool.domain.tables import Column
from rmtool.domain.tables import Row
from rmtool.domain.tables import Sheet
from rmtool.domain.tables import Table
from rmtool.domain.tasks import Task
from rmtool.domain.visits import Visit
from rmtool.errors import UsageError
from rmtool.i18n import _
from rmtool.reports import export_summary
from rmtool.reports.export_fields import Fields
from rmtool.reports.export_wanted import SHEETS
from rmtool.reports.export_wanted import Wanted
from rmtool.store import clients
from rmtool.store import database
from rmtool.store import tasks
from rmtool.store import visit_counts
from rmtool.store import visits


def sheet_names(words: str) -> tuple[str, ...]:
    """The sheets a user names, with commas between, in English or in the run's language; raises UsageError."""
    names = {"summary": _("Summary"), "visits": _("Visits"), "clients": _("Clients"), "tasks": _("Tasks")}
    known = {name.casefold(): key for key, name in names.items()} | {key: key for key in names}
    chosen: list[str] = []
    for word in words.replace("，", ",").split(","):
        key = known.get(word.strip().casefold())
        if key is None:
            raise UsageError(
                _("Unknown sheet {word}: use some of {known}.").format(
                    word=word.strip(), known=", ".join(SHEETS)
                )
            )
        if key not in chosen:
            chosen.append(key)
    return tuple(chosen)


def tables(db: sqlite3.Connection, wanted: Wanted) -> tuple[Sheet, ...]:
    """The sheets wanted, in their order; their rows come from the store as they are read.

    Raises UsageError for a column that the visits don't have.
    """
    makers: dict[str, Callable[[sqlite3.Connection, Wanted], Sheet]] = {
        "summary": export_summary.summary,
        "visits": _visits,
        "clients": _clients,
        "tasks": _tasks,
    }
    made = [makers[key](db, wanted) for key in wanted.sheets]
    return tuple(_keyed(db, each, wanted) if isinstance(each, Table) else each for each in made)


# The last cell of every row here: the key of the store, and what tells the client elsewhere.
_KEY = Column(row_keys.COLUMN, "", "text", 8, hidden=True)


def _keyed(db: sqlite3.Connection, table: Table, wanted: Wanted) -> Table:
    """`table` with the hidden column that it is known by when it comes back, or without it."""
    *columns, key = table.columns
    if not wanted.made_at:
        return replace(table, columns=tuple(columns), rows=(row[:-1] for row in table.rows))
    head = row_keys.Head(
        table.key, wanted.period.key, wanted.made_at, wanted.owner, wanted.hiding.level or "", tuple(each.key for each in columns),
        wanted.language, database.next_number(db, table.key) - 1,
    )  # fmt: skip
    key = replace(key, label=row_keys.head_text(head))
    return replace(table, columns=(*columns, key), rows=map(_with_key, table.rows))


def _with_key(row: Row) -> Row:
    *cells, known = row
    uuid, *matches = known if isinstance(known, tuple) else ("",)
    return (*cells, row_keys.key_text(uuid, cells, matches))


def columns(wanted: Wanted) -> dict[str, tuple[Column, ...]]:
    """What each sheet's columns are, the hidden one left out."""
    own = {which: Fields(wanted, which).columns for which in ("visit_fields", "client_fields")}
    every = {
        "visits": _visit_columns(own["visit_fields"]),
        "clients": _client_columns(own["client_fields"]),
        "tasks": _task_columns(),
    }
    return {sheet: each[:-1] for sheet, each in every.items()}


def _visits(db: sqlite3.Connection, wanted: Wanted) -> Table:
    own = Fields(wanted, "visit_fields")
    columns = _visit_columns(own.columns)
    first, last = wanted.days
    found = visits.between(db, visits.Filter(first=first, last=last))
    table = Table("visits", _("Visits"), columns, _visit_rows(found, wanted, own))
    if wanted.columns:
        return table.pick(wanted.columns)
    if _has_more(db, wanted):
        return table
    return table.pick([each.key for each in columns if each.key != "fields" and not each.hidden])


def _visit_columns(own: tuple[Column, ...]) -> tuple[Column, ...]:
    return (
        Column("number", _("No."), "number", 9),
        Column("day", _("Date"), "date"),
        Column("time", _("Time"), "time", 8),
        Column("client", _("Client"), "text", 24),
        Column("kind", _("Kind"), "text", 10),
        Column("text", _("What was said"), "note", 44),
        Column("result", _("Result"), "note", 24),
        Column("need", _("Need"), "note", 20),
        Column("feedback", _("Feedback"), "note", 20),
        Column("products", _("Products"), "note", 14),
        Column("competitor", _("Competitors"), "note", 16),
        Column("people", _("With"), "note", 12),
        Column("place", _("Place"), "note", 14),
        Column("purpose", _("Purpose"), "note", 14),
        Column("minutes", _("Minutes"), "number", 9),
        Column("measures", _("Measures"), "note", 16),
        *own,
        Column("fields", _("More"), "note", 16),
        Column("owner", _("Owner"), "text", 10),
        Column("client_number", _("Client no."), "number", 9),
        _KEY,
    )


def _has_more(db: sqlite3.Connection, wanted: Wanted) -> bool:
    """Whether the column for fields of one's own has a place: always in what programs read, else where it says something."""
    return not wanted.language or visits.any_fields(db, *wanted.days)


def _visit_rows(found: Iterator[Visit], wanted: Wanted, own: Fields) -> Iterator[Row]:
    words, text = _Words(wanted, "visit_kinds"), wanted.text
    measures, products = _Words(wanted, "measures"), _Words(wanted, "products")
    for visit in found:
        yield (
            visit.number,
            date.fromisoformat(visit.day),
            _time(visit.time),
            wanted.name(visit.client_name),
            words[visit.kind],
            text(visit.text),
            text(visit.result),
            text(visit.need),
            text(visit.feedback),
            tuple(text(products[each]) for each in visit.products),
            text(visit.competitor),
            tuple(map(text, visit.people)),
            text(visit.place),
            text(visit.purpose),
            visit.minutes,
            {measures[key]: value for key, value in visit.measures.items()},
            *own.cells(visit.fields),
            own.rest(visit.fields),
            visit.owner,
            visit.client,
            (visit.uuid,),
        )


def _clients(db: sqlite3.Connection, wanted: Wanted) -> Table:
    own = Fields(wanted, "client_fields")
    columns = _client_columns(own.columns)
    everyone = wanted.period.kind == "all"
    found = clients.everyone(db) if everyone else clients.during(db, *wanted.days)
    return Table("clients", _("Clients"), columns, (_client_row(db, each, wanted, own) for each in found))


def _client_columns(own: tuple[Column, ...]) -> tuple[Column, ...]:
    return (
        Column("number", _("No."), "number", 9),
        Column("name", _("Name"), "text", 32),
        Column("kind", _("Person or company"), "text", 12),
        Column("tier", _("Tier"), "text", 12),
        Column("stage", _("Stage"), "text", 12),
        Column("industry", _("Industry"), "text", 18),
        Column("visits", _("Visits"), "number", 9),
        Column("last_touch", _("Last touch"), "date"),
        Column("phones", _("Phones"), "code", 26),
        Column("emails", _("E-mail"), "code", 26),
        Column("wechat", _("WeChat"), "code", 16),
        Column("area", _("Area"), "text", 16),
        Column("route", _("Route"), "text", 14),
        Column("address", _("Address"), "note", 32),
        Column("birthday", _("Birthday"), "code", 13),
        Column("birthday_lunar", _("Lunar birthday"), "text", 10),
        Column("id_number", _("Identity number"), "code", 22),
        Column("uscc", _("Credit code"), "code", 22),
        Column("source", _("Source"), "text", 16),
        Column("referred_by", _("Referred by no."), "number", 9),
        Column("owner", _("Owner"), "text", 14),
        *own,
        Column("fields", _("More"), "note", 32),
        Column("remark", _("Remark"), "note", 40),
        Column("added_on", _("Added on"), "date"),
        Column("archived_on", _("Archived on"), "date"),
        _KEY,
    )


def _client_row(db: sqlite3.Connection, client: Client, wanted: Wanted, own: Fields) -> Row:
    count, last_touch = visit_counts.touches(db, client.number, *wanted.days)
    kinds = {"person": _("person"), "company": _("company")} if wanted.language else {}
    return (
        client.number,
        wanted.name(client.name),
        kinds.get(client.kind, client.kind),
        wanted.tier(client.tier),
        wanted.label("stages", client.stage),
        client.industry,
        count,
        _day(last_touch),
        tuple(wanted.hidden(each, "phone") for each in client.phones),
        tuple(wanted.hidden(each, "email") for each in client.emails),
        wanted.hidden(client.wechat, "chat"),
        client.area,
        client.route,
        wanted.hidden(client.address, "address"),
        wanted.hidden(client.birthday, "birthday"),
        _yes(client.birthday_lunar, wanted),
        wanted.hidden(client.id_number, "identity"),
        client.uscc,
        wanted.text(client.source),
        client.referred_by,
        client.owner,
        *own.cells(client.fields),
        own.rest(client.fields),
        wanted.text(client.remark),
        _day(client.added_on),
        _day(client.archived_on),
        (client.uuid, *(row_keys.matches(client, wanted.team_key) if wanted.made_at else ())),
    )


def _tasks(db: sqlite3.Connection, wanted: Wanted) -> Table:
    found = tasks.during(db, *wanted.days)
    return Table("tasks", _("Tasks"), _task_columns(), (_task_row(each, wanted) for each in found))


def _task_columns() -> tuple[Column, ...]:
    return (
        Column("number", _("No."), "number", 9),
        Column("state", _("State"), "text", 10),
        Column("due", _("Due"), "date"),
        Column("due_time", _("Due at"), "time", 8),
        Column("client", _("Client"), "text", 28),
        Column("text", _("Task"), "note", 50),
        Column("kind", _("Kind"), "text", 14),
        Column("owner", _("Owner"), "text", 14),
        Column("opened_on", _("Opened on"), "date"),
        Column("closed_on", _("Closed on"), "date"),
        Column("result", _("Result"), "note", 36),
        Column("first_due", _("First due"), "date"),
        Column("moves", _("Moved"), "number", 9),
        Column("visit", _("Visit no."), "number", 9),
        Column("client_number", _("Client no."), "number", 9),
        _KEY,
    )


def _task_row(task: Task, wanted: Wanted) -> Row:
    return (
        task.number,
        _state(task, wanted),
        _day(task.due),
        _time(task.due_time),
        wanted.name(task.client_name),
        wanted.text(task.text),
        wanted.label("task_kinds", task.kind),
        task.owner,
        _day(task.opened_on),
        _day(task.closed_on),
        wanted.text(task.result),
        _day(task.first_due),
        task.moves,
        task.visit,
        task.client,
        (task.uuid,),
    )


def _state(task: Task, wanted: Wanted) -> str:
    late = task.due and task.due < wanted.today.isoformat()
    key = "closed" if task.closed_on else "overdue" if late else "open"
    words = {"closed": _("closed"), "overdue": _("overdue"), "open": _("open")} if wanted.language else {}
    return words.get(key, key)


def _yes(value: bool, wanted: Wanted) -> str | bool:
    return (_("yes") if value else "") if wanted.language else value


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _time(text: str) -> time | None:
    return time.fromisoformat(text) if text else None


class _Words(dict[str, str]):
    """The labels of one list of the profile, each looked up once."""

    def __init__(self, wanted: Wanted, which: str) -> None:
        super().__init__()
        self._wanted, self._which = wanted, which

    def __missing__(self, key: str) -> str:
        self[key] = self._wanted.label(self._which, key)
        return self[key]
