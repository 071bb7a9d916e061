"""What the commands about papers share."""

from typing import Annotated

import typer

from rmtool.app import App
from rmtool.domain.text import one_line
from rmtool.i18n import _

Word = Annotated[
    str, typer.Argument(metavar=_("PAPER"), help=_("The paper, by its key or name in the profile."))
]


def meant(app: App, word: str, *more: str) -> str:
    """The key of the paper meant: one of `more`, else the profile's, or the word itself where it lists none.

    Raises UsageError.
    """
    said = one_line(word, _("the paper"), 100)
    if said in more or not app.profile.papers:
        return said
    return app.profile.choose("papers", said)
