"""`weekly-report`: the report of a week."""

from typing import Annotated

import typer

from rmtool.app import App
from rmtool.commands import _report
from rmtool.i18n import _

HELP = _("""The report of a week: visits, needs, feedback, tasks, and next week's plan.

Examples:
  rmtool weekly-report
  rmtool weekly-report "last week" -o week.html
  rmtool weekly-report 2026-W47 --format md --owner 张伟""")


@_report.takes_options
def weekly_report(
    app: App,
    asked: _report.Asked,
    week: Annotated[
        str, typer.Argument(metavar=_("WEEK"), help=_("The week, or a day in it; this week by default."))
    ] = "",
) -> None:
    """Show the report of a week, or write it into a file."""
    _report.run(app, "weekly", _report.period("weekly", week, app.today), asked)
