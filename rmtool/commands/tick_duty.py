"""`tick-duty`: somebody says that a standing duty was done."""

from typing import Annotated

import typer

from rmtool.app import App
from rmtool.commands import _duties
from rmtool.commands._parameters import Owner
from rmtool.config.profile_rows import Duty
from rmtool.domain import dates
from rmtool.domain.text import clean
from rmtool.domain.text import in_language
from rmtool.domain.text import one_line
from rmtool.errors import NotFoundError
from rmtool.errors import RefusedError
from rmtool.errors import UsageError
from rmtool.i18n import _
from rmtool.store import duties as store
from rmtool.store.duties import Tick

HELP = _("""Tick a standing duty, or one item of it: it was done today, or on the day --on names.

DUTY is its key, its name or a part of it; `rmtool duties` shows them. Without --item all items are ticked.

Examples:
  rmtool tick-duty departure
  rmtool tick-duty departure --item "order forms"
  rmtool tick-duty rebate --on yesterday --remark "38,000 confirmed"
  rmtool tick-duty rebate --undo""")


def tick_duty(
    app: App,
    duty: Annotated[
        str, typer.Argument(metavar=_("DUTY"), help=_("The duty: its key, name or a part of it."))
    ],
    item: Annotated[str, typer.Option(metavar=_("ITEM"), help=_("Only this item of it."))] = "",
    on: Annotated[
        str, typer.Option(metavar=_("DATE"), help=_("The day it was done; today by default."))
    ] = "",
    remark: Annotated[str, typer.Option(metavar=_("TEXT"), help=_("What is worth keeping of it."))] = "",
    owner: Owner = "",
    undo: Annotated[bool, typer.Option("--undo", help=_("It was not done: take the tick away."))] = False,
) -> None:
    """Keep the tick, or take it away."""
    if _duties.none(app):
        raise UsageError(_("Unknown duty {word}: see `rmtool duties`.").format(word=duty))
    found = _duties.chosen(app, duty)
    items = _duties.items(app, found, item)
    day = dates.parse_day(on, app.today, "back") if on else app.today
    _refuse(app, found, day > app.today, dates.show_day(day, app.language))
    who = one_line(owner, "--owner", optional=True) or app.settings.owner
    said = clean(remark, "--remark", 1000)
    ticks = [Tick(found.key, each, day.isoformat(), who, said, app.recorded_at) for each in items]
    words = {"duty": found.label(app.language), "day": dates.show_day(day, app.language)}
    with app.change() as db:
        if undo:
            gone = [store.delete(db, each) for each in ticks]
            if not any(gone):
                raise NotFoundError(
                    _("{duty} is not ticked on {day}: nothing was taken away.").format(**words)
                )
        else:
            new = [each for each in ticks if not store.given(db, each)]
            if not new:
                raise RefusedError(_("{duty} is ticked on {day} already.").format(**words))
            for each in new:
                store.add(db, each)
    if undo:
        app.say(_("No longer ticked on {day}: {duty}.").format(**words))
    else:
        app.say(_("Ticked on {day}: {duty}.").format(**words | {"duty": _told(found, items, app.language)}))


def _told(duty: Duty, items: tuple[str, ...], language: str) -> str:
    named = _(", ").join(in_language(each, language) for each in items if each)
    label = duty.label(language)
    return _("{duty} ({items})").format(duty=label, items=named) if named else label


def _refuse(app: App, duty: Duty, future: bool, day: str) -> None:
    """Raises UsageError for a duty that is not ticked, or a day to come."""
    if duty.by not in ("tick", "report", "greetings"):
        ways = {
            "visits": _("by the visits logged"), "notes": _("by the notes taken"), "tasks": _("by its tasks being closed"),
            "cadence": _("by nobody being overdue"), "records": _("by the clients' data"),
        }  # fmt: skip
        raise UsageError(
            _("{duty} is not ticked: it is known {way}.").format(
                duty=duty.label(app.language), way=ways[duty.by]
            )
        )
    if future:
        raise UsageError(_("{day} is still to come: tick a duty when it is done.").format(day=day))
