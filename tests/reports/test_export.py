"""The upstream workbook as tables, from a store of its own."""

import sqlite3
from datetime import date
from datetime import time

import pytest

from rmtool import i18n
from rmtool import paths
from rmtool.config import profile
from rmtool.domain import periods
from rmtool.domain import row_keys
from rmtool.domain.clients import Client
from rmtool.domain.hiding import WHOLE
from rmtool.domain.tables import Summary
from rmtool.domain.tables import Table
from rmtool.domain.tasks import Task
from rmtool.domain.visits import Visit
from rmtool.errors import UsageError
from rmtool.reports import export
from rmtool.reports.export_wanted import Wanted
from rmtool.store import clients
from rmtool.store import database
from rmtool.store import tasks
from rmtool.store import visits

TODAY = date(2026, 11, 24)
WEEK = periods.week_of(TODAY)
SECRETS = ("13812345678", "110101199003070011", "a.b@example.com", "wx_zhang", "1990-03-07", "幸福路18号")


@pytest.fixture
def db(db: sqlite3.Connection) -> sqlite3.Connection:
    made = db
    with database.change(made):
        zhang = Client(
            name="张三", kind="person", tier="A", phones=("13812345678",), emails=("a.b@example.com",), wechat="wx_zhang",
            birthday="1990-03-07", id_number="110101199003070011", address="上海市徐汇区幸福路18号", added_on="2025-01-01",
        )  # fmt: skip
        clients.add(made, zhang, "x")
        clients.add(made, Client(name="李四", added_on="2025-01-01"), "x")
        clients.add(made, Client(name="新人", tier="B", added_on="2026-11-23"), "x")
        visits.add(
            made,
            Visit(
                client=1,
                day="2026-11-23",
                time="09:30",
                text="打13812345678",
                minutes=30,
                people=("王",),
                measures={"stock": 2.5},
            ),
        )
        visits.add(made, Visit(client=1, day="2026-11-24", text="=b", kind="call"))
        visits.add(made, Visit(client=2, day="2026-10-01", text="old"))
        tasks.add(made, Task(text="late", client=1, due="2026-11-20", opened_on="2026-11-01"))
        tasks.add(
            made,
            Task(
                text="done",
                due="2026-11-30",
                due_time="15:00",
                opened_on="2026-11-01",
                closed_on="2026-11-24",
            ),
        )
        tasks.add(made, Task(text="done long ago", opened_on="2026-10-01", closed_on="2026-10-02"))
    return made


def wanted(period: periods.Period = WEEK, **more: object) -> Wanted:
    general = profile.load(paths.templates_folder() / "profiles" / "general.toml")
    return Wanted(period, general, TODAY, owner="林", language=str(more.pop("language", "en")), **more)  # type: ignore[arg-type]


def table(db: sqlite3.Connection, key: str, **more: object) -> Table:
    (found,) = export.tables(db, wanted(sheets=(key,), **more))  # type: ignore[arg-type]
    assert isinstance(found, Table)
    return found


def records(db: sqlite3.Connection, key: str, asked: Wanted) -> list[dict[str, object]]:
    (table,) = [each for each in export.tables(db, asked) if each.key == key]
    return [dict(zip([column.key for column in table.columns], row, strict=True)) for row in table.rows]


def test_the_visits_of_the_period_keep_their_types(db):
    first, second = records(db, "visits", wanted(hiding=WHOLE))
    assert first["day"] == date(2026, 11, 23)
    assert first["time"] == time(9, 30)
    assert (first["client"], first["kind"], first["minutes"]) == ("张三", "visit", 30)
    assert (first["people"], first["measures"]) == (("王",), {"stock": 2.5})
    assert (second["text"], second["time"], second["minutes"], second["kind"]) == ("=b", None, None, "call")


def test_labels_are_in_the_language_and_keys_without_one(db):
    i18n.choose("zh")
    assert [each["kind"] for each in records(db, "visits", wanted(language="zh"))] == ["拜访", "电话"]
    assert [each["kind"] for each in records(db, "visits", wanted(language=""))] == ["visit", "call"]


def test_columns_are_picked_and_ordered(db):
    asked = wanted(sheets=("visits",), columns=("text", "client"), hiding=WHOLE)
    assert records(db, "visits", asked) == [
        {"text": "打13812345678", "client": "张三"},
        {"text": "=b", "client": "张三"},
    ]
    with pytest.raises(UsageError, match=r"Unknown column nosuch: use some of number, day"):
        export.tables(db, wanted(columns=("nosuch",)))


def test_a_period_has_the_clients_touched_or_added_and_all_has_everyone(db):
    assert [(each["name"], each["visits"], each["last_touch"]) for each in records(db, "clients", wanted())] == [
        ("张三", 2, TODAY), ("新人", 0, None),
    ]  # fmt: skip
    assert [each["tier"] for each in records(db, "clients", wanted())] == ["A special", "B key"]
    assert [each["name"] for each in records(db, "clients", wanted(periods.ALL))] == ["张三", "李四", "新人"]


def test_a_period_has_the_tasks_that_were_open_in_it(db):
    found = [
        (each["text"], each["state"], each["due"], each["due_time"])
        for each in records(db, "tasks", wanted())
    ]
    assert found == [
        ("late", "overdue", date(2026, 11, 20), None),
        ("done", "closed", date(2026, 11, 30), time(15)),
    ]


def test_what_identifies_is_masked_unless_told_not_to(db):
    hidden = str(records(db, "clients", wanted())) + str(records(db, "visits", wanted()))
    whole = str(records(db, "clients", wanted(hiding=WHOLE)))
    for secret in SECRETS:
        assert secret not in hidden
        assert secret in whole
    assert "138******78" in hidden


def test_the_summary_counts_by_kind_tier_day_and_week(db):
    (page,) = export.tables(db, wanted(sheets=("summary",)))
    assert isinstance(page, Summary)
    blocks = {block.key: [tuple(row) for row in block.rows] for block in page.blocks}
    assert blocks["kind"] == [("visit", 1, 1, 30), ("call", 1, 1, 0)]
    assert blocks["tier"] == [
        ("A special", 2, 1, 1),
        ("B key", 0, 0, 1),
        ("C ordinary", 0, 0, 0),
        ("D other", 0, 0, 0),
        ("no tier", 0, 0, 1),
    ]
    assert [row[1] for row in blocks["day"]] == [1, 1, 0, 0, 0, 0, 0]
    assert blocks["week"] == [("2026-W48", 2)]
    assert list(page.charts) == ["day"]
    assert dict(page.facts)["Visits"] == 2
    assert (dict(page.facts)["Tasks closed"], dict(page.facts)["Tasks still open"]) == (1, 1)


def test_the_summary_of_all_reaches_from_the_first_visit_to_the_last(db):
    (page,) = export.tables(db, wanted(periods.ALL, sheets=("summary",)))
    assert isinstance(page, Summary)
    weeks = {block.key: [tuple(row) for row in block.rows] for block in page.blocks}["week"]
    assert weeks[0] == ("2026-W40", 1)
    assert weeks[-1] == ("2026-W48", 2)
    assert len(weeks) == 9
    assert list(page.charts) == ["week"]


def test_years_are_counted_by_month(db):
    with database.change(db):
        visits.add(db, Visit(client=1, day="2020-01-31", text="first"))
    (page,) = export.tables(db, wanted(periods.ALL, sheets=("summary",)))
    assert isinstance(page, Summary)
    months = {block.key: [tuple(row) for row in block.rows] for block in page.blocks}["month"]
    assert (months[0], months[-1], len(months)) == (("2020-01", 1), ("2026-11", 2), 83)


def test_an_empty_store_has_a_summary_too(tmp_path):
    empty = database.connect(tmp_path / "empty.db", tmp_path / "backups")
    for period in (periods.ALL, periods.week_of(TODAY)):
        page = export.tables(empty, wanted(period))[0]
        assert isinstance(page, Summary)
        assert sum(int(str(row[1])) for block in page.blocks for row in block.rows) == 0


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("visits", ("visits",)),
        ("clients, visits", ("clients", "visits")),
        ("Tasks，summary", ("tasks", "summary")),
        ("visits,visits", ("visits",)),
    ],
)
def test_sheets_are_named_with_commas_between(words, names):
    assert export.sheet_names(words) == names


def test_an_unknown_sheet_is_refused_with_the_right_ones():
    with pytest.raises(UsageError, match="Unknown sheet deals: use some of summary, visits, clients, tasks"):
        export.sheet_names("visits,deals")


def test_a_file_that_may_come_back_has_a_hidden_key_for_each_row(db: sqlite3.Connection) -> None:
    found = table(db, "visits", made_at="2026-11-24T01:00:00Z", columns=("text", "day"))
    assert [column.key for column in found.columns] == ["text", "day", "key"]
    assert [column.hidden for column in found.columns] == [False, False, True]
    head = row_keys.parse_head(found.columns[-1].label)
    assert head == row_keys.Head(
        "visits", "2026-W48", "2026-11-24T01:00:00Z", "林", "strict", ("text", "day"), "en", 3
    )
    uuids = [uuid for (uuid,) in db.execute("SELECT uuid FROM visits WHERE day >= '2026-11-23' ORDER BY id")]
    keys = [row_keys.parse_key(str(row[-1])) for row in found.rows]
    assert [key.uuid for key in keys if key] == uuids
    assert keys[0] is not None
    assert keys[0].digests == (row_keys.digest("打138******78"), row_keys.digest("2026-11-23"))


def test_clients_are_known_elsewhere_by_a_key_of_the_team(db: sqlite3.Connection) -> None:
    found = table(db, "clients", made_at="2026-11-24T01:00:00Z", team_key="team", period=periods.ALL)
    keys = [row_keys.parse_key(str(row[-1])) for row in found.rows]
    assert [len(key.matches) for key in keys if key] == [2, 0, 0]


def test_what_never_comes_back_has_no_key(db: sqlite3.Connection) -> None:
    for key in ("visits", "clients", "tasks"):
        found = table(db, key)
        assert "key" not in [column.key for column in found.columns]
        assert all(len(row) == len(found.columns) for row in found.rows)
