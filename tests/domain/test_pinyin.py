"""Readings of Chinese."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rmtool.domain.pinyin import syllables

CHINESE = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), min_size=1, max_size=6)


@pytest.mark.parametrize(
    ("name", "reading"),
    [
        ("单小明", "shan xiao ming"),
        ("仇大年", "qiu da nian"),
        ("翟小明", "zhai xiao ming"),
        ("解放", "xie fang"),
        ("区小明", "ou xiao ming"),
        ("盖小明", "ge xiao ming"),
        ("曾经", "zeng jing"),
        ("查小明", "zha xiao ming"),
        ("朴小明", "piao xiao ming"),
        ("任意", "ren yi"),
        ("尉迟小明", "yu chi xiao ming"),
        ("万俟明", "mo qi ming"),
        ("长孙明", "zhang sun ming"),
        ("欧阳小明", "ou yang xiao ming"),
        ("高行长", "gao hang zhang"),
        ("吕明", "lv ming"),
        ("张", "zhang"),
    ],
)
def test_surnames_have_their_own_reading(name: str, reading: str) -> None:
    assert " ".join(syllables(name, True)) == reading


@pytest.mark.parametrize(
    ("name", "reading"),
    [("解放", "jie fang"), ("重庆银行", "chong qing yin hang"), ("曾经", "ceng jing"), ("〇", "ling")],
)
def test_other_words_are_read_as_words(name: str, reading: str) -> None:
    assert " ".join(syllables(name, False)) == reading


def test_a_character_without_a_reading_stays() -> None:
    assert syllables("𠮷𠮷野家", False) == ("𠮷", "𠮷", "ye", "jia")


@given(CHINESE, st.booleans())
def test_there_is_one_syllable_for_each_character(text: str, surname: bool) -> None:
    assert len(syllables(text, surname)) == len(text)
