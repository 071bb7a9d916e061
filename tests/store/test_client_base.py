import sqlite3

import pytest

from rmtool.domain.clients import Client
from rmtool.domain.visits import Visit
from rmtool.store import client_base
from rmtool.store import clients
from rmtool.store import visits

AT = "2026-11-24T01:30:00Z"
DAY = "2026-11-24"


@pytest.fixture
def base(db: sqlite3.Connection) -> sqlite3.Connection:
    for client in (
        Client("甲", tier="A", owner="林", fields={"车.型": "SUV"}, added_on="2020-01-01", kind="person", birthday="1985-01-01"),
        Client("乙", tier="A", added_on="2026-11-01"),
        Client("丙", tier="B", added_on="2026-01-01", archived_on="2026-11-24"),
        Client("丁", added_on="2026-12-01"),
    ):  # fmt: skip
        clients.add(db, client, AT)
    for client, day in ((1, "2026-11-01"), (1, "2026-11-02"), (2, "2026-11-03"), (3, "2026-12-03")):
        visits.add(db, Visit(client, day, "x", recorded_at=AT))
    return db


def test_counted_as_of_a_day(base: sqlite3.Connection) -> None:
    assert client_base.count_by(base, "tier", DAY, "") == {"A": 2}
    assert client_base.count_by(base, "tier", "2026-11-23", "") == {"A": 2, "B": 1}
    assert client_base.count_by(base, "kind", DAY, "林") == {"person": 1}
    assert client_base.count_field(base, "车.型", DAY, "") == {"SUV": 1, "": 1}
    assert client_base.lives(base, DAY, "林") == (("person", "1985-01-01", "", "2020-01-01"),)


def test_what_went_and_what_was_touched(base: sqlite3.Connection) -> None:
    assert client_base.count_archived(base, "2026-11-01", "2026-11-30", "") == 1
    assert client_base.count_archived(base, "2026-11-01", "2026-11-30", "林") == 0
    assert client_base.count_archived(base, "2025-01-01", "2025-12-31", "") == 0
    assert client_base.touches(base, "2026-11-01", "2026-11-30", "") == {"A": (3, 2)}
    assert client_base.touches(base, "2026-11-01", "2026-12-31", "林") == {"A": (2, 1)}
