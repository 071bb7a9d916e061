"""A store with two clients, and one with visits to them."""

import sqlite3

import pytest

from rmtool.domain.clients import Client
from rmtool.domain.visits import Visit
from rmtool.store import clients
from rmtool.store import visits

AT = "2026-11-24T01:30:00Z"


@pytest.fixture
def two(db: sqlite3.Connection) -> sqlite3.Connection:
    clients.add(db, Client(name="甲", tier="A", added_on="2026-11-01"), AT)
    clients.add(db, Client(name="乙", tier="B", added_on="2026-11-01"), AT)
    return db


@pytest.fixture
def log(two: sqlite3.Connection) -> sqlite3.Connection:
    for client, day, time, kind, text in (
        (1, "2026-11-20", "", "visit", "谈续贷"),
        (2, "2026-11-21", "10:00", "call", "送材料"),
        (1, "2026-11-21", "09:00", "visit", "renewal of 500万"),
        (1, "2026-12-01", "", "message", "节日问候"),
    ):
        visits.add(
            two, Visit(client, day, text, time=time, kind=kind, minutes=10, recorded_at=AT, owner="林")
        )
    return two
