import pytest
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from rmtool.domain.text import width
from rmtool.writers import terminal

SAFE = st.text(st.characters(codec="utf-8", categories=("Lu", "Ll", "Lo", "Nd", "Po")), max_size=60)


@given(st.lists(st.tuples(st.integers(0, 10**6).map(str), SAFE, SAFE, SAFE), max_size=5))
@settings(deadline=None)
def test_no_data_makes_a_line_wider_than_the_terminal(rows: list[tuple[str, str, str, str]]) -> None:
    text = terminal.table((">No.", "Name", "Area", "Text"), rows, wrap="Text")
    assert all(width(line) <= 80 for line in text.splitlines())
    for number, *_rest in rows:
        assert number in text


def test_columns_line_up_with_chinese() -> None:
    text = terminal.table((">No.", "Name", "Tier"), [("1", "张三", "A"), ("22", "Huaxing", "B")])
    assert text.splitlines()[2:] == ["  1  张三     A", " 22  Huaxing  B"]


def test_what_is_cut_shows_it_and_numbers_stay_whole() -> None:
    text = terminal.table((">No.", "Name", "Text"), [("123456", "某" * 60, "长" * 60)], wrap="Text")
    assert "123456" in text
    assert "…" in text
    assert text.count("长") == 60


def test_dates_stay_whole_where_names_are_cut() -> None:
    rows = [(str(each), "2026-04-27 周一", "", "实地核查", "某" * 12, "是", "长" * 60) for each in (1, 2)]
    headings = (">No.", "Day", "Time", "Kind", "Client", "材料存疑", "Text")
    text = terminal.table(headings, rows, wrap="Text")
    assert text.count("2026-04-27 周一") == 2
    assert all(width(line) <= 80 for line in text.splitlines())


@pytest.mark.parametrize("data", ["[red]x[/red]", "\x1b[31mx", ":smile:", "a\tb", "\u202ex"])
def test_data_is_never_markup(data: str) -> None:
    text = terminal.table(("Name",), [(data,)])
    assert not set("\x1b\t\u202e") & set(text)
    assert "[red]x[/red]" in text or "[red]" not in data
    assert ":smile:" in text or data != ":smile:"
