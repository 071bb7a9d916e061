"""`import-visits`: visits from a table."""

import re
from datetime import timedelta
from sqlite3 import Connection
from typing import Annotated

import typer

from rmtool.app import App
from rmtool.commands import _fields
from rmtool.commands import _import
from rmtool.commands import _import_options as options
from rmtool.commands import _visit_form
from rmtool.commands._known_clients import KnownClients
from rmtool.commands._parameters import Json
from rmtool.commands.add_client import guess_kind
from rmtool.domain import headers
from rmtool.domain import numbers
from rmtool.domain.clients import Client
from rmtool.domain.text import clean
from rmtool.domain.text import one_line
from rmtool.domain.text import required
from rmtool.domain.text import shown
from rmtool.domain.visits import Visit
from rmtool.errors import NotFoundError
from rmtool.errors import RefusedError
from rmtool.errors import UsageError
from rmtool.i18n import _
from rmtool.readers import days
from rmtool.store import database
from rmtool.store import visits

HELP = _("""Take in visits from CSV, TSV, XLSX, XLS or ODS.

Headings such as 客户名称, 拜访日期, 拜访内容 or client, date, text are known; --map and --set say the rest.
A visit is known by client, day, time, kind and text, so the same file twice changes nothing.
If a row can't be taken, none is; see FILE.rejected.csv, or use --skip-bad.

Examples:
  rmtool import-visits visits.xlsx --dry-run
  rmtool import-visits calls.csv --create-clients --set kind=call
  rmtool import-visits calls.csv --set 'day=first {weekday} of {month} 2010'""")

_LISTS = re.compile(r"[;；,，、|\n]+")
_TEXTS = ("place", "purpose", "result", "need", "feedback", "competitor")
_COMPARED = Visit._fields


def import_visits(
    app: App,
    file: options.File,
    create_clients: Annotated[
        bool, typer.Option("--create-clients", help=_("Add the clients that are not there yet."))
    ] = False,
    map: options.Map = None,
    set: options.Set = None,
    no_header: options.NoHeader = False,
    sheet: options.Sheet = "",
    encoding: options.Encoding = "",
    save_map: options.SaveMap = None,
    dry_run: options.DryRun = False,
    skip_bad: options.SkipBad = False,
    json: Json = False,
) -> None:
    """Add and update visits, all or none."""
    wanted = _import.Wanted(
        file=file, map=map, set=tuple(set or ()), no_header=no_header, sheet=sheet, encoding=encoding,
        save_map=save_map, dry_run=dry_run, skip_bad=skip_bad, json=json,
    )  # fmt: skip
    measures = [(each.key, each.zh, each.en) for each in app.profile.measures if not each.of]
    own = [(each.key, each.zh, each.en) for each in app.profile.visit_fields]
    known = headers.with_own(headers.with_own(headers.VISITS, "measure.", measures), "field.", own)
    kind = _import.Kind(
        known, ("field.", "measure."), lambda db: VisitTaker(app, db, create_clients=create_clients)
    )
    _import.run(app, wanted, kind)


class VisitTaker:
    """Takes the records of visits, and makes their clients where that is wanted."""

    def __init__(self, app: App, db: Connection, *, create_clients: bool) -> None:
        self._app = app
        self._db = db
        self._create = create_clients
        self._known = KnownClients(db)
        self._next = database.next_number(db, "visits")
        self._latest = (app.today + timedelta(days=1)).isoformat()
        self._kinds: dict[str, str] = {}
        self._made: set[int] = set()
        # Of each client in the file: what its visits are known by, and their numbers.
        self._of: dict[int, dict[tuple[str, str, str, str], int]] = {}
        self._new: dict[int, Visit] = {}
        self._changed: dict[int, Visit] = {}
        # What the rows of this file said of a visit: field → place of the row.
        self._said: dict[int, dict[str, int]] = {}

    def pending(self) -> int:
        """How many values wait to be stored."""
        return len(self._new) + len(self._changed)

    def store(self) -> None:
        """Store what waits, clients first."""
        self._known.store(self._app.recorded_at)
        visits.add_many(self._db, list(self._new.values()))
        for visit in self._changed.values():
            visits.set(self._db, visit)
        self._new.clear()
        self._changed.clear()

    def clients_added(self) -> int:
        """How many clients were made."""
        return len(self._made)

    def notes(self) -> list[str]:
        """Nothing more is to be said."""
        return []

    def take(self, record: dict[str, str], place: int) -> str:
        """Add or update the visit that `record` describes; raises the reason why it can't be."""
        said = self._visit(record)
        described = self._described(record)
        client = self._known.find(described)
        if client is None:
            client = self._new_client(described)
        known = self._of.get(client.number)
        if known is None:
            known = {} if client.number in self._made else visits.known_by(self._db, client.number)
            self._of[client.number] = known
        key = (said.day, said.time, said.kind, said.text)
        number = known.get(key)
        if number is None:
            known[key] = self._add(said, client, place)
            return "added"
        return self._update(number, said, place)

    def _add(self, said: Visit, client: Client, place: int) -> int:
        number = self._next
        self._next += 1
        self._new[number] = said._replace(
            number=number,
            client=client.number,
            owner=said.owner or self._app.settings.owner,
            recorded_at=self._app.recorded_at,
        )
        self._said[number] = {name: place for name in _COMPARED if getattr(said, name)}
        return number

    def _update(self, number: int, said: Visit, place: int) -> str:
        before = self._new.get(number) or self._changed.get(number) or visits.get(self._db, number)
        values = {name: getattr(before, name) for name in _COMPARED}
        for name in (*_TEXTS, "minutes", "people", "products", "owner"):
            if getattr(said, name) not in ("", None, ()):
                values[name] = getattr(said, name)
        values["measures"] = {**before.measures, **said.measures}
        values["fields"] = {**before.fields, **said.fields}
        told = self._said.setdefault(number, {})
        changed = [name for name in _COMPARED if values[name] != getattr(before, name)]
        for name in changed:
            if name in told:
                raise RefusedError(
                    _("Row {row} says otherwise of the same visit ({field}).").format(
                        row=told[name], field=name
                    )
                )
        for name in _COMPARED:
            if getattr(said, name):
                told.setdefault(name, place)
        if not changed:
            return "unchanged"
        (self._new if number in self._new else self._changed)[number] = Visit(**values)
        return "updated"

    def _described(self, record: dict[str, str]) -> Client:
        name, phone = record.get("client", ""), record.get("phone", "")
        id_number, uscc = record.get("id_number", ""), record.get("uscc", "")
        if not (name or phone or id_number or uscc):
            raise UsageError(_("The row names no client."))
        return Client(
            name=one_line(name, _("the name")) if name else "",
            phones=(numbers.phone(phone, self._app.settings.phone_region),) if phone else (),
            id_number=numbers.identity_number(id_number) if id_number else "",
            uscc=numbers.credit_code(uscc) if uscc else "",
        )

    def _new_client(self, described: Client) -> Client:
        if not self._create or not described.name:
            raise NotFoundError(
                _("No client is named {word}: add it, or use --create-clients.").format(
                    word=shown(described.name or "?")
                )
            )
        client = self._known.add(
            described._replace(
                kind=guess_kind(described.name),
                owner=self._app.settings.owner,
                added_on=self._app.today.isoformat(),
            )
        )
        self._made.add(client.number)
        return client

    def _visit(self, record: dict[str, str]) -> Visit:
        get = record.get
        if "day" not in record:
            raise UsageError(_("The row has no date."))
        day, time = days.moment(record["day"])
        if day > self._latest:
            raise UsageError(_("{day} is still to come: a visit has been made.").format(day=day))
        return Visit(
            client=0,
            day=day,
            time=days.time(record["time"]) if "time" in record else time,
            text=required(get("text", ""), _("the text of the visit")),
            kind=self._kind(get("kind", "")),
            minutes=_minutes(get("minutes", "")),
            people=_list(get("people", "")),
            products=_visit_form.products(self._app, _list(get("products", ""))),
            measures=_visit_form.measures(self._app, _measures(record)),
            fields=_fields.read(self._app, "visit_fields", _own(record), {}),
            owner=one_line(record["owner"], _("the owner")) if "owner" in record else "",
            **{name: clean(record[name], name) for name in _TEXTS if name in record},  # type: ignore[arg-type]
        )

    def _kind(self, word: str) -> str:
        if not word:
            return "visit"
        if word not in self._kinds:
            self._kinds[word] = self._app.profile.choose("visit_kinds", word)
        return self._kinds[word]


def _minutes(word: str) -> int | None:
    if not word:
        return None
    found = re.fullmatch(r"(\d{1,4})\s*(?:分钟|分|min|minutes?)?", word)
    if found is None or int(found[1]) > 1440:
        raise UsageError(_("{word} is no number of minutes.").format(word=shown(word)))
    return int(found[1])


def _list(text: str) -> tuple[str, ...]:
    return tuple(one_line(each, _("the name")) for each in _LISTS.split(text) if each.strip()) if text else ()


def _own(record: dict[str, str]) -> list[str]:
    return [f"{name[6:]}={text}" for name, text in record.items() if name.startswith("field.")]


def _measures(record: dict[str, str]) -> list[str]:
    """The measures of `record` as KEY=NUMBER words: columns of their own, and one that lists several."""
    found = [
        f"{name[8:]}={text.replace(',', '')}" for name, text in record.items() if name.startswith("measure.")
    ]
    listed = re.split(r"[;；\n]+", record.get("measures", ""))
    return found + [re.sub(r"\s*[:：=]\s*", "=", each.strip()) for each in listed if each.strip()]
