"""`show-client`: the page to read before a visit."""

from dataclasses import replace
from datetime import datetime
from datetime import time
from typing import Annotated

import typer

from rmtool.app import App
from rmtool.commands._parameters import ClientWord
from rmtool.commands._parameters import Json
from rmtool.domain import dates
from rmtool.domain.masking import mask
from rmtool.domain.text import shown
from rmtool.errors import UsageError
from rmtool.i18n import _
from rmtool.reports import client as report
from rmtool.store import past
from rmtool.writers import client_page

HELP = _("""Show the page to read before a visit.

Data, contacts with likes and taboos, what was promised, open tasks, the last visits, and days since the last touch.
--as-of shows it as it stood then, from the history; a client is found by what it is called today, or by number.

Examples:
  rmtool show-client 张三
  rmtool show-client 12 --json
  rmtool show-client 张三 --as-of 2026-10-01""")


def show_client(
    app: App,
    client: ClientWord,
    as_of: Annotated[
        str, typer.Option(metavar=_("WHEN"), help=_("As it stood at the end of that day, or at that time."))
    ] = "",
    json: Json = False,
) -> None:
    """Show everything that matters before a visit."""
    if as_of:
        then = app.at(_moment(app, as_of))
        try:
            with then.look() as db, past.at(db, then.recorded_at):
                page = report.page(db, then.client(db, client), then.clock, then.profile)
        finally:
            then.close()
    else:
        with app.look() as db:
            page = report.page(db, app.client(db, client), app.clock, app.profile)
    hidden = mask(page.client.id_number, "identity", "display")
    page = replace(page, client=page.client._replace(id_number=hidden))
    if json:
        # Imported here: json's encoder is only needed with --json.
        from rmtool.writers import json_text

        app.show(json_text.document(page))
        return
    app.show(client_page.text(page, app.profile, app.language))


def _moment(app: App, word: str) -> datetime:
    day, clock = dates.parse_moment(word, app.today, "back")
    moment = datetime.combine(day, clock.replace(second=59) if clock else time.max, app.now.tzinfo)
    if day > app.today:
        raise UsageError(_("{word} lies ahead: --as-of looks back.").format(word=shown(word)))
    return min(moment, app.now)
