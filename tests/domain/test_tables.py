"""Tables as values: picking columns, plain text of values, a summary as one table."""

from datetime import date
from datetime import time

import pytest

from rmtool.domain.tables import Column
from rmtool.domain.tables import Summary
from rmtool.domain.tables import Table
from rmtool.domain.tables import text_of
from rmtool.errors import UsageError

COLUMNS = (Column("a", "A"), Column("b", "B"), Column("c", "C"))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        ("=1", "=1"),
        (7, "7"),
        (7.0, "7"),
        (0.1, "0.1"),
        (True, "True"),
        (date(2026, 11, 24), "2026-11-24"),
        (time(9, 5), "09:05"),
        (("甲", "乙"), "甲; 乙"),
        ((), ""),
        ({"stock": 120.0, "orders": 2.5}, "stock: 120; orders: 2.5"),
        ({"行业": "钢材"}, "行业: 钢材"),
    ],
)
def test_a_value_has_one_plain_text(value, text):
    assert text_of(value) == text


@pytest.mark.parametrize(("keys", "rows"), [(["c", "a"], [(3, 1)]), (["b"], [(2,)]), (["a", "a"], [(1, 1)])])
def test_columns_are_picked_in_the_order_asked_for(keys, rows):
    picked = Table("t", "T", COLUMNS, iter([(1, 2, 3)])).pick(keys)
    assert [column.key for column in picked.columns] == keys
    assert [tuple(row) for row in picked.rows] == rows


def test_an_unknown_column_is_refused_with_the_right_ones():
    with pytest.raises(UsageError, match="Unknown column d: use some of a, b, c"):
        Table("t", "T", COLUMNS, ()).pick(["a", "d"])


def test_picking_reads_no_row():
    def rows():
        raise AssertionError("read")
        yield

    Table("t", "T", COLUMNS, rows()).pick(["a"])


def test_a_summary_is_one_long_table_too():
    block = Table(
        "kind",
        "By kind",
        (Column("kind", "Kind"), Column("visits", "Visits", "number")),
        [("call", 3)],
        ("Total", 3),
    )
    flat = Summary("summary", "Summary", "Heading", (), (block,)).flat()
    assert [tuple(row) for row in flat.rows] == [("kind", "call", "visits", 3)]
