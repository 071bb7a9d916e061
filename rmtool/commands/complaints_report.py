"""`complaints-report`: what clients complained of, how it was settled, and what repeats."""

from typing import Annotated

import typer

from rmtool.app import App
from rmtool.commands import _report
from rmtool.domain import periods
from rmtool.i18n import _

HELP = _("""The complaints of a period: how many came in and were settled, on time or late, satisfied or not.

By cause against the period before; causes and clients that repeat; the worst cases; who was not told the result.

Examples:
  rmtool complaints-report
  rmtool complaints-report "last month" -o complaints.html
  rmtool complaints-report 2026-Q4 --format md""")


@_report.takes_options
def complaints_report(
    app: App,
    asked: _report.Asked,
    period: Annotated[
        str, typer.Argument(metavar=_("[PERIOD]"), help=_("Any period; this month by default."))
    ] = "",
) -> None:
    """Show the complaints of a period, or write them into a file."""
    meant = periods.parse_period(period, app.today, "month")
    _report.run(app, "complaints", meant, asked)
