"""`history`: what each command changed, row by row and field by field."""

from typing import Annotated

import typer

from rmtool.app import App
from rmtool.commands import _instants
from rmtool.commands._parameters import Json
from rmtool.commands._parameters import Limit
from rmtool.commands._parameters import complete_client
from rmtool.domain.history import Told
from rmtool.errors import UsageError
from rmtool.i18n import _
from rmtool.reports import history as report
from rmtool.store.changes import Filter
from rmtool.writers import history_page

HELP = _("""Show what each command changed, the newest first: when, by whom, and what was there before.

Without --limit the last 20 changes, each with its first 10 rows; --change shows one with the first 200.

Examples:
  rmtool history
  rmtool history 张三
  rmtool history --period "last week" --limit 100
  rmtool history --change 12""")

_CHANGES, _FIRST_ROWS, _MOST_ROWS = 20, 10, 200


def history(
    app: App,
    client: Annotated[
        str,
        typer.Argument(
            metavar=_("CLIENT"), help=_("Only what touched this client."), autocompletion=complete_client
        ),
    ] = "",
    change: Annotated[
        int | None, typer.Option(metavar="N", help=_("One change whole, by its number."))
    ] = None,
    period: Annotated[str, typer.Option(metavar=_("PERIOD"), help=_("Only changes made then."))] = "",
    limit: Limit = None,
    json: Json = False,
) -> None:
    """Show the changes that fit."""
    if change is not None:
        if client or period:
            raise UsageError(_("--change names one change: leave the client and --period out."))
        _one(app, change, limit or _MOST_ROWS, json=json)
        return
    first, end = _instants.of(app, period)
    wanted = Filter(first=first, end=end, limit=limit or _CHANGES)
    with app.look() as db:
        if client:
            wanted = wanted._replace(client=app.client(db, client).number)
        found = report.listing(db, wanted, _FIRST_ROWS)
    if json:
        _write_json(app, found)
    elif found:
        app.show(history_page.text(found, app.profile, app.language, app.now))
    else:
        app.say(_("No change fits: ask for less, or see `rmtool history`."))
    if found and len(found) == wanted.limit:
        app.say(_("These are the last {count}: --limit shows more.").format(count=len(found)))


def _one(app: App, number: int, rows: int, *, json: bool) -> None:
    with app.look() as db:
        found = report.one(db, number, rows)
    if json:
        _write_json(app, (found,))
        return
    app.show(history_page.whole(found, app.profile, app.language, app.now))


def _write_json(app: App, found: tuple[Told, ...]) -> None:
    # Imported here: json's encoder is only needed with --json.
    from rmtool.writers import json_text

    app.show(json_text.array(map(history_page.record, found)))
