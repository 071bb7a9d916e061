"""What differs in a workbook that came back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rmtool.domain import pull
from rmtool.domain import row_keys
from rmtool.domain.row_keys import RowKey
from rmtool.domain.tables import Column
from rmtool.domain.tables import Kind

COLUMNS = (Column("day", "日期", "date"), Column("text", "内容"), Column("minutes", "分钟", "number"))
KEYS = [each.key for each in COLUMNS]


def key(*values: str) -> RowKey:
    return RowKey("u", tuple(map(row_keys.digest, values)))


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("date", "2026/11/3", "2026-11-03"), ("date", "2026-11-03 00:00", "2026-11-03"), ("date", "2026年11月3日", "2026-11-03"),
        ("date", "'2026-11-03", "2026-11-03"), ("date", "昨天", "昨天"), ("date", "", ""), ("time", "9:30", "09:30"),
        ("time", "09:30:00", "09:30"), ("time", "1899-12-30 09:30:00", "09:30"), ("time", "", ""), ("time", "noon", "noon"),
        ("time", "25:00", "25:00"), ("number", "7.0", "7"), ("number", "1,200", "1200"), ("money", "2.50", "2.5"),
        ("number", "many", "many"), ("text", "7.0", "7.0"), ("code", "007", "007"),
    ],
)  # fmt: skip
def test_what_a_spreadsheet_made_of_a_value_is_the_value(kind: Kind, text: str, expected: str) -> None:
    assert pull.plain(kind, text) == expected


def test_columns_are_found_by_their_heading() -> None:
    assert pull.placed(COLUMNS, ("内容", "分 钟", "", "日期（年月日）"), []) == {
        "text": 0,
        "minutes": 1,
        "day": 3,
    }


def test_renamed_columns_are_found_by_what_their_cells_held() -> None:
    rows = [
        (key("2026-11-01", "甲", "30"), ("甲", "2026/11/1", "30.0")),
        (key("2026-11-02", "乙", ""), ("改了", "2026-11-02", "")),
    ]
    assert pull.placed(COLUMNS, ("说的", "哪天", "多久"), rows) == {"text": 0, "day": 1, "minutes": 2}


def test_a_column_that_is_gone_is_not_found_again() -> None:
    rows = [(key("2026-11-01", "甲", "30"), ("2026-11-01", "x"))]
    assert pull.placed(COLUMNS, ("日期", "别的"), rows) == {"day": 0}
    assert pull.placed(COLUMNS, ("日期",), []) == {"day": 0}


def states(row: RowKey, cells: tuple[str, ...], now: tuple[str, ...]) -> list[tuple[str, str]]:
    pairs = (dict(zip(KEYS, values, strict=False)) for values in (cells, now))
    return [(column.key, state) for column, state in pull.compared(row, COLUMNS, *pairs)]


def test_a_cell_is_compared_with_what_was_exported_and_with_the_store() -> None:
    was = ("2026-11-01", "甲", "30")
    assert states(key(*was), was, was) == []
    assert states(key(*was), ("2026/11/1", "乙", "30.0"), was) == [("text", "changed")]
    assert states(key(*was), ("2026-11-01", "乙", "30"), ("2026-11-01", "丙", "30")) == [("text", "clash")]
    assert states(key(*was), ("2026-11-01", "乙", "30"), ("2026-11-01", "乙", "45")) == []
    assert states(key(*was), ("2026-11-01", "", ""), was) == [("text", "changed"), ("minutes", "changed")]


def test_a_column_the_file_lost_or_the_key_never_had_is_no_edit() -> None:
    assert states(key("2026-11-01", "甲", "30"), ("2026-11-01",), ("2026-11-01", "甲", "30")) == []
    assert states(key("2026-11-01", "甲"), ("2026-11-01", "甲", ""), ("2026-11-01", "甲", "")) == []


@pytest.mark.parametrize(
    ("places", "count"), [([], 0), ([1, 2, 3], 0), ([3, 2, 1], 2), ([2, 3, 1], 1), ([5, 1, 2, 9, 3], 2)]
)
def test_rows_in_another_order_are_counted(places: list[int], count: int) -> None:
    assert pull.moved(places) == count


@given(st.permutations(range(8)))
def test_no_more_rows_moved_than_there_are(places: list[int]) -> None:
    assert 0 <= pull.moved(places) < 8


def test_a_visit_is_called_by_client_and_day() -> None:
    assert pull.day_name("张三", "2026-11-24") == "张三 11-24"
    assert pull.day_name("张三", "") == "张三"
