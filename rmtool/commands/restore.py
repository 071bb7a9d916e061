"""`restore`: bring back a copy of the store."""

from pathlib import Path
from typing import Annotated

import typer

from rmtool import paths
from rmtool.app import App
from rmtool.commands import _confirm
from rmtool.commands._parameters import Yes
from rmtool.domain.text import shown
from rmtool.errors import NotFoundError
from rmtool.errors import RefusedError
from rmtool.errors import RmtoolError
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
    kept = paths.free(folder / f"store-before-restore-{app.now:%Y%m%d-%H%M%S}.db")
    with copies.verified(file, folder) as draft:
        _confirm.confirm(
            _("Replace the store with {path}? The old one is kept.").format(path=shown(str(file))), yes=yes
        )
        copies.put_back(draft, app.store_path, kept)
    app.say(_told(app))
    if kept.exists():
        app.say(_("The old store is kept as {path}.").format(path=shown(str(kept))))
    app.say(_("If the backup held other schedules, run `rmtool schedule --renew`."))


def _told(app: App) -> str:
    """What was brought back; that it is there stands whether or not it can be counted at this moment."""
    try:
        with app.look() as db:
            clients, visits = client_lists.count(db), visit_counts.count(db, "1900-01-01", "2100-12-31")
    except RmtoolError as error:
        return _("Restored. {problem}").format(problem=error)
    return _("Restored. Clients: {clients}, visits: {visits}.").format(clients=clients, visits=visits)
