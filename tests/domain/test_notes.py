import pytest

from rmtool.domain import notes


@pytest.mark.parametrize(
    ("word", "key"),
    [("violation", "violation"), (" 可疑材料 ", "suspicious-paper"), ("Suspicious paper", "suspicious-paper"), ("天气", ""), ("风险", "risk")],
)  # fmt: skip
def test_a_kind_is_named_by_key_or_label(word: str, key: str) -> None:
    assert notes.find(word) == key


def test_severities_have_words_of_their_own() -> None:
    assert notes.find("紧急", notes.SEVERITIES) == "urgent"
    assert notes.find("紧急") == ""
    assert notes.label("urgent", "zh", notes.SEVERITIES) == "紧急"


@pytest.mark.parametrize(("language", "label"), [("zh", "竞品"), ("en", "competitor")])
def test_labels_are_in_both_languages(language: str, label: str) -> None:
    assert notes.label("competitor", language) == label
    assert notes.label("gone", language) == "gone"
