"""`redo`: do again what was taken back."""

from typing import Annotated

import typer

from rmtool.app import App
from rmtool.commands import _take_back
from rmtool.commands._parameters import Yes
from rmtool.errors import NotFoundError
from rmtool.errors import RefusedError
from rmtool.i18n import _
from rmtool.store import changes

HELP = _("""Do again what `rmtool undo` took back, where no later change stands in its way.

Without a number what was taken back last. Shows what will happen and asks; elsewhere than on a terminal it needs --yes.

Examples:
  rmtool redo
  rmtool redo 12 --yes""")


def redo(
    app: App,
    change: Annotated[
        int | None, typer.Argument(metavar="N", help=_("The number of the change that was taken back."))
    ] = None,
    yes: Yes = False,
) -> None:
    """Do one change again."""
    with app.look() as db:
        number = changes.last_undone(db) if change is None else changes.last_of(db, change)
        if number is None:
            raise NotFoundError(_("Nothing to do again: no change is taken back, see `rmtool history`."))
        if not changes.takes_back(db, number):
            raise RefusedError(
                _("Change {number} stands: take it back first, with `rmtool undo {number}`.").format(
                    number=change
                )
            )
    done = _take_back.run(app, number, _("Do change {change} again?"), yes=yes)
    app.say(_("Did change {change} again; `rmtool undo` takes it back.").format(change=done))
