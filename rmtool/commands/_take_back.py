"""What `undo` and `redo` share: show what will happen, ask, and take one change back whole or not at all."""

import sqlite3
from contextlib import AbstractContextManager

from rmtool.app import App
from rmtool.commands import _confirm
from rmtool.domain.history import Change
from rmtool.domain.history import Touched
from rmtool.errors import RefusedError
from rmtool.i18n import _
from rmtool.reports import history as report
from rmtool.store import changes
from rmtool.store import undo
from rmtool.writers import history_page
from rmtool.writers.history_words import Words

_FIRST_ROWS = 10
_LONG = 5_000  # rows; more take seconds


def run(app: App, number: int, question: str, *, yes: bool) -> str:
    """Take back the change of that number; answers in words which it is: of an undo the one that it took back.

    `question` is what is asked, with {change} in it. Raises RefusedError where something stands in the way, or the
    user does not want it.
    """
    with app.look() as db:
        _refuse(app, db, number)
        found = report.one(db, number, _FIRST_ROWS)
        change = changes.get(db, changes.first_of(db, number))
    told = f"{change.number} ({history_page.brief(change, app.language, app.now)})"
    backwards = found._replace(rows=tuple(each.reversed() for each in found.rows))
    app.show(history_page.rows(backwards, app.profile, app.language, app.now))
    _confirm.confirm(question.format(change=told), yes=yes)
    rows = sum(found.change.counts.values())
    if rows > _LONG:
        app.say(_("{count} rows: this takes about as long as it took to store them.").format(count=rows))
    with _store(app, found.change) as db:
        # Somebody else may have been at work since.
        _refuse(app, db, number)
        undo.apply(db, number)
        _renew_crontab(app, db, found.change)
    return told


def _refuse(app: App, db: sqlite3.Connection, number: int) -> None:
    found = undo.obstacle(db, number)
    if found is None:
        return
    number = changes.first_of(db, number)
    words = Words(app.profile, app.language, _names(db, found), app.now)
    row = history_page.row(found.row, words)
    table, key = found.other or (found.row.table, found.row.key)
    other = history_page.row(Touched(table, key, "changed", None, None, None), words)
    why = {
        "changed": _("{row} was changed since"),
        "needed": _("{row} would go, and {other} belongs to it"),
        "gone": _("{row} would come back, and {other}, to which it belongs, is gone"),
        "taken": _("{row} would come back, and {other} has taken its place"),
        "forgotten": _("{row} was forgotten, and nobody knows what it was"),
    }[found.why].format(row=row, other=other)
    if found.later is None:
        raise RefusedError(_("Change {number} stays: {why}.").format(number=number, why=why))
    raise RefusedError(
        _(
            "Change {number} stays: {why}, by change {later}: take that back first, `rmtool undo {later}`."
        ).format(number=number, why=why, later=found.later)
    )


def _names(db: sqlite3.Connection, found: undo.Obstacle) -> dict[int, str]:
    client = found.row.client
    return {client: changes.client_name(db, client)} if client else {}


def _store(app: App, change: Change) -> AbstractContextManager[sqlite3.Connection]:
    if not _has_schedules(change):
        return app.change(change.number)
    # Imported here: few changes touch the crontab.
    from rmtool.commands import _schedules

    return _schedules.change(app, change.number)


def _renew_crontab(app: App, db: sqlite3.Connection, change: Change) -> None:
    if not _has_schedules(change):
        return
    from rmtool.commands import _schedules

    if not _schedules.renew(app, db):
        app.say(
            _("This machine has no crontab: bring your own scheduler in step, see `rmtool list-schedules`.")
        )


def _has_schedules(change: Change) -> bool:
    return any(table == "schedules" for table, _kind in change.counts)
