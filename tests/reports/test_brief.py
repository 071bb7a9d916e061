import sqlite3
from datetime import datetime

from rmtool import paths
from rmtool.config import profile
from rmtool.domain.brief import IndustryCount
from rmtool.domain.clients import Client
from rmtool.domain.clock import Clock
from rmtool.domain.holidays import official
from rmtool.domain.tasks import Task
from rmtool.domain.visits import Visit
from rmtool.reports.brief import brief
from rmtool.reports.plan import Wanted
from rmtool.store import clients
from rmtool.store import tasks
from rmtool.store import visits

AT = "2026-11-20T01:30:00Z"
GENERAL = profile.load(paths.templates_folder() / "profiles" / "general.toml")


def test_industries_questions_and_what_found_no_room(db: sqlite3.Connection) -> None:
    for name, industry, owner, added in (
        ("甲", "机械", "林", "2026-11-01"),
        ("乙", "机械", "林", "2026-11-21"),
        ("丙", "", "林", "2026-11-23"),
        ("丁", "食品", "王", "2026-11-20"),
    ):
        clients.add(db, Client(name=name, industry=industry, owner=owner, added_on=added), AT)
    for number, day, need in ((1, "2026-11-20", "贷款"), (1, "2026-11-22", ""), (2, "2026-11-19", "早"), (3, "2026-11-23", "晚")):  # fmt: skip
        visits.add(db, Visit(client=number, day=day, text="x", need=need, owner="林", recorded_at=AT))
    for number in (1, 2):
        tasks.add(db, Task(text=f"t{number}", client=number, due="2026-11-23", owner="林", opened_on="2026-11-01", recorded_at=AT))  # fmt: skip
    found = brief(db, Wanted(Clock(datetime(2026, 11, 23, 8, 30)), "林", 1), GENERAL, official(), "zh")
    assert (found.first, found.last) == ("2026-11-20", "2026-11-22")
    assert found.industries == (IndustryCount("机械", 2, 1, 1),)
    assert [each.text for each in found.questions] == ["贷款"]
    assert [each.client for each in found.plan.stops] == [1]
    assert [each.text for each in found.owed] == ["t2"]
    everybody = brief(db, Wanted(Clock(datetime(2026, 11, 23, 8, 30)), "", 8), GENERAL, official(), "zh")
    assert everybody.industries[1:] == (IndustryCount("食品", 0, 0, 1),)
    assert everybody.owed == ()
