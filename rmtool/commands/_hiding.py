"""How openly a command writes: what the options and the profile ask for."""

import sqlite3
from typing import Annotated

import typer

from rmtool import paths
from rmtool.app import App
from rmtool.domain import hiding
from rmtool.domain.hiding import MASKS
from rmtool.domain.hiding import Hiding
from rmtool.domain.hiding import Names
from rmtool.domain.text import shown
from rmtool.errors import RefusedError
from rmtool.errors import UsageError
from rmtool.i18n import _
from rmtool.store import clients
from rmtool.store import contacts

Mask = Annotated[
    str,
    typer.Option(
        "--mask",
        metavar="strict|all",
        help=_("all hides names and amounts too; strict, or what the profile says, by default."),
    ),
]


def chosen(app: App, mask: str, *, unmasked: bool, scheduled: bool = False) -> Hiding:
    """How openly to write; `scheduled` where a schedule was made with --unmasked, so that cron may ask for it.

    Raises UsageError for an unknown word, or one that hides less than the profile asks for, RefusedError.
    """
    if mask and mask not in MASKS:
        raise UsageError(
            _("Unknown mask {word}: use one of {known}.").format(word=shown(mask), known=", ".join(MASKS))
        )
    if mask and unmasked:
        raise UsageError(_("Take --mask or --unmasked, not both."))
    if unmasked:
        if not scheduled:
            refuse_under_cron()
        return hiding.WHOLE
    if mask and MASKS.index(mask) < MASKS.index(app.profile.mask):
        raise UsageError(
            _(
                "The profile asks for --mask {mask}: leave --mask out, or say --unmasked with a --reason."
            ).format(mask=app.profile.mask)
        )
    if (mask or app.profile.mask) != "all":
        return hiding.STRICT
    with app.look() as db:
        return everything(db)


def refuse_under_cron() -> None:
    """Raise RefusedError where cron called, and nobody looks at what is written whole."""
    if paths.under_cron():
        raise RefusedError(
            _(
                "--unmasked is refused under cron, where nobody looks:"
                " write it yourself, or make a schedule with --unmasked and --reason."
            )
        )


def everything(db: sqlite3.Connection) -> Hiding:
    """Names and amounts are hidden too."""
    return Hiding("all", Names([*clients.every_name(db), *contacts.every_name(db)]))
