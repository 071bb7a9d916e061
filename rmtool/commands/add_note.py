"""`add-note`: what the market says, to be passed on."""

from typing import Annotated

import typer

from rmtool.app import App
from rmtool.commands import _note_form as form
from rmtool.commands._parameters import Json
from rmtool.commands._parameters import complete_client
from rmtool.domain.notes import Note
from rmtool.i18n import _
from rmtool.store import notes

HELP = _("""Note what the market says: competitors, prices, policy, violations, papers that look wrong.

With --tell the note is urgent: it stays on `rmtool today` until that person has been told.

Examples:
  rmtool add-note "对面新开一家超市" --place 城南
  rmtool add-note "offers 30 points less" --kind competitor --competitor 某行
  rmtool add-note "柜台卖非烟" --kind violation --client 12 --tell 稽查队""")


def add_note(
    app: App,
    text: Annotated[str, typer.Argument(metavar=_("TEXT"), help=_("What was seen or heard."))],
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
    on: form.On = None,
    owner: Annotated[
        str | None,
        typer.Option(metavar=_("NAME"), help=_("Whose it is; the owner of the settings by default.")),
    ] = None,
    json: Json = False,
) -> None:
    """Store a new note."""
    words = form.Words(
        text=text, kind=kind, client=client, product=product, competitor=competitor, place=place,
        severity=severity, tell=tell, on=on, owner=owner,
    )  # fmt: skip
    with app.change() as db:
        blank = Note("", day=app.today.isoformat(), owner=app.settings.owner, recorded_at=app.recorded_at)
        stored = notes.get(db, notes.add(db, form.note(app, db, words, blank)))
        if json:
            form.show_json(app, stored)
    app.say(_("Added note {number}: {note}").format(number=stored.number, note=form.brief(app, stored)))
    form.say_whom(app, stored)
