"""The table in a filled form."""

import pytest

from rmtool.readers import form_table

HEAD = ["序号", "客户", "次数"]


@pytest.mark.parametrize(
    ("rows", "headings", "span"),
    [
        ([HEAD, [1, "甲", 2]], ("序号", "客户", "次数"), (1, 2)),
        ([["一览表"], ["单位", "x"], HEAD, [1, "甲", 2], [2, "", ""], ["合计", "", 2]], ("序号", "客户", "次数"), (3, 4)),
        ([["序号", "客户", "情况", ""], ["", "", "次数", "金额"], [1, "甲", 2, 3]], ("序号", "客户", "情况 次数", "情况 金额"), (2, 3)),
        ([["序号", "情况", "", "", ""], ["", "次数", "金额", "户数", "备注"], [1, 2, 3, 4, "x"]], ("序号", "情况 次数", "情况 金额", "情况 户数", "情况 备注"), (2, 3)),
        ([HEAD, [1, "甲", 2], ["", "", ""], [2, "乙", 1], ["填表人：王敏"]], ("序号", "客户", "次数"), (1, 4)),
        ([HEAD], ("序号", "客户", "次数"), (1, 1)),
    ],
)  # fmt: skip
def test_headings_and_rows_are_found(rows, headings, span):
    found = form_table.find(rows)
    assert found is not None
    assert (found.headings, (found.first, found.last)) == (headings, span)


@pytest.mark.parametrize("rows", [[], [["只有一个"]], [[1, 2, 3]]])
def test_a_sheet_without_a_table_has_none(rows):
    assert form_table.find(rows) is None


@pytest.mark.parametrize(
    ("rows", "owner"),
    [
        ([["姓名：王敏"], HEAD], "王敏"),
        ([["客户经理", "", "王敏", "部门"], HEAD], "王敏"),
        ([["姓名", "", "部门", "公司部"], HEAD], ""),
        ([["姓名：", "", "部门：公司部"], HEAD], ""),
        ([HEAD, [1, "甲", 2], ["填报人: 王敏"]], "王敏"),
        ([["客户经理", "王敏", "部门", "公司部"], HEAD], "王敏"),
        ([["Name", "Wang Min"], HEAD], "Wang Min"),
        ([["标题"], HEAD], ""),
        ([["姓名", "字" * 41], HEAD], ""),
    ],
)
def test_whose_it_is_stands_beside_a_label(rows, owner):
    found = form_table.find(rows)
    assert found is not None
    assert form_table.owner(rows, found) == owner
