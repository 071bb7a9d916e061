"""`today`: what is due, logged, quiet and coming up, on one screen."""

from rmtool.app import App
from rmtool.commands import _verified
from rmtool.commands._parameters import Json
from rmtool.i18n import _
from rmtool.reports import day as report
from rmtool.store import schedules
from rmtool.writers import day_page

HELP = _("""Show the day: tasks due and overdue, visits logged, clients gone quiet, birthdays in the next 7 days.

A bare `rmtool` shows the same. The numbers in front are those to type.

Examples:
  rmtool today
  rmtool today --json""")


def today(app: App, json: Json = False) -> None:
    """Show the day on one screen."""
    with app.look() as db:
        profile = _verified.profile(app)
        needed = profile.duties or any(each.called for each in profile.cadences)
        calendar = app.calendar if needed else None
        found = report.day(db, app.clock, profile, calendar, app.language)
        if schedules.exist(db):
            found = report.with_hand_ins(db, found, app.now, app.calendar)
    if json:
        # Imported here: json's encoder is only needed with --json.
        from rmtool.writers import json_text

        app.show(json_text.document(found))
        return
    app.show(day_page.text(found, app.profile, app.language))
