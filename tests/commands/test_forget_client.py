import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
SECRETS = ("张三丰", "13800138000", "11010519491231002X", "他女儿", "zhangsanfeng")


@pytest.fixture
def some(run: Run) -> Run:
    run("add-client", "张三丰", "--phone", SECRETS[1], "--id-number", SECRETS[2], check=0)
    run("add-client", "李四", "--referred-by", "张三丰", check=0)
    run("log-visit", "张三丰", "他女儿要出国", "--next", "+3d", check=0)
    run("edit-client", "张三丰", "--area", "城西", check=0)
    return run


def test_nothing_is_left_in_the_home(some: Run, home: Path) -> None:
    assert "Erased client 1" in some("forget-client", "张三丰", "--yes", check=0).err
    for file in home.rglob("*"):
        content = file.read_bytes() if file.is_file() else b""
        assert [each for each in SECRETS if each.encode() in content] == [], file
    assert some("show-client", "张三丰").code == 4
    assert json.loads(some("list-visits", "--search", "女儿", "--json", check=0).out) == []
    assert json.loads(some("list-clients", "--json", check=0).out)[0]["name"] == "李四"
    assert "error" not in some("check", "--full", "--quiet", check=0).out


def test_it_is_on_record_and_can_not_be_undone(some: Run) -> None:
    some("forget-client", "1", "--yes", check=0)
    told = some("history", check=0).out
    assert "forget-client --yes" in told
    assert "张三丰" not in told
    refused = some("undo", "--yes")
    assert (refused.code, "forgotten" in refused.err) == (1, True)
    assert some("undo", "2", "--yes").code == 1


def test_it_asks_and_says_what_will_go(some: Run, on_a_terminal) -> None:
    some("log-visit", "李四", "和张三丰一起来的", check=0)
    refused = some("forget-client", "张三丰")
    assert refused.code == 1
    assert "phone ×1" in refused.err
    assert "1 record of others names 张三丰 in its text and stays: visit 2." in refused.err
    assert on_a_terminal("forget-client", "1", typed="n\n")[0] == 1
    assert some("show-client", "张三丰").code == 0


def test_copies_in_the_home_that_hold_the_client_are_named(some: Run, home: Path) -> None:
    some("backup", check=0)
    (home / "backups" / "broken.db").write_text("no database")
    (home / "draft.md").write_text("张三丰", encoding="utf-8")
    told = some("forget-client", "张三丰", "--yes", check=0).err
    assert "2 files still hold the client" in told
    assert "store-20261124-093000.db" in told
    assert "draft.md" in told
    assert "broken.db" not in told


def test_while_another_has_it_open_the_file_is_cleaned_later(some: Run, home: Path) -> None:
    other = sqlite3.connect(home / "store.db", isolation_level=None)
    other.execute("BEGIN")
    other.execute("SELECT count(*) FROM clients").fetchone()
    assert "--clean" in some("forget-client", "张三丰", "--yes", check=0).err
    assert some("forget-client", "--clean").code == 9
    other.close()
    assert "clean" in some("forget-client", "--clean", check=0).err
    assert SECRETS[1].encode() not in (home / "store.db").read_bytes()


def test_a_client_or_clean_is_needed(some: Run) -> None:
    assert some("forget-client").code == 2
    assert some("forget-client", "张三丰", "--clean").code == 2
    assert some("forget-client", "王五", "--yes").code == 4
