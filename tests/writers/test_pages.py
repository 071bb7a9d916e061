import pytest
from hypothesis import given
from hypothesis import strategies as st

from rmtool.domain.text import width
from rmtool.writers import day_page
from rmtool.writers import pages


@pytest.mark.parametrize(
    ("text", "wide", "most", "lines"),
    [
        ("", 10, 0, [""]),
        ("one two three", 8, 0, ["one two", "three"]),
        ("谈续贷五百万", 6, 0, ["谈续贷", "五百万"]),
        ("谈续贷，五百万", 6, 0, ["谈续", "贷，五", "百万"]),
        ("abcdefghij", 4, 0, ["abcd", "efgh", "ij"]),
        ("a\nb", 10, 0, ["a", "b"]),
        ("one two three four", 8, 2, ["one two", "three…"]),
        ("\x1b[31m", 10, 0, ["\u241b[31m"]),
    ],
)
def test_wrapped(text: str, wide: int, most: int, lines: list[str]) -> None:
    assert pages.wrapped(text, wide, most) == lines


@given(st.text(max_size=200), st.integers(min_value=4, max_value=100), st.integers(min_value=0, max_value=3))
def test_no_line_is_too_wide_and_none_too_many(text: str, wide: int, most: int) -> None:
    lines = pages.wrapped(text, wide, most)
    assert all(width(line) <= wide for line in lines)
    assert not most or len(lines) <= most


@given(st.lists(st.text(max_size=40), min_size=1, max_size=4), st.integers(min_value=40, max_value=120))
def test_a_row_is_one_line_of_the_width(texts: list[str], wide: int) -> None:
    line = pages.row([*((text, 8) for text in texts[:-1]), (texts[-1], 0)], wide)
    assert width(line) <= wide
    assert "\n" not in line


@pytest.mark.parametrize(("value", "columns"), [("", 80), ("120", 120), ("5", 20), ("wide", 80), ("0", 80)])
def test_columns(monkeypatch: pytest.MonkeyPatch, value: str, columns: int) -> None:
    monkeypatch.setenv("COLUMNS", value)
    assert pages.columns() == columns


@given(st.lists(st.integers(min_value=0, max_value=20), min_size=4, max_size=4))
def test_shares_are_fair(wanted: list[int]) -> None:
    given_rows = day_page.shares(wanted, 14)
    assert sum(given_rows) <= 14
    assert all(got <= most for got, most in zip(given_rows, wanted, strict=True))
    # No section stays empty while it has something to say.
    assert all(got > 0 for got, most in zip(given_rows, wanted, strict=True) if most)
