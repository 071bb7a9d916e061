import json

import pytest


@pytest.fixture
def known(run):
    early = "2026-11-01T09:00:00+08:00"
    run("add-client", "张三", "--tier", "A", now=early, check=0)
    run("add-client", "李四", "--tier", "B", "--every", "7wd", now=early, check=0)
    run("log-visit", "李四", "谈续贷", "--on", "2026-11-12", "--kind", "call", check=0)
    return run


def test_who_is_due_and_why(known) -> None:
    assert known("due", check=0).out.split("\n")[:2] == [
        "     1  11 days late   张三                  A special, every 10 working days;",
        "                                             never touched",
    ]
    lines = json.loads(known("due", "--json", check=0).out)
    assert [(each["name"], each["due"], each["days"], each["state"]) for each in lines] == [
        ("张三", "2026-11-13", 11, "overdue"),
        ("李四", "2026-11-23", 1, "overdue"),
    ]
    known("log-visit", "张三", "x", check=0)
    known("log-visit", "李四", "x", check=0)
    assert "Nobody is due on 2026-11-24 Tue." in known("due", check=0).err


def test_who_comes_up_and_the_load(known) -> None:
    known("log-visit", "张三", "x", check=0)
    known("log-visit", "李四", "x", check=0)
    soon = json.loads(known("due", "--soon", "2w", "--json", check=0).out)
    assert [(each["name"], each["state"], each["days"]) for each in soon] == [
        ("李四", "soon", -9),
        ("张三", "soon", -14),
    ]
    load = json.loads(known("due", "--forecast", "2w", "--json", check=0).out)
    assert {each["day"]: each["touches"] for each in load if each["touches"]} == {
        "2026-12-03": 1,
        "2026-12-08": 1,
    }
    assert "█" in known("due", "--forecast", "2w", check=0).out


def test_the_firms_own_days_and_years_nobody_knows(known, home) -> None:
    (home / "calendar.toml").write_text('off = ["2026-11-13..2026-11-30"]\n')
    lines = json.loads(known("due", "--soon", "30d", "--json", check=0).out)
    assert [each["due"] for each in lines] == ["2026-12-01", "2026-12-09"]
    done = known("due", "2031-03-03", check=0)
    assert "The holidays of 2031 are not known yet" in done.err
    (home / "calendar.toml").write_text('\noff = ["soon"]\n')
    done = known("due", check=5)
    assert "calendar.toml, line 2: soon is no day" in done.err


def test_a_cadence_of_ones_own(known) -> None:
    assert "often is no cadence" in known("edit-client", "李四", "--every", "often", check=2).err
    known("edit-client", "李四", "--every", "每周2次", check=0)
    assert json.loads(known("due", "--soon", "5d", "--json").out)[-1]["every"] == "2/week"
    assert "Cadence  2/week" in known("show-client", "李四", check=0).out
    known("edit-client", "李四", "--every", "", check=0)
    assert "Cadence" not in known("show-client", "李四", check=0).out


def test_in_chinese(known) -> None:
    assert "每 7 个工作日；上次 11-12 电话" in known("due", lang="zh", COLUMNS="100", check=0).out


def test_a_reception_calls_for_a_call_half_a_day_later(run) -> None:
    run("use-profile", "decoration", "--yes", check=0)
    run("add-client", "张三", "--tier", "A", check=0)
    run("log-visit", "张三", "看样板间", "--kind", "reception", "--at", "10:00", check=0)
    told = " ".join(run("due", check=0).out.split())
    assert told == "1 due 张三 showroom reception on 11-24, no call/leaving interview since: by 11-24 14:00"
    assert "11-24 进店接待后还没有电话/离店访" in run("due", lang="zh", check=0).out
    # Past its time it is late the same day; of another day the time says nothing.
    late = "2026-11-24T14:30:00+08:00"
    assert run("due", now=late, check=0).out.startswith("     1  late: 14:00 ")
    assert run("due", "2026-11-24", now="2026-11-23T15:00:00+08:00", check=0).out.startswith("     1  due ")
    assert ", late: 14:00" in " ".join(run("plan-day", now=late, check=0).out.split())
    run("log-visit", "张三", "满意", "--kind", "interview", check=0)
    assert "Nobody is due" in run("due", check=0).err
