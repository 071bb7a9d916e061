"""`list-greetings`: what was sent and given, to whom and when."""

from datetime import date
from typing import Annotated

import typer

from rmtool.app import App
from rmtool.commands._parameters import ClientOption
from rmtool.commands._parameters import Json
from rmtool.commands._parameters import OwnerFilter
from rmtool.domain import dates
from rmtool.domain import festivals
from rmtool.domain import periods
from rmtool.i18n import _
from rmtool.store import greetings as store
from rmtool.writers import json_text
from rmtool.writers import terminal

HELP = _("""List the greetings sent and the gifts given, all or those of a period or client.

Examples:
  rmtool list-greetings
  rmtool list-greetings 2026 --client 华星""")


def list_greetings(
    app: App,
    period: Annotated[
        str, typer.Argument(metavar=_("[PERIOD]"), help=_("Such as today, 2026-W47, 2026-11 or last week."))
    ] = "",
    client: ClientOption = "",
    owner: OwnerFilter = "",
    json: Json = False,
) -> None:
    """Show what fits."""
    within = periods.parse_period(period, app.today, "day") if period else periods.ALL
    wanted = store.Filter(first=within.first.isoformat(), last=within.last.isoformat(), owner=owner.strip())
    with app.look() as db:
        if client:
            wanted = wanted._replace(client=app.client(db, client).number)
        found = store.matching(db, wanted)
    if json:
        app.show(json_text.array(map(json_text.record, found)))
    elif found:
        headings = (_("Sent on"), _("Client"), _("Contact"), _("Occasion"), _("Gift"), _("Text"))
        rows = [
            (
                dates.show_day(date.fromisoformat(each.sent_on), app.language), each.client_name, each.contact_name,
                festivals.label(each.occasion, app.language), each.gift, each.text,
            )
            for each in found
        ]  # fmt: skip
        app.show(terminal.table(headings, rows))
    else:
        app.say(
            _(
                "Nothing was sent or given then: see `rmtool greetings OCCASION --sent` and `rmtool record-gift`."
            )
        )
