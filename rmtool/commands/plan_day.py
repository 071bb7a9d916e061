"""`plan-day`: whom to see today, why, and what to bring up."""

from datetime import date
from typing import Annotated

import typer

from rmtool.app import App
from rmtool.commands import _verified
from rmtool.commands._parameters import Day
from rmtool.commands._parameters import Json
from rmtool.commands._parameters import OwnerFilter
from rmtool.domain import dates
from rmtool.i18n import _
from rmtool.reports import plan as report
from rmtool.reports.plan import Wanted
from rmtool.store import plans
from rmtool.writers import plan_page

HELP = _("""Plan a working day: the most urgent clients, no more than the day holds, area by area along their routes.

Complaints come first, then what is overdue, what was promised for the day, birthdays, and who is due for a
touch; each with what to bring up. --save keeps the plan, so that the day's report tells what was done of it.

Examples:
  rmtool plan-day
  rmtool plan-day tomorrow --max 6 --save
  rmtool plan-day "next mon" --json""")


def plan_day(
    app: App,
    day: Day = "",
    most: Annotated[
        int | None, typer.Option("--max", metavar="N", min=1, help=_("How many clients the day holds."))
    ] = None,
    owner: OwnerFilter = "",
    save: Annotated[bool, typer.Option("--save", help=_("Keep it as the day's plan."))] = False,
    json: Json = False,
) -> None:
    """Show the plan, and keep it where that is wanted."""
    profile = _verified.profile(app)
    when = _working(app, dates.parse_day(day, app.today, "forward") if day else app.today)
    wanted = Wanted(app.clock.at(when), owner, most or profile.max_per_day)
    with app.look() as db:
        plan = report.plan(db, wanted, profile, app.calendar, app.language)
    if json:
        # Imported here: json's encoder is only needed with --json.
        from rmtool.writers import json_text

        app.show(json_text.document(plan))
    else:
        app.show(plan_page.text(plan, profile, app.language))
    if save:
        stops = [(each.client, plan_page.why(each, plan.day, profile, app.language)) for each in plan.stops]
        with app.change() as db:
            plans.set(db, plan.day, stops)
        app.say(_("Kept as the plan for {day}.").format(day=dates.show_day(when, app.language)))


def _working(app: App, day: date) -> date:
    """`day`, or the next working day where it is none; nobody is planned on a day off."""
    working = app.calendar.from_day(day)
    if working != day:
        app.say(
            _("{day} is no working day: this is the plan for the next one.").format(
                day=dates.show_day(day, app.language)
            )
        )
    return working
