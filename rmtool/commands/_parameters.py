"""Parameters that several commands share, each worded once."""

from typing import Annotated

import typer

from rmtool.i18n import _


def complete_client(incomplete: str) -> list[str]:
    """Client names for the shell's completion, archived ones left out; never an error."""
    # Imported here: only the shell's completion needs them.
    from rmtool.app import new
    from rmtool.errors import RmtoolError
    from rmtool.store import clients

    app = new()
    try:
        with app.look() as db:
            return [each.name for each in clients.matching(db, incomplete)] or clients.names(db)[:50]
    except RmtoolError:
        return []
    finally:
        app.close()


ClientWord = Annotated[
    str,
    typer.Argument(
        metavar=_("CLIENT"),
        help=_("Name, part of it, pinyin or initials, number, or the last digits of the phone."),
        autocompletion=complete_client,
    ),
]
ClientOption = Annotated[
    str,
    typer.Option(
        "--client", metavar=_("CLIENT"), help=_("The client it belongs to."), autocompletion=complete_client
    ),
]
Json = Annotated[bool, typer.Option("--json", help=_("Write JSON instead of a table."))]
Owner = Annotated[
    str,
    typer.Option("--owner", metavar=_("NAME"), help=_("Whose it is; the owner of the settings by default.")),
]
OwnerFilter = Annotated[str, typer.Option(metavar=_("NAME"), help=_("Only what belongs to NAME."))]
Day = Annotated[str, typer.Argument(metavar=_("DAY"), help=_("The day; today by default."))]
Force = Annotated[bool, typer.Option("--force", help=_("Do it all the same."))]
Yes = Annotated[bool, typer.Option("--yes", help=_("Don't ask."))]
Limit = Annotated[
    int | None, typer.Option("--limit", metavar="N", min=1, max=10**9, help=_("Show at most N."))
]
