import sqlite3
from datetime import date
from datetime import datetime

from rmtool import paths
from rmtool.config import profile
from rmtool.config.profile_rows import Field
from rmtool.config.settings import Settings
from rmtool.domain import periods
from rmtool.domain.clients import Client
from rmtool.domain.reports import TierCount
from rmtool.domain.visits import Visit
from rmtool.reports.client_base import client_base
from rmtool.reports.owed import Wanted
from rmtool.store import clients
from rmtool.store import visits

AT = "2026-11-24T01:30:00Z"
NOW = datetime.fromisoformat("2026-11-24T09:30:00+08:00")
YEAR = Wanted("client-base", periods.year_of(date(2026, 11, 24)), NOW)
GENERAL = profile.load(paths.templates_folder() / "profiles" / "general.toml")
PROFILE = GENERAL._replace(
    client_fields=(Field("car", type="choice", choices=("SUV", "轿车")), Field("note"), Field("none", type="choice"))
)  # fmt: skip


def test_what_the_clients_are(db: sqlite3.Connection) -> None:
    for client in (
        Client("甲", tier="B", kind="person", birthday="1985-01-01", fields={"car": "轿车", "note": "x"}, area="城东", added_on="2020-01-01"),
        Client("乙", tier="A", kind="person", fields={"car": "SUV"}, area="城东", added_on="2026-02-01"),
        Client("丙", tier="A", stage="lost", area="城西", added_on="2025-03-01"),
        Client("丁", archived_on="2026-03-01", added_on="2025-02-01"),
        Client("戊", tier="", added_on="2026-11-01"),
    ):  # fmt: skip
        clients.add(db, client, AT)
    for client in (1, 1, 2, 4):
        visits.add(db, Visit(client, "2026-02-02", "x", recorded_at=AT))
    found = client_base(db, YEAR, Settings(owner="林"), PROFILE)
    assert (found.clients, found.lost, found.owner) == (4, 1, "林")
    assert (found.added.count, found.added.change, found.archived.count) == (2, 0, 1)
    groups = {each.key: {row.key: row.count for row in each.rows} for each in found.groups}
    assert groups == {
        "tier": {"A": 2, "B": 1, "": 1}, "stage": {"active": 3, "lost": 1}, "kind": {"company": 2, "person": 2},
        "area": {"城东": 2, "城西": 1, "": 1}, "age": {"40-49": 1, "": 1}, "years": {"0": 2, "1-2": 1, "5-9": 1},
        "car": {"SUV": 1, "轿车": 1, "": 2},
    }  # fmt: skip
    assert [each.key for each in found.groups if each.field] == ["car"]
    # The archived one was touched before it was put away.
    assert found.tiers == (
        TierCount("A", 2, 1, 50, 1), TierCount("B", 1, 1, 100, 2), TierCount("", 1, 1, 100, 1),
    )  # fmt: skip


def test_no_clients(db: sqlite3.Connection) -> None:
    found = client_base(db, YEAR, Settings(), PROFILE)
    assert (found.clients, found.groups, found.tiers) == (0, (), ())
