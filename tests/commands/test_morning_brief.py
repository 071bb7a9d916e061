import json

import pytest

from rmtool.commands import _profiles
from rmtool.domain.text import width

FRIDAY, MONDAY = "2026-11-20T15:00:00+08:00", "2026-11-23T08:00:00+08:00"


@pytest.fixture
def known(run):
    for name, industry in (("张三", "机械"), ("李四", "机械"), ("王五", "")):
        run("add-client", name, "--industry", industry, "--owner", "林", now=FRIDAY, check=0)
    run("log-visit", "张三", "谈续贷", "--need", "降利率，电话13800138000", "--feedback", "回单机坏了", now=FRIDAY, check=0)  # fmt: skip
    run("log-visit", "李四", "认识", now="2026-11-22T10:00:00+08:00", check=0)
    run("add-deal", "李四", "流贷", "500万", now=FRIDAY, check=0)
    run("log-visit", "王五", "上周的", "--on", "2026-11-19", now=FRIDAY, check=0)
    run("add-task", "送对账单", "--client", "张三", "--due", "2026-11-23", now=FRIDAY, check=0)
    return run


def test_monday_looks_back_to_friday_and_the_weekend(known) -> None:
    out = known("morning-brief", now=MONDAY, check=0).out
    assert out.splitlines() == [
        "2026-11-20 Fri to 2026-11-22 Sun: 2 visits, 3 new clients",
        "  机械  2 visits, 2 clients, 2 new clients",
        "  no industry  1 new client",
        "",
        "Questions and feedback",
        "  张三  降利率，电话138******00",
        "  张三  回单机坏了",
        "",
        "Deals",
        "  李四  流贷, 5,000,000, lead",
        "",
        "Plan for 2026-11-23 Mon: 1 stop",
        "",
        "no area",
        "     1  张三",
        "        why  follow-up 1: 送对账单 (today)",
        "        need  降利率，电话138******00",
    ]
    assert max(map(width, out.splitlines())) <= 80


def test_what_found_no_room_is_not_forgotten(known, home) -> None:
    known("add-task", "回电话", "--client", "李四", "--due", "2026-11-23", now=FRIDAY, check=0)
    general = _profiles.shipped()["general"].read_text(encoding="utf-8")
    (home / "profile.toml").write_text(f"max_per_day = 1\n{general}", encoding="utf-8")
    out = known("morning-brief", now=MONDAY, check=0).out
    assert "Plan for 2026-11-23 Mon: 1 stop" in out
    assert out.split("Not to be forgotten, and not in the plan\n")[1].split() == [
        "2",
        "today",
        "李四",
        "回电话",
    ]


def test_a_day_off_means_the_next_one_worked(known) -> None:
    out = known("morning-brief", "2026-11-29", now=MONDAY, check=0).out
    assert out.startswith("2026-11-27 Fri to 2026-11-29 Sun: nothing was logged.\n")
    assert "Plan for 2026-11-30 Mon" in out


def test_a_client_of_no_industry_is_told_in_chinese_too(known) -> None:
    out = known("morning-brief", lang="zh", now=MONDAY, check=0).out
    assert "  未分行业  1 个新客户" in out


def test_json_chinese_and_whose(known) -> None:
    brief = json.loads(known("morning-brief", "--json", now=MONDAY, check=0).out)
    assert (brief["first"], brief["last"], brief["day"]) == ("2026-11-20", "2026-11-22", "2026-11-23")
    assert [(each["industry"], each["visits"]) for each in brief["industries"]] == [("机械", 2), ("", 0)]
    assert brief["questions"][0]["text"] == "降利率，电话138******00"
    out = known("morning-brief", "--owner", "王", lang="zh", now=MONDAY, check=0).out
    assert out.startswith("2026-11-20 周五 至 2026-11-22 周日：没有登记。")


@pytest.mark.parametrize("form", ["text", "md", "html", "json"])
def test_a_schedule_writes_it(known, tmp_path, form: str) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    known("schedule", "morning-brief", "--at", "8:00", "--to", folder, "--format", form, now=MONDAY, check=0, PATH="/nowhere")  # fmt: skip
    known("run-schedule", "1", now=MONDAY, check=0)
    (file,) = folder.iterdir()
    text = file.read_text(encoding="utf-8")
    assert file.name.startswith("morning-brief-2026-11-23.")
    assert "2026-11-20 Fri to 2026-11-22 Sun: 2 visits, 3 new clients" in text
    assert "13800138000" not in text
    if form == "text":
        assert text == known("morning-brief", now=MONDAY, check=0).out
