import json

import pytest


@pytest.fixture
def house(run):
    run("use-profile", "distributor", "--yes", check=0)
    run("add-client", "华星酒业", check=0)
    run("add-complaint", "华星酒业", "渗漏", check=0)
    run("add-task", "催发货", "--kind", "request", check=0)
    run("add-task", "x", check=0)
    return run


def test_where_it_went_and_when(house) -> None:
    done = house("hand-over", "1", "质检部", "--to", "周敏", "--remark", "样品已寄", check=0)
    assert done.err == "Handed task 1 to quality control (周敏): 渗漏 (华星酒业)\n"
    house("hand-over", "1", "after-sales", now="2026-11-24T11:00:00+08:00", check=0)
    found = json.loads(house("show-task", "1", "--json", check=0).out)
    assert [(e["time"], e["department"], e["person"], e["remark"]) for e in found["hand_overs"]] == [
        ("09:30", "quality-control", "周敏", "样品已寄"),
        ("11:00", "after-sales", "", ""),
    ]
    assert found["department"] == "after-sales"


def test_a_request_too(house) -> None:
    house("hand-over", "2", "logistics", check=0)
    assert "2026-11-24 Tue 09:30  logistics" in house("show-task", "2", check=0).out


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("3", "logistics"), 1, "no request, complaint or enquiry"),
        (("9", "logistics"), 4, "no task number 9"),
        (("1", "moon"), 2, "Unknown department moon"),
        (("1", " "), 2, "empty"),
    ],
)
def test_what_cannot_be_handed_over(house, words, code, said) -> None:
    done = house("hand-over", *words)
    assert (done.code, done.err.count("\n"), said in done.err) == (code, 1, True), done.err
    assert json.loads(house("show-task", "1", "--json").out)["hand_overs"] == []


def test_a_closed_one_stays_where_it_is(house) -> None:
    house("close-task", "1", check=0)
    assert "was closed" in house("hand-over", "1", "logistics", check=1).err
