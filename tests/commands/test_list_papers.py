import json

import pytest


@pytest.fixture
def house(run):
    run("use-profile", "tobacco", "--yes", check=0)
    for name in ("甲店", "乙店", "丙店"):
        run("add-client", name, check=0)
    run("add-paper", "甲店", "tobacco-licence", "--expires", "2026-12-20", check=0)
    run("add-paper", "甲店", "licence", check=0)
    run("add-paper", "乙店", "tobacco-licence", "--expires", "2026-11-01", check=0)
    return run


@pytest.mark.parametrize(
    ("words", "states"),
    [
        ((), [(1, "expiring"), (2, "expired"), (2, "missing"), (3, "missing"), (3, "missing")]),
        (("--missing",), [(2, "missing"), (3, "missing"), (3, "missing")]),
        (("--days", "7"), [(2, "expired"), (2, "missing"), (3, "missing"), (3, "missing")]),
        (("甲店",), [(1, "expiring"), (1, "there")]),
        (("--owner", "somebody"), []),
        (("--limit", "1"), [(1, "expiring")]),
    ],
)
def test_filters(house, words, states) -> None:
    found = json.loads(house("list-papers", "--json", *words, check=0).out)
    assert [(each["client"], each["state"]) for each in found] == states


def test_a_client_a_line(house) -> None:
    out = house("list-papers", "--limit", "2", check=0).out
    assert "tobacco retail licence expires 2026-12-20" in " ".join(out.split())
    assert "missing: business licence; tobacco retail licence expired 2026-11-01" in " ".join(out.split())
    assert "丙店" not in out
    assert "[expires soon]" in house("list-papers", "甲店", check=0).out
    assert "rmtool profile" in house("list-papers", "--owner", "x", check=0).err


def test_it_is_told_where_one_looks_anyway(house) -> None:
    assert "tobacco retail licence expires" in house("today", check=0).out
    assert json.loads(house("today", "--json").out)["papers_count"] == 2
    assert "Papers that have expired or soon will" in house("morning-brief", check=0).out
    page = house("show-client", "乙店", lang="zh", check=0).out
    assert "营业执照" in page
    assert [each["state"] for each in json.loads(house("show-client", "乙店", "--json").out)["papers"]] == [
        "expired",
        "missing",
    ]


@pytest.mark.parametrize(("words", "code"), [(("nobody",), 4), (("--days", "-1"), 2), (("--days", "x"), 2)])
def test_bad_words(house, words, code) -> None:
    done = house("list-papers", *words)
    assert (done.code, done.err.count("\n")) == (code, 1)
