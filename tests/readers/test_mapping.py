"""Which column goes into which field."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rmtool.errors import BadFileError
from rmtool.errors import UsageError
from rmtool.readers import headers
from rmtool.readers import mapping
from rmtool.readers.mapping import Mapping
from rmtool.readers.tables import Row

FIELDS = mapping.fields_of(headers.CLIENTS, "field.")


def planned(given: Mapping, header: tuple[str, ...] | None, width: int = 3) -> mapping.Plan:
    return mapping.fit(given, Row(1, header) if header else None, width, headers.CLIENTS)


def test_known_headings_are_used_and_others_named() -> None:
    plan = planned(Mapping(), ("姓名", "手机", "星座"))
    assert plan.record(Row(2, ("张三", " 138 ", "狮子")), 1) == {"name": "张三", "phone": "138"}
    assert plan.used == (("姓名", "name"), ("手机", "phone"))
    assert plan.ignored == ("星座",)


def test_columns_that_list_things_are_joined_and_others_are_not() -> None:
    plan = planned(Mapping(), ("姓名", "手机", "电话", "名称"))
    assert plan.record(Row(2, ("张三", "1", "2", "别名")), 1) == {"name": "张三", "phone": "1\n2"}
    assert plan.ignored == ("名称",)


def test_the_map_goes_before_the_heading_and_may_join() -> None:
    plan = planned(
        Mapping({"星座": "remark", "3": "remark", "姓名": ""}, {"name": "客户{row}"}),
        ("姓名", "星座", "血型"),
    )
    assert plan.record(Row(7, ("张三", "狮子", "A")), 1) == {"name": "客户1", "remark": "狮子\nA"}
    assert plan.ignored == ("姓名",)


def test_columns_have_numbers_where_there_is_no_header() -> None:
    plan = planned(Mapping({"2": "area"}, {"name": "客户{1}"}, header=False), None)
    assert plan.record(Row(1, ("7", "城东", "x")), 1) == {"name": "客户7", "area": "城东"}
    assert plan.ignored == ("3",)


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
    plan = planned(Mapping({}, {"remark": template}), ("A", "b"))
    assert plan.record(Row(9, ("x", "")), 4).get("remark", "") == text


@pytest.mark.parametrize("template", ["{", "a}", "{gone}", "{5}", "{}", "{A!r}", "{A.__class__}"])
def test_a_template_that_can_not_be_right_is_refused(template: str) -> None:
    with pytest.raises(UsageError):
        planned(Mapping({}, {"remark": template}), ("A", "b"))


@given(st.text(alphabet="{}Arow1 ", max_size=12), st.text(max_size=5))
def test_a_template_is_data_never_code(template: str, cell: str) -> None:
    try:
        plan = planned(Mapping({}, {"remark": template}), ("A",))
    except UsageError:
        return
    plan.record(Row(2, (cell,)), 1)


@pytest.mark.parametrize("word", ["name", "=x", "colour=red", "field.=x"])
def test_set_takes_a_known_field_and_a_text(word: str) -> None:
    with pytest.raises(UsageError):
        mapping.parse_set([word], FIELDS)


def test_what_is_saved_is_loaded_again(tmp_path: Path) -> None:
    kept = Mapping({'a"b': "name", "电话\\": "phone"}, {"field.颜色": "红\n{1}\x7f"}, header=False)
    path = tmp_path / "map.toml"
    path.write_text(mapping.saved(kept), encoding="utf-8")
    assert mapping.load(path, FIELDS) == kept


@pytest.mark.parametrize(
    "text",
    [
        "= 1",
        "colour = 1",
        "header = 1",
        "columns = 1",
        "[columns]\na = 1",
        '[columns]\na = "nothing"',
        '[set]\nnothing = "x"',
        "\xff",
    ],
)
def test_a_broken_map_is_a_bad_file_that_is_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "map.toml"
    path.write_bytes(text.encode("latin-1"))
    with pytest.raises(BadFileError, match=r"map\.toml"):
        mapping.load(path, FIELDS)


def test_a_missing_map_is_a_bad_file(tmp_path: Path) -> None:
    with pytest.raises(BadFileError, match=r"map\.toml"):
        mapping.load(tmp_path / "map.toml", FIELDS)


def found(rows: list[tuple[str, ...]], given: Mapping | None = None) -> int | None:
    row = mapping.find_header(
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
    assert [row.place for row in mapping.rows_of(rows, rows[0])] == [2, 5]
