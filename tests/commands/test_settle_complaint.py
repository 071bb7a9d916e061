import json

import pytest


@pytest.fixture
def house(run):
    run("use-profile", "distributor", "--yes", check=0)
    run("add-client", "华星酒业", check=0)
    run("add-complaint", "华星酒业", "渗漏", "--who", "陈总", check=0)
    run("add-task", "x", check=0)
    return run


def shown(run, number="1"):
    return json.loads(run("show-task", number, "--json", check=0).out)


def test_settled_at_once(house) -> None:
    done = house(
        "settle-complaint",
        "1",
        "--result",
        "换货",
        "--told",
        "today",
        "--satisfied",
        "不满意",
        "--cause",
        "包装破损",
        check=0,
    )
    assert done.err == "Settled complaint 1: 渗漏 (华星酒业)\n"
    found = shown(house)
    wanted = {
        "closed_on": "2026-11-24", "closed_time": "09:30", "result": "换货", "told_on": "2026-11-24", "satisfied": False,
        "cause": "packaging", "who": "陈总", "state": "closed",
    }  # fmt: skip
    assert {key: found[key] for key in wanted} == wanted


def test_what_becomes_known_later(house) -> None:
    house("settle-complaint", "1", "--result", "换货", check=0)
    house("settle-complaint", "1", "--told", "yesterday", now="2026-11-26T09:30:00+08:00", check=0)
    house("settle-complaint", "1", "--satisfied", "YES", check=0)
    found = shown(house)
    assert (found["told_on"], found["satisfied"], found["closed_on"]) == ("2026-11-25", True, "2026-11-24")


def test_a_complaint_that_was_only_a_task(house) -> None:
    house("add-task", "漏液", "--kind", "complaint", check=0)
    house("close-task", "3", "--result", "换货", check=0)
    house("settle-complaint", "3", "--satisfied", "是", check=0)
    assert shown(house, "3")["satisfied"] is True


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("1",), 2, "--result"),
        (("1", "--told", "today"), 2, "--result"),
        (("1", "--result", "x", "--told", "tomorrow"), 2, "is to come"),
        (("1", "--result", "x", "--told", "2026-11-20"), 2, "before the complaint came in"),
        (("1", "--result", "x", "--satisfied", "maybe"), 2, "maybe"),
        (("1", "--result", "x", "--cause", "weather"), 2, "weather"),
        (("1", "--result", " "), 2, "empty"),
        (("2", "--result", "x"), 1, "close-task 2"),
        (("9", "--result", "x"), 4, "9"),
    ],
)
def test_what_cannot_be_right_leaves_it_open(house, words, code, said) -> None:
    done = house("settle-complaint", *words)
    assert (done.code, done.err.count("\n"), said in done.err) == (code, 1, True), done.err
    assert shown(house)["closed_on"] == ""


def test_a_settled_one_is_not_settled_again(house) -> None:
    house("settle-complaint", "1", "--result", "换货", check=0)
    assert "was closed" in house("settle-complaint", "1", "--result", "x", check=1).err
    assert "settled already" in house("settle-complaint", "1", check=2).err
