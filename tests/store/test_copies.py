import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from rmtool import paths
from rmtool.errors import BadFileError
from rmtool.errors import BusyError
from rmtool.errors import CannotWriteError
from rmtool.errors import StoreError
from rmtool.store import copies
from rmtool.store import database
from rmtool.store import migrations
from rmtool.store import sqlite

INSERT = "INSERT INTO schedules (uuid, report, at, period, folder, format, language, recorded_at) VALUES (?, '', '', '', '', '', '', '')"


def store(folder: Path, name: str = "store.db", rows: int = 1) -> Path:
    path = folder / name
    db = database.connect(path, folder)
    for number in range(rows):
        db.execute(INSERT, (f"{name}{number}",))
    db.close()
    return path


def count(path: Path) -> int:
    db = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)
    (number,) = db.execute("SELECT count(*) FROM schedules").fetchone()
    db.close()
    return int(number)


def left(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir() if not each.name.endswith(".lock"))


def test_a_copy_is_one_private_file_and_gone_at_the_end(tmp_path: Path) -> None:
    path = store(tmp_path, rows=3)
    db = database.connect(path, tmp_path)
    with copies.made(db, tmp_path) as copy:
        assert count(copy) == 3
        assert copy.stat().st_mode & 0o777 == 0o600
        assert not Path(f"{copy}-wal").exists()
    db.close()
    assert left(tmp_path) == ["store.db"]


_WRITER = """
import sqlite3, sys
db = sqlite3.connect(sys.argv[1], isolation_level=None, timeout=30)
print("ready", flush=True)
n = 0
while True:
    db.execute("BEGIN IMMEDIATE")
    for half in "ab":
        db.execute(sys.argv[2], (f"{n}{half}",))
    db.execute("COMMIT")
    n += 1
"""


def test_a_copy_is_consistent_while_another_process_writes_pairs(tmp_path: Path) -> None:
    path = store(tmp_path, rows=0)
    writer = subprocess.Popen([sys.executable, "-c", _WRITER, path, INSERT], stdout=subprocess.PIPE)
    try:
        assert writer.stdout
        writer.stdout.readline()
        db = database.connect(path, tmp_path)
        seen = []
        for _round in range(10):
            with copies.made(db, tmp_path) as copy:
                seen.append(count(copy))
        db.close()
    finally:
        writer.kill()
        writer.communicate()
    assert all(number % 2 == 0 for number in seen)
    assert seen[-1] > seen[0]


def test_a_damaged_store_is_not_copied(tmp_path: Path) -> None:
    path = store(tmp_path)
    db = database.connect(path, tmp_path)
    db.execute("PRAGMA foreign_keys = OFF")
    db.execute(
        "INSERT INTO tasks (uuid, client_id, kind, text, opened_on, recorded_at) VALUES ('u', 99, 'x', 'y', '', '')"
    )
    with pytest.raises(StoreError, match="tasks"), copies.made(db, tmp_path):
        pass
    db.close()
    assert left(tmp_path) == ["store.db"]


def test_a_backup_is_verified_on_a_copy_and_left_as_it_is(tmp_path: Path) -> None:
    folder = tmp_path / "work"
    folder.mkdir()
    path = store(tmp_path, "backup.db", rows=2)
    before = path.read_bytes(), left(tmp_path)
    with copies.verified(path, folder) as draft:
        assert count(draft) == 2
    assert (path.read_bytes(), left(tmp_path)) == before
    assert left(folder) == []


def test_a_write_ahead_log_beside_a_backup_belongs_to_it(tmp_path: Path) -> None:
    path = store(tmp_path)
    db = database.connect(path, tmp_path)
    db.execute(INSERT, ("in the log",))
    (tmp_path / "copied.db").write_bytes(path.read_bytes())
    (tmp_path / "copied.db-wal").write_bytes(Path(f"{path}-wal").read_bytes())
    db.close()
    with copies.verified(tmp_path / "copied.db", tmp_path) as draft:
        assert count(draft) == 2


def spoiled(path: Path, how: str) -> None:
    if how == "junk":
        path.write_bytes(b"junk " * 1000)
        return
    if how == "cut":
        path.write_bytes(path.read_bytes()[:20_000])
        return
    if how == "empty":
        path.write_bytes(b"")
        return
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("PRAGMA foreign_keys = OFF")
    db.execute(how)
    db.close()


@pytest.mark.parametrize(
    "how",
    [
        "junk", "cut", "empty", "DROP TABLE visits", "CREATE TABLE extra (x)", "CREATE VIEW extra AS SELECT 1",
        "CREATE TRIGGER evil AFTER INSERT ON visits BEGIN DELETE FROM clients; END",
        "INSERT INTO tasks (uuid, client_id, kind, text, opened_on, recorded_at) VALUES ('u', 99, 'x', 'y', '', '')",
        "PRAGMA user_version = 0",
    ],
)  # fmt: skip
def test_what_is_no_whole_store_is_refused(tmp_path: Path, how: str) -> None:
    path = store(tmp_path)
    spoiled(path, how)
    before = left(tmp_path)
    with pytest.raises(BadFileError, match="nothing was replaced"), copies.verified(path, tmp_path):
        pass
    assert left(tmp_path) == before


def test_a_backup_of_an_earlier_rmtool_is_brought_up_to_date(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(migrations, "STEPS", migrations.STEPS[:1])
        patch.setattr(database, "VERSION", 1)
        old = store(tmp_path, rows=3)
    with copies.verified(old, tmp_path) as draft:
        copy = sqlite3.connect(draft)
        assert copy.execute("PRAGMA user_version").fetchone() == (database.VERSION,)
        copy.close()
        assert count(draft) == 3


def test_a_store_of_a_newer_rmtool_is_refused_as_that(tmp_path: Path) -> None:
    path = store(tmp_path)
    spoiled(path, "PRAGMA user_version = 999")
    with pytest.raises(StoreError, match="newer"), copies.verified(path, tmp_path):
        pass


def test_a_lost_index_does_not_keep_a_backup_from_being_brought_back(tmp_path: Path) -> None:
    path = store(tmp_path)
    spoiled(path, "DROP INDEX visits_by_day")
    with copies.verified(path, tmp_path) as draft:
        assert count(draft) == 1


def test_a_backup_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadFileError, match="Cannot read"), copies.verified(tmp_path / "missing.db", tmp_path):
        pass


def put_back(tmp_path: Path, source: Path, target: Path) -> Path:
    kept = tmp_path / "kept.db"
    with copies.verified(source, tmp_path) as draft:
        copies.put_back(draft, target, kept)
    return kept


def test_the_old_store_is_kept_and_the_new_one_takes_its_place(tmp_path: Path) -> None:
    target, source = store(tmp_path, rows=1), store(tmp_path, "source.db", rows=5)
    kept = put_back(tmp_path, source, target)
    assert (count(target), count(kept), count(source)) == (5, 1, 5)
    assert target.stat().st_mode & 0o777 == 0o600
    assert left(tmp_path) == ["kept.db", "source.db", "store.db"]


def test_what_was_only_in_the_log_of_a_crashed_run_is_kept_with_the_old_store(tmp_path: Path) -> None:
    target, source = store(tmp_path), store(tmp_path, "source.db", rows=5)
    script = f"""
import os, sqlite3
db = sqlite3.connect({str(target)!r}, isolation_level=None)
db.execute({INSERT!r}, ("crashed",))
os._exit(0)
"""
    subprocess.run([sys.executable, "-c", script], check=True)
    assert Path(f"{target}-wal").stat().st_size > 0
    kept = put_back(tmp_path, source, target)
    assert (count(target), count(kept)) == (5, 2)


def test_a_store_that_others_have_open_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "BUSY_SECONDS", 0.1)
    target, source = store(tmp_path), store(tmp_path, "source.db", rows=5)
    other = database.connect(target, tmp_path)
    other.execute("SELECT count(*) FROM schedules").fetchone()
    with pytest.raises(BusyError):
        put_back(tmp_path, source, target)
    (still,) = other.execute("SELECT count(*) FROM schedules").fetchone()
    other.close()
    assert still == 1
    assert count(target) == 1


def test_a_damaged_store_is_moved_away_with_its_log(tmp_path: Path) -> None:
    target, source = store(tmp_path), store(tmp_path, "source.db", rows=5)
    target.write_bytes(b"junk " * 1000)
    Path(f"{target}-wal").write_bytes(b"the log")
    kept = put_back(tmp_path, source, target)
    assert kept.read_bytes() == b"junk " * 1000
    assert Path(f"{kept}-wal").read_bytes() == b"the log"
    assert count(target) == 5
    assert not Path(f"{target}-wal").exists()


def test_a_store_damaged_behind_its_first_bytes_is_moved_away_too(tmp_path: Path) -> None:
    target, source = store(tmp_path), store(tmp_path, "source.db", rows=5)
    damaged = target.read_bytes()[:16] + b"junk " * 1000
    target.write_bytes(damaged)
    kept = put_back(tmp_path, source, target)
    assert kept.read_bytes() == damaged
    assert count(target) == 5


def test_a_home_without_a_store_gets_one(tmp_path: Path) -> None:
    source = store(tmp_path, "source.db", rows=5)
    kept = put_back(tmp_path, source, tmp_path / "store.db")
    assert count(tmp_path / "store.db") == 5
    assert not kept.exists()


@pytest.mark.parametrize("old", ["whole", "damaged", "none"])
def test_where_the_folder_cannot_be_synced_in_the_end_the_old_store_is_there_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, old: str
) -> None:
    target, source = tmp_path / "store.db", store(tmp_path, "source.db", rows=5)
    if old != "none":
        store(tmp_path)
    if old == "damaged":
        target.write_bytes(b"junk " * 1000)
        Path(f"{target}-wal").write_bytes(b"the log")
    before = {each: content(tmp_path / each) for each in left(tmp_path)}
    synced: list[Path] = []

    def sync(folder: Path) -> None:
        synced.append(folder)
        # The first time is before the new store has the name.
        if len(synced) == 2:
            raise OSError(5, "the disk fails")

    monkeypatch.setattr(paths, "sync_folder", sync)
    with pytest.raises(CannotWriteError):
        put_back(tmp_path, source, target)
    assert {each: content(tmp_path / each) for each in left(tmp_path)} == before


def content(path: Path) -> object:
    """How many rows a store has, whichever log it keeps; of anything else the bytes."""
    return count(path) if sqlite.is_plain(path) else path.read_bytes()


def test_a_file_system_without_hard_links_keeps_a_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(source: object, target: object) -> None:
        raise PermissionError(1, "no links here")

    monkeypatch.setattr(os, "link", refuse)
    target, source = store(tmp_path), store(tmp_path, "source.db", rows=5)
    kept = put_back(tmp_path, source, target)
    assert (count(target), count(kept)) == (5, 1)


KEY, OTHER = (sqlite.key_of(each * 32, bytes(16)) for each in ("0f", "1e"))


def rows(path: Path, key: bytes) -> int:
    db = sqlite.connect(path, key)
    try:
        return int(db.execute("SELECT count(*) FROM schedules").fetchone()[0])
    finally:
        db.close()


def test_a_store_is_written_anew_with_every_key(tmp_path: Path) -> None:
    path = store(tmp_path, rows=3)
    for old, new in ((sqlite.PLAIN, KEY), (KEY, OTHER), (OTHER, sqlite.PLAIN)):
        copies.rewrite(path, tmp_path, old, new)
        assert rows(path, new) == 3
        assert sqlite.is_plain(path) == (not new)
    assert left(tmp_path) == ["store.db"]
    database.connect(path, tmp_path).close()


def test_a_damaged_store_is_not_written_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = store(tmp_path)
    before = path.read_bytes()
    monkeypatch.setattr(copies.health, "damage", lambda _db: ("page 3",))
    with pytest.raises(StoreError, match="page 3"):
        copies.rewrite(path, tmp_path, sqlite.PLAIN, KEY)
    assert sqlite.is_plain(path)
    assert len(path.read_bytes()) == len(before)


def test_a_backup_is_brought_to_the_key_of_the_home(tmp_path: Path) -> None:
    path = store(tmp_path, rows=2)
    (tmp_path / "home").mkdir()
    for key, new in ((sqlite.PLAIN, KEY), (KEY, OTHER), (OTHER, sqlite.PLAIN)):
        with copies.verified(path, tmp_path / "home", key, new) as draft:
            assert rows(draft, new) == 2
        copies.rewrite(path, tmp_path, key, new)


def test_a_wrong_key_is_no_whole_store(tmp_path: Path) -> None:
    path = store(tmp_path)
    copies.rewrite(path, tmp_path, sqlite.PLAIN, KEY)
    with pytest.raises(BadFileError), copies.verified(path, tmp_path, OTHER, OTHER):
        pass


def test_who_comes_in_between_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another command that turns the write-ahead log on again between the two steps of locking the store."""
    path = store(tmp_path)
    monkeypatch.setattr(copies, "_settle", lambda _copy: None)
    with pytest.raises(BusyError):
        copies.rewrite(path, tmp_path, sqlite.PLAIN, KEY)
    assert sqlite.is_plain(path)
