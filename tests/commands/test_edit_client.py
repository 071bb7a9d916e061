import json

import pytest


def kept(run) -> dict[str, object]:
    return json.loads(run("show-client", "no:1", "--json", check=0).out)["client"]


@pytest.fixture
def known(run):
    run(
        "add-client",
        "张三",
        "--phone",
        "13800138000",
        "--tier",
        "A",
        "--area",
        "城东",
        "--field",
        "a=1",
        check=0,
    )
    run("add-client", "李四", "--phone", "13900139000", "--force", check=0)
    return run


def test_what_is_named_changes_and_the_rest_stays(known) -> None:
    before = kept(known)
    done = known(
        "edit-client", "张三", "--name", "张叁", "--tier", "B", "--area", "", "--phone", "13700137000", "--field", "a=",
        "--field", "b=2", "--birthday", "08-15", "--lunar", check=0,
    )  # fmt: skip
    assert done.err == "Changed client 1: 张叁.\n"
    assert kept(known) == before | {
        "name": "张叁", "tier": "B", "area": "", "phones": ["13700137000"], "fields": {"b": "2"},
        "birthday": "--08-15", "birthday_lunar": True,
    }  # fmt: skip
    assert known("show-client", "zhangsan", check=0).code == 0
    assert known("show-client", "138000").code == 4


def test_a_lunar_birthday_can_become_a_solar_one(known) -> None:
    known("edit-client", "1", "--birthday", "02-30", "--lunar", check=0)
    assert known("edit-client", "1", "--no-lunar").code == 2
    known("edit-client", "1", "--birthday", "03-30", "--no-lunar", check=0)
    assert (kept(known)["birthday"], kept(known)["birthday_lunar"]) == ("--03-30", False)


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("no:1",), 2, "Nothing to change"),
        (("nobody", "--tier", "B"), 4, "nobody"),
        (("no:1", "--tier", "Z"), 2, "A (special)"),
        (("no:1", "--name", ""), 2, "empty"),
        (("no:1", "--phone", "12"), 2, "too short"),
        (("no:1", "--name", "李四"), 1, "show-client 2"),
        (("no:1", "--phone", "13900139000"), 1, "same phone"),
    ],
)
def test_bad_input_changes_nothing(known, words, code: int, said: str) -> None:
    before = kept(known)
    done = known("edit-client", *words)
    assert (done.code, said in done.err, done.err.count("\n")) == (code, True, 1), done.err
    assert kept(known) == before


def test_what_two_clients_shared_before_does_not_stand_in_the_way(known) -> None:
    known("edit-client", "no:1", "--phone", "13900139000", "--force", check=0)
    assert "Changed client 1" in known("edit-client", "no:1", "--tier", "C", check=0).err
