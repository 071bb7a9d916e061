"""An exported sheet as the store has it now."""

import sqlite3
from dataclasses import replace
from datetime import date

import pytest

from rmtool import paths
from rmtool.config import profile
from rmtool.domain import periods
from rmtool.domain import pull as rules
from rmtool.domain import row_keys
from rmtool.domain.clients import Client
from rmtool.domain.row_keys import Head
from rmtool.domain.tables import Table
from rmtool.domain.tasks import Task
from rmtool.domain.visits import Visit
from rmtool.errors import BadFileError
from rmtool.reports import export
from rmtool.reports import pull
from rmtool.reports.export_wanted import Wanted
from rmtool.store import clients
from rmtool.store import database
from rmtool.store import tasks
from rmtool.store import visits

GENERAL = profile.load(paths.templates_folder() / "profiles" / "general.toml")
WANTED = Wanted(periods.ALL, GENERAL, date(2026, 11, 24), language="zh", made_at="2026-11-24T01:00:00Z")


def head(sheet: str, *columns: str) -> Head:
    return Head(sheet, "all", "", "", "strict", columns, "zh", 9)


@pytest.fixture
def db(db: sqlite3.Connection) -> sqlite3.Connection:
    with database.change(db):
        clients.add(
            db, Client("张三", phones=("13812345678",), added_on="2026-11-01"), "2026-11-01T00:00:00Z"
        )
        visits.add(db, Visit(1, "2026-11-24", "谈续贷", minutes=30))
        tasks.add(db, Task("送合同", client=1, opened_on="2026-11-24"))
        tasks.add(db, Task("没有客户的", opened_on="2026-11-24"))
    return db


def test_rows_are_known_by_their_keys_and_called_by_their_client(db: sqlite3.Connection) -> None:
    for sheet, names in (
        ("visits", ["张三 11-24"]),
        ("clients", ["张三"]),
        ("tasks", ["张三", "没有客户的"]),
    ):
        found = pull.current(db, head(sheet, "number"), WANTED)
        assert [each.name for each in found.rows.values()] == names
        assert [each.number for each in found.rows.values()] == list(range(1, len(names) + 1))


def test_columns_stand_as_in_the_file_and_unknown_ones_are_columns_too(db: sqlite3.Connection) -> None:
    found = pull.current(db, head("visits", "text", "field.old", "day"), WANTED)
    assert [each.key for each in found.columns] == ["text", "field.old", "day"]
    assert [each.label for each in found.columns][1] == "field.old"


def test_a_sheet_of_another_kind_is_refused_or_empty(db: sqlite3.Connection) -> None:
    with pytest.raises(BadFileError):
        pull.current(db, head("loans"), WANTED)
    assert pull.current(db, head("summary"), WANTED).rows == {}


def test_an_export_compared_with_itself_makes_no_difference(db: sqlite3.Connection) -> None:
    for sheet in ("visits", "clients", "tasks"):
        (table,) = export.tables(db, replace(WANTED, sheets=(sheet,)))
        assert isinstance(table, Table)
        found = row_keys.parse_head(table.columns[-1].label)
        assert found is not None
        current = pull.current(db, found, WANTED)
        for row in table.rows:
            key = row_keys.parse_key(str(row[-1]))
            assert key is not None
            now = current.rows[key.uuid].cells
            assert list(rules.compared(key, current.columns, now, now)) == []
