"""`market-report`: what the market says, and what is urgent where one looks in the morning."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture
def noted(run: Callable) -> None:
    run("add-client", "张三", check=0)
    run("add-note", "卖假烟，电话 13800138000", "--kind", "violation", "--client", "张三", "--tell", "稽查队",
        "--on", "2026-10-20", check=0)  # fmt: skip
    for day in ("2026-11-02", "2026-11-03", "2026-11-04"):
        run("add-note", f"降价 {day}", "--kind", "price", "--client", "张三", "--on", day, check=0)


@pytest.mark.usefixtures("noted")
def test_it_is_of_this_month_unless_said_otherwise(run: Callable) -> None:
    out = run("market-report", check=0).out
    assert out.startswith(
        "Market report Nov 2026\n\n3 notes (+2 vs same days of last month), 1 not passed on."
    )
    assert out == run("report", "market", check=0).out == run("report", "market", "2026-11", check=0).out
    assert "1 note (+1 vs last month)" in run("market-report", "last month", check=0).out
    assert run("market-report", "2026-11上旬", lang="zh", check=0).out.startswith("市场情报 2026年11月上旬")


@pytest.mark.usefixtures("noted")
@pytest.mark.parametrize("suffix", ["txt", "md", "html", "json"])
def test_every_format_is_masked_unless_asked_otherwise(run: Callable, tmp_path: Path, suffix: str) -> None:
    run("market-report", "-o", f"m.{suffix}", check=0)
    text = (tmp_path / f"m.{suffix}").read_text(encoding="utf-8")
    assert "13800138000" not in text
    assert "卖假烟" in text
    run("market-report", "-o", f"m.{suffix}", "--unmasked", "--reason", "audit", check=0)
    assert "13800138000" in (tmp_path / f"m.{suffix}").read_text(encoding="utf-8")


@pytest.mark.usefixtures("noted")
def test_what_is_urgent_stands_everywhere_until_it_is_passed_on(run: Callable) -> None:
    words = (("today",), ("morning-brief",), ("daily-report",), ("weekly-report",), ("monthly-report",))
    for each in words:
        assert "稽查队" in run(*each, check=0).out, each
    assert json.loads(run("today", "--json", check=0).out)["untold"][0]["tell"] == "稽查队"
    run("mark-told", "1", check=0)
    for each in words:
        assert "稽查队" not in run(*each, check=0).out, each


@pytest.mark.usefixtures("noted")
def test_today_still_fits_a_screen(run: Callable) -> None:
    for number in range(8):
        run("add-note", f"急 {number}", "--tell", "稽查队", check=0)
        run("add-task", f"事 {number}", "--due", "today", check=0)
    lines = run("today", check=0).out.splitlines()
    assert len(lines) <= 23
    assert lines[2].startswith("To be passed on at once: 9")


@pytest.mark.usefixtures("noted")
def test_a_clients_page_has_its_last_three_notes_archived_or_not(run: Callable) -> None:
    run("archive-client", "张三", check=0)
    out = run("show-client", "张三", check=0).out
    assert [day in out for day in ("2026-11-04", "2026-11-03", "2026-11-02", "2026-10-20")] == [True] * 3 + [
        False
    ]


@pytest.mark.usefixtures("noted")
def test_cron_can_write_it(run: Callable, crontab: Path, reports: Path) -> None:
    assert not crontab.exists()
    made = run("schedule", "market", "--at", "1 09:00", "--to", reports, check=0)
    assert "last month" in made.err
    run("run-schedule", "1", now="2026-12-01T09:00:00+08:00", check=0)
    assert "Nov 2026" in (reports / "market-2026-11.md").read_text(encoding="utf-8")
