"""`unschedule`: remove a schedule."""

from typing import Annotated

import typer

from rmtool.app import App
from rmtool.commands import _schedules
from rmtool.i18n import _
from rmtool.store import schedules

HELP = _("""Remove a schedule and its line in the crontab; the files it wrote stay.

Examples:
  rmtool unschedule 3""")


def unschedule(
    app: App,
    number: Annotated[int, typer.Argument(metavar="N", help=_("Its number in `rmtool list-schedules`."))],
) -> None:
    """Take it out of the store and the crontab: both or neither."""
    with _schedules.change(app) as db:
        schedules.get(db, number)
        schedules.delete(db, number)
        with_cron = _schedules.renew(app, db)
    _schedules.lock(app, number).unlink(missing_ok=True)
    app.say(_("Schedule {number} is removed; the files it wrote stay.").format(number=number))
    if not with_cron:
        app.say(_("This machine has no crontab: take its line out of your scheduler yourself."))
