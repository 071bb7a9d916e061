import json

import pytest


@pytest.fixture
def house(run):
    run("use-profile", "distributor", "--yes", check=0)
    run("add-client", "华星酒业", check=0)
    run("add-complaint", "1", "old", "--cause", "quality", now="2026-10-05T09:00:00+08:00", check=0)
    run("add-complaint", "1", "open", "--cause", "delivery", "--department", "logistics", check=0)
    run("add-complaint", "1", "settled", "--cause", "quality", check=0)
    run("settle-complaint", "3", "--result", "ok", check=0)
    run("add-task", "no complaint", check=0)
    return run


@pytest.mark.parametrize(
    ("words", "texts"),
    [
        ((), ["old", "open"]),
        (("--all",), ["old", "open", "settled"]),
        (("2026-11",), ["open", "settled"]),
        (("2026-11", "--open"), ["open"]),
        (("--all", "--cause", "产品质量"), ["old", "settled"]),
        (("--department", "物流部"), ["open"]),
        (("--owner", "somebody"), []),
    ],
)
def test_filters(house, words, texts) -> None:
    assert [
        each["text"] for each in json.loads(house("list-complaints", "--json", *words, check=0).out)
    ] == texts


def test_the_table_tells_how_each_stands(house) -> None:
    out = " ".join(house("list-complaints", "--all", check=0).out.split())
    assert "old [overdue]" in out
    assert "settled [closed 2026-11-24: ok]" in out
    assert "add-complaint" in house("list-complaints", "2026-01", check=0).err


@pytest.mark.parametrize("words", [("--open", "--all"), ("nonsense",), ("--cause", "weather")])
def test_bad_words(house, words) -> None:
    done = house("list-complaints", *words)
    assert (done.code, done.err.count("\n")) == (2, 1)
