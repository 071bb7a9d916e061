"""What encrypt, decrypt and rekey share: the store written with another key, and where that key is kept."""

import os
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from rmtool import keys
from rmtool import paths
from rmtool.app import App
from rmtool.config import encryption
from rmtool.config import secrets
from rmtool.config.encryption import Source
from rmtool.domain.text import shown
from rmtool.errors import RefusedError
from rmtool.errors import RmtoolError
from rmtool.errors import UsageError
from rmtool.i18n import _
from rmtool.i18n import ngettext
from rmtool.store import copies
from rmtool.store import sqlite

KeyFile = Annotated[
    Path | None,
    typer.Option("--key-file", metavar=_("FILE"), help=_("Keep the key in FILE; made where it is missing.")),
]
InKeyring = Annotated[bool, typer.Option("--keyring", help=_("Let the desktop's keyring remember the key."))]


def give_key(app: App, key_file: Path | None, *, keyring: bool) -> None:
    """Write the store with a new key, and keep the key where it was asked for.

    Until the store is written the home names the new place and the old one, so that a run that is broken off
    leaves a store that one of them opens.
    """
    if key_file is not None and keyring:
        raise UsageError(_("Take --key-file or --keyring, not both."))
    if key_file is not None:
        app.refuse_own(key_file)
    # Asked for before anything is made.
    sqlite.cipher()
    app.db.close()
    old, home = app.key, app.home
    before = encryption.sources(home) if old else ()
    made = key_file is not None and not key_file.exists()
    salt = os.urandom(sqlite.SALT)
    if key_file is not None:
        source = Source("file", os.path.abspath(key_file))
        if source in before:
            raise RefusedError(
                _("{path} holds the key of now: name another file for the new one.").format(
                    path=shown(str(key_file))
                )
            )
        new = sqlite.key_of(_from_file(key_file), salt)
    else:
        new = sqlite.key_of(keys.ask_new(_("New passphrase of the store")), salt)
        source = Source("keyring", f"store-{salt.hex()}") if keyring else Source("asked")
        if keyring:
            secrets.to_keyring(source.name, new[: -sqlite.SALT].hex())
    try:
        encryption.save(home, (source, *before))
        copies.rewrite(app.store_path, paths.make_private(home / "backups"), old, new)
    except BaseException:
        if sqlite.salt_of(app.store_path) != salt:
            with suppress(RmtoolError, OSError):
                _take_back(home, before, source, key_file if made else None)
        raise
    encryption.save(home, (source,))
    _forget(before, source)


def _take_back(home: Path, before: tuple[Source, ...], source: Source, made: Path | None) -> None:
    """Leave nothing of a new key where the store still has the old one, or none."""
    if before:
        encryption.save(home, before)
    else:
        encryption.remove(home)
    if made is not None:
        made.unlink(missing_ok=True)
    _forget((source,), Source("asked"))


def take_key(app: App) -> None:
    """Write the store in clear."""
    app.db.close()
    before = encryption.sources(app.home)
    copies.rewrite(app.store_path, paths.make_private(app.home / "backups"), app.key, sqlite.PLAIN)
    encryption.remove(app.home)
    _forget(before, Source("asked"))


def _from_file(path: Path) -> str:
    """The passphrase or key in the file, which is made with a new key where it is missing."""
    if not path.exists():
        with paths.whole_file(path) as file:
            file.write(f"{os.urandom(32).hex()}\n".encode())
    word = secrets.from_file(path)
    if not word:
        raise UsageError(_("{path} is empty: it holds a passphrase or key.").format(path=shown(str(path))))
    return word


def _forget(before: tuple[Source, ...], now: Source) -> None:
    for each in before:
        if each.kind == "keyring" and each != now:
            secrets.to_keyring(each.name, "")


def tell_of_plain(app: App) -> None:
    """Name the copies in the home that anybody can still read."""
    plain = sorted(each for each in app.home.rglob("*.db") if sqlite.is_plain(each))
    if plain:
        app.say(
            ngettext(
                "{count} older backup is still in clear, delete it when you need it no more: {some}.",
                "{count} older backups are still in clear, delete them when you need them no more: {some}.",
                len(plain),
            ).format(count=len(plain), some=_(", ").join(shown(str(each)) for each in plain[:3]))
        )
