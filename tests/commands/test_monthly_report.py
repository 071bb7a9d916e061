"""`monthly-report`: this month by default, or the month of a day."""

from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ((), "Nov 2026"),
        (("2026-10",), "Oct 2026"),
        (("last month",), "Oct 2026"),
        (("2026-09-30",), "Sep 2026"),
    ],
)
def test_the_month_is_this_one_unless_named(
    run: Callable[..., tuple[int, str, str]], words: tuple[str, ...], title: str
) -> None:
    assert run("monthly-report", *words, check=0)[1].startswith(f"Monthly report {title}")


@pytest.mark.parametrize("word", ["2026-W47", "2026-11上旬", "2026-Q3", "2026"])
def test_a_period_that_is_no_month_is_refused(run: Callable[..., tuple[int, str, str]], word: str) -> None:
    said = run("monthly-report", word, check=2)[2]
    assert "another kind of period: `rmtool report monthly PERIOD` takes any." in said
