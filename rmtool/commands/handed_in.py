"""`handed-in`: which scheduled reports were due, which were handed in when, and which are missing."""

from typing import Annotated

import typer

from rmtool.app import App
from rmtool.commands._parameters import Json
from rmtool.domain import deliveries as rules
from rmtool.domain import periods
from rmtool.domain.schedule_times import unknown_holidays
from rmtool.i18n import _
from rmtool.reports import handed_in as report
from rmtool.store import deliveries
from rmtool.store import schedules
from rmtool.writers import hand_in_page
from rmtool.writers import json_text

HELP = _("""Show which scheduled reports were due, what was handed in where and when, and what is missing.

This month by default. `unknown` may have arrived: ask the reader, then either mark it as arrived, or send it
again with `rmtool run-schedule N --again`.

Examples:
  rmtool handed-in
  rmtool handed-in last week
  rmtool handed-in --mark 7""")


def handed_in(
    app: App,
    period: Annotated[
        list[str] | None,
        typer.Argument(metavar=_("PERIOD"), help=_("Such as 2026-11, last week; this month by default.")),
    ] = None,
    mark: Annotated[
        int | None, typer.Option(metavar="N", help=_("Say that delivery N has arrived, in whatever way."))
    ] = None,
    json: Json = False,
) -> None:
    """List the hand-ins of a period, or mark a delivery as arrived."""
    if mark is not None:
        _mark(app, mark)
        return
    chosen = periods.parse_period(" ".join(period or ()), app.today, "month")
    with app.look() as db:
        if any(each.at.workdays for each in schedules.everyone(db)):
            unknown = unknown_holidays(app.calendar, chosen.last)
            if unknown:
                app.say(unknown)
        found = report.found(db, report.Wanted(chosen, app.now, app.calendar))
    if json:
        app.show(json_text.array(json_text.record(each) for each in found))
    elif not found:
        app.say(_("No scheduled report is due in {period}.").format(period=chosen.title(app.language)))
    else:
        app.show(hand_in_page.text(found, app.now))


def _mark(app: App, number: int) -> None:
    with app.change() as db:
        delivery = deliveries.get(db, number)
        if delivery.state != rules.SENT:
            # What was in doubt arrived when it was sent, not when somebody heard of it.
            when = delivery.tried_at if delivery.state == rules.UNKNOWN else app.recorded_at
            deliveries.settle(db, number, when)
    app.say(
        _("Marked as arrived: {destination}, due {due}.").format(
            destination=rules.place(delivery.destination), due=delivery.due_at.replace("T", " ")
        )
    )
