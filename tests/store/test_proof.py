"""Whatever is altered, lost or added beside rmtool is found, and the record is named."""

import json
import sqlite3

import pytest

from rmtool.domain.clients import Client
from rmtool.domain.clients import Contact
from rmtool.domain.deals import Deal
from rmtool.domain.tasks import Task
from rmtool.domain.visits import Visit
from rmtool.store import clients
from rmtool.store import contacts
from rmtool.store import database
from rmtool.store import deals
from rmtool.store import history
from rmtool.store import person
from rmtool.store import proof
from rmtool.store import tasks
from rmtool.store import visits
from rmtool.store.history import By
from rmtool.store.proof import Flaw

AT = "2026-11-24T01:30:00Z"


@pytest.fixture
def some(db: sqlite3.Connection) -> sqlite3.Connection:
    """A store with a row in every table, and one that was changed twice."""
    with database.change(db, By(AT, "add-client", "--phone", "lin", "desk")):
        clients.add(db, Client(name="张三", phones=("13800138000",), added_on="2026-11-01"), AT)
        contacts.add(db, Contact(1, "陈波"), AT)
        visits.add(db, Visit(1, "2026-11-24", "谈续贷 e\u0301", recorded_at=AT, measures={"score": 0.1}))
        tasks.add(db, Task("送方案", client=1, opened_on="2026-11-24", recorded_at=AT))
        deals.add(
            db, Deal(1, product="loan", amount=100, stage="asked", opened_on="2026-11-24", recorded_at=AT)
        )
        for sql in (
            "client_days (uuid, client_id, name, day, recorded_at) VALUES ('a', 1, 'x', '10-02', '')",
            "client_papers (uuid, client_id, paper, received_on, recorded_at) VALUES ('a', 1, 'x', '', '')",
            "complaints (task_id, who) VALUES (1, 'x')",
            "duty_ticks (uuid, duty, day, recorded_at) VALUES ('a', 'x', '', '')",
            "greetings (uuid, client_id, occasion, day, recorded_at) VALUES ('a', 1, 'x', '', '')",
            "hand_overs (uuid, task_id, day, time, recorded_at) VALUES ('a', 1, '', '', '')",
            "notes (uuid, day, kind, text, recorded_at) VALUES ('a', '', 'x', 'y', '')",
            "plan_stops (day, place, client_id, why) VALUES ('2026-11-24', 1, 1, 'x')",
            "schedules (uuid, report, at, period, folder, format, language, recorded_at) VALUES ('a', '', '', '', '', '', '', '')",
            "schedule_runs (schedule_id, due_at, started_at, ended_at, exit_code) VALUES (1, '', '', '', 0)",
            "deliveries (uuid, schedule_id, due_at, destination, state, made_at) VALUES ('a', 1, '', '', '', '')",
            "targets (measure, kind, first, last, owner, value) VALUES ('visits', '', '', '', '', 25)",
        ):
            db.execute(f"INSERT INTO {sql}")
    for tier in ("A", "B"):
        with database.change(db, By(AT, "edit-client")):
            clients.set(db, clients.get(db, 1)._replace(tier=tier))
    # What comes now, nobody writes down.
    for (trigger,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
        db.execute(f"DROP TRIGGER {trigger}")
    db.execute("PRAGMA foreign_keys = OFF")
    return db


def found(db: sqlite3.Connection) -> list[Flaw]:
    return list(proof.flaws(db))


def test_what_nobody_touched_is_as_it_was(some: sqlite3.Connection) -> None:
    ticks: list[int] = []
    assert list(proof.flaws(some, ticks.append)) == []
    assert sum(ticks) == proof.count(some)


@pytest.mark.parametrize("table", history.KEYS)
def test_each_column_is_guarded(some: sqlite3.Connection, table: str) -> None:
    assert some.execute(f"SELECT count(*) FROM {table}").fetchone() == (1,)
    for _place, column, kind, *_rest in some.execute(f"PRAGMA table_info({table})").fetchall():
        if column in history.KEYS[table]:
            continue
        some.execute("SAVEPOINT s")
        some.execute(
            f"UPDATE {table} SET {column} = "
            + (f"coalesce({column}, 0) + 1" if kind != "TEXT" else f"{column} || 'x'")
        )
        flaws = [each for each in found(some) if each.why == "altered"]
        assert [each.table for each in flaws] == [table], column
        some.execute("ROLLBACK TO s")
    some.execute(f"DELETE FROM {table}")
    assert next(each.why for each in found(some) if each.table == table) == "missing"


def test_a_row_that_no_command_stored_is_found(some: sqlite3.Connection) -> None:
    some.execute(
        "INSERT INTO targets (measure, kind, first, last, owner, value) VALUES ('won', '', '', '', '', 1)"
    )
    (flaw,) = found(some)
    assert flaw == Flaw("unrecorded", "targets", json.dumps(["won", "", "", "", ""], separators=(",", ":")))


@pytest.mark.parametrize(
    ("sql", "flaw"),
    [
        ("UPDATE change_rows SET before = json_set(before, '$.tier', 'C') WHERE change_id = 4", Flaw("past", "clients", 1, 3)),
        ("UPDATE change_rows SET before = 'x' WHERE change_id = 4", Flaw("past", "clients", 1, 3)),
        ("UPDATE change_rows SET before = '{}' WHERE change_id = 2 AND tbl = 'clients'", Flaw("past", "clients", 1, 2)),
        ("UPDATE change_rows SET before = replace(before, 'remark', 'semark') WHERE change_id = 4", Flaw("past", "clients", 1, 3)),
        ("UPDATE change_rows SET before = replace(before, 'remark', 'source') WHERE change_id = 4", Flaw("past", "clients", 1, 3)),
        ("UPDATE change_rows SET kind = 'removed' WHERE change_id = 3", Flaw("past", "clients", 1, 3)),
        ("UPDATE change_rows SET seal = zeroblob(32) WHERE change_id = 3", Flaw("past", "clients", 1, 3)),
        ("UPDATE change_rows SET seal = 'x' WHERE change_id = 3", Flaw("past", "clients", 1, 3)),
        ("UPDATE change_rows SET client_id = 2 WHERE change_id = 3", Flaw("change", change=3)),
        ("UPDATE change_rows SET tbl = 'nothing' WHERE tbl = 'notes'", Flaw("unrecorded", "change_rows", "nothing")),
        ("UPDATE change_rows SET change_id = 5 WHERE change_id = 4", Flaw("change", change=5)),
        ("DELETE FROM change_rows WHERE change_id = 3", Flaw("change", change=3)),
        ("DELETE FROM changes WHERE id = 3", Flaw("change", change=3)),
        ("UPDATE changes SET link = zeroblob(32) WHERE id = 2", Flaw("change", change=2)),
        ("UPDATE changes SET link = 'x' WHERE id = 2", Flaw("change", change=2)),
        *((f"UPDATE changes SET {each} = 'x' WHERE id = 3", Flaw("change", change=3))
          for each in ("at", "command", "options", "user", "host")),
        ("UPDATE changes SET undoes = 2 WHERE id = 3", Flaw("change", change=3)),
        ("DELETE FROM client_keys WHERE contact_id = 1 AND key = '陈波'", Flaw("keys", "clients", 1)),
        ("INSERT INTO client_keys VALUES ('x', 9, 0)", Flaw("keys", "clients", 9)),
        ("INSERT INTO visit_words (rowid, words) VALUES (7, '续贷')", Flaw("words", "visits", 7)),
        ("INSERT INTO visit_words (visit_words) VALUES ('delete-all')", Flaw("words", "visits", 1)),
        ("UPDATE sqlite_sequence SET seq = 0 WHERE name = 'visits'", Flaw("numbers", "visits")),
        ("DELETE FROM sqlite_sequence WHERE name = 'visits'", Flaw("numbers", "visits")),
        ("UPDATE sqlite_sequence SET seq = 'x' WHERE name = 'visits'", Flaw("numbers", "visits")),
    ],
)  # fmt: skip
def test_what_is_altered_in_the_history_and_in_what_is_made_of_rows_is_found(
    some: sqlite3.Connection, sql: str, flaw: Flaw
) -> None:
    some.execute(sql)
    assert flaw in found(some)


def test_bytes_that_are_no_text_are_found_and_stop_nothing(some: sqlite3.Connection) -> None:
    some.execute("UPDATE clients SET remark = CAST(x'ff' AS TEXT)")
    some.execute("UPDATE notes SET text = x'00'")
    assert {(each.why, each.table) for each in found(some)} == {("altered", "clients"), ("altered", "notes")}
    assert some.execute("SELECT text FROM tasks").fetchone() == ("送方案",)


def test_what_can_not_be_read_is_told(some: sqlite3.Connection) -> None:
    some.execute("DROP TABLE notes")
    assert next(each for each in found(some) if each.table == "notes") == Flaw("unreadable", "notes")


def test_what_is_forgotten_is_no_flaw_as_long_as_it_is_gone(db: sqlite3.Connection) -> None:
    with database.change(db, By(AT, "add-client")):
        clients.add(db, Client(name="张三", phones=("13800138000",), added_on="2026-11-01"), AT)
        clients.add(db, Client(name="李四", added_on="2026-11-01", referred_by=1), AT)
        tasks.add(db, Task("送方案", client=1, opened_on="2026-11-24", recorded_at=AT))
    with database.change(db, By(AT, "move-task")):
        db.execute("UPDATE tasks SET due = '2026-12-01'")
    with database.change(db, By(AT, "forget-client")):
        person.erase(db, 1)
    assert found(db) == []
    db.execute("UPDATE change_rows SET kind = 'forgotten', before = NULL WHERE client_id = 2")
    assert [each.key for each in found(db)] == [2, 2]


def test_nothing_but_the_command_for_it_forgets(some: sqlite3.Connection) -> None:
    some.execute("UPDATE change_rows SET kind = 'forgotten', before = NULL WHERE tbl = 'notes'")
    some.execute("DELETE FROM notes")
    assert found(some) == [Flaw("past", "notes", 1, 2)]
