"""What a spreadsheet would run is guarded, and bared again; all other text stays as it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rmtool.domain import formulas


@pytest.mark.parametrize(
    "text",
    [
        "=1",
        "＝1",
        "+1",
        "-1",
        "@x",
        "\t1",
        "\r1",
        "\n1",
        " =1",
        "\u3000=1",
        "\u200b=1",
        "\x1b=1",
        "\x00＋1",
        "﹣1",
        "\u00ad@x",
    ],
)
def test_what_would_run_is_guarded(text: str) -> None:
    assert formulas.acts(text)
    assert formulas.guarded(text) == "'" + text
    assert formulas.bare("'" + text) == text


@pytest.mark.parametrize("text", ["", "云岫", "1=1", "a@b", "'x", "''", " x", "\u3000", "《=》"])
def test_other_text_stays(text: str) -> None:
    assert not formulas.acts(text)
    assert formulas.guarded(text) == formulas.bare(text) == text


@given(st.text())
def test_a_text_comes_back(text: str) -> None:
    if not text.startswith("'"):
        assert formulas.bare(formulas.guarded(text)) == text
