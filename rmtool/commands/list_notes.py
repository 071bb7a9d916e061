"""`list-notes`: what the market says, by period, kind or client, and what is still to be passed on."""

from datetime import date
from typing import Annotated

import typer

from rmtool.app import App
from rmtool.commands import _note_form as form
from rmtool.commands._parameters import ClientOption
from rmtool.commands._parameters import Json
from rmtool.commands._parameters import Limit
from rmtool.commands._parameters import OwnerFilter
from rmtool.domain import dates
from rmtool.domain import notes as words
from rmtool.domain import periods
from rmtool.domain.notes import Note
from rmtool.domain.text import clip
from rmtool.i18n import _
from rmtool.store import notes
from rmtool.writers import json_text
from rmtool.writers import terminal

HELP = _("""List notes, the newest first.

Examples:
  rmtool list-notes 2026-11 --kind price
  rmtool list-notes --untold
  rmtool list-notes --client 华星 --search 30个点""")

_MOST = 50
_CLIPPED = 200


def list_notes(
    app: App,
    period: Annotated[
        str, typer.Argument(metavar=_("[PERIOD]"), help=_("Such as today, 2026-W47, 2026-11 or last week."))
    ] = "",
    kind: form.Kind = None,
    client: ClientOption = "",
    urgent: Annotated[bool, typer.Option("--urgent", help=_("Only urgent ones."))] = False,
    untold: Annotated[bool, typer.Option("--untold", help=_("Only those still to be passed on."))] = False,
    search: Annotated[str, typer.Option(metavar=_("TEXT"), help=_("Only those that hold TEXT."))] = "",
    owner: OwnerFilter = "",
    limit: Limit = None,
    json: Json = False,
) -> None:
    """Show the notes that fit."""
    within = periods.parse_period(period, app.today, "day") if period else periods.ALL
    wanted = notes.Filter(
        first=within.first.isoformat(), last=within.last.isoformat(), kind=form.kind(kind) if kind else "",
        severity="urgent" if urgent else "", untold_on=app.today.isoformat() if untold else "",
        search=search.strip(), owner=owner,
    )  # fmt: skip
    with app.look() as db:
        if client:
            wanted = wanted._replace(client=app.client(db, client).number)
        found = notes.matching(db, wanted)
    listed = found[: limit or _MOST]
    if json:
        app.show(json_text.array(map(json_text.record, listed)))
    elif found:
        headings = (_(">No."), _("Day"), _("Kind"), _("Client"), _("Text"))
        app.show(terminal.table(headings, [_row(app, each) for each in listed], wrap=_("Text")))
    else:
        app.say(_("No note fits: add one with `rmtool add-note TEXT`, or ask for less."))
    if len(found) > len(listed):
        app.say(_("{count} more: use --limit.").format(count=len(found) - len(listed)))


def _row(app: App, each: Note) -> tuple[str, ...]:
    day = dates.show_day(date.fromisoformat(each.day), app.language)
    return str(each.number), day, words.label(each.kind, app.language), each.client_name, _told(each)


def _told(each: Note) -> str:
    """The text with what it is about, and whether whoever must hear of it has."""
    text = clip(" ".join(each.text.split()), _CLIPPED)
    about = _(", ").join(filter(None, (each.product, each.competitor, each.place)))
    text = _("{text} ({about})").format(text=text, about=about) if about else text
    if each.told_on:
        return _("{text} [urgent; {name} told {day}]").format(text=text, name=each.tell, day=each.told_on)
    if each.tell:
        return _("{text} [urgent: tell {name}]").format(text=text, name=each.tell)
    return text
