"""Templates show the report they are given, safely; a broken one is named with its line."""

import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from rmtool import paths
from rmtool.config import profile
from rmtool.config.profile_rows import Measure
from rmtool.config.sections import SECTIONS
from rmtool.domain.complaints import HandOver
from rmtool.domain.complaints_report import CaseRow
from rmtool.domain.complaints_report import ComplaintCounts
from rmtool.domain.complaints_report import ComplaintsReport
from rmtool.domain.complaints_report import Repeat
from rmtool.domain.market import MarketReport
from rmtool.domain.market import ProductNeeds
from rmtool.domain.market import Trend
from rmtool.domain.reports import Change
from rmtool.domain.reports import ClientRow
from rmtool.domain.reports import Clients
from rmtool.domain.reports import Counts
from rmtool.domain.reports import DayCount
from rmtool.domain.reports import DealRow
from rmtool.domain.reports import Deals
from rmtool.domain.reports import DutyRow
from rmtool.domain.reports import Enquiries
from rmtool.domain.reports import KindCount
from rmtool.domain.reports import MeasureRow
from rmtool.domain.reports import NoteRow
from rmtool.domain.reports import PlannedRow
from rmtool.domain.reports import Remark
from rmtool.domain.reports import Report
from rmtool.domain.reports import Span
from rmtool.domain.reports import TargetRow
from rmtool.domain.reports import TaskRow
from rmtool.domain.reports import Tasks
from rmtool.domain.reports import TierCount
from rmtool.domain.reports import VisitRow
from rmtool.domain.reports import WeekCount
from rmtool.errors import NotFoundError
from rmtool.errors import SettingsError
from rmtool.errors import UsageError
from rmtool.writers import json_text
from rmtool.writers.templates import SMS_LENGTH
from rmtool.writers.templates import Shelf
from rmtool.writers.templates import listing
from rmtool.writers.templates import render
from rmtool.writers.templates import shortened

SHIPPED = paths.templates_folder()
DEALS = Deals(
    (
        DealRow(1, "云岫", "loan <b>", 5_000_000.0, "won", "2026-11-30", "", "won"),
        DealRow(2, "云岫", "deposit | x", 85_000.5, "lost", "", "20 points", "lost"),
    ),
    5_000_000.0, 3, 1_200_000.0, 360_000.0,
)  # fmt: skip
PLANNED = (
    PlannedRow("2026-11-24", "云岫", 2, "every 10 working days", True),
    PlannedRow("2026-11-24", "Yuanfan <b>", 3, "2 days late | x", False),
)
DUTIES = (
    DutyRow("cis", "评估", "CIS <b>", "AUTO.3", 0, 1, 1, "missed", ""),
    DutyRow("stock", "登记", "stock | x", "FMCG.1", 2, 5, 0, "in danger", "2026-11-27"),
)
PROFILE = profile.load(SHIPPED / "profiles" / "general.toml")
ALL = [(name, f) for name in ("daily", "weekly", "monthly") for f in ("text", "md", "html")] + [
    ("daily", "sms")
]
# Reports of a value of their own.
OTHERS = {
    (name, f)
    for name in ("market", "complaints", "satisfaction", "client-base", "morning-brief", "client")
    for f in ("text", "md", "html")
}
OTHERS |= {(name, f) for name in ("tenday", "quarterly") for f in ("text", "md", "html")}
TARGETS = (
    TargetRow("visits", "2026-11", "", 60, 42, 70, 51.5, "behind"), TargetRow("stock", "2026-W48", "云岫", 10, 12, 120, 8, "met"),
)  # fmt: skip
# What ends a thing, opens a thing, or acts on a terminal.
NASTY = "<script>alert(1)</script> | `x` **b** [a](http://b) \x1b[31m {{ 7*7 }} 第一行\n# 第二行 \u202e"


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    (tmp_path / "templates" / "zh").mkdir(parents=True)
    return Shelf(tmp_path, SHIPPED, "zh")


def own(shelf: Shelf, name: str, text: str) -> Path:
    path = shelf.home / "templates" / name
    path.write_text(text, encoding="utf-8")
    return path


def notes(word: str) -> tuple[NoteRow, ...]:
    """Notes that say `word`: one like any other, one passed on, one still to be passed on."""
    plain = NoteRow(1, "2026-11-24", "price", word, word, word, word, word, "normal", "", "", "", word)
    told = replace(plain, severity="urgent", tell=word, told_on="2026-11-24", state="told")
    return replace(told, told_on="", state="untold"), plain, told


MEASURES = (
    MeasureRow("shelf-coverage", "mean", "%", 85, 3, 2),
    MeasureRow("outings", "sum", "", 4, -1, 0),
    MeasureRow("own | <b>", "sum", "", 2.5, None, 1),
)


def full(word: str = "云岫") -> Report:
    """A report in which every section has something, each piece of data being `word`."""
    week = Span("week", "2026-W48", "2026-11-23", "2026-11-29")
    task = TaskRow(
        1,
        word,
        "complaint",
        word,
        word,
        "2026-11-20",
        "09:30",
        "2026-11-01",
        "2026-11-24",
        word,
        1,
        "overdue",
        4,
        "complaint",
        "serious",
        "09:30",
        word,
    )
    done = replace(task, state="done", why="")
    client = ClientRow(1, word, "A", "active", word, "2026-11-23", 2, "2026-11-24", 40)
    remark = Remark(1, "2026-11-24", word, word, (word,))
    visit = VisitRow(
        1,
        "2026-11-24",
        "10:30",
        "visit",
        word,
        1,
        word,
        (word,),
        word,
        word,
        word,
        word,
        word,
        word,
        (word,),
        30,
        word,
        (task, done),
    )
    change = Change(3, -1)
    return Report(
        name="weekly", period=week, previous=week, plan_period=week, as_of="2026-11-24", made_at="2026-11-24T17:30+08:00",
        owner=word, department=word, sections=SECTIONS,
        counts=Counts(change, change, change, change, (KindCount("visit", 3, -1), KindCount("call", 0, 0)), 4, 60, 30),
        days=tuple(DayCount(f"2026-11-{day}", day % 4) for day in range(23, 30)),
        weeks=(WeekCount("2026-W48", "2026-11-23", "2026-11-29", 3, 2),),
        tiers=(TierCount("A", 3, 2, 67, 3), TierCount("", 1, 0, 0, 0)),
        clients=Clients((client,), (client,), (client,)),
        visits=(visit, visit), visits_left_out=7, needs=(remark,), feedback=(remark,), complaints=(done, task), enquiries=Enquiries((task, done, replace(task, state="open")), 1, 2),
        competitors=(remark,), notes=notes(word),
        tasks=Tasks((done,), (replace(task, state="open", why=""),), (task,)), plan=(task,), planned=PLANNED, deals=DEALS, measures=MEASURES, targets=TARGETS, support=(task, replace(task, why="overdue")), duties=DUTIES, compliance=67,
    )  # fmt: skip


def empty() -> Report:
    """A report of a week in which nothing happened."""
    nothing = Change(0, 0)
    return replace(
        full(""), owner="", department="", counts=Counts(nothing, nothing, nothing, nothing, (), 0, 0, 0),
        days=(), weeks=(), tiers=(), clients=Clients((), (), ()), visits=(), visits_left_out=0, needs=(), feedback=(),
        complaints=(), competitors=(), notes=(), tasks=Tasks((), (), ()), plan=(), planned=(), deals=Deals((), 0, 0, 0, 0), measures=(), targets=(), support=(), duties=(), compliance=None,
        enquiries=Enquiries((), 0, 0),
    )  # fmt: skip


def shown(report: Report, shelf: Shelf, word: str = "weekly", format: str = "text") -> str:  # noqa: A002
    return render(json_text.record(report), word, format, shelf, PROFILE)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("name", "format"), ALL)
def test_every_shipped_template_shows_a_full_and_an_empty_report(
    shelf: Shelf,
    language: str,
    name: str,
    format: str,  # noqa: A002
) -> None:
    shelf = replace(shelf, language=language)
    for report in (full(), empty()):
        text = shown(report, shelf, name, format)
        assert not re.search(r"\b(None|nan|Undefined)\b", text)
        assert ("云岫" in text) == (report.owner != "")
        if language == "en":
            assert not re.search(
                r"[\u3000-\u9fff\uff00-\uffef]", text.replace("云岫", "").replace("Noto Sans CJK", "")
            )


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    ("name", "format", "mark"),
    [
        ("weekly", "text", "【"),
        ("weekly", "md", "## "),
        ("weekly", "html", "<h2>"),
        ("daily", "text", "【"),
        ("monthly", "html", "<h2>"),
    ],
)
def test_empty_sections_vanish(shelf: Shelf, language: str, name: str, format: str, mark: str) -> None:  # noqa: A002
    text = shown(empty(), replace(shelf, language=language), name, format)
    assert mark not in text
    assert "\n\n\n" not in text


@pytest.mark.parametrize("format", ["text", "md", "html"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_report_has_the_sections_it_is_given_and_no_others(
    shelf: Shelf,
    language: str,
    format: str,  # noqa: A002
) -> None:
    shelf, told = replace(shelf, language=language), set()
    bare = shown(replace(full(), sections=()), shelf, "weekly", format)
    for key in SECTIONS:
        text = shown(replace(full(), sections=(key,)), shelf, "weekly", format)
        assert len(text) > len(bare), key
        told.add(text)
    assert len(told) == len(SECTIONS)


@pytest.mark.parametrize(
    ("kind", "said", "unsaid"),
    [("day", ["【今日工作】", "【今日办结】", "【问题与需支持】"], "拜访记录"), ("month", ["【拜访记录】", "【已办结】", "【需支持的问题】"], "今日")],
)  # fmt: skip
def test_a_days_sections_are_headed_as_a_days(shelf: Shelf, kind: str, said: list[str], unsaid: str) -> None:
    report = replace(full(), sections=("visits", "done", "support"))
    text = shown(replace(report, period=replace(report.period, kind=kind)), shelf)
    assert [each for each in said if each not in text] == []
    assert unsaid not in text


def test_a_users_template_may_take_single_sections(shelf: Shelf) -> None:
    own(shelf, "mine.md.j2", '{% import "md_sections.j2" as told with context %}{{ told.needs_section() }}')
    assert shown(full("a|b"), shelf, "mine", "md") == "## 需求与商机\n\n- **a\\|b** a\\|b\n"


def test_the_two_languages_have_the_same_templates() -> None:
    zh, en = ({path.name for path in (SHIPPED / "reports" / each).glob("*.j2")} for each in ("zh", "en"))
    assert zh == en


@pytest.mark.parametrize("name", ["daily", "weekly", "monthly"])
def test_html_is_one_file_and_well_formed_whatever_is_in_it(shelf: Shelf, name: str) -> None:
    page = shown(full(NASTY), shelf, name, "html")
    assert "<script" not in page
    assert not re.search(r"""(src|href)\s*=|url\(|@import""", page)
    assert "{{ 7*7 }}" in page
    assert "\x1b" not in page
    body = page.partition("<body>")[2].partition("</body>")[0].replace("<br>", "<br/>")
    ElementTree.fromstring(f"<body>{body}</body>")


@pytest.mark.parametrize("name", ["daily", "weekly", "monthly"])
def test_in_markdown_data_is_never_markup(shelf: Shelf, name: str) -> None:
    page = shown(full(NASTY), shelf, name, "md")
    for line in page.splitlines():
        assert not re.search(r"(?<!\\)[<`\[]", line), line
        if line.startswith("| 11-24"):
            assert len(re.findall(r"(?<!\\)\|", line)) == 7, line
    assert "\n# 第二行" not in page


def test_text_acts_on_no_terminal(shelf: Shelf) -> None:
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f\u202e]", shown(full(NASTY), shelf))


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("many", [0, 1, 5, 8, 40])
def test_the_text_message_is_one_paragraph_of_at_most_300_characters(
    shelf: Shelf, language: str, many: int
) -> None:
    report = full("澄江精密机械有限公司\n" * 9)
    text = shown(
        replace(report, visits=report.visits[:1] * many, plan=report.plan * many),
        replace(shelf, language=language),
        "daily",
        "sms",
    )
    assert text.count("\n") == 1
    assert 0 < len(text.rstrip("\n")) <= SMS_LENGTH


@given(st.text(max_size=60), st.integers(1, 40))
def test_shortened_text_fits_and_says_that_it_was_cut(text: str, most: int) -> None:
    cut = shortened(text, most)
    assert len(cut.encode("utf-16-le", "surrogatepass")) // 2 <= most or cut == "…"
    assert cut == text or cut.endswith("…")


def test_a_text_is_cut_after_a_clause() -> None:
    assert shortened("拜访三户；电话两户；会议一场，谈到很晚", 13) == "拜访三户；电话两户…"


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\x00"), min_size=1, max_size=30))
def test_any_data_goes_through_every_format(word: str) -> None:
    shelf = Shelf(Path("/nonexistent"), SHIPPED, "zh")
    for name, format_ in (("weekly", "text"), ("weekly", "md"), ("monthly", "html"), ("daily", "sms")):
        assert shown(full(word), shelf, name, format_)


def test_the_users_file_wins_over_the_shipped_one(shelf: Shelf) -> None:
    own(shelf, "weekly.txt.j2", "我的 {{ counts.visits.count }}")
    assert shown(full(), shelf) == "我的 3\n"
    own(shelf, "zh/weekly.txt.j2", "中文的")
    assert shown(full(), shelf) == "中文的\n"
    assert shown(full(), replace(shelf, language="en")) == "我的 3\n"


def test_a_users_template_may_build_on_the_shipped_pieces(shelf: Shelf) -> None:
    own(shelf, "mine.html.j2", '{% extends "base.html.j2" %}{% block page %}{{ owner }}{% endblock %}')
    assert "<main>\n&lt;b&gt;</main>" in shown(replace(full(), owner="<b>"), shelf, "mine", "html")


def test_a_template_may_lie_anywhere(shelf: Shelf, tmp_path: Path) -> None:
    (tmp_path / "here.md.j2").write_text('{% include "beside.j2" %}', encoding="utf-8")
    (tmp_path / "beside.j2").write_text("{{ owner | md }}", encoding="utf-8")
    assert shown(replace(full(), owner="a|b"), shelf, str(tmp_path / "here.md.j2"), "md") == "a\\|b\n"


def test_a_template_that_tells_another_format_is_refused(shelf: Shelf) -> None:
    own(shelf, "mine.html.j2", "x")
    with pytest.raises(UsageError, match=r"mine\.html\.j2 writes html, not md"):
        shown(full(), shelf, "mine.html.j2", "md")


@pytest.mark.parametrize("word", ["nothing", "nothing.txt.j2", "/nonexistent/nothing.txt.j2"])
def test_a_missing_template_is_not_found(shelf: Shelf, word: str) -> None:
    with pytest.raises(NotFoundError, match="nothing"):
        shown(full(), shelf, word)


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("一\n二 {{ ownr }}\n", 2, "'ownr' is undefined"),
        ("一\n{% if owner %}\n", 2, "Unexpected end of template"),
        ("{{ counts.nothing }}", 1, "has no attribute 'nothing'"),
        ("\n\n{{ owner | nofilter }}", 3, "No filter named 'nofilter'"),
        ("\n{{ 1 / 0 }}", 2, "division by zero"),
        ("\n{% include 'gone.j2' %}", 2, "there is no template gone.j2"),
        ("{{ ''.__class__.__mro__ }}", 1, "unsafe"),
        ("\n{% for x in range(10**9) %}x{% endfor %}", 2, "Range too big"),
        ("\n{{ 'x' * 10**9 }}", 2, "a text of more than"),
        ("\n{{ 9 ** 9999 }}", 2, "a power of more than"),
        ("\n{{ counts.update({'x': 1}) }}", 2, "unsafe"),
        ("{% include 'weekly.txt.j2' %}", 1, "recursion"),
        ("\n{{ owner | day }}", 2, "Invalid isoformat"),
        ("\n{% extends '../../../config.toml' %}", 2, "there is no template"),
    ],
)
def test_a_broken_template_is_named_with_its_line(shelf: Shelf, text: str, line: int, problem: str) -> None:
    path = own(shelf, "weekly.txt.j2", text)
    with pytest.raises(SettingsError) as caught:
        shown(full(), shelf)
    assert str(caught.value).startswith(f"{path}, line {line}: ")
    assert problem in str(caught.value)


def test_a_template_that_is_not_utf8_is_named(shelf: Shelf) -> None:
    (shelf.home / "templates" / "weekly.txt.j2").write_bytes("周报".encode("gb18030"))
    with pytest.raises(SettingsError, match=r"weekly\.txt\.j2 is not UTF-8"):
        shown(full(), shelf)


def test_the_listing_tells_name_format_and_whose_it_is(shelf: Shelf) -> None:
    own(shelf, "branch.md.j2", "")
    own(shelf, "zh/weekly.txt.j2", "")
    own(shelf, "notes.txt", "")
    found = {(each.name, each.format): each.own for each in listing(shelf)}
    assert found[("branch", "md")] is found[("weekly", "text")] is True
    assert {key for key, mine in found.items() if not mine} == (set(ALL) | OTHERS) - {("weekly", "text")}


@pytest.fixture(params=["templates.md", "templates.zh.md"])
def worked_example(request: pytest.FixtureRequest) -> tuple[str, str]:
    """The example's template and the output the page promises."""
    page = (Path(__file__).parents[2] / "docs" / request.param).read_text(encoding="utf-8")
    template, output = re.findall(r"```(?:jinja|markdown)\n(.*?)```", page, re.DOTALL)[:2]
    return template, output


def test_the_worked_example_of_the_docs_renders_as_promised(
    shelf: Shelf, worked_example: tuple[str, str]
) -> None:
    template, output = worked_example
    own(shelf, "branch.md.j2", template)
    client = "云岫精密机械"
    report = replace(
        full(),
        owner="张伟",
        needs=(Remark(7, "2026-11-24", client, "续贷500万元，要求下调利率", ()),),
        plan=(
            replace(full().plan[0], client=client, text="上报续贷材料", kind="follow-up", due="2026-11-30"),
        ),
    )
    assert shown(report, replace(shelf, language="zh" if "周" in output else "en"), "branch", "md") == output


@pytest.mark.parametrize("page", ["templates.md", "templates.zh.md"])
def test_the_docs_name_every_field_and_filter(page: str) -> None:
    text = (Path(__file__).parents[2] / "docs" / page).read_text(encoding="utf-8")
    assert [name for name in SECTIONS if f"`{name}`" not in text] == []
    for value in (full(), market(), grieved(), grieved().counts, *grieved().open, *notes("")):
        assert [name for name in json_text.record(value) if f"`{name}`" not in text] == []
    from rmtool.writers import template_filters

    assert [name for name in template_filters.made("zh", PROFILE) if f"`{name}`" not in text] == []


@pytest.mark.parametrize(
    ("language", "form", "said"),
    [
        ("en", "text", ["MEASURES\n", "• shelf coverage: 85%, +3 vs last week (2 entries)\n", "• outings: 4, −1 vs last week\n",
                        "• own | <b>: 2.5 (1 entry)\n"]),
        ("zh", "text", ["【计量】\n", "• 铺货率：85%，比上周 +3（2 条）\n", "• 走访店数：4，比上周 −1\n", "• own | <b>：2.5（1 条）\n"]),
        ("en", "md", ["| shelf coverage | 85% | +3 | 2 |", "| outings | 4 | −1 |  |", "| own \\| \\<b\\> | 2.5 |  | 1 |"]),
        ("zh", "md", ["## 计量", "| 铺货率 | 85% | +3 | 2 |"]),
        ("zh", "html", ["<h2>计量</h2>", '<td>铺货率</td><td class="num">85%</td>', "own | &lt;b&gt;"]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("name", ["weekly", "monthly"])
def test_measures_stand_with_their_units_and_changes(
    shelf: Shelf, name: str, language: str, form: str, said: list[str]
) -> None:
    measured = PROFILE._replace(
        measures=(
            Measure("shelf-coverage", "铺货率", "shelf coverage", "%"),
            Measure("outings", "走访店数", of="visits"),
        )
    )
    text = render(json_text.record(full()), name, form, replace(shelf, language=language), measured)
    assert [each for each in said if each not in text] == []


@pytest.mark.parametrize(
    ("language", "form", "said"),
    [
        ("en", "text", ["THE DAY'S PLAN", "1 of 2 seen", "not seen | Yuanfan <b>: 2 days late | x"]),
        ("zh", "text", ["【当日计划】", "已见 1 / 2 户", "未见｜Yuanfan <b>：2 days late | x"]),
        ("zh", "md", ["## 当日计划", "Yuanfan \\<b\\>", "2 days late \\| x"]),
        ("zh", "html", ["当日计划", "Yuanfan &lt;b&gt;", "已见 1 / 2 户"]),
    ],
)
def test_the_daily_report_tells_what_was_done_of_the_plan(
    shelf: Shelf, language: str, form: str, said: list[str]
) -> None:
    text = shown(full(), replace(shelf, language=language), "daily", form)
    assert [each for each in said if each not in text] == []
    assert "every 10 working days" not in text


@pytest.mark.parametrize(
    ("language", "form", "said"),
    [
        (
            "en",
            "text",
            [
                "DEALS",
                "5,000,000 won; 3 open, 1,200,000, weighted 360,000",
                "won | 云岫: loan <b> 5,000,000",
                "lost | 云岫: deposit | x 85,000.50 (20 points)",
            ],
        ),
        (
            "zh",
            "text",
            [
                "【商机】",
                "成交 500万，在谈 3 笔 120万，加权 36万",
                "失败｜云岫：deposit | x 85,000.50（20 points）",
            ],
        ),
        ("zh", "md", ["## 商机", "loan \\<b\\> 500万"]),
        ("en", "html", ["<h2>Deals", "loan &lt;b&gt; <b>5,000,000</b>"]),
    ],
)
@pytest.mark.parametrize("name", ["weekly", "monthly"])
def test_deals_stand_in_the_weekly_and_monthly_report(
    shelf: Shelf, name: str, language: str, form: str, said: list[str]
) -> None:
    text = shown(full(), replace(shelf, language=language), name, form)
    assert [each for each in said if each not in text] == []


@pytest.mark.parametrize(
    ("language", "said"), [("zh", "【商机】\n成交 500万\n\n•"), ("en", "DEALS\n5,000,000 won\n\n•")]
)
def test_nothing_is_said_of_open_deals_where_there_are_none(shelf: Shelf, language: str, said: str) -> None:
    report = replace(full(), deals=replace(DEALS, open=0, total=0.0, weighted=0.0))
    assert said in shown(report, replace(shelf, language=language))


def market(word: str = "云岫") -> MarketReport:
    """A market report in which every section has something, each piece of data being `word`."""
    month = Span("month", "2026-11", "2026-11-01", "2026-11-30")
    counts = (KindCount(word, 3, -1), KindCount("x", 0, -2))
    remark = Remark(1, "2026-11-24", word, word, (word,))
    return MarketReport(
        name="market", period=month, previous=month, as_of="2026-11-24", made_at="2026-11-24T17:30+08:00",
        owner=word, department=word, total=Change(3, -1), untold=1, kinds=(KindCount("price", 3, -1),),
        competitors=counts, products=counts, places=counts, urgent=notes(word)[::2], notes=notes(word),
        notes_left_out=7, heard=(remark,), needs=(ProductNeeds(word, (remark,)), ProductNeeds("", (remark,))),
        trends=(Trend(word, word, (1.0, None, 3.0), 4.5), Trend("x", "", (None, 2.0), None)),
    )  # fmt: skip


def quiet() -> MarketReport:
    """A market report of a month in which nothing was noted."""
    return replace(
        market(), owner="", department="", total=Change(0, 0), untold=0, kinds=(), competitors=(), products=(),
        places=(), urgent=(), notes=(), notes_left_out=0, heard=(), needs=(), trends=(),
    )  # fmt: skip


def grieved(word: str = "云岫") -> ComplaintsReport:
    """A complaints report in which every section has something, each piece of data being `word`."""
    month = Span("month", "2026-11", "2026-11-01", "2026-11-30")
    handed = HandOver(1, "2026-11-03", "10:00", word, word, word)
    open_one = CaseRow(
        1, word, 1, word, word, word, word, word, "2026-11-03", "09:30", "2026-11-03", "17:30", "", "", "", "no",
        "overdue", True, word, word, (handed,),
    )  # fmt: skip
    settled = replace(open_one, number=2, closed_on="2026-11-04", result=word, state="done", escalate_to="")
    plain = replace(open_one, number=3, state="open", late=False, escalate_to="", hand_overs=())
    change = Change(3, -1)
    return ComplaintsReport(
        name="complaints", period=month, previous=month, as_of="2026-11-24", made_at="2026-11-24T17:30+08:00",
        owner=word, department=word, counts=ComplaintCounts(change, change, 2, 1, 1, 1, 1, 1, 1, 1, 1),
        causes=(KindCount(word, 2, 1), KindCount("", 1, -1)), repeats=(Repeat(word, "", (1, 2)), Repeat("", word, (1, 2))),
        worst=(open_one, settled), worst_left_out=7, open=(open_one, plain), untold=(settled,),
    )  # fmt: skip


def content() -> ComplaintsReport:
    """A complaints report of a month without one."""
    return replace(
        grieved(), owner="", department="", counts=ComplaintCounts(Change(0, 0), Change(0, 0), 0, 0, 0, 0, 0, 0, 0, 0, 0),
        causes=(), repeats=(), worst=(), worst_left_out=0, open=(), untold=(),
    )  # fmt: skip


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("form", ["text", "md", "html"])
def test_the_complaints_report_shows_a_full_and_an_empty_month(
    shelf: Shelf, language: str, form: str
) -> None:
    shelf = replace(shelf, language=language)
    for report in (grieved(), content()):
        text = render(json_text.record(report), "complaints", form, shelf, PROFILE)
        assert not re.search(r"\b(None|nan|Undefined)\b", text)
        assert ("云岫" in text) == (report.owner != "")
        assert ("7 more are not listed" in text or "另有 7 件未列出" in text) == (report.owner != "")
        if language == "en":
            assert not re.search(
                r"[\u3000-\u9fff\uff00-\uffef]", text.replace("云岫", "").replace("Noto Sans CJK", "")
            )
    assert "<h2>" not in text
    assert "## " not in text
    assert "【" not in text


def test_the_complaints_report_is_safe_whatever_is_in_it(shelf: Shelf) -> None:
    record = json_text.record(grieved(NASTY))
    page = render(record, "complaints", "html", shelf, PROFILE)
    assert "<script" not in page
    body = page.partition("<body>")[2].partition("</body>")[0].replace("<br>", "<br/>")
    ElementTree.fromstring(f"<body>{body}</body>")
    for line in render(record, "complaints", "md", shelf, PROFILE).splitlines():
        assert not re.search(r"(?<!\\)[<`\[]", line), line
    text = render(record, "complaints", "text", shelf, PROFILE)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f\u202e]", text)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("form", ["text", "md", "html"])
def test_the_market_report_shows_a_full_and_an_empty_month(shelf: Shelf, language: str, form: str) -> None:
    shelf = replace(shelf, language=language)
    for report in (market(), quiet()):
        text = render(json_text.record(report), "market", form, shelf, PROFILE)
        assert not re.search(r"\b(None|nan|Undefined)\b", text)
        assert ("云岫" in text) == (report.owner != "")
        assert ("7 more are not listed" in text or "另有 7 条未列出" in text) == (report.owner != "")
        if language == "en":
            assert not re.search(
                r"[\u3000-\u9fff\uff00-\uffef]", text.replace("云岫", "").replace("Noto Sans CJK", "")
            )
    assert "<h2>" not in text
    assert "## " not in text
    assert "【" not in text


def test_the_market_report_is_safe_whatever_is_in_it(shelf: Shelf) -> None:
    record = json_text.record(market(NASTY))
    page = render(record, "market", "html", shelf, PROFILE)
    assert "<script" not in page
    body = page.partition("<body>")[2].partition("</body>")[0].replace("<br>", "<br/>")
    ElementTree.fromstring(f"<body>{body}</body>")
    for line in render(record, "market", "md", shelf, PROFILE).splitlines():
        assert not re.search(r"(?<!\\)[<`\[]", line), line
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f\u202e]", render(record, "market", "text", shelf, PROFILE))


@pytest.mark.parametrize(
    ("language", "form", "said"),
    [
        ("zh", "text", ["• 价格｜云岫：云岫（云岫，云岫，云岫）（紧急，立即告知 云岫）", "（紧急，11-24 周二 已告知 云岫）"]),
        ("en", "text", ["• price | 云岫: 云岫 (云岫, 云岫, 云岫) (urgent, tell 云岫 at once)", "(urgent, 云岫 told 24 Nov Tue)"]),
        ("zh", "md", ["- 价格：**云岫** 云岫（云岫，云岫，云岫）（**紧急**，立即告知 云岫）"]),
        ("en", "md", ["- price: **云岫** 云岫 (云岫, 云岫, 云岫) (**urgent**, tell 云岫 at once)"]),
        ("en", "html", ['<span class="tag warn">tell 云岫 at once</span>', '<span class="tag">云岫 told 24 Nov Tue</span>']),
        ("zh", "html", ['<span class="tag warn">立即告知 云岫</span>', "11-24 周二 已告知 云岫"]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("name", ["daily", "weekly", "market"])
def test_notes_say_whether_they_were_passed_on(
    shelf: Shelf, name: str, language: str, form: str, said: list[str]
) -> None:
    report = market() if name == "market" else replace(full(), sections=("market",))
    text = render(json_text.record(report), name, form, replace(shelf, language=language), PROFILE)
    assert [each for each in said if each not in text] == []


def test_competitors_are_not_told_twice(shelf: Shelf) -> None:
    both = shown(replace(full(), sections=("remarks", "market"), notes=()), shelf)
    assert "【反馈与同业】" in both
    assert "【同业与市场】" not in both


@pytest.mark.parametrize(
    ("language", "form", "said"),
    [
        ("en", "text", ["STANDING DUTIES: 67% done in time", "• missed | CIS <b> 0/1, 1 missed (AUTO.3)",
                        "• in danger | stock | x 2/5, by 27 Nov Fri (FMCG.1)"]),
        ("zh", "text", ["【常规职责】按时完成 67%", "• 有风险｜登记 2/5，最迟 11-27 周五（FMCG.1）"]),
        ("en", "md", ["## Standing duties: 67% done in time", "- missed **CIS \\<b\\>** 0/1", "**stock \\| x** 2/5"]),
        ("zh", "html", ["按时完成 67%", '<span class="who">评估</span>未达成 0/1，漏 1 次']),
    ],
)  # fmt: skip
def test_the_week_tells_of_standing_duties(shelf: Shelf, language: str, form: str, said: list[str]) -> None:
    text = shown(full(), replace(shelf, language=language), "weekly", form)
    assert [each for each in said if each not in text] == []
