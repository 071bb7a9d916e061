"""`weekly-report`, and the gold files of all three reports.

RMTOOL_REGOLD=1 writes the gold files anew; look at the difference before you keep it.
"""

import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from docx import Document

from rmtool import paths
from rmtool.app import App
from rmtool.domain.clients import Client
from rmtool.domain.tasks import Task
from rmtool.domain.visits import Visit
from rmtool.store import clients
from rmtool.store import tasks
from rmtool.store import visits

GOLD = Path(__file__).parents[1] / "gold"
AT = "2026-11-24T01:30:00Z"
REGOLD = os.environ.get("RMTOOL_REGOLD") == "1"
FILES = [
    (name, suffix) for name in ("daily", "weekly", "monthly") for suffix in ("txt", "md", "html", "json")
]


@pytest.fixture
def week(home: Path) -> None:
    """A home with a week's work of an RM, a little of the week before, and tasks in every state."""
    app = App(os.environ)
    (app.home / "config.toml").write_text('owner = "张伟"\ndepartment = "公司业务一部"\n', encoding="utf-8")
    with app.change() as db:
        yunxiu = clients.add(db, Client(name="云岫精密机械", tier="A", added_on="2026-03-02"), AT)
        hegu = clients.add(db, Client(name="禾谷食品", tier="B", added_on="2026-11-23"), AT)
        clients.add(db, Client(name="远帆物流 <b>&</b> | Co", tier="A", added_on="2026-09-01"), AT)
        base = Visit(
            client=yunxiu,
            day="2026-11-24",
            text="谈续贷500万元\n希望利率下调20个基点",
            owner="张伟",
            recorded_at=AT,
        )
        first = visits.add(
            db,
            base._replace(
                time="09:30",
                need="续贷500万元",
                result="先报材料",
                competitor="某行低30个基点",
                products=("流贷",),
            ),
        )
        visits.add(
            db, base._replace(client=hegu, time="15:00", kind="call", text="网银限额低", feedback="限额太低")
        )
        visits.add(
            db, base._replace(client=hegu, day="2026-11-23", text="首次上门，送开户资料", owner="李娜")
        )
        visits.add(db, base._replace(day="2026-11-17", kind="message", text="发利率表"))
        task = Task(text="上报续贷材料", client=yunxiu, owner="张伟", opened_on="2026-11-24", recorded_at=AT)
        tasks.add(db, task._replace(visit=first, due="2026-11-25"))
        tasks.add(
            db,
            task._replace(
                client=hegu, text="协调网银限额", kind="request", due="2026-12-01", due_time="10:00"
            ),
        )
        tasks.add(db, task._replace(text="送对账单", due="2026-11-20", opened_on="2026-11-10"))
        tasks.add(
            db, task._replace(text="答复排队投诉", kind="complaint", closed_on="2026-11-24", result="已道歉")
        )
        tasks.add(db, task._replace(client=None, text="整理档案"))
    app.close()


@pytest.mark.usefixtures("week")
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(("name", "suffix"), [*FILES, ("daily", "sms")])
def test_a_report_is_as_its_gold_file(
    run: Callable[..., object], tmp_path: Path, name: str, suffix: str, lang: str
) -> None:
    gold = GOLD / f"{name}.{lang}.{suffix}" if suffix != "json" else GOLD / f"{name}.json"
    words = ("--format", "sms", "-o", "out.sms") if suffix == "sms" else ("-o", f"out.{suffix}")
    run(f"{name}-report", *words, lang=lang, check=0)
    made = (tmp_path / f"out.{suffix}").read_text(encoding="utf-8")
    if REGOLD:
        gold.write_text(made, encoding="utf-8")
    assert made == gold.read_text(encoding="utf-8"), "RMTOOL_REGOLD=1 writes the gold files anew"


@pytest.mark.usefixtures("week")
def test_a_day_names_the_week_it_lies_in(run) -> None:  # type: ignore[no-untyped-def]
    plain = run("weekly-report", check=0)
    assert (
        plain.out
        == run("weekly-report", "2026-11-29", check=0).out
        == run("weekly-report", "2026-W48", check=0).out
    )
    assert "Week 47" in run("weekly-report", "last week", check=0).out


@pytest.mark.usefixtures("week")
def test_an_owner_gets_only_what_is_his(run) -> None:  # type: ignore[no-untyped-def]
    report = json.loads(run("weekly-report", "--owner", "李娜", "--format", "json", check=0).out)
    assert [each["text"] for each in report["visits"]] == ["首次上门，送开户资料"]
    assert report["owner"] == "李娜"
    assert report["counts"]["open"] == 0


def test_an_empty_store_has_a_report_too(run) -> None:  # type: ignore[no-untyped-def]
    result = run("weekly-report", check=0)
    assert result.out.startswith("Weekly report Week 48, 2026")
    assert result.err == ""


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("--format", "odt"), 2, "Unknown format odt: use one of text, md, html"),
        (("--format", "pdf"), 2, "A file in pdf is nothing to read on a terminal: name it with -o FILE.pdf."),
        (("-o", "week.doc"), 2, "week.doc does not tell its format"),
        (("-o", "gone/week.md"), 7, "the folder does not exist"),
        (("--format", "sms"), 4, "There is no template weekly.sms.j2"),
        (("--template", "nothing"), 4, "There is no template nothing.txt.j2"),
        (("2026-W60",), 2, "2026-W60"),
        # Its first week would be reported as if it were the whole.
        (("2026-11上旬",), 2, "another kind of period: `rmtool report weekly PERIOD`"),
        (("2026-10",), 2, "another kind of period"),
    ],
)
def test_what_cannot_be_right_is_one_line(run, words: tuple[str, ...], code: int, said: str) -> None:  # type: ignore[no-untyped-def]
    result = run("weekly-report", *words, check=code)
    assert said in result.err
    assert result.err.count("\n") == 1
    assert result.out == ""


def test_a_broken_template_is_one_line_with_file_and_line_and_leaves_the_file_alone(
    run, home: Path, tmp_path: Path
) -> None:  # type: ignore[no-untyped-def]
    (home / "templates").mkdir(parents=True)
    (home / "templates" / "weekly.md.j2").write_text("# x\n{{ nobody }}\n", encoding="utf-8")
    (tmp_path / "week.md").write_text("old", encoding="utf-8")
    result = run("weekly-report", "-o", "week.md", check=5)
    assert f"{home / 'templates' / 'weekly.md.j2'}, line 2: 'nobody' is undefined" in result.err
    assert result.err.count("\n") == 1
    assert (tmp_path / "week.md").read_text(encoding="utf-8") == "old"


def test_the_file_is_private_and_its_name_is_said(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    result = run("weekly-report", "-o", "week.html", check=0)
    assert (result.out, result.err) == ("", "Wrote week.html.\n")
    assert (tmp_path / "week.html").stat().st_mode & 0o777 == 0o600


def test_word_and_pdf_files_and_workbooks_say_what_the_page_says(run, week, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    for suffix in ("docx", "pdf", "xlsx"):
        result = run("weekly-report", "-o", f"week.{suffix}", check=0)
        assert (result.out, result.err) == ("", f"Wrote week.{suffix}.\n")
    page = Document(str(tmp_path / "week.docx"))
    assert page.paragraphs[0].text.startswith("Weekly report Week 48, 2026")
    printed = subprocess.run(
        ["pdftotext", tmp_path / "week.pdf", "-"], capture_output=True, text=True, check=True
    )
    assert "云岫精密机械" in printed.stdout
    book = openpyxl.load_workbook(tmp_path / "week.xlsx")
    assert "云岫精密机械" in {cell.value for row in book["Visits"].iter_rows() for cell in row}


def test_a_word_file_can_be_piped(home: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "rmtool", "weekly-report", "-o", "-", "--format", "docx"], capture_output=True, check=True,
    )  # fmt: skip
    assert Document(io.BytesIO(done.stdout)).paragraphs[0].text.startswith("Weekly report")


def test_a_dash_is_standard_output(run) -> None:  # type: ignore[no-untyped-def]
    assert run("weekly-report", "-o", "-", "--format", "md", check=0).out.startswith("# Weekly report")


@pytest.mark.parametrize("kind", ["text", "md", "html", "json"])
def test_what_identifies_a_person_is_masked_unless_asked_otherwise(
    run: Callable, tmp_path: Path, kind: str
) -> None:
    run("add-client", "张三", check=0)
    run(
        "log-visit",
        "张三",
        "电话 13800138000，身份证 11010519491231002X",
        "--todo",
        "回电 13800138000",
        check=0,
    )
    shown = run("weekly-report", "--format", kind, check=0).out
    assert "138******00" in shown.replace("\\*", "*")
    assert "13800138000" not in shown
    assert "11010519491231002X" not in shown
    run("weekly-report", "--format", kind, "-o", "out", check=0)
    assert (tmp_path / "out").read_text(encoding="utf-8").rstrip("\n") == shown.rstrip("\n")
    assert "11010519491231002X" in run("weekly-report", "--format", kind, "--unmasked", check=0).out


def test_json_is_a_format_too(run: Callable) -> None:
    run("add-client", "张三", check=0)
    for name in ("daily-report", "weekly-report", "monthly-report"):
        assert run(name, "--json", check=0).out == run(name, "--format", "json", check=0).out


def _profile(home: Path, *lines: str) -> None:
    general = paths.templates_folder() / "profiles" / "general.toml"
    home.mkdir(exist_ok=True)
    text = "\n".join([*lines, general.read_text(encoding="utf-8")])
    (home / "profile.toml").write_text(text, encoding="utf-8")


@pytest.mark.usefixtures("week")
@pytest.mark.parametrize(
    ("form", "heading", "headings"),
    [
        ("text", r"^【(.*)】$", ["商机", "拜访记录"]),
        ("md", r"^## (.*)$", ["商机", "拜访记录"]),
        ("html", r"^<h2>(\w+)", ["商机", "拜访记录"]),
    ],
)
def test_the_profile_says_which_sections_there_are_and_in_which_order(
    run: Callable, home: Path, form: str, heading: str, headings: list[str]
) -> None:
    run("add-deal", "云岫", "流贷", "500万", check=0)
    _profile(home, 'weekly_sections = ["deals", "visits"]')
    text = run("weekly-report", "--format", form, lang="zh", check=0).out
    assert re.findall(heading, text, re.MULTILINE) == headings
    # The others are as they were.
    assert "【未结事项】" not in run("monthly-report", lang="zh", check=0).out
    assert "【今日工作】" in run("daily-report", lang="zh", check=0).out


@pytest.mark.parametrize(
    ("word", "said"),
    [("dealz", "unknown section dealz; the nearest is deals."), ("xx", "unknown section xx: use one of clients,")],
)  # fmt: skip
def test_a_section_there_is_not_is_named_with_its_line(
    run: Callable, home: Path, word: str, said: str
) -> None:
    _profile(home, "# Ours.", f'monthly_sections = ["visits", "{word}"]')
    result = run("monthly-report", check=5)
    assert f"profile.toml, line 2: {said}" in result.err
    assert result.err.count("\n") == 1
