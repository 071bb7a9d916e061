from datetime import date

import pytest

from rmtool.domain import papers
from rmtool.domain.papers import Paper

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("expires", "state", "days"),
    [
        ("", "there", None),
        ("2026-11-23", "expired", -1),
        ("2026-11-24", "expiring", 0),
        ("2026-12-24", "expiring", 30),
        ("2026-12-25", "there", 31),
    ],
)
def test_the_state_of_a_paper(expires: str, state: str, days: int | None) -> None:
    found = papers.judged(Paper(1, "licence", "2026-01-01", expires, "x"), "华星", TODAY)
    assert (found.state, found.days, found.client_name, found.remark) == (state, days, "华星", "x")


def test_another_number_of_days() -> None:
    assert papers.judged(Paper(1, "x", "2026-01-01", "2026-12-25"), "", TODAY, 31).state == "expiring"
    assert papers.last_day(TODAY) == "2026-12-24"
