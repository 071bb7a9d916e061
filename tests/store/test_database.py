import hashlib
import os
import sqlite3
from pathlib import Path

import pytest

from rmtool.domain.clients import Client
from rmtool.errors import BusyError
from rmtool.errors import CannotWriteError
from rmtool.errors import StoreError
from rmtool.store import client_lists
from rmtool.store import clients
from rmtool.store import database
from rmtool.store import sqlite

AT = "2026-11-24T01:30:00Z"


def digest(folder: Path) -> dict[str, str]:
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.iterdir()
        if path.is_file()
    }


def opened(folder: Path) -> sqlite3.Connection:
    return database.connect(folder / "store.db", folder / "backups")


def test_the_store_is_private_durable_and_checked(tmp_path: Path) -> None:
    old = os.umask(0)
    try:
        db = opened(tmp_path)
    finally:
        os.umask(old)
    assert (tmp_path / "store.db").stat().st_mode & 0o777 == 0o600
    assert db.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert db.execute("PRAGMA synchronous").fetchone() == (2,)
    assert db.execute("PRAGMA foreign_keys").fetchone() == (1,)
    db.close()


def test_a_change_is_all_or_nothing(db: sqlite3.Connection) -> None:
    with pytest.raises(ZeroDivisionError), database.change(db):  # noqa: PT012 (what it does before it fails is the point)
        clients.add(db, Client(name="甲", added_on="2026-11-01"), AT)
        raise ZeroDivisionError
    assert client_lists.count(db) == 0
    with database.change(db):
        clients.add(db, Client(name="甲", added_on="2026-11-01"), AT)
    assert client_lists.count(db) == 1
    assert not db.in_transaction


def test_a_look_changes_nothing(db: sqlite3.Connection) -> None:
    with database.look(db):
        clients.add(db, Client(name="甲", added_on="2026-11-01"), AT)
    assert client_lists.count(db) == 0


def test_a_newer_store_is_refused_untouched(tmp_path: Path) -> None:
    other = sqlite3.connect(tmp_path / "store.db")
    other.execute("PRAGMA user_version = 99")
    other.execute("CREATE TABLE future (x)")
    other.close()
    before = digest(tmp_path)
    with pytest.raises(StoreError, match="newer rmtool") as caught:
        opened(tmp_path)
    assert caught.value.exit_code == 6
    assert digest(tmp_path) == before


@pytest.mark.parametrize("content", [b"not a database, but long enough to be read as one" * 40, b"x" * 5000])
def test_a_damaged_store_is_refused_untouched(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "store.db").write_bytes(content)
    with pytest.raises(StoreError, match="damaged") as caught:
        opened(tmp_path)
    assert caught.value.exit_code == 6
    assert (tmp_path / "store.db").read_bytes() == content


def test_a_page_overwritten_in_the_middle_is_told_as_damage(tmp_path: Path) -> None:
    db = opened(tmp_path)
    with database.change(db):
        for place in range(500):
            clients.add(db, Client(name=f"client {place}", added_on="2026-11-01"), AT)
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    db.close()
    path = tmp_path / "store.db"
    content = bytearray(path.read_bytes())
    content[4096 * 2 :] = b"\xff" * (len(content) - 4096 * 2)
    path.write_bytes(content)
    with pytest.raises(StoreError, match="damaged"):  # noqa: PT012 (found on opening or on reading)
        db = opened(tmp_path)
        with database.look(db):
            client_lists.lines(db, client_lists.Filter())


def test_a_store_in_use_is_busy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "BUSY_SECONDS", 0.05)
    one, two = opened(tmp_path), opened(tmp_path)
    with database.change(one), pytest.raises(BusyError) as caught, database.change(two):
        pass
    assert caught.value.exit_code == 9
    with database.change(two):
        clients.add(two, Client(name="甲", added_on="2026-11-01"), AT)
    one.close()
    two.close()


def test_a_full_disk_stores_nothing(db: sqlite3.Connection) -> None:
    (pages,) = db.execute("PRAGMA page_count").fetchone()
    db.execute(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(CannotWriteError, match="disk is full") as caught, database.change(db):  # noqa: PT012 (any of them may fill it)
        for place in range(1000):
            clients.add(db, Client(name=f"client {place}", remark="x" * 500, added_on="2026-11-01"), AT)
    assert caught.value.exit_code == 7
    assert client_lists.count(db) == 0
    assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_read_only_store_says_so(db: sqlite3.Connection) -> None:
    db.execute("PRAGMA query_only = ON")
    with pytest.raises(CannotWriteError, match="permissions") as caught, database.change(db):
        clients.add(db, Client(name="甲", added_on="2026-11-01"), AT)
    assert caught.value.exit_code == 7


def test_a_folder_that_is_missing_cannot_hold_a_store(tmp_path: Path) -> None:
    with pytest.raises(CannotWriteError) as caught:
        database.connect(tmp_path / "no" / "store.db", tmp_path)
    assert caught.value.exit_code == 7


def test_a_folder_in_place_of_the_store(tmp_path: Path) -> None:
    (tmp_path / "store.db").mkdir()
    with pytest.raises(CannotWriteError):
        opened(tmp_path)


def test_a_store_without_write_ahead_log_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # What a network drive answers: the journal stays as it was.
    real = sqlite3.connect

    def without_wal(path: Path, **options: object) -> sqlite3.Connection:
        del path, options
        return real(":memory:", isolation_level=None)

    monkeypatch.setattr(sqlite3, "connect", without_wal)
    with pytest.raises(CannotWriteError, match="write-ahead log"):
        opened(tmp_path)


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (sqlite3.SQLITE_BUSY, BusyError),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, BusyError),
        (sqlite3.SQLITE_LOCKED, BusyError),
        (sqlite3.SQLITE_FULL, CannotWriteError),
        (sqlite3.SQLITE_READONLY, CannotWriteError),
        (sqlite3.SQLITE_CANTOPEN, CannotWriteError),
        (sqlite3.SQLITE_IOERR, CannotWriteError),
        (sqlite3.SQLITE_IOERR_READ, CannotWriteError),
        (sqlite3.SQLITE_CORRUPT, StoreError),
        (sqlite3.SQLITE_NOTADB, StoreError),
    ],
)
def test_what_sqlite_says_becomes_one_of_ours(code: int, kind: type[Exception]) -> None:
    error = sqlite3.OperationalError("x")
    error.sqlite_errorcode = code
    assert type(database.problem(error, "store.db")) is kind


def test_uuids_are_version_7_and_sort_by_time() -> None:
    made = [database.new_uuid() for _place in range(50)]
    assert len(set(made)) == 50
    assert {each[14] for each in made} == {"7"}
    assert {each[19] for each in made} <= set("89ab")
    assert [each[:13] for each in made] == sorted(each[:13] for each in made)


def test_the_end_of_a_prefix() -> None:
    assert "ab" < "ab张" < "ab\U0010fffe" < database.after_prefix("ab") < "ac"


def test_who_only_reads_can_not_write(tmp_path: Path) -> None:
    opened(tmp_path).close()
    db = database.read_only(tmp_path / "store.db")
    assert db.execute("SELECT count(*) FROM clients").fetchone() == (0,)
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        db.execute("DELETE FROM clients")
    db.close()
