"""`market-report`: what the market says, to be passed upward."""

from typing import Annotated

import typer

from rmtool.app import App
from rmtool.commands import _report
from rmtool.domain import periods
from rmtool.i18n import _

HELP = _("""What the market says: notes by kind, competitor, product and place, against the period before.

What clients said of competitors on visits and what they need stands in it too, and whether urgent notes were passed on.

Examples:
  rmtool market-report
  rmtool market-report 2026-11上旬 -o market.html
  rmtool market-report "last month" --format md --owner 张伟""")


@_report.takes_options
def market_report(
    app: App,
    asked: _report.Asked,
    period: Annotated[
        str, typer.Argument(metavar=_("[PERIOD]"), help=_("Any period; this month by default."))
    ] = "",
) -> None:
    """Show what the market says, or write it into a file."""
    meant = periods.parse_period(period, app.today, "month")
    _report.run(app, "market", meant, asked)
