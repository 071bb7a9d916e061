"""The store's steps: each released schema is kept in tests/schemas and never changes."""

import sqlite3
from pathlib import Path

import pytest
from sqlite_utils import Database

from rmtool.domain.clients import Client
from rmtool.errors import StoreError
from rmtool.store import clients
from rmtool.store import database
from rmtool.store import health
from rmtool.store import migrations

SCHEMAS = Path(__file__).parent.parent / "schemas"


def schema(db: sqlite3.Connection) -> str:
    rows = db.execute(
        "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite%'"
        " AND name NOT LIKE '\\_sqlite%' ESCAPE '\\' AND name NOT LIKE 'visit\\_words\\_%' ESCAPE '\\' ORDER BY name"
    )
    return "".join(f"{sql};\n" for (sql,) in rows)


def open_at(path: Path) -> sqlite3.Connection:
    return database.connect(path / "store.db", path / "backups")


def test_a_new_store_has_the_newest_saved_schema(tmp_path: Path) -> None:
    saved = SCHEMAS / f"{database.VERSION:04d}.sql"
    assert schema(open_at(tmp_path)) == saved.read_text(encoding="utf-8")


def test_the_version_the_door_knows_is_the_number_of_steps(tmp_path: Path) -> None:
    db = open_at(tmp_path)
    assert db.execute("PRAGMA user_version").fetchone() == (database.VERSION,)
    assert len(migrations.STEPS) == database.VERSION


def test_a_store_is_private_whatever_the_umask(tmp_path: Path) -> None:
    open_at(tmp_path).close()
    assert (tmp_path / "store.db").stat().st_mode & 0o777 == 0o600


def test_a_newer_store_is_refused_and_not_a_byte_is_written(tmp_path: Path) -> None:
    db = open_at(tmp_path)
    db.execute("PRAGMA user_version = 99")
    db.close()
    before = (tmp_path / "store.db").read_bytes()
    with pytest.raises(StoreError, match="newer"):
        open_at(tmp_path)
    assert (tmp_path / "store.db").read_bytes() == before


def test_a_store_of_an_earlier_rmtool_is_brought_up_to_date_with_all_it_holds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(migrations, "STEPS", migrations.STEPS[:1])
        patch.setattr(database, "VERSION", 1)
        old = open_at(tmp_path)
        assert schema(old) == (SCHEMAS / "0001.sql").read_text(encoding="utf-8")
        old.execute(
            "INSERT INTO clients (uuid, name, name_key, kind, added_on, recorded_at)"
            " VALUES ('u', '张三', '张三', 'person', '2026-11-01', '')"
        )
        old.close()
    db = open_at(tmp_path)
    assert clients.get(db, 1) == Client("张三", 1, "u", "person", stage="", added_on="2026-11-01")
    assert health.differences(db) == ()
    kept = sqlite3.connect(tmp_path / "backups" / "store-before-step-2.db")
    assert kept.execute("PRAGMA user_version").fetchone() == (1,)
    assert kept.execute("SELECT name FROM clients").fetchall() == [("张三",)]


def test_a_step_that_breaks_references_is_refused_and_the_old_file_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_at(tmp_path).close()

    def m9999_breaks(db: Database) -> None:
        db.conn.execute("INSERT INTO client_phones (client_id, phone, tail) VALUES (77, '1', '1')")

    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, m9999_breaks))
    monkeypatch.setattr(database, "VERSION", database.VERSION + 1)
    with pytest.raises(StoreError, match="broken references"):
        open_at(tmp_path)
    copy = tmp_path / "backups" / f"store-before-step-{database.VERSION}.db"
    assert copy.stat().st_mode & 0o777 == 0o600
    assert sqlite3.connect(copy).execute("SELECT count(*) FROM client_phones").fetchone() == (0,)
    left = sqlite3.connect(tmp_path / "store.db")
    assert left.execute("SELECT count(*) FROM client_phones").fetchone() == (0,)


def test_who_opens_an_older_store_hears_that_it_takes_a_while(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    with monkeypatch.context() as patch:
        patch.setattr(migrations, "STEPS", migrations.STEPS[:1])
        patch.setattr(database, "VERSION", 1)
        database.connect(tmp_path / "store.db", tmp_path, said.append).close()
    assert said == []
    database.connect(tmp_path / "store.db", tmp_path, said.append).close()
    assert [str(tmp_path / "store-before-step-2.db") in each for each in said] == [True]
    database.connect(tmp_path / "store.db", tmp_path, said.append).close()
    assert len(said) == 1
