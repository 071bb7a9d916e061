"""`list-targets`: how far each target is, and where it ends at this pace."""

from math import ceil
from typing import Annotated

import typer

from rmtool.app import App
from rmtool.commands._parameters import Day
from rmtool.commands._parameters import Json
from rmtool.commands._parameters import OwnerFilter
from rmtool.domain import dates
from rmtool.domain import money
from rmtool.domain import targets
from rmtool.domain.targets import Progress
from rmtool.domain.text import in_language
from rmtool.i18n import _
from rmtool.reports import targets as report
from rmtool.store import targets as store
from rmtool.writers import json_text
from rmtool.writers import terminal

HELP = _("""Show the targets of the day: reached, to be reached by the evening, and the forecast at this pace.

Days count as working days of the official calendar. The bars are what each sixth of the period brought.

Examples:
  rmtool list-targets
  rmtool list-targets 2026-12-31 --owner 林
  rmtool list-targets --all""")


def list_targets(
    app: App,
    day: Day = "",
    owner: OwnerFilter = "",
    everything: Annotated[
        bool, typer.Option("--all", help=_("Also those of periods that are over or still to come."))
    ] = False,
    json: Json = False,
) -> None:
    """Show the targets with their progress."""
    when = dates.parse_day(day, app.today, "back") if day else app.today
    with app.look() as db:
        wanted = store.matching(db, "" if everything else when.isoformat(), owner)
        found = report.progress(db, wanted, when, app.calendar, app.profile)
    if json:
        app.show(json_text.array(map(json_text.record, found)))
    elif found:
        headings = (
            _("Measure"), _("Period"), _(">Target"), _(">Reached"), _(">By today"), _(">Forecast"), _("Trend"),
            _("State"),
        )  # fmt: skip
        app.show(terminal.table(headings, [_row(app, each) for each in found]))
    else:
        app.say(_("No target: set one with `rmtool set-target MEASURE PERIOD VALUE`."))


def _row(app: App, found: Progress) -> tuple[str, ...]:
    states = {
        "met": _("met"), "on track": _("on track"), "behind": _("behind"), "missed": _("missed"), "ahead": _("to come"),
    }  # fmt: skip
    own = app.profile.measure(found.measure)
    name = own.label(app.language) if own else targets.label(found.measure)
    if own and own.unit:
        name = _("{measure} ({unit})").format(measure=name, unit=in_language(own.unit, app.language))
    if found.owner:
        name = _("{measure} ({owner})").format(measure=name, owner=found.owner)
    estimates = (found.expected, found.forecast)
    if own is None or own.over == "sum":
        estimates = (_rounded(found.expected), _rounded(found.forecast))
    numbers = (found.value, found.done, *estimates)
    return (
        name, found.period, *(money.show_yuan(each, app.language) for each in numbers),
        targets.sparkline(found.trend), states[found.state],
    )  # fmt: skip


def _rounded(number: float) -> float:
    """`number` upwards to a whole one, of large ones to three figures: it is an estimate."""
    step = int("1" + "0" * max(len(str(int(number))) - 3, 0))
    return ceil(number / step) * step
