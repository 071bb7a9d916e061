import json

import pytest


def people(run) -> int:
    return len(json.loads(run("show-client", "no:1", "--json", check=0).out)["contacts"])


@pytest.fixture
def firm(run):
    run("add-client", "华星机械", check=0)
    run("add-contact", "华星", "陈波", check=0)
    return run


def test_without_a_terminal_it_needs_yes(firm) -> None:
    done = firm("remove-contact", "华星", "陈波", check=1)
    assert "--yes" in done.err
    assert people(firm) == 1
    assert (
        firm("remove-contact", "华星", "陈波", "--yes", check=0).err
        == "Removed contact 1 of 华星机械: 陈波.\n"
    )
    assert people(firm) == 0
    assert firm("remove-contact", "华星", "陈波", "--yes").code == 4


@pytest.mark.parametrize(
    ("typed", "code", "left"), [("y\n", 0, 0), ("是\n", 0, 0), ("n\n", 1, 1), ("\n", 1, 1)]
)
def test_on_a_terminal_it_asks(firm, on_a_terminal, typed: str, code: int, left: int) -> None:
    got, shown = on_a_terminal("remove-contact", "华星", "陈波", typed=typed)
    assert "Remove contact 1 陈波 of 华星机械? [y/N]" in shown
    assert (got, people(firm)) == (code, left)
