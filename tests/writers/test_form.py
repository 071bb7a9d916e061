"""Somebody else's workbook, filled: nothing changes but what is meant to, part by part."""

import subprocess
import zipfile
from datetime import date
from datetime import time
from io import BytesIO
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from openpyxl import load_workbook

from rmtool.domain.forms import Growth
from rmtool.domain.forms import Place
from rmtool.domain.forms import SheetFill
from rmtool.domain.forms import parse_cell
from rmtool.errors import RefusedError
from rmtool.readers import form as reader
from rmtool.writers import form as writer
from rmtool.writers.form_rows import Moves
from rmtool.writers.form_rows import copied

FORMS = Path(__file__).parent.parent / "forms"
NAMES = sorted(each.stem for each in FORMS.glob("*.xlsx"))
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def parts(data: Path | bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data) if isinstance(data, bytes) else data) as file:
        return {each.filename: file.read(each) for each in file.infolist()}


def filled(path: Path, *fills: SheetFill) -> bytes:
    out = BytesIO()
    writer.fill(reader.read(path), out, fills)
    return out.getvalue()


def places(**cells: object) -> dict[Place, object]:
    return {parse_cell(name): value for name, value in cells.items()}  # type: ignore[misc]


def canonical(data: bytes, without: tuple[str, ...] = ()) -> bytes:
    """A sheet as canonical XML, without the cells named, the height of their rows, and what formulas came to."""
    root = etree.fromstring(data)
    rows = {str(parse_cell(each).row) for each in without}  # type: ignore[union-attr]
    for row in root.iter(f"{MAIN}row"):
        if row.get("r") in rows:
            row.attrib.pop("ht", "")
            row.attrib.pop("customHeight", "")
    for cell in root.iter(f"{MAIN}c"):
        if cell.find(f"{MAIN}f") is not None:
            for value in cell.findall(f"{MAIN}v"):
                cell.remove(value)
            cell.attrib.pop("t", "")
        if cell.get("r") in without:
            for each in list(cell):
                cell.remove(each)
            for key in ("t", "s"):
                cell.attrib.pop(key, "")
    return etree.tostring(root, method="c14n")


def book(tmp_path: Path, name: str = "form.xlsx") -> tuple[Path, xlsxwriter.Workbook]:
    path = tmp_path / name
    return path, xlsxwriter.Workbook(str(path))


FILLED = {
    "weekly-two-tables": {"B2": "王敏", "B6": date(2026, 11, 23), "C6": "华兴机械", "K6": 45},
    "daily-sign-off": {"B4": time(9, 30), "C4": "=SUM(1)", "E4": "谈续贷"},
    "tobacco-visit": {"B5": date(2026, 11, 23), "G5": 12.5, "I5": "希望增加货源"},
    "bank-after-lending": {"B2": "王敏", "A9": date(2026, 11, 23), "G9": 30},
    "dealer-ten-day": {"B5": date(2026, 11, 23), "F5": 1200.5, "H5": "@促销"},
}


@pytest.mark.parametrize("name", NAMES)
def test_only_the_cells_that_are_meant_change(name: str) -> None:
    path = FORMS / f"{name}.xlsx"
    sheet = reader.read(path).sheets[0]
    cells = FILLED[name]
    before, after = parts(path), parts(filled(path, SheetFill(sheet.part, places(**cells))))
    assert list(before) == list(after)
    differ = {each for each in before if before[each] != after[each]}
    # Sheets that compute with this one lose what they came to, and nothing else.
    computing = {each.part for each in reader.read(path).sheets[1:] if each.formulas}
    for each in computing & differ:
        assert canonical(before[each]) == canonical(after[each])
    allowed = {sheet.part, "xl/workbook.xml", *computing}
    # A text that acts as a formula needs one more style, which keeps it text when its cell is edited.
    assert differ <= allowed | (
        {"xl/styles.xml"} if any(str(each)[0] in "=@" for each in cells.values()) else set()
    )
    assert canonical(before[sheet.part], tuple(cells)) == canonical(after[sheet.part], tuple(cells))
    assert after["xl/workbook.xml"].replace(b' fullCalcOnLoad="1"', b"").count(b"<") == before[
        "xl/workbook.xml"
    ].count(b"<")


@pytest.mark.parametrize("name", NAMES)
def test_what_was_put_in_is_read_back(name: str, tmp_path: Path) -> None:
    path = FORMS / f"{name}.xlsx"
    part = reader.read(path).sheets[0].part
    made = tmp_path / "out.xlsx"
    made.write_bytes(filled(path, SheetFill(part, places(**FILLED[name]))))
    sheet = load_workbook(made).worksheets[0]
    for cell, value in FILLED[name].items():
        found = sheet[cell].value
        if isinstance(value, date):
            assert found.date() == value
        elif isinstance(value, time):
            assert found == "09:30"
        else:
            assert found == value
            assert sheet[cell].data_type == ("n" if isinstance(value, int | float) else "s")


def test_filling_nothing_changes_no_part_but_asks_for_new_sums() -> None:
    path = FORMS / "weekly-two-tables.xlsx"
    before, after = parts(path), parts(filled(path))
    assert {each for each in before if before[each] != after[each]} == {"xl/workbook.xml"}
    assert b'fullCalcOnLoad="1"' in after["xl/workbook.xml"]


def test_a_text_that_acts_stays_text_when_its_cell_is_edited(tmp_path: Path) -> None:
    made = tmp_path / "out.xlsx"
    path = FORMS / "daily-sign-off.xlsx"
    part = reader.read(path).sheets[0].part
    made.write_bytes(filled(path, SheetFill(part, places(C4="=SUM(1)", C5="+86", C6="plain"))))
    sheet = load_workbook(made).worksheets[0]
    assert [sheet[each].data_type for each in ("C4", "C5", "C6")] == ["s", "s", "s"]
    assert [sheet[each].quotePrefix for each in ("C4", "C5", "C6")] == [True, True, False]
    assert sheet["C4"].border.left.style == sheet["C6"].border.left.style == "thin"


def test_a_value_for_a_merged_area_stands_in_its_first_cell(tmp_path: Path) -> None:
    path = FORMS / "weekly-two-tables.xlsx"
    made = tmp_path / "out.xlsx"
    made.write_bytes(filled(path, SheetFill(reader.read(path).sheets[0].part, places(D6="华兴"))))
    assert load_workbook(made).worksheets[0]["C6"].value == "华兴"


def test_a_cell_that_computes_is_never_written_over() -> None:
    path = FORMS / "weekly-two-tables.xlsx"
    with pytest.raises(RefusedError, match="K14"):
        filled(path, SheetFill(reader.read(path).sheets[0].part, places(K14=3)))


def test_empty_values_empty_a_cell_and_keep_its_looks(tmp_path: Path) -> None:
    path, made = book(tmp_path)
    sheet = made.add_worksheet()
    sheet.write("A1", "{{ x }}", made.add_format({"bold": True}))
    made.close()
    out = tmp_path / "out.xlsx"
    out.write_bytes(filled(path, SheetFill("xl/worksheets/sheet1.xml", places(A1=""))))
    cell = load_workbook(out).active["A1"]
    assert (cell.value, cell.font.bold) == (None, True)


def test_cells_that_the_form_does_not_know_are_made_in_their_place(tmp_path: Path) -> None:
    path, made = book(tmp_path)
    sheet = made.add_worksheet()
    sheet.write("B2", "x")
    sheet.write("D2", "y")
    sheet.set_column("C:C", 10, made.add_format({"italic": True}))
    made.close()
    out = tmp_path / "out.xlsx"
    cells = places(C2="mid", A2="first", E1="up", A9="down", AA2=7)
    out.write_bytes(filled(path, SheetFill("xl/worksheets/sheet1.xml", cells)))  # type: ignore[arg-type]
    found = load_workbook(out).active
    assert [found[each].value for each in ("A2", "B2", "C2", "D2", "E1", "A9", "AA2")] == [
        "first", "x", "mid", "y", "up", "down", 7,
    ]  # fmt: skip
    assert found["C2"].font.italic
    root = etree.fromstring(parts(out)["xl/worksheets/sheet1.xml"])
    assert [each.get("r") for each in root.iter(f"{MAIN}row")] == ["1", "2", "9"]
    assert [each.get("r") for each in root.iter(f"{MAIN}c")] == ["E1", "A2", "B2", "C2", "D2", "AA2", "A9"]


def test_days_count_from_1904_where_the_form_does(tmp_path: Path) -> None:
    path = tmp_path / "form.xlsx"
    made = xlsxwriter.Workbook(str(path), {"date_1904": True})
    made.add_worksheet().write_blank("A1", None, made.add_format({"num_format": "yyyy-mm-dd"}))
    made.close()
    out = tmp_path / "out.xlsx"
    out.write_bytes(filled(path, SheetFill("xl/worksheets/sheet1.xml", places(A1=date(2026, 11, 23)))))
    assert load_workbook(out).active["A1"].value.date() == date(2026, 11, 23)


def grown(name: str, growth: Growth, tmp_path: Path, **cells: object) -> Path:
    path = FORMS / f"{name}.xlsx"
    out = tmp_path / "out.xlsx"
    out.write_bytes(filled(path, SheetFill(reader.read(path).sheets[0].part, places(**cells), (growth,))))
    return out


def test_a_block_grows_with_its_looks_and_what_lies_below_moves(tmp_path: Path) -> None:
    out = grown("weekly-two-tables", Growth(13, 3, 13), tmp_path, K6=10, K13=20, K16=30, C16="新")
    sheet = load_workbook(out).worksheets[0]
    merges = {str(each) for each in sheet.merged_cells.ranges}
    assert {"C14:D14", "F16:H16", "I16:J16", "A17:J17", "A18:L18", "C20:D20", "E4:J4", "A1:A1"} - merges == {
        "A1:A1"
    }
    assert sheet["K17"].value == "=SUM(K6:K16)"
    assert sheet["L17"].value == '=COUNTA(C6:C16)&"户"'
    assert sheet["C16"].value == "新"
    assert sheet["A18"].value == "二、下周计划"
    assert sheet.row_dimensions[15].height == sheet.row_dimensions[13].height == 26.25
    assert sheet["C15"].border.left.style == "thin"
    assert sheet["B15"].number_format == sheet["B13"].number_format
    after = parts(out)
    assert b"K$6:$K$16" in after["xl/charts/chart1.xml"]
    assert b"$A$1:$L$37" in after["xl/workbook.xml"]
    assert b'sqref="K6:K16"' in after["xl/worksheets/sheet1.xml"]
    assert b"<xm:sqref>K6:K16</xm:sqref>" in after["xl/worksheets/sheet1.xml"]
    before = parts(FORMS / "weekly-two-tables.xlsx")
    drawing = "xl/drawings/drawing1.xml"
    old, new = (
        [int(each.text) for each in etree.fromstring(found[drawing]).iter("{*}row")]
        for found in (before, after)
    )
    assert new == [each + 3 if each >= 13 else each for each in old]
    assert len(set(old)) > 2
    differ = {each for each in before if before[each] != after[each]}
    assert differ <= {
        "xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/charts/chart1.xml", "xl/drawings/drawing1.xml",
    }  # fmt: skip


def test_names_other_sheets_and_copied_formulas_follow_the_rows(tmp_path: Path) -> None:
    out = grown("dealer-ten-day", Growth(10, 4, 10), tmp_path, F5=100, F14=300)
    found = load_workbook(out)
    sheet, rules = found.worksheets
    assert [sheet[f"G{row}"].value for row in (10, 11, 14)] == [
        f"=IF(F$15=0,0,F{row}/F$15)" for row in (10, 11, 14)
    ]
    assert sheet["F15"].value == "=SUM(F5:F14)"
    assert (rules["B6"].value, rules["B7"].value) == ("=旬报!F15", "=SUM(旬报!F5:F14)")
    assert sheet["A16"].value == "下旬计划"
    bank = load_workbook(grown("bank-after-lending", Growth(9, 5, 9), tmp_path))
    sheet = bank.worksheets[0]
    assert (sheet["G15"].value, sheet["H12"].value, sheet["H15"].value) == (
        "=SUM(G9:G14)",
        "=G12/60",
        "=SUM(H9:H14)",
    )
    assert bank.defined_names["检查用时"].attr_text == "贷后检查!$G$9:$G$14"
    assert bank.defined_names["检查结论"].attr_text == "贷后检查!$B$18"
    assert [str(each.sqref) for each in sheet.data_validations.dataValidation] == ["B18"]
    assert "C14:F14" in {str(each) for each in sheet.merged_cells.ranges}
    assert sheet["A14"].value == "{{ visit.day }}"


def test_sparklines_lists_and_notes_follow_the_rows(tmp_path: Path) -> None:
    out = grown("tobacco-visit", Growth(8, 2, 8), tmp_path)
    text = parts(out)["xl/worksheets/sheet1.xml"].decode()
    assert "<xm:sqref>K18</xm:sqref>" in text
    assert "走访记录!G18:H18" in text
    assert 'sqref="E5:E18"' in text
    out = grown("daily-sign-off", Growth(2, 2, 2), tmp_path)
    after = parts(out)
    assert b'ref="D5"' in after["xl/comments1.xml"]
    assert b"<x:Row>4</x:Row>" in after["xl/drawings/vmlDrawing1.vml"]


def test_a_filled_form_computes_in_a_spreadsheet(tmp_path: Path) -> None:
    out = grown("dealer-ten-day", Growth(10, 4, 10), tmp_path, F5=100, F14=300)
    profile = tmp_path / "profile"
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML",
         "--outdir", str(tmp_path / "lo"), str(out)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    found = load_workbook(tmp_path / "lo" / "out.xlsx", data_only=True)
    sheet, rules = found.worksheets
    assert (sheet["F15"].value, sheet["G5"].value, sheet["G14"].value) == (400, 0.25, 0.75)
    assert (rules["B6"].value, rules["B7"].value) == (400, 400)


def test_a_row_is_made_high_enough_for_its_text_and_never_lower(tmp_path: Path) -> None:
    long = "谈续贷，要求下调利率，并希望月底前放款。" * 8
    out = grown("weekly-two-tables", Growth(13, 1, 13), tmp_path, F6=long, F7="短", F14=long)
    rows = load_workbook(out).worksheets[0].row_dimensions
    assert rows[6].height == rows[14].height > 60
    assert rows[7].height == rows[8].height == 26.25


def test_array_formulas_and_pivot_tables_are_not_torn_apart(tmp_path: Path) -> None:
    path, made = book(tmp_path)
    sheet = made.add_worksheet()
    sheet.write_array_formula("A3:A4", "{=B3:B4*2}")
    made.close()
    with pytest.raises(RefusedError, match="A3"):
        filled(path, SheetFill("xl/worksheets/sheet1.xml", {}, (Growth(1, 1, 1),)))


def test_more_rows_than_a_sheet_has_are_refused(tmp_path: Path) -> None:
    path, made = book(tmp_path)
    made.add_worksheet().write("A1048576", "last")
    made.close()
    with pytest.raises(RefusedError, match="rows"):
        filled(path, SheetFill("xl/worksheets/sheet1.xml", {}, (Growth(1, 1, 1),)))


def test_formulas_that_share_one_text_are_written_out_before_they_part(tmp_path: Path) -> None:
    path, made = book(tmp_path)
    sheet = made.add_worksheet()
    for row in range(4):
        sheet.write_formula(row, 1, f"=A{row + 1}*2")
    made.close()
    old = parts(path)
    text = old["xl/worksheets/sheet1.xml"].replace(
        b"<f>A1*2</f>", b'<f t="shared" ref="B1:B4" si="0">A1*2</f>'
    )
    for row in (b"2", b"3", b"4"):
        text = text.replace(b"<f>A" + row + b"*2</f>", b'<f t="shared" si="0"/>')
    assert text.count(b"shared") == 4
    with zipfile.ZipFile(path, "w") as file:
        for name, data in {**old, "xl/worksheets/sheet1.xml": text}.items():
            file.writestr(name, data)
    out = tmp_path / "out.xlsx"
    out.write_bytes(filled(path, SheetFill("xl/worksheets/sheet1.xml", {}, (Growth(2, 1, 2),))))
    found = load_workbook(out).active
    assert [found[f"B{row}"].value for row in range(1, 6)] == [f"=A{row}*2" for row in range(1, 6)]


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("A4", "A4"),
        ("A5+$B$6", "A5+$B$9"),
        ("SUM(A1:A5)", "SUM(A1:A8)"),
        ("SUM(A5:A5)", "SUM(A5:A8)"),
        ("SUM(A5:C5)", "SUM(A5:C5)"),
        ("SUM($A$1:$C$9)", "SUM($A$1:$C$12)"),
        ("SUM(A:A)", "SUM(A:A)"),
        ("SUM(2:5)", "SUM(2:8)"),
        ('IF(A6="A6",其他!A6,本表!A6)', 'IF(A9="A6",其他!A6,本表!A9)'),
        ("'本表'!A6", "'本表'!A9"),
        ("Table1[数]", "Table1[数]"),
        ("LOG10(A6)", "LOG10(A9)"),
        ("A6%", "A9%"),
    ],
)
def test_formulas_say_the_same_of_the_same_cells(formula: str, expected: str) -> None:
    assert Moves("本表", (Growth(5, 3, 5),)).formula(formula, here=True) == expected


def test_formulas_elsewhere_move_only_where_they_name_the_sheet() -> None:
    moves = Moves("本 表", (Growth(5, 3, 5),))
    assert moves.formula("A6+'本 表'!A6", here=False) == "A6+'本 表'!A9"


def test_a_copied_formula_is_as_far_from_its_cells() -> None:
    assert copied("B5*$C$1", Place(5, 4), Place(8, 4)) == "B8*$C$1"


@given(
    st.lists(
        st.tuples(st.integers(1, 60), st.integers(1, 5)),
        min_size=1,
        max_size=3,
        unique_by=lambda each: each[0],
    ),
    st.integers(1, 80),
    st.integers(0, 20),
)
def test_rows_keep_their_order_and_areas_what_they_held(
    grows: list[tuple[int, int]], first: int, more: int
) -> None:
    moves = Moves("x", tuple(Growth(after, count, after) for after, count in grows))
    last = first + more
    top, bottom = moves.ends(first, last)
    assert top == moves.row(first)
    assert bottom >= moves.row(last)
    assert [moves.row(each) for each in range(1, 90)] == sorted({moves.row(each) for each in range(1, 90)})
    held = bottom - top + 1
    assert held == more + 1 + sum(count for after, count in grows if first <= after <= last)
