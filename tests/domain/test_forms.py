"""Cells and areas by the names people give them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rmtool.domain import forms
from rmtool.domain.forms import Area
from rmtool.domain.forms import Place


@given(st.builds(Place, st.integers(1, 9_999_999), st.integers(1, 16_384)))
def test_a_cell_is_found_by_its_name(place: Place) -> None:
    assert forms.parse_cell(forms.cell_name(place)) == place


@pytest.mark.parametrize(
    ("text", "place"),
    [("$C$5", (5, 3)), ("aa1", (1, 27)), ("A0", None), ("5C", None), ("", None), ("ABCD1", None)],
)
def test_cells_may_have_signs_and_what_is_none_is_told(text: str, place: tuple[int, int] | None) -> None:
    assert forms.parse_cell(text) == place


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("A1:B2", Area(1, 1, 2, 2)),
        ("B2:A1", Area(1, 1, 2, 2)),
        ("C3", Area(3, 3, 3, 3)),
        ("A:A", None),
        ("", None),
    ],
)
def test_areas_by_their_corners(text: str, area: Area | None) -> None:
    assert forms.parse_area(text) == area


def test_rows_below_new_ones_move() -> None:
    grown = (forms.Growth(3, 2, 3), forms.Growth(5, 1, 5))
    assert [forms.moved(row, grown) for row in (1, 3, 4, 5, 6)] == [1, 3, 6, 7, 9]
