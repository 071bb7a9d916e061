"""The satisfaction report and the make-up of the client base, as they look."""

import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from rmtool import paths
from rmtool.config import profile
from rmtool.config.profile_rows import Field
from rmtool.domain.client_base import ClientBase
from rmtool.domain.client_base import part
from rmtool.domain.reports import Change
from rmtool.domain.reports import Span
from rmtool.domain.reports import TierCount
from rmtool.domain.satisfaction import LowScore
from rmtool.domain.satisfaction import Praise
from rmtool.domain.satisfaction import SatisfactionReport
from rmtool.domain.satisfaction import score
from rmtool.writers import json_text
from rmtool.writers import templates

SHIPPED = paths.templates_folder()
PROFILE = profile.load(SHIPPED / "profiles" / "general.toml")._replace(
    client_fields=(Field("car", zh="车型", en="car"),)
)
NASTY = "<script>alert(1)</script> | `x` **b** \x1b[31m 第一行\n# 第二行 \u202e"
YEAR = Span("year", "2026", "2026-01-01", "2026-12-31")


def satisfaction(word: str) -> SatisfactionReport:
    months = tuple(score(f"2026-{number:02d}", (5.0, 2.0)) for number in range(1, 13))
    return SatisfactionReport(
        name="satisfaction", period=YEAR, previous=YEAR, as_of="2026-11-24", made_at="2026-11-24T17:30+08:00", owner=word,
        department=word, total=score("", (5.0, 2.0)), before=score("", (4.0,)), months=months, kinds=(score("call", (5.0, 2.0)),),
        low=(LowScore(1, "2026-11-24", word, "call", 2.0, word),), low_left_out=7, praised=(Praise(word, 3), Praise("x", 1)),
    )  # fmt: skip


def unscored(word: str) -> SatisfactionReport:
    return replace(
        satisfaction(word), total=score("", ()), before=score("", ()), months=(), kinds=(), low=(), low_left_out=0, praised=(),
    )  # fmt: skip


def base(word: str) -> ClientBase:
    counts = {word: 3, "": 1}
    groups = (
        part("tier", {"A": 3, "": 1}), part("stage", {"active": 4}), part("kind", {"person": 1, "company": 3}), part("industry", counts),
        part("age", {"0-29": 1, "40-49": 1, "60+": 2}), part("years", {"0": 1, "3-4": 1, "10+": 2}),
        part("source", {word: 2, "y": 1, "z": 1}, most=2), part("car", counts, field=True),
    )  # fmt: skip
    return ClientBase(
        name="client-base", period=YEAR, previous=YEAR, as_of="2026-11-24", made_at="2026-11-24T17:30+08:00", owner=word,
        department=word, clients=4, added=Change(3, -1), archived=Change(1, 0), lost=1,
        tiers=(TierCount("A", 3, 2, 67, 5), TierCount("", 1, 0, 0, 0)), groups=groups,
    )  # fmt: skip


def shown(value: object, form: str, language: str, home: Path) -> str:
    record = json_text.record(value)
    shelf = templates.Shelf(home, SHIPPED, language)
    return templates.render(record, str(record["name"]), form, shelf, PROFILE)


VALUES = [satisfaction, unscored, base, lambda word: replace(base(word), clients=0, tiers=(), groups=())]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("form", ["text", "md", "html"])
@pytest.mark.parametrize("made", VALUES)
def test_full_or_empty_every_word_is_of_its_language(made, form: str, language: str, tmp_path: Path) -> None:
    text = shown(made("Yun"), form, language, tmp_path)
    assert not re.search(r"\b(None|nan|Undefined)\b", text)
    assert "Yun" in text
    if language == "en":
        assert not re.search(r"[\u3000-\u9fff\uff00-\uffef]", text)
    else:
        body = text.partition("<main>")[2] if form == "html" else text
        words = re.findall(r"(?<![<&/\w\"#-])[A-Za-z]{2,}(?![\w=\"-])", re.sub(r"<[^>]*>", " ", body))
        assert set(words) <= {"Yun"}


@pytest.mark.parametrize("made", [satisfaction, base])
def test_safe_whatever_is_in_it(made, tmp_path: Path) -> None:
    page = shown(made(NASTY), "html", "zh", tmp_path)
    assert "<script" not in page
    body = page.partition("<body>")[2].partition("</body>")[0].replace("<br>", "<br/>")
    ElementTree.fromstring(f"<body>{body}</body>")
    for line in shown(made(NASTY), "md", "en", tmp_path).splitlines():
        assert not re.search(r"(?<!\\)[<`\[]", line), line
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f\u202e]", shown(made(NASTY), "text", "zh", tmp_path))


@pytest.mark.parametrize(
    ("made", "language", "form", "said"),
    [
        (satisfaction, "zh", "text", ["评分 2 次，平均 3.50（上期 4.00）；5分 50%（1），1–2分 50%（1）。", "• 2026-03：2 次，平均 3.50，5分 50%，1–2分 50%", "• 11-24 周二 云岫（电话，2分）：云岫", "• 云岫（3 次）", "另有 7 条未列出。"]),
        (satisfaction, "en", "md", ["**2** scores, mean **3.50** (before: 4.00)", "| call | 2 | 3.50 | 50% | 50% |", "- 云岫 (3 times)"]),
        (satisfaction, "en", "html", ["Share of 5s per month (%)", '<span class="tag warn">2</span>', "before: 4.00"]),
        (unscored, "en", "text", ["No satisfaction was scored in this time."]), (unscored, "zh", "html", ["这段时间没有满意度评分。"]),
        (base, "zh", "text", ["截至 11-24 周二，客户 4 户；新增 3（比上年 −1）", "【车型】\n• 云岫：3 户，75%\n• 未知：1 户，25%", "• A 特殊：3 户，拜访过 2 户（67%），拜访 5 次", "• 其余各类 1 户", "• 30岁以下：1 户"]),
        (base, "en", "text", ["4 clients; added 3 (−1 vs last year)", "CAR\n• 云岫: 3, 75%", "• of other sorts 1", "• 60 and over: 2, 50%", "• A special: 2 of 3 touched (67%), 5 visits"]),
        (base, "en", "html", ["All in numbers", "<figcaption>Industry</figcaption>", ">companies</text>"]),
    ],
)  # fmt: skip
def test_what_it_says(made, language: str, form: str, said: list[str], tmp_path: Path) -> None:
    text = shown(made("云岫"), form, language, tmp_path)
    assert [each for each in said if each not in text] == []


def test_a_label_is_escaped_once(tmp_path: Path) -> None:
    page = shown(base("A&B<c"), "html", "en", tmp_path)
    assert "A&amp;B&lt;c</text>" in page
    assert "&amp;amp;" not in page
    assert "&amp;lt;" not in page


@pytest.mark.parametrize("page", ["templates.md", "templates.zh.md"])
def test_the_docs_name_every_field(page: str) -> None:
    text = (SHIPPED.parent / "docs" / page).read_text(encoding="utf-8")
    for value in (satisfaction("x"), base("x"), score("", ()), base("x").groups[0]):
        assert [name for name in json_text.record(value) if f"`{name}`" not in text] == []
