import json

import pytest

from rmtool.domain.text import width

FIELDS = [
    "number", "name", "tier", "stage", "area", "route", "industry", "owner", "phones", "added_on", "last_touch",
    "visits", "days", "fields", "missing",
]  # fmt: skip


@pytest.fixture
def town(run):
    run(
        "add-client",
        "张三",
        "--tier",
        "A",
        "--area",
        "城东",
        "--phone",
        "13800138000",
        now="2026-09-01T09:00:00+08:00",
    )
    run("add-client", "华星机械", "--tier", "B", "--stage", "prospect", "--route", "一线", check=0)
    run("log-visit", "张三", "x", "--on", "2026-11-01", check=0)
    return run


def listed(run, *words: str) -> list[str]:
    return [each["name"] for each in json.loads(run("list-clients", "--json", *words, check=0).out)]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ((), ["华星机械", "张三"]),
        (("--tier", "特殊"), ["张三"]),
        (("--stage", "prospect"), ["华星机械"]),
        (("--area", "城东"), ["张三"]),
        (("--route", "一线"), ["华星机械"]),
        (("--search", "8000"), ["张三"]),
        (("--untouched-for", "20d"), ["张三"]),
        (("--untouched-for", "5w"), []),
        (("--sort", "tier"), ["张三", "华星机械"]),
        (("--sort", "last_touch", "--limit", "1"), ["华星机械"]),
        (("--archived",), []),
    ],
)
def test_filters(town, words, names) -> None:
    assert sorted(listed(town, *words)) == sorted(names)


def test_json_has_stable_names(town) -> None:
    (client,) = json.loads(town("list-clients", "--tier", "A", "--json", check=0).out)
    assert list(client) == FIELDS
    assert (client["days"], client["visits"], client["last_touch"], client["phones"]) == (
        23, 1, "2026-11-01", ["13800138000"],
    )  # fmt: skip
    (short,) = json.loads(
        town("list-clients", "--tier", "A", "--json", "--columns", "name,days", check=0).out
    )
    assert short == {"name": "张三", "days": 23}


def test_the_table(town) -> None:
    out = town("list-clients", "--columns", "number,name,phones,days", "--sort", "number", check=0).out
    assert out == (
        "No.  Name      Phones       Days\n────────────────────────────────\n"
        "  1  张三      13800138000    23\n  2  华星机械\n"
    )


def test_an_empty_list_is_told_aside(run) -> None:
    done = run("list-clients", check=0)
    assert done.out == ""
    assert "add-client" in done.err
    assert run("list-clients", "--json", check=0).out == "[]\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--columns", "name,foo"), "last_touch, visits, days"),
        (("--sort", "id; DROP"), "last-touch"),
        (("--tier", "Z"), "A (special)"),
        (("--untouched-for", "long"), "30d"),
        (("--limit", "0"), "--limit"),
    ],
)
def test_unknown_words_are_refused_with_the_right_ones(town, words, said: str) -> None:
    done = town("list-clients", *words, check=2)
    assert said in done.err
    assert done.err.count("\n") == 1


@pytest.mark.parametrize("columns", [40, 80, 132])
def test_long_data_never_breaks_the_layout(run, columns: int) -> None:
    run(
        "add-client",
        "某某" * 50,
        "--area",
        "长" * 100,
        "--industry",
        "x" * 200,
        "--phone",
        "13800138000",
        check=0,
    )
    out = run("list-clients", COLUMNS=str(columns), check=0).out
    assert max(width(line) for line in out.splitlines()) <= columns
    assert "…" in out
