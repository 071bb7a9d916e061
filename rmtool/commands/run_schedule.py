"""`run-schedule`: what cron calls; also what was missed while the machine was off, and what is handed in again."""

from collections.abc import Iterable
from datetime import datetime
from typing import Annotated

import typer

from rmtool import paths
from rmtool.app import App
from rmtool.commands import _deliver
from rmtool.commands import _schedules
from rmtool.domain.deliveries import FAILED
from rmtool.domain.deliveries import UNKNOWN
from rmtool.domain.deliveries import Delivery
from rmtool.domain.schedules import Schedule
from rmtool.domain.text import shown
from rmtool.errors import BusyError
from rmtool.errors import RmtoolError
from rmtool.errors import UsageError
from rmtool.i18n import _
from rmtool.store import deliveries
from rmtool.store import schedules

HELP = _("""Run a schedule now, or with --missed whatever should have run while the machine was off.

With --missed, what could not be handed in is tried again too. What may have arrived is never sent twice by
itself: --again sends it, and what failed for good. A second run at the same time leaves with 9. Start, end
and outcome are kept in schedule.log in the home.

Examples:
  rmtool run-schedule 3
  rmtool run-schedule --missed
  rmtool run-schedule 3 --again""")


def run_schedule(
    app: App,
    number: Annotated[
        int | None, typer.Argument(metavar="N", help=_("Its number in `rmtool list-schedules`."))
    ] = None,
    missed: Annotated[bool, typer.Option("--missed", help=_("Run whatever was missed."))] = False,
    again: Annotated[
        bool, typer.Option("--again", help=_("Send what failed for good or may have arrived once more."))
    ] = False,
    if_due: Annotated[
        bool, typer.Option("--if-due", help=_("Do nothing on a day that is not meant; cron says it."))
    ] = False,
) -> None:
    """Run one schedule, or catch up."""
    if missed == (number is not None) or (again or if_due) > (number is not None) or (again and if_due):
        raise UsageError(_("Give the number of a schedule, or --missed."))
    if number is None:
        with paths.locked(_schedules.lock(app, "missed")):
            _catch_up(app)
        return
    with app.look() as db:
        schedule = schedules.get(db, number)
    with paths.locked(_schedules.lock(app, number)):
        _first(_again(app, schedule) if again else _run(app, schedule, if_due=if_due))


def _run(app: App, schedule: Schedule, *, if_due: bool) -> list[RmtoolError]:
    due = _schedules.last_due(app, schedule)
    unknown = _schedules.unknown_year(app, schedule, app.today)
    if unknown:
        app.say(unknown)
        _schedules.log(app, f"schedule={schedule.number} holidays of {app.today.year} unknown")
    if if_due and due is None:
        _schedules.log(app, f"schedule={schedule.number} not due today")
        return []
    return _performed(app, schedule, due or _schedules.local_now(app))


def _performed(app: App, schedule: Schedule, due: datetime, by: str = _deliver.AT_ONCE) -> list[RmtoolError]:
    errors = _schedules.perform(app, schedule, due, by)
    if schedule.folder:
        path = f"{schedule.folder}/{schedule.file_name(due)}"
        app.say(_("Wrote {path}.").format(path=shown(path)))
    return errors


def _again(app: App, schedule: Schedule) -> list[RmtoolError]:
    with app.change() as db:
        deliveries.interrupted(db, schedule.number)
        found = [
            each for each in deliveries.unsettled(db, schedule.number) if each.state in (FAILED, UNKNOWN)
        ]
        for each in found:
            deliveries.renew(db, each.number)
    if not found:
        app.say(_("There is nothing to send again: everything has arrived."))
    return _retried(app, schedule, found, _deliver.AT_ONCE)


def _retried(app: App, schedule: Schedule, found: Iterable[Delivery], by: str) -> list[RmtoolError]:
    errors: list[RmtoolError] = []
    for due in dict.fromkeys(each.due_at for each in found):
        errors += _schedules.retry(app, schedule, datetime.fromisoformat(due), by)
    return errors


def _first(errors: list[RmtoolError]) -> None:
    """Raise the first error; the others are told by `handed-in`."""
    if errors:
        raise errors[0]


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
    failures: list[Exception] = []
    # Read under the lock: whatever another run did meanwhile is not done again.
    with app.change() as db:
        deliveries.interrupted(db, schedule.number)
        done = schedules.done(db, schedule.number)
        waiting = [
            each for each in deliveries.unsettled(db, schedule.number) if each.pending(app.recorded_at)
        ]
    try:
        failures += _retried(app, schedule, waiting, app.recorded_at)
    except RmtoolError as error:
        failures.append(error)
    for due in _schedules.missed(app, schedule, done):
        try:
            failures += _performed(app, schedule, due, app.recorded_at)
        except RmtoolError as error:
            # A missing folder or a full disk fails the later ones as well.
            return [*failures, error]
        except Exception as error:  # a bug on one period must not keep the others back
            failures.append(error)
    return failures
