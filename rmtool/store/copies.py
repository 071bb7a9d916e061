"""Copies of the store: made whole while others write, verified, and brought back."""

import os
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rmtool import paths
from rmtool.errors import BadFileError
from rmtool.errors import BusyError
from rmtool.errors import StoreError
from rmtool.i18n import _
from rmtool.store import database
from rmtool.store import health
from rmtool.store import sqlite

_SIDES = ("-wal", "-shm")


@contextmanager
def made(db: sqlite3.Connection, folder: Path, key: bytes = sqlite.PLAIN) -> Iterator[Path]:
    """A verified copy of the store in one file in `folder`, there until the block ends; raises StoreError.

    `key` is the store's, and the copy's. SQLite copies it in one step under one read lock: what others write meanwhile
    is in it whole or not at all.
    """
    with _draft(folder, "backup") as draft:
        with database.translated(draft):
            copy = sqlite.connect(draft, key)
            try:
                db.backup(copy)
                _settle(copy)
                _refuse_damaged(copy)
            finally:
                copy.close()
        yield draft


def _refuse_damaged(copy: sqlite3.Connection) -> None:
    """Raise StoreError where a copy shows that the store is damaged."""
    problems = health.damage(copy)
    if problems:
        raise StoreError(
            _("The store is damaged ({problem}): nothing was written; see `rmtool check`.").format(
                problem=problems[0]
            )
        )


@contextmanager
def verified(
    file: Path, folder: Path, key: bytes = sqlite.PLAIN, new: bytes = sqlite.PLAIN
) -> Iterator[Path]:
    """A copy of the backup `file` in `folder` that is sure to be a whole store, brought up to date.

    The file, of which `key` is the key, is only read; a write-ahead log beside it belongs to it. The copy is written
    with the key `new`. Raises BadFileError for what is no store of rmtool or is damaged, StoreError for one from a
    newer rmtool.
    """
    with _draft(folder, "restore") as draft:
        _copy_in(file, draft)
        try:
            if key != new:
                _write_anew(draft, key, new)
            _verify(file, draft, folder, new)
        except sqlite.errors() as error:
            raise _no_store(file, str(error)) from error
        yield draft


def _write_anew(draft: Path, key: bytes, new: bytes) -> None:
    """Give a copy of our own another key."""
    with _draft(draft.parent, "key") as other:
        db = sqlite.connect(draft, key, by_cipher=True)
        try:
            _settle(db)
            db.execute("BEGIN")
            sqlite.copy_out(db, other, new)
        finally:
            db.close()
        with paths.writing(draft):
            os.replace(other, draft)


def _verify(file: Path, draft: Path, folder: Path, key: bytes) -> None:
    copy = sqlite.connect(draft, key)
    try:
        copy.execute("PRAGMA trusted_schema = OFF")
        (version,) = copy.execute("PRAGMA user_version").fetchone()
        if version > database.VERSION:
            raise StoreError(
                _("{path} was written by a newer rmtool: upgrade rmtool, then restore it.").format(path=file)
            )
        if version < 1 or not health.is_store(copy):
            raise _no_store(file, _("it has none of the tables"))
        _settle(copy)
        problems = health.damage(copy)
    finally:
        copy.close()
    if version < database.VERSION:
        database.connect(draft, folder, key=key).close()
    copy = sqlite.connect(draft, key)
    try:
        _settle(copy)
        problems += health.foreign_parts(copy)
    finally:
        copy.close()
    if problems:
        raise _no_store(file, problems[0])


def _no_store(file: Path, reason: str) -> BadFileError:
    return BadFileError(
        _(
            "{path} is no whole store of rmtool ({reason}): choose another backup; nothing was replaced."
        ).format(path=file, reason=reason)
    )


def _copy_in(file: Path, draft: Path) -> None:
    try:
        source = file.open("rb")
    except OSError as error:
        reason = error.strerror or str(error)
        raise BadFileError(_("Cannot read {path}: {reason}.").format(path=file, reason=reason)) from error
    log = file.with_name(file.name + "-wal")
    with source, paths.writing(draft):
        with draft.open("wb") as target:
            shutil.copyfileobj(source, target)
        if log.is_file():
            shutil.copyfile(log, f"{draft}-wal")


def _settle(copy: sqlite3.Connection) -> None:
    """Put everything into the one file."""
    copy.execute("PRAGMA journal_mode = DELETE").fetchone()


@contextmanager
def _draft(folder: Path, name: str) -> Iterator[Path]:
    """An empty file of our own (0600) in `folder`, gone with all that SQLite puts beside it at the end."""
    draft = folder / f".{name}-{os.getpid()}.tmp"
    with paths.writing(draft):
        draft.unlink(missing_ok=True)
        os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    try:
        yield draft
    finally:
        for side in ("", *_SIDES, "-journal"):
            Path(f"{draft}{side}").unlink(missing_ok=True)


def rewrite(store: Path, folder: Path, key: bytes, new: bytes) -> None:
    """Write the store anew with the key `new`, every row compared; raises BusyError while others have it open.

    Nothing of the old file stays. What `store` is called has a whole file behind it, the old one or the new.
    """
    with paths.locked(store.with_suffix(".lock")), _draft(folder, "key") as draft:
        held = _locked(store, key, by_cipher=True)
        try:
            with database.translated(store):
                sqlite.copy_out(held, draft, new)
                copy = sqlite.connect(draft, new)
                try:
                    _refuse_damaged(copy)
                finally:
                    copy.close()
            with paths.writing(store):
                _synced(draft)
                if sys.platform == "win32":  # pragma: no cover
                    held.close()
                os.replace(draft, store)
                paths.sync_folder(store.parent)
        finally:
            held.close()


def put_back(draft: Path, store: Path, kept: Path, key: bytes = sqlite.PLAIN) -> None:
    """Put `draft` in the place of `store`, which stays as `kept`; raises BusyError while others have it open.

    `key` is the key of both.

    The store's name always has a whole file behind it. A store that SQLite can't read any more is
    moved away together with its log, so that the log is never replayed into the new one.
    """
    with paths.locked(store.with_suffix(".lock")):
        held = _held(store, key) if store.exists() else None
        try:
            with paths.writing(store):
                _synced(draft)
                if store.exists():
                    _keep(store, kept)
                _move_sides(store, kept)
                paths.sync_folder(kept.parent)
                if held is not None and sys.platform == "win32":  # pragma: no cover
                    held.close()
                os.replace(draft, store)
                try:
                    paths.sync_folder(store.parent)
                except OSError:
                    # Nobody can say that the new file will stay, so that the command fails: then nothing changes.
                    _return(store, kept)
                    raise
        finally:
            if held is not None:
                held.close()


def _return(store: Path, kept: Path) -> None:
    """The old store, where there was one, takes its name again."""
    if kept.exists():
        os.replace(kept, store)
        _move_sides(kept, store)
    else:
        store.unlink()


def _synced(draft: Path) -> None:
    with draft.open("rb+") as file:
        os.fsync(file.fileno())


def _held(store: Path, key: bytes) -> sqlite3.Connection | None:
    """The old store, `_locked`; None where it is too damaged for that."""
    if not key and not sqlite.is_plain(store):
        # SQLite would throw the log of such a file away.
        return None
    try:
        return _locked(store, key)
    except StoreError:
        return None


def _locked(store: Path, key: bytes, *, by_cipher: bool = False) -> sqlite3.Connection:
    """The old store locked against everybody until it is closed, its log folded in; raises BusyError, StoreError."""
    db = sqlite.connect(store, key, by_cipher=by_cipher)
    try:
        # Leaving the write-ahead log needs, and so proves, that nobody else has it open. It also makes a
        # command that waits at this moment fail on the old file instead of writing into it.
        _settle(db)
        # A commit keeps the lock.
        db.execute("PRAGMA locking_mode = EXCLUSIVE").fetchone()
        db.execute("BEGIN EXCLUSIVE")
        (journal,) = db.execute("PRAGMA journal_mode").fetchone()
    except sqlite.errors() as error:
        db.close()
        raise database.problem(error, store) from error
    if journal != "delete":
        # Somebody came in between.
        db.close()
        raise BusyError(_("The store is in use by another command: try again in a moment."))
    return db


def _keep(store: Path, kept: Path) -> None:
    try:
        os.link(store, kept)
    except OSError:
        # Some file systems have no second names for a file; a full disk is told by the copy.
        with paths.whole_file(kept) as file, store.open("rb") as old:
            shutil.copyfileobj(old, file)


def _move_sides(store: Path, kept: Path) -> None:
    for side in _SIDES:
        beside = Path(f"{store}{side}")
        if beside.exists():
            os.replace(beside, f"{kept}{side}")
