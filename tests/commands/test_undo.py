import json
from collections.abc import Callable
from typing import Any

import pytest

Run = Callable[..., Any]


@pytest.fixture
def some(run: Run) -> Run:
    run("add-client", "张三", check=0)
    run("log-visit", "张三", "谈续贷", "--next", "+3d", check=0)
    run("edit-client", "张三", "--tier", "A", check=0)
    return run


def tier(run: Run) -> str:
    return str(json.loads(run("show-client", "张三", "--json", check=0).out)["client"]["tier"])


def test_the_last_change_is_taken_back_and_done_again(some: Run) -> None:
    done = some("undo", "--yes", check=0)
    assert done.out == "     client 1 (张三) changed\n       Tier  A special → none\n"
    assert (
        done.err == "Took back change 4 (edit-client, 2026-11-24 Tue 09:30); `rmtool redo` does it again.\n"
    )
    assert tier(some) == ""
    assert some("redo", "--yes", check=0).err.startswith("Did change 4 (edit-client, ")
    assert tier(some) == "A"
    # What was done again can be taken back again, by the number of the first.
    some("undo", "4", "--yes", check=0)
    assert tier(some) == ""


def test_undo_goes_on_to_what_was_before(some: Run) -> None:
    for left in (1, 0):
        some("undo", "--yes", check=0)
        assert len(json.loads(some("list-visits", "--json").out)) == left
    some("undo", "--yes", check=0)
    assert some("undo", "--yes").code == 4
    assert json.loads(some("list-clients", "--json").out) == []
    for _each in range(3):
        some("redo", "--yes", check=0)
    assert some("redo", "--yes").code == 4
    assert tier(some) == "A"
    assert [each["text"] for each in json.loads(some("list-visits", "--search", "续贷", "--json").out)] == [
        "谈续贷"
    ]


def test_it_asks_and_nobody_to_ask_is_no_answer(some: Run, on_a_terminal) -> None:
    refused = some("undo")
    assert (refused.code, "--yes" in refused.err) == (1, True)
    code, shown = on_a_terminal("undo", typed="n\n")
    assert (code, "Take back change 4" in shown) == (1, True), shown
    assert tier(some) == "A"
    assert on_a_terminal("undo", typed="y\n")[0] == 0
    assert tier(some) == ""


def test_what_a_later_change_stands_on_stays(some: Run) -> None:
    some("edit-client", "张三", "--tier", "B", check=0)
    refused = some("undo", "4", "--yes")
    assert refused.code == 1
    assert refused.err == (
        "rmtool: Change 4 stays: client 1 (张三) was changed since, by change 5: take that back first, `rmtool undo 5`.\n"
    )
    needed = some("undo", "2", "--yes")
    assert (needed.code, "client 1 (张三)" in needed.err, "rmtool undo 5" in needed.err) == (1, True, True)
    assert tier(some) == "B"


def test_a_client_that_visits_belong_to_stays(run: Run) -> None:
    run("add-client", "张三", check=0)
    run("log-visit", "张三", "谈续贷", check=0)
    refused = run("undo", "2", "--yes", lang="zh")
    assert refused.code == 1
    assert "客户 1（张三）会消失，而拜访 1属于它（改动 3）；先撤销那一次：`rmtool undo 3`。" in refused.err


def test_what_stands_can_not_be_done_again_nor_what_went_be_taken_back(some: Run) -> None:
    assert "rmtool undo 4" in some("redo", "4", check=1).err
    some("undo", "4", "--yes", check=0)
    assert "rmtool redo 4" in some("undo", "4", check=1).err
    assert some("undo", "99", "--yes").code == 4
    assert some("redo", "1", "--yes").code == 4


def test_an_import_that_updated_is_taken_back(run: Run, tmp_path) -> None:
    (tmp_path / "one.csv").write_text("姓名,手机号,级别\n张三,13800138000,A\n", encoding="utf-8")
    run("import-clients", "one.csv", check=0)
    (tmp_path / "two.csv").write_text(
        "姓名,手机号,级别\n张三,13800138000,B\n李四,13900139000,A\n", encoding="utf-8"
    )
    run("import-clients", "two.csv", check=0)
    assert (tier(run), len(json.loads(run("list-clients", "--json").out))) == ("B", 2)
    run("undo", "--yes", check=0)
    assert (tier(run), len(json.loads(run("list-clients", "--json").out))) == ("A", 1)
    run("redo", "--yes", check=0)
    assert (tier(run), len(json.loads(run("list-clients", "--json").out))) == ("B", 2)


def test_a_contact_is_found_again_by_name(run: Run) -> None:
    run("add-client", "云岫", check=0)
    run("add-contact", "云岫", "陈波", "--phone", "13700137000", check=0)
    run("remove-contact", "云岫", "陈波", "--yes", check=0)
    assert run("show-client", "陈波").code == 4
    run("undo", "--yes", check=0)
    assert "陈波" in run("show-client", "chenbo", check=0).out
