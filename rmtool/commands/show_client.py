"""`show-client`: the page to read before a visit."""

from dataclasses import replace

from rmtool.app import App
from rmtool.commands._parameters import ClientWord
from rmtool.commands._parameters import Json
from rmtool.domain.masking import mask
from rmtool.i18n import _
from rmtool.reports import client as report
from rmtool.writers import client_page

HELP = _("""Show the page to read before a visit.

Data, contacts with likes and taboos, what was promised, open tasks, the last visits, and days since the last touch.

Examples:
  rmtool show-client 张三
  rmtool show-client 12 --json""")


def show_client(app: App, client: ClientWord, json: Json = False) -> None:
    """Show everything that matters before a visit."""
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
