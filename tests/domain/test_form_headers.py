"""Forms without placeholders: what their headings and labels are taken to mean."""

from pathlib import Path

import pytest

from rmtool.domain import form_headers
from rmtool.domain.form_map import FormMap
from rmtool.domain.forms import Area
from rmtool.domain.forms import Form
from rmtool.domain.forms import FormSheet
from rmtool.domain.forms import Place
from rmtool.domain.forms import cell_name
from rmtool.domain.forms import parse_area
from rmtool.domain.forms import parse_cell


def sheet(rows: str, *merges: str, formulas: str = "", hidden: bool = False) -> FormSheet:
    """A sheet drawn as text: a line a row, cells between |; what is blank there is styled, - is no cell at all."""
    cells: dict[Place, str] = {}
    styled = set()
    for row, line in enumerate(rows.strip("\n").split("\n"), 1):
        for column, text in enumerate(line.split("|"), 1):
            if text.strip() != "-":
                styled.add(Place(row, column))
            if text.strip() not in ("", "-"):
                cells[Place(row, column)] = text.strip()
    places = frozenset(place for each in formulas.split() if (place := parse_cell(each)))
    areas = tuple(area for each in merges if (area := parse_area(each)))
    return FormSheet("表", "sheet1", cells, places, frozenset(styled | places), areas, (), hidden)


def proposed(*sheets: FormSheet, own: tuple[tuple[str, tuple[str, ...]], ...] = ()) -> FormMap:
    return form_headers.proposed(Form(Path("x.xlsx"), sheets), own)


def columns(found: FormMap, place: int = 0) -> dict[str, str]:
    block = found.blocks[place]
    return {block.heads[column]: text.strip("{ }") for column, text in block.columns.items()}


def cells(found: FormMap) -> dict[str, str]:
    return {cell_name(place): text for place, text in found.cells.get("sheet1", {}).items()}


def test_headings_of_a_table_say_what_goes_under_them() -> None:
    found = proposed(sheet("序号|日期|客户|内容|领导批示\n||||\n||||\n合计||||"))
    (block,) = found.blocks
    assert (block.list, block.first, block.last, block.room) == ("visit", 2, 3, 2)
    assert columns(found) == {
        "序号": "visit.index",
        "日期": "visit.day",
        "客户": "visit.client",
        "内容": "visit.text",
    }
    assert [(cell_name(place), text) for _part, place, text in found.unplaced] == [("E1", "领导批示")]


def test_english_headings_are_known_too() -> None:
    found = proposed(sheet("No.|Date|Client|Notes|Next step\n||||\n||||"))
    assert list(columns(found).values()) == [
        "visit.index",
        "visit.day",
        "visit.client",
        "visit.text",
        "visit.next_step",
    ]


def test_two_rows_of_headings_are_read_together() -> None:
    rows = "序号|客户|拜访情况||时长（分钟）\n||方式|内容|\n||||\n||||"
    found = proposed(sheet(rows, "A1:A2", "B1:B2", "C1:D1", "E1:E2"))
    assert (found.blocks[0].first, found.blocks[0].last) == (3, 4)
    assert list(columns(found).values()) == [
        "visit.index",
        "visit.client",
        "visit.kind",
        "visit.text",
        "visit.minutes",
    ]


def test_a_heading_may_need_the_one_above_it() -> None:
    found = proposed(sheet("客户|拜访|\n|时间|日期\n||\n||", "A1:A2", "B1:C1"))
    assert columns(found)["日期"] == "visit.day"


def test_this_and_next_week_may_stand_one_under_the_other() -> None:
    rows = "本周拜访|||\n日期|客户|内容|结果\n|||\n下周计划|||\n日期|客户|事项|备注\n|||\n|||"
    found = proposed(sheet(rows, "A1:D1", "A4:D4"))
    assert [(each.list, each.first, each.last) for each in found.blocks] == [("visit", 3, 3), ("plan", 6, 7)]
    assert list(columns(found, 1).values()) == ["plan.due", "plan.client", "plan.text"]
    assert [text for *_more, text in found.unplaced] == ["备注"]


def test_this_and_next_week_may_stand_side_by_side() -> None:
    rows = "本周工作|||下周计划||\n日期|客户|内容|日期|客户|事项\n|||||\n|||||"
    found = proposed(sheet(rows, "A1:C1", "D1:F1"))
    assert [(each.list, sorted(each.columns)) for each in found.blocks] == [
        ("visit", [1, 2, 3]),
        ("plan", [4, 5, 6]),
    ]


def test_tables_side_by_side_with_a_gap_are_two() -> None:
    found = proposed(sheet("日期|客户|内容|-|日期|客户|内容\n|||-|||\n|||-|||"))
    assert [sorted(each.columns) for each in found.blocks] == [[1, 2, 3], [5, 6, 7]]


@pytest.mark.parametrize(
    ("title", "heads", "expected"),
    [
        ("商机储备", "客户|产品|金额|阶段", "deal"),
        ("待办事项", "客户|事项|责任人|期限", "task"),
        ("客户名单", "客户名称|级别|区域|最近联系", "client"),
        ("市场信息", "竞品|产品|信息|地点", "note"),
        ("明日工作安排", "客户|事项|责任人|期限", "plan"),
        ("拜访", "客户|日期|内容|结果", "visit"),
    ],
)
def test_the_words_over_a_table_and_its_headings_say_what_its_rows_are(
    title: str, heads: str, expected: str
) -> None:
    blank = "|||"
    found = proposed(sheet(f"{title}{blank}\n{heads}\n{blank}\n{blank}", "A1:D1"))
    assert [each.list for each in found.blocks] == [expected]


def test_labels_are_filled_beside_or_behind_them() -> None:
    rows = (
        "工作周报|||\n姓名||部门|\n填报人：____|单位：|x|-\n第__周|填表日期：  年 月 日|期间|已填\n"
        "日期|客户|内容|结果\n|||\n|||\n日期||签字|"
    )
    found = proposed(sheet(rows, "A1:D1"))
    assert cells(found) == {
        "B2": "{{ owner }}", "D2": "{{ department }}", "A3": "填报人：{{ owner }}", "B3": "单位：{{ department }}",
        "A4": "第{{ week_number }}周", "B4": "填表日期：{{ today }}",
    }  # fmt: skip


def test_a_label_beside_nothing_is_left_alone() -> None:
    found = proposed(sheet("姓名|-\n日期|客户|内容\n||\n||"))
    assert cells(found) == {}


def test_sums_shares_and_numbers_of_the_form_itself_stay() -> None:
    rows = "序号|客户|日期|内容|占比\n1||||\n2||||\n合计||||"
    found = proposed(sheet(rows, "A4:D4", formulas="E2 E3 E4"))
    block = found.blocks[0]
    assert (block.first, block.last, sorted(block.columns)) == (2, 3, [1, 2, 3, 4])
    assert found.unplaced == ()


def test_a_column_asked_for_twice_is_filled_once_and_the_other_named() -> None:
    found = proposed(sheet("日期|客户|内容|沟通内容\n|||\n|||"))
    assert len(found.blocks[0].columns) == 3
    assert [text for *_more, text in found.unplaced] == ["沟通内容"]


def test_a_profiles_own_fields_and_measures_are_headings() -> None:
    found = proposed(
        sheet("零售户名称|走访日期|库存|陈列\n|||\n|||"),
        own=(("measure.stock", ("stock", "库存")), ("field.shelf", ("shelf", "陈列"))),
    )
    assert list(columns(found).values())[2:] == ["visit.measure.stock", "visit.field.shelf"]


def test_what_is_no_table_has_no_block() -> None:
    for rows in (
        "说明|要求\n|\n|",
        "日期|说明\n|\n|",
        "日期|客户|内容",
        "日期|客户|内容\n已填|已填|已填",
        "1|2|3\n||",
    ):
        assert proposed(sheet(rows)).blocks == ()


def test_hidden_sheets_and_sheets_without_a_table_are_left_alone() -> None:
    plain = sheet("日期|客户|内容\n||\n||")
    other = FormSheet("说明", "sheet2", {Place(1, 1): "姓名"}, styled=frozenset({Place(1, 1), Place(1, 2)}))
    found = proposed(plain, other, sheet("日期|客户|内容\n||\n||", hidden=True))
    assert len(found.blocks) == 1
    assert set(found.cells) == {"sheet1"}


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("客户经理工作日报", "day"),
        ("工作周报", "week"),
        ("旬报", "tenday"),
        ("月报表", "month"),
        ("Quarterly report", "quarter"),
        ("走访表", None),
    ],
)
def test_a_form_calls_itself_after_its_period(title: str, kind: str | None) -> None:
    assert form_headers.kind_of(Form(Path("x.xlsx"), (sheet(title),))) == kind


def test_a_merged_area_that_is_wide_is_one_column() -> None:
    found = proposed(
        sheet("日期|客户||内容||\n|||||\n|||||", "B1:C1", "D1:F1", "B2:C2", "D2:F2", "B3:C3", "D3:F3")
    )
    assert (sorted(found.blocks[0].columns), found.blocks[0].last) == ([1, 2, 4], 3)
    assert Area(1, 2, 1, 3) in sheet("日期|客户", "B1:C1").merges


def test_a_form_speaks_the_language_it_is_printed_in() -> None:
    assert form_headers.language_of(Form(Path("x.xlsx"), (sheet("Date|Client"),))) == "en"
    assert form_headers.language_of(Form(Path("x.xlsx"), (sheet("Date|客户"),))) == "zh"


def test_a_lone_heading_beside_a_table_is_no_table() -> None:
    found = proposed(sheet("日期|客户名称|拜访内容|-|下一步|签字\n | | |-| | \n | | |-| | "))
    assert columns(found) == {"日期": "visit.day", "客户名称": "visit.client", "拜访内容": "visit.text"}
    assert len(found.blocks) == 1
