import sqlite3
from datetime import date

from rmtool.config.profile import Profile
from rmtool.config.profile_rows import Choice
from rmtool.domain.clients import Client
from rmtool.domain.visits import Visit
from rmtool.reports.quiet import quiet
from rmtool.store import clients
from rmtool.store import visits

AT = "2026-11-24T01:30:00Z"
PROFILE = Profile(
    tiers=(Choice("A", quiet_after=10),),
    visit_kinds=(Choice("visit"), Choice("message", counts=False)),
    quiet_after=30,
)


def found(db: sqlite3.Connection, owner: str = "") -> list[tuple[str, int]]:
    return [(each.name, days) for each, days in quiet(db, date(2026, 11, 24), owner, PROFILE)]


def test_each_tier_has_its_own_patience_and_messages_do_not_count(db: sqlite3.Connection) -> None:
    for name, tier, owner in (("甲", "A", "林"), ("乙", "", "王"), ("丙", "A", "王")):
        number = clients.add(db, Client(name=name, tier=tier, owner=owner, added_on="2026-01-01"), AT)
        visits.add(db, Visit(client=number, day="2026-11-10", text="x", recorded_at=AT))
        visits.add(db, Visit(client=number, day="2026-11-23", text="x", kind="message", recorded_at=AT))
    visits.add(db, Visit(client=3, day="2026-11-14", text="x", recorded_at=AT))
    assert found(db) == [("甲", 14)]
    assert found(db, "王") == []
    # Somebody else's touch is none of ours where the profile says so.
    visits.add(db, Visit(client=1, day="2026-11-24", text="x", owner="王", recorded_at=AT))
    assert found(db) == []
    strict = PROFILE._replace(others_count=False)
    assert [(each.name, days) for each, days in quiet(db, date(2026, 11, 24), "", strict)] == [("甲", 14)]


def test_nobody_waits_for_the_dormant_lost_or_archived(db: sqlite3.Connection) -> None:
    for name, more in (
        ("沉睡", {"stage": "dormant"}),
        ("流失", {"stage": "lost"}),
        ("归档", {"archived_on": "2026-02-01"}),
    ):
        clients.add(db, Client(name=name, added_on="2026-01-01", **more), AT)
    clients.add(db, Client(name="潜在", stage="prospect", added_on="2026-01-01"), AT)
    assert [name for name, _days in found(db)] == ["潜在"]
