"""Tasks (事项) in the store."""

import json
import sqlite3
from collections.abc import Iterable
from collections.abc import Iterator
from typing import NamedTuple

from rmtool.domain.tasks import Task
from rmtool.errors import NotFoundError
from rmtool.i18n import _
from rmtool.store.database import new_uuid

_TEXTS = (
    "text", "kind", "due", "due_time", "first_due", "owner", "severity", "opened_on", "opened_time", "closed_on",
    "closed_time", "result",
)  # fmt: skip
_COLUMNS = ("client_id", "visit_id", "moves", *_TEXTS)


def add(db: sqlite3.Connection, task: Task) -> int:
    """Store `task` and answer its number."""
    values = _values(task) | {"uuid": task.uuid or new_uuid(), "recorded_at": task.recorded_at}
    return db.execute(_INSERT, values).lastrowid or 0


def set(db: sqlite3.Connection, task: Task) -> None:  # noqa: A001 (a storage verb of the style guide)
    """Put `task` in the place of the one with its number."""
    db.execute(_UPDATE, _values(task) | {"number": task.number})


def get(db: sqlite3.Connection, number: int) -> Task:
    """The task of that number; raises NotFoundError."""
    row = db.execute(f"{_SELECT} WHERE tasks.id = ?", (number,)).fetchone()
    if row is None:
        raise NotFoundError(
            _("There is no task number {number}: see `rmtool list-tasks`.").format(number=number)
        )
    return _task(row)


class Filter(NamedTuple):
    """Which tasks a listing shows; empty means any. Dates are ISO, both ends included.

    `state` is open, closed or all; tasks without a due date come last and are left out of a due range. `due_before` is a
    local moment, YYYY-MM-DD HH:MM: what is due on a day without a time has until the end of it.
    """

    state: str = "open"
    client: int | None = None
    visit: int | None = None
    kind: str = ""
    owner: str = ""
    due_from: str = ""
    due_to: str = ""
    due_before: str = ""
    closed_from: str = ""
    closed_to: str = ""
    opened_from: str = ""
    opened_to: str = ""
    limit: int | None = None


def matching(db: sqlite3.Connection, wanted: Filter) -> tuple[Task, ...]:
    """The tasks that fit `wanted`, the earliest due first."""
    where = [{"open": "tasks.closed_on = ''", "closed": "tasks.closed_on <> ''", "all": "1"}[wanted.state]]
    values: dict[str, str | int] = {"limit": -1 if wanted.limit is None else wanted.limit}
    for name, condition in (
        ("client", "tasks.client_id = :client"),
        ("visit", "tasks.visit_id = :visit"),
        ("kind", "tasks.kind = :kind"),
        ("owner", "tasks.owner = :owner"),
        ("due_from", "tasks.due >= :due_from AND tasks.due <> ''"),
        ("due_to", "tasks.due <= :due_to AND tasks.due <> ''"),
        ("due_before", _DUE_BEFORE),
        ("closed_from", "tasks.closed_on >= :closed_from"),
        ("closed_to", "tasks.closed_on <= :closed_to AND tasks.closed_on <> ''"),
        ("opened_from", "tasks.opened_on >= :opened_from"),
        ("opened_to", "tasks.opened_on <= :opened_to"),
    ):
        value = getattr(wanted, name)
        if value not in (None, ""):
            where.append(condition)
            values[name] = value
    order = "tasks.due = '', tasks.due, tasks.due_time, tasks.id"
    rows = db.execute(f"{_SELECT} WHERE {' AND '.join(where)} ORDER BY {order} LIMIT :limit", values)
    return tuple(map(_task, rows))


_DUE_BEFORE = """tasks.due <> '' AND tasks.due <= substr(:due_before, 1, 10)
  AND tasks.due || ' ' || coalesce(nullif(tasks.due_time, ''), '24:00') < :due_before"""


def during(db: sqlite3.Connection, first: str, last: str) -> Iterator[Task]:
    """The tasks that were open on any day between two days, the earliest due first."""
    where = "tasks.opened_on <= :last AND (tasks.closed_on = '' OR tasks.closed_on >= :first)"
    order = "tasks.due = '', tasks.due, tasks.due_time, tasks.id"
    return map(_task, db.execute(f"{_SELECT} WHERE {where} ORDER BY {order}", {"first": first, "last": last}))


def count(db: sqlite3.Connection) -> int:
    """How many tasks are open."""
    (number,) = db.execute("SELECT count(*) FROM tasks WHERE closed_on = ''").fetchone()
    return int(number)


def _values(task: Task) -> dict[str, str | int | None]:
    values: dict[str, str | int | None] = {key: getattr(task, key) for key in _TEXTS}
    return values | {"client_id": task.client, "visit_id": task.visit, "moves": task.moves}


_INSERT = (
    f"INSERT INTO tasks ({', '.join(_COLUMNS)}, uuid, recorded_at)"  # noqa: S608
    f" VALUES ({', '.join(':' + column for column in _COLUMNS)}, :uuid, :recorded_at)"
)
_UPDATE = f"UPDATE tasks SET {', '.join(f'{c} = :{c}' for c in _COLUMNS)} WHERE id = :number"  # noqa: S608
_SELECT = f"""SELECT tasks.id, tasks.uuid, tasks.client_id, coalesce(clients.name, ''), tasks.visit_id, tasks.moves,
  tasks.recorded_at, {", ".join("tasks." + column for column in _TEXTS)}
FROM tasks LEFT JOIN clients ON clients.id = tasks.client_id"""  # noqa: S608


def _task(row: tuple[str, ...]) -> Task:
    number, uuid, client, client_name, visit, moves, recorded_at = row[:7]
    return Task(
        number=int(number),
        uuid=uuid,
        client=client,  # type: ignore[arg-type]
        client_name=client_name,
        visit=visit,  # type: ignore[arg-type]
        moves=int(moves),
        recorded_at=recorded_at,
        **dict(zip(_TEXTS, row[7:], strict=True)),
    )


def open_at(db: sqlite3.Connection, day: str, owner: str) -> tuple[Task, ...]:
    """The tasks that were open at the end of `day`, the earliest due first, those without a due day last."""
    values = {"day": day, "owner": owner}
    found = [
        *db.execute(f"{_SELECT} WHERE closed_on = '' AND {_OPENED}", values),
        *db.execute(f"{_SELECT} WHERE closed_on <> '' AND closed_on > :day AND {_OPENED}", values),
    ]
    return tuple(
        sorted(map(_task, found), key=lambda each: (each.due == "", each.due, each.due_time, each.number))
    )


# The plus keeps SQLite from walking every task ever opened instead of the few that are open.
_OPENED = "+tasks.opened_on <= :day AND (:owner = '' OR tasks.owner = :owner)"


def count_closed(db: sqlite3.Connection, first: str, last: str, owner: str) -> int:
    """How many tasks were closed between two days, both included."""
    (number,) = db.execute(
        "SELECT count(*) FROM tasks WHERE closed_on <> '' AND closed_on BETWEEN :first AND :last"
        " AND (:owner = '' OR owner = :owner)",
        {"first": first, "last": last, "owner": owner},
    ).fetchone()
    return int(number)


def of_visits(db: sqlite3.Connection, numbers: Iterable[int]) -> tuple[Task, ...]:
    """The tasks that came from the visits of these numbers, open and closed."""
    wanted = "tasks.visit_id IN (SELECT value FROM json_each(?))"
    return tuple(
        map(_task, db.execute(f"{_SELECT} WHERE {wanted} ORDER BY tasks.id", (json.dumps([*numbers]),)))
    )
