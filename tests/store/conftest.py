"""A store of the test's own, opened as the program opens it."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from rmtool.store import database


@pytest.fixture
def db(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    made = database.connect(tmp_path / "store.db", tmp_path / "backups")
    yield made
    made.close()
