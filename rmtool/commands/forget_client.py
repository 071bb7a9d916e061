"""`forget-client`: erase all that is kept of a client, history and search index included."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from rmtool.app import App
from rmtool.commands import _confirm
from rmtool.commands._parameters import Yes
from rmtool.commands._parameters import complete_client
from rmtool.domain.clients import Client
from rmtool.domain.text import shown
from rmtool.errors import BusyError
from rmtool.errors import RmtoolError
from rmtool.errors import UsageError
from rmtool.i18n import _
from rmtool.i18n import ngettext
from rmtool.store import database
from rmtool.store import person
from rmtool.store import sqlite
from rmtool.writers import history_words

HELP = _("""Erase all that is kept of a client: for who asks for that, or whose time of keeping is over.

Visits, tasks, deals, notes, papers and the history of them go, from the search index and the file itself too. That
it was done stays on record. It can't be undone. What backups and other files still hold is told; deleting them is up
to you. `rmtool client-data` gives the client a copy of it first. Asks on a terminal; elsewhere it needs --yes.

Examples:
  rmtool forget-client 张三
  rmtool forget-client 12 --yes
  rmtool forget-client --clean""")

_NAMED = 10


def forget_client(
    app: App,
    client: Annotated[
        str,
        typer.Argument(
            metavar=_("CLIENT"),
            help=_("Name, part of it, pinyin or initials, number, or the last digits of the phone."),
            autocompletion=complete_client,
        ),
    ] = "",
    clean: Annotated[
        bool, typer.Option("--clean", help=_("Only clean the file again, where others had it open."))
    ] = False,
    yes: Yes = False,
) -> None:
    """Erase one client, then clean the file."""
    if clean == bool(client):
        raise UsageError(
            _("Name a client to forget, or --clean to clean the file of those forgotten before.")
        )
    if not client:
        _clean(app)
        app.say(_("The file is clean of what was deleted."))
        return
    found = _erase(app, client, yes=yes)
    try:
        _clean(app)
    except RmtoolError:
        # The client is erased, and on disk: that is what was asked for.
        app.say(
            _(
                "Parts of what was deleted may still lie in the file: run `rmtool forget-client --clean` when no other"
                " command has the store open and the disk has room."
            )
        )
    _tell_copies(app, found)


def _erase(app: App, word: str, *, yes: bool) -> Client:
    with app.look() as db:
        found = app.client(db, word)
        what = Counter(table for table, _key, _row in person.rows(db, found.number))
        elsewhere = person.named_elsewhere(db, found.number, found.name)
    told = _(", ").join(f"{history_words.table(table)} ×{count}" for table, count in sorted(what.items()))
    name = shown(found.name)
    app.say(_("Kept of client {number} {name}: {what}.").format(number=found.number, name=name, what=told))
    if elsewhere:
        some = _(", ").join(f"{history_words.table(table)} {key}" for table, key in elsewhere[:_NAMED])
        app.say(
            ngettext(
                "{count} record of others names {name} in its text and stays: {some}.",
                "{count} records of others name {name} in their text and stay: {some}.",
                len(elsewhere),
            ).format(count=len(elsewhere), name=name, some=some + ("…" if len(elsewhere) > _NAMED else ""))
        )
    _confirm.confirm(
        _("Erase client {number} {name} for good?").format(number=found.number, name=name), yes=yes
    )
    with app.change() as db:
        person.erase(db, found.number)
    app.say(_("Erased client {number}; that it was done stays on record.").format(number=found.number))
    return found


def _clean(app: App) -> None:
    """Clean the file; raises RmtoolError where that can't be done now."""
    with database.translated(app.store_path):
        cleaned = person.shred(app.db)
    if not cleaned:
        raise BusyError(_("The store is in use by another command: try again in a moment."))


def _tell_copies(app: App, client: Client) -> None:
    """Say which files of the home still hold the client."""
    held = sorted(_copies(app, client))
    if held:
        app.say(
            ngettext(
                "{count} file still holds the client; delete it when you need it no more: {some}.",
                "{count} files still hold the client; delete them when you need them no more: {some}.",
                len(held),
            ).format(count=len(held), some=_(", ").join(shown(str(each)) for each in held))
        )
    app.say(
        _("Reports, exports and backups outside of {path} are not looked at.").format(
            path=shown(str(app.home))
        )
    )


def _copies(app: App, client: Client) -> Iterator[Path]:
    for path in app.home.rglob("*"):
        if not path.is_file() or path.name.startswith("store.db"):
            continue
        if path.suffix == ".age":
            yield path
        elif path.suffix == ".db":
            if _holds(app, path, client):
                yield path
        elif client.name.encode() in path.read_bytes():
            yield path


def _holds(app: App, copy: Path, client: Client) -> bool:
    """Whether a copy of the store holds the client; of one with another key nobody can say, so it is named too."""
    plain = sqlite.is_plain(copy)
    if not plain and app.key[-sqlite.SALT :] != sqlite.salt_of(copy):
        return True
    try:
        db = sqlite.connect(
            f"{copy.absolute().as_uri()}?mode=ro&immutable=1", sqlite.PLAIN if plain else app.key
        )
        try:
            row = db.execute("SELECT 1 FROM clients WHERE uuid = ?", (client.uuid,)).fetchone()
        finally:
            db.close()
    except sqlite.errors():
        # Too damaged to ask: then its bytes say.
        return client.uuid.encode() in copy.read_bytes()
    return row is not None
