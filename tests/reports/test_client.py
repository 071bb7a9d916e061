import sqlite3
from datetime import datetime

import pytest

from rmtool import paths
from rmtool.config import profile
from rmtool.domain.clients import Client
from rmtool.domain.clients import Contact
from rmtool.domain.clock import Clock
from rmtool.domain.tasks import Task
from rmtool.domain.visits import Visit
from rmtool.reports.client import LAST_VISITS
from rmtool.reports.client import page
from rmtool.store import clients
from rmtool.store import contacts
from rmtool.store import tasks
from rmtool.store import visits

CLOCK = Clock(datetime(2026, 11, 24, 9, 30))
GENERAL = profile.load(paths.templates_folder() / "profiles" / "general.toml")
AT = "2026-11-24T01:30:00Z"


def test_what_matters_before_a_visit(db: sqlite3.Connection) -> None:
    brought = clients.add(db, Client(name="赵总", added_on="2026-01-01"), AT)
    number = clients.add(db, Client(name="华星", referred_by=brought, added_on="2026-01-01"), AT)
    contacts.add(db, Contact(client=number, name="陈波", birthday="--11-26", likes="喝茶"), AT)
    for day in range(1, LAST_VISITS + 3):
        visits.add(db, Visit(client=number, day=f"2026-11-{day:02d}", text=str(day), recorded_at=AT))
    tasks.add(db, Task(text="答应的", client=number, visit=1, opened_on="2026-11-01"))
    tasks.add(db, Task(text="该办的", client=number, opened_on="2026-11-01"))
    tasks.add(db, Task(text="办完的", client=number, opened_on="2026-11-01", closed_on="2026-11-02"))
    found = page(db, clients.get(db, number), CLOCK, GENERAL)
    assert found.referrer == "赵总"
    assert [each.text for each in found.visits] == ["7", "6", "5", "4", "3"]
    assert (found.last_touch, found.days, found.visits_count) == ("2026-11-07", 17, LAST_VISITS + 2)
    assert [each.text for each in found.promised] == ["答应的"]
    assert [each.text for each in found.tasks] == ["该办的"]
    assert [(each.day, each.contact) for each in found.birthdays] == [("2026-11-26", "陈波")]


@pytest.mark.parametrize(
    ("day", "days"), [("", None), ("2026-11-24", 0), ("2026-11-25", 0), ("2026-11-14", 10)]
)
def test_days_since_the_last_touch(db: sqlite3.Connection, day: str, days: int | None) -> None:
    number = clients.add(db, Client(name="华星", added_on="2026-01-01"), AT)
    if day:
        visits.add(db, Visit(client=number, day=day, text="x", recorded_at=AT))
    assert page(db, clients.get(db, number), CLOCK, GENERAL).days == days
