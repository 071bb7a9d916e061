import json

import pytest

from rmtool.domain.text import width


@pytest.fixture
def log(run):
    run("add-client", "张三", check=0)
    run("add-client", "华星机械", check=0)
    run("log-visit", "张三", "谈续贷500万", "--on", "2026-10-20", check=0)
    run("log-visit", "华星", "送材料", "--kind", "call", "--on", "yesterday", "--at", "10:00", check=0)
    run("log-visit", "张三", "长" * 300, check=0)
    return run


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ((), [3, 2, 1]),
        (("2026-10",), [1]),
        (("--period", "this week"), [3, 2]),
        (("today",), [3]),
        (("--client", "zs"), [3, 1]),
        (("--kind", "电话"), [2]),
        (("--search", "续贷"), [1]),
        (("--search", "？"), []),
        (("--owner", "林"), []),
        (("--limit", "2"), [3, 2]),
    ],
)
def test_filters(log, words, numbers) -> None:
    found = json.loads(log("list-visits", "--json", *words, check=0).out)
    assert [each["number"] for each in found] == numbers


def test_what_is_left_out_is_told(log) -> None:
    assert "1 more: use --limit." in log("list-visits", "--limit", "2", check=0).err
    assert log("list-visits", "--limit", "3", check=0).err == ""
    done = log("list-visits", "2020", check=0)
    assert (done.out, "log-visit" in done.err) == ("", True)


@pytest.mark.parametrize("columns", [50, 80, 120])
def test_the_table_keeps_its_width(log, columns: int) -> None:
    out = log("list-visits", COLUMNS=str(columns), check=0).out
    assert max(map(width, out.splitlines())) <= columns
    if columns == 80:
        assert "2026-11-23 Mon  10:00  call   华星机械" in out
        assert "…" in out


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("soon",), 2),
        (("today", "--period", "today"), 2),
        (("--kind", "dinner"), 2),
        (("--client", "nobody"), 4),
    ],
)
def test_bad_words(log, words, code: int) -> None:
    done = log("list-visits", *words)
    assert (done.code, done.err.count("\n")) == (code, 1)
