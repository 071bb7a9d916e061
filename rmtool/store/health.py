"""Whether the store is sound: structure, references, index. Only looks, never repairs."""

import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from rmtool.i18n import _
from rmtool.store import database
from rmtool.store import sqlite

_MOST = 5
_CORE = frozenset({"clients", "visits", "tasks", "contacts", "schedules"})


@dataclass(frozen=True, slots=True)
class Part:
    """A thing that was looked at: its name, and what is wrong with it; empty means sound."""

    name: str
    problems: tuple[str, ...] = ()


def damage(db: sqlite3.Connection) -> tuple[str, ...]:
    """What SQLite's own checks say is wrong: pages and indexes first, then references."""
    said = [str(row[0]) for row in db.execute(f"PRAGMA integrity_check({_MOST})")]
    if said != ["ok"]:
        return tuple(" ".join(each.split()) for each in said)
    return references(db)


def references(db: sqlite3.Connection) -> tuple[str, ...]:
    """Rows that name a row which isn't there."""
    rows = db.execute("PRAGMA foreign_key_check").fetchmany(_MOST)
    return tuple(
        _("row {row} of {table} names a row of {parent} that isn't there").format(
            row=row, table=table, parent=parent
        )
        for table, row, parent, _key in rows
    )


def is_store(db: sqlite3.Connection) -> bool:
    """Whether it has the tables that make it a store of ours."""
    rows = db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
    return {row[0] for row in rows} >= _CORE


def structure(db: sqlite3.Connection) -> dict[tuple[str, str], str]:
    """Every table, index, trigger and view with the words that made it; SQLite's own left out."""
    rows = db.execute(
        "SELECT type, name, coalesce(sql, '') FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
    )
    return {(kind, name): " ".join(sql.split()) for kind, name, sql in rows}


def differences(
    db: sqlite3.Connection, kinds: tuple[str, ...] = ("index", "table", "trigger", "view")
) -> tuple[str, ...]:
    """Where the structure is not that of a fresh store of this version."""
    here, fresh = structure(db), _fresh()
    found = []
    for kind, name in sorted(here.keys() | fresh.keys()):
        if kind not in kinds:
            continue
        if (kind, name) not in here:
            found.append(_("{kind} {name} is missing").format(kind=kind, name=name))
        elif (kind, name) not in fresh:
            found.append(_("{kind} {name} is not one of ours").format(kind=kind, name=name))
        elif here[kind, name] != fresh[kind, name]:
            found.append(_("{kind} {name} is not as it should be").format(kind=kind, name=name))
    return tuple(found[:_MOST])


def foreign_parts(db: sqlite3.Connection) -> tuple[str, ...]:
    """Where tables, triggers and views are not ours; a missing index does no harm."""
    return differences(db, ("table", "trigger", "view"))


def _fresh() -> dict[tuple[str, str], str]:
    with tempfile.TemporaryDirectory() as folder:
        db = database.connect(Path(folder) / "fresh.db", Path(folder))
        try:
            return structure(db)
        finally:
            db.close()


def index(db: sqlite3.Connection) -> tuple[str, ...]:
    """Whether every visit can be found by its words, and nothing else."""
    (visits,) = db.execute("SELECT count(*) FROM visits").fetchone()
    (words,) = db.execute("SELECT count(*) FROM visit_words_docsize").fetchone()
    if visits == words:
        return ()
    return (_("the search index knows {words} visits of {visits}").format(words=words, visits=visits),)


def examined(db: sqlite3.Connection) -> tuple[Part, ...]:
    """Everything that can be looked at, even where the store is too damaged for some of it."""
    parts: tuple[tuple[str, Callable[[sqlite3.Connection], tuple[str, ...]]], ...] = (
        ("integrity", damage),
        ("schema", _outdated_or_different),
        ("search", index),
    )
    return tuple(Part(name, _looked(db, look)) for name, look in parts)


def _outdated_or_different(db: sqlite3.Connection) -> tuple[str, ...]:
    (version,) = db.execute("PRAGMA user_version").fetchone()
    # The next command brings an older store up to date, and says so of a newer one.
    return differences(db) if version == database.VERSION else ()


def _looked(db: sqlite3.Connection, look: Callable[[sqlite3.Connection], tuple[str, ...]]) -> tuple[str, ...]:
    try:
        return look(db)
    except sqlite.errors(UnicodeDecodeError) as error:
        with suppress(*sqlite.errors()):
            db.rollback()
        return (str(error),)
