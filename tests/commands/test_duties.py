import json

import pytest

from rmtool.commands import _profiles
from rmtool.domain.text import width

EARLY = "2026-11-02T09:00:00+08:00"


@pytest.fixture
def known(run):
    run("use-profile", "distributor", "--yes", now=EARLY, check=0)
    run("add-client", "大商", "--tier", "dealer", now=EARLY, check=0)
    run("add-client", "二批甲", "--tier", "second", "--owner", "林", now=EARLY, check=0)
    for shops in (12, 10, 9):
        run("log-visit", "大商", "走访", "--kind", "outing", "--measure", f"shops={shops}", check=0)
    return run


def rows(done) -> dict[str, dict[str, object]]:
    return {each["key"]: each for each in json.loads(done.out)}


def test_what_stands_how(known) -> None:
    found = rows(known("duties", "--json", check=0))
    outings = found["outings"]
    assert (outings["done"], outings["needed"], outings["state"], outings["fails_on"]) == (
        2,
        3,
        "in danger",
        "2026-11-30",
    )
    assert (outings["duty"], outings["every"], outings["zh"]) == (
        "FMCG.4",
        "3/month",
        "每月3次终端走访，每次10家店",
    )
    assert (found["phone"]["missed"], found["phone"]["state"]) == (1, "missed")
    assert found["stock"]["state"] == "on the way"
    known("log-visit", "大商", "走访", "--kind", "outing", "--measure", "shops=11", check=0)
    assert rows(known("duties", "--json", check=0))["outings"]["state"] == "met"


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_table_fits(known, lang: str) -> None:
    done = known("duties", lang=lang, check=0)
    assert max(map(width, done.out.splitlines())) <= 80
    told = {
        "en": "in danger 11-30   2/3      three outings a month",
        "zh": "有风险 11-30      2/3      每月3次终端走访",
    }
    assert told[lang] in done.out
    assert {"en": "% done in time of what was due.", "zh": "应做的按时完成"}[lang] in done.err


def test_a_period_and_whose(known) -> None:
    week = rows(known("duties", "2026-W48", "--owner", "林", "--json", check=0))
    assert (week["weekly-report"]["needed"], week["outings"]["done"], week["second-visits"]["needed"]) == (
        1,
        0,
        1,
    )
    assert "nothing due" in known("duties", "last month", check=0).out
    assert "a year at most" in known("duties", "all", check=2).err
    assert known("duties", "gestern", check=2).err.startswith("rmtool: gestern is no period")


def test_what_a_dealer_and_a_second_tier_dealer_are_met_for_is_kept_apart(known) -> None:
    known("log-visit", "大商", "旬分析", "--kind", "meeting", check=0)
    known("log-visit", "二批甲", "对发货与资金", "--kind", "funds", "--measure", "stock=40", check=0)
    found = rows(known("duties", "--json", check=0))
    assert (found["second-meeting"]["done"], found["stock"]["done"]) == (0, 0)
    known("log-visit", "二批甲", "二批会议", "--kind", "meeting", check=0)
    known("log-visit", "大商", "核对", "--kind", "check", "--measure", "stock=800", check=0)
    found = rows(known("duties", "--json", check=0))
    assert (found["second-meeting"]["done"], found["stock"]["done"]) == (1, 1)


def test_a_profile_without_duties(run) -> None:
    done = run("duties", check=0)
    assert (done.out, "The profile general has no standing duties" in done.err) == ("", True)
    assert run("duties", "--json", check=0).out == "[]\n"


def test_the_week_and_the_month_tell_of_them(known) -> None:
    assert "• in danger | three outings a month, ten shops each 2/3, by 30 Nov Mon (FMCG.4)" in known("weekly-report", check=0).out  # fmt: skip
    found = json.loads(known("monthly-report", "--json", check=0).out)
    assert found["compliance"] is not None
    assert found["duties"][0]["key"] == "phone"
    assert json.loads(known("daily-report", "--json", check=0).out)["duties"] == []


def test_the_plan_today_and_the_brief_name_what_presses(known) -> None:
    told = "three outings a month, ten shops each  in danger, by 11-30 Mon"
    assert told in known("plan-day", check=0).out
    assert told in known("morning-brief", check=0).out.split("Not to be forgotten")[1]
    assert "Duties due or in danger:" in known("today", check=0).out
    assert len(json.loads(known("today", "--json", check=0).out)["duties"]) > 3
    early = known("plan-day", "2026-12-01", check=0).out
    assert "Standing duties" not in early


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ('by = "visits"\nmeasure = "shops"', "there is no measure shops"),
        ("before = 32", "a day from 1 to 31"),
        ('every = "1/week"\nbefore = 3', "a day from 1 to 31"),
        ('by = "report"', "say which report"),
        ('every = "often"', "often is no cadence"),
    ],
)
def test_a_wrong_duty_is_named(run, home, rows: str, says: str) -> None:
    home.mkdir(parents=True, exist_ok=True)
    general = _profiles.shipped()["general"].read_text(encoding="utf-8")
    (home / "profile.toml").write_text(f'{general}\n[[duties]]\nkey = "x"\n{rows}\n', encoding="utf-8")
    done = run("duties", check=5)
    assert says in done.err
    assert "profile.toml, line" in done.err
