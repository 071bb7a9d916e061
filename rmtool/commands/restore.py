"""`restore`: bring back a copy of the store."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from rmtool import keys
from rmtool import paths
from rmtool.app import App
from rmtool.commands import _confirm
from rmtool.commands._parameters import Yes
from rmtool.config import secrets
from rmtool.domain.text import shown
from rmtool.errors import NotFoundError
from rmtool.errors import RefusedError
from rmtool.errors import RmtoolError
from rmtool.errors import UsageError
from rmtool.i18n import _
from rmtool.store import client_lists
from rmtool.store import copies
from rmtool.store import sealed
from rmtool.store import tries
from rmtool.store import visit_counts
from rmtool.store.tries import Tried

HELP = _("""Put a backup in the place of the store. It is verified first, and the old store is kept.

Asks first on a terminal; elsewhere it needs --yes. --try only verifies it, which `rmtool backup-status` remembers:
a backup that was never tried is none. An encrypted backup asks for its passphrase, or takes it, or its key, from a
file that you alone can read.

Examples:
  rmtool restore ~/.local/share/rmtool/backups/store-20261124-093000.db
  rmtool restore /media/stick/rmtool-2026-11.db --yes
  rmtool restore /media/stick/rmtool.db.age --try --key ~/backup.key""")


def restore(
    app: App,
    file: Annotated[Path, typer.Argument(metavar=_("FILE"), help=_("A file that `rmtool backup` wrote."))],
    yes: Yes = False,
    only_try: Annotated[bool, typer.Option("--try", help=_("Only verify it; nothing is replaced."))] = False,
    key: Annotated[
        Path | None,
        typer.Option(
            "--key", metavar=_("FILE"), help=_("The file with the passphrase or key of the backup.")
        ),
    ] = None,
) -> None:
    """Verify, ask, keep the old store, replace it."""
    if not file.is_file():
        raise NotFoundError(_("There is no file {path}.").format(path=shown(str(file))))
    if file.resolve() == app.store_path.resolve():
        raise RefusedError(_("{path} is the store itself: name a backup.").format(path=shown(str(file))))
    folder = paths.make_private(app.home / "backups")
    kept = paths.free(folder / f"store-before-restore-{app.now:%Y%m%d-%H%M%S}.db")
    word = secrets.from_file(key) if key is not None else ""
    if key is not None and not word:
        raise NotFoundError(_("There is nothing in the key file {path}.").format(path=shown(str(key))))
    with (
        _unsealed(file, folder, word) as store,
        copies.verified(store, folder, keys.of_copy(app.home, store, app.key, word), app.key) as draft,
    ):
        tries.keep(app.home, Tried(app.recorded_at, os.path.abspath(file)))
        if only_try:
            app.say(_("{path} is whole and can be restored.").format(path=shown(str(file))))
            return
        _confirm.confirm(
            _("Replace the store with {path}? The old one is kept.").format(path=shown(str(file))), yes=yes
        )
        copies.put_back(draft, app.store_path, kept, app.key)
    app.say(_told(app))
    if kept.exists():
        app.say(_("The old store is kept as {path}.").format(path=shown(str(kept))))
    app.say(_("If the backup held other schedules, run `rmtool schedule --renew`."))


@contextmanager
def _unsealed(file: Path, folder: Path, word: str) -> Iterator[Path]:
    """The store in an age file, until the block ends; any other file as it is."""
    if not sealed.is_sealed(file):
        yield file
        return
    if not word and not (sealed.takes_passphrase(file) and keys.can_ask()):
        raise UsageError(
            _("{path} is encrypted: name the file with its passphrase or key by --key FILE.").format(
                path=shown(str(file))
            )
        )
    word = word or keys.ask(_("Passphrase of {path}").format(path=shown(str(file))))
    with sealed.opened(file, folder / f".opened-{os.getpid()}.tmp", word) as store:
        yield store


def _told(app: App) -> str:
    """What was brought back; that it is there stands whether or not it can be counted at this moment."""
    try:
        with app.look() as db:
            clients, visits = client_lists.count(db), visit_counts.count(db, "1900-01-01", "2100-12-31")
    except RmtoolError as error:
        return _("Restored. {problem}").format(problem=error)
    return _("Restored. Clients: {clients}, visits: {visits}.").format(clients=clients, visits=visits)
