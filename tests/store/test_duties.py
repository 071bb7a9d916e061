import sqlite3

from rmtool.domain.clients import Client
from rmtool.domain.duties import Owed
from rmtool.domain.greetings import Greeting
from rmtool.domain.schedules import Schedule
from rmtool.domain.schedules import parse_at
from rmtool.domain.tasks import Task
from rmtool.domain.visits import Visit
from rmtool.store import clients
from rmtool.store import duties
from rmtool.store import greetings
from rmtool.store import schedules
from rmtool.store import tasks
from rmtool.store import visits
from rmtool.store.client_lists import Whom
from rmtool.store.duties import Kinds
from rmtool.store.duties import Tick
from rmtool.store.schedules import Run

AT = "2026-11-24T01:30:00Z"
FIRST, LAST = "2026-11-01", "2026-11-30"
OWED = ("active", "prospect")


def test_ticks_are_kept_each_item_once_a_day_and_taken_away(db: sqlite3.Connection) -> None:
    cards = Tick("departure", "cards", "2026-11-24", "林", "x", AT)
    assert duties.add(db, cards) == 1
    duties.add(db, cards)
    duties.add(db, cards._replace(day="2026-10-31"))
    duties.add(db, cards._replace(owner="王", item="forms"))
    duties.add(db, cards._replace(duty="cis"))
    found = duties.ticked(db, "departure", FIRST, LAST, "")
    assert [(each.item, each.day) for each in found] == [("cards", "2026-11-24"), ("forms", "2026-11-24")]
    assert [each.item for each in duties.ticked(db, "departure", FIRST, LAST, "王")] == ["forms"]
    assert duties.given(db, cards)
    assert not duties.given(db, cards._replace(owner="王"))
    assert duties.delete(db, cards)
    assert not duties.delete(db, cards)
    assert [each.item for each in duties.ticked(db, "departure", FIRST, LAST, "")] == ["forms"]


def test_when_the_log_began(db: sqlite3.Connection) -> None:
    assert duties.begun(db) == ""
    clients.add(db, Client(name="甲", added_on="2020-01-01"), AT)
    assert duties.begun(db) == "2026-11-24"


def test_visits_of_kinds_with_so_much_of_a_measure(two: sqlite3.Connection) -> None:
    for client, day, kind, shops, owner in (
        (1, "2026-11-02", "outing", 12, "林"),
        (1, "2026-11-02", "outing", 10, "林"),
        (2, "2026-11-03", "outing", 9, "王"),
        (2, "2026-11-04", "visit", 20, "王"),
        (2, "2026-12-01", "outing", 20, "王"),
    ):
        visits.add(
            two,
            Visit(client, day, "x", kind=kind, measures={"shops": shops}, owner=owner, recorded_at=AT),
        )
    outings = Kinds(("outing",), "shops", 10)
    assert duties.visit_days(two, outings, FIRST, LAST, "") == ("2026-11-02", "2026-11-02")
    assert duties.visit_days(two, outings, FIRST, LAST, "王") == ()
    assert duties.visit_days(two, Kinds(measure="sales"), FIRST, LAST, "") == ()
    assert duties.visited(two, Kinds(), FIRST, LAST, "") == {1: 2, 2: 2}
    assert duties.visited(two, Kinds(("visit",)), FIRST, LAST, "") == {2: 1}


def test_notes_of_kinds(db: sqlite3.Connection) -> None:
    for uuid, kind, day, owner in (("a", "price", "2026-11-03", "林"), ("b", "risk", "2026-11-02", ""), ("c", "risk", "2026-12-02", "")):  # fmt: skip
        db.execute(
            "INSERT INTO notes (uuid, day, kind, text, owner, recorded_at) VALUES (?, ?, ?, 'x', ?, ?)",
            (uuid, day, kind, owner, AT),
        )
    assert duties.note_days(db, (), FIRST, LAST, "") == ("2026-11-02", "2026-11-03")
    assert duties.note_days(db, ("risk",), FIRST, LAST, "") == ("2026-11-02",)
    assert duties.note_days(db, (), FIRST, LAST, "林") == ("2026-11-03",)


def test_reports_that_a_schedule_wrote(db: sqlite3.Connection) -> None:
    at = parse_at("fri 17:30")
    number = schedules.add(db, Schedule("weekly", at, "/x", "md", "this", "zh", "王", recorded_at=AT))
    for due, code in (("2026-11-01T17:30", 0), ("2026-11-30T17:30", 0), ("2026-11-20T17:30", 7), ("2026-12-01T00:00", 0)):  # fmt: skip
        schedules.add_run(db, Run(number, due, AT, AT, code))
    assert duties.report_days(db, "weekly", FIRST, LAST, "") == ("2026-11-01", "2026-11-30")
    assert duties.report_days(db, "weekly", FIRST, LAST, "王") == ("2026-11-01", "2026-11-30")
    assert duties.report_days(db, "weekly", FIRST, LAST, "林") == ()
    assert duties.report_days(db, "daily", FIRST, LAST, "") == ()


def test_days_on_which_greetings_were_sent(db: sqlite3.Connection) -> None:
    client = clients.add(db, Client(name="甲", added_on="2026-10-01"), AT)
    for sent, owner in (("2026-11-06", "林"), ("2026-11-06", "王"), ("", "林"), ("2026-12-01", "林")):
        greeting = Greeting(
            client=client, occasion="x", day="2026-11-06", sent_on=sent, text="佳节安康", owner=owner
        )
        greetings.add(db, greeting, AT)
    gift = Greeting(client=client, occasion="", day="2026-11-07", sent_on="2026-11-07", gift="茶叶")
    greetings.add(db, gift, AT)
    assert duties.greeting_days(db, FIRST, LAST, "") == ("2026-11-06",)
    assert duties.greeting_days(db, FIRST, LAST, "李") == ()


def test_tasks_with_whether_they_were_closed_in_time(db: sqlite3.Connection) -> None:
    def owe(due: str, closed: str = "", **more: str) -> None:
        day = "2026-10-01"
        tasks.add(
            db,
            Task("x", kind="complaint", due=due, opened_on=day, closed_on=closed, recorded_at=AT)._replace(
                **more
            ),
        )

    owe("2026-11-02", "2026-11-02")
    owe("2026-11-03", "2026-11-04")
    owe("2026-11-05")
    owe("", "2026-11-06")
    owe("2026-11-07", "2026-11-07", due_time="10:00")
    owe("2026-10-07")
    owe("2026-11-09", kind="request")
    db.execute("UPDATE tasks SET closed_time = '11:00' WHERE due_time = '10:00'")
    assert duties.tasks_owed(db, ("complaint",), FIRST, LAST, "") == (
        Owed("", True, True),
        Owed("2026-10-07", False, False),
        Owed("2026-11-02", True, True),
        Owed("2026-11-03", True, False),
        Owed("2026-11-05", False, False),
        Owed("2026-11-07", True, False),
    )
    assert duties.tasks_owed(db, ("complaint",), FIRST, LAST, "王") == ()
    # What is closed after the period was overdue in it.
    assert duties.tasks_owed(db, ("complaint",), "2026-11-04", "2026-11-04", "")[-1] == Owed(
        "2026-11-03", True, False
    )
    assert [each.due for each in duties.tasks_owed(db, ("complaint",), "2026-11-08", "2026-11-08", "")] == [
        "2026-10-07", "2026-11-05",
    ]  # fmt: skip


def test_the_clients_meant_and_how_many_records_are_complete(db: sqlite3.Connection) -> None:
    whole = Client(
        name="甲", tier="A", phones=("13800138000",), fields={"a b": "x"}, added_on="2026-11-01", owner="林"
    )
    for client in (
        whole,
        whole._replace(name="乙", phones=()),
        whole._replace(name="丙", fields={"a b": ""}),
        whole._replace(name="丁", tier=""),
        whole._replace(name="戊", stage="lost"),
        whole._replace(name="己", archived_on="2026-11-02"),
        whole._replace(name="庚", added_on="2026-12-01"),
    ):
        clients.add(db, client, AT)
    assert duties.clients(db, Whom("2026-11-24", OWED)) == (1, 2, 3, 4)
    assert duties.clients(db, Whom("2026-11-24", OWED, tier="A")) == (1, 2, 3)
    assert duties.clients(db, Whom("2026-11-24", OWED, "王")) == ()
    assert duties.complete(db, Whom("2026-11-24", OWED), ()) == (4, 2)
    assert duties.complete(db, Whom("2026-11-24", OWED), ("a b",)) == (4, 1)
    assert duties.complete(db, Whom("2026-11-24", OWED, "王"), ("a b",)) == (0, 0)
