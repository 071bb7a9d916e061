"""Exports (导出登记) in the store: one line for each file that left the house, chained, never changed."""

import hashlib
import json
import sqlite3
from typing import BinaryIO
from typing import NamedTuple

from rmtool.domain.exports import Export
from rmtool.store import history

_COLUMNS = "at, command, user, host, file, size, digest, masked, reason"


class Filter(NamedTuple):
    """Which exports a listing shows; empty means any. `first` and `end` are UTC instants, the end left out."""

    first: str = ""
    end: str = ""
    whole: bool = False
    command: str = ""
    limit: int = -1


def add(db: sqlite3.Connection, export: Export) -> int:
    """Keep an export and answer its number."""
    number = (
        db.execute(
            f"INSERT INTO exports ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
            (*export[:7], int(export.masked), export.reason),
        ).lastrowid
        or 0
    )
    db.execute("UPDATE exports SET link = ? WHERE id = ?", (link(db, number), number))
    return number


def matching(db: sqlite3.Connection, wanted: Filter) -> list[Export]:
    """The exports that fit, the newest first."""
    rows = db.execute(
        f"SELECT {_COLUMNS}, id FROM exports WHERE at >= :first AND (:end = '' OR at < :end)"  # noqa: S608
        " AND (NOT :whole OR NOT masked) AND (:command = '' OR command = :command) ORDER BY id DESC LIMIT :limit",
        wanted._asdict(),
    )
    return [Export(*row)._replace(masked=bool(row[7])) for row in rows]


def digest_of(file: BinaryIO) -> str:
    """The SHA-256 of a file from its beginning, in hex; raises OSError."""
    file.seek(0)
    digest = hashlib.sha256()
    while part := file.read(1 << 20):
        digest.update(part)
    return digest.hexdigest()


def link(db: sqlite3.Connection, number: int) -> bytes:
    """The link of an export: of the link before it and its own words, so that none can be altered or left out."""
    before = db.execute(
        "SELECT link FROM exports WHERE id < ? ORDER BY id DESC LIMIT 1", (number,)
    ).fetchone()
    words = db.execute(f"SELECT id, {_COLUMNS} FROM exports WHERE id = ?", (number,)).fetchone()  # noqa: S608
    return bytes(history.chained(before[0] if before else b"", json.dumps(words)).digest())


def unlinked(db: sqlite3.Connection) -> list[int]:
    """The exports that are not what was kept, or follow one that is gone."""
    (last,) = db.execute("SELECT coalesce(max(id), 0) FROM exports").fetchone()
    return [number for number in range(1, last + 1) if not _linked(db, number)]


def _linked(db: sqlite3.Connection, number: int) -> bool:
    found = db.execute("SELECT link FROM exports WHERE id = ?", (number,)).fetchone()
    try:
        return found is not None and bool(found[0] == link(db, number))
    except (ValueError, TypeError):
        return False
