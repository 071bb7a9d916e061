"""Everything of one client is found, and erased to the last byte; others keep what is theirs."""

import sqlite3
from pathlib import Path

import pytest

from rmtool.domain.clients import Client
from rmtool.domain.clients import Contact
from rmtool.domain.deals import Deal
from rmtool.domain.tasks import Task
from rmtool.domain.visits import Visit
from rmtool.store import changes
from rmtool.store import clients
from rmtool.store import contacts
from rmtool.store import database
from rmtool.store import deals
from rmtool.store import health
from rmtool.store import history
from rmtool.store import past
from rmtool.store import person
from rmtool.store import proof
from rmtool.store import tasks
from rmtool.store import undo
from rmtool.store import visits
from rmtool.store.history import By

AT = "2026-11-24T01:30:00Z"
SECRETS = (
    "张三丰", "13800138000", "11010519491231002X", "西湖路八十八号", "他女儿叫", "陈婉仪", "送茅台", "投诉经办", "结婚纪念",
    "zhangsanfeng", "改过的旧名",
)  # fmt: skip


@pytest.fixture
def some(db: sqlite3.Connection) -> sqlite3.Connection:
    """Two clients; of the first a row in every table that belongs to one, some of them changed or gone since."""
    with database.change(db, By(AT, "add-client")):
        mine = Client(
            "改过的旧名", kind="person", phones=("13800138000",), id_number="11010519491231002X", address="西湖路八十八号",
            added_on="2026-11-01",
        )  # fmt: skip
        clients.add(db, mine, AT)
        clients.add(db, Client(name="李四", added_on="2026-11-01", referred_by=1), AT)
    with database.change(db, By(AT, "edit-client")):
        clients.set(db, clients.get(db, 1)._replace(name="张三丰"))
    with database.change(db, By(AT, "log-visit")):
        contacts.add(db, Contact(1, "陈婉仪"), AT)
        for client, text in ((1, "他女儿叫小明"), (2, "李四说他认识张三丰")):
            visits.add(db, Visit(client, "2026-11-24", text, recorded_at=AT, measures={"score": 1}))
            tasks.add(
                db,
                Task(
                    f"送茅台{client}" if client == 1 else "别的",
                    client=client,
                    opened_on="2026-11-24",
                    recorded_at=AT,
                ),
            )
            deals.add(
                db,
                Deal(
                    client, product="loan", amount=100, stage="asked", opened_on="2026-11-24", recorded_at=AT
                ),
            )
        for sql in (
            "client_days (uuid, client_id, name, day, recorded_at) VALUES ('a', 1, '结婚纪念', '10-02', '')",
            "client_papers (uuid, client_id, paper, received_on, recorded_at) VALUES ('a', 1, 'x', '', '')",
            "complaints (task_id, who) VALUES (1, '投诉经办')",
            "greetings (uuid, client_id, occasion, day, text, recorded_at) VALUES ('a', 1, 'x', '', '张三丰你好', '')",
            "hand_overs (uuid, task_id, day, time, person, recorded_at) VALUES ('a', 1, '', '', '投诉经办', '')",
            "notes (uuid, client_id, day, kind, text, recorded_at) VALUES ('a', 1, '', 'x', '张三丰要走', '')",
            "plan_stops (day, place, client_id, why) VALUES ('2026-11-24', 1, 1, '张三丰')",
        ):
            db.execute(f"INSERT INTO {sql}")
    with database.change(db, By(AT, "x")):
        db.execute("DELETE FROM hand_overs")
        db.execute("DELETE FROM plan_stops")
        db.execute("INSERT INTO plan_stops (day, place, client_id, why) VALUES ('2026-11-24', 1, 2, 'y')")
    with database.change(db, By(AT, "x")):
        db.execute("INSERT INTO plan_stops (day, place, client_id, why) VALUES ('2026-11-24', 2, 1, 'y')")
    return db


def forget(db: sqlite3.Connection, client: int) -> None:
    with database.change(db, By(AT, "forget-client")):
        person.erase(db, client)
    assert person.shred(db)


def everything(db: sqlite3.Connection) -> str:
    return "\n".join(
        repr(row) for table in (*history.KEYS, "client_keys") for row in db.execute(f"SELECT * FROM {table}")
    )


def test_each_table_with_something_of_the_client_is_told(some: sqlite3.Connection) -> None:
    found = {table for table, _key, _row in person.rows(some, 1)}
    assert found == {
        "clients", "client_days", "client_papers", "client_phones", "complaints", "contacts", "deal_moves", "deals",
        "greetings", "notes", "plan_stops", "tasks", "visit_measures", "visits",
    }  # fmt: skip
    first = next(person.rows(some, 1))
    assert (first[0], first[1], first[2]["name"]) == ("clients", 1, "张三丰")
    assert {key for table, key, _row in person.rows(some, 2) if table == "visits"} == {2}


def test_nothing_of_the_client_is_left_in_the_file(some: sqlite3.Connection, tmp_path: Path) -> None:
    others = [row for row in person.rows(some, 2) if row[0] != "clients"]
    uuid = clients.get(some, 1).uuid
    before = (tmp_path / "store.db").read_bytes() + (tmp_path / "store.db-wal").read_bytes()
    assert [each for each in (*SECRETS, uuid) if each.encode() not in before] == []
    with database.change(some, By(AT, "edit-visit")):
        visits.set(some, visits.get(some, 2)._replace(text="李四"))
    with database.change(some, By(AT, "edit-visit")):
        some.execute("UPDATE change_rows SET before = NULL WHERE tbl = 'visits' AND key = 2")
    forget(some, 1)
    for file in tmp_path.glob("store.db*"):
        content = file.read_bytes()
        assert [each for each in (*SECRETS, uuid) if each.encode() in content] == [], file
    assert [row for row in person.rows(some, 2) if row[0] not in ("clients", "visits")] == [
        row for row in others if row[0] != "visits"
    ]
    assert clients.get(some, 2).referred_by is None
    assert [each.number for each in visits.between(some, visits.Filter(search="女儿"))] == []
    assert health.damage(some) == ()


def test_while_somebody_else_reads_the_file_holds_no_deleted_row(
    some: sqlite3.Connection, tmp_path: Path
) -> None:
    """The file can't be written anew then; what was deleted is overwritten all the same."""
    with database.change(some, By(AT, "forget-client")):
        person.erase(some, 1)
    some.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    content = (tmp_path / "store.db").read_bytes()
    left = [
        each
        for each in ("西湖路八十八号", "投诉经办", "结婚纪念", "11010519491231002X")
        if each.encode() in content
    ]
    assert left == []


def test_it_is_on_record_that_it_was_done_and_the_history_still_fits(some: sqlite3.Connection) -> None:
    forget(some, 1)
    assert list(proof.flaws(some)) == []
    last = changes.matching(some, changes.Filter(limit=1))[0]
    assert (last.command, last.counts["clients", "forgotten"]) == ("forget-client", 1)
    assert changes.client_name(some, 1) == ""
    for number in range(2, last.number + 1):
        found = undo.obstacle(some, number)
        assert number == 2 or found is None or found.why in ("forgotten", "changed", "gone", "needed")
    found = undo.obstacle(some, last.number)
    assert found is not None
    assert found.why == "forgotten"
    with past.at(some, AT):
        assert "张三丰" not in everything(some).replace("李四说他认识张三丰", "")


def test_who_else_speaks_of_the_client_is_told(some: sqlite3.Connection) -> None:
    assert person.named_elsewhere(some, 1, "张三丰") == [("visits", 2)]
    assert person.named_elsewhere(some, 2, "李四") == []


def test_while_others_have_the_store_open_the_file_is_not_shredded(
    some: sqlite3.Connection, tmp_path: Path
) -> None:
    other = sqlite3.connect(tmp_path / "store.db", isolation_level=None)
    other.execute("BEGIN")
    other.execute("SELECT count(*) FROM clients").fetchone()
    some.execute("PRAGMA busy_timeout = 10")
    with database.change(some, By(AT, "forget-client")):
        person.erase(some, 1)
    assert not person.shred(some)
    other.execute("COMMIT")
    other.close()
    assert person.shred(some)


def test_every_name_is_known_that_may_stand_in_a_text(some: sqlite3.Connection) -> None:
    assert sorted(clients.every_name(some)) == ["张三丰", "李四"]
    assert contacts.every_name(some) == ["陈婉仪"]
