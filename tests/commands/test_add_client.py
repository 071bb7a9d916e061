import json
import os
import stat
from pathlib import Path

import pytest

from rmtool.commands.add_client import guess_kind


def listed(run) -> list[dict[str, object]]:
    return json.loads(run("list-clients", "--json", check=0).out)


def test_what_was_typed_comes_back(run) -> None:
    run("add-client", "王五", check=0)
    done = run(
        "add-client", "张三", "--phone", "138-0013-8000", "--phone", "13800138000", "--email", "a@b.cn", "--wechat", "w",
        "--tier", "特殊", "--stage", "潜在", "--industry", "i", "--area", "城东", "--route", "r", "--address", "d",
        "--source", "s", "--referred-by", "王五", "--birthday", "八月十五", "--lunar", "--uscc", "91350100M000100Y43",
        "--owner", "林", "--remark", "m", "--field", "规模=大", "--every", "2 weeks", "--json", check=0,
    )  # fmt: skip
    (client,) = json.loads(done.out)
    del client["uuid"]
    assert client == {
        "name": "张三", "number": 2, "kind": "person", "tier": "A", "stage": "prospect", "industry": "i", "area": "城东",
        "route": "r", "address": "d", "source": "s", "referred_by": 1, "birthday": "--08-15", "birthday_lunar": True,
        "id_number": "", "uscc": "91350100M000100Y43", "wechat": "w", "owner": "林", "remark": "m",
        "phones": ["13800138000"], "emails": ["a@b.cn"], "fields": {"规模": "大"}, "added_on": "2026-11-24",
        "archived_on": "", "cadence": "14d",
    }  # fmt: skip
    assert done.err == "Added client 2: 张三 (A special).\n"


def test_the_identity_number_is_asked_and_masked(run) -> None:
    # The example of the standard itself.
    number = "11010519491231002X"
    done = run("add-client", "李梅", "--id-number", "-", "--json", stdin=f"{number}\n", check=0)
    (client,) = json.loads(done.out)
    assert client["id_number"] == "1****************X"
    for out in (done.out, run("show-client", "李梅").out, run("show-client", "李梅", "--json").out):
        assert number not in out
        assert client["id_number"] in out
    again = run("add-client", "李四", "--id-number", "-", stdin=f"{number}\n", check=1)
    assert "same identity number" in again.err
    assert number not in again.err


BAD = [
    (("A", "--phone", "12345"), 2, "12345"),
    (("A", "--phone", "abc"), 2, "other than digits"),
    (("A", "--id-number", "110101199001011234"), 2, "check"),
    (("A", "--uscc", "91350100M000100Y44"), 2, "check"),
    (("A", "--email", "nobody"), 2, "nobody"),
    (("A", "--tier", "Z"), 2, "A (special), B (key), C (ordinary), D (other)"),
    (("A", "--stage", "gone"), 2, "dormant"),
    (("A", "--kind", "dog"), 2, "person or company"),
    (("A", "--birthday", "02-30"), 2, "02-30"),
    (("A", "--birthday", "soon"), 2, "soon"),
    (("A", "--field", "x"), 2, "KEY=VALUE"),
    (("A", "--referred-by", "nobody"), 4, "nobody"),
    (("",), 2, "empty"),
    (("\u200b",), 2, "empty"),
    (("x" * 201,), 2, "201"),
    (("a\uffffb",), 2, "U+FFFF"),
    (("A", "--remark", "x" * 10_001), 2, "10001"),
    ((), 2, "NAME"),
    (("张三",), 1, "show-client 1"),
    (("张 三",), 1, "show-client 1"),
    (("B", "--phone", "+86 138 0013 8000"), 1, "same phone"),
    (("B", "--uscc", "91350100M000100Y43"), 1, "same credit code"),
]


@pytest.mark.parametrize(("words", "code", "said"), BAD)
def test_bad_input_is_one_line_and_stores_nothing(run, words, code: int, said: str) -> None:
    run("add-client", "张三", "--phone", "13800138000", "--uscc", "91350100M000100Y43", check=0)
    done = run("add-client", *words)
    assert done.code == code, done.err
    assert done.err.count("\n") == 1
    assert said in done.err
    assert [each["name"] for each in listed(run)] == ["张三"]


def test_force_stores_the_same_name_again(run) -> None:
    run("add-client", "张三", check=0)
    run("add-client", "张三", "--force", check=0)
    assert len(listed(run)) == 2


@pytest.mark.parametrize("name", ["a\x1b[31mb", "[red]x[/red]", "=cmd()", "{x} %s", "a\u202eb", "-5%"])
def test_hostile_names_are_kept_exactly_and_shown_inert(run, name: str) -> None:
    done = run("add-client", "--", name, check=0)
    assert listed(run)[0]["name"] == name
    for out in (done.err, run("list-clients").out, run("show-client", "no:1").out):
        assert "\x1b" not in out
        assert "\u202e" not in out
    assert name.replace("\x1b", "\u241b").replace("\u202e", "‹U+202E›") in run("list-clients", check=0).out


def test_the_home_is_private(run, home: Path) -> None:
    run("add-client", "张三", check=0)
    assert stat.S_IMODE(home.stat().st_mode) == 0o700
    assert {
        stat.S_IMODE(os.stat(home / name).st_mode) for name in os.listdir(home) if name.startswith("store.db")
    } == {0o600}


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("张三", "person"),
        ("张三丰", "person"),
        ("李记店", "company"),
        ("华星机械", "company"),
        ("Zhang", "company"),
    ],
)
def test_the_kind_is_guessed(name: str, kind: str) -> None:
    assert guess_kind(name) == kind
