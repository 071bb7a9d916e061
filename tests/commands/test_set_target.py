import json

import pytest


def kept(run) -> list[tuple[str, str, float, str]]:
    found = json.loads(run("list-targets", "--all", "--json", check=0).out)
    return [(each["measure"], each["period"], each["value"], each["owner"]) for each in found]


def test_set_again_and_taken_away(run) -> None:
    assert run("set-target", "拜访", "2026-11", "20", check=0).err == "Target: 20 visits in Nov 2026.\n"
    run("set-target", "visits", "2026-11", "25", check=0)
    run("set-target", "won", "2026-Q4", "500万", "--owner", "林", check=0)
    assert kept(run) == [("visits", "2026-11", 25, ""), ("won", "2026-Q4", 5_000_000, "林")]
    assert "Took away" in run("set-target", "visits", "2026-11", "0", check=0).err
    assert kept(run) == [("won", "2026-Q4", 5_000_000, "林")]
    assert (
        run("set-target", "拜访", "2026-12", "30", lang="zh", check=0).err
        == "指标：2026年12月，拜访次数 30。\n"
    )


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("visits", "2026-10", "5"), 2, "Oct 2026 is over"),
        (("visits", "all", "5"), 2, "needs a period that ends"),
        (("visits", "soon", "5"), 2, "is no period"),
        (("visits", "2026-12", "many"), 2, "is no number"),
        (("visits", "2026-12", "-5"), 2, "-5"),
        (("", "2026-12", "5"), 2, "the measure"),
        (("visits", "2026-12", "0"), 4, "no target for visits in Dec 2026"),
    ],
)
def test_bad_input_keeps_nothing(words: tuple[str, ...], code: int, says: str, run) -> None:
    assert says in run("set-target", *words, check=code).err
    assert kept(run) == []


def test_a_large_number_and_its_unit_stand_together(run) -> None:
    run("use-profile", "wealth", "--yes", check=0)
    assert "新增资产 300万元。" in run("set-target", "新增资产", "2026-12", "300万", lang="zh", check=0).err
    assert "托管资产 1,200 万元。" in run("set-target", "托管资产", "2026-12", "1200", lang="zh", check=0).err


def test_a_measure_nearly_named_as_one_of_the_profile_is_pointed_out(run) -> None:
    run("use-profile", "distributor", "--yes", check=0)
    run("add-client", "大商", check=0)
    near = "stok is kept as a measure of your own; the profile has stock."
    assert near in run("set-target", "stok", "2026-12", "5", check=0).err
    assert near in run("log-visit", "大商", "盘库", "--measure", "stok=5", check=0).err
    assert "stock" not in run("edit-visit", "1", "--measure", "stok=6", check=0).err
    assert "shop is kept" in run("edit-visit", "1", "--measure", "shop=6", check=0).err
    for word in ("stock", "库存", "visits", "something else"):
        assert "of your own" not in run("set-target", word, "2026-12", "5", check=0).err


def test_a_target_that_is_no_number(run) -> None:
    assert "abc is no number" in run("set-target", "visits", "2026-12", "abc", check=2).err
