"""Every change is on record: who made it, what was there before, sealed and chained."""

import json
import sqlite3
from pathlib import Path

import pytest

from rmtool.domain.clients import Client
from rmtool.domain.deals import Deal
from rmtool.store import clients
from rmtool.store import database
from rmtool.store import deals
from rmtool.store import history
from rmtool.store import migrations
from rmtool.store.history import By

AT = "2026-11-24T01:30:00Z"
BY = By(AT, "edit-client", "--phone", "lin", "desk")
OWN = {"changes", "change_rows", "exports"}
DERIVED = {"client_keys", "visit_words", "_sqlite_migrations"}


@pytest.fixture
def one(db: sqlite3.Connection) -> sqlite3.Connection:
    with database.change(db, By(AT, "add-client")):
        clients.add(db, Client(name="张三", phones=("13800138000",), added_on="2026-11-01"), AT)
    return db


def lines(db: sqlite3.Connection, change: int) -> list[tuple[str, object, str]]:
    return db.execute(
        "SELECT tbl, key, kind FROM change_rows WHERE change_id = ? ORDER BY tbl, key", (change,)
    ).fetchall()


def before(db: sqlite3.Connection, change: int, table: str) -> dict[str, object]:
    (found,) = db.execute(
        "SELECT before FROM change_rows WHERE change_id = ? AND tbl = ? AND before IS NOT NULL",
        (change, table),
    ).fetchone()
    return dict(json.loads(found))


def last(db: sqlite3.Connection) -> int:
    return int(db.execute("SELECT max(id) FROM changes").fetchone()[0])


def test_every_table_is_recorded_but_what_can_be_made_again(db: sqlite3.Connection) -> None:
    tables = {
        name
        for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        if not name.startswith(("sqlite_", "visit_words_"))
    }
    assert tables - OWN - DERIVED == set(history.KEYS)
    for table in history.KEYS:
        found = db.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?", (table,))
        assert {name for (name,) in found} == {f"{table}_{verb}" for verb in ("insert", "update", "delete")}


def test_the_columns_that_name_a_row_are_its_primary_key(db: sqlite3.Connection) -> None:
    for table, columns in history.KEYS.items():
        keys = [each[1] for each in db.execute(f"PRAGMA table_info({table})") if each[5]]
        assert tuple(keys) == columns, table


def test_a_change_says_who_made_it_when_and_how(one: sqlite3.Connection) -> None:
    with database.change(one, BY):
        clients.set(one, clients.get(one, 1)._replace(phones=("13900139000",)))
    row = one.execute("SELECT at, command, options, user, host, undoes FROM changes WHERE id = 3").fetchone()
    assert By(*row) == BY


def test_what_was_added_is_there_without_a_before(one: sqlite3.Connection) -> None:
    assert lines(one, 2) == [("client_phones", 1, "added"), ("clients", 1, "added")]
    assert one.execute("SELECT DISTINCT before FROM change_rows").fetchall() == [(None,)]


def test_what_was_changed_keeps_all_that_was_there_before(one: sqlite3.Connection) -> None:
    with database.change(one):
        clients.set(one, clients.get(one, 1)._replace(tier="A"))
        clients.set(one, clients.get(one, 1)._replace(tier="B"))
    assert lines(one, 3) == [("clients", 1, "changed")]
    assert (before(one, 3, "clients")["name"], before(one, 3, "clients")["tier"]) == ("张三", "")


def test_what_a_removal_takes_with_it_is_recorded_too(one: sqlite3.Connection) -> None:
    with database.change(one):
        one.execute("DELETE FROM clients WHERE id = 1")
    assert lines(one, 3) == [("client_phones", 1, "removed"), ("clients", 1, "removed")]
    assert before(one, 3, "client_phones")["phone"] == "13800138000"


def test_a_number_of_a_phone_is_never_given_twice(one: sqlite3.Connection) -> None:
    for phones in ((), ("13900139000",)):
        with database.change(one):
            clients.set(one, clients.get(one, 1)._replace(phones=phones))
    assert lines(one, 4) == [("client_phones", 2, "added")]


def test_a_change_of_nothing_leaves_no_record(one: sqlite3.Connection) -> None:
    with database.change(one):
        clients.set(one, clients.get(one, 1))
    with database.change(one):
        one.execute("INSERT INTO targets VALUES ('visits', 'week', '2026-11-23', '2026-11-29', '', 3)")
        one.execute("DELETE FROM targets")
    assert last(one) == 2


def test_a_change_that_failed_leaves_no_record(one: sqlite3.Connection) -> None:
    with pytest.raises(ZeroDivisionError), database.change(one):
        clients.set(one, clients.get(one, 1)._replace(tier=str(1 / 0)))
    assert last(one) == 2


def test_numbers_come_back_as_they_were(db: sqlite3.Connection) -> None:
    values = (0.1, 1 / 3, 1e-7, 123456789.123456789, 2.0**53 + 2, 1e15 / 3, 1.1e300)
    written = history.Canonical(db, "targets")
    for value in values:
        with database.change(db):
            db.execute(
                "INSERT INTO targets VALUES ('visits', 'week', '2026-11-23', '2026-11-29', '', ?)", (value,)
            )
        with database.change(db):
            db.execute("DELETE FROM targets")
        (kept,) = db.execute(
            "SELECT before FROM change_rows WHERE change_id = ? AND kind = 'removed'", (last(db),)
        ).fetchone()
        assert written.values(kept)["value"] == value


def test_a_key_of_several_columns_names_its_row(one: sqlite3.Connection) -> None:
    with database.change(one):
        deals.add(one, Deal(1, "loan", 100, stage="lead", opened_on="2026-11-24", moved_on="2026-11-24"))
    with database.change(one):
        deals.set(one, deals.get(one, 1)._replace(stage="won"))
    assert lines(one, 4) == [("deal_moves", '[1,"2026-11-24"]', "changed"), ("deals", 1, "changed")]
    clients_of = one.execute("SELECT DISTINCT client_id FROM change_rows WHERE change_id > 2").fetchall()
    assert clients_of == [(1,)]


def test_a_seal_fits_the_row_as_it_is_and_no_other(one: sqlite3.Connection) -> None:
    written = history.Canonical(one, "clients")
    (seal,) = one.execute("SELECT seal FROM change_rows WHERE tbl = 'clients'").fetchone()
    salt, kept = seal[: history.SALT], seal[history.SALT :]
    row = list(one.execute("SELECT * FROM clients").fetchone())
    assert history.digest(salt, written.of_row(row)) == kept
    row[written.names.index("remark")] = "x"
    assert history.digest(salt, written.of_row(row)) != kept


def test_a_column_added_later_breaks_no_seal(one: sqlite3.Connection) -> None:
    earlier = history.Canonical(one, "clients").of_row(list(one.execute("SELECT * FROM clients").fetchone()))
    one.execute("ALTER TABLE clients ADD COLUMN later TEXT NOT NULL DEFAULT ''")
    one.execute("ALTER TABLE clients ADD COLUMN much INTEGER DEFAULT NULL")
    later = history.Canonical(one, "clients")
    assert later.of_row(list(one.execute("SELECT * FROM clients").fetchone())) == earlier
    one.execute("UPDATE clients SET much = 0")
    assert later.of_row(list(one.execute("SELECT * FROM clients").fetchone())) != earlier


def test_text_that_damage_turned_into_bytes_can_still_be_written(one: sqlite3.Connection) -> None:
    one.execute("UPDATE clients SET remark = x'00ff'")
    assert "00" in history.Canonical(one, "clients").of_row(
        list(one.execute("SELECT * FROM clients").fetchone())
    )


def test_a_link_holds_all_that_came_before(one: sqlite3.Connection) -> None:
    with database.change(one, BY):
        clients.set(one, clients.get(one, 1)._replace(remark="x"))
    kept = dict(one.execute("SELECT id, link FROM changes").fetchall())
    assert {number: history.link(one, number) for number in kept} == kept
    one.execute("UPDATE changes SET user = 'somebody' WHERE id = 3")
    assert history.link(one, 3) != kept[3]
    one.execute("UPDATE changes SET link = x'01' WHERE id = 1")
    assert history.link(one, 2) != kept[2]


def test_a_row_is_forgotten_without_breaking_its_link(one: sqlite3.Connection) -> None:
    (kept,) = one.execute("SELECT link FROM changes WHERE id = 2").fetchone()
    one.execute("UPDATE change_rows SET seal = CAST(zeroblob(16) || substr(seal, 17) AS BLOB), before = NULL")
    assert history.link(one, 2) == kept


def test_what_an_earlier_rmtool_stored_is_sealed_when_history_begins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(migrations, "STEPS", migrations.STEPS[:7])
        patch.setattr(database, "VERSION", 7)
        old = database.connect(tmp_path / "store.db", tmp_path)
        old.execute(
            "INSERT INTO clients (uuid, name, name_key, kind, added_on, recorded_at)"
            " VALUES ('u', '张三', '张三', 'person', '2026-11-01', '')"
        )
        for phone in ("13900139000", "13800138000"):
            old.execute("INSERT INTO client_phones (client_id, phone, tail) VALUES (1, ?, '')", (phone,))
        old.close()
    db = database.connect(tmp_path / "store.db", tmp_path)
    assert lines(db, 1) == [
        ("client_phones", 1, "added"),
        ("client_phones", 2, "added"),
        ("clients", 1, "added"),
    ]
    assert clients.get(db, 1).phones == ("13900139000", "13800138000")
    assert db.execute("SELECT link FROM changes").fetchall() == [(history.link(db, 1),)]


def test_many_rows_are_sealed_part_by_part(db: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "PART", 3)
    with database.change(db):
        for number in range(10):
            clients.add(db, Client(name=f"客户{number}", added_on="2026-11-01"), AT)
        db.executemany(
            "INSERT INTO plan_stops VALUES ('2026-11-24', ?, 1, 'due')", [(place,) for place in range(7)]
        )
    rows = db.execute("SELECT tbl, seal FROM change_rows").fetchall()
    assert (len(rows), len({seal for _table, seal in rows})) == (17, 17)


def test_what_a_change_touched_is_found_without_a_look_at_the_others(one: sqlite3.Connection) -> None:
    asked: list[str] = []
    one.set_trace_callback(asked.append)
    with database.change(one):
        clients.set(one, clients.get(one, 1)._replace(tier="A"))
    one.set_trace_callback(None)
    of_lines = [sql for sql in asked if sql.startswith("SELECT") and "change_rows" in sql]
    assert len(of_lines) >= 4
    for sql in of_lines:
        plan = " ".join(row[3] for row in one.execute(f"EXPLAIN QUERY PLAN {sql}"))
        assert "change_rows_by_change (change_id=?" in plan, sql
