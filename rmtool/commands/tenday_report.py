"""`tenday-report`: the report of ten days (旬)."""

from typing import Annotated

import typer

from rmtool.app import App
from rmtool.commands import _report
from rmtool.i18n import _

HELP = _("""The report of ten days (旬): a third of a month, from the 1st, the 11th or the 21st on.

Examples:
  rmtool tenday-report
  rmtool tenday-report 2026-11上旬 -o early-november.html
  rmtool tenday-report last --format md""")


@_report.takes_options
def tenday_report(
    app: App,
    asked: _report.Asked,
    days: Annotated[
        str,
        typer.Argument(
            metavar=_("TENDAY"), help=_("The ten days, or a day in them; the current ones by default.")
        ),
    ] = "",
) -> None:
    """Show the report, or write it into a file."""
    _report.run(app, "tenday", _report.period("tenday", days, app.today), asked)
