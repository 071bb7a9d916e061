import json

import pytest


def person(run) -> dict[str, object]:
    (found,) = json.loads(run("show-client", "no:1", "--json", check=0).out)["contacts"]
    return found


@pytest.fixture
def firm(run):
    run("add-client", "华星机械", check=0)
    run(
        "add-contact",
        "华星",
        "陈波",
        "--role",
        "会计",
        "--phone",
        "13900139000",
        "--birthday",
        "08-15",
        "--lunar",
        check=0,
    )
    return run


def test_what_is_named_changes_and_the_rest_stays(firm) -> None:
    before = person(firm)
    firm(
        "edit-contact",
        "华星",
        "chenbo",
        "--name",
        "陈博",
        "--phone",
        "",
        "--no-lunar",
        "--likes",
        "茶",
        check=0,
    )
    assert person(firm) == before | {"name": "陈博", "phone": "", "birthday_lunar": False, "likes": "茶"}
    assert firm("show-client", "陈博").code == 0
    assert firm("show-client", "陈波").code == 4


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("华星", "陈波"), 2),
        (("华星", "王", "--role", "x"), 4),
        (("华星", "陈波", "--phone", "1"), 2),
        (("x", "y", "--role", "z"), 4),
    ],
)
def test_bad_input_changes_nothing(firm, words, code: int) -> None:
    before = person(firm)
    done = firm("edit-contact", *words)
    assert (done.code, done.err.count("\n")) == (code, 1)
    assert person(firm) == before
