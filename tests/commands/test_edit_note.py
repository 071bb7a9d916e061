"""`edit-note`, `mark-told`, `delete-note`: a note is put right, passed on, taken away."""

import json
from collections.abc import Callable

import pytest


@pytest.fixture
def note(run: Callable) -> Callable[[], dict[str, object]]:
    run("add-client", "张三", check=0)
    run("add-note", "卖假烟", "--client", "张三", "--tell", "稽查队", "--on", "2026-11-20", check=0)
    return lambda: json.loads(run("list-notes", "--json", check=0).out)[0]


def test_what_is_not_named_stays(run: Callable, note: Callable) -> None:
    before = note()
    run("edit-note", "1", "--kind", "violation", "--client", "", "--place", "城南", check=0)
    assert note() == before | {"kind": "violation", "client": None, "client_name": "", "place": "城南"}


def test_it_is_passed_on_once(run: Callable, note: Callable) -> None:
    made = run("mark-told", "1", "--on", "yesterday", check=0)
    assert made.err == "Note 1 was passed on to 稽查队 on 2026-11-23.\n"
    assert note()["told_on"] == "2026-11-23"
    assert "already" in run("mark-told", "1", check=1).err
    run("edit-note", "1", "--told", "", check=0)
    assert note()["told_on"] == ""
    run("edit-note", "1", "--told", "2026-11-21", check=0)
    assert note()["told_on"] == "2026-11-21"


def test_another_person_has_to_be_told_anew(run: Callable, note: Callable) -> None:
    run("mark-told", "1", check=0)
    assert "tell 风险部 at once" in run("edit-note", "1", "--tell", "风险部", check=0).err
    assert (note()["tell"], note()["told_on"]) == ("风险部", "")


def test_what_is_no_longer_urgent_names_nobody(run: Callable, note: Callable) -> None:
    run("edit-note", "1", "--severity", "normal", check=0)
    assert (note()["severity"], note()["tell"]) == ("normal", "")


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("edit-note", "9", "--text", "x"), 4, "There is no note number 9"),
        (("edit-note", "1"), 2, "Nothing to change"),
        (("edit-note", "1", "--text", ""), 2, "the note is empty"),
        (("edit-note", "1", "--told", "2026-11-19"), 2, "before it was heard (2026-11-20)"),
        (("edit-note", "1", "--told", "tomorrow"), 2, "is still to come"),
        (("mark-told", "9"), 4, "There is no note number 9"),
        (("mark-told", "2"), 2, "Note 2 names nobody"),
        (("delete-note", "9", "--yes"), 4, "There is no note number 9"),
        (("delete-note", "1"), 1, "add --yes"),
    ],
)
def test_what_cannot_be_done_is_one_line(
    run: Callable, note: Callable, words: tuple[str, ...], code: int, said: str
) -> None:
    run("add-note", "x", "--on", "2026-11-01", check=0)
    before = note()
    result = run(*words, check=code)
    assert said in result.err
    assert result.err.count("\n") == 1
    assert note() == before


def test_deleting_takes_it_away(run: Callable, note: Callable) -> None:
    assert note()["number"] == 1
    assert run("delete-note", "1", "--yes", check=0).err == "Deleted note 1: market, 张三, 卖假烟.\n"
    assert json.loads(run("list-notes", "--json", check=0).out) == []
