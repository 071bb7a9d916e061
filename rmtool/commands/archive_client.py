"""`archive-client`: put a client away, or bring it back."""

from typing import Annotated

import typer

from rmtool.app import App
from rmtool.commands._parameters import ClientWord
from rmtool.domain.text import shown
from rmtool.errors import RefusedError
from rmtool.i18n import _
from rmtool.store import clients
from rmtool.store import tasks

HELP = _("""Put a client away: it leaves the lists, its visits and tasks stay. --back brings it back.

Examples:
  rmtool archive-client 张三
  rmtool archive-client 张三 --back
  rmtool list-clients --archived""")


def archive_client(
    app: App,
    client: ClientWord,
    back: Annotated[bool, typer.Option("--back", help=_("Bring it back."))] = False,
) -> None:
    """Archive a client, or take it out of the archive."""
    with app.look() as db:
        number = app.client(db, client).number
    with app.change() as db:
        found = clients.get(db, number)
        name = shown(found.name)
        if back and not found.archived_on:
            raise RefusedError(
                _("Client {number} {name} is not archived: see `rmtool list-clients --archived`.").format(
                    number=number, name=name
                )
            )
        if found.archived_on and not back:
            raise RefusedError(
                _("Client {number} {name} is archived already: bring it back with --back.").format(
                    number=number, name=name
                )
            )
        clients.set(db, found._replace(archived_on="" if back else app.today.isoformat()))
        left = len(tasks.matching(db, tasks.Filter(client=number)))
    if back:
        app.say(_("Brought back client {number}: {name}.").format(number=number, name=name))
        return
    app.say(_("Archived client {number}: {name}.").format(number=number, name=name))
    if left:
        app.say(
            _("Open tasks left: {count}; see `rmtool list-tasks --client {number}`.").format(
                count=left, number=number
            )
        )
