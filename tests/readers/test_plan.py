"""Where the header is, and what a row becomes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rmtool.domain import headers
from rmtool.errors import UsageError
from rmtool.readers import plan
from rmtool.readers.mapping import Mapping
from rmtool.readers.tables import Row


def planned(given: Mapping, header: tuple[str, ...] | None, width: int = 3) -> plan.Plan:
    return plan.fit(given, Row(1, header) if header else None, width, headers.CLIENTS)


def test_known_headings_are_used_and_others_named() -> None:
    made = planned(Mapping(), ("姓名", "手机", "星座"))
    assert made.record(Row(2, ("张三", " 138 ", "狮子")), 1) == {"name": "张三", "phone": "138"}
    assert made.used == (("姓名", "name"), ("手机", "phone"))
    assert made.ignored == ("星座",)


def test_columns_that_list_things_are_joined_and_others_are_not() -> None:
    made = planned(Mapping(), ("姓名", "手机", "电话", "名称"))
    assert made.record(Row(2, ("张三", "1", "2", "别名")), 1) == {"name": "张三", "phone": "1\n2"}
    assert made.ignored == ("名称",)


def test_the_map_goes_before_the_heading_and_may_join() -> None:
    made = planned(
        Mapping({"星座": "remark", "3": "remark", "姓名": ""}, {"name": "客户{row}"}),
        ("姓名", "星座", "血型"),
    )
    assert made.record(Row(7, ("张三", "狮子", "A")), 1) == {"name": "客户1", "remark": "狮子\nA"}
    assert made.ignored == ("姓名",)


def test_columns_have_numbers_where_there_is_no_header() -> None:
    made = planned(Mapping({"2": "area"}, {"name": "客户{1}"}, header=False), None)
    assert made.record(Row(1, ("7", "城东", "x")), 1) == {"name": "客户7", "area": "城东"}
    assert made.ignored == ("3",)


def test_a_short_row_is_blank_at_its_end() -> None:
    assert planned(Mapping(), ("姓名", "手机")).record(Row(2, ("张三",)), 1) == {"name": "张三"}


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("constant", "constant"), ("{row}", "4"), ("{line}", "9"), ("{A} and {b}", "x and"), ("{{{A}}}", "{x}"),
        ("first {A} of {b} 2010", "first x of  2010"), ("{b}{b}", ""), ("no {b}", ""), ("{1}", "x"),
    ],
)  # fmt: skip
def test_a_template_is_filled(template: str, text: str) -> None:
    made = planned(Mapping({}, {"remark": template}), ("A", "b"))
    assert made.record(Row(9, ("x", "")), 4).get("remark", "") == text


@pytest.mark.parametrize("template", ["{", "a}", "{gone}", "{5}", "{}", "{A!r}", "{A.__class__}"])
def test_a_template_that_can_not_be_right_is_refused(template: str) -> None:
    with pytest.raises(UsageError):
        planned(Mapping({}, {"remark": template}), ("A", "b"))


@given(st.text(alphabet="{}Arow1 ", max_size=12), st.text(max_size=5))
def test_a_template_is_data_never_code(template: str, cell: str) -> None:
    try:
        made = planned(Mapping({}, {"remark": template}), ("A",))
    except UsageError:
        return
    made_of = made.record(Row(2, (cell,)), 1).get("remark", "")
    # Nothing but the template's own letters, the cell and two numbers can come out.
    assert set(made_of) <= set(template) | set(cell) | set("12")


def found(rows: list[tuple[str, ...]], given: Mapping | None = None) -> int | None:
    row = plan.find_header(
        [Row(place, cells) for place, cells in enumerate(rows, 1)], headers.CLIENTS, given or Mapping()
    )
    return row.place if row else None


def test_the_header_stands_below_its_notes() -> None:
    assert found([("2026年客户名单", "", ""), ("",), ("姓名", "手机", "星座"), ("张三", "1", "x")]) == 3
    assert found([("名单",), ("姓名",), ("张三",)]) == 2


def test_a_row_of_data_is_no_header_though_a_cell_looks_like_one() -> None:
    assert found([("56", "x", "y"), ("57", "telephone", "mobile")]) is None


def test_the_columns_a_map_names_make_a_header() -> None:
    assert found([("56", "x"), ("a", "b")], Mapping()) is None
    assert found([("a", "b"), ("c", "telephone")], Mapping({}, {"name": "{a} {b}"})) == 1


def test_blank_rows_and_the_header_said_again_are_no_data() -> None:
    rows = [Row(1, ("姓名",)), Row(2, ("张三",)), Row(3, (" ",)), Row(4, ("姓名",)), Row(5, ("李四",))]
    assert [row.place for row in plan.rows_of(rows, rows[0])] == [2, 5]
