"""`plan-week`: the touches of the weeks to come, spread over their working days."""

from typing import Annotated

import typer

from rmtool.app import App
from rmtool.commands import _verified
from rmtool.commands._parameters import Json
from rmtool.commands._parameters import OwnerFilter
from rmtool.domain import dates
from rmtool.i18n import _
from rmtool.reports import week as report
from rmtool.reports.due import Wanted
from rmtool.writers import week_page

HELP = _("""Spread the touches of two weeks evenly over the working days, no more a day than it holds.

Where a day has its share already, a client comes up to half its cadence earlier or a fifth of it later.
Who finds no room is listed at the end.

Examples:
  rmtool plan-week
  rmtool plan-week "next mon" --weeks 4 --max 6""")


def plan_week(
    app: App,
    day: Annotated[str, typer.Argument(metavar=_("DAY"), help=_("The first day; today by default."))] = "",
    weeks: Annotated[int, typer.Option("--weeks", metavar="N", min=1, max=53, help=_("How many weeks."))] = 2,
    most: Annotated[
        int | None, typer.Option("--max", metavar="N", min=1, help=_("How many clients a day holds."))
    ] = None,
    owner: OwnerFilter = "",
    json: Json = False,
) -> None:
    """Show the days with whom to touch on each."""
    profile = _verified.profile(app)
    first = dates.parse_day(day, app.today, "forward") if day else app.today
    wanted = Wanted(first, owner, weeks * 7 - 1)
    with app.look() as db:
        plan = report.spread(db, wanted, most or profile.max_per_day, profile, app.calendar, app.language)
    if json:
        # Imported here: json's encoder is only needed with --json.
        from rmtool.writers import json_text

        app.show(json_text.document(plan))
    else:
        app.show(week_page.text(plan, profile, app.language))
