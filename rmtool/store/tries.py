"""The last backup that was tried: beside the store, because a restore replaces that."""

import json
from pathlib import Path
from typing import NamedTuple

from rmtool import paths

_FILE = "last-tried-backup.json"


class Tried(NamedTuple):
    """A backup that was found whole, by bringing it back or trying to: `at` is a UTC instant, `file` its whole path."""

    at: str
    file: str


def last(home: Path) -> Tried | None:
    """The last one; None where none was, or nobody can tell."""
    try:
        found = json.loads((home / _FILE).read_text(encoding="utf-8"))
        return Tried(str(found["at"]), str(found["file"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def keep(home: Path, tried: Tried) -> None:
    """Keep it; raises CannotWriteError."""
    with paths.whole_file(home / _FILE) as file:
        file.write(json.dumps(tried._asdict(), ensure_ascii=True).encode())
