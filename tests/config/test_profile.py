"""Profiles: what is wrong is named with file, line and key."""

from pathlib import Path

import pytest

from rmtool import paths
from rmtool.config import profile
from rmtool.config import profile_keys
from rmtool.config import profile_rows
from rmtool.config.profile_rows import Choice
from rmtool.config.profile_rows import Field
from rmtool.domain import schedules
from rmtool.errors import SettingsError
from rmtool.errors import UsageError

GENERAL = paths.templates_folder() / "profiles" / "general.toml"


def test_the_general_profile_has_a_label_in_both_languages_for_everything() -> None:
    general = profile.load(GENERAL)
    for which in ("tiers", "stages", "visit_kinds", "task_kinds"):
        for choice in getattr(general, which):
            assert choice.zh, choice
            assert choice.en, choice
    assert [each.key for each in general.tiers] == ["A", "B", "C", "D"]
    assert [each.key for each in general.visit_kinds if not each.counts] == ["message"]


@pytest.mark.parametrize(
    ("which", "word", "key"),
    [("visit_kinds", "电话", "call"), ("visit_kinds", " CALL ", "call"), ("tiers", "特殊", "A"), ("tiers", "b", "B"),
     ("task_kinds", "missing paper", "paper")],
)  # fmt: skip
def test_a_word_is_known_by_key_or_label(which: str, word: str, key: str) -> None:
    assert profile.load(GENERAL).choose(which, word) == key


def test_an_unknown_word_lists_the_right_ones() -> None:
    with pytest.raises(UsageError, match=r"Unknown tier Z: use one of A \(special\), B \(key\)"):
        profile.load(GENERAL).choose("tiers", "Z")


NEEDED = "\n".join(f"[[{which}]]\nkey = '{key}'" for which, keys in profile._NEEDED.items() for key in keys)


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("name = 'x'\ncolour = 1", 2, "unknown key colour: use one of name, zh"),
        ("quiet_aftr = 1", 1, "unknown key quiet_aftr; the nearest is quiet_after"),
        ("tiers = 1", 1, "tiers is a list of tables"),
        ("[[tiers]]\nkey = 'A'\n\n[[tiers]] # no key\nzh = 'x'", 4, "needs key"),
        ("[[tiers]]\nkey = 'A'\n[[tiers]]\nkey = 'B'\nquiet = 3", 5, "the nearest is quiet_after"),
        ("[[tiers]]\nkey = 'A'\nquiet_after = 'x'", 3, "quiet_after must be a whole number"),
        ("[[visit_kinds]]\nkey = 'a'\ncounts = 1", 3, "counts must be true or false"),
        ("quiet_after = true", 1, "quiet_after must be a whole number"),
        ("[[cadences]]\nevery = '7wd'\nkinds = [1]", 3, "kinds must be a list of texts"),
        ("[[cadences]]\ntier = 'A'", 1, "needs every"),
        ("zh = 3", 1, "zh must be a text"),
        ("[[visit_kinds]]\nkey = 'visit'\nsla = '8h'", 3, "unknown key sla"),
        ("[[deal_stages]]\nkey = 'x'\noutcome = 'gone'", 3, "outcome must be one of won, lost"),
        ("[[measures]]\nkey = 'x'\nover = 'most'", 3, "over must be one of sum, mean, last"),
        ("[[measures]]\nkey = 'x'\nof = 'shops'", 3, "of must be one of visits, clients"),
        ("[[client_fields]]\nkey = 'x'\ntype = 'colour'", 3, "type must be one of text, number, money"),
        ("[[visit_fields]]\nkey = 'x'\nshown_in = ['today']", 3, "shown_in must be one of list-clients"),
        ("[[papers]]\nkey = 'x'\nkind = 'shop'", 3, "kind must be one of person, company"),
        ("zh = 'x'\n[extra.more]\nkey = 'x'", 2, "unknown key extra"),
        ("[[duties]]\nkey = 'x'\nby = 'magic'", 3, "by must be one of tick, visits"),
        ("[[duties]]\nkey = 'x'\nitem = ['y']", 3, "unknown key item; the nearest is items"),
        ("[[slas]]\nkind = 'complaint'\nsla = '8h'", 1, "needs severity"),
        (
            "zh = 'x'\n\n[[tiers]]\nkey = 'A'\n\n[[dutys]]\nkey = 'x'",
            6,
            "unknown key dutys; the nearest is duties",
        ),
    ],
)
def test_a_wrong_profile_names_file_line_and_key(text: str, line: int, says: str, tmp_path: Path) -> None:
    path = tmp_path / "profile.toml"
    path.write_text(text)
    with pytest.raises(SettingsError, match=says) as caught:
        profile.load(path)
    assert f"{path}, line {line}:" in str(caught.value)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[[cadences]]\nevery = '7wd'\ntier = 'Z'\n", "line 15: tier: there is no tier Z."),
        (
            "[[tiers]]\nkey = 'gold'\n[[cadences]]\nevery = '7wd'\ntier = 'gld'\n",
            "line 17: tier: there is no tier gld. The nearest is gold.",
        ),
        (
            "[[tiers]]\nkey = 'gold'\n[[cadences]]\nevery = '7wd'\ntier = 'x'\n",
            "line 17: tier: there is no tier x. Use one of gold.",
        ),
        (
            "[[cadences]]\nevery = '7wd'\n[[cadences]]\nkinds = ['cal']\nevery = '7wd'\n",
            "line 16: [a-z]+: there is no kind of visit cal",
        ),
        (
            "[[cadences]]\nevery = '4wh'\nafter = 'reception'\n",
            "line 15: [a-z]+: there is no kind of visit reception",
        ),
        (
            "[[slas]]\nkind = 'x'\nseverity = 'minor'\nsla = '8h'\n",
            "line 14: [a-z]+: there is no kind of task x",
        ),
        (
            "[[slas]]\nkind = 'request'\nseverity = 'y'\nsla = '8h'\n",
            "line 15: [a-z]+: there is no severity y",
        ),
        ("[[papers]]\nkey = 'x'\ntiers = ['Q']\n", "line 15: [a-z]+: there is no tier Q"),
        ("[[measures]]\nkey = 'x'\nkinds = ['visit', 'q']\n", "line 15: [a-z]+: there is no kind of visit q"),
        (
            "[[duties]]\nkey = 'x'\nby = 'visits'\nkinds = ['q']\n",
            "line 16: [a-z]+: there is no kind of visit q",
        ),
        (
            "[[duties]]\nkey = 'x'\nby = 'tasks'\nkinds = ['q']\n",
            "line 16: [a-z]+: there is no kind of task q",
        ),
        ("[[duties]]\nkey = 'x'\ntier = 'Q'\n", "line 15: [a-z]+: there is no tier Q"),
    ],
)
def test_a_row_that_names_what_is_not_there_is_refused(text: str, says: str, tmp_path: Path) -> None:
    path = tmp_path / "profile.toml"
    path.write_text(NEEDED + "\n" + text)
    with pytest.raises(SettingsError, match=says):
        profile.load(path)


def test_a_duty_can_wait_for_every_report_that_a_schedule_writes() -> None:
    assert list(profile_rows.REPORTS) == list(schedules.KINDS)


def test_a_profile_without_what_rmtool_itself_uses_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "profile.toml"
    path.write_text(NEEDED.replace("'complaint'", "'grievance'"))
    with pytest.raises(SettingsError, match="task_kinds lacks complaint"):
        profile.load(path)


def test_the_cadence_of_a_tier_goes_before_that_of_any(tmp_path: Path) -> None:
    path = tmp_path / "profile.toml"
    path.write_text(
        NEEDED
        + """
[[tiers]]
key = "A"
[[visit_kinds]]
key = "call"
[[cadences]]
every = "30d"
[[cadences]]
tier = "A"
every = "7wd"
[[cadences]]
kinds = ["call"]
every = "3d"
"""
    )
    found = profile.load(path)
    assert [each.every for each in found.rules("A")] == ["7wd", "3d"]
    assert [each.every for each in found.rules("B")] == ["30d", "3d"]
    assert [each.every for each in found.rules("")] == ["30d", "3d"]


def test_quiet_days_come_from_the_tier_or_the_profile() -> None:
    general = profile.load(GENERAL)
    assert [general.quiet_days(tier) for tier in ("A", "D", "")] == [14, 90, 30]


def test_tiers_have_their_place() -> None:
    found = profile.Profile(tiers=(Choice("S"), Choice("A")))
    assert [found.tier_place(each) for each in ("S", "A", "", "gone")] == [0, 1, 2, 2]


def test_severities_are_there_unless_the_profile_has_its_own(tmp_path: Path) -> None:
    assert [each.key for each in profile.load(GENERAL).severities] == ["minor", "normal", "serious"]
    path = tmp_path / "profile.toml"
    path.write_text(NEEDED + "\n[[severities]]\nkey = 'complex'\n")
    assert profile.load(path).choose("severities", "complex") == "complex"
    with pytest.raises(UsageError, match="Unknown severity normal: use one of complex"):
        profile.load(path).choose("severities", "normal")


@pytest.mark.parametrize("path", sorted(GENERAL.parent.glob("*.toml")), ids=lambda path: path.stem)
def test_no_shipped_profile_has_a_key_or_label_twice_in_a_list(path: Path) -> None:
    found = profile.load(path)
    for which in profile_keys._ROWS.keys() - {"cadences", "slas"}:
        rows = getattr(found, which)
        for names in ([each.key for each in rows], [each.zh for each in rows], [each.en for each in rows]):
            assert len(set(names)) == len(names), (which, names)


@pytest.mark.parametrize("path", sorted(GENERAL.parent.glob("*.toml")), ids=lambda path: path.stem)
def test_every_trade_has_fields_measures_and_products_in_both_languages(path: Path) -> None:
    found = profile.load(path)
    for which in ("client_fields", "measures", "products"):
        assert bool(getattr(found, which)) == (path != GENERAL), which
    for row in (*found.client_fields, *found.visit_fields, *found.measures, *found.products):
        assert row.zh, row
        assert row.en, row
        assert row.duty, row
        if isinstance(row, Field):
            assert "export" in row.shown_in, row


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("面积", "floor-area"),
        ("Floor Area", "floor-area"),
        ("floor-area", "floor-area"),
        ("面料", None),
        ("", None),
    ],
)
def test_a_field_is_known_by_key_or_label(word: str, key: str | None) -> None:
    found = profile.load(GENERAL.with_name("decoration.toml")).field("client_fields", word)
    assert (found.key if found else None) == key


@pytest.mark.parametrize(("word", "key"), [("铺货率", "coverage"), ("Price", "price"), ("x", None)])
def test_a_measure_is_known_by_key_or_label(word: str, key: str | None) -> None:
    found = profile.load(GENERAL.with_name("distributor.toml")).measure(word)
    assert (found.key if found else None) == key


def test_a_tier_is_named_with_its_key_where_that_is_a_mark_and_no_word() -> None:
    tiers = (
        Choice("A", "重点", "key"),
        Choice("vip", "VIP", "VIP"),
        Choice("dealer", "一级经销商", "dealer"),
    )
    found = profile.Profile(tiers=tiers)
    named = [found.tier_name(key, "zh") for key in ("A", "vip", "dealer", "gone", "")]
    assert named == ["A 重点", "VIP", "一级经销商", "gone", ""]
    assert found.tier_name("A", "en") == "A key"


@pytest.mark.parametrize(("word", "key"), [("售后", "service"), ("配件", "parts"), ("车间", "workshop")])
def test_a_part_of_a_departments_name_is_enough(word: str, key: str) -> None:
    assert profile.load(GENERAL.with_name("auto.toml")).choose("departments", word) == key


@pytest.mark.parametrize("word", ["部", "后", "x", ""])
def test_a_part_that_says_too_little_is_refused(word: str) -> None:
    with pytest.raises(UsageError, match="Unknown department"):
        profile.load(GENERAL.with_name("auto.toml")).choose("departments", word)
