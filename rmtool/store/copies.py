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
from rmtool.errors import StoreError
from rmtool.i18n import _
from rmtool.store import database
from rmtool.store import health

_SIDES = ("-wal", "-shm")
_MAGIC = b"SQLite format 3\0"


@contextmanager
def made(db: sqlite3.Connection, folder: Path) -> Iterator[Path]:
    """A verified copy of the store in one file in `folder`, there until the block ends; raises StoreError.

    SQLite copies it in one step under one read lock: what others write meanwhile is in it whole or not at all.
    """
    with _draft(folder, "backup") as draft:
        with database.translated(draft):
            copy = sqlite3.connect(draft, isolation_level=None)
            try:
                db.backup(copy)
                _settle(copy)
                problems = health.damage(copy)
            finally:
                copy.close()
        if problems:
            raise StoreError(
                _("The store is damaged ({problem}): nothing was written; see `rmtool check`.").format(
                    problem=problems[0]
                )
            )
        yield draft


@contextmanager
def verified(file: Path, folder: Path) -> Iterator[Path]:
    """A copy of the backup `file` in `folder` that is sure to be a whole store, brought up to date.

    The file itself is only read; a write-ahead log beside it belongs to it. Raises BadFileError for what is no store of rmtool
    or is damaged, StoreError for one from a newer rmtool.
    """
    with _draft(folder, "restore") as draft:
        _copy_in(file, draft)
        try:
            _verify(file, draft, folder)
        except sqlite3.Error as error:
            raise _no_store(file, str(error)) from error
        yield draft


def _verify(file: Path, draft: Path, folder: Path) -> None:
    copy = sqlite3.connect(draft, isolation_level=None)
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
        database.connect(draft, folder).close()
    copy = sqlite3.connect(draft, isolation_level=None)
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


def put_back(draft: Path, store: Path, kept: Path) -> None:
    """Put `draft` in the place of `store`, which stays as `kept`; raises BusyError while others have it open.

    The store's name always has a whole file behind it. A store that SQLite can't read any more is
    moved away together with its log, so that the log is never replayed into the new one.
    """
    with paths.locked(store.with_suffix(".lock")):
        held = _hold(store) if store.exists() else None
        try:
            with paths.writing(store):
                with draft.open("rb+") as file:
                    os.fsync(file.fileno())
                if store.exists():
                    _keep(store, kept)
                _move_sides(store, kept)
                paths.sync_folder(kept.parent)
                if held is not None and sys.platform == "win32":  # pragma: no cover
                    held.close()
                os.replace(draft, store)
                paths.sync_folder(store.parent)
        finally:
            if held is not None:
                held.close()


def _hold(store: Path) -> sqlite3.Connection | None:
    """The old store locked against everybody, its log folded in; None where it is too damaged for that."""
    with store.open("rb") as file:
        if file.read(len(_MAGIC)) != _MAGIC:
            # SQLite would throw the log of such a file away.
            return None
    db = sqlite3.connect(store, timeout=database.BUSY_SECONDS, isolation_level=None)
    try:
        # Leaving the write-ahead log needs, and so proves, that nobody else has it open. It also makes a
        # command that waits at this moment fail on the old file instead of writing into it.
        _settle(db)
        db.execute("BEGIN EXCLUSIVE")
    except sqlite3.Error as error:
        db.close()
        problem = database.problem(error, store)
        if isinstance(problem, StoreError):
            return None
        raise problem from error
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
