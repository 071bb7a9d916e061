"""Where the sums of the market, satisfaction, client base and complaints reports came from."""

import sqlite3
from dataclasses import replace
from datetime import datetime

from rmtool.config.profile import Profile
from rmtool.config.settings import Settings
from rmtool.domain import periods
from rmtool.domain.clients import Client
from rmtool.domain.clock import Clock
from rmtool.domain.notes import Note
from rmtool.domain.reports import Head
from rmtool.domain.tasks import Task
from rmtool.domain.visits import Visit
from rmtool.reports import complaints_report
from rmtool.reports.client_base import client_base
from rmtool.reports.market import market
from rmtool.reports.owed import Wanted
from rmtool.reports.satisfaction import satisfaction
from rmtool.store import clients
from rmtool.store import notes
from rmtool.store import tasks
from rmtool.store import visits

AT = "2026-11-24T01:30:00Z"
NOW = datetime(2026, 11, 24, 9, 30)


def test_the_other_reports_tell_where_their_sums_are_from(db: sqlite3.Connection) -> None:
    number = clients.add(db, Client(name="云岫", stage="lost", added_on="2026-11-23"), AT)
    clients.add(db, Client(name="禾谷", added_on="2026-01-05", archived_on="2026-11-24"), AT)
    for score, words in ((5, {"need": "降价"}), (1, {"competitor": "欢唱"}), (None, {})):
        measures = {} if score is None else {"satisfaction": score}
        visits.add(db, Visit(number, "2026-11-24", "x", measures=measures, recorded_at=AT, **words))
    urgent = Note("对门开店", day="2026-11-24", severity="urgent", tell="经理", recorded_at=AT)
    notes.add(db, urgent)
    notes.add(db, urgent._replace(severity="normal", tell=""))
    complaint = Task(
        "太慢", client=number, kind="complaint", opened_on="2026-11-23", due="2026-11-23", recorded_at=AT
    )
    tasks.add(db, complaint)
    tasks.add(db, complaint._replace(closed_on="2026-11-24", closed_time="10:00"))
    profile = Profile()
    wanted = Wanted("x", periods.week_of(NOW.date()), NOW, "", sources=True)

    def told(report: Head) -> dict[str, tuple[int, ...]]:
        return {each.figure: each.numbers for each in report.sources}

    assert told(market(db, wanted, Settings(), profile)) == {
        "notes": (1, 2), "untold": (1,), "urgent": (1,), "heard": (2,), "needs": (1,), "measures": (1, 2),
    }  # fmt: skip
    assert told(satisfaction(db, wanted, Settings())) == {"scores": (1, 2), "low": (2,), "best": (1,)}
    assert told(client_base(db, wanted, Settings(), profile)) == {
        "kept": (1,), "added": (1,), "archived": (2,), "lost": (1,), "visits": (1, 2, 3),
    }  # fmt: skip
    assert told(complaints_report.report(db, wanted, Clock(NOW), Settings(), profile)) == {
        "came_in": (1, 2), "settled": (2,), "open": (1,), "overdue": (1,), "untold": (2,),
    }  # fmt: skip
    assert satisfaction(db, replace(wanted, sources=False), Settings()).sources == ()
