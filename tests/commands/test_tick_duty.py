import json

import pytest


@pytest.fixture
def known(run):
    run("use-profile", "liquor", "--yes", check=0)
    run("add-client", "张三", check=0)
    return run


def departure(run) -> dict[str, object]:
    (found,) = [
        each for each in json.loads(run("duties", "--json", check=0).out) if each["key"] == "departure"
    ]
    return found


def test_items_one_by_one_and_the_rest_at_once(known) -> None:
    assert "Ticked on 2026-11-24 Tue: departure checklist (cards)." in known("tick-duty", "departure", "--item", "名片", check=0).err  # fmt: skip
    found = departure(known)
    assert (found["done"], found["fails_on"], "名片|cards" in found["items"]) == (0, "2026-11-24", False)
    assert "order forms" in known("plan-day", check=0).out
    known("tick-duty", "出发前", check=0)
    assert (departure(known)["done"], departure(known)["fails_on"]) == (1, "2026-11-25")
    again = known("tick-duty", "departure", check=1)
    assert again.err == "rmtool: departure checklist is ticked on 2026-11-24 Tue already.\n"


def test_another_day_and_taken_back(known) -> None:
    known("tick-duty", "weekly", "--on", "yesterday", "--remark", "sent by hand", check=0)
    gone = known("tick-duty", "周报", "--undo", check=4)
    assert "is not ticked on 2026-11-24 Tue: nothing was taken away" in gone.err
    assert "No longer ticked on 2026-11-23 Mon: weekly report." in known("tick-duty", "周报", "--on", "昨天", "--undo", check=0).err  # fmt: skip


def test_whose_tick_it_is(known) -> None:
    known("tick-duty", "departure", "--owner", "林", check=0)
    known("tick-duty", "departure", check=0)
    found = json.loads(known("duties", "--owner", "王", "--json", check=0).out)
    assert [each["done"] for each in found if each["key"] == "departure"] == [0]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("zzz",), "Unknown duty zzz: see `rmtool duties`."),
        (("departur list",), "Unknown duty departur list; the nearest: departure (departure checklist)"),
        (("report",), "report names several duties: daily-report"),
        (("",), "Unknown duty ''"),
        (("departure", "--item", "umbrella"), "Unknown item umbrella: use one of the day's plan, papers"),
        (("weekly", "--item", "x"), "weekly-report has no items"),
        (("field",), "field visits every day is not ticked: it is known by the visits logged."),
        (("departure", "--on", "tomorrow"), "2026-11-25 Wed is still to come"),
        (("departure", "--on", "2026-02-30"), "2026-02-30"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(known, words: tuple[str, ...], says: str) -> None:
    done = known("tick-duty", *words, check=2)
    assert says in done.err
    assert done.err.count("\n") == 1
    assert departure(known)["done"] == 0


def test_a_profile_without_duties(run) -> None:
    assert "no standing duties" in run("tick-duty", "x", check=2).err


def test_in_chinese(known) -> None:
    assert "已登记 2026-11-24 周二：出发前清单（名片）。" in known("tick-duty", "出发前", "--item", "cards", lang="zh", check=0).err  # fmt: skip
