"""`monthly-report`: the report of a month."""

from typing import Annotated

import typer

from rmtool.app import App
from rmtool.commands import _report
from rmtool.i18n import _

HELP = _("""The report of a month, with tables by week and by tier.

Examples:
  rmtool monthly-report
  rmtool monthly-report 2026-11 -o month.html
  rmtool monthly-report "last month" --format json""")


@_report.takes_options
def monthly_report(
    app: App,
    asked: _report.Asked,
    month: Annotated[
        str, typer.Argument(metavar=_("MONTH"), help=_("The month, or a day in it; this month by default."))
    ] = "",
) -> None:
    """Show the report of a month, or write it into a file."""
    _report.run(app, "monthly", _report.period("monthly", month, app.today), asked)
