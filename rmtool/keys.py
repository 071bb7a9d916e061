"""The key of an encrypted store: found where the home says it is kept, else asked for."""

import os
import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from rmtool.config import encryption
from rmtool.config.encryption import Source
from rmtool.errors import BadFileError
from rmtool.errors import RefusedError
from rmtool.errors import StoreError
from rmtool.i18n import _
from rmtool.store import database
from rmtool.store import sqlite


def found(home: Path, store: Path) -> bytes:
    """The key that opens the store of an encrypted home; raises StoreError, SettingsError.

    A store that is still, or again, plain has none; one that is not there yet gets a salt of its own.
    """
    if sqlite.is_plain(store):
        return sqlite.PLAIN
    sources = encryption.sources(home)
    salt = sqlite.salt_of(store)
    for word in _words(sources, _("Passphrase of the store")):
        key = sqlite.key_of(word, salt or os.urandom(sqlite.SALT))
        with database.translated(store):
            if not salt or sqlite.opens(store, key):
                return key
    raise StoreError(_told(store, sources))


def of_copy(home: Path, copy: Path, store_key: bytes, given: str = "") -> bytes:
    """The key of a copy of a store: none, the one of the home's store, of an earlier time, `given`, or asked for.

    Raises BadFileError where it is neither plain nor opened by any of these.
    """
    salt = sqlite.salt_of(copy)
    if not salt or copy.stat().st_size % sqlite.PAGE:
        return sqlite.PLAIN
    if store_key[-sqlite.SALT :] == salt and sqlite.opens(copy, store_key):
        return store_key
    sources = encryption.sources(home) if encryption.exists(home) else (Source("asked"),)
    for word in chain(
        filter(None, given.splitlines()), _words(sources, _("Passphrase of {path}").format(path=copy))
    ):
        if sqlite.opens(copy, key := sqlite.key_of(word, salt)):
            return key
    raise BadFileError(
        _(
            "{path} is no whole store of rmtool, or encrypted with another passphrase: choose another backup."
        ).format(path=copy)
    )


def _words(sources: tuple[Source, ...], what: str) -> Iterator[str]:
    """What may be the passphrase or key, each kept one before anybody is asked."""
    yield from filter(None, map(encryption.word, sources))
    if can_ask():
        yield ask(what)


def _told(store: Path, sources: tuple[Source, ...]) -> str:
    if can_ask() or any(map(encryption.word, sources)):
        return _("The passphrase or key does not open the store {path}: try again.").format(path=store)
    file = next((each.name for each in sources if each.kind == "file"), "")
    if file:
        return _("The store is encrypted and its key file {path} is missing: bring it back.").format(
            path=file
        )
    return _(
        "The store is encrypted and nobody can be asked here: for cron, `rmtool rekey --key-file FILE` keeps its key in"
        " a file."
    )


def can_ask() -> bool:
    """Whether somebody sits at a terminal."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()


def ask(what: str) -> str:
    """A passphrase as it is typed, unseen."""
    # Imported here: most stores ask for nothing.
    from getpass import getpass

    return getpass(f"{what}: ", sys.stderr)


def ask_new(what: str) -> str:
    """A passphrase that is typed twice; raises RefusedError where nobody can be asked, it is short, or they differ."""
    if not can_ask():
        raise RefusedError(_("Nobody can be asked for a passphrase here: take --key-file FILE."))
    word = ask(what)
    if len(word) < _SHORTEST:
        raise RefusedError(
            _("A passphrase needs {count} characters at least; nothing was done.").format(count=_SHORTEST)
        )
    if ask(_("Once more")) != word:
        raise RefusedError(_("The two differ; nothing was done."))
    return word


_SHORTEST = 8
