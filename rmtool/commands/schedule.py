"""`schedule`: let cron write a report at a fixed time."""

import errno
import os
import sqlite3
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Annotated

import typer

from rmtool import paths
from rmtool.app import App
from rmtool.commands import _schedules
from rmtool.commands._parameters import OwnerFilter
from rmtool.domain.dates import show_day
from rmtool.domain.schedules import EXPORT_FORMATS
from rmtool.domain.schedules import FORMATS
from rmtool.domain.schedules import KINDS
from rmtool.domain.schedules import PERIODS
from rmtool.domain.schedules import Schedule
from rmtool.domain.schedules import parse_at
from rmtool.domain.schedules import usual_period
from rmtool.domain.text import shown
from rmtool.errors import CannotWriteError
from rmtool.errors import RefusedError
from rmtool.errors import UsageError
from rmtool.i18n import _
from rmtool.store import schedules
from rmtool.writers import cron

HELP = _("""Let cron write a report into a folder at a fixed time.

Formats are text, md, html and json; xlsx and csv are the export of the period. What was missed while
the machine was off is written within an hour of its return.

Examples:
  rmtool schedule weekly --at "fri 17:30" --to ~/reports
  rmtool schedule daily --at "mon-fri 18:00" --to ~/reports --format html
  rmtool schedule monthly --at "1 09:00" --to ~/reports --period last
  rmtool schedule --renew""")


def schedule(
    app: App,
    report: Annotated[
        str, typer.Argument(metavar=_("REPORT"), help=_("Which one, such as daily, weekly or monthly."))
    ] = "",
    at: Annotated[
        str, typer.Option(metavar=_("TIME"), help=_("17:30, mon-fri 17:30, fri 17:30 or 1 09:00."))
    ] = "",
    to: Annotated[str, typer.Option(metavar=_("FOLDER"), help=_("Where the files go."))] = "",
    format: Annotated[
        str, typer.Option(metavar=_("FORMAT"), help=_("text, md, html, json, xlsx or csv."))
    ] = "md",
    period: Annotated[
        str, typer.Option(metavar="this/last", help=_("Report on this period or the last one."))
    ] = "",
    owner: OwnerFilter = "",
    renew: Annotated[
        bool, typer.Option("--renew", help=_("Only write the lines of all schedules into the crontab again."))
    ] = False,
) -> None:
    """Keep the schedule and give it to cron: both or neither."""
    if renew:
        _renew(app)
        return
    wanted = _checked(app, Schedule(report, parse_at(_asked(at)), to, format, period, app.language, owner))
    with app.change() as db:
        _refuse_clash(db, wanted)
        wanted = replace(wanted, number=schedules.add(db, wanted))
        if not _schedules.renew(app, db):
            _answer_without_cron(app, wanted)
    _answer(app, wanted)


def _renew(app: App) -> None:
    with app.change() as db:
        if _schedules.renew(app, db):
            app.say(_("The crontab is written again; schedules: {count}.").format(
                count=len(schedules.everyone(db))
            ))  # fmt: skip
            return
        every = schedules.everyone(db)
    for each in every:
        _answer_without_cron(app, each)


def _asked(at: str) -> str:
    if not at:
        raise UsageError(_('Say when, such as --at "fri 17:30".'))
    return at


def _checked(app: App, wanted: Schedule) -> Schedule:
    """The schedule with its words checked and its folder absolute; raises UsageError and CannotWriteError."""
    for word, known, sentence in (
        (wanted.report, tuple(KINDS), _("Unknown report {word}: use one of {known}.")),
        (wanted.format, tuple(FORMATS), _("Unknown format {word}: use one of {known}.")),
        (wanted.period or "this", PERIODS, _("Unknown period {word}: use one of {known}.")),
    ):
        if word not in known:
            raise UsageError(sentence.format(word=shown(word) or "''", known=", ".join(known)))
    if wanted.owner and wanted.format in EXPORT_FORMATS:
        raise UsageError(_("An export holds everybody's rows: leave --owner out, or choose another format."))
    return replace(
        wanted,
        folder=str(_folder(app, wanted.folder)),
        period=wanted.period or usual_period(wanted.report, wanted.at),
        recorded_at=app.recorded_at,
    )


def _folder(app: App, word: str) -> Path:
    if not word:
        raise UsageError(_("Say where the files go, such as --to ~/reports."))
    if not word.isprintable():
        raise UsageError(_("The folder {path} has characters that can't be kept.").format(path=shown(word)))
    # Not resolve(): a symbolic link stays what the user chose.
    folder = Path(os.path.abspath(Path(word).expanduser()))
    app.refuse_own(folder / "report")
    code = 0
    if not folder.is_dir():
        code = errno.ENOTDIR if folder.exists() else errno.ENOENT
    elif not os.access(folder, os.W_OK | os.X_OK):
        code = errno.EACCES
    if code:
        raise CannotWriteError(paths.cannot_write(folder, OSError(code, "")))
    return folder


def _refuse_clash(db: sqlite3.Connection, wanted: Schedule) -> None:
    """Refuse a second schedule like one that is there, or one that would overwrite its files."""
    for each in schedules.everyone(db):
        same = (each.report, each.format, each.folder) == (wanted.report, wanted.format, wanted.folder)
        if same and (each.at == wanted.at or (each.language, each.owner) != (wanted.language, wanted.owner)):
            raise RefusedError(
                _(
                    "Schedule {number} already writes this report there: choose another folder,"
                    " or remove it with `rmtool unschedule {number}`."
                ).format(number=each.number)
            )


def _answer(app: App, made: Schedule) -> None:
    now = _schedules.local_now(app)
    first = next(made.at.due_times(now, now + timedelta(days=32)))
    app.say(
        _("Schedule {number}: {report}, {format}, {at}, on {period}, into {folder}.").format(
            number=made.number, report=made.report, format=made.format, at=made.at.show(app.language),
            period=_schedules.told_period(made), folder=shown(made.folder),
        )
    )  # fmt: skip
    app.say(
        _("The first run is on {day}: {file}").format(
            day=f"{show_day(first.date(), app.language)} {first:%H:%M}", file=made.file_name(first)
        )
    )


def _answer_without_cron(app: App, made: Schedule) -> None:
    who = cron.caller(app.home)
    if sys.platform == "win32":  # pragma: no cover
        app.say(_("Give this line to the task scheduler, once:"))
        app.show(cron.windows_task(who, made))
        return
    app.say(
        _(
            "This machine has no crontab. Let another scheduler run the first line {at}, the second hourly:"
        ).format(at=made.at.show(app.language))
    )
    app.show(who.command("run-schedule", str(made.number), "--quiet", language=made.language))
    app.show(who.command("run-schedule", "--missed", "--quiet", language=made.language))
