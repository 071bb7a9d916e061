import json

import pytest

from rmtool.domain.text import width


@pytest.fixture
def known(run):
    run("add-client", "张三", now="2026-11-01T09:00:00+08:00", check=0)
    for day in ("2026-11-03", "2026-11-20", "2026-11-24"):
        run("log-visit", "张三", "谈", "--on", day, "--measure", "stock=100", check=0)
    run("set-target", "visits", "2026-11", "10", check=0)
    run("set-target", "stock", "2026-W48", "80", check=0)
    run("set-target", "won", "2026-12", "500万", "--owner", "林", check=0)
    return run


def test_progress_what_was_to_be_reached_and_the_forecast(known) -> None:
    lines = known("list-targets", check=0).out.splitlines()
    assert [line.split() for line in lines[2:]] == [
        ["stock", "2026-W48", "80", "100", "32", "250", "▁█", "met"],
        ["visits", "2026-11", "10", "3", "9", "4", "█▁▁██", "behind"],
    ]
    out = known("list-targets", "--all", check=0).out
    assert out.splitlines()[-1].split() == [
        "won,",
        "yuan",
        "(林)",
        "2026-12",
        "5,000,000",
        "0",
        "0",
        "0",
        "to",
        "come",
    ]
    assert max(map(width, out.splitlines())) <= 80
    assert "拜访次数" in known("list-targets", lang="zh", check=0).out


def test_a_day_whose_and_json(known) -> None:
    (found,) = json.loads(known("list-targets", "2026-11-10", "--json", check=0).out)
    assert (found["measure"], found["done"], found["state"]) == ("visits", 1, "behind")
    assert "No target: set one with" in known("list-targets", "--owner", "林", check=0).err
    assert json.loads(known("list-targets", "--owner", "林", "--json", check=0).out) == []
