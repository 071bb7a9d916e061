"""The one cell writer: every value is read back as it was."""

import re
from datetime import date
from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from rmtool.errors import RefusedError
from rmtool.writers.excel_cells import Style
from rmtool.writers.excel_cells import cell
from rmtool.writers.excel_cells import lines
from rmtool.writers.excel_cells import row

STYLE = Style("1", "2")


def read(value):
    """The type, style and value as a reader of the format sees them."""
    made = etree.fromstring(row(1, [cell("A1", value, STYLE)]))[0]
    text = "".join(made.itertext())
    if made.get("t") == "inlineStr":
        text = re.sub("_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), text)
    return made.get("t", "n"), made.get("s"), text


@pytest.mark.parametrize(
    "text",
    [
        "=cmd()",
        "+1",
        "-2",
        "@x",
        "#N/A",
        "'x",
        "  =1",
        "\n=1",
        "＝1",
        "＠x",
        "\u200b=1",
        "\u3000+1",
        "\x1b@x",
        "﹢1",
    ],
)
def test_text_that_would_act_is_text_with_a_prefix(text):
    assert read(text) == ("inlineStr", "2", text)


@pytest.mark.parametrize(
    "text",
    ["张三", "007", "110101199003078888", "TRUE", "1E5", "2026-11-24", "😀", "a\nb", "\x1b[31m", "_x001B_", "_x005F_", "_x00", "a\r\nb",
     " x ", "\u3000x", "<b>&amp;</b>", "]]>", "\x0b", "\x7f", "\x85", "\ufffe"],
)  # fmt: skip
def test_other_text_is_text_and_the_same_when_read(text):
    assert read(text) == ("inlineStr", "1", text)


@pytest.mark.parametrize(
    ("value", "number"),
    [
        (0, "0"),
        (-5, "-5"),
        (2.5, "2.5"),
        (date(2026, 11, 24), "46350"),
        (date(1900, 3, 1), "61"),
        (time(12, 0), "0.5"),
    ],
)
def test_numbers_dates_and_times_are_numbers(value, number):
    assert read(value) == ("n", "1", number)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (10**15, "1000000000000000"),
        (float("nan"), "nan"),
        (float("inf"), "inf"),
        (date(1900, 2, 28), "1900-02-28"),
        (("甲", "乙"), "甲; 乙"),
    ],
)
def test_what_excel_would_change_stays_text(value, text):
    assert read(value) == ("inlineStr", "1", text)


@pytest.mark.parametrize("value", [None, "", ()])
def test_nothing_is_an_empty_cell_with_its_look(value):
    assert read(value) == ("n", "1", "")


@given(st.text())
def test_any_text_comes_back(text):
    assert read(text)[2] == text


def test_a_text_too_long_for_a_cell_is_refused_not_cut():
    assert read("x" * 32_767)[2] == "x" * 32_767
    with pytest.raises(RefusedError, match="32768 characters"):
        cell("A1", "x" * 32_768, STYLE)
    with pytest.raises(RefusedError):
        cell("A1", "😀" * 16_384, STYLE)


@pytest.mark.parametrize(
    ("text", "count"), [("", 1), ("短", 1), ("a\nb\n", 3), ("汉" * 20, 4), ("a" * 20, 2), ("a" * 10, 1)]
)
def test_lines_count_chinese_double(text, count):
    assert lines(text, 10) == count
