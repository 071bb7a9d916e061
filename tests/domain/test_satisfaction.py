import pytest

from rmtool.domain.satisfaction import Score
from rmtool.domain.satisfaction import score


@pytest.mark.parametrize(
    ("values", "made"),
    [
        ((), Score("k", 0, None, 0, 0, 0, 0)), ((5.0, 5.0, 4.0), Score("k", 3, 4.67, 2, 67, 0, 0)),
        ((1.0, 2.0, 3.0, 5.0), Score("k", 4, 2.75, 1, 25, 2, 50)), ((4.9, 2.5), Score("k", 2, 3.7, 0, 0, 0, 0)),
    ],
)  # fmt: skip
def test_what_scores_come_to(values: tuple[float, ...], made: Score) -> None:
    assert score("k", values) == made
