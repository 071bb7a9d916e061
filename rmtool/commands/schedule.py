"""`schedule`: let cron write a report at a fixed time."""

import errno
import os
import sqlite3
import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from rmtool import paths
from rmtool.app import App
from rmtool.commands import _deliver
from rmtool.commands import _hiding
from rmtool.commands import _schedules
from rmtool.commands._parameters import OwnerFilter
from rmtool.commands._report import Reason
from rmtool.commands._report import Unmasked
from rmtool.commands._report import needed_reason
from rmtool.config import encryption
from rmtool.config import secrets
from rmtool.domain.dates import show_day
from rmtool.domain.deliveries import addresses
from rmtool.domain.schedule_times import EVERY_DAY
from rmtool.domain.schedules import EXPORT_FORMATS
from rmtool.domain.schedules import FORMATS
from rmtool.domain.schedules import KINDS
from rmtool.domain.schedules import PERIODS
from rmtool.domain.schedules import At
from rmtool.domain.schedules import Schedule
from rmtool.domain.schedules import parse_at
from rmtool.domain.schedules import parse_by
from rmtool.domain.schedules import usual_period
from rmtool.domain.text import shown
from rmtool.errors import CannotWriteError
from rmtool.errors import RefusedError
from rmtool.errors import UsageError
from rmtool.i18n import _
from rmtool.store import schedules
from rmtool.writers import cron

HELP = _("""Let cron write a report at a fixed time, and hand it in: into a folder, by mail, to a group chat.

Formats are those of reports, docx and pdf included; xlsx and csv are the export of the period. What was missed while
the machine was off is written within an hour of its return. `rmtool handed-in` shows what arrived.

Examples:
  rmtool schedule weekly --at "fri 17:30" --to ~/reports
  rmtool schedule daily --at 17:30 --workdays --mail boss@example.com
  rmtool schedule monthly --at 17:00 --month-end --workdays --to ~/reports
  rmtool schedule monthly --at "1 09:00" --by 10th --mail boss@example.com
  rmtool schedule weekly --at "fri 17:30" --webhook team
  rmtool schedule --renew""")


def schedule(
    app: App,
    report: Annotated[
        str, typer.Argument(metavar=_("REPORT"), help=_("Which one, such as daily, weekly or monthly."))
    ] = "",
    at: Annotated[
        str,
        typer.Option(metavar=_("TIME"), help=_("17:30, mon-fri 17:30, fri 17:30, 1 09:00 or tenday 17:00.")),
    ] = "",
    workdays: Annotated[
        bool, typer.Option("--workdays", help=_("Only on working days: holidays off, shift days worked."))
    ] = False,
    month_end: Annotated[
        bool, typer.Option("--month-end", help=_("On the last day of the month, or the last working day."))
    ] = False,
    by: Annotated[
        str, typer.Option(metavar=_("WHEN"), help=_("Must be handed in by then: 10th, fri 18:00, month-end."))
    ] = "",
    to: Annotated[str, typer.Option(metavar=_("FOLDER"), help=_("The folder the files go into."))] = "",
    mail: Annotated[
        str, typer.Option(metavar=_("ADDRESSES"), help=_("Who gets it by mail, commas between."))
    ] = "",
    webhook: Annotated[
        str, typer.Option(metavar=_("ROBOTS"), help=_("Robots of group chats by name, see add-robot."))
    ] = "",
    format: Annotated[
        str, typer.Option(metavar=_("FORMAT"), help=_("text, md, html, json, docx, pdf, xlsx or csv."))
    ] = "md",
    period: Annotated[
        str, typer.Option(metavar="this/last", help=_("Report on this period or the last one."))
    ] = "",
    owner: OwnerFilter = "",
    unmasked: Unmasked = False,
    reason: Reason = "",
    renew: Annotated[
        bool, typer.Option("--renew", help=_("Only write the lines of all schedules into the crontab again."))
    ] = False,
) -> None:
    """Keep the schedule and give it to cron: both or neither."""
    if renew:
        _renew(app)
        return
    if unmasked:
        _hiding.refuse_under_cron()
    asked = Schedule(
        report, _at(at, workdays=workdays, month_end=month_end), to, format, period, app.language, owner,
        deadline=parse_by(by) if by else None, mail=addresses(mail), robots=_robots(app, webhook),
        reason=needed_reason(reason, unmasked=unmasked),
    )  # fmt: skip
    wanted = _checked(app, asked)
    with _schedules.change(app) as db:
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


def _at(text: str, *, workdays: bool, month_end: bool) -> At:
    """When to run, from the three options that say it; raises UsageError."""
    if not text:
        raise UsageError(_('Say when, such as --at "fri 17:30".'))
    at = parse_at(text)
    if month_end:
        if at.day or at.weekdays != EVERY_DAY or at.ends == "tenday":
            raise UsageError(_("--month-end says the day: give --at only a time, such as --at 17:00."))
        at = replace(at, ends="month")
    return replace(at, workdays=at.workdays or workdays)


def _robots(app: App, text: str) -> tuple[str, ...]:
    """The robots named; raises UsageError for an address, which is a secret, and NotFoundError."""
    names = tuple(dict.fromkeys(each.strip() for each in text.replace("，", ",").split(",") if each.strip()))
    for each in names:
        if "://" in each:
            raise UsageError(
                _(
                    "A robot's address is a secret: keep it with `rmtool add-robot NAME -`, then give its name."
                )
            )
        _deliver.robot(app, each)
    return names


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
    if not (wanted.folder or wanted.mail or wanted.robots):
        raise UsageError(_("Say where the report goes, such as --to ~/reports or --mail boss@example.com."))
    if wanted.mail:
        _deliver.sender(app)
        _deliver.server(app)
    return replace(
        wanted,
        folder=str(_folder(app, wanted.folder)) if wanted.folder else "",
        period=wanted.period or usual_period(wanted.report, wanted.at),
        recorded_at=app.recorded_at,
    )


def _folder(app: App, word: str) -> Path:
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
        if not wanted.folder:
            same = (
                same and not set(each.destinations).isdisjoint(wanted.destinations) and each.at == wanted.at
            )
        alike = (each.language, each.owner, each.reason) == (wanted.language, wanted.owner, wanted.reason)
        if same and (each.at == wanted.at or not alike):
            raise RefusedError(
                _(
                    "Schedule {number} already hands in this report there: choose another place,"
                    " or remove it with `rmtool unschedule {number}`."
                ).format(number=each.number)
            )


def _answer(app: App, made: Schedule) -> None:
    app.say(
        _("Schedule {number}: {report}, {format}, {at}, on {period}, to {places}.").format(
            number=made.number, report=made.report, format=made.format, at=made.at.show(app.language),
            period=_schedules.told_period(made), places=_schedules.told_places(made),
        )
    )  # fmt: skip
    first = _schedules.next_due(app, made)
    if first is None:
        app.say(_("No working day of the coming months is one for it: see calendar.toml."))
        return
    app.say(
        _("The first run is on {day}: {file}").format(day=_moment(app, first), file=made.file_name(first))
    )
    deadline = made.due_by(first)
    if deadline:
        app.say(_("It must be handed in by {day}.").format(day=_moment(app, deadline)))
    _warn(app, made, first)


def _moment(app: App, moment: datetime) -> str:
    return f"{show_day(moment.date(), app.language)} {moment:%H:%M}"


def _warn(app: App, made: Schedule, first: datetime) -> None:
    """Say what may go wrong while nobody looks."""
    if made.reason:
        app.say(_("Phones, identity numbers and the like stand in it whole: pass it on with care."))
    unknown = _schedules.unknown_year(app, made, first.date())
    if unknown:
        app.say(unknown)
    if app.key and all(each.kind == "asked" for each in encryption.sources(app.home)):
        app.say(
            _(
                "The store is encrypted and cron can't be asked: `rmtool rekey --key-file FILE` keeps its key in a file."
            )
        )
    if made.mail and app.settings.mail_user and not (app.home / secrets.PASSWORD).exists():
        app.say(
            _("cron may not see the password that you see: put it into {path} (chmod 600).").format(
                path=shown(str(app.home / secrets.PASSWORD))
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
    app.show(who.command("run-schedule", *cron.numbered(made), "--quiet", language=made.language))
    app.show(who.command("run-schedule", "--missed", "--quiet", language=made.language))
