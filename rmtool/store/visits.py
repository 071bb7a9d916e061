"""Visits (拜访) in the store."""

import json
import sqlite3
from collections.abc import Iterator
from collections.abc import Sequence
from typing import NamedTuple

from rmtool.domain.visits import Visit
from rmtool.errors import NotFoundError
from rmtool.i18n import _
from rmtool.store import search
from rmtool.store.database import new_uuid

_TEXTS = (
    "day", "time", "kind", "place", "purpose", "text", "result", "need", "feedback", "competitor", "owner",
)  # fmt: skip
# What the search index is made of, in this order.
_INDEXED = ("text", "result", "need", "feedback", "competitor", "purpose", "place")
_COLUMNS = ("client_id", *_TEXTS, "minutes", "people", "products", "fields")


def add(db: sqlite3.Connection, visit: Visit) -> int:
    """Store `visit` and answer its number."""
    number = db.execute(_INSERT, _values(visit) | {"number": None}).lastrowid or 0
    _add_measures(db, number, visit)
    search.add(db, number, _said(visit))
    return number


def set(db: sqlite3.Connection, visit: Visit) -> None:  # noqa: A001 (a storage verb of the style guide)
    """Put `visit` in the place of the one with its number."""
    search.delete(db, visit.number, _said(get(db, visit.number)))
    db.execute(_UPDATE, _values(visit))
    db.execute("DELETE FROM visit_measures WHERE visit_id = ?", (visit.number,))
    _add_measures(db, visit.number, visit)
    search.add(db, visit.number, _said(visit))


def delete(db: sqlite3.Connection, visit: Visit) -> None:
    """Take `visit` out of the store; tasks that came from it stay."""
    search.delete(db, visit.number, _said(visit))
    db.execute("DELETE FROM visits WHERE id = ?", (visit.number,))


def leave_index(db: sqlite3.Connection, number: int) -> None:
    """Take the words of the visit of that number out of the search index, before the visit becomes another."""
    search.delete(db, number, _said(get(db, number)))


def enter_index(db: sqlite3.Connection, number: int) -> None:
    """Index the words of the visit of that number, which `leave_index` took out or which has come back."""
    search.add(db, number, _said(get(db, number)))


def every_text(db: sqlite3.Connection, most: int) -> Iterator[list[tuple[int, str]]]:
    """The number of every visit with what the search index is made of, at most so many at once."""
    last = 0
    sql = f"SELECT id, {', '.join(_INDEXED)} FROM visits WHERE id > ? ORDER BY id LIMIT ?"  # noqa: S608
    while found := db.execute(sql, (last, most)).fetchall():
        last = found[-1][0]
        yield [(number, "\n".join(texts)) for number, *texts in found]


def get(db: sqlite3.Connection, number: int) -> Visit:
    """The visit of that number; raises NotFoundError."""
    row = db.execute(f"{_SELECT} WHERE visits.id = ?", (number,)).fetchone()
    if row is None:
        raise NotFoundError(
            _("There is no visit number {number}: see `rmtool list-visits`.").format(number=number)
        )
    return _visit(row)


class Filter(NamedTuple):
    """Which visits a listing shows; empty means any. `first` and `last` are ISO dates, both included."""

    client: int | None = None
    first: str = ""
    last: str = ""
    kind: str = ""
    search: str = ""
    owner: str = ""
    limit: int | None = None
    newest_first: bool = False


def between(db: sqlite3.Connection, wanted: Filter) -> Iterator[Visit]:
    """The visits that fit `wanted`, one after the other, by day and time."""
    where, values = _where(wanted)
    values["limit"] = -1 if wanted.limit is None else wanted.limit
    down = "DESC" if wanted.newest_first else ""
    order = f"visits.day {down}, visits.time {down}, visits.id {down}"
    return map(
        _visit, db.execute(f"{_SELECT} WHERE {' AND '.join(where)} ORDER BY {order} LIMIT :limit", values)
    )


def previous(db: sqlite3.Connection, visit: Visit) -> Visit | None:
    """The visit to the same client before that one, or None."""
    row = db.execute(
        f"{_SELECT} WHERE visits.client_id = ? AND (visits.day, visits.time, visits.id) < (?, ?, ?)"
        " ORDER BY visits.day DESC, visits.time DESC, visits.id DESC LIMIT 1",
        (visit.client, visit.day, visit.time, visit.number),
    ).fetchone()
    return None if row is None else _visit(row)


def _where(wanted: Filter) -> tuple[list[str], dict[str, str | int]]:
    where: list[str] = ["1"]
    values: dict[str, str | int] = {}
    for condition, value in (
        ("visits.client_id = :client", wanted.client),
        ("visits.day >= :first", wanted.first),
        ("visits.day <= :last", wanted.last),
        ("visits.kind = :kind", wanted.kind),
        ("visits.owner = :owner", wanted.owner),
    ):
        if value not in (None, ""):
            where.append(condition)
            values[condition.rpartition(":")[2]] = value
    if wanted.search:
        words = search.expression(wanted.search)
        # What has no word in it, such as "?!", is found nowhere.
        where.append(
            "visits.id IN (SELECT rowid FROM visit_words WHERE visit_words MATCH :words)" if words else "0"
        )
        values["words"] = words
    return where, values


def count_matching(db: sqlite3.Connection, wanted: Filter) -> int:
    """How many visits fit `wanted`, whatever its limit."""
    where, values = _where(wanted)
    (number,) = db.execute(f"SELECT count(*) FROM visits WHERE {' AND '.join(where)}", values).fetchone()  # noqa: S608
    return int(number)


def any_fields(db: sqlite3.Connection, first: str, last: str) -> bool:
    """Whether a visit between two days, both included, has a field of its own."""
    where = "day BETWEEN ? AND ? AND fields <> '{}'"
    return db.execute(f"SELECT 1 FROM visits WHERE {where} LIMIT 1", (first, last)).fetchone() is not None  # noqa: S608


def count_of(db: sqlite3.Connection, client: int) -> int:
    """How many visits the client of that number had."""
    (number,) = db.execute("SELECT count(*) FROM visits WHERE client_id = ?", (client,)).fetchone()
    return int(number)


def _add_measures(db: sqlite3.Connection, number: int, visit: Visit) -> None:
    if visit.measures:
        db.executemany(
            "INSERT INTO visit_measures (visit_id, measure, value) VALUES (?, ?, ?)",
            [(number, key, value) for key, value in visit.measures.items()],
        )


def _said(visit: Visit) -> str:
    return "\n".join(getattr(visit, each) for each in _INDEXED)


def _values(visit: Visit) -> dict[str, str | int | None]:
    values: dict[str, str | int | None] = {key: getattr(visit, key) for key in _TEXTS}
    values["number"] = visit.number
    values["uuid"] = visit.uuid or new_uuid()
    values["recorded_at"] = visit.recorded_at
    values["client_id"] = visit.client
    values["minutes"] = visit.minutes
    values["people"] = json.dumps(visit.people, ensure_ascii=False)
    values["products"] = json.dumps(visit.products, ensure_ascii=False)
    values["fields"] = json.dumps(dict(visit.fields), ensure_ascii=False) if visit.fields else "{}"
    return values


_INSERT = (
    f"INSERT INTO visits (id, {', '.join(_COLUMNS)}, uuid, recorded_at)"  # noqa: S608
    f" VALUES (:number, {', '.join(':' + column for column in _COLUMNS)}, :uuid, :recorded_at)"
)
_UPDATE = f"UPDATE visits SET {', '.join(f'{c} = :{c}' for c in _COLUMNS)} WHERE id = :number"  # noqa: S608
_SELECT = f"""SELECT visits.id, visits.uuid, visits.client_id, clients.name, visits.minutes, visits.people,
  visits.products, visits.recorded_at, visits.fields,
  (SELECT json_group_object(measure, value) FROM visit_measures WHERE visit_id = visits.id),
  {", ".join("visits." + column for column in _TEXTS)}
FROM visits JOIN clients ON clients.id = visits.client_id"""  # noqa: S608


def _visit(row: tuple[str, ...]) -> Visit:
    number, uuid, client, client_name, minutes, people, products, recorded_at, fields, measures = row[:10]
    return Visit(
        number=int(number),
        uuid=uuid,
        client=int(client),
        client_name=client_name,
        minutes=minutes,  # type: ignore[arg-type]
        people=_listed(people),
        products=_listed(products),
        recorded_at=recorded_at,
        measures={} if measures == "{}" else json.loads(measures),
        fields={} if fields == "{}" else json.loads(fields),
        **dict(zip(_TEXTS, row[10:], strict=True)),
    )


def _listed(text: str) -> tuple[str, ...]:
    # Most are empty, and an export reads a hundred thousand.
    return () if text == "[]" else tuple(json.loads(text))


def known_by(db: sqlite3.Connection, client: int) -> dict[tuple[str, str, str, str], int]:
    """Day, time, kind and text of each visit to the client of that number, and the visit's number."""
    rows = db.execute(
        "SELECT day, time, kind, text, id FROM visits WHERE client_id = ? ORDER BY id DESC", (client,)
    )
    return {(day, time, kind, text): number for day, time, kind, text, number in rows}


def add_many(db: sqlite3.Connection, wanted: Sequence[Visit]) -> None:
    """Store visits that have their numbers already, from `database.next_number` on."""
    db.executemany(_INSERT, map(_values, wanted))
    db.executemany(
        "INSERT INTO visit_measures (visit_id, measure, value) VALUES (?, ?, ?)",
        [(each.number, key, value) for each in wanted for key, value in each.measures.items()],
    )
    search.add_many(db, ((each.number, _said(each)) for each in wanted))
