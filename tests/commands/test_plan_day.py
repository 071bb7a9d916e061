import json

import pytest


@pytest.fixture
def known(run):
    early = "2026-11-01T09:00:00+08:00"
    run("add-client", "张三", "--tier", "A", "--area", "城东", now=early, check=0)
    run("add-client", "李四", "--area", "城西", check=0)
    run("add-task", "送对账单", "--client", "李四", "--due", "2026-11-24", now=early, check=0)
    run("add-task", "写周报", "--due", "2026-11-24", now=early, check=0)
    return run


def test_the_plan_of_today(known) -> None:
    assert known("plan-day", check=0).out.splitlines() == [
        "Plan for 2026-11-24 Tue: 2 stops",
        "",
        "城西",
        "     2  李四",
        "        why  follow-up 1: 送对账单 (today)",
        "",
        "城东",
        "     1  张三",
        "        why  A special, every 10 working days; never touched, 11 days late",
        "",
        "At the desk",
        "     2   写周报",
    ]


def test_no_more_than_the_day_holds(known) -> None:
    done = known("plan-day", "--max", "1", "--json", check=0)
    plan = json.loads(done.out)
    assert ([each["name"] for each in plan["stops"]], plan["left_out"]) == (["李四"], 1)
    assert "1 more found no room today" in known("plan-day", "--max", "1", check=0).out


def test_nobody_is_planned_on_a_day_off(known) -> None:
    done = known("plan-day", "2026-11-28", check=0)
    assert "2026-11-28 Sat is no working day" in done.err
    assert done.out.startswith("Plan for 2026-11-30 Mon")


def test_a_saved_plan_stands_in_the_days_report(known) -> None:
    assert "THE DAY'S PLAN" not in known("daily-report", check=0).out
    assert "Kept as the plan for 2026-11-24 Tue." in known("plan-day", "--save", check=0).err
    known("log-visit", "李四", "送到了", check=0)
    out = known("daily-report", check=0).out
    assert "1 of 2 seen" in out
    assert "not seen | 张三: A special, every 10 working days; never touched, 11 days late" in out
    rows = json.loads(known("daily-report", "--json", check=0).out)["planned"]
    assert [(each["client"], each["done"]) for each in rows] == [("李四", True), ("张三", False)]


def test_in_chinese(known) -> None:
    out = known("plan-day", lang="zh", check=0).out
    assert out.startswith("2026-11-24 周二 的计划：2 户")
    assert "原因  跟进 1：送对账单（今天）" in out


def test_an_appointment_stands_with_its_time_and_who_comes_with_their_likes(known) -> None:
    known("add-task", "来行谈开户", "--client", "李四", "--due", "2026-11-24 15:00", check=0)
    known("add-contact", "李四", "陈波", "--likes", "喝茶", check=0)
    assert "follow-up 3: 来行谈开户 (15:00)" in known("plan-day", check=0).out
    out = known("plan-day", lang="zh", now="2026-11-24T16:00:00+08:00", check=0).out
    assert "跟进 3：来行谈开户（逾期 15:00）" in " ".join(out.split())
    assert "喜好  陈波：喝茶" in out
