"""Settings and profiles: what is wrong is named with its file, and nothing is guessed."""

from pathlib import Path

import pytest

from rmtool import config
from rmtool import paths
from rmtool.errors import SettingsError
from rmtool.errors import UsageError

GENERAL = paths.templates_folder() / "profiles" / "general.toml"


def test_missing_settings_are_the_defaults(tmp_path: Path) -> None:
    assert config.load_settings(tmp_path / "config.toml") == config.Settings()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("owner = 5", "owner is text"),
        ("owner = ", "not valid TOML"),
        ('colour = "red"', "Unknown setting colour"),
        ('language = "klingon"', "Unknown language"),
        ('phone_region = "China"', "Unknown phone region"),
    ],
)
def test_wrong_settings_name_the_file(text: str, says: str, tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text(text)
    with pytest.raises(SettingsError, match=says) as caught:
        config.load_settings(path)
    assert str(path) in str(caught.value)


def test_the_general_profile_has_a_label_in_both_languages_for_everything() -> None:
    profile = config.load_profile(GENERAL)
    for which in ("tiers", "stages", "visit_kinds", "task_kinds"):
        for choice in getattr(profile, which):
            assert choice.zh, choice
            assert choice.en, choice
    assert [each.key for each in profile.tiers] == ["A", "B", "C", "D"]
    assert [each.key for each in profile.visit_kinds if not each.counts] == ["message"]


@pytest.mark.parametrize(
    ("which", "word", "key"),
    [("visit_kinds", "电话", "call"), ("visit_kinds", " CALL ", "call"), ("tiers", "特殊", "A"), ("tiers", "b", "B"),
     ("task_kinds", "missing paper", "paper")],
)  # fmt: skip
def test_a_word_is_known_by_key_or_label(which: str, word: str, key: str) -> None:
    assert config.load_profile(GENERAL).choose(which, word) == key


def test_an_unknown_word_lists_the_right_ones() -> None:
    with pytest.raises(UsageError, match=r"Unknown tier Z: use one of A \(special\), B \(key\)"):
        config.load_profile(GENERAL).choose("tiers", "Z")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("colour = 1", "unknown key colour"),
        ("tiers = 1", "tiers is a list of tables"),
        ("[[tiers]]\nzh = 'x'", "needs a key"),
        ("[[tiers]]\nkey = 'A'\nquiet = 3", "unknown key quiet in tiers"),
        ("[[tiers]]\nkey = 'A'\nquiet_after = 'x'", "tiers.quiet_after has the wrong type"),
        ("quiet_after = 'x'", "quiet_after has the wrong type"),
    ],
)
def test_a_wrong_profile_names_file_and_key(text: str, says: str, tmp_path: Path) -> None:
    path = tmp_path / "profile.toml"
    path.write_text(text)
    with pytest.raises(SettingsError, match=says) as caught:
        config.load_profile(path)
    assert str(path) in str(caught.value)


def test_quiet_days_come_from_the_tier_or_the_profile() -> None:
    profile = config.load_profile(GENERAL)
    assert [profile.quiet_days(tier) for tier in ("A", "D", "")] == [14, 90, 30]
