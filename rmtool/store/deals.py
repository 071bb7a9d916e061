"""Deals (商机) in the store."""

import json
import sqlite3
from collections.abc import Mapping
from typing import NamedTuple

from rmtool.domain.deals import Deal
from rmtool.errors import NotFoundError
from rmtool.i18n import _
from rmtool.store.database import new_uuid

_OWN = (
    "product", "amount", "stage", "outcome", "expected", "owner", "reason", "opened_on", "moved_on", "closed_on",
    "recorded_at",
)  # fmt: skip
_COLUMNS = ("client_id", "visit_id", "uuid", *_OWN)


def add(db: sqlite3.Connection, deal: Deal) -> int:
    """Store `deal` and answer its number."""
    number = db.execute(_INSERT, _values(deal)).lastrowid or 0
    _moved(db, number, deal)
    return number


def set(db: sqlite3.Connection, deal: Deal) -> None:  # noqa: A001 (a storage verb of the style guide)
    """Put `deal` in the place of the one with its number."""
    db.execute(_UPDATE, _values(deal))
    _moved(db, deal.number, deal)


def _moved(db: sqlite3.Connection, number: int, deal: Deal) -> None:
    """Keep which stage the deal came into on which day; the last of a day counts."""
    db.execute(
        "INSERT INTO deal_moves (deal_id, day, stage) VALUES (?, ?, ?)"
        " ON CONFLICT DO UPDATE SET stage = excluded.stage",
        (number, deal.moved_on, deal.stage),
    )


def get(db: sqlite3.Connection, number: int) -> Deal:
    """The deal of that number; raises NotFoundError."""
    row = db.execute(f"{_SELECT} WHERE deals.id = ?", (number,)).fetchone()
    if row is None:
        raise NotFoundError(
            _("There is no deal number {number}: see `rmtool list-deals`.").format(number=number)
        )
    return Deal(**dict(zip(_FIELDS, row, strict=True)))


class Filter(NamedTuple):
    """Which deals a listing shows; empty means any. `outcome` is open, won, lost or all; days are ISO, both ends in;
    `open_on` asks for those that were open at the end of that day, as they were then."""

    outcome: str = "open"
    client: int | None = None
    stage: str = ""
    owner: str = ""
    opened_from: str = ""
    opened_to: str = ""
    closed_from: str = ""
    closed_to: str = ""
    open_on: str = ""


_CONDITIONS = {
    "client": "client_id = :client",
    "stage": "deals.stage = :stage",
    "owner": "deals.owner = :owner",
    "opened_from": "opened_on >= :opened_from",
    "opened_to": "opened_on <= :opened_to",
    "closed_from": "closed_on >= :closed_from",
    "closed_to": "closed_on <= :closed_to AND closed_on <> ''",
    "open_on": "opened_on <= :open_on AND (outcome = '' OR closed_on > :open_on)",
}


def matching(db: sqlite3.Connection, wanted: Filter) -> tuple[Deal, ...]:
    """The deals that fit `wanted`, those expected first before the others, the largest first among these."""
    values = {key: value for key, value in wanted._asdict().items() if value not in (None, "")}
    outcome = {"open": "outcome = ''", "all": "1"}.get(wanted.outcome, "outcome = :outcome")
    where = " AND ".join([outcome, *(_CONDITIONS[key] for key in values if key in _CONDITIONS)])
    order = "expected = '', expected, amount DESC, deals.id"
    rows = db.execute(f"{_SELECT} WHERE {where} ORDER BY {order}", values)
    found = tuple(Deal(**dict(zip(_FIELDS, row, strict=True))) for row in rows)
    return tuple(_as_of(db, each, wanted.open_on) for each in found) if wanted.open_on else found


def _as_of(db: sqlite3.Connection, deal: Deal, day: str) -> Deal:
    """The deal, open still, in the stage it had at the end of `day`; where that is not known, in the one it has."""
    row = db.execute(
        "SELECT stage, day FROM deal_moves WHERE deal_id = ? AND day <= ? ORDER BY day DESC LIMIT 1",
        (deal.number, day),
    ).fetchone()
    stage, moved_on = row or (deal.stage, deal.opened_on)
    return deal._replace(stage=stage, moved_on=moved_on, outcome="", closed_on="")


def moves(db: sqlite3.Connection, number: int) -> tuple[tuple[str, str], ...]:
    """Day and stage of each move of a deal, the first being when it was opened."""
    rows = db.execute("SELECT day, stage FROM deal_moves WHERE deal_id = ? ORDER BY day", (number,))
    return tuple((day, stage) for day, stage in rows)


def held(db: sqlite3.Connection, words: Mapping[str, str]) -> tuple[tuple[str, str, str, int], ...]:
    """Product, tier, industry, and how many clients of these hold it (a deal won), archived ones left out.

    `words` are the texts under which a product may stand in a deal, each with the product's key.
    """
    rows = db.execute(
        """SELECT words.value, tier, industry, count(DISTINCT clients.id)
        FROM deals JOIN json_each(:words) AS words ON words.key = deals.product
        JOIN clients ON clients.id = deals.client_id
        WHERE outcome <> '' AND outcome = 'won' AND archived_on = '' GROUP BY words.value, tier, industry""",
        {"words": json.dumps(words)},
    )
    return tuple(rows)


def _values(deal: Deal) -> dict[str, str | int | None]:
    values: dict[str, str | int | None] = {key: getattr(deal, key) for key in _OWN}
    own = {"number": deal.number or None, "client_id": deal.client, "visit_id": deal.visit}
    return values | own | {"uuid": deal.uuid or new_uuid()}


_FIELDS = ("number", "client", "visit", "uuid", "client_name", *_OWN)
_INSERT = (
    f"INSERT INTO deals (id, {', '.join(_COLUMNS)})"  # noqa: S608
    f" VALUES (:number, {', '.join(':' + column for column in _COLUMNS)})"
)
_UPDATE = f"UPDATE deals SET {', '.join(f'{c} = :{c}' for c in _COLUMNS)} WHERE id = :number"  # noqa: S608
_SELECT = f"""SELECT deals.id, client_id, visit_id, deals.uuid, clients.name, {", ".join("deals." + c for c in _OWN)}
FROM deals JOIN clients ON clients.id = client_id"""  # noqa: S608
