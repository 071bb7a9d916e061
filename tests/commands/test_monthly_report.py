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
