"""How a workbook that came back changes the store: one record, cell after cell; a row that is new; a row that is gone."""

import sqlite3
from collections.abc import Callable
from collections.abc import Mapping

from rmtool.app import App
from rmtool.commands import _client_form
from rmtool.commands import _visit_form
from rmtool.commands._known_clients import KnownClients
from rmtool.commands.import_clients import ClientTaker
from rmtool.commands.import_visits import VisitTaker
from rmtool.domain.clients import Client
from rmtool.domain.tasks import Task
from rmtool.domain.text import clean
from rmtool.domain.text import one_line
from rmtool.domain.text import required
from rmtool.domain.text import shown
from rmtool.domain.visits import Visit
from rmtool.errors import NotFoundError
from rmtool.errors import UsageError
from rmtool.i18n import _
from rmtool.readers import days
from rmtool.store import clients
from rmtool.store import tasks
from rmtool.store import visits

Step = Callable[[sqlite3.Connection], None]


class Takers:
    """What takes rows that somebody added, made when the first one is met."""

    def __init__(self, app: App, db: sqlite3.Connection) -> None:
        self._app, self._db = app, db
        self.used: dict[str, VisitTaker | ClientTaker] = {}
        self._clients: KnownClients | None = None

    def take(self, sheet: str, record: dict[str, str], place: int) -> tuple[bool, Step | None]:
        """Check a new row; answers whether it is news to the store, and what stores it (None: that comes with the others).

        A file that is taken back twice has the same new rows twice. Raises what is wrong with the row.
        """
        if sheet == "tasks":
            return self._task(record)
        if sheet not in self.used:
            app, db = self._app, self._db
            self.used[sheet] = (
                VisitTaker(app, db, create_clients=False) if sheet == "visits" else ClientTaker(app, db)
            )
        return self.used[sheet].take(_imported(record), place) != "unchanged", None

    def store(self) -> None:
        """Store the new clients and visits."""
        for sheet in ("clients", "visits"):
            if sheet in self.used:
                self.used[sheet].store()

    def _task(self, record: dict[str, str]) -> tuple[bool, Step | None]:
        app = self._app
        self._clients = self._clients or KnownClients(self._db)
        name = record.get("client", "")
        client = self._clients.find(Client(name=name)) if name else None
        if name and client is None:
            raise NotFoundError(_("No client is named {word}: add it first.").format(word=shown(name)))
        day, clock = days.moment(record["due"]) if record.get("due") else ("", "")
        made = Task(
            required(record.get("text", ""), _("the text of the task")),
            client=client.number if client else None,
            kind=app.profile.choose("task_kinds", record["kind"]) if record.get("kind") else "follow-up",
            due=day,
            due_time=days.time(record["due_time"]) if record.get("due_time") else clock,
            first_due=day,
            owner=record.get("owner", "") or app.settings.owner,
            opened_on=app.today.isoformat(),
            opened_time=app.time,
            recorded_at=app.recorded_at,
        )

        def store(db: sqlite3.Connection) -> None:
            tasks.add(db, made)

        said = (made.client, made.text, made.kind, made.first_due)
        for each in tasks.matching(self._db, tasks.Filter("all", made.client, kind=made.kind)):
            if (each.client, each.text, each.kind, each.first_due) == said:
                return False, None
        return True, store


def _imported(record: dict[str, str]) -> dict[str, str]:
    """A new row in the names of the imports."""
    renamed = {"phones": "phone", "emails": "email"}
    skipped = {
        "number",
        "client_number",
        "visits",
        "last_touch",
        "added_on",
        "archived_on",
        "fields",
        "referred_by",
    }
    return {renamed.get(key, key): text for key, text in record.items() if key not in skipped}


class Change:
    """A record that is being changed, one cell after the other."""

    def __init__(self, app: App, db: sqlite3.Connection, number: int) -> None:
        self.app, self.db, self.number = app, db, number

    def apply(self, key: str, text: str) -> bool:
        """Change one field; answers whether that makes a difference. Raises what is wrong with `text`."""
        raise NotImplementedError

    def store(self, db: sqlite3.Connection) -> None:
        """Put the record back."""
        raise NotImplementedError


class _VisitChange(Change):
    def __init__(self, app: App, db: sqlite3.Connection, number: int) -> None:
        super().__init__(app, db, number)
        self.value: Visit = visits.get(db, number)

    def apply(self, key: str, text: str) -> bool:
        before = self.value
        if key == "minutes":
            self.value = before._replace(minutes=_whole(text))
        elif key == "owner":
            self.value = before._replace(owner=one_line(text, _("the owner"), optional=True))
        elif key == "measures":
            pairs = [each.replace("：", ":").replace(":", "=", 1) for each in _split(text)]
            self.value = before._replace(measures=_visit_form.measures(self.app, pairs))
        elif key == "day":
            day, _time = days.moment(text)
            if day > self.app.today.isoformat():
                raise UsageError(_("{day} is still to come: a visit has been made.").format(day=day))
            self.value = before._replace(day=day)
        elif key == "time":
            self.value = before._replace(time=days.time(text) if text else "")
        else:
            names = {"products": "product", "kind": "kind", "people": "people"}
            said: object = _split(text) if key in ("products", "people") else text
            if key.startswith("field."):
                words = _visit_form.Words(field=[f"{key[6:]}={text}"])
            else:
                words = _visit_form.Words(**{names.get(key, key): said})  # type: ignore[arg-type]
            self.value = _visit_form.visit(self.app, words, before, force=True)
        return self.value != before

    def store(self, db: sqlite3.Connection) -> None:
        visits.set(db, self.value)


class _ClientChange(Change):
    def __init__(self, app: App, db: sqlite3.Connection, number: int) -> None:
        super().__init__(app, db, number)
        self.before: Client = clients.get(db, number)
        self.value = self.before

    def apply(self, key: str, text: str) -> bool:
        before = self.value
        names = {"phones": "phone", "emails": "email", "birthday_lunar": "lunar"}
        said: object = text
        if key in ("phones", "emails"):
            said = _split(text)
        elif key == "birthday_lunar":
            said = text.casefold() in ("yes", "true", "1", "是", "y")
        elif key == "tier":
            tiers = {
                self.app.profile.tier_name(each.key, language): each.key
                for each in self.app.profile.tiers
                for language in ("zh", "en")
            }
            said = tiers.get(text, text)
        if key.startswith("field."):
            words = _client_form.Words(field=[f"{key[6:]}={text}"])
        else:
            words = _client_form.Words(**{names.get(key, key): said})  # type: ignore[arg-type]
        self.value = _client_form.client(self.app, self.db, words, before)
        _client_form.refuse_new_same(self.db, self.value, self.before, force=False)
        return self.value != before

    def store(self, db: sqlite3.Connection) -> None:
        clients.set(db, self.value)


class _TaskChange(Change):
    def __init__(self, app: App, db: sqlite3.Connection, number: int) -> None:
        super().__init__(app, db, number)
        self.before: Task = tasks.get(db, number)
        self.value = self.before

    def apply(self, key: str, text: str) -> bool:
        before = self.value
        if key == "text":
            self.value = before._replace(text=required(text, _("the text of the task")))
        elif key == "kind":
            self.value = before._replace(kind=self.app.profile.choose("task_kinds", text))
        elif key == "owner":
            self.value = before._replace(owner=one_line(text, key, optional=True))
        elif key == "result":
            self.value = before._replace(result=clean(text, key) if text else "")
        elif key == "due":
            day = days.moment(text)[0] if text else ""
            changed = day != self.before.due
            # A task that had no due day is given its first one; that is no move.
            moves = self.before.moves + (1 if changed and self.before.due else 0)
            self.value = before._replace(due=day, first_due=before.first_due or day, moves=moves)
        else:
            self.value = before._replace(due_time=days.time(text) if text else "")
        return self.value != before

    def store(self, db: sqlite3.Connection) -> None:
        tasks.set(db, self.value)


def _whole(text: str) -> int | None:
    if not text:
        return None
    if not text.isdecimal() or int(text) > 1440:
        raise UsageError(_("{word} is no number of minutes.").format(word=text))
    return int(text)


def _split(text: str) -> list[str]:
    return [each.strip() for each in text.replace("；", ";").replace("\n", ";").split(";") if each.strip()]


CHANGES: Mapping[str, type[Change]] = {"visits": _VisitChange, "clients": _ClientChange, "tasks": _TaskChange}


def deletion(app: App, sheet: str, number: int) -> Step | None:
    """What takes a row away: a visit is deleted, a client archived; a task stays, as it has to be closed with its result."""

    def delete(db: sqlite3.Connection) -> None:
        visits.delete(db, visits.get(db, number))

    def archive(db: sqlite3.Connection) -> None:
        found = clients.get(db, number)
        clients.set(db, found._replace(archived_on=found.archived_on or app.today.isoformat()))

    return {"visits": delete, "clients": archive}.get(sheet)
