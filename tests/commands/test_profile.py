import json
import re

import pytest

from rmtool import i18n
from rmtool.commands import _profiles
from rmtool.commands import _verified
from rmtool.domain.text import width

TRADES = sorted(_profiles.shipped())


@pytest.mark.parametrize("name", TRADES)
def test_every_shipped_profile_is_right_and_has_both_languages(name: str) -> None:
    found = _verified.load(_profiles.shipped()[name])
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
    text = _profiles.told(_verified.load(_profiles.shipped()[name]), lang)
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
        ('name = "general"', 'work_from = "nine"', "work_from: nine is no time of day"),
        ('name = "general"', "max_per_day = 0", "max_per_day: it must be 1 or more"),
        ("quiet_after = 30", "quiet_after = -1", "quiet_after: it must be 0 or more"),
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


MORE = """
[[slas]]
kind = "complaint"
severity = "serious"
sla = "8h"
duty = "FMCG.7"
[[departments]]
key = "after-sales"
zh = "售后部"
en = "after-sales"
[[causes]]
key = "quality"
zh = "质量"
[[milestones]]
key = "paint"
zh = "油漆验收"
en = "paint"
[[products]]
key = "loan"
zh = "流贷"
en = "working capital loan"
[[measures]]
key = "stock"
zh = "库存"
en = "stock"
unit = "箱"
over = "last"
[[measures]]
key = "outings"
of = "visits"
kinds = ["visit"]
[[client_fields]]
key = "size"
zh = "面积"
en = "size"
type = "number"
required = true
[[visit_fields]]
key = "mood"
type = "choice"
choices = ["good", "bad"]
[[papers]]
key = "licence"
zh = "营业执照"
en = "licence"
kind = "company"
tiers = ["A"]
expires = true
[[duties]]
key = "cis"
zh = "满意度考评"
en = "CIS report"
before = 10
duty = "AUTO.3"
[[duties]]
key = "leave"
every = "1wd"
tier = "A"
items = ["cards", "order forms"]
[[cadences]]
every = "milestone"
kinds = ["return-visit"]
duty = "DECOR.5"
[[cadences]]
every = "4wh"
after = "reception"
kinds = ["call"]
duty = "DECOR.3"
"""


def test_every_kind_of_row_is_told_and_compared(run, home) -> None:
    general = _profiles.shipped()["general"].read_text(encoding="utf-8")
    home.mkdir()
    (home / "more.toml").write_text(general + MORE, encoding="utf-8")
    found = _verified.load(home / "more.toml")
    text = _profiles.told(found, "en")
    for line in (
        "complaint, serious, within 8 hours  [FMCG.7]",
        "after-sales",
        "quality",
        "paint",
        "loan (working capital loan)",
        "stock, 箱, the last one",
        "outings, computed",
        "size, number, required",
        "mood, one of good/bad",
        "licence, companies, special, expires",
        "cis (CIS report), once a month, by the 10th  [AUTO.3]",
        "leave, every working day, special, cards, order forms",
        "every tier: at every milestone (return visit)  [DECOR.5]",
        "every tier: within 4 working hours after reception (call)  [DECOR.3]",
    ):
        assert f"  {line}" in text.split("\n"), line
    base = _verified.load(_profiles.shipped()["general"])
    told = [*_profiles.differences(base, found, "en")]
    assert "+ duty cis (CIS report), once a month, by the 10th  [AUTO.3]" in told
    assert len(told) == MORE.count("[[")
    assert [each.replace("+ ", "- ", 1) for each in told] == [*_profiles.differences(found, base, "en")]


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ('[[duties]]\nkey = "x"\nevery = "often"', "every: often is no cadence"),
        (
            '[[slas]]\nkind = "complaint"\nseverity = "minor"\nsla = "soon"',
            "sla: soon is no time to answer in",
        ),
        ('[[client_fields]]\nkey = "x"\ntype = "choice"', "type: a choice needs choices"),
        ('[[cadences]]\nafter = "reception"\nevery = "7x"', "every: 7x is no time to answer in"),
        ('[[tiers]]\nkey = "a"', "key: a is there already"),
        ('[[products]]\nkey = ""', "key: it is empty"),
        ('[[tiers]]\nkey = "E"\nquiet_after = -3', "quiet_after: it must be 0 or more"),
        ('[[deal_stages]]\nkey = "x"\nstuck_after = -1', "stuck_after: it must be 0 or more"),
        ('[[deal_stages]]\nkey = "x"\nchance = 101', "chance: it is a percentage"),
        ('[[duties]]\nkey = "x"\nby = "visits"\nleast = -1', "least: it must be 0 or more"),
        (
            '[[duties]]\nkey = "x"\nby = "notes"\nkinds = ["markt"]',
            "kinds: there is no kind of note markt. The nearest is market.",
        ),
        ('[[duties]]\nkey = "x"\nby = "report"\nreport = "weakly"', "report must be one of daily, weekly"),
        (
            '[[measures]]\nkey = "stock"\n\n[[duties]]\nkey = "x"\nmeasure = "stok"',
            "measure: there is no measure stok. The nearest is stock.",
        ),
    ],
)
def test_what_a_row_means_is_checked_with_its_line(row: str, says: str, run, home) -> None:
    general = _profiles.shipped()["general"].read_text(encoding="utf-8")
    home.mkdir()
    (home / "profile.toml").write_text(f"{general}\n{row}\n", encoding="utf-8")
    line = general.count("\n") + 1 + row.count("\n") + 1
    assert f"profile.toml, line {line}: {says}" in run("profile", check=5).err


def test_a_wrong_duty_stops_what_tells_of_duties_and_the_next_profile(run, home) -> None:
    run("use-profile", "hotel", "--yes", check=0)
    run("add-client", "张三", check=0)
    file = home / "profile.toml"
    wrong = file.read_text(encoding="utf-8") + '\n[[duties]]\nkey = "x"\nevery = "often"\n'
    file.write_text(wrong, encoding="utf-8")
    for words in (("today",), ("weekly-report",), ("monthly-report",), ("use-profile", "ktv", "--yes")):
        assert "profile.toml, line" in run(*words, check=5).err
    assert file.read_text(encoding="utf-8") == wrong


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", TRADES)
def test_no_profile_is_told_wider_than_the_terminal(name: str, lang: str, run) -> None:
    told = run("use-profile", name, "--yes", lang=lang, check=0).out + run("profile", lang=lang, check=0).out
    assert max(map(width, told.splitlines())) <= 80


def test_what_is_no_list_is_told_and_compared(run) -> None:
    out = run("use-profile", "loan-company", "--yes", check=0).out
    assert "~ The daily report holds: visits, planned, done, results" in out
    assert "enquiries" in out
    told = run("profile", check=0).out
    assert "The weekly report holds: clients, visits, measures" in told
    assert "Severities\n" in told
    assert "~ A working day is from" in run("use-profile", "liquor", "--yes", check=0).out
