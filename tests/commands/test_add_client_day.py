import json

import pytest


@pytest.fixture
def firm(run) -> None:
    run("add-client", "华星机械", check=0)


def kept(run) -> list[tuple[str, str, bool]]:
    page = json.loads(run("show-client", "华星", "--json", check=0).out)
    return [(each["name"], each["day"], each["lunar"]) for each in page["own_days"]]


def test_added_shown_and_removed(run, firm) -> None:
    said = run("add-client-day", "华星", "公司成立日", "2008-06-18", check=0).err
    assert said == "Added the day 公司成立日 of 华星机械: next on 2027-06-18 Fri.\n"
    run("add-client-day", "华星", "结婚纪念日", "八月初六", "--lunar", check=0)
    assert kept(run) == [("公司成立日", "2008-06-18", False), ("结婚纪念日", "--08-06", True)]
    page = run("show-client", "华星", check=0).out
    assert "公司成立日  2008-06-18" in page
    assert "08-06 (lunar calendar)" in page
    assert run("add-client-day", "华星", "公司成立日", "06-19", check=1).err.startswith(
        "rmtool: 华星机械 has a day 公司成立日"
    )
    run("add-client-day", "华星", "公司成立日", "06-19", "--force", check=0)
    assert (
        "Removed the day 公司成立日 of 华星机械."
        in run("remove-client-day", "华星", "公司成立日", check=0).err
    )
    assert [name for name, _day, _lunar in kept(run)] == ["结婚纪念日"]


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("nobody", "x", "06-18"), 4, "No client is named nobody"), (("华星", " ", "06-18"), 2, "the name is empty"),
        (("华星", "x", "soon"), 2, "soon is no day of a year"), (("华星", "x", "02-30"), 2, "02-30"),
        (("华星", "中秋", "08-15"), 2, "中秋 is known already"), (("华星", "生日", "08-15"), 2, "生日 is known already"),
    ],
)  # fmt: skip
def test_bad_input_keeps_nothing(words: tuple[str, ...], code: int, says: str, run, firm) -> None:
    found = run("add-client-day", *words, check=code)
    assert says in found.err
    assert found.err.count("\n") == 1
    assert kept(run) == []
