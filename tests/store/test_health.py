import sqlite3
from pathlib import Path

import pytest

from rmtool.store import health


def problems(db: sqlite3.Connection) -> dict[str, tuple[str, ...]]:
    return {each.name: each.problems for each in health.examined(db)}


def test_a_fresh_store_is_sound(db: sqlite3.Connection) -> None:
    assert problems(db) == {"integrity": (), "schema": (), "search": ()}
    assert health.is_store(db)


def test_a_row_that_names_a_missing_one_is_found(db: sqlite3.Connection) -> None:
    db.execute("PRAGMA foreign_keys = OFF")
    db.execute(
        "INSERT INTO tasks (uuid, client_id, kind, text, opened_on, recorded_at) VALUES ('u', 99, 'x', 'y', '', '')"
    )
    (found,) = problems(db)["integrity"]
    assert "tasks" in found
    assert "clients" in found


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("CREATE TABLE extra (x)", "table extra is not one of ours"),
        (
            "CREATE TRIGGER evil AFTER INSERT ON visits BEGIN DELETE FROM clients; END",
            "trigger evil is not one of ours",
        ),
        ("DROP INDEX visits_by_day", "index visits_by_day is missing"),
        ("ALTER TABLE tasks ADD COLUMN more TEXT", "table tasks is not as it should be"),
    ],
)
def test_a_structure_that_is_not_ours_is_found(db: sqlite3.Connection, change: str, said: str) -> None:
    db.execute(change)
    assert said in problems(db)["schema"]
    assert bool(health.foreign_parts(db)) != said.startswith("index")


def test_the_structure_of_an_older_store_is_not_judged(db: sqlite3.Connection) -> None:
    db.execute("DROP INDEX visits_by_day")
    db.execute("PRAGMA user_version = 0")
    assert problems(db)["schema"] == ()


def test_a_visit_without_its_words_is_found(db: sqlite3.Connection) -> None:
    db.execute("PRAGMA foreign_keys = OFF")
    db.execute(
        "INSERT INTO visits (uuid, client_id, day, kind, text, recorded_at) VALUES ('u', 1, '2026-01-01', 'visit', 'x', 'z')"
    )
    assert problems(db)["search"] == ("the search index knows 0 visits of 1",)


def test_a_file_that_is_no_database_is_told_without_an_error(tmp_path: Path) -> None:
    file = tmp_path / "junk.db"
    file.write_bytes(b"no database at all, but long enough " * 100)
    db = sqlite3.connect(file)
    assert all(each.problems for each in health.examined(db))
    db.close()


def test_another_programs_database_is_no_store() -> None:
    db = sqlite3.connect(":memory:")
    db.execute("CREATE TABLE clients (x)")
    assert not health.is_store(db)
    db.close()


def test_pages_that_nothing_uses_are_found(db: sqlite3.Connection, tmp_path: Path) -> None:
    db.execute("PRAGMA writable_schema = ON")
    db.execute("DELETE FROM sqlite_schema WHERE name = 'visits_by_client'")
    fresh = sqlite3.connect(tmp_path / "store.db")
    assert any("never used" in each for each in problems(fresh)["integrity"])
    fresh.close()
