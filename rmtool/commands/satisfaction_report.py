"""`satisfaction-report`: what clients scored, and why."""

from typing import Annotated

import typer

from rmtool.app import App
from rmtool.commands import _report
from rmtool.domain import periods
from rmtool.i18n import _

HELP = _("""What clients scored from 1 to 5, by month and kind of visit: the mean, the share of 5s and of 1s and 2s, and why.

Scores are logged with visits: `rmtool log-visit CLIENT TEXT --measure satisfaction=4 --feedback REASON`.

Examples:
  rmtool satisfaction-report
  rmtool satisfaction-report "last month" -o satisfaction.html""")


@_report.takes_options
def satisfaction_report(
    app: App,
    asked: _report.Asked,
    period: Annotated[
        str, typer.Argument(metavar=_("[PERIOD]"), help=_("Any period; this year by default."))
    ] = "",
) -> None:
    """Show the scores of a period, or write them into a file."""
    meant = periods.parse_period(period, app.today, "year")
    _report.run(app, "satisfaction", meant, asked)
