import json

import pytest


@pytest.fixture
def firm(run) -> None:
    run("add-client", "华星机械", check=0)
    for name in ("陈波", "李梅"):
        run("add-contact", "华星", name, check=0)


def test_kept_and_refused_when_the_same(run, firm) -> None:
    said = run(
        "record-gift",
        "华星",
        "茶叶",
        "--contact",
        "陈波",
        "--occasion",
        "中秋",
        "--on",
        "2026-09-24",
        check=0,
    ).err
    assert said == "Kept: 华星机械 was given 茶叶 on 2026-09-24 Thu.\n"
    found = json.loads(run("list-greetings", "--json", check=0).out)
    assert [(each["occasion"], each["day"], each["sent_on"], each["contact_name"]) for each in found] == [
        ("mid-autumn", "2026-09-25", "2026-09-24", "陈波"),
    ]  # fmt: skip
    assert run("record-gift", "华星", "茶叶", check=1).err == (
        "rmtool: 陈波 got 茶叶 on 2026-09-24 already: choose another gift, or add --again.\n"
    )
    run("record-gift", "华星", "茶叶", "--contact", "李梅", check=0)
    run("record-gift", "华星", "茶叶", "--again", check=0)
    assert "Gifts given\n  2026-09-24  茶叶, 陈波" in run("show-client", "华星", check=0).out


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("nobody", "茶"), 4, "No client is named nobody"), (("华星", " "), 2, "the gift is empty"), (("华星", "茶", "--on", "soon"), 2, "soon"),
        (("华星", "茶", "--on", "2026-12-01"), 2, "is still to come"), (("华星", "茶", "--contact", "王"), 4, "No single contact"),
        (("华星", "茶", "--occasion", "中秋季"), 2, "the nearest: 中秋"),
    ],
)  # fmt: skip
def test_bad_input_keeps_nothing(words: tuple[str, ...], code: int, says: str, run, firm) -> None:
    done = run("record-gift", *words, check=code)
    assert says in done.err
    assert done.err.count("\n") == 1
    assert run("list-greetings", "--json", check=0).out == "[]\n"
