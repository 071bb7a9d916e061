import json
from collections.abc import Callable
from typing import Any

import pytest

Run = Callable[..., Any]
ID = "11010519491231002X"


@pytest.fixture
def some(run: Run) -> Run:
    run("add-client", "张三", "--phone", "13800138000", "--id-number", ID, check=0)
    run("log-visit", "张三", "谈续贷", now="2026-11-25T00:10:00+08:00", check=0)
    run("edit-client", "张三", "--tier", "A", "--field", "爱好=茶", now="2026-11-25T09:00:00+08:00", check=0)
    return run


def test_it_tells_each_command_field_by_field(some: Run) -> None:
    told = some("history", check=0).out
    assert [line.split("  ")[2] for line in told.splitlines() if line[3] != " "] == [
        "edit-client --tier --field", "log-visit", "add-client --phone --id-number",
    ]  # fmt: skip
    assert "     client 1 (张三) changed\n       Tier  none → A special\n       爱好  none → 茶\n" in told
    assert "     visit 1 (张三) added: 2026-11-25 Wed; 谈续贷\n" in told


def test_it_speaks_chinese(some: Run) -> None:
    told = some("history", lang="zh", check=0).out
    assert "     客户 1（张三） 改动\n       级别  无 → A 特殊\n       爱好  无 → 茶\n" in told


def test_one_change_is_shown_with_all_that_was_lost(some: Run) -> None:
    some("delete-visit", "1", "--yes", check=0)
    told = some("history", "--change", "5", check=0).out
    assert "visit 1 (张三) deleted: 2026-11-25 Wed; 谈续贷\n       Kind  visit\n" in told
    assert "Kind" not in some("history", "--limit", "1").out
    assert some("history", "--change", "6").code == 4
    assert some("history", "张三", "--change", "5").code == 2


def test_a_client_and_a_period_narrow_it(some: Run) -> None:
    some("add-client", "李四", check=0)

    def numbers(*words: str) -> list[int]:
        return [each["number"] for each in json.loads(some("history", *words, "--json", check=0).out)]

    assert numbers() == [5, 4, 3, 2]
    assert numbers("张三") == [4, 3, 2]
    # By the day on the wall: ten past midnight here is still the day before in UTC.
    assert numbers("--period", "2026-11-25") == [4, 3]
    assert numbers("--period", "2026-11-24") == [5, 2]
    assert numbers("--limit", "1") == [5]
    assert "--limit" in some("history", "--limit", "1").err
    assert "rmtool history" in some("history", "--period", "2020-01-01", check=0).err


def test_identity_numbers_are_hidden_and_the_machine_is_left_out(some: Run) -> None:
    for words in (("history",), ("history", "--json"), ("history", "--change", "2")):
        assert ID not in some(*words, check=0).out
    assert ID not in some("edit-client", "张三", "--id-number", "110105194912310038", check=0).err
    told = some("history", "--limit", "1", check=0).out
    assert "1****************X → 1****************8" in told
    client = json.loads(some("history", "--change", "2", "--json").out)[0]["rows"][0]
    assert (client["after"]["id_number"], client["after"]["fields"], "uuid" in client["after"]) == (
        "1****************X", {}, False,
    )  # fmt: skip


def test_a_long_change_is_cut_and_says_so(run: Run, tmp_path) -> None:
    lines = ["姓名", *(f"客户{number}" for number in range(30))]
    (tmp_path / "many.csv").write_text("\n".join(lines), encoding="utf-8")
    run("import-clients", "many.csv", check=0)
    assert "20 rows more: `rmtool history --change 2 --limit N`" in run("history", check=0).out
    assert run("history", "--change", "2", check=0).out.count("added") == 30
    (change,) = json.loads(run("history", "--json", check=0).out)
    assert (len(change["rows"]), change["more"], change["counts"][0]["rows"]) == (10, 20, 30)
