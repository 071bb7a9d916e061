"""`list-notes`: what fits, the newest first, and what is still to be passed on."""

import json
from collections.abc import Callable

import pytest


@pytest.fixture
def three(run: Callable) -> None:
    run("add-client", "张三", check=0)
    run("add-note", "批价降2元", "--kind", "price", "--product", "红梅", "--on", "2026-11-01", check=0)
    run("add-note", "卖假烟", "--kind", "violation", "--client", "张三", "--tell", "稽查队", check=0)
    run("add-note", "新开超市\x1b[31m", "--place", "城南", "--competitor", "万家", check=0)


@pytest.mark.usefixtures("three")
@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ((), [3, 2, 1]),
        (("2026-11上旬",), [1]),
        (("--kind", "违规"), [2]),
        (("--client", "张三"), [2]),
        (("--urgent",), [2]),
        (("--untold",), [2]),
        (("--search", "红梅"), [1]),
        (("--limit", "1"), [3]),
        (("--owner", "王"), []),
    ],
)
def test_those_that_fit(run: Callable, words: tuple[str, ...], numbers: list[int]) -> None:
    rows = json.loads(run("list-notes", *words, "--json", check=0).out)
    assert [each["number"] for each in rows] == numbers


@pytest.mark.usefixtures("three")
def test_the_table_says_what_each_is_about_and_acts_on_no_terminal(run: Callable) -> None:
    out = " ".join(run("list-notes", check=0).out.split())
    assert "[urgent: tell 稽查队]" in out
    assert "批价降2元 (红梅)" in out
    assert "\x1b" not in out
    run("mark-told", "2", check=0)
    assert "稽查队 told 2026-11-24]" in " ".join(run("list-notes", check=0).out.split())
    assert run("list-notes", "--untold", check=0).err.startswith("No note fits")
    assert run("list-notes", "--limit", "2", check=0).err == "1 more: use --limit.\n"


@pytest.mark.usefixtures("three")
def test_a_wrong_kind_is_named(run: Callable) -> None:
    assert "Unknown kind of note nope" in run("list-notes", "--kind", "nope", check=2).err
