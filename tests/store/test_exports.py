"""Each file that left the house is on record, and none of the lines can be altered or left out."""

import sqlite3
from pathlib import Path

import pytest

from rmtool.domain.exports import Export
from rmtool.store import database
from rmtool.store import exports
from rmtool.store import proof
from rmtool.store.exports import Filter
from rmtool.store.proof import Flaw


def made(day: int, *, masked: bool = True) -> Export:
    return Export(
        f"2026-11-{day}T01:30:00Z",
        "export",
        "lin",
        "desk",
        "/tmp/a.xlsx",
        3,
        "ab",
        masked,
        "" if masked else "审计",
    )


@pytest.fixture
def some(db: sqlite3.Connection) -> sqlite3.Connection:
    with database.change(db):
        assert [exports.add(db, made(day, masked=day != 12)) for day in (11, 12, 13)] == [1, 2, 3]
    return db


def test_they_are_listed_by_time_and_kind_the_newest_first(some: sqlite3.Connection) -> None:
    def numbers(**wanted: object) -> list[int]:
        return [each.number for each in exports.matching(some, Filter(**wanted))]  # type: ignore[arg-type]

    assert numbers() == [3, 2, 1]
    assert numbers(whole=True) == [2]
    assert numbers(first="2026-11-12T01:30:00Z", end="2026-11-13T01:30:00Z") == [2]
    assert numbers(limit=1) == [3]
    assert exports.matching(some, Filter(whole=True)) == [made(12, masked=False)._replace(number=2)]


def test_it_is_no_change_of_the_data(some: sqlite3.Connection) -> None:
    assert some.execute("SELECT max(id) FROM changes").fetchone() == (1,)
    assert list(proof.flaws(some)) == []


@pytest.mark.parametrize(
    ("sql", "numbers"),
    [
        ("UPDATE exports SET reason = 'x' WHERE id = 2", [2]),
        ("UPDATE exports SET masked = 1 WHERE id = 2", [2]),
        ("UPDATE exports SET link = zeroblob(32) WHERE id = 2", [2, 3]),
        ("UPDATE exports SET file = x'00' WHERE id = 3", [3]),
        ("DELETE FROM exports WHERE id = 2", [2, 3]),
    ],
)
def test_what_is_altered_or_left_out_is_found(some: sqlite3.Connection, sql: str, numbers: list[int]) -> None:
    some.execute(sql)
    assert list(proof.flaws(some)) == [Flaw("export", "exports", number) for number in numbers]


def test_a_file_is_known_by_its_digest(tmp_path: Path, some: sqlite3.Connection) -> None:
    (tmp_path / "x").write_bytes(b"abc")
    with (tmp_path / "x").open("rb") as file:
        digest = exports.digest_of(file)
    assert digest == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert exports.matching(some, Filter(command="nothing of ours")) == []
