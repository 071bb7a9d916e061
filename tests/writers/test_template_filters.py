"""The filters of templates say keys, days and differences as people do."""

import pytest

from rmtool import paths
from rmtool.config import profile
from rmtool.writers.template_filters import day
from rmtool.writers.template_filters import made
from rmtool.writers.template_filters import markdown
from rmtool.writers.template_filters import signed
from rmtool.writers.template_filters import title

PROFILE = profile.load(paths.templates_folder() / "profiles" / "general.toml")


@pytest.mark.parametrize(("language", "word"), [("zh", "11-24 周二"), ("en", "24 Nov Tue")])
def test_a_day_is_said_with_its_weekday(language: str, word: str) -> None:
    assert day("2026-11-24", language) == word
    assert day("", language) == ""


@pytest.mark.parametrize(
    ("name", "key", "zh", "en"),
    [("kind", "return-visit", "回访", "return visit"), ("tier", "A", "特殊", "special"), ("tier_name", "A", "A 特殊", "A special"), ("stage", "lost", "流失", "lost"),
     ("task_kind", "paper", "补件", "missing paper"), ("kind", "gone", "gone", "gone")],
)  # fmt: skip
def test_a_key_becomes_the_profiles_label(name: str, key: str, zh: str, en: str) -> None:
    assert (made("zh", PROFILE)[name](key), made("en", PROFILE)[name](key)) == (zh, en)


def test_a_period_is_said_in_the_language() -> None:
    span = {"kind": "month", "key": "2026-11", "first": "2026-11-01", "last": "2026-11-30"}
    assert (title(span, "zh"), title(span, "en")) == ("2026年11月", "Nov 2026")


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("平常，100-200万元 (含税) 1.5%", "平常，100-200万元 (含税) 1.5%"),
        ("- 项", "\\- 项"),
        ("# 题", "\\# 题"),
        ("1. 项", "1\\. 项"),
        ("12) 项", "12\\) 项"),
        ("2026-11-24", "2026-11-24"),
        ("a|b", "a\\|b"),
        ("a *b* _c_", "a \\*b\\* \\_c\\_"),
        ("&lt; R&D", "\\&lt; R&D"),
        ("一\n二\t三", "一 二 三"),
        ("\x1b[0m", "␛\\[0m"),
    ],
)
def test_markdown_data_is_read_letter_by_letter(text: str, escaped: str) -> None:
    assert markdown(text) == escaped


@pytest.mark.parametrize(("number", "word"), [(3, "+3"), (-2, "−2"), (0, "±0")])
def test_a_difference_has_its_sign(number: int, word: str) -> None:
    assert signed(number) == word
