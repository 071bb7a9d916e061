"""SQLite, plain or with SQLCipher: who opens a file, with which key, and what both raise."""

import sqlite3
import sys
from pathlib import Path
from types import ModuleType
from typing import cast

from rmtool.errors import SettingsError
from rmtool.errors import StoreError
from rmtool.i18n import _

PLAIN = b""
BUSY_SECONDS = 5.0
_MAGIC = b"SQLite format 3\0"
SALT = 16
PAGE = 4096
# What SQLCipher 4 makes of a passphrase, so that its own tools open a store too.
_ROUNDS = 256_000
_RAW = 64


def connect(path: Path | str, key: bytes = PLAIN, *, by_cipher: bool = False) -> sqlite3.Connection:
    """Open `path`, a file or a file: address, in autocommit; with a key of `key_of` through SQLCipher.

    `by_cipher` takes SQLCipher for a plain file too, which `copy_out` needs. One process must never have the same
    file open both ways: closing one would drop the locks of the other. Raises what `errors` names, SettingsError
    where SQLCipher is missing.
    """
    module = cipher() if key or by_cipher else sqlite3
    db: sqlite3.Connection = module.connect(
        str(path), timeout=BUSY_SECONDS, isolation_level=None, uri=str(path).startswith("file:")
    )
    if module is not sqlite3:
        # It would write what it thinks of a wrong key to the terminal.
        db.execute("PRAGMA cipher_log_level = NONE")
        if key:
            db.execute(f'PRAGMA key = "{_literal(key)}"')
        db.execute("PRAGMA recursive_triggers = OFF")
    return db


def _literal(key: bytes) -> str:
    """A key and its salt the way SQLCipher takes them; PLAIN is empty."""
    return f"x'{key.hex()}'" if key else ""


def errors(*more: type[Exception]) -> tuple[type[Exception], ...]:
    """What SQLite raises, plain or with SQLCipher, and what else an `except` is about."""
    other = sys.modules.get("sqlcipher3.dbapi2")
    return (sqlite3.Error, *more) if other is None else (sqlite3.Error, other.Error, *more)


def key_of(word: str, salt: bytes) -> bytes:
    """The key, and the salt after it, that `word` is for a file with that salt: a passphrase, or 64 hexadecimal digits."""
    if is_raw(word):
        return bytes.fromhex(word) + salt
    # Imported here: only an encrypted store needs it.
    from hashlib import pbkdf2_hmac

    return pbkdf2_hmac("sha512", word.encode("utf-8", "surrogateescape"), salt, _ROUNDS, 32) + salt


def is_raw(word: str) -> bool:
    """Whether `word` is a key by itself and no passphrase that one is made of."""
    return len(word) == _RAW and all(each in "0123456789abcdef" for each in word)


def is_plain(path: Path) -> bool:
    """Whether `path` is a store that anybody can read, by its first bytes."""
    return _head(path) == _MAGIC


def salt_of(path: Path) -> bytes:
    """The salt of an encrypted file; empty where it is plain, too short or missing."""
    head = _head(path)
    return head if len(head) == SALT and head != _MAGIC else b""


def _head(path: Path) -> bytes:
    if not path.is_file():
        return b""
    with path.open("rb") as file:
        return file.read(SALT)


def opens(path: Path, key: bytes) -> bool:
    """Whether `key` is the one of the file at `path`."""
    db = connect(path, key)
    try:
        db.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except errors() as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_NOTADB:
            return False
        raise
    finally:
        db.close()
    return True


def copy_out(db: sqlite3.Connection, target: Path, key: bytes) -> None:
    """Write all that `db` holds into the empty file `target` under another key, and end its transaction.

    `db` was opened `by_cipher`. Every table is compared, row by row; raises StoreError where one differs.
    """
    (version,) = db.execute("PRAGMA user_version").fetchone()
    try:
        db.execute("ATTACH ? AS other KEY ?", (str(target), _literal(key)))
        db.execute("SELECT sqlcipher_export('other')")
        db.execute(f"PRAGMA other.user_version = {version}")
        differing = [name for (name,) in db.execute(_TABLES).fetchall() if _differ(db, name)]
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise
    db.execute("DETACH other")
    if differing:
        raise StoreError(
            _("The store could not be written anew ({table} differs): it stays as it was.").format(
                table=differing[0]
            )
        )


# The search index is one more table for those who read it, and ordinary tables below: these are compared.
_TABLES = "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"


def _differ(db: sqlite3.Connection, table: str) -> bool:
    """Whether a table is not the same in both files, row for row in the order of their numbers."""
    here, there = (db.cursor().execute(f'SELECT * FROM {where}."{table}"') for where in ("main", "other"))  # noqa: S608
    while True:
        some = here.fetchmany(500)
        if some != there.fetchmany(500):
            return True
        if not some:
            return False


def cipher() -> ModuleType:
    """SQLCipher's own sqlite3; raises SettingsError where it is not installed."""
    try:
        # Imported here: an extra, and only an encrypted store needs it.
        from sqlcipher3 import dbapi2  # type: ignore[import-untyped]
    except ImportError as error:
        raise SettingsError(
            _("An encrypted store needs SQLCipher: install it with `pip install 'rmtool[encrypted]'`.")
        ) from error
    # sqlite-utils takes this name for what raises its errors.
    sys.modules.setdefault("pysqlite3", dbapi2)
    sys.modules.setdefault("pysqlite3.dbapi2", dbapi2)
    return cast(ModuleType, dbapi2)
