import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

Run = Callable[..., Any]
ID = "11010519491231002X"


def test_everything_is_there_and_nothing_is_masked(run: Run, tmp_path: Path) -> None:
    run("add-client", "张三", "--phone", "13800138000", "--id-number", ID, "--field", "爱好=茶", check=0)
    run("add-client", "李四", "--referred-by", "张三", check=0)
    run("log-visit", "张三", "谈续贷", "--next", "+3d", "--measure", "stock=120", check=0)
    told = run("client-data", "张三", check=0).out
    for each in (
        "13800138000",
        ID,
        "爱好  茶",
        "谈续贷",
        "Measure  stock",
        "2026-11-27",
        "log-visit, 2026-11-24",
    ):
        assert each in told
    assert "李四" not in told
    assert "身份证号" in run("client-data", "张三", lang="zh", check=0).out
    assert "Brought by  张三" in run("client-data", "李四", check=0).out
    found = json.loads(run("client-data", "张三", "--json", check=0).out)
    assert (found["clients"][0]["id_number"], found["visits"][0]["text"]) == (ID, "谈续贷")
    assert [each["command"] for each in found["changes"]] == ["log-visit", "add-client"]


def test_a_file_is_for_its_owner_alone_and_says_that_it_is_whole(run: Run, tmp_path: Path) -> None:
    run("add-client", "张三", check=0)
    done = run("client-data", "张三", "-o", "one.json", check=0)
    assert "nothing in it is masked" in done.err
    assert (tmp_path / "one.json").stat().st_mode & 0o777 == 0o600
    assert json.loads((tmp_path / "one.json").read_text(encoding="utf-8"))["clients"][0]["name"] == "张三"
    run("client-data", "张三", "-o", "one.txt", check=0)
    assert "张三" in (tmp_path / "one.txt").read_text(encoding="utf-8")
    assert run("client-data", "王五").code == 4
