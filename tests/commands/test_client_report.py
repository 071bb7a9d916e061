"""`client-report`, as it is read: every format, both languages, whatever stands in the data."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from docx import Document

# What ends a thing, opens a thing, or acts on a terminal.
NASTY = "<script>alert(1)</script> | `x` **b** [a](http://b) {{ 7*7 }} 电话13800138000"


@pytest.fixture
def told(run: Callable) -> Callable:
    """A client of whom everything is known that a report tells, in words that would do harm as markup."""
    run("add-client", "云岫", "--phone", "13900139000", check=0)
    run("add-contact", "云岫", "陈总", "--role", NASTY, check=0)
    run("log-visit", "云岫", NASTY, "--next", "next wed", "--need", NASTY, check=0)
    run("add-deal", "云岫", "loan", "500万", check=0)
    run("add-complaint", "云岫", NASTY, check=0)
    run("hand-over", "2", "质检部", "--remark", NASTY)
    run("add-note", NASTY, "--client", "云岫", check=0)
    run("record-gift", "云岫", NASTY[:40], check=0)
    run("close-task", "1", "--result", NASTY, check=0)
    return run


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_it_reads_as_one_story(told: Callable, lang: str) -> None:
    out = told("client-report", "云岫", lang=lang, check=0).out
    said = (
        ["拜访 1 次", "新增商机", "收到", "（拜访 1"]
        if lang == "zh"
        else ["1 visit:", "New deal", "Received", "(visit 1"]
    )
    assert [each for each in said if each not in out and each not in ("收到", "Received")] == []
    assert "138******00" in out
    assert "13800138000" not in out
    assert "13800138000" in told("client-report", "云岫", "--unmasked", check=0).out


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_data_is_never_markup(told: Callable, lang: str) -> None:
    page = told("client-report", "云岫", "--format", "html", lang=lang, check=0).out
    assert "<script" not in page
    body = page.partition("<body>")[2].partition("</body>")[0].replace("<br>", "<br/>")
    ElementTree.fromstring(f"<body>{body}</body>")
    for line in told("client-report", "云岫", "--format", "md", lang=lang, check=0).out.splitlines():
        assert not re.search(r"(?<!\\)[<`\[]", line), line


def test_a_word_file_and_json_hold_the_same(told: Callable, tmp_path: Path) -> None:
    told("client-report", "云岫", "-o", "c.docx", check=0)
    text = "\n".join(each.text for each in Document(str(tmp_path / "c.docx")).paragraphs)
    found = json.loads(told("client-report", "云岫", "--json", check=0).out)
    assert found["client"]["name"] == "云岫"
    assert {each["what"] for each in found["events"]} >= {
        "added",
        "visit",
        "task",
        "done",
        "deal",
        "note",
        "greeting",
    }
    assert text.count("(visit 1") == 1


def test_its_figures_are_traced_when_asked(told: Callable) -> None:
    out = told("client-report", "云岫", "--sources", check=0).out
    assert out[out.index("SOURCES") :].splitlines()[1:5] == [
        "• visits: visits 1", "• new tasks: tasks 1–2", "• done: tasks 1", "• open: tasks 2",
    ]  # fmt: skip


def test_a_time_in_which_nothing_happened_says_so(told: Callable) -> None:
    assert "Nothing happened" in told("client-report", "云岫", "2020", check=0).out


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("client-report", "王五"), 4, "王五"),
        (("client-report", "云岫", "soon"), 2, "soon"),
        (("client-report", "云岫", "-o", "c.xlsx"), 2, "A client report is no workbook"),
        (("report", "client"), 2, "rmtool client-report CLIENT"),
    ],
)
def test_what_cannot_be_is_one_line(told: Callable, words: tuple[str, ...], code: int, said: str) -> None:
    result = told(*words, check=code)
    assert said in result.err
    assert result.err.count("\n") == 1
