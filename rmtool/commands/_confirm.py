"""Ask before data is lost; without a terminal --yes must say it."""

import sys

from rmtool.errors import RefusedError
from rmtool.i18n import _


def confirm(question: str, *, yes: bool) -> None:
    """Return where the user wants it; raises RefusedError where not, or where nobody can be asked."""
    if yes:
        return
    if sys.stdin is None or not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise RefusedError(_("{question} Nobody can be asked here: add --yes.").format(question=question))
    sys.stderr.write(_("{question} [y/N] ").format(question=question))
    sys.stderr.flush()
    if sys.stdin.readline().strip().casefold() not in ("y", "yes", "是", "好"):
        raise RefusedError(_("Nothing was done."))
