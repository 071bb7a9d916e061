"""`client-base`: what the clients are, for marketing."""

from typing import Annotated

import typer

from rmtool.app import App
from rmtool.commands import _report
from rmtool.commands._parameters import Json
from rmtool.domain import periods
from rmtool.i18n import _

HELP = _("""The make-up of the client base: by tier, stage, industry, area, source, age, years with us and the trade's fields.

With visits by tier and the clients added and put away in the period. Age counts persons whose year of birth is known.

Examples:
  rmtool client-base
  rmtool client-base 2026-Q4 -o base.html --owner 林""")


def client_base(
    app: App,
    period: Annotated[
        str, typer.Argument(metavar=_("[PERIOD]"), help=_("Any period; this year by default."))
    ] = "",
    format: _report.Format = "",
    output: _report.Output = "",
    template: _report.Template = "",
    owner: _report.OwnerOnly = "",
    unmasked: _report.Unmasked = False,
    json: Json = False,
) -> None:
    """Show what the clients are, or write it into a file."""
    meant = periods.parse_period(period, app.today, "year")
    _report.run(app, "client-base", meant, _report.Asked(format, output, template, owner, unmasked, json))
