"""What `check` looks at around the store: the home, settings, templates, crontab, and which `rm` comes first."""

import os
import shutil
import sqlite3
import sys
from collections.abc import Callable
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rmtool import paths
from rmtool.app import App
from rmtool.commands import _report
from rmtool.commands import _verified
from rmtool.domain import periods
from rmtool.domain.schedules import KINDS
from rmtool.domain.text import shown
from rmtool.errors import RmtoolError
from rmtool.i18n import _
from rmtool.store import client_lists
from rmtool.store import schedules
from rmtool.writers import cron
from rmtool.writers import templates

# What to do about a store that is damaged.
RESTORE = "rmtool restore FILE --yes"
# Stands in scripts/rm, and in no other rm.
_OUR_RM = b"The commands of rmtool go to rmtool"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: `level` is ok, warning or error; `step` says what to do about it."""

    level: str
    subject: str
    text: str
    step: str = ""


def permissions(home: Path) -> Iterator[Finding]:
    """Whether nobody else can read the home; Windows keeps that elsewhere."""
    if sys.platform == "win32":  # pragma: no cover
        return
    found = False
    files = [*home.glob("store.db*"), *home.glob("*.toml"), *home.glob("*.log*"), *home.glob("backups/*")]
    for path in (home, *sorted(files)):
        wanted = 0o700 if path.is_dir() else 0o600
        try:
            mode = path.stat().st_mode & 0o777
        except OSError:
            continue
        if mode & ~wanted:
            found = True
            yield Finding(
                "error",
                "permissions",
                _("others may read {path} ({mode}).").format(path=shown(str(path)), mode=f"{mode:04o}"),
                f"chmod {wanted:o} '{shown(str(path))}'",
            )
    if not found:
        yield Finding("ok", "permissions", _("only you can read {path}.").format(path=shown(str(home))))


def place(app: App, home: Path) -> Iterator[Finding]:
    """Whether the home lies on this machine alone."""
    if risk := app.risk(home):
        yield Finding("warning", "store", risk)


def settings(app: App) -> Iterator[Finding]:
    """Whether the settings load."""
    yield _tried("settings", lambda: app.settings, _("config.toml can be read."))


def profile(app: App) -> Iterator[Finding]:
    """Whether the profile loads, and whose it is."""
    own = paths.home(app.environ) / "profile.toml"
    told = _("your own profile.toml can be read.") if own.exists() else _("the shipped profile can be read.")
    yield _tried("profile", lambda: _verified.load(app.profile_path), told)
    yield _tried("profile", lambda: app.calendar, _("the calendar of working days can be read."))


def _tried(subject: str, look: Callable[[], object], told: str) -> Finding:
    try:
        look()
    except RmtoolError as error:
        return Finding("error", subject, str(error))
    return Finding("ok", subject, told)


def records(app: App, db: sqlite3.Connection) -> Iterator[Finding]:
    """How many clients lack a field that the profile requires."""
    try:
        needed = tuple(each.key for each in app.profile.client_fields if each.required)
    except RmtoolError:
        # Told of the profile already.
        return
    lacking = client_lists.count_lacking(db, needed) if needed else 0
    if lacking:
        told = _("{count} of {all} clients lack a required field.")
        yield Finding(
            "ok",
            "records",
            told.format(count=lacking, all=client_lists.count(db)),
            "rmtool list-clients --incomplete",
        )


def own_templates(app: App) -> Iterator[Finding]:
    """Whether every template of the user's own makes a report."""
    # One of a client's report is tried by that report: here is no client.
    own = [each for each in templates.listing(_report.shelf(app)) if each.own and each.name != "client"]
    for each in own:
        period = periods.of(KINDS.get(each.name, "week"), app.today)
        told = _("{path} makes a report.").format(path=shown(str(each.path)))

        def make(found: templates.Found = each, when: periods.Period = period) -> str:
            return _report.made(app, found.name, when, found.format, _report.Asked(template=str(found.path)))

        yield _tried("templates", make, told)
    if not own:
        yield Finding("ok", "templates", _("you have none of your own; the shipped ones are used."))


def crontab(app: App, db: sqlite3.Connection) -> Iterator[Finding]:
    """Whether the crontab holds exactly the lines that the schedules need."""
    every = schedules.everyone(db)
    who = cron.caller(app.home)
    renew = "rmtool schedule --renew"
    if not cron.available(app.environ):
        if every:
            text = _("this machine has no crontab: another scheduler must call run-schedule.")
            yield Finding("warning", "cron", text, renew)
        return
    try:
        wanted = {_number(line): line for line in cron.lines(who, every)}
        there = {_number(line): line for line in cron.ours(who, app.environ)}
    except RmtoolError as error:
        yield Finding("error", "cron", str(error))
        return
    for number in sorted(wanted.keys() | there.keys()):
        if number not in there:
            yield Finding("error", "cron", _("the line of schedule {n} is missing.").format(n=number), renew)
        elif number not in wanted:
            yield Finding("error", "cron", _("there is a line of no schedule: {n}.").format(n=number), renew)
        elif there[number].strip() != wanted[number]:
            yield Finding("warning", "cron", _("the line of schedule {n} differs.").format(n=number), renew)
    if there == wanted:
        yield Finding("ok", "cron", _("every schedule has its line ({count}).").format(count=len(every)))


def _number(line: str) -> str:
    return line.split()[-1]


def last_runs(db: sqlite3.Connection) -> Iterator[Finding]:
    """The schedules whose last run failed."""
    for each in schedules.everyone(db):
        run = schedules.last_run(db, each.number)
        if run and run.exit_code:
            yield Finding(
                "warning",
                "schedules",
                _("the last run of schedule {n} failed ({code}): {reason}").format(
                    n=each.number, code=run.exit_code, reason=shown(run.message)
                ),
                f"rmtool run-schedule {each.number}",
            )


def folders(db: sqlite3.Connection) -> Iterator[Finding]:
    """The folders of schedules that can't be written."""
    for each in schedules.everyone(db):
        if not each.folder:
            continue
        if not os.access(each.folder, os.W_OK | os.X_OK) or not Path(each.folder).is_dir():
            text = _("schedule {n} cannot write into {path}.").format(n=each.number, path=shown(each.folder))
            yield Finding("error", "schedules", text, f"mkdir -p '{shown(each.folder)}'")


def first_rm(app: App) -> Iterator[Finding]:
    """Which `rm` the shell finds first."""
    search = app.environ.get("PATH", "")
    found = shutil.which("rm", path=search)
    if found and _is_our_rm(Path(found)):
        yield Finding(
            "ok",
            "rm",
            _("{path} comes first, so `rm log-visit` works.").format(path=shown(found)),
            _("If your shell still calls the old one: hash -r"),
        )
        return
    ours = [each for each in search.split(os.pathsep) if each and _is_our_rm(Path(each) / "rm")]
    if ours:
        text = _("{path} comes before ours: `rm log-visit` does not work.").format(path=shown(found or "rm"))
        yield Finding("warning", "rm", text, f"export PATH='{shown(ours[0])}':\"$PATH\"; hash -r")
        return
    yield Finding(
        "warning",
        "rm",
        _("our rm is not on PATH: `rm log-visit` does not work, `rmtool log-visit` does."),
        _("Put the folder that rmtool was installed into first on PATH, then: hash -r"),
    )


def _is_our_rm(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return _OUR_RM in file.read(4096)
    except OSError:
        return False
