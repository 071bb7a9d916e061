"""The activity report tells what the store holds, as things stood at the period's end."""

import sqlite3
from collections.abc import Iterator
from datetime import date
from datetime import datetime
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rmtool import paths
from rmtool.config import profile
from rmtool.config.profile_rows import Duty
from rmtool.config.settings import Settings
from rmtool.domain import periods
from rmtool.domain.clients import Client
from rmtool.domain.holidays import official
from rmtool.domain.periods import Period
from rmtool.domain.reports import Change
from rmtool.domain.reports import Report
from rmtool.domain.tasks import Task
from rmtool.domain.visits import Visit
from rmtool.reports import activity as module
from rmtool.reports.activity import activity
from rmtool.reports.owed import Wanted
from rmtool.reports.owed import plan_period
from rmtool.store import clients
from rmtool.store import database
from rmtool.store import tasks
from rmtool.store import visits

NOW = datetime.fromisoformat("2026-11-24T17:30:00+08:00")  # a Tuesday
LATER = datetime.fromisoformat("2026-11-30T08:00:00+08:00")  # the week is over
WEEK = periods.week_of(NOW.date())
AT = "2026-11-24T09:30:00Z"
SETTINGS = Settings(owner="张伟", department="公司业务一部")
PROFILE = profile.load(paths.templates_folder() / "profiles" / "general.toml")


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    """One store for all examples of a property; each rolls back what it did."""
    folder = tmp_path_factory.mktemp("shared")
    made = database.connect(folder / "store.db", folder / "backups")
    yield made
    made.close()


def a_client(db: sqlite3.Connection, name: str, **more: str) -> int:
    return clients.add(db, Client(name=name, added_on="2026-01-05")._replace(**more), AT)


def a_visit(db: sqlite3.Connection, client: int, day: str, **more: str) -> int:
    return visits.add(db, Visit(client=client, day=day, text="谈续贷", recorded_at=AT)._replace(**more))


def a_task(db: sqlite3.Connection, text: str, **more: str | int) -> int:
    return tasks.add(db, Task(text=text, opened_on="2026-11-01", recorded_at=AT)._replace(**more))  # type: ignore[arg-type]


def made(db: sqlite3.Connection, period: Period = WEEK, owner: str = "", now: datetime = NOW) -> Report:
    return activity(db, Wanted("weekly", period, now, owner), SETTINGS, PROFILE)


def test_an_empty_store_makes_an_empty_report(db: sqlite3.Connection) -> None:
    report = made(db)
    assert report.counts.visits == Change(0, 0)
    assert report.visits == report.needs == report.plan == report.support == report.tiers == ()
    assert [each.count for each in report.days] == [0] * 7
    assert (report.owner, report.department) == ("张伟", "公司业务一部")


def test_counts_by_kind_stand_against_the_week_before(db: sqlite3.Connection) -> None:
    one, two = a_client(db, "云岫"), a_client(db, "澄江")
    for day, kind in (
        ("2026-11-16", "visit"),
        ("2026-11-22", "meeting"),
        ("2026-11-23", "visit"),
        ("2026-11-24", "call"),
    ):
        a_visit(db, one, day, kind=kind)
    a_visit(db, two, "2026-11-24", kind="visit")
    counts = made(db, now=LATER).counts
    assert counts.visits == Change(3, 1)
    assert counts.clients == Change(2, 1)
    assert [(k.key, k.count, k.change) for k in counts.kinds] == [
        ("visit", 2, 1),
        ("call", 1, 1),
        ("meeting", 0, -1),
    ]


def test_a_week_that_is_not_over_stands_against_as_many_days(db: sqlite3.Connection) -> None:
    client = a_client(db, "云岫")
    for day in ("2026-11-16", "2026-11-17", "2026-11-18", "2026-11-22", "2026-11-24"):
        a_visit(db, client, day)
    report = made(db)
    assert (report.previous.kind, report.previous.first, report.previous.last) == (
        "range",
        "2026-11-16",
        "2026-11-17",
    )
    assert report.counts.visits == Change(1, -1)
    assert made(db, now=LATER).previous.key == "2026-W47"
    assert made(db, now=LATER).counts.visits == Change(1, -3)
    # March has more days than February: its 30th stands against all of it.
    march = made(db, periods.month_of(date(2026, 3, 1)), now=datetime(2026, 3, 30, 12))
    assert march.previous.last == "2026-02-28"


def test_a_kind_the_profile_no_longer_has_is_counted_all_the_same(db: sqlite3.Connection) -> None:
    a_visit(db, a_client(db, "云岫"), "2026-11-24", kind="gone")
    assert [k.key for k in made(db).counts.kinds] == ["gone"]


def test_only_the_days_of_the_period_are_told(db: sqlite3.Connection) -> None:
    client = a_client(db, "云岫")
    for day in ("2026-11-22", "2026-11-23", "2026-11-29", "2026-11-30"):
        a_visit(db, client, day)
    assert [v.day for v in made(db).visits] == ["2026-11-23", "2026-11-29"]


def test_clients_touched_are_listed_with_the_most_visited_first(db: sqlite3.Connection) -> None:
    one, two = a_client(db, "云岫"), a_client(db, "澄江", tier="A")
    for client in (one, two, two):
        a_visit(db, client, "2026-11-24")
    assert [(c.name, c.tier, c.visits, c.last_touch) for c in made(db).clients.touched] == [
        ("澄江", "A", 2, "2026-11-24"),
        ("云岫", "", 1, "2026-11-24"),
    ]


def test_new_clients_are_those_added_in_the_period(db: sqlite3.Connection) -> None:
    for day in ("2026-11-22", "2026-11-23", "2026-11-29", "2026-11-30"):
        a_client(db, day, added_on=day)
    report = made(db, now=LATER)
    assert [c.name for c in report.clients.new] == ["2026-11-23", "2026-11-29"]
    assert report.counts.new_clients == Change(2, 1)


@pytest.mark.parametrize(
    ("tier", "stage", "kind", "silent", "quiet"),
    [
        ("A", "active", "visit", 14, False),
        ("A", "active", "visit", 15, True),
        ("B", "active", "visit", 30, False),
        ("B", "prospect", "visit", 31, True),
        ("", "active", "visit", 31, True),  # the profile's own number of days
        ("A", "dormant", "visit", 99, False),
        ("A", "active", "message", 3, True),  # a message does not break a silence
    ],
)
def test_a_client_has_gone_quiet_after_its_tiers_days(
    db: sqlite3.Connection, tier: str, stage: str, kind: str, silent: int, quiet: bool
) -> None:
    client = a_client(db, "云岫", tier=tier, stage=stage)
    a_visit(db, client, (NOW.date() - timedelta(days=silent)).isoformat(), kind=kind)
    report = made(db)
    assert [c.name for c in report.clients.quiet] == ["云岫"] * quiet
    assert report.counts.quiet == quiet


def test_a_client_never_touched_is_quiet_since_it_was_added(db: sqlite3.Connection) -> None:
    a_client(db, "云岫", added_on="2026-09-25")
    (row,) = made(db).clients.quiet
    assert (row.days, row.last_touch) == (60, "")


def test_silence_is_measured_at_the_end_of_a_past_period(db: sqlite3.Connection) -> None:
    client = a_client(db, "云岫", tier="A")
    a_visit(db, client, "2026-09-01")
    a_visit(db, client, "2026-11-24")
    assert [c.days for c in made(db, periods.week_of(date(2026, 9, 14))).clients.quiet] == [19]
    assert made(db).clients.quiet == ()


def test_of_the_quiet_the_longest_twenty_are_named_and_all_counted(db: sqlite3.Connection) -> None:
    for number in range(25):
        a_client(db, f"{number:02d}", added_on=f"2026-01-{25 - number:02d}")
    report = made(db)
    assert report.counts.quiet == 25
    assert [c.name for c in report.clients.quiet] == [f"{number:02d}" for number in range(24, 4, -1)]


def test_archived_clients_are_neither_quiet_nor_counted(db: sqlite3.Connection) -> None:
    a_client(db, "云岫", tier="A", archived_on="2026-11-01")
    report = made(db)
    assert (report.counts.quiet, report.tiers) == (0, ())


def test_a_visit_carries_what_came_of_it(db: sqlite3.Connection) -> None:
    client = a_client(db, "云岫")
    number = a_visit(
        db, client, "2026-11-24", need="降息", feedback="满意", competitor="他行高三个点", result="报材料"
    )
    a_task(db, "上报材料", client=client, visit=number, due="2026-12-01")
    report = made(db)
    (visit,) = report.visits
    assert [(t.text, t.due, t.state) for t in visit.next_steps] == [("上报材料", "2026-12-01", "open")]
    assert visit.result == "报材料"
    heard = (report.needs, report.feedback, report.competitors)
    assert [[(r.client, r.text) for r in rows] for rows in heard] == [
        [("云岫", "降息")],
        [("云岫", "满意")],
        [("云岫", "他行高三个点")],
    ]


def test_tasks_fall_into_done_open_overdue_and_plan(db: sqlite3.Connection) -> None:
    a_task(db, "办完", due="2026-11-20", closed_on="2026-11-23", result="好")
    a_task(db, "上周办完", closed_on="2026-11-17")
    a_task(db, "逾期", due="2026-11-23")
    a_task(db, "今天", due="2026-11-24")
    a_task(db, "下周", due="2026-11-30")
    a_task(db, "再下周", due="2026-12-07")
    a_task(db, "没有日期")
    report = made(db)
    assert [(t.text, t.result, t.days_late) for t in report.tasks.done] == [("办完", "好", 3)]
    assert report.counts.done == Change(1, 0)
    assert [(t.text, t.days_late) for t in report.tasks.overdue] == [("逾期", 1)]
    assert [t.text for t in report.plan] == ["下周"]
    assert [t.text for t in report.tasks.open] == ["今天", "再下周", "没有日期"]
    assert (report.counts.open, report.counts.overdue) == (5, 1)


def test_a_past_week_is_told_as_it_stood_at_its_end(db: sqlite3.Connection) -> None:
    a_task(db, "后来办完", due="2026-11-10", closed_on="2026-11-24", opened_on="2026-11-02")
    a_task(db, "后来才有", opened_on="2026-11-24")
    report = made(db, periods.week_of(date(2026, 11, 9)))
    assert [(t.text, t.state, t.days_late, t.closed_on) for t in report.tasks.overdue] == [
        ("后来办完", "overdue", 5, "")
    ]
    assert report.counts.open == 1


def test_requests_complaints_and_what_is_overdue_need_support(db: sqlite3.Connection) -> None:
    a_task(db, "协调", kind="request")
    a_task(db, "投诉", kind="complaint", opened_on="2026-11-23")
    a_task(db, "逾期", due="2026-11-23")
    a_task(db, "平常", due="2026-12-23")
    report = made(db)
    assert sorted((t.text, t.why) for t in report.support) == [
        ("协调", "request"),
        ("投诉", "complaint"),
        ("逾期", "overdue"),
    ]
    assert [t.text for t in report.complaints] == ["投诉"]


def test_an_owner_sees_only_what_is_his(db: sqlite3.Connection) -> None:
    for owner in ("张伟", "李娜"):
        client = a_client(db, owner + "的客户", owner=owner, added_on="2026-11-23")
        a_visit(db, client, "2026-11-24", owner=owner)
        a_task(db, owner + "的事", owner=owner)
    both, his = made(db), made(db, owner="李娜")
    assert (both.counts.visits.count, both.counts.open, len(both.clients.new)) == (2, 2, 2)
    assert (his.counts.visits.count, his.counts.open, his.owner) == (1, 1, "李娜")
    assert [v.client for v in his.visits] == [c.name for c in his.clients.new] == ["李娜的客户"]


def test_weeks_of_a_month_are_cut_at_its_ends(db: sqlite3.Connection) -> None:
    a_visit(db, a_client(db, "云岫"), "2026-11-02")
    rows = made(db, periods.month_of(NOW.date())).weeks
    assert [(w.key, w.first, w.last, w.visits, w.clients) for w in rows] == [
        ("2026-W44", "2026-11-01", "2026-11-01", 0, 0),
        ("2026-W45", "2026-11-02", "2026-11-08", 1, 1),
        ("2026-W46", "2026-11-09", "2026-11-15", 0, 0),
        ("2026-W47", "2026-11-16", "2026-11-22", 0, 0),
        ("2026-W48", "2026-11-23", "2026-11-29", 0, 0),
    ]


def test_tiers_tell_how_many_of_their_clients_were_touched(db: sqlite3.Connection) -> None:
    one = a_client(db, "云岫", tier="A")
    a_client(db, "澄江", tier="A")
    a_client(db, "远帆", tier="A")
    a_visit(db, one, "2026-11-24")
    a_visit(db, a_client(db, "禾谷"), "2026-11-24")
    assert [(t.tier, t.clients, t.touched, t.percent, t.visits) for t in made(db).tiers] == [
        ("A", 3, 1, 33, 1),
        ("", 1, 1, 100, 1),
    ]


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        (periods.day_of(date(2026, 11, 24)), "2026-11-25", "2026-11-25"),
        (periods.day_of(date(2026, 11, 27)), "2026-11-28", "2026-11-30"),  # Friday through Monday
        (periods.day_of(date(2026, 11, 28)), "2026-11-29", "2026-11-30"),
        (periods.day_of(date(2026, 11, 29)), "2026-11-30", "2026-11-30"),
        (WEEK, "2026-11-30", "2026-12-06"),
        (periods.month_of(date(2026, 11, 24)), "2026-12-01", "2026-12-31"),
        (periods.ALL, "2026-11-25", "2026-12-01"),
    ],
)
def test_the_plan_covers_what_comes_next(period: Period, first: str, last: str) -> None:
    found = plan_period(period, min(period.last, NOW.date()))
    assert (found.first.isoformat(), found.last.isoformat()) == (first, last)


def test_before_a_holiday_the_plan_reaches_to_the_first_day_back() -> None:
    eve = periods.day_of(date(2026, 2, 14))  # A Saturday worked before Spring Festival.
    found = plan_period(eve, eve.last, official())
    assert (found.first.isoformat(), found.last.isoformat()) == ("2026-02-15", "2026-02-24")
    friday = periods.day_of(date(2026, 2, 13))
    assert plan_period(friday, friday.last, official()) == periods.day_of(date(2026, 2, 14))


def test_a_very_long_list_is_cut_and_the_rest_counted(
    db: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_VISITS", 2)
    client = a_client(db, "云岫")
    for day in ("2026-11-23", "2026-11-24", "2026-11-25"):
        a_visit(db, client, day)
    report = made(db)
    assert (len(report.visits), report.visits_left_out, report.counts.visits.count) == (2, 1, 3)


def test_all_time_has_no_bar_per_day_and_weeks_only_with_visits(db: sqlite3.Connection) -> None:
    client = a_client(db, "云岫")
    for day in ("2020-02-29", "2026-11-24"):
        a_visit(db, client, day)
    report = made(db, periods.ALL)
    assert report.days == ()
    assert [w.key for w in report.weeks] == ["2020-W09", "2026-W48"]


@given(
    st.lists(
        st.tuples(st.integers(0, 40), st.sampled_from(["visit", "call", "message"]), st.integers(0, 2)),
        max_size=30,
    )
)
def test_every_way_of_counting_agrees(
    shared: sqlite3.Connection, touches: list[tuple[int, str, int]]
) -> None:
    db = shared
    db.execute("BEGIN")
    numbers = [a_client(db, name, tier=tier) for name, tier in (("甲", "A"), ("乙", "B"), ("丙", ""))]
    for back, kind, who in touches:
        a_visit(db, numbers[who], (date(2026, 11, 30) - timedelta(days=back)).isoformat(), kind=kind)
    report = made(db, periods.month_of(NOW.date()))
    db.execute("ROLLBACK")
    total = report.counts.visits.count
    assert total == len(report.visits) == sum(1 for back, _kind, _who in touches if back < 30)
    assert total == sum(k.count for k in report.counts.kinds) == sum(d.count for d in report.days)
    assert total == sum(w.visits for w in report.weeks)
    assert total == sum(t.visits for t in report.tiers) == sum(c.visits for c in report.clients.touched)
    assert report.counts.clients.count == len(report.clients.touched) == sum(t.touched for t in report.tiers)


def test_standing_duties_are_told_where_the_report_has_them(db: sqlite3.Connection) -> None:
    clients.add(db, Client(name="云岫", added_on="2026-01-05"), "2026-01-05T01:30:00Z")
    own = PROFILE._replace(duties=(Duty("cis"), Duty("weekly", "1/week"), Duty("quality", by="tasks")))
    wanted = Wanted("weekly", WEEK.previous, NOW)
    assert activity(db, wanted, SETTINGS, own).duties == ()
    found = activity(db, wanted, SETTINGS, own, official())
    # The week is over; the month that holds it is not. What nothing was due of is left out.
    assert [(each.key, each.state) for each in found.duties] == [("weekly", "missed"), ("cis", "in danger")]
    assert (found.duties[0].zh, found.compliance) == ("weekly", 0)
    daily = Wanted("daily", WEEK, NOW)
    assert activity(db, daily, SETTINGS, own, official()).duties == ()
