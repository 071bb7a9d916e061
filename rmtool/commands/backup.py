"""`backup`: a consistent copy of the store in one file."""

import shutil
import sys
from pathlib import Path
from typing import Annotated

import typer

from rmtool import paths
from rmtool.app import App
from rmtool.commands._parameters import Force
from rmtool.domain.text import shown
from rmtool.errors import RefusedError
from rmtool.i18n import _
from rmtool.store import copies

HELP = _("""Write a verified copy of the store into one file, while others may go on writing.

Without FILE it goes to backups/ in the home. It holds everything about your clients in clear: keep it
where only you can read it. Settings, profile and templates are files of their own: copy them too.

Examples:
  rmtool backup
  rmtool backup /media/stick/rmtool-2026-11.db
  rmtool backup - > copy.db""")


def backup(
    app: App,
    file: Annotated[str, typer.Argument(metavar=_("FILE"), help=_("Where to; - is standard output."))] = "",
    force: Force = False,
) -> None:
    """Copy, verify, and only then let the file appear."""
    folder = paths.make_private(app.home / "backups")
    target = Path(file or folder / f"store-{app.now:%Y%m%d-%H%M%S}.db")
    if file == "-" and sys.stdout.isatty():
        raise RefusedError(_("A store is nothing to read on a terminal: name a file."))
    if file != "-":
        _refuse_overwriting(app, target, force=force)
    with copies.made(app.db, folder) as copy, copy.open("rb") as source:
        if file == "-":
            sys.stdout.flush()
            shutil.copyfileobj(source, sys.stdout.buffer)
            return
        with paths.whole_file(target) as out:
            shutil.copyfileobj(source, out)
        size = copy.stat().st_size
    app.say(
        _("Wrote {path}, {size} KB, verified. Bring it back with `rmtool restore`.").format(
            path=shown(str(target)), size=-(-size // 1024)
        )
    )


def _refuse_overwriting(app: App, target: Path, *, force: bool) -> None:
    if target.parent.resolve() != (app.home / "backups").resolve():
        app.refuse_own(target)
    if target.exists() and not force:
        raise RefusedError(
            _("{path} is already there: choose another name, or add --force to replace it.").format(
                path=shown(str(target))
            )
        )
