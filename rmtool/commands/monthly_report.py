"""`monthly-report`: the report of a month."""

from typing import Annotated

import typer

from rmtool.app import App
from rmtool.commands import _report
from rmtool.commands._parameters import Json
from rmtool.domain import periods
from rmtool.i18n import _

HELP = _("""The report of a month, with tables by week and by tier.

Examples:
  rmtool monthly-report
  rmtool monthly-report 2026-11 -o month.html
  rmtool monthly-report "last month" --format json""")


def monthly_report(
    app: App,
    month: Annotated[
        str, typer.Argument(metavar=_("MONTH"), help=_("The month, or a day in it; this month by default."))
    ] = "",
    format: _report.Format = "",
    output: _report.Output = "",
    template: _report.Template = "",
    owner: _report.OwnerOnly = "",
    unmasked: _report.Unmasked = False,
    json: Json = False,
) -> None:
    """Show the report of a month, or write it into a file."""
    period = periods.of("month", periods.parse_period(month, app.today, "month").first)
    _report.run(app, "monthly", period, _report.Asked(format, output, template, owner, unmasked, json))
