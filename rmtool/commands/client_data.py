"""`client-data`: all that is kept of a client, to be handed to the client."""

from pathlib import Path
from typing import Annotated

import typer

from rmtool.app import App
from rmtool.commands._parameters import ClientWord
from rmtool.commands._parameters import Json
from rmtool.domain.text import shown
from rmtool.i18n import _
from rmtool.store import changes
from rmtool.store import person
from rmtool.writers import client_data_page

HELP = _("""All that is kept of a client, field by field, for the client who asks for it.

Nothing is masked: hand it to nobody else. Written into a file (mode 0600) with -o, as JSON where that ends in .json.

Examples:
  rmtool client-data 张三
  rmtool client-data 12 -o client-12.txt
  rmtool client-data 12 -o client-12.json""")


def client_data(
    app: App,
    client: ClientWord,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar=_("FILE"), help=_("The file to write."))
    ] = "",
    json: Json = False,
) -> None:
    """Show or write everything."""
    with app.look() as db:
        found = app.client(db, client)
        rows = tuple(person.rows(db, found.number))
        names = {found.number: found.name}
        if found.referred_by:
            names[found.referred_by] = changes.client_name(db, found.referred_by)
        touched = changes.matching(db, changes.Filter(client=found.number))
    if json or output.endswith(".json"):
        text = client_data_page.as_json(rows, touched)
    else:
        text = client_data_page.text(rows, touched, app.profile, app.language, names, app.now)
    if not output:
        app.show(text)
        return
    target = Path(output)
    with app.file_out(target, masked=False) as file:
        file.write(text.encode() + b"\n")
    app.say(
        _("Wrote {path}: it is whole, nothing in it is masked. Hand it to the client alone.").format(
            path=shown(str(target))
        )
    )
