"""`backup`: a consistent copy of the store in one file."""

import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated
from typing import BinaryIO

import typer

from rmtool import keys
from rmtool import paths
from rmtool.app import App
from rmtool.commands._parameters import Force
from rmtool.domain.text import shown
from rmtool.errors import RefusedError
from rmtool.errors import UsageError
from rmtool.i18n import _
from rmtool.i18n import ngettext
from rmtool.store import copies
from rmtool.store import sealed

HELP = _("""Write a verified copy of the store into one file, while others may go on writing.

Without FILE it goes to backups/ in the home, and if FILE is a folder, into that: named by day and time. --keep N
leaves the newest N of those in it. It holds everything about your clients, in clear unless the store is encrypted:
keep it where only you can read it, or add --encrypt. Settings, profile and templates are files of their own: copy
them too.

--encrypt makes an age file (age-encryption.org), to the public key that `rmtool config backup_key age1…` names, else
to a passphrase that is asked for. It needs the extra `rmtool[encrypted]`.

Examples:
  rmtool backup --keep 30
  rmtool backup /mnt/other-disk --keep 30
  rmtool backup /media/stick/rmtool-2026-11.db
  rmtool backup --encrypt /media/stick
  rmtool backup - > copy.db""")

_NAMED = re.compile(r"store-[0-9]{8}-[0-9]{6}\.db(\.age)?")


def backup(
    app: App,
    file: Annotated[
        str, typer.Argument(metavar=_("FILE"), help=_("Where to, a file or a folder; - is standard output."))
    ] = "",
    keep: Annotated[
        int | None,
        typer.Option(metavar="N", min=1, max=10**6, help=_("Of those in the folder leave the newest N.")),
    ] = None,
    encrypt: Annotated[
        bool, typer.Option("--encrypt", help=_("Encrypt it, to backup_key or a passphrase."))
    ] = False,
    force: Force = False,
) -> None:
    """Copy, verify, and only then let the file appear."""
    folder = paths.make_private(app.home / "backups")
    into = folder if not file else Path(file) if Path(file).is_dir() else None
    if keep and into is None:
        raise UsageError(_("--keep needs a folder: name one that is there, or leave FILE out."))
    name = f"store-{app.now:%Y%m%d-%H%M%S}.db" + (".age" if encrypt else "")
    target = into / name if into else Path(file)
    if file == "-" and sys.stdout.isatty():
        raise RefusedError(_("A store is nothing to read on a terminal: name a file."))
    if file != "-":
        _refuse_overwriting(app, target, force=force)
    write = _sealing(app) if encrypt else shutil.copyfileobj
    with copies.made(app.db, folder, app.key) as copy, copy.open("rb") as source:
        if file == "-":
            sys.stdout.flush()
            write(source, sys.stdout.buffer)
            return
        with paths.whole_file(target) as out:
            write(source, out)
            app.record_out(target, out, masked=False)
        size = target.stat().st_size
    said = (
        _("Wrote {path}, {size} KB, encrypted. See that you can open it: `rmtool restore {path} --try`.")
        if encrypt
        else _("Wrote {path}, {size} KB, verified. Bring it back with `rmtool restore`.")
    )
    app.say(said.format(path=shown(str(target)), size=-(-size // 1024)))

    if keep and into:
        _leave(app, into, keep)


def _sealing(app: App) -> Callable[[BinaryIO, BinaryIO], None]:
    """How the copy is encrypted: to the keys of the settings, else to a passphrase that is asked for now."""
    recipients = tuple(app.settings.backup_key.replace(",", " ").split())
    if not recipients and not keys.can_ask():
        raise UsageError(
            _(
                "Nobody can be asked for a passphrase here: name a public key with `rmtool config backup_key age1…`."
            )
        )
    word = "" if recipients else keys.ask_new(_("New passphrase of the backup"))
    return lambda source, out: sealed.seal(source, out, recipients, word)


def _leave(app: App, folder: Path, keep: int) -> None:
    """Delete all but the newest `keep` of the backups that are named by day and time; others stay."""
    every = sorted(each for each in folder.iterdir() if _NAMED.fullmatch(each.name) and each.is_file())
    old = every[:-keep]
    for each in old:
        with paths.writing(each):
            each.unlink(missing_ok=True)
    if old:
        app.say(
            ngettext(
                "Deleted {count} older backup in {path}.",
                "Deleted {count} older backups in {path}.",
                len(old),
            ).format(count=len(old), path=shown(str(folder)))
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
