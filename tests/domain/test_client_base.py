from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rmtool.domain import client_base
from rmtool.domain.client_base import Share

DAY = date(2026, 11, 24)


def test_parts_in_order_and_what_is_not_known_last() -> None:
    made = client_base.part("tier", {"": 5, "B": 3, "A": 1, "X": 1, "gone": 0}, ["A", "B"])
    assert made.rows == (Share("A", 1, 10), Share("B", 3, 30), Share("X", 1, 10), Share("", 5, 50))
    assert (made.others, made.field) == (0, False)
    few = client_base.part("industry", {"a": 1, "b": 3, "c": 2}, most=2, field=True)
    assert [row.key for row in few.rows] == ["b", "c"]
    assert (few.others, few.field) == (1, True)
    assert client_base.part("area", {}).rows == ()


@given(st.dictionaries(st.text(max_size=3), st.integers(0, 50), max_size=20), st.integers(1, 20))
def test_nobody_is_lost(counts: dict[str, int], most: int) -> None:
    made = client_base.part("industry", counts, most=most)
    assert sum(row.count for row in made.rows) + made.others == sum(counts.values())


@pytest.mark.parametrize(
    ("birthday", "id_number", "group"),
    [
        ("1985-03-12", "", "40-49"), ("--03-12", "440308199901101512", "0-29"), ("--03-12", "", ""), ("", "", ""), ("1966-12-31", "", "60+"),
        ("1967-01-01", "", "50-59"), ("1996-01-01", "", "30-39"), ("1890-01-01", "", ""), ("2030-01-01", "", ""),
    ],
)  # fmt: skip
def test_groups_of_ages(birthday: str, id_number: str, group: str) -> None:
    assert client_base.age_group(birthday, id_number, DAY) == group
    assert group in ("", *client_base.AGE_KEYS)


@pytest.mark.parametrize(
    ("added", "group"),
    [
        ("2026-11-24", "0"), ("2025-11-25", "0"), ("2025-11-24", "1-2"), ("2023-11-24", "3-4"), ("2021-11-24", "5-9"),
        ("2000-01-01", "10+"), ("2027-01-01", "0"),
    ],
)  # fmt: skip
def test_groups_of_years(added: str, group: str) -> None:
    assert client_base.years_group(added, DAY) == group
    assert group in client_base.YEAR_KEYS
