"""What `check --full` looks at: whether every record is what the history says it is."""

import sqlite3
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from rmtool.app import App
from rmtool.commands._check_house import RESTORE
from rmtool.commands._check_house import Finding
from rmtool.config.profile import Profile
from rmtool.domain.history import Touched
from rmtool.domain.text import shown
from rmtool.i18n import _
from rmtool.store import changes
from rmtool.store import database
from rmtool.store import proof
from rmtool.store import sqlite
from rmtool.store.proof import Flaw
from rmtool.writers import history_page
from rmtool.writers import history_words
from rmtool.writers import terminal
from rmtool.writers.history_words import Words

_MOST = 20


def problems(app: App, path: Path) -> Iterator[Finding]:
    """Every record that is not what the history says; the first 20 by name, then how many more."""
    try:
        db = database.read_only(path, app.key)
        (version,) = db.execute("PRAGMA user_version").fetchone()
    except sqlite.errors() as error:
        yield Finding("error", "store", str(error), RESTORE)
        return
    try:
        if version < database.VERSION:
            yield Finding(
                "warning", "store", _("it is of an earlier rmtool."), "rmtool today; rmtool check --full"
            )
            return
        with terminal.progress() as progress:
            task = progress.add_task(_("Records"), total=_count(db))
            found = proof.flaws(db, lambda rows: progress.advance(task, rows))
            for each in islice(found, _MOST):
                yield Finding("error", "store", shown(_told(app, db, each)), RESTORE)
            more = sum(1 for _each in found)
        if more:
            yield Finding("error", "store", _("{count} records more do not fit.").format(count=more), RESTORE)
    finally:
        db.close()


def _count(db: sqlite3.Connection) -> int | None:
    try:
        return proof.count(db)
    except sqlite.errors():
        return None


def _told(app: App, db: sqlite3.Connection, flaw: Flaw) -> str:
    row = _row(app, db, flaw) if flaw.key is not None and flaw.table in history_words.TABLES else flaw.table
    return {
        "altered": _("{row} is not what was stored."),
        "missing": _("{row} is gone, and no command deleted it."),
        "unrecorded": _("{row} was stored by no command."),
        "past": _("what the history says {row} was after change {change} is not what was stored."),
        "change": _("the record of change {change} is not what was stored."),
        "export": _("the record of {row} is not what was stored."),
        "keys": _("{row} is not found by its names."),
        "words": _("{row} is not found by its words."),
        "numbers": _("the next number of {row} was given already."),
        "unreadable": _("{row} can't be read to the end."),
    }[flaw.why].format(row=row, change=flaw.change)


def _row(app: App, db: sqlite3.Connection, flaw: Flaw) -> str:
    names = {}
    client = None
    try:
        client = changes.client_of(db, flaw.table, flaw.key)
        names = {client: changes.client_name(db, client)} if client is not None else {}
    except sqlite.errors(ValueError, TypeError):
        # Damage may have hit this too; the number says enough.
        client = None
    words = Words(Profile(), app.language, names, app.now)
    return history_page.row(Touched(flaw.table, flaw.key, "changed", client, None, None), words)
