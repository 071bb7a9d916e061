import json

import pytest


@pytest.fixture
def house(run):
    run("use-profile", "distributor", "--yes", check=0)
    run("add-client", "华星酒业", check=0)
    return run


def test_what_was_typed_comes_back(house) -> None:
    done = house(
        "add-complaint", "hxjy", "两箱渗漏", "--who", "陈总", "--severity", "严重", "--cause", "产品质量",
        "--department", "质检部", "--json", check=0,
    )  # fmt: skip
    assert done.err == "Added complaint 1, due 2026-11-24 Tue 13:30: 两箱渗漏 (华星酒业)\n"
    (found,) = json.loads(done.out)
    wanted = {
        "kind": "complaint", "client_name": "华星酒业", "who": "陈总", "severity": "serious", "cause": "quality",
        "department": "quality-control", "opened_on": "2026-11-24", "opened_time": "09:30", "state": "green",
        "told_on": "", "satisfied": None, "hand_overs": [],
    }  # fmt: skip
    assert {key: found[key] for key in wanted} == wanted


@pytest.mark.parametrize(
    ("words", "opened", "due"),
    [
        ((), ("2026-11-24", "09:30"), ("2026-11-24", "17:30")),
        (("--at", "8:00"), ("2026-11-24", "08:00"), ("2026-11-24", "16:00")),
        (("--on", "yesterday", "--at", "16:30"), ("2026-11-23", "16:30"), ("2026-11-24", "00:30")),
        # Without its time it is taken for the first hour of work.
        (("--on", "yesterday"), ("2026-11-23", ""), ("2026-11-23", "17:00")),
        (("--due", "tomorrow 10:00"), ("2026-11-24", "09:30"), ("2026-11-25", "10:00")),
    ],
)
def test_when_it_came_in_decides_when_it_is_due(house, words, opened, due) -> None:
    (found,) = json.loads(house("add-complaint", "1", "x", *words, "--json", check=0).out)
    assert (found["opened_on"], found["opened_time"]) == opened
    assert (found["due"], found["due_time"]) == due


def test_without_lists_and_times_in_the_profile_words_are_kept_as_they_are(run) -> None:
    run("add-client", "张三", check=0)
    done = run("add-complaint", "张三", "x", "--cause", "漏水", "--department", "工程", "--json", check=0)
    assert done.err == "Added complaint 1: x (张三)\n"
    (found,) = json.loads(done.out)
    assert (found["cause"], found["department"], found["due"]) == ("漏水", "工程", "")


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("nobody", "x"), 4, "nobody"),
        (("1", " "), 2, "empty"),
        (("1", "x", "--cause", "weather"), 2, "Unknown cause weather"),
        (("1", "x", "--department", "moon"), 2, "Unknown department moon"),
        (("1", "x", "--severity", "awful"), 2, "Unknown severity awful"),
        (("1", "x", "--on", "tomorrow"), 2, "not come yet"),
        (("1", "x", "--at", "23:00"), 2, "not come yet"),
        (("1", "x", "--on", "2026-02-30"), 2, "2026-02-30"),
        (("1", "x", "--due", "yesterday"), 2, "--force"),
    ],
)
def test_what_cannot_be_right_is_one_line_and_leaves_nothing(house, words, code, said) -> None:
    done = house("add-complaint", *words)
    assert (done.code, done.err.count("\n"), said in done.err) == (code, 1, True), done.err
    assert json.loads(house("list-complaints", "--all", "--json").out) == []
