"""`due`: who must be touched, and why."""

from datetime import date
from typing import Annotated

import typer

from rmtool.app import App
from rmtool.commands import _verified
from rmtool.commands._parameters import Day
from rmtool.commands._parameters import Json
from rmtool.commands._parameters import Limit
from rmtool.commands._parameters import OwnerFilter
from rmtool.config.profile import Profile
from rmtool.domain import dates
from rmtool.i18n import _
from rmtool.reports import due as report
from rmtool.reports.due import Wanted
from rmtool.writers import due_page

HELP = _("""Show who is due for a touch and who is overdue, by the cadence of the tier or the client's own.

Working days follow the official calendar of mainland China with its shift days; calendar.toml in the
home holds the firm's own. --soon also shows who comes up, --forecast how many fall on each day.

Examples:
  rmtool due
  rmtool due "next mon" --soon 5d
  rmtool due --forecast 2w""")

_MOST = 50


def due(
    app: App,
    day: Day = "",
    soon: Annotated[str, typer.Option(metavar=_("DAYS"), help=_("Also who comes up in so many days."))] = "",
    forecast: Annotated[
        str, typer.Option(metavar=_("DAYS"), help=_("Only how many fall on each day, for so long."))
    ] = "",
    owner: OwnerFilter = "",
    limit: Limit = None,
    json: Json = False,
) -> None:
    """Show the clients due, or the load of the days to come."""
    when = dates.parse_day(day, app.today, "forward") if day else app.today
    ahead = dates.parse_span(forecast or soon) if forecast or soon else 0
    time = app.time if when == app.today else ""
    wanted = Wanted(when, owner, ahead, limit or (None if json else _MOST), time)
    _say_unknown(app, when)
    profile = _verified.profile(app)
    if forecast:
        _forecast(app, wanted, profile, json=json)
        return
    with app.look() as db:
        found = report.due(db, wanted, profile, app.calendar, app.language)
        found = found._replace(lines=report.with_fields(db, found.lines, profile))
    if json:
        # Imported here: json's encoder is only needed with --json.
        from rmtool.writers import json_text

        app.show(json_text.array(map(json_text.record, found.lines)))
        return
    if not found.total:
        app.say(_("Nobody is due on {day}.").format(day=dates.show_day(when, app.language)))
        return
    app.show(due_page.text(found.lines, profile, app.language))
    if found.total > len(found.lines):
        app.say(_("{count} more: use --limit.").format(count=found.total - len(found.lines)))


def _forecast(app: App, wanted: Wanted, profile: Profile, *, json: bool) -> None:
    with app.look() as db:
        days = report.load(db, wanted, profile, app.calendar)
    if json:
        # Imported here: json's encoder is only needed with --json.
        from rmtool.writers import json_text

        app.show(json_text.array({"day": day.isoformat(), "touches": number} for day, number in days))
        return
    app.show(due_page.load(days, app.language))


def _say_unknown(app: App, day: date) -> None:
    if not app.calendar.knows(day):
        app.say(
            _(
                "The holidays of {year} are not known yet: Monday to Friday are taken as worked; calendar.toml can say more."
            ).format(year=day.year)
        )
