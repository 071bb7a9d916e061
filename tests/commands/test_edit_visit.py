import json
from pathlib import Path

import pytest


def visit(run) -> dict[str, object]:
    (found,) = json.loads(run("list-visits", "--json", check=0).out)
    return found


@pytest.fixture
def logged(run):
    run("add-client", "张三", check=0)
    run("add-client", "华星机械", check=0)
    run(
        "log-visit",
        "张三",
        "谈续贷",
        "--need",
        "利率",
        "--at",
        "15:00",
        "--with",
        "陈波",
        "--next",
        "+2d",
        check=0,
    )
    return run


def test_what_is_named_changes_and_the_rest_stays(logged) -> None:
    before = visit(logged)
    done = logged(
        "edit-visit", "1", "--text", "谈票据", "--need", "", "--at", "", "--on", "yesterday", "--kind", "电话",
        "--with", "", "--measure", "stock=3", check=0,
    )  # fmt: skip
    assert done.err == "Changed visit 1: 张三, 2026-11-23 Mon, call.\n"
    assert visit(logged) == before | {
        "text": "谈票据", "need": "", "time": "", "day": "2026-11-23", "kind": "call", "people": [], "measures": {"stock": 3.0},
    }  # fmt: skip
    assert json.loads(logged("list-visits", "--search", "续贷", "--json").out) == []


def test_its_tasks_go_with_it_to_another_client(logged) -> None:
    logged("edit-visit", "1", "--client", "华星", check=0)
    assert visit(logged)["client_name"] == "华星机械"
    assert json.loads(logged("list-tasks", "--json").out)[0]["client_name"] == "华星机械"


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("1",), 2, "Nothing to change"),
        (("9", "--text", "x"), 4, "9"),
        (("1", "--text", ""), 2, "empty"),
        (("1", "--on", "2026-02-30"), 2, "2026-02-30"),
        (("1", "--on", "2027-12-01"), 2, "--force"),
        (("1", "--kind", "dinner"), 2, "meeting"),
        (("1", "--client", "nobody"), 4, "nobody"),
        (("one", "--text", "x"), 2, "--help"),
    ],
)
def test_bad_input_changes_nothing(logged, words, code: int, said: str) -> None:
    before = visit(logged)
    done = logged("edit-visit", *words)
    assert (done.code, said in done.err, done.err.count("\n")) == (code, True, 1), done.err
    assert visit(logged) == before


def test_the_editor_shows_what_is_there(logged, on_a_terminal, editor: Path) -> None:
    form = "## What was said\n谈票据\n## Needs heard\n\n## Feedback\n满意\n"
    code, shown = on_a_terminal("edit-visit", "1", EDITOR=str(editor), EDITED=form)
    assert code == 0, shown
    before = Path(f"{editor}.shown").read_text()
    assert "\n## What was said\n谈续贷\n" in before
    assert "\n## Needs heard\n利率\n" in before
    after = visit(logged)
    assert (after["text"], after["need"], after["feedback"], after["time"]) == ("谈票据", "", "满意", "15:00")
