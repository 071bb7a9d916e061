"""Whether every row is what the history says it is: finds what was altered, lost or flipped beside rmtool.

SQLite's own check looks at pages and indexes, and takes most single flipped bits of the data for sound. Here each row
must fit the seal of the last change that touched it, each earlier state of it the seal before that, and the changes
each other. What is made from the rows, the search index and the keys of clients, must be what they make.
"""

import json
import sqlite3
from array import array
from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from itertools import groupby
from typing import Any
from typing import Literal
from typing import NamedTuple

from rmtool.store import clients
from rmtool.store import exports
from rmtool.store import history
from rmtool.store import search
from rmtool.store import sqlite
from rmtool.store import visits
from rmtool.store.history import SALT
from rmtool.store.history import Value

_BATCH = 10_000  # visits
_WHOLE = (1 << 64) - 1
# Of a line of the history that is no JSON any more: it fits no seal.
_NO_ROW = "?"


Why = Literal[
    "altered", "missing", "unrecorded", "past", "change", "export", "keys", "words", "numbers", "unreadable"
]


class Flaw(NamedTuple):
    """What does not fit: a row of `table` named by `key`, or a change, or a whole table.

    altered: the row is not what the last change made it; missing: it is gone, and no change removed it; unrecorded: no
    change put it there; past: what the history says it was before a later change is not what `change` made it; change:
    the change is not what the next one was linked to; export: the same of a file that left the house; keys: a client would not be found by its names; words: a visit
    would not be found by its words; numbers: a number would be given twice; unreadable: SQLite can't read the table.
    """

    why: Why
    table: str = ""
    key: Value = None
    change: int | None = None


def flaws(db: sqlite3.Connection, tick: Callable[[int], None] = lambda _rows: None) -> Iterator[Flaw]:
    """Everything that does not fit; only looks. `tick` hears of rows that were looked at, as many as `count` says."""
    before = db.text_factory
    # A flipped bit may leave bytes that are no text: they must be told, not stop the search.
    db.text_factory = lambda read: read.decode("utf-8", "surrogateescape")
    try:
        for table in history.KEYS:
            yield from _readable(table, _rows(db, table, tick))
            yield from _readable(table, _unrecorded(db, table))
        yield from _readable("changes", _changes(db))
        yield from _readable("exports", _exports(db))
        yield from _readable("client_keys", _keys(db, tick))
        yield from _readable("visit_words", _words(db, tick))
        yield from _readable("sqlite_sequence", _numbers(db))
    finally:
        db.text_factory = before


def count(db: sqlite3.Connection) -> int:
    """How many rows `flaws` looks at, as far as `tick` hears of them."""
    (found,) = db.execute(
        "SELECT (SELECT count(*) FROM change_rows) + (SELECT count(*) FROM clients) + (SELECT count(*) FROM visits)"
    ).fetchone()
    return int(found)


def _readable(table: str, found: Iterator[Flaw]) -> Iterator[Flaw]:
    try:
        yield from found
    except sqlite.errors(ValueError, TypeError, KeyError, OverflowError):
        # Pages that hold no rows any more, or a line of the history that is not JSON.
        yield Flaw("unreadable", table)


class _Line(NamedTuple):
    change: int
    client: int | None
    kind: str
    before: str | None
    seal: bytes

    @property
    def forgotten(self) -> bool:
        return self.kind == "forgotten"


def _rows(db: sqlite3.Connection, table: str, tick: Callable[[int], None]) -> Iterator[Flaw]:
    written = history.Canonical(db, table)
    forgotten = _forgotten(db)
    rows = db.execute(
        f"SELECT r.key, r.change_id, r.client_id, r.kind, r.before, r.seal, t.* FROM change_rows r LEFT JOIN {table} t"  # noqa: S608
        f" ON {history.joined(table)} WHERE r.tbl = ? ORDER BY r.key, r.change_id",
        (table,),
    )
    for key, of_key in groupby(rows, key=lambda row: row[0]):
        lines: list[_Line] = []
        now: Sequence[Any] = ()
        for row in of_key:
            lines.append(_Line(*row[1:6]))
            now = row[6:]
        tick(len(lines))
        yield from _row(
            table, key, lines, written.of_row(now) if now[written.place] is not None else "", written
        )
        for line in lines:
            # Only with its client is anything forgotten.
            if (
                line.forgotten
                and (line.client or table not in history.THROUGH)
                and line.client not in forgotten
            ):
                yield Flaw("past", table, key, line.change)


def _forgotten(db: sqlite3.Connection) -> frozenset[int]:
    """The clients that were forgotten by the command for that."""
    return frozenset(
        row[0]
        for row in db.execute(
            "SELECT r.key FROM change_rows r JOIN changes c ON c.id = r.change_id"
            " WHERE r.tbl = 'clients' AND r.kind = 'forgotten' AND c.command = 'forget-client'"
            " AND NOT EXISTS (SELECT 1 FROM clients WHERE id = +r.key)"
        )
    )


def _row(table: str, key: Value, lines: list[_Line], now: str, written: history.Canonical) -> Iterator[Flaw]:
    """What does not fit about one row: `lines` are the changes that touched it, `now` is what it is, canonically."""
    # What it was after each change is what it was before the next one, and after the last what it is now.
    after = [_said(each.before, written) for each in lines[1:]] + [now]
    known = [not each.forgotten for each in lines[1:]] + [True]
    was = _said(lines[0].before, written)
    for place, line in enumerate(lines):
        state = after[place]
        if known[place] and not _sealed(line, state):
            if place + 1 < len(lines):
                yield Flaw("past", table, key, line.change)
            else:
                yield Flaw("altered" if now else "missing", table, key)
        elif known[place] and not line.forgotten and line.kind != history.kind(was, state):
            yield Flaw("past", table, key, line.change)
        was = state
    if lines[0].before is not None:
        yield Flaw("past", table, key, lines[0].change)


def _sealed(line: _Line, state: str) -> bool:
    """Whether the seal of a line is that of `state`; of what is forgotten it is enough that it is gone."""
    if line.forgotten and state == "":
        return True
    return isinstance(line.seal, bytes) and history.digest(line.seal[:SALT], state) == line.seal[SALT:]


def _said(before: str | None, written: history.Canonical) -> str:
    if before is None:
        return ""
    try:
        # A flipped bit in a column's name would make it one left at its default.
        names = [name for name, _value in json.loads(before, object_pairs_hook=list)]
        known = len(set(names)) == len(names) and set(names) <= set(written.names)
        return written.of_before(before) if known else _NO_ROW
    except (ValueError, TypeError, AttributeError):
        return _NO_ROW


def _unrecorded(db: sqlite3.Connection, table: str) -> Iterator[Flaw]:
    key = history.key_of(table, "t")
    for (found,) in db.execute(
        f"SELECT {key} FROM {table} t WHERE NOT EXISTS"  # noqa: S608
        # A plus keeps the number from making SQLite convert each key, which its index would be of no use for.
        f" (SELECT 1 FROM change_rows r WHERE r.tbl = ? AND r.key = +{key})",
        (table,),
    ):
        yield Flaw("unrecorded", table, found)


def _changes(db: sqlite3.Connection) -> Iterator[Flaw]:
    (last,) = db.execute(
        "SELECT max((SELECT max(id) FROM changes), (SELECT max(change_id) FROM change_rows))"
    ).fetchone()
    for (table,) in db.execute("SELECT DISTINCT tbl FROM change_rows").fetchall():
        if table not in history.KEYS:
            yield Flaw("unrecorded", "change_rows", table)
    for number in range(1, (last or 0) + 1):
        if not _linked(db, number):
            yield Flaw("change", change=number)


def _exports(db: sqlite3.Connection) -> Iterator[Flaw]:
    for number in exports.unlinked(db):
        yield Flaw("export", "exports", number)


def _linked(db: sqlite3.Connection, number: int) -> bool:
    found = db.execute("SELECT link FROM changes WHERE id = ?", (number,)).fetchone()
    try:
        return found is not None and bool(found[0] == history.link(db, number))
    except (ValueError, TypeError):
        # A link or a seal that is no blob any more.
        return False


def _keys(db: sqlite3.Connection, tick: Callable[[int], None]) -> Iterator[Flaw]:
    kept: dict[int, set[tuple[str, int]]] = {}
    for key, client, contact in db.execute("SELECT key, client_id, contact_id FROM client_keys"):
        kept.setdefault(client, set()).add((key, contact))
    for client, wanted in clients.every_key(db):
        tick(1)
        if kept.pop(client, set()) != wanted:
            yield Flaw("keys", "clients", client)
    for client in kept:
        yield Flaw("keys", "clients", client)


def _words(db: sqlite3.Connection, tick: Callable[[int], None]) -> Iterator[Flaw]:
    (most,) = db.execute(
        "SELECT max(coalesce((SELECT max(id) FROM visits), 0), coalesce((SELECT max(id) FROM visit_words_docsize), 0))"
    ).fetchone()
    # One number for all words of a visit: two million visits need 16 MB.
    kept = array("Q", bytes(8 * (most + 1)))
    db.execute(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.visit_terms USING fts5vocab ('main', 'visit_words', 'instance')"
    )
    for term, visit, _column, place in db.execute("SELECT term, doc, col, offset FROM temp.visit_terms"):
        if 0 <= visit <= most:
            kept[visit] = (kept[visit] + hash((term, place))) & _WHOLE
    db.execute("DROP TABLE temp.visit_terms")
    (made_by,) = db.execute("SELECT sql FROM sqlite_schema WHERE name = 'visit_words'").fetchone()
    for batch in visits.every_text(db, _BATCH):
        tick(len(batch))
        wanted = _indexed(made_by, batch)
        for visit, _text in batch:
            if kept[visit] != wanted.get(visit, 0):
                yield Flaw("words", "visits", visit)
            kept[visit] = 0
    for visit, left in enumerate(kept):
        if left:
            yield Flaw("words", "visits", visit)


def _indexed(made_by: str, batch: Iterable[tuple[int, str]]) -> dict[int, int]:
    """For each visit one number for all words that the search index should have of it; `made_by` is its SQL."""
    with sqlite3.connect(":memory:") as fresh:
        fresh.execute(made_by)
        search.add_many(fresh, batch)
        fresh.execute(
            "CREATE VIRTUAL TABLE temp.visit_terms USING fts5vocab ('main', 'visit_words', 'instance')"
        )
        found: dict[int, int] = {}
        for term, visit, _column, place in fresh.execute(
            "SELECT term, doc, col, offset FROM temp.visit_terms"
        ):
            found[visit] = (found.get(visit, 0) + hash((term, place))) & _WHOLE
    fresh.close()
    return found


def _numbers(db: sqlite3.Connection) -> Iterator[Flaw]:
    for (table,) in db.execute("SELECT name FROM sqlite_schema WHERE sql LIKE '%AUTOINCREMENT%'").fetchall():
        used, next_to = db.execute(
            "SELECT (SELECT max(key) FROM change_rows WHERE tbl = ?1),"
            " (SELECT seq FROM sqlite_sequence WHERE name = ?1)",
            (table,),
        ).fetchone()
        if used is not None and not (isinstance(next_to, int) and next_to >= used):
            yield Flaw("numbers", table)
