"""SQLite in clear and through SQLCipher: keys, what is copied, what is compared."""

import hashlib
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from rmtool.errors import SettingsError
from rmtool.errors import StoreError
from rmtool.store import sqlite
from tests.conftest import SOURCE

SALT = bytes(range(16))
KEY = sqlite.key_of("0f" * 32, SALT)


@settings(max_examples=8, deadline=None)
@given(st.text(min_size=1, max_size=20))
def test_a_key_is_what_sqlcipher_makes_of_a_passphrase(word: str) -> None:
    made = sqlite.key_of(word, SALT)
    assert made[-16:] == SALT
    raw = (
        word.encode("utf-8", "surrogateescape") if not any("\ud800" <= c <= "\udfff" for c in word) else None
    )
    if raw is not None:
        assert made[:32] == hashlib.pbkdf2_hmac("sha512", raw, SALT, 256_000, 32)


def test_sixty_four_digits_are_a_key_by_themselves() -> None:
    assert bytes.fromhex("0f" * 32) + SALT == KEY
    assert sqlite.is_raw("0f" * 32)
    for word in ("0F" * 32, "0f" * 31, "0g" * 32):
        assert not sqlite.is_raw(word)


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    path = tmp_path / "plain.db"
    db = sqlite.connect(path)
    db.execute("CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, x TEXT)")
    db.executemany("INSERT INTO t (x) VALUES (?)", [(f"云岫 {number}",) for number in range(1200)])
    db.execute("PRAGMA user_version = 7")
    db.close()
    return path


def copied(source: Path, target: Path, key: bytes, new: bytes) -> None:
    db = sqlite.connect(source, key, by_cipher=True)
    try:
        db.execute("BEGIN")
        sqlite.copy_out(db, target, new)
        assert not db.in_transaction
    finally:
        db.close()


def test_there_and_back_every_row_is_the_same(plain: Path, tmp_path: Path) -> None:
    locked, again = tmp_path / "locked.db", tmp_path / "again.db"
    copied(plain, locked, sqlite.PLAIN, KEY)
    assert (sqlite.is_plain(plain), sqlite.is_plain(locked), sqlite.salt_of(locked)) == (True, False, SALT)
    assert "云岫".encode() not in locked.read_bytes()
    assert sqlite.opens(locked, KEY)
    assert not sqlite.opens(locked, sqlite.key_of("another one", SALT))
    copied(locked, again, KEY, sqlite.PLAIN)
    for each, key in ((plain, sqlite.PLAIN), (locked, KEY), (again, sqlite.PLAIN)):
        db = sqlite.connect(each, key)
        assert db.execute("SELECT count(*), max(x), min(x) FROM t").fetchone() == (1200, "云岫 999", "云岫 0")
        assert db.execute("PRAGMA user_version").fetchone() == (7,)
        assert db.execute("SELECT seq FROM sqlite_sequence").fetchone() == (1200,)
        db.close()


@pytest.mark.parametrize(
    "change",
    ["UPDATE t SET x = 'y' WHERE id = 700", "DELETE FROM t WHERE id = 1200", "INSERT INTO t (x) VALUES ('')"],
)
def test_a_copy_that_differs_is_refused(
    plain: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    """As if the copying itself went wrong: a row of the copy is changed before it is compared."""
    target = tmp_path / "other.db"
    right = sqlite._differ

    def spoiled(db: sqlite3.Connection, table: str) -> bool:
        if table == "t":
            db.execute(change.replace(" t ", " other.t "))
        return right(db, table)

    monkeypatch.setattr(sqlite, "_differ", spoiled)
    with pytest.raises(StoreError, match="t differs"):
        copied(plain, target, sqlite.PLAIN, KEY)


def test_what_is_no_store_has_no_salt(tmp_path: Path) -> None:
    (tmp_path / "short").write_bytes(b"abc")
    assert sqlite.salt_of(tmp_path / "short") == b""
    assert sqlite.salt_of(tmp_path / "missing") == b""
    assert not sqlite.is_plain(tmp_path / "missing")


def test_a_file_that_somebody_holds_is_not_taken_for_a_wrong_key(
    plain: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked = tmp_path / "locked.db"
    copied(plain, locked, sqlite.PLAIN, KEY)
    script = (
        "import sys; from rmtool.store import sqlite; from pathlib import Path\n"
        "db = sqlite.connect(Path(sys.argv[1]), bytes.fromhex(sys.argv[2])); db.execute('BEGIN EXCLUSIVE')\n"
        "print(1, flush=True); input()"
    )
    monkeypatch.setattr(sqlite, "BUSY_SECONDS", 0.05)
    with subprocess.Popen(
        [sys.executable, "-c", script, str(locked), KEY.hex()], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
    ) as other:  # fmt: skip
        assert other.stdout is not None
        other.stdout.readline()
        with pytest.raises(sqlite.errors(), match="locked"):
            sqlite.opens(locked, KEY)
        other.communicate("\n")
    assert sqlite.opens(locked, KEY)


def test_a_copy_that_can_not_be_written_leaves_no_transaction(plain: Path, tmp_path: Path) -> None:
    db = sqlite.connect(plain, by_cipher=True)
    db.execute("BEGIN")
    with pytest.raises(sqlite.errors()):
        sqlite.copy_out(db, tmp_path / "missing" / "x.db", KEY)
    assert not db.in_transaction
    db.close()


def test_without_sqlcipher_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "sqlcipher3", None)
    with pytest.raises(SettingsError, match="encrypted"):
        sqlite.connect(tmp_path / "x.db", KEY)
    monkeypatch.delitem(sys.modules, "sqlcipher3.dbapi2", raising=False)
    assert sqlite.errors(ValueError) == (sqlite3.Error, ValueError)
