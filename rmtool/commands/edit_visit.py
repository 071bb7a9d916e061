"""`edit-visit`: correct a visit."""

import sys
from typing import Annotated

import typer

from rmtool.app import App
from rmtool.commands import _fields
from rmtool.commands import _measures
from rmtool.commands import _visit_editor
from rmtool.commands import _visit_form
from rmtool.commands import _visit_options as options
from rmtool.commands._parameters import Force
from rmtool.commands._parameters import Json
from rmtool.errors import UsageError
from rmtool.i18n import _
from rmtool.store import visits

HELP = _("""Correct a visit. What is not named stays; an empty text clears it. Without options it opens $EDITOR.

Examples:
  rmtool edit-visit 12 --on yesterday --kind call
  rmtool edit-visit 12 --text "谈续贷500万" --need ""
  rmtool edit-visit 12 --client 华星""")


def edit_visit(
    app: App,
    number: options.Number,
    text: Annotated[str | None, typer.Option(metavar=_("TEXT"), help=_("What was said."))] = None,
    client: Annotated[
        str | None, typer.Option(metavar=_("CLIENT"), help=_("The client it was with."))
    ] = None,
    on: Annotated[str | None, typer.Option(metavar=_("DATE"), help=_("The day."))] = None,
    at: Annotated[str | None, typer.Option(metavar=_("TIME"), help=_("The time, such as 15:30."))] = None,
    minutes: options.Minutes = None,
    kind: options.KindOrNone = None,
    place: Annotated[str | None, typer.Option(metavar=_("TEXT"), help=_("Where it was."))] = None,
    people: options.With = None,
    purpose: Annotated[str | None, typer.Option(metavar=_("TEXT"), help=_("What it was for."))] = None,
    result: Annotated[str | None, typer.Option(metavar=_("TEXT"), help=_("What came of it."))] = None,
    need: Annotated[str | None, typer.Option(metavar=_("TEXT"), help=_("A need you heard."))] = None,
    feedback: Annotated[
        str | None, typer.Option(metavar=_("TEXT"), help=_("What the client thinks of us."))
    ] = None,
    product: options.Product = None,
    competitor: Annotated[str | None, typer.Option(metavar=_("TEXT"), help=_("What competitors do."))] = None,
    measure: options.Measure = None,
    field: options.Field = None,
    force: Force = False,
    json: Json = False,
) -> None:
    """Put what was named in the place of what was there."""
    words = _visit_form.Words(
        text=text, on=on, at=at, minutes=minutes, kind=kind, place=place, people=people, purpose=purpose,
        result=result, need=need, feedback=feedback, product=product, competitor=competitor, measure=measure,
        field=field,
    )  # fmt: skip
    with app.look() as db:
        before = visits.get(db, number)
        of = app.client(db, client).number if client is not None else before.client
    if words == _visit_form.Words() and client is None:
        if sys.stdin is None or not sys.stdin.isatty():
            raise UsageError(
                _("Nothing to change: name at least one option, see `rmtool edit-visit --help`.")
            )
        with _visit_editor.edited(app, _visit_editor.kept(before), before.client_name) as written:
            _store(app, number, of, written, force=force, json=json)
    else:
        _store(app, number, of, words, force=force, json=json)
    if field:
        _fields.say_near(app, "visit_fields", field, before.fields)
    if measure:
        _measures.say_near(app, set(_visit_form.measures(app, measure)) - set(before.measures))


def _store(app: App, number: int, client: int, words: _visit_form.Words, *, force: bool, json: bool) -> None:
    with app.change() as db:
        _visit_form.change(app, db, number, client, words, force=force)
        stored = visits.get(db, number)
        if json:
            _visit_form.show_json(app, stored)
    app.say(_("Changed visit {number}: {visit}.").format(number=number, visit=_visit_form.brief(app, stored)))
    if words.field:
        _fields.say_missing(app, "visit_fields", number, stored.fields)
