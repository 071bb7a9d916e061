"""The connection: how the store is opened, and how one command becomes one transaction."""

import os
import sqlite3
import time
from collections.abc import Callable
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rmtool import paths
from rmtool.errors import BusyError
from rmtool.errors import CannotWriteError
from rmtool.errors import RmtoolError
from rmtool.errors import StoreError
from rmtool.i18n import _
from rmtool.store import history
from rmtool.store import sqlite
from rmtool.store.history import By

# How many migrations there are; a test holds it equal to `migrations`, so that a start
# with nothing pending needs only sqlite3.
VERSION = 11


def connect(
    path: Path, backups: Path, tell: Callable[[str], None] = lambda _text: None, key: bytes = sqlite.PLAIN
) -> sqlite3.Connection:
    """Open the store at `path`, made or migrated where needed, durable and with foreign keys.

    `tell` hears of what takes long. An encrypted store needs its `key`. Raises StoreError for a damaged or newer file, CannotWriteError and BusyError.
    """
    with translated(path), paths.writing(path):
        if not path.exists():
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        db = sqlite.connect(path, key)
    try:
        with translated(path):
            _set_up(db, path, backups, tell, key)
    except BaseException:
        db.close()
        raise
    return db


def read_only(path: Path, key: bytes = sqlite.PLAIN) -> sqlite3.Connection:
    """The store, opened by who changes nothing in it and takes it as it is; raises what `sqlite.errors` names."""
    return sqlite.connect(f"{path.absolute().as_uri()}?mode=ro", key)


def _set_up(
    db: sqlite3.Connection, path: Path, backups: Path, tell: Callable[[str], None], key: bytes
) -> None:
    (version,) = db.execute("PRAGMA user_version").fetchone()
    if version > VERSION:
        raise StoreError(
            _("The store {path} was written by a newer rmtool: upgrade rmtool to open it.").format(path=path)
        )
    db.execute("PRAGMA foreign_keys = ON")
    if sqlite3.sqlite_version_info >= (3, 24):
        db.execute("PRAGMA fullfsync = ON")
    (journal,) = db.execute("PRAGMA journal_mode = WAL").fetchone()
    db.execute("PRAGMA synchronous = FULL")
    (synchronous,) = db.execute("PRAGMA synchronous").fetchone()
    if journal != "wal" or synchronous != 2:
        raise CannotWriteError(
            _(
                "The folder of {path} cannot keep a safe store (no write-ahead log): move it to a local disk."
            ).format(path=path)
        )
    if version < VERSION:
        # Imported here: sqlite-utils takes 90 ms, and nothing is pending but once per release.
        from rmtool.store import migrations

        migrations.migrate(db, path, backups, tell, key)


@contextmanager
def translated(path: Path | str) -> Iterator[None]:
    """Turn what sqlite3 raises into our errors, naming the store."""
    try:
        yield
    except sqlite.errors(UnicodeDecodeError) as error:
        raise problem(error, path) from error


def problem(error: Exception, path: Path | str) -> RmtoolError:
    """Our error for one of sqlite3's; a damaged schema may also be no text."""
    code = (getattr(error, "sqlite_errorcode", 0) or 0) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return BusyError(_("The store is in use by another command: try again in a moment."))
    # A full disk makes no room for the shared index either, which SQLite calls a failure of the disk.
    if code == sqlite3.SQLITE_FULL or (code == sqlite3.SQLITE_IOERR and paths.is_full(Path(path).parent)):
        return CannotWriteError(_("The disk is full: free some space and try again; nothing was stored."))
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return CannotWriteError(
            _("Cannot write the store {path}: check the permissions of its folder.").format(path=path)
        )
    if code == sqlite3.SQLITE_IOERR:
        return CannotWriteError(
            _("The disk under {path} failed: check it, then try again.").format(path=path)
        )
    return StoreError(
        _(
            "The store {path} is damaged ({reason}): bring back a copy with `rmtool restore FILE --yes`."
        ).format(path=path, reason=error)
    )


@contextmanager
def change(db: sqlite3.Connection, by: By | None = None) -> Iterator[sqlite3.Connection]:
    """One command's effect, kept as one change of the history: all of it or none, on disk when it ends."""
    with translated(_file_of(db)):
        db.execute("BEGIN IMMEDIATE")
        try:
            number = history.begin(db, by or By(""))
            yield db
            history.end(db, number)
            db.execute("COMMIT")
        except BaseException:
            if db.in_transaction:
                db.execute("ROLLBACK")
            raise


@contextmanager
def look(db: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """Read the store as it stands at one moment."""
    with translated(_file_of(db)):
        db.execute("BEGIN")
        try:
            yield db
        finally:
            if db.in_transaction:
                db.execute("ROLLBACK")


def _file_of(db: sqlite3.Connection) -> str:
    return str(db.execute("PRAGMA database_list").fetchone()[2])


def new_uuid() -> str:
    """A UUIDv7 (RFC 9562): rows made later sort later, and stores merge by it."""
    value = (time.time_ns() // 1_000_000 & (1 << 48) - 1) << 80 | int.from_bytes(os.urandom(10))
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    text = f"{value:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def next_number(db: sqlite3.Connection, table: str) -> int:
    """The number the next row of `table` will have, for as long as this transaction holds the others off."""
    row = db.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)).fetchone()
    return int(row[0]) + 1 if row else 1


def after_prefix(prefix: str) -> str:
    """The upper end of the range of texts that begin with `prefix`, for an index search."""
    return prefix + "\U0010ffff"
