"""The last backup that was tried."""

from pathlib import Path

import pytest

from rmtool.store import tries
from rmtool.store.tries import Tried


def test_it_is_read_back(tmp_path: Path) -> None:
    assert tries.last(tmp_path) is None
    tried = Tried("2026-11-24T01:30:00Z", "/disk/云 \udcff.db")
    tries.keep(tmp_path, tried)
    assert tries.last(tmp_path) == tried


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"at": 1}', "\xff", "null"])
def test_what_is_damaged_is_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "last-tried-backup.json").write_text(text, encoding="latin-1")
    assert tries.last(tmp_path) is None
