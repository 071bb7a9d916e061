import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


@pytest.fixture
def some(run: Run) -> Run:
    run("add-client", "张三", "--phone", "13800138000", check=0)
    run("log-visit", "张三", "谈续贷", check=0)
    return run


def listed(run: Run, *words: str) -> list[dict[str, Any]]:
    return list(json.loads(run("exports", *words, "--json", check=0).out))


def test_each_file_is_on_record_with_its_digest(some: Run, tmp_path: Path) -> None:
    some("export", "-o", "a.xlsx", check=0)
    some("weekly-report", "-o", "w.md", "--unmasked", "--reason", "总行审计", check=0)
    some("client-data", "张三", "-o", "c.txt", check=0)
    some("greetings", "中秋", "--sent", "-o", "g.csv", now="2026-09-20T09:30:00+08:00", check=0)
    some("backup", "copy.db", check=0)
    found = listed(some)
    assert [(Path(each["file"]).name, each["command"], each["masked"], each["reason"]) for each in found] == [
        ("copy.db", "backup", False, ""), ("g.csv", "greetings", False, ""), ("c.txt", "client-data", False, ""),
        ("w.md", "weekly-report", False, "总行审计"), ("a.xlsx", "export", True, ""),
    ]  # fmt: skip
    for each in found:
        content = Path(each["file"]).read_bytes()
        assert (each["size"], each["digest"]) == (len(content), hashlib.sha256(content).hexdigest())
    assert len(listed(some, "--whole")) == 4
    assert len(listed(some, "2026-09-20")) == 1
    told = some("exports", check=0).out
    assert "总行审计" in told
    assert "masked" in told
    assert "遮盖" in some("exports", lang="zh", check=0).out
    assert "--limit" in some("exports", "--limit", "1", check=0).err


@pytest.mark.parametrize(
    "words",
    [("export", "-o", "a.xlsx"), ("weekly-report", "-o", "a.md"), ("client-report", "张三", "-o", "a.html")],
)
def test_a_file_that_is_whole_needs_a_reason(some: Run, tmp_path: Path, words: tuple[str, ...]) -> None:
    refused = some(*words, "--unmasked")
    assert (refused.code, "kept on record" in refused.err) == (2, True)
    assert some(*words, "--unmasked", "--reason", " ").code == 2
    assert not (tmp_path / words[-1]).exists()
    assert listed(some) == []
    some(*words, "--unmasked", "--reason", "审计", check=0)
    assert [each["reason"] for each in listed(some)] == ["审计"]


def test_what_is_only_shown_needs_none_and_is_not_on_record(some: Run) -> None:
    some("weekly-report", "--unmasked", check=0)
    some("export", "-o", "-", "--format", "json", "--unmasked", check=0)
    assert listed(some) == []
    assert "rmtool export" in some("exports", check=0).err


def test_a_file_that_could_not_be_written_is_at_most_on_record(some: Run) -> None:
    some("export", "-o", "no/such/a.xlsx", check=7)
    assert listed(some) == []
