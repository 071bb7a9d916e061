"""`client-base`: what the clients are, for marketing."""

from typing import Annotated

import typer

from rmtool.app import App
from rmtool.commands import _report
from rmtool.domain import periods
from rmtool.i18n import _

HELP = _("""The make-up of the client base: by tier, stage, industry, area, source, age, years with us and the trade's fields.

With visits by tier and the clients added and put away in the period. Age counts persons whose year of birth is known.

Examples:
  rmtool client-base
  rmtool client-base 2026-Q4 -o base.html --owner 林""")


@_report.takes_options
def client_base(
    app: App,
    asked: _report.Asked,
    period: Annotated[
        str, typer.Argument(metavar=_("[PERIOD]"), help=_("Any period; this year by default."))
    ] = "",
) -> None:
    """Show what the clients are, or write it into a file."""
    meant = periods.parse_period(period, app.today, "year")
    _report.run(app, "client-base", meant, asked)
