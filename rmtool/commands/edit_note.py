"""`edit-note`: correct a note."""

from typing import Annotated

import typer

from rmtool.app import App
from rmtool.commands import _note_form as form
from rmtool.commands._parameters import Json
from rmtool.commands._parameters import complete_client
from rmtool.errors import UsageError
from rmtool.i18n import _
from rmtool.store import notes

HELP = _("""Correct a note. What is not named stays; an empty text clears it.

Examples:
  rmtool edit-note 12 --kind price --product 红梅
  rmtool edit-note 12 --severity normal
  rmtool edit-note 12 --told yesterday""")


def edit_note(
    app: App,
    number: form.Number,
    text: Annotated[str | None, typer.Option(metavar=_("TEXT"), help=_("What was seen or heard."))] = None,
    kind: form.Kind = None,
    client: Annotated[
        str | None,
        typer.Option(metavar=_("CLIENT"), help=_("The client it is about."), autocompletion=complete_client),
    ] = None,
    product: form.Product = None,
    competitor: form.Competitor = None,
    place: form.Place = None,
    severity: form.Severity = None,
    tell: form.Tell = None,
    told: Annotated[str | None, typer.Option(metavar=_("DATE"), help=_("When it was passed on."))] = None,
    on: form.On = None,
    owner: Annotated[str | None, typer.Option(metavar=_("NAME"), help=_("Whose it is."))] = None,
    json: Json = False,
) -> None:
    """Put what was named in the place of what was there."""
    words = form.Words(
        text=text, kind=kind, client=client, product=product, competitor=competitor, place=place,
        severity=severity, tell=tell, told=told, on=on, owner=owner,
    )  # fmt: skip
    if words == form.Words():
        raise UsageError(_("Nothing to change: name at least one option, see `rmtool edit-note --help`."))
    with app.change() as db:
        before = notes.get(db, number)
        form.refuse_untellable(before, words)
        notes.set(db, form.note(app, db, words, before))
        stored = notes.get(db, number)
        if json:
            form.show_json(app, stored)
    app.say(_("Changed note {number}: {note}").format(number=number, note=form.brief(app, stored)))
    form.say_whom(app, stored)
