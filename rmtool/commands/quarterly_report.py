"""`quarterly-report`: the report of a quarter."""

from typing import Annotated

import typer

from rmtool.app import App
from rmtool.commands import _report
from rmtool.i18n import _

HELP = _("""The report of a quarter: weeks, tiers, targets, deals, needs, feedback, and what comes next.

Examples:
  rmtool quarterly-report
  rmtool quarterly-report 2026-Q3 -o q3.html
  rmtool quarterly-report last --format md""")


@_report.takes_options
def quarterly_report(
    app: App,
    asked: _report.Asked,
    quarter: Annotated[
        str,
        typer.Argument(metavar=_("QUARTER"), help=_("The quarter, or a day in it; this quarter by default.")),
    ] = "",
) -> None:
    """Show the report, or write it into a file."""
    _report.run(app, "quarterly", _report.period("quarterly", quarter, app.today), asked)
