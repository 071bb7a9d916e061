"""Workbooks: read back by openpyxl and by LibreOffice, with looks, print set-up, chart and properties."""

import csv
import io
import re
import shutil
import subprocess
import tempfile
import zipfile
from datetime import UTC
from datetime import date
from datetime import datetime
from datetime import time
from pathlib import Path

import openpyxl
import pytest
from openpyxl.utils.escape import unescape

from rmtool.domain.tables import Column
from rmtool.domain.tables import Summary
from rmtool.domain.tables import Table
from rmtool.errors import RefusedError
from rmtool.writers import excel

COLUMNS = (
    Column("number", "编号", "number", 9),
    Column("day", "日期", "date"),
    Column("time", "时间", "time"),
    Column("phone", "电话", "code", 26),
    Column("text", "内容", "note", 40),
    Column("sum", "金额", "money", 14),
)
HOSTILE = [
    "=cmd()", "+1", "@x", "-2", "#N/A", "007", "110101199003078888", "😀", "第一行\n第二行", "\x1b[31m", "_x001B_", "TRUE",
    "2026-11-24", "1E5", " 前后 ", "<a>&b", "'引号", '"引号', "=HYPERLINK(\"http://x\")", "a\rb",
]  # fmt: skip
ROWS = [
    (place, date(2026, 11, 24), time(9, 30), "0138", text, 1234.5) for place, text in enumerate(HOSTILE, 1)
]
PROPERTIES = excel.Properties("本周", "林某", "公司部", datetime(2026, 11, 24, 1, 30, tzinfo=UTC))


def visits(rows=ROWS):
    return Table("visits", "拜访", COLUMNS, iter(rows))


def summary(rows=(("W46", 3), ("W47", 5))):
    columns = (Column("week", "周"), Column("visits", "拜访", "number"))
    weeks = Table("week", "按周", columns, rows, ("合计", 8))
    return Summary(
        "summary",
        "汇总",
        "=标题",
        (("归属", "=林"), ("制表", date(2026, 11, 24)), ("拜访", 8)),
        (weeks,),
        {"week": "每周拜访"},
    )


def written(*sheets):
    file = io.BytesIO()
    excel.write(file, sheets, PROPERTIES)
    return file


def test_values_are_read_back_and_nothing_is_a_formula():
    sheet = openpyxl.load_workbook(written(visits()))["拜访"]
    rows = list(sheet.iter_rows(min_row=2))
    assert [unescape(row[4].value) for row in rows] == HOSTILE
    assert [tuple(cell.value for cell in row[:4]) for row in rows] == [
        (place, datetime(2026, 11, 24), time(9, 30), "0138") for place in range(1, len(ROWS) + 1)
    ]
    assert {row[4].data_type for row in rows} == {"s"}
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    assert b"<f>" not in zipfile.ZipFile(written(visits())).read("xl/worksheets/sheet1.xml")


def test_text_columns_are_text_and_what_would_act_has_the_prefix():
    sheet = openpyxl.load_workbook(written(visits()))["拜访"]
    looks = {unescape(row[4].value): row[4] for row in sheet.iter_rows(min_row=2)}
    assert {cell.number_format for cell in looks.values()} == {"@"}
    assert looks["=cmd()"].quotePrefix
    assert not looks["007"].quotePrefix
    assert [sheet.cell(2, place).number_format for place in (2, 3, 4, 6)] == [
        "yyyy-mm-dd",
        "hh:mm",
        "@",
        "#,##0.00",
    ]


def test_the_sheet_is_frozen_filtered_sized_wrapped_and_set_up_for_print():
    sheet = openpyxl.load_workbook(written(visits()))["拜访"]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == f"A1:F{len(ROWS) + 1}"
    assert sheet.print_title_rows == "$1:$1"
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (
        "landscape",
        1,
        0,
    )
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet["E2"].alignment.wrap_text
    assert sheet["A1"].font.bold
    assert sheet["A1"].fill.fgColor.rgb == "001F3A5F"


def test_columns_are_as_wide_as_their_chinese_and_rows_as_high_as_their_lines():
    rows = [(1, None, None, "短", "汉" * 10, None), (2, None, None, "短", "汉" * 100, None)]
    narrow = openpyxl.load_workbook(written(visits(rows[:1])))["拜访"]
    wide = openpyxl.load_workbook(written(visits(rows)))["拜访"]
    assert narrow.column_dimensions["E"].width == 22
    assert wide.column_dimensions["E"].width == 40
    assert wide.row_dimensions[3].height > wide.row_dimensions[2].height * 4


def test_a_hidden_column_makes_no_row_taller() -> None:
    columns = (*COLUMNS, Column("key", "", "text", 8, hidden=True))
    table = Table("visits", "拜访", columns, [(1, None, None, "", "短", None, "k" * 200)])
    sheet = openpyxl.load_workbook(written(table))["拜访"]
    assert sheet.row_dimensions[2].height == 18


def test_the_summary_has_facts_totals_and_a_real_chart():
    book = openpyxl.load_workbook(written(summary(), visits()))
    sheet = book["汇总"]
    assert book.sheetnames == ["汇总", "拜访"]
    assert (sheet["A1"].value, sheet["A1"].data_type) == ("=标题", "s")
    assert [sheet.cell(row, 2).value for row in (2, 3, 4)] == ["=林", datetime(2026, 11, 24), 8]
    assert [[cell.value for cell in row[:2]] for row in sheet.iter_rows(min_row=7, max_row=10)] == [
        ["周", "拜访"], ["W46", 3], ["W47", 5], ["合计", 8],
    ]  # fmt: skip
    (chart,) = sheet._charts
    assert chart.series[0].val.numRef.f == "'汇总'!$B$8:$B$9"
    assert chart.series[0].cat.strRef.f == "'汇总'!$A$8:$A$9"
    assert [point.v for point in chart.series[0].val.numRef.numCache.pt] == [3, 5]
    assert not chart.x_axis.delete
    assert not chart.y_axis.delete


def test_a_summary_of_nothing_has_no_chart():
    assert openpyxl.load_workbook(written(summary(rows=())))["汇总"]._charts == []


def test_the_properties_say_what_it_is():
    properties = openpyxl.load_workbook(written(visits())).properties
    assert (properties.title, properties.creator, properties.subject) == ("本周", "林某", "公司部")
    assert properties.created == datetime(2026, 11, 24, 1, 30)


def test_an_empty_table_is_a_sheet_with_headings():
    sheet = openpyxl.load_workbook(written(visits([])))["拜访"]
    assert [cell.value for cell in sheet[1]] == [column.label for column in COLUMNS]
    assert sheet.max_row == 1


def test_rows_beyond_those_of_a_sheet_go_on_another(monkeypatch):
    monkeypatch.setattr(excel, "MOST_ROWS", 8)
    monkeypatch.setattr(excel, "_SAMPLE", 3)
    book = openpyxl.load_workbook(written(visits()))
    assert book.sheetnames == ["拜访", "拜访 2", "拜访 3"]
    texts = [unescape(row[4].value) for sheet in book for row in sheet.iter_rows(min_row=2)]
    assert texts == HOSTILE


def test_rows_are_read_as_they_are_written():
    alive = []

    def rows():
        for place in range(2_000):
            alive.append(place)
            yield (place, None, None, "x", "y", None)

    table = Table("visits", "拜访", COLUMNS, rows())
    file = io.BytesIO()
    excel.write(file, [table], PROPERTIES)
    assert len(alive) == 2_000
    assert openpyxl.load_workbook(file)["拜访"].max_row == 2_001


def test_a_failure_leaves_no_temporary_file(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with pytest.raises(RefusedError):
        written(summary(), visits([(1, None, None, "x", "y" * 40_000, None)]))
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def office(tmp_path):
    """A function that has LibreOffice convert a workbook."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice (soffice) is not installed")

    def convert(data, suffix, words):
        source = tmp_path / "book.xlsx"
        source.write_bytes(data.getvalue())
        subprocess.run(
            [program, f"-env:UserInstallation={(tmp_path / 'office').as_uri()}", "--headless", "--convert-to", words,
             "--outdir", tmp_path / "out", source],
            check=True, capture_output=True, timeout=180,
        )  # fmt: skip
        return Path(tmp_path / "out" / f"book.{suffix}")

    return convert


def test_libreoffice_reads_the_same_values(office):
    made = office(written(visits()), "csv", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false")
    with made.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))[1:]
    assert [row[4] for row in rows] == HOSTILE
    assert {(row[1], row[2][:5], row[3]) for row in rows} == {("2026-11-24", "09:30", "0138")}


def test_libreoffice_saves_it_again_without_formulas_and_with_its_chart(office):
    made = office(written(summary(), visits()), "xlsx", "xlsx:Calc MS Excel 2007 XML")
    book = openpyxl.load_workbook(made)
    assert book.sheetnames == ["汇总", "拜访"]
    assert len(book["汇总"]._charts) == 1
    assert all(cell.data_type != "f" for sheet in book for row in sheet.iter_rows() for cell in row)
    said = [row[4].value for row in book["拜访"].iter_rows(min_row=2)]
    assert said[:8] == HOSTILE[:8]
    assert re.match("第一行\n第二行", said[8])
