"""`restore`: bring back a copy of the store."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from rmtool import paths
from rmtool.app import App
from rmtool.commands._parameters import Yes
from rmtool.domain.text import shown
from rmtool.errors import NotFoundError
from rmtool.errors import RefusedError
from rmtool.i18n import _
from rmtool.store import client_lists
from rmtool.store import copies
from rmtool.store import visit_counts

HELP = _("""Put a backup in the place of the store. It is verified first, and the old store is kept.

Asks first on a terminal; elsewhere it needs --yes.

Examples:
  rmtool restore ~/.local/share/rmtool/backups/store-20261124-093000.db
  rmtool restore /media/stick/rmtool-2026-11.db --yes""")


def restore(
    app: App,
    file: Annotated[Path, typer.Argument(metavar=_("FILE"), help=_("A file that `rmtool backup` wrote."))],
    yes: Yes = False,
) -> None:
    """Verify, ask, keep the old store, replace it."""
    if not file.is_file():
        raise NotFoundError(_("There is no file {path}.").format(path=shown(str(file))))
    if file.resolve() == app.store_path.resolve():
        raise RefusedError(_("{path} is the store itself: name a backup.").format(path=shown(str(file))))
    folder = paths.make_private(app.home / "backups")
    kept = _free(folder / f"store-before-restore-{app.now:%Y%m%d-%H%M%S}.db")
    with copies.verified(file, folder) as draft:
        _ask(file, yes=yes)
        copies.put_back(draft, app.store_path, kept)
    with app.look() as db:
        counts = client_lists.count(db), visit_counts.count(db, "1900-01-01", "2100-12-31")
    app.say(_("Restored. Clients: {clients}, visits: {visits}.").format(clients=counts[0], visits=counts[1]))
    if kept.exists():
        app.say(_("The old store is kept as {path}.").format(path=shown(str(kept))))
    app.say(_("If the backup held other schedules, run `rmtool schedule --renew`."))


def _free(path: Path) -> Path:
    """`path`, or the next name where two restores fall into one second."""
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_stem(f"{path.stem}-{number}")
    return free


def _ask(file: Path, *, yes: bool) -> None:
    """Raises RefusedError unless the user agrees."""
    if yes:
        return
    if not (sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()):
        raise RefusedError(_("restore replaces the whole store: add --yes if you mean it."))
    question = _("Replace the store with {path}? The old one is kept. [y/N] ").format(path=shown(str(file)))
    print(question, end="", file=sys.stderr, flush=True)  # noqa: T201
    if sys.stdin.readline().strip().lower() not in ("y", "yes", "是", "好"):
        raise RefusedError(_("Nothing was replaced."))
