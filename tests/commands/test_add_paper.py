import json

import pytest


@pytest.fixture
def house(run):
    run("use-profile", "bank-corporate", "--yes", check=0)
    run("add-client", "华星机械", "--tier", "C", check=0)
    return run


def test_what_was_typed_comes_back(house) -> None:
    done = house(
        "add-paper",
        "hxjx",
        "营业执照",
        "--expires",
        "2036-05-11",
        "--on",
        "yesterday",
        "--remark",
        "副本",
        check=0,
    )
    assert done.err == "Kept business licence of 华星机械, good until 2036-05-11 Sun.\n"
    (found, *_more) = json.loads(house("list-papers", "1", "--json", check=0).out)
    assert (found["paper"], found["state"], found["received_on"], found["expires_on"], found["remark"]) == (
        "licence", "there", "2026-11-23", "2036-05-11", "副本",
    )  # fmt: skip


def test_one_that_should_expire_is_asked_about(house) -> None:
    assert "add --expires" in house("add-paper", "1", "legal-id", check=0).err
    assert house("add-paper", "1", "articles", check=0).err == "Kept articles of association of 华星机械.\n"


def test_any_paper_where_the_profile_lists_none(run) -> None:
    run("add-client", "张三", check=0)
    run("add-paper", "张三", "合同", check=0)
    assert [each["paper"] for each in json.loads(run("list-papers", "1", "--json").out)] == ["合同"]


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("nobody", "licence"), 4, "nobody"),
        (("1", "moon"), 2, "Unknown paper moon: use one of licence (business licence)"),
        (("1", " "), 2, "empty"),
        (("1", "licence", "--on", "tomorrow"), 2, "to come"),
        (("1", "licence", "--expires", "2026-02-30"), 2, "2026-02-30"),
    ],
)
def test_bad_words(house, words, code, said) -> None:
    done = house("add-paper", *words)
    assert (done.code, done.err.count("\n"), said in done.err) == (code, 1, True), done.err
    assert {each["state"] for each in json.loads(house("list-papers", "1", "--json").out)} == {"missing"}
