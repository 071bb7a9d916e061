"""`duties`: how the standing duties stand in a period."""

from typing import Annotated

import typer

from rmtool.app import App
from rmtool.commands import _duties
from rmtool.commands import _verified
from rmtool.commands._parameters import Json
from rmtool.commands._parameters import OwnerFilter
from rmtool.domain import periods
from rmtool.domain import standing
from rmtool.errors import UsageError
from rmtool.i18n import _
from rmtool.reports import duties as report
from rmtool.writers import duty_lines
from rmtool.writers import json_text

HELP = _("""Show the standing duties of the profile: met, on the way, in danger, or missed, with the day it fails.

In danger is what must be done within the last quarter of its working days, or needs more of them than
are left. What cannot be seen in the log is ticked with `rmtool tick-duty`.

Examples:
  rmtool duties
  rmtool duties "last month" --owner Lin
  rmtool duties 2026-W48 --json""")


def duties(
    app: App,
    period: Annotated[
        str, typer.Argument(metavar=_("PERIOD"), help=_("The period; this month by default."))
    ] = "",
    owner: OwnerFilter = "",
    json: Json = False,
) -> None:
    """Show every duty with what is done of it."""
    profile = _verified.profile(app)
    wanted = report.Wanted(periods.parse_period(period, app.today, "month"), app.today, owner.strip())
    if (wanted.period.last - wanted.period.first).days > report.LONGEST:
        raise UsageError(_("Duties are told of a year at most: give a shorter period."))
    with app.look() as db:
        found = report.standing(db, wanted, profile, app.calendar)
    if json:
        app.show(json_text.array(map(json_text.record, found)))
    elif not _duties.none(app):
        app.show(duty_lines.text(found, app.language))
        percent = standing.compliance(found)
        if percent is not None:
            title = wanted.period.title(app.language)
            app.say(
                _("{period}: {percent} % done in time of what was due.").format(period=title, percent=percent)
            )
