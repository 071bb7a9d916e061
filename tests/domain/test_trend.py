import pytest
from hypothesis import given
from hypothesis import strategies as st

from rmtool.domain.trend import following


@pytest.mark.parametrize(
    ("values", "next_one"),
    [
        ((), None),
        ((1.0, 2.0), None),
        ((1.0, None, 2.0), None),
        ((1.0, 2.0, 3.0), 4.0),
        ((1.0, None, 3.0, 4.0), 5.0),
        ((5.0, 5.0, 5.0), 5.0),
        ((9.0, 5.0, 1.0), 0.0),
        ((2.0, 4.0, 3.0), 4.0),
    ],
)
def test_the_line_goes_on(values: tuple[float | None, ...], next_one: float | None) -> None:
    assert following(values) == (None if next_one is None else pytest.approx(next_one))


@given(st.integers(0, 100), st.integers(0, 50), st.integers(3, 12))
def test_what_lies_on_a_line_stays_on_it(first: int, step: int, number: int) -> None:
    values = [float(first + step * place) for place in range(number)]
    assert following(values) == pytest.approx(first + step * number)
