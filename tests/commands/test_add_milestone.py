import json

import pytest


@pytest.fixture
def known(run):
    run("use-profile", "decoration", "--yes", check=0)
    run("add-client", "李四", "--stage", "signed", check=0)
    return run


def test_a_milestone_is_a_task_and_a_touch_owed_on_its_day(known) -> None:
    done = known("add-milestone", "李四", "水电验收", "--due", "2026-11-25", check=0)
    assert done.err == "Added milestone 1, due 2026-11-25 Wed: water and power (李四)\n"
    (task,) = json.loads(known("list-tasks", "--json", check=0).out)
    assert (task["kind"], task["due"]) == ("milestone", "2026-11-25")
    assert known("due", check=0).out == ""
    later = "2026-11-26T09:00:00+08:00"
    assert "return visit at milestone 1: water" in known("due", now=later, check=0).out
    assert "return visit at milestone 1: water and power, 1 day late" in " ".join(known("plan-day", now=later, check=0).out.split())  # fmt: skip
    known("log-visit", "李四", "验收", "--kind", "return-visit", now=later, check=0)
    assert known("due", now=later, check=0).out == ""


def test_json_owner_and_force(known) -> None:
    words = ("add-milestone", "李四", "paint")
    (made,) = json.loads(
        known(*words, "--due", "2026-11-20", "--force", "--owner", "林", "--json", lang="zh", check=0).out
    )
    assert (made["text"], made["owner"], made["due"]) == ("油漆验收", "林", "2026-11-20")
    again = known(*words, "--due", "2026-12-20", check=1)
    assert "has this milestone open as task 1: move it with `rmtool move-task 1 DATE`" in again.err
    known(*words, "--due", "2026-12-20", "--force", check=0)


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("李四", "roof", "--due", "2026-12-01"), 2, "Unknown milestone roof: use one of water-power"),
        (("李四", "paint"), 2, "Say which day it falls on"),
        (("王五", "paint", "--due", "2026-12-01"), 4, "No client is named 王五"),
        (("李四", "paint", "--due", "2026-11-20"), 2, "is past"),
        (("李四", "", "--due", "2026-12-01"), 2, "Unknown milestone"),
    ],
)
def test_what_is_wrong(known, words: tuple[str, ...], code: int, says: str) -> None:
    assert says in known("add-milestone", *words, check=code).err
    assert json.loads(known("list-tasks", "--json", check=0).out) == []


def test_a_profile_without_milestones(run) -> None:
    run("add-client", "李四", check=0)
    assert "has no milestones" in run("add-milestone", "李四", "x", "--due", "2026-12-01", check=2).err
