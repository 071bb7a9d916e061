"""`morning-brief`: what a morning meeting speaks of."""

from rmtool.app import App
from rmtool.commands import _verified
from rmtool.commands._parameters import Day
from rmtool.commands._parameters import Json
from rmtool.commands._parameters import OwnerFilter
from rmtool.domain import dates
from rmtool.domain.hiding import STRICT
from rmtool.domain.masking import mask_text
from rmtool.i18n import _
from rmtool.reports import brief as report
from rmtool.reports.plan import Wanted
from rmtool.writers import brief_page
from rmtool.writers import json_text

HELP = _("""Yesterday in numbers by industry, questions heard, deals; today's plan; what must not be forgotten.

Yesterday is the working day before and the days off since. Phones and identity numbers are masked.

Examples:
  rmtool morning-brief
  rmtool morning-brief "next mon" --owner Lin
  rmtool schedule morning-brief --at "mon-fri 8:00" --to ~/reports --format text""")


def morning_brief(
    app: App,
    day: Day = "",
    owner: OwnerFilter = "",
    json: Json = False,
) -> None:
    """Show the brief of a day, or of the next working day where it is none."""
    profile = _verified.profile(app)
    when = app.calendar.from_day(dates.parse_day(day, app.today, "forward") if day else app.today)
    with app.look() as db:
        wanted = Wanted(app.clock.at(when), owner, profile.max_per_day)
        brief = report.brief(db, wanted, profile, app.calendar, app.language)
    if json:
        app.show(json_text.document(STRICT.record(json_text.record(brief), app.language)))
    else:
        app.show(mask_text(brief_page.text(brief, profile, app.language)))
