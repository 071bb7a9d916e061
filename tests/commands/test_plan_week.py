import json

import pytest

from rmtool.domain.text import width


@pytest.fixture
def known(run):
    early = "2026-11-01T09:00:00+08:00"
    for name in ("张三", "李四", "王五"):
        run("add-client", name, "--tier", "A", "--owner", "林", now=early, check=0)
    run("add-client", "赵六", "--every", "1/week", "--owner", "王", now=early, check=0)
    return run


def test_two_weeks_day_by_day(known) -> None:
    out = known("plan-week", check=0).out
    days = [line for line in out.splitlines() if line.startswith("2026")]
    assert days[:5] == [
        "2026-11-24 Tue: 1 client",
        "2026-11-25 Wed: 1 client",
        "2026-11-26 Thu: 1 client",
        "2026-11-27 Fri: 1 client",
        "2026-11-30 Mon: 0 clients",
    ]
    assert "every 10 working days" in out
    assert max(map(width, out.splitlines())) <= 80
    assert known("plan-week", lang="zh", check=0).out.startswith("2026-11-24 周二：1 户\n")


def test_whose_how_long_and_how_many(known) -> None:
    def names(*words: str) -> list[list[str]]:
        plan = json.loads(known("plan-week", *words, "--json", check=0).out)
        return [[each["name"] for each in day["touches"]] for day in plan["days"]]

    assert names("--owner", "王", "--weeks", "1") == [[], [], [], ["赵六"], []]
    assert names("next mon", "--weeks", "1", "--owner", "林")[:3] == [["张三"], ["李四"], ["王五"]]
    known("add-client", "钱七", "--every", "1d", now="2026-11-01T09:00:00+08:00", check=0)
    out = known("plan-week", "--weeks", "1", "--max", "1", check=0).out
    assert "touched\n\n1 touch found no room:\n     4  3 days late    赵六" in out
    assert out.endswith("More a day with --max, or all with `rmtool due`.\n")
    assert known("plan-week", "--weeks", "0", check=2).err


def test_a_week_of_holidays(known) -> None:
    out = known("plan-week", "2026-10-01", "--weeks", "1", now="2026-09-28T09:00:00+08:00", check=0).out
    assert out == "None of these days is worked: give a later DAY, or more --weeks.\n"


def test_tasks_stand_on_the_day_by_which_they_must_be_done(run) -> None:
    run("add-client", "张三", check=0)
    for day in ("2026-11-23", "2026-11-26", "2026-11-28", "2027-01-20"):
        run(
            "add-task",
            f"事{day[8:]}",
            "--client",
            "张三",
            "--due",
            day,
            now="2026-11-20T09:00:00+08:00",
            check=0,
        )
    for number in range(12):
        run("add-task", f"案头{number}", "--due", "2026-11-30", check=0)
    out = run("plan-week", check=0).out
    assert "2026-11-24 Tue: 0 clients, 1 task\n     1  follow-up      张三                  事23\n" in out
    # Saturday's must be done by Friday.
    assert "2026-11-27 Fri: 0 clients, 1 task\n     3  follow-up      张三                  事28\n" in out
    assert "2026-11-30 Mon: 0 clients, 12 tasks\n" in out
    assert "        2 tasks more: see `rmtool list-tasks`.\n" in out
    assert "事20" not in out
