"""The papers (资料) of clients in the store."""

import json
import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from rmtool.domain.papers import Paper
from rmtool.store.database import new_uuid


class Owned(NamedTuple):
    """A client with what decides which papers it needs; `paper` is one that is there, None where it has none."""

    number: int
    name: str
    kind: str
    tier: str
    paper: Paper | None


def set(db: sqlite3.Connection, paper: Paper) -> None:  # noqa: A001 (a storage verb of the style guide)
    """Keep `paper`, in the place of the one of its kind that its client had."""
    db.execute(
        """INSERT INTO client_papers (uuid, client_id, paper, received_on, expires_on, remark, recorded_at)
        VALUES (:uuid, :client, :paper, :received_on, :expires_on, :remark, :recorded_at)
        ON CONFLICT (client_id, paper) DO UPDATE SET received_on = :received_on, expires_on = :expires_on,
          remark = :remark, recorded_at = :recorded_at""",
        paper._asdict() | {"uuid": paper.uuid or new_uuid()},
    )


def delete(db: sqlite3.Connection, client: int, paper: str) -> None:
    """Remove a client's paper."""
    db.execute("DELETE FROM client_papers WHERE client_id = ? AND paper = ?", (client, paper))


def of(db: sqlite3.Connection, client: int) -> tuple[Paper, ...]:
    """The papers of one client, in the order they came in."""
    rows = db.execute(f"SELECT {_FIELDS} FROM client_papers WHERE client_id = ? ORDER BY id", (client,))  # noqa: S608
    return tuple(map(Paper._make, rows))


def owned(db: sqlite3.Connection, stages: tuple[str, ...], owner: str = "") -> Iterator[Owned]:
    """Every client in one of `stages` with each of its papers, archived ones left out, in order of number; one query."""
    rows = db.execute(
        f"""SELECT clients.id, clients.name, clients.kind, clients.tier, {_FIELDS}
        FROM clients LEFT JOIN client_papers ON client_id = clients.id
        WHERE archived_on = '' AND stage IN (SELECT value FROM json_each(:stages)) AND (:owner = '' OR owner = :owner)
        ORDER BY clients.id, client_papers.id""",  # noqa: S608
        {"owner": owner, "stages": json.dumps(stages)},
    )
    for number, name, kind, tier, *paper in rows:
        yield Owned(number, name, kind, tier, Paper(*paper) if paper[0] else None)


def expiring(
    db: sqlite3.Connection, last: str, stages: tuple[str, ...], owner: str = ""
) -> tuple[tuple[Paper, str], ...]:
    """The papers of clients in one of `stages` that expire by `last` or have, each with its client's name, the earliest first."""
    rows = db.execute(
        f"""SELECT clients.name, {_FIELDS} FROM client_papers JOIN clients ON clients.id = client_id
        WHERE expires_on <> '' AND expires_on <= :last AND archived_on = ''
          AND stage IN (SELECT value FROM json_each(:stages)) AND (:owner = '' OR owner = :owner)
        ORDER BY expires_on, client_papers.id""",  # noqa: S608
        {"last": last, "owner": owner, "stages": json.dumps(stages)},
    )
    return tuple((Paper(*paper), name) for name, *paper in rows)


_FIELDS = """client_papers.client_id, client_papers.paper, client_papers.received_on, client_papers.expires_on,
  client_papers.remark, client_papers.id, client_papers.uuid, client_papers.recorded_at"""
