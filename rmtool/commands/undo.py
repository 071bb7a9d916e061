"""`undo`: take a change back."""

from typing import Annotated

import typer

from rmtool.app import App
from rmtool.commands import _take_back
from rmtool.commands._parameters import Yes
from rmtool.errors import NotFoundError
from rmtool.errors import RefusedError
from rmtool.i18n import _
from rmtool.store import changes

HELP = _("""Take a change back: all that the command did, or nothing where a later change stands on it.

Without a number the last change. Shows what will happen and asks; elsewhere than on a terminal it needs --yes.
Settings, the profile and files that were written are no part of the store: they stay.

Examples:
  rmtool undo
  rmtool undo 12 --yes""")


def undo(
    app: App,
    change: Annotated[
        int | None, typer.Argument(metavar="N", help=_("The change's number in `rmtool history`."))
    ] = None,
    yes: Yes = False,
) -> None:
    """Take one change back."""
    with app.look() as db:
        number = changes.last_done(db) if change is None else changes.last_of(db, change)
        if number is None:
            raise NotFoundError(_("Nothing to take back: no change is on record, see `rmtool history`."))
        if changes.takes_back(db, number):
            raise RefusedError(
                _("Change {number} is taken back already: do it again with `rmtool redo {number}`.").format(
                    number=change
                )
            )
    done = _take_back.run(app, number, _("Take back change {change}?"), yes=yes)
    app.say(_("Took back change {change}; `rmtool redo` does it again.").format(change=done))
