"""`daily-report`: the report of a day."""

from rmtool.app import App
from rmtool.commands import _report
from rmtool.commands._parameters import Day
from rmtool.i18n import _

HELP = _("""The report of a day: work, results, problems, and tomorrow's plan.

Examples:
  rmtool daily-report
  rmtool daily-report yesterday --format sms
  rmtool daily-report 2026-11-23 -o 1123.html""")


@_report.takes_options
def daily_report(
    app: App,
    asked: _report.Asked,
    day: Day = "",
) -> None:
    """Show the report of a day, or write it into a file."""
    _report.run(app, "daily", _report.period("daily", day, app.today), asked)
