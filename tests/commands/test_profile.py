import json
import re

import pytest

from rmtool import i18n
from rmtool.commands import _profiles

TRADES = sorted(_profiles.shipped())


@pytest.mark.parametrize("name", TRADES)
def test_every_shipped_profile_is_right_and_has_both_languages(name: str) -> None:
    found = _profiles.verified(_profiles.shipped()[name])
    assert found.name == name
    for which in ("tiers", "stages", "visit_kinds", "task_kinds", "deal_stages"):
        choices = getattr(found, which)
        assert all(each.zh and each.en for each in choices), which
        assert len({each.key for each in choices}) == len(choices)
    assert all(found.rules(tier.key) for tier in found.tiers)
    assert [each.outcome for each in found.deal_stages][-2:] == ["won", "lost"]
    assert all(each.chance and each.stuck_after for each in found.deal_stages if not each.outcome)


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("name", TRADES)
def test_every_profile_is_told_in_words(name: str, lang: str) -> None:
    i18n.choose(lang)
    text = _profiles.told(_profiles.verified(_profiles.shipped()[name]), lang)
    assert text.startswith(f"{name}  ")
    assert re.search(r"\[[A-Z]+\.\d+\]", text), "no duty is cited"
    if lang == "en":
        assert not re.search("[\u4e00-\u9fff]", text)


def test_the_one_in_force_is_told(run) -> None:
    run("use-profile", "tobacco", "--yes", check=0)
    assert run("profile", check=0).out.startswith("tobacco  ")
    run("check", check=0)


def test_those_there_are(run) -> None:
    assert [line.split()[0] for line in run("profile", "--list", check=0).out.splitlines()] == TRADES
    assert [each["name"] for each in json.loads(run("profile", "--list", "--json", check=0).out)] == TRADES


def test_the_general_one_is_in_force_at_first(run) -> None:
    assert json.loads(run("profile", "--json", check=0).out)["name"] == "general"


@pytest.mark.parametrize(
    ("was", "now", "says"),
    [
        ('name = "general"', 'work_from = "nine"', "nine is no time of day"),
        ('name = "general"', 'work_to = "08:00"', "ends before it begins"),
        ('every = "20wd"', 'every = "often"', "often is no cadence"),
        ('zh = "投诉"', 'sla = "soon"', "soon is no time to answer in"),
        ('tier = "C"', 'tier = "Z"', "there is no tier Z"),
        ('outcome = "won"', 'outcome = "gone"', "outcome must be one of won, lost"),
        ("chance = 60", "chance = 160", "from 0 to 100"),
        ("quiet_after = 60", "quiet_aftr = 60", "the nearest is quiet_after"),
    ],
)
def test_a_wrong_profile_is_told_with_its_line(was: str, now: str, says: str, run, home) -> None:
    run("add-client", "张三", check=0)
    general = _profiles.shipped()["general"].read_text(encoding="utf-8")
    wrong = general.replace(was, now, 1)
    (home / "profile.toml").write_text(wrong, encoding="utf-8")
    line = wrong.split("\n").index(now) + 1
    for words in (("profile",), ("due",), ("plan-day",), ("plan-week",)):
        done = run(*words, check=5)
        assert says in done.err
        assert f"profile.toml, line {line}:" in done.err
        assert done.err.count("\n") == 1
    assert says in run("check", check=5).out
