"""`remove-client-day`: take a day of a client's own out of the store."""

from typing import Annotated

import typer

from rmtool.app import App
from rmtool.commands._parameters import ClientWord
from rmtool.domain.text import fold
from rmtool.domain.text import shown
from rmtool.errors import NotFoundError
from rmtool.i18n import _
from rmtool.store import client_days

HELP = _("""Remove a day of a client's own.

Examples:
  rmtool remove-client-day 华星 公司成立日""")


def remove_client_day(
    app: App,
    client: ClientWord,
    name: Annotated[str, typer.Argument(metavar=_("NAME"), help=_("What the day is called."))],
) -> None:
    """Delete the day of that name."""
    with app.change() as db:
        found = app.client(db, client)
        days = client_days.of(db, found.number)
        meant = [each for each in days if fold(each.name) == fold(name)]
        if not meant:
            known = _(", ").join(shown(each.name) for each in days) or _("none")
            raise NotFoundError(
                _("{client} has no day {name}; its days: {known}.").format(
                    client=shown(found.name), name=shown(name), known=known
                )
            )
        for each in meant:
            client_days.delete(db, each)
    app.say(
        _("Removed the day {name} of {client}.").format(name=shown(meant[0].name), client=shown(found.name))
    )
