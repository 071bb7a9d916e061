import json

import pytest


def people(run) -> list[dict[str, object]]:
    return json.loads(run("show-client", "no:1", "--json", check=0).out)["contacts"]


@pytest.fixture
def firm(run):
    run("add-client", "华星机械", check=0)
    return run


def test_what_was_typed_comes_back(firm) -> None:
    done = firm(
        "add-contact", "华星", "陈波", "--role", "会计", "--phone", "139-0013-9000", "--birthday", "八月十五", "--lunar",
        "--likes", "茶", "--taboos", "烟", "--remark", "=cmd()", check=0,
    )  # fmt: skip
    assert done.err == "Added contact 1 at 华星机械: 陈波.\n"
    (person,) = people(firm)
    del person["uuid"]
    assert person == {
        "client": 1, "name": "陈波", "number": 1, "role": "会计", "phone": "13900139000", "birthday": "--08-15",
        "birthday_lunar": True, "likes": "茶", "taboos": "烟", "remark": "=cmd()",
    }  # fmt: skip
    assert firm("log-visit", "chenbo", "x").code == 0


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("nobody", "李四"), 4, "nobody"),
        (("华星", ""), 2, "empty"),
        (("华星", "李四", "--phone", "12"), 2, "too short"),
        (("华星", "李四", "--birthday", "02-30"), 2, "02-30"),
        (("华星", "陈 波"), 1, "edit-contact"),
        (("华星",), 2, "NAME"),
    ],
)
def test_bad_input_stores_nothing(firm, words, code: int, said: str) -> None:
    firm("add-contact", "华星", "陈波", check=0)
    done = firm("add-contact", *words)
    assert (done.code, said in done.err, done.err.count("\n")) == (code, True, 1), done.err
    assert len(people(firm)) == 1


def test_force(firm) -> None:
    firm("add-contact", "华星", "陈波", check=0)
    firm("add-contact", "华星", "陈波", "--force", check=0)
    assert len(people(firm)) == 2
