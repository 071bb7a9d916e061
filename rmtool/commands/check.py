"""`check`: anything wrong with the store and the set-up; it only looks."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from rmtool import paths
from rmtool.app import App
from rmtool.commands import _check_history
from rmtool.commands import _check_house
from rmtool.commands._check_house import RESTORE
from rmtool.commands._check_house import Finding
from rmtool.commands._parameters import Json
from rmtool.domain.text import shown
from rmtool.errors import RmtoolError
from rmtool.errors import SettingsError
from rmtool.errors import StoreError
from rmtool.i18n import _
from rmtool.store import database
from rmtool.store import health
from rmtool.store import sqlite
from rmtool.writers import json_text

HELP = _("""Look for anything wrong: the store, permissions, settings, profile, templates, crontab, which rm is first.

It repairs nothing; every finding says what to do. It leaves with 0 (warnings included), 6 where the
store is damaged, 5 for any other error. --quiet leaves out what is in order.
--full also holds every record against the history: what was altered, lost or flipped is named. That takes a minute for
each million visits.

Examples:
  rmtool check
  rmtool check --full
  rmtool check --json""")


def check(
    app: App,
    full: Annotated[
        bool, typer.Option("--full", help=_("Also hold every record against the history."))
    ] = False,
    json: Json = False,
) -> None:
    """Show every finding; the errors decide the exit code."""
    home = paths.home(app.environ)
    found: list[Finding] = []
    if home.is_dir():
        found += [*_check_house.permissions(home), *_check_house.place(app, home)]
    found += [*_check_house.settings(app), *_check_house.profile(app)]
    found += _store(app, home / "store.db", full=full)
    found += _check_house.first_rm(app)
    shown_ones = [each for each in found if not (app.quiet and each.level == "ok")]
    if json:
        app.show(json_text.array(map(json_text.record, shown_ones)))
    elif shown_ones:
        app.show("\n".join(map(_line, shown_ones)))
    _leave(found)


def _line(each: Finding) -> str:
    level = {"ok": _("ok"), "warning": _("warning"), "error": _("error")}[each.level]
    subjects = {
        "store": _("store"), "permissions": _("permissions"), "settings": _("settings"), "profile": _("profile"),
        "templates": _("templates"), "cron": _("cron"), "schedules": _("schedules"), "records": _("records"),
        "rm": "rm",
    }  # fmt: skip
    told = _("{level}  {subject}: {text}").format(level=level, subject=subjects[each.subject], text=each.text)
    step = _("Next: {step}").format(step=each.step) if each.step else ""
    return f"{told} {step}".rstrip()


def _leave(found: list[Finding]) -> None:
    """Raise what the errors among the findings ask for."""
    errors = [each for each in found if each.level == "error"]
    if not errors:
        return
    sentence = _("{count} of {all} findings are errors.").format(count=len(errors), all=len(found))
    if any(each.subject == "store" for each in errors):
        raise StoreError(sentence)
    raise SettingsError(sentence)


def _store(app: App, path: Path, *, full: bool) -> Iterator[Finding]:
    """What is wrong with the store; where nothing is, also what needs an open one."""
    if not path.exists():
        yield Finding("ok", "store", _("there is none yet; the first command makes it."))
        return
    problems = [*_problems(app, path)]
    if full:
        problems += _check_history.problems(app, path)
    yield from problems
    if problems:
        return
    try:
        # Opened the way every command does, which insists on a safe journal.
        db = app.db
        (synchronous,) = db.execute("PRAGMA synchronous").fetchone()
    except RmtoolError as error:
        yield Finding("error", "store", str(error))
        return
    if synchronous < 2:
        yield Finding(
            "error",
            "store",
            _("it is not safe from a power cut (synchronous is {mode}).").format(mode=synchronous),
        )
    sound = _("{path} is sound and encrypted.") if app.key else _("{path} is sound.")
    yield Finding("ok", "store", sound.format(path=shown(str(path))))
    if full:
        yield Finding("ok", "store", _("every record is what the history says it is."))
    yield from _check_house.own_templates(app)
    with app.look() as open_db:
        yield from _check_house.records(app, open_db)
        yield from _check_house.crontab(app, open_db)
        yield from _check_house.folders(open_db)
        yield from _check_house.last_runs(open_db)


def _problems(app: App, path: Path) -> Iterator[Finding]:
    try:
        db = database.read_only(path, app.key)
    except sqlite.errors() as error:
        yield Finding("error", "store", str(error), RESTORE)
        return
    try:
        problems = [problem for part in health.examined(db) for problem in part.problems]
    finally:
        db.close()
    # One damaged page is met by every look; it is told once.
    for problem in dict.fromkeys(problems):
        yield Finding("error", "store", shown(problem), RESTORE)
