"""`care`: whom to remember in the next days."""

from typing import Annotated

import typer

from rmtool.app import App
from rmtool.commands._parameters import Json
from rmtool.commands._parameters import OwnerFilter
from rmtool.i18n import _
from rmtool.i18n import ngettext
from rmtool.reports import care as report
from rmtool.writers import care_page
from rmtool.writers import json_text

HELP = _("""Birthdays, clients' own days and festivals that come up: who, how old, likes, taboos, the last gift.

Examples:
  rmtool care
  rmtool care --days 30 --owner 林""")


def care(
    app: App,
    days: Annotated[
        int,
        typer.Option("--days", metavar="N", min=1, max=400, help=_("How many days ahead, today included.")),
    ] = 14,
    owner: OwnerFilter = "",
    json: Json = False,
) -> None:
    """Show what comes up, day by day."""
    with app.look() as db:
        found = report.care(db, report.Wanted(app.today, days, owner.strip(), app.language))
    if json:
        app.show(json_text.array(map(json_text.record, found)))
    elif found:
        app.show(care_page.text(found, app.language))
    else:
        app.say(
            ngettext(
                "Nothing comes up within {days} day: look further with --days.",
                "Nothing comes up within {days} days: look further with --days.",
                days,
            ).format(days=days)
        )
