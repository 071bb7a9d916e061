"""Text from outside, as kept, shown, measured and compared."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rmtool.domain import text
from rmtool.errors import UsageError


@pytest.mark.parametrize(
    "kept",
    [
        "张三",
        "[red]张三[/red]",
        "=cmd|'/c calc'!A1",
        "\x1b[31mred\x1b[0m",
        "𠮷野家 👨‍👩‍👧",
        "a\u202eb\u200bc\ufeff",
        "two\n\n  lines\tand a tab",
        "\u2028" + "x",
    ],
)
def test_what_is_text_is_kept_exactly(kept: str) -> None:
    assert text.clean(f"x{kept}x", "The note") == f"x{kept}x"


def test_blanks_around_are_stripped() -> None:
    assert text.clean(" \u3000\n 张 三\t", "The name") == "张 三"


@pytest.mark.parametrize(
    ("bad", "position", "code"),
    [
        ("a\x00b", 2, "U+0000"),
        (" \ud800", 2, "U+D800"),
        ("\udcff", 1, "U+DCFF"),
        ("张三\ufffe", 3, "U+FFFE"),
        ("\uffff", 1, "U+FFFF"),
    ],
)
@pytest.mark.parametrize("gate", [text.clean, text.required, text.one_line])
def test_what_is_not_text_is_refused_with_its_place(gate, bad: str, position: int, code: str) -> None:
    with pytest.raises(
        UsageError, match=rf"The note .*character {position} is {code.replace('+', '.')}"
    ) as error:
        gate(bad, "The note")
    assert error.value.exit_code == 2


def test_too_long_a_text_is_refused_with_both_lengths() -> None:
    assert text.clean(" abc ", "The note", 3) == "abc"
    with pytest.raises(UsageError, match=r"The note is too long: 4 .* 3 "):
        text.clean("abcd", "The note", 3)
    with pytest.raises(UsageError, match="10001"):
        text.clean("张" * 10_001, "The note")
    with pytest.raises(UsageError, match="201"):
        text.one_line("张" * 201, "The name")


@pytest.mark.parametrize("empty", ["", "  ", "\n\u3000", "\u200b", "\u202e\ufeff \x1b"])
@pytest.mark.parametrize("gate", [text.required, text.one_line])
def test_what_must_be_said_must_be_seen(gate, empty: str) -> None:
    with pytest.raises(UsageError, match="The note is empty"):
        gate(empty, "The note")


def test_an_optional_line_may_be_empty() -> None:
    assert text.one_line(" \n ", "The address", optional=True) == ""
    assert text.one_line("a\nb", "The address", optional=True) == "a b"


@pytest.mark.parametrize("required", ["🫨", "x", "。", "\ue000"])
def test_any_character_that_can_be_seen_is_enough(required: str) -> None:
    assert text.required(required, "The note") == required


@pytest.mark.parametrize(
    ("given_", "line"),
    [
        ("张三\n李四", "张三 李四"),
        ("a \r\n\t  b", "a b"),
        ("\na\u2028b\n", "a b"),
        ("a  b", "a  b"),
    ],
)
def test_a_name_is_one_line(given_: str, line: str) -> None:
    assert text.one_line(given_, "The name") == line


@pytest.mark.parametrize(
    ("raw", "safe"),
    [
        ("张三 [red]", "张三 [red]"),
        ("\x1b[2J", "␛[2J"),
        ("a\x00\x07\x7f", "a␀␇␡"),
        ("\x9b31m", "\\x9b31m"),
        ("a\nb\tc\r", "a␊b␉c␍"),
        ("张\u202e三", "张‹U+202E›三"),
        ("a\u200bb\ufeff", "a‹U+200B›b‹U+FEFF›"),
        ("a\u2028b", "a‹U+2028›b"),
        ("\udc80", "‹U+DC80›"),
        ("\U000e0041\U0001ffff", "‹U+E0041›‹U+1FFFF›"),
        ("张\u3000三\xa0", "张\u3000三\xa0"),
        ("👨‍👩‍👧 ❤️‍🔥 👩🏽‍💻", "👨‍👩‍👧 ❤️‍🔥 👩🏽‍💻"),
        ("张\u200d三👨\u200d", "张‹U+200D›三👨‹U+200D›"),
        ("🫨\ue000", "🫨\ue000"),
    ],
)
def test_what_would_act_or_hide_is_made_visible(raw: str, safe: str) -> None:
    assert text.shown(raw) == safe


def test_line_breaks_stay_only_if_wanted() -> None:
    assert text.shown("a\r\nb\n\x1bc", newlines=True) == "a\nb\n␛c"
    assert "\n" not in text.shown("a\nb")


@given(st.text(st.characters(codec=None, categories=["L", "N", "C", "Z", "M", "S"])))
def test_nothing_shown_acts_on_a_terminal(raw: str) -> None:
    safe = text.shown(raw)
    assert all(unicodedata.category(c) not in {"Cc", "Cs", "Zl", "Zp"} for c in safe)
    safe.encode()
    assert text.shown(safe) == safe


@pytest.mark.parametrize(
    ("word", "columns"),
    [
        ("", 0),
        ("abc", 3),
        ("张三", 4),
        ("ａ，", 4),
        ("e\u0301", 1),
        ("か\u3099", 2),
        ("a\u200bb\n", 2),
        ("👍", 2),
        ("soft\xad", 5),
        ("\u1112\u1161\u11ab", 2),
        ("·—…", 3),
        ("𠮷", 2),
    ],
)
def test_width_counts_columns(word: str, columns: int) -> None:
    assert text.width(word) == columns


@pytest.mark.parametrize(
    ("word", "columns", "cut"),
    [
        ("张三", 4, "张三"),
        ("张三丰", 5, "张三…"),
        ("张三丰", 4, "张…"),
        ("abc", 2, "a…"),
        ("abc", 1, "…"),
        ("abc", 0, ""),
        ("", 0, ""),
        ("e\u0301bc", 2, "e\u0301…"),
        ("👨\u200d👩x", 3, "👨…"),
    ],
)
def test_what_does_not_fit_is_cut(word: str, columns: int, cut: str) -> None:
    assert text.clip(word, columns) == cut


@given(st.text(), st.integers(0, 20))
def test_a_clipped_text_fits(word: str, columns: int) -> None:
    cut = text.clip(word, columns)
    assert text.width(cut) <= columns
    assert cut == word or cut == "" or cut.endswith("…")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("张 三", "张三"),
        ("ＡＢＣ　公司", "abc公司"),
        ("Straße", "STRASSE"),
        ("张\u200b三", "张三"),
        ("（北京）", "(北京)"),
        ("É", "e\u0301"),
        ("ﬁ", "FI"),
    ],
)
def test_folding_makes_writings_of_one_name_equal(one: str, other: str) -> None:
    assert text.fold(one) == text.fold(other)


def test_folding_keeps_different_names_apart() -> None:
    assert text.fold("张三") != text.fold("張三")
    assert text.fold("a-b") != text.fold("ab")


@given(st.text())
def test_folding_twice_changes_nothing(word: str) -> None:
    folded = text.fold(word)
    assert text.fold(folded) == folded
    assert not any(c.isspace() for c in folded)
