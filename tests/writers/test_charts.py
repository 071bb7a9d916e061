"""The numbers of charts are true to scale."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rmtool.writers.charts import bars
from rmtool.writers.charts import columns
from rmtool.writers.charts import scale


@pytest.mark.parametrize(
    ("most", "top", "step"),
    [
        (0, 1, 1),
        (1, 1, 1),
        (4, 4, 1),
        (5, 6, 2),
        (8, 8, 2),
        (11, 15, 5),
        (20, 20, 5),
        (21, 30, 10),
        (99, 100, 50),
    ],
)
def test_the_scale_ends_at_a_round_number(most: int, top: int, step: int) -> None:
    assert scale(most) == (top, step)


@given(st.lists(st.integers(0, 10_000), max_size=92))
def test_columns_lie_side_by_side_in_their_frame(values: list[int]) -> None:
    chart = columns(
        [{"day": str(place), "count": value} for place, value in enumerate(values)], "day", "count", 680, 150
    )
    made = chart["bars"]
    assert isinstance(made, list)
    assert [bar["value"] for bar in made] == values
    for left, right in pairwise(made):
        assert left["x"] + left["width"] <= right["x"] + 0.1
    for bar in made:
        assert bar["x"] >= 0
        assert bar["x"] + bar["width"] <= 680.1
        assert bar["y"] >= 0
        assert abs(bar["y"] + bar["height"] - 150) <= 0.2


def test_the_longest_level_bar_is_full_and_half_as_many_is_half() -> None:
    assert [
        bar["width"]
        for bar in bars([{"k": "a", "n": 4}, {"k": "b", "n": 2}, {"k": "c", "n": 0}], "k", "n", 300)
    ] == [300, 150, 0]


def test_nothing_makes_no_bars() -> None:
    assert list(bars([], "k", "n")) == []
    assert columns([], "day", "count")["bars"] == []
