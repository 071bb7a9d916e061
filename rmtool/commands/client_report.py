"""`client-report`: all that happened with one client."""

from typing import Annotated

import typer

from rmtool.app import App
from rmtool.commands import _report
from rmtool.commands._parameters import ClientWord
from rmtool.domain import periods
from rmtool.i18n import _

HELP = _("""All that happened with one client, in order: for a successor, an auditor, or before an important visit.

Visits, tasks with their hand-overs and results, deals with their stages, notes, papers, greetings and gifts; then
what is still open. Each line names the record it stands in. Phones and identity numbers are masked.

Examples:
  rmtool client-report 张三
  rmtool client-report 12 2026-Q4 -o client-12.docx
  rmtool client-report Yunxiu "last month" --owner Lin""")


@_report.takes_options
def client_report(
    app: App,
    asked: _report.Asked,
    client: ClientWord,
    period: Annotated[
        str, typer.Argument(metavar=_("[PERIOD]"), help=_("Any period; everything by default."))
    ] = "",
) -> None:
    """Show a client's timeline, or write it into a file."""
    meant = periods.parse_period(period or "all", app.today, "month")
    with app.look() as db:
        number = app.client(db, client).number
    _report.run(app, "client", meant, asked._replace(client=number))
