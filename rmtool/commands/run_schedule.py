"""`run-schedule`: what cron calls; also what was missed while the machine was off."""

from typing import Annotated

import typer

from rmtool import paths
from rmtool.app import App
from rmtool.commands import _schedules
from rmtool.domain.schedules import Schedule
from rmtool.domain.text import shown
from rmtool.errors import BusyError
from rmtool.errors import RmtoolError
from rmtool.errors import UsageError
from rmtool.i18n import _
from rmtool.store import schedules

HELP = _("""Run a schedule now, or with --missed whatever should have run while the machine was off.

A second run of the same schedule at the same time leaves with 9. Start, end and outcome are kept in
schedule.log in the home.

Examples:
  rmtool run-schedule 3
  rmtool run-schedule --missed""")


def run_schedule(
    app: App,
    number: Annotated[
        int | None, typer.Argument(metavar="N", help=_("Its number in `rmtool list-schedules`."))
    ] = None,
    missed: Annotated[bool, typer.Option("--missed", help=_("Run whatever was missed."))] = False,
) -> None:
    """Run one schedule, or catch up."""
    if missed == (number is not None):
        raise UsageError(_("Give the number of a schedule, or --missed."))
    if number is None:
        with paths.locked(_schedules.lock(app, "missed")):
            _catch_up(app)
        return
    with app.look() as db:
        schedule = schedules.get(db, number)
    with paths.locked(_schedules.lock(app, number)):
        now = _schedules.local_now(app)
        due = schedule.at.last_due(now, _schedules.LATE) or now
        _say(app, schedule, _schedules.perform(app, schedule, due).name)


def _catch_up(app: App) -> None:
    """Run what was missed of every schedule; one that fails does not stop the others. Raises the first error."""
    with app.look() as db:
        every = schedules.everyone(db)
    failures: list[Exception] = []
    for schedule in every:
        try:
            with paths.locked(_schedules.lock(app, schedule.number)):
                failures += _catch_up_one(app, schedule)
        except BusyError:
            continue  # the run that holds it does what is due; the rest waits an hour
    if failures:
        raise failures[0]


def _catch_up_one(app: App, schedule: Schedule) -> list[Exception]:
    # Read under the lock: whatever another run did meanwhile is not done again.
    with app.look() as db:
        done = schedules.done(db, schedule.number)
    failures: list[Exception] = []
    for due in _schedules.missed(app, schedule, done):
        try:
            _say(app, schedule, _schedules.perform(app, schedule, due).name)
        except RmtoolError as error:
            # A missing folder or a full disk fails the later ones as well.
            return [*failures, error]
        except Exception as error:  # a bug on one period must not keep the others back
            failures.append(error)
    return failures


def _say(app: App, schedule: Schedule, file: str) -> None:
    app.say(_("Wrote {path}.").format(path=shown(f"{schedule.folder}/{file}")))
