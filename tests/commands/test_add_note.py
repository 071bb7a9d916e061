"""`add-note`: what the market says is kept, and who must hear of it at once is said."""

import json
from collections.abc import Callable

import pytest


def test_a_note_is_kept_with_what_it_is_about(run: Callable) -> None:
    run("add-client", "张三", check=0)
    made = run(
        "add-note", "报价低\n30个基点", "--kind", "竞品", "--client", "张三", "--product", "流贷", "--competitor", "某行",
        "--place", "城南", "--on", "yesterday", "--owner", "林", "--json", check=0,
    )  # fmt: skip
    (note,) = json.loads(made.out)
    assert note.pop("uuid")
    assert note == {
        "text": "报价低\n30个基点", "kind": "competitor", "number": 1, "client": 1, "client_name": "张三",
        "day": "2026-11-23", "product": "流贷", "competitor": "某行", "place": "城南", "severity": "normal",
        "tell": "", "told_on": "", "owner": "林", "recorded_at": "2026-11-24T01:30:00Z",
    }  # fmt: skip
    assert made.err == "Added note 1: competitor, 张三, 报价低 30个基点\n"


def test_whom_to_tell_makes_it_urgent(run: Callable) -> None:
    made = run("add-note", "卖假烟", "--kind", "violation", "--tell", "稽查队", check=0)
    assert made.err.endswith("Urgent: tell 稽查队 at once, then `rmtool mark-told 1`.\n")
    assert json.loads(run("list-notes", "--urgent", "--json", check=0).out)[0]["severity"] == "urgent"
    made = run("add-note", "卖假烟", "--severity", "紧急", "--tell", "稽查队", lang="zh", check=0)
    assert "紧急：请立即告知 稽查队" in made.err


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ((" ",), 2, "the note is empty"),
        (("x", "--kind", "weather"), 2, "Unknown kind of note weather: use one of market, competitor"),
        (("x", "--severity", "huge"), 2, "Unknown severity huge: use normal or urgent."),
        (("x", "--severity", "urgent"), 2, "Say who must hear of it at once"),
        (("x", "--severity", "normal", "--tell", "A"), 2, "--tell is for what is urgent"),
        (("x", "--client", "nobody"), 4, "No client is named nobody"),
        (("x", "--on", "tomorrow"), 2, "2026-11-25 Wed is still to come"),
        (("x", "--on", "2026-02-30"), 2, "2026-02-30 does not exist"),
    ],
)
def test_what_cannot_be_right_is_one_line_and_nothing_is_kept(
    run: Callable, words: tuple[str, ...], code: int, said: str
) -> None:
    result = run("add-note", *words, check=code)
    assert said in result.err
    assert result.err.count("\n") == 1
    assert json.loads(run("list-notes", "--json", check=0).out) == []
