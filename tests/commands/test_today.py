import json

import pytest

from rmtool.domain.text import width


def test_an_empty_store_says_what_to_type_first(run) -> None:
    out = run("today", check=0).out
    assert len(out.splitlines()) == 3
    for word in ("add-client", "log-visit", "demo"):
        assert word in out


@pytest.fixture
def busy(run):
    run("add-client", "张三", "--tier", "A", now="2026-09-01T09:00:00+08:00", check=0)
    run(
        "add-client",
        "李四",
        "--tier",
        "A",
        "--birthday",
        "十月十八",
        "--lunar",
        now="2026-09-01T09:00:00+08:00",
        check=0,
    )
    run("add-contact", "李四", "陈波", "--birthday", "11-30", check=0)
    run("log-visit", "张三", "很久以前", "--on", "2026-11-01", check=0)
    run("log-visit", "张三", "短信不算", "--on", "2026-11-20", "--kind", "message", check=0)
    run("log-visit", "李四", "谈续贷", "--at", "09:00", check=0)
    run("add-task", "late", "--due", "2026-11-23", now="2026-11-20T09:00:00+08:00", check=0)
    run("add-task", "now", "--due", "today 15:00", "--client", "李四", check=0)
    run("add-task", "later", "--due", "+1d", check=0)
    return run


def test_the_day(busy) -> None:
    assert busy("today", check=0).out.splitlines() == [
        "2026-11-24 Tue",
        "",
        "Due and overdue: 2 (rmtool close-task N, move-task N DATE, list-tasks)",
        "     1  1 day late      -                 late",
        "     2  15:00           李四              now",
        "",
        "Logged today: 1 (rmtool show-visit N, edit-visit N)",
        "     3  09:00 visit     李四              谈续贷",
        "",
        "Gone quiet: 1 (rmtool show-client N, log-visit N TEXT)",
        "     1  23 days         张三              A last touch 2026-11-01",
        "",
        "Birthdays in the next 7 days: 2 (rmtool show-client N)",
        "     2  11-26 Thu       李四              (lunar calendar)",
        "     2  11-30 Mon       陈波              李四",
    ]


def test_a_bare_rmtool_shows_the_same(busy) -> None:
    assert busy(check=0).out == busy("today").out


def test_json(busy) -> None:
    day = json.loads(busy("today", "--json", check=0).out)
    assert (day["tasks_count"], day["visits_count"], day["quiet_count"], len(day["birthdays"])) == (
        2,
        1,
        1,
        2,
    )


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("columns", [40, 80])
def test_a_full_day_fits_on_one_screen(run, lang: str, columns: int) -> None:
    for place in range(6):
        run(
            "add-client",
            f"{'某' * 30}{place}",
            "--birthday",
            "11-25",
            now="2026-01-01T09:00:00+08:00",
            check=0,
        )
    for _place in range(9):
        run("add-task", "长" * 100, "--due", "today", check=0)
    for _place in range(6):
        run("log-visit", "no:1", "长\n" * 100, check=0)
    lines = run("today", lang=lang, COLUMNS=str(columns), check=0).out.splitlines()
    assert len(lines) <= 23
    assert max(map(width, lines)) <= columns
    assert any(":" in line or "：" in line for line in lines)


def test_festivals_and_own_days_stand_on_top(run) -> None:
    run("add-client", "华星机械", check=0)
    run("add-client-day", "华星", "成立日", "09-22", check=0)
    out = run("today", now="2026-09-20T09:30:00+08:00", check=0).out
    # A line of the screen: what has no room is cut.
    assert (
        out.split("\n")[1]
        == "Coming up (rmtool care): 华星机械 成立日 09-22 Tue; Mid-Autumn Festival 09-25 F…"
    )
    assert "中秋节 09-25 周五" in run("today", now="2026-09-20T09:30:00+08:00", lang="zh", check=0).out
    assert "Coming up" not in run("today", check=0).out


def test_whom_something_calls_for_is_named(run) -> None:
    run("use-profile", "decoration", "--yes", check=0)
    run("add-client", "张三", check=0)
    run("log-visit", "张三", "看样板间", "--kind", "reception", "--at", "08:00", check=0)
    run("add-client", "李四", "--stage", "signed", check=0)
    run("add-milestone", "李四", "水电验收", "--due", "today", check=0)

    def told(lang: str, now: str = "2026-11-24T09:30:00+08:00") -> str:
        return run("today", lang=lang, now=now, COLUMNS="120", check=0).out.splitlines()[1]

    assert told("en") == (
        "To call or see: 2 (rmtool due) 李四 visit at acceptance (today); 张三 missed interview (13:00)"
    )
    assert told("zh") == "该补访回访：2 (rmtool due) 李四 验收回访（今天）；张三 补访（13:00）"
    late = "2026-11-24T13:01:00+08:00"
    assert told("zh", late).endswith("张三 补访（逾期 13:00）")
    assert told("en", "2026-11-25T09:30:00+08:00").endswith("张三 missed interview (overdue: 11-24)")
    run("log-visit", "张三", "满意", "--kind", "interview", check=0)
    run("log-visit", "李四", "验收", "--kind", "return-visit", check=0)
    assert "To call or see" not in run("today", check=0).out
