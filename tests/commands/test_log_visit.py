import json
from pathlib import Path

import pytest


def dump(run, *words: str) -> list[dict[str, object]]:
    return json.loads(run(*words, "--json", check=0).out)


@pytest.fixture
def known(run):
    run("add-client", "张三", "--phone", "13800138000", check=0)
    run("add-client", "张三丰", check=0)
    return run


def test_one_line_is_all(known) -> None:
    done = known("log-visit", "张三", "谈续贷，要求下调利率", "--next", "下周三 15:00", check=0)
    assert done.out == ""
    assert done.err == (
        "Logged visit 1: 张三, 2026-11-24 Tue, visit.\nNext step on 2026-12-02 Wed 15:00: Follow up: 谈续贷，要求下调利率\n"
    )
    (task,) = dump(known, "list-tasks")
    assert (task["visit"], task["client"], task["due"], task["due_time"], task["first_due"]) == (
        1, 1, "2026-12-02", "15:00", "2026-12-02",
    )  # fmt: skip


def test_every_option_is_kept(known) -> None:
    known(
        "log-visit", "no:1", "x", "--on", "yesterday", "--at", "3pm", "--minutes", "40", "--kind", "电话", "--place", "p",
        "--with", "陈波", "--with", "李", "--purpose", "a", "--result", "b", "--need", "c", "--feedback", "d",
        "--product", "流贷", "--competitor", "e", "--measure", "stock=1.5", "--todo", "ask", check=0,
    )  # fmt: skip
    (visit,) = dump(known, "list-visits")
    assert {key: visit[key] for key in ("day", "time", "minutes", "kind", "place", "people", "products", "measures")} == {
        "day": "2026-11-23", "time": "15:00", "minutes": 40, "kind": "call", "place": "p", "people": ["陈波", "李"],
        "products": ["流贷"], "measures": {"stock": 1.5},
    }  # fmt: skip
    assert (
        "".join(str(visit[key]) for key in ("purpose", "result", "need", "feedback", "competitor")) == "abcde"
    )
    (task,) = dump(known, "list-tasks")
    assert (task["text"], task["due"]) == ("ask", "")


def test_json_answers_with_the_stored_visit_and_its_task(known) -> None:
    (visit,) = dump(known, "log-visit", "no:1", "x", "--next", "+3d", "--need", "lower rate")
    assert (visit["number"], visit["task"], visit["client_name"]) == (1, 1, "张三")
    assert dump(known, "list-tasks")[0]["text"] == "lower rate"


def test_the_text_may_come_from_standard_input(known) -> None:
    known("log-visit", "no:1", stdin="line one\nline two\n", check=0)
    assert dump(known, "list-visits")[0]["text"] == "line one\nline two"


def test_a_day_far_off_needs_force(known) -> None:
    known("log-visit", "no:1", "x", "--on", "2027-12-01", "--force", check=0)
    assert dump(known, "list-visits")[0]["day"] == "2027-12-01"


BAD = [
    (("nobody", "x"), "", 4, "nobody"),
    (("张", "x"), "", 4, "several clients: 1 张三"),
    (("no:1", "x", "--on", "2026-02-30"), "", 2, "2026-02-30"),
    (("no:1", "x", "--on", "whenever"), "", 2, "whenever"),
    (("no:1", "x", "--on", "2027-12-01"), "", 2, "--force"),
    (("no:1", "x", "--on", "1999-01-01"), "", 2, "--force"),
    (("no:1", "x", "--at", "25:00"), "", 2, "25:00"),
    (("no:1", "x", "--next", "2099-01-01"), "", 2, "--force"),
    (("no:1", "x", "--next", "yesterday"), "", 2, "past"),
    (("no:1", "x", "--kind", "dinner"), "", 2, "return-visit"),
    (("no:1", "x", "--measure", "stock"), "", 2, "stock"),
    (("no:1", "x", "--measure", "stock=nan"), "", 2, "nan"),
    (("no:1", "x", "--minutes", "soon"), "", 2, "--minutes"),
    (("no:1", "x", "--with", "a" * 300), "", 2, "--with"),
    (("no:1", "x", "--todo", "t" * 10_001), "", 2, "the task"),
    (("no:1", ""), "", 2, "empty"),
    (("no:1", " \u200b "), "", 2, "empty"),
    (("no:1",), "", 2, "empty"),
    (("no:1", "x" * 10_001), "", 2, "10001"),
    (("no:1",), b"a\0b", 2, "U+0000"),
    (("no:1",), b"a\xed\xa0\x80b", 2, "U+DC"),
    (("no:1",), "a\ufffeb", 2, "U+FFFE"),
    (("no:1", "x\uffffy"), "", 2, "U+FFFF"),
    (("no:1", "two", "words"), "", 2, "quotes"),
    ((), "", 2, "CLIENT"),
]


@pytest.mark.parametrize(("words", "stdin", "code", "said"), BAD)
def test_bad_input_is_one_line_and_stores_nothing(known, words, stdin, code, said) -> None:
    done = known("log-visit", *words, stdin=stdin)
    assert done.code == code, done.err
    assert done.err.count("\n") == 1
    assert done.err.startswith("rmtool: ")
    assert said in done.err
    assert done.out == ""
    assert dump(known, "list-visits") == []
    assert dump(known, "list-tasks") == []


def test_a_script_in_the_text_is_only_text(known) -> None:
    text = "=cmd() \x1b[31m[red]x[/red] {not} %s ‮abc"
    known("log-visit", "no:1", text, check=0)
    (visit,) = dump(known, "list-visits")
    assert visit["text"] == text
    for words in (("list-visits",), ("show-visit", "1"), ("show-client", "no:1"), ("today",)):
        out = known(*words, check=0).out
        assert "\x1b" not in out
        assert "‮" not in out
        assert "[red]" in out


def test_without_text_the_editor_shows_a_form(known, on_a_terminal, editor: Path) -> None:
    form = "# Visit\n\n## What was said\nrenewal\n\n## not ours\nof 500\n## Needs heard\nlower rate\n## Result\n\n"
    code, shown = on_a_terminal("log-visit", "no:1", EDITOR=str(editor), EDITED=form)
    assert code == 0, shown
    (visit,) = dump(known, "list-visits")
    assert visit["text"] == "renewal\n\n## not ours\nof 500"
    assert (visit["need"], visit["result"]) == ("lower rate", "")


def test_what_can_not_be_right_is_said_before_the_editor_opens(known, on_a_terminal, editor: Path) -> None:
    for words in (("--kind", "dinner"), ("--next", "someday"), ("--on", "2027-12-01"), ("--measure", "x")):
        code, shown = on_a_terminal("log-visit", "no:1", *words, EDITOR=str(editor), EDITED="lost")
        assert (code, words[1] in shown) == (2, True)
    assert not editor.with_name("edit.sh.shown").exists()


def test_what_was_written_is_kept_where_it_can_not_be_stored(
    known, on_a_terminal, editor: Path, home: Path
) -> None:
    form = "# Visit\n\n## What was said\n" + "长" * 10_001
    code, shown = on_a_terminal("log-visit", "no:1", EDITOR=str(editor), EDITED=form)
    assert (code, "too long" in shown) == (2, True)
    (draft,) = home.glob("draft-*/visit.md")
    assert str(draft) in shown.replace("\r\n", "")
    assert draft.read_text(encoding="utf-8") == form
    assert draft.stat().st_mode & 0o777 == 0o600
    on_a_terminal("log-visit", "no:1", EDITOR=str(editor), EDITED="# Visit\n\n## What was said\nshort")
    assert [*home.glob("draft-*/visit.md")] == [draft]


@pytest.mark.parametrize(
    ("environ", "code", "said"),
    [
        ({}, 2, "EDITOR"),
        ({"EDITOR": "false"}, 5, "false"),
        ({"EDITOR": "/no/such/editor"}, 5, "/no/such/editor"),
        ({"EDITOR": "true"}, 2, "empty"),
        ({"EDITOR": "'"}, 5, "EDITOR"),
    ],
)
def test_an_editor_that_gives_nothing_stores_nothing(
    known, on_a_terminal, environ, code: int, said: str
) -> None:
    got, shown = on_a_terminal("log-visit", "no:1", **environ)
    assert (got, said in shown) == (code, True), shown
    assert dump(known, "list-visits") == []


def test_on_a_terminal_an_ambiguous_name_is_a_choice(known, on_a_terminal) -> None:
    code, shown = on_a_terminal("log-visit", "张", "x", typed="2\n")
    assert code == 0, shown
    assert dump(known, "list-visits")[0]["client"] == 2


def test_in_chinese(known) -> None:
    done = known("log-visit", "no:1", "谈续贷", "--next", "下周三", lang="zh", check=0)
    assert "2026-12-02 周三" in done.err


@pytest.mark.parametrize("word", ["satisfaction=9", "满意度=0", "satisfaction=-1"])
def test_satisfaction_is_scored_from_one_to_five(word: str, run) -> None:
    run("add-client", "张三", check=0)
    assert "from 1 to 5" in run("log-visit", "张三", "回访", "--measure", word, check=2).err
    assert run("list-visits", "--json", check=0).out.strip() == "[]"
    run("log-visit", "张三", "回访", "--measure", word.split("=")[0] + "=5", check=0)
