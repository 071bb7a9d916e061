"""`complaints-report`: every format, in both languages, masked."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture
def house(run: Callable) -> Callable:
    run("use-profile", "distributor", "--yes", check=0)
    run("add-client", "华星酒业", check=0)
    run("add-complaint", "1", "渗漏，电话 13800138000", "--cause", "quality", "--severity", "serious", "--on",
        "2026-11-03", check=0)  # fmt: skip
    run("add-complaint", "1", "again", "--cause", "quality", check=0)
    run("hand-over", "1", "质检部", "--to", "周敏", check=0)
    run("settle-complaint", "1", "--result", "换货", check=0)
    return run


def test_it_is_of_this_month_unless_said_otherwise(house: Callable) -> None:
    out = house("complaints-report", check=0).out
    assert out.startswith(
        "Complaints Nov 2026\n\n2 came in (+2 vs same days of last month), 1 settled (+1), 1 open."
    )
    assert "• quality of the goods: 2 (+2)" in out
    assert "Nov Tue 09:30 to quality control 周敏" in out
    assert out == house("report", "complaints", check=0).out
    assert house("complaints-report", "last month", lang="zh", check=0).out.startswith("投诉分析 2026年10月")


@pytest.mark.parametrize("suffix", ["txt", "md", "html", "json"])
def test_every_format_is_masked_unless_asked_otherwise(house: Callable, tmp_path: Path, suffix: str) -> None:
    house("complaints-report", "-o", f"c.{suffix}", check=0)
    text = (tmp_path / f"c.{suffix}").read_text(encoding="utf-8")
    assert "13800138000" not in text
    assert "渗漏" in text
    house("complaints-report", "-o", f"c.{suffix}", "--unmasked", "--reason", "audit", check=0)
    assert "13800138000" in (tmp_path / f"c.{suffix}").read_text(encoding="utf-8")


def test_the_page_has_a_bar_for_each_cause(house: Callable) -> None:
    page = house("complaints-report", "--format", "html", lang="zh", check=0).out
    assert page.count('class="bar"') == 1
    assert "产品质量" in page.partition("<svg")[2].partition("</svg>")[0]


def test_json_has_stable_names(house: Callable) -> None:
    found = json.loads(house("complaints-report", "--json", check=0).out)
    assert list(found) == [
        "name", "period", "previous", "as_of", "made_at", "owner", "department", "sources", "counts", "causes", "repeats", "worst",
        "worst_left_out", "open", "untold",
    ]  # fmt: skip


def test_cron_can_write_it(house: Callable, crontab: Path, reports: Path) -> None:
    assert not crontab.exists()
    house("schedule", "complaints", "--at", "1 09:00", "--to", reports, check=0)
    house("run-schedule", "1", now="2026-12-01T09:00:00+08:00", check=0)
    assert "Nov 2026" in (reports / "complaints-2026-11.md").read_text(encoding="utf-8")


def test_bad_words(house: Callable) -> None:
    done = house("complaints-report", "nonsense", check=2)
    assert done.err.count("\n") == 1


def test_the_day_sums_up_its_enquiries(run: Callable) -> None:
    run("use-profile", "loan-company", "--yes", check=0)
    run("add-task", "李女士问利率", "--kind", "enquiry", check=0)
    run("add-task", "王先生问额度", "--kind", "enquiry", check=0)
    run("close-task", "1", "--result", "已告知", check=0)
    out = run("daily-report", check=0).out
    assert (
        "ENQUIRIES\n2 came in, 1 answered, 1 open\n• 09:30 李女士问利率 → 已告知\n• 09:30 王先生问额度 (open)"
        in out
    )
    for form in ("md", "html"):
        assert (
            "共 2 件，已答复 1 件，待答复 1 件"
            in run("daily-report", "--format", form, lang="zh", check=0).out
        )
    run("use-profile", "general", "--yes", check=0)
    assert "ENQUIRIES" not in run("daily-report", check=0).out
