"""Somebody else's workbook, read: what stands where, and what is refused before it is parsed."""

import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from rmtool.domain.forms import Area
from rmtool.domain.forms import Form
from rmtool.domain.forms import FormSheet
from rmtool.domain.forms import Place
from rmtool.errors import BadFileError
from rmtool.readers import form

FORMS = Path(__file__).parent.parent / "forms"


def read(name: str) -> Form:
    return form.read(FORMS / f"{name}.xlsx")


def changed(source: Path, target: Path, *pairs: tuple[bytes, bytes], part: str = "") -> Path:
    """A copy of a workbook with texts replaced in its parts."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for each in old.infolist():
            data = old.read(each)
            for before, after in pairs:
                if part in each.filename:
                    data = data.replace(before, after)
            new.writestr(each.filename, data)
    return target


def test_a_form_says_what_stands_where() -> None:
    sheet = read("weekly-two-tables").sheets[0]
    assert (sheet.title, sheet.part, sheet.hidden) == ("周报", "xl/worksheets/sheet1.xml", False)
    assert sheet.cells[Place(1, 3)] == "客户经理工作周报"
    assert sheet.cells[Place(6, 1)] == "1"
    assert sheet.formulas == {Place(14, 11), Place(14, 12)}
    assert Area(4, 5, 4, 10) in sheet.merges
    assert 45 <= len(sheet.merges) <= 60
    assert Place(6, 2) in sheet.styled
    assert Place(6, 2) not in sheet.cells


def test_lists_are_told_from_words_and_from_a_hidden_sheet() -> None:
    listed, length = read("daily-sign-off").sheets[0].validations
    assert listed.choices[:2] == ("上门拜访", "电话")
    assert (length.kind, length.operator, length.first) == ("textLength", "lessThanOrEqual", "200")
    tobacco = read("tobacco-visit")
    assert [each.hidden for each in tobacco.sheets] == [False, True]
    assert tobacco.sheets[0].validations[0].choices == listed.choices
    assert tobacco.sheets[0].validations[0].areas == (Area(5, 5, 16, 5),)


def made(tmp_path: Path) -> tuple[Path, xlsxwriter.Workbook]:
    path = tmp_path / "form.xlsx"
    return path, xlsxwriter.Workbook(str(path))


def only(path: Path) -> FormSheet:
    (sheet,) = form.read(path).sheets
    return sheet


def test_texts_come_without_their_looks_and_numbers_as_people_write_them(tmp_path: Path) -> None:
    path, book = made(tmp_path)
    sheet = book.add_worksheet("A & B")
    sheet.write_rich_string("A1", "客户", book.add_format({"bold": True}), "名称", "：")
    sheet.write_number("A2", 7.0)
    sheet.write_number("A3", 2.5)
    sheet.write_boolean("A4", True)
    sheet.write_string("A5", "a\x01b")
    book.close()
    found = only(path)
    assert found.title == "A & B"
    assert [found.cells[Place(row, 1)] for row in range(1, 6)] == ["客户名称：", "7", "2.5", "1", "a\x01b"]


def test_lists_may_be_named_and_what_computes_offers_nothing(tmp_path: Path) -> None:
    path, book = made(tmp_path)
    sheet = book.add_worksheet()
    for row, word in enumerate("甲乙丙"):
        sheet.write(row, 5, word)
    book.define_name("种类", "=Sheet1!$F$1:$F$3")
    for cell, source in (("A1", "=种类"), ("A2", "=INDIRECT(B1)"), ("A3", ["x", "y"]), ("A4", "=没有!$A$1")):
        sheet.data_validation(cell, {"validate": "list", "source": source})
    book.close()
    assert [each.choices for each in only(path).validations] == [("甲", "乙", "丙"), (), ("x", "y"), ()]


def test_validations_of_the_newer_kind_are_read(tmp_path: Path) -> None:
    more = (
        b'<extLst><ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}">'
        b'<x14:dataValidations xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main" count="1">'
        b'<x14:dataValidation type="whole" operator="greaterThan"><x14:formula1><xm:f>3</xm:f></x14:formula1>'
        b"<xm:sqref>B2:B9</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst></worksheet>"
    )
    path = changed(
        FORMS / "dealer-ten-day.xlsx", tmp_path / "x.xlsx", (b"</worksheet>", more), part="sheet1.xml"
    )
    (found,) = form.read(path).sheets[0].validations
    assert (found.kind, found.operator, found.first, found.areas) == (
        "whole",
        "greaterThan",
        "3",
        (Area(2, 2, 9, 2),),
    )


def test_macros_are_no_reason_to_refuse(tmp_path: Path) -> None:
    source = FORMS / "daily-sign-off.xlsx"
    path = changed(
        source, tmp_path / "form.xlsm", (b"sheet.main+xml", b"sheet.macroEnabled.main+xml"), part="[Content"
    )
    assert form.read(path).sheets[0].title == "日报"


def test_cells_and_rows_may_leave_their_numbers_out(tmp_path: Path) -> None:
    pairs = [(b'<row r="3"', b"<row"), (b'<c r="A3"', b"<c"), (b'<c r="B3"', b"<c")]
    path = changed(FORMS / "daily-sign-off.xlsx", tmp_path / "x.xlsx", *pairs, part="sheet1.xml")
    assert form.read(path).sheets[0].cells[Place(3, 2)] == "时间"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "no Excel workbook"),
        (b"name,day\n", "no Excel workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "xls"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b"PK\x03\x04" + bytes(50), "broken"),
    ],
)
def test_what_is_no_form_is_refused_in_words(data: bytes, words: str, tmp_path: Path) -> None:
    path = tmp_path / "form.xlsx"
    path.write_bytes(data)
    with pytest.raises(BadFileError, match=words):
        form.read(path)


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "none.xlsx", tmp_path):
        with pytest.raises(BadFileError, match="no file"):
            form.read(path)


@pytest.mark.parametrize(
    ("part", "before", "after"),
    [
        ("workbook.xml", b"<workbook ", b"<!DOCTYPE x [<!ENTITY a 'b'>]><workbook "),
        ("sheet1.xml", b"<sheetData>", b"<sheetData><row r='1'><c r='nowhere'><v>1</v></c></row>"),
        ("sheet1.xml", b"</worksheet>", b""),
        ("sheet1.xml", b'r="3"', b'r="three"'),
        ("sheet1.xml", b't="s"><v>0</v>', b't="s"><v>99999</v>'),
        ("_rels/.rels", b'/officeDocument"', b'/other"'),
        (
            "workbook.xml",
            b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            b"http://example.org/",
        ),
    ],
)
def test_a_broken_form_is_one_line(part: str, before: bytes, after: bytes, tmp_path: Path) -> None:
    path = changed(FORMS / "daily-sign-off.xlsx", tmp_path / "x.xlsx", (before, after), part=part)
    with pytest.raises(BadFileError, match="broken"):
        form.read(path)


def test_the_strict_format_is_refused_by_its_name(tmp_path: Path) -> None:
    pair = (
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        b"http://purl.oclc.org/ooxml/spreadsheetml/main",
    )
    path = changed(FORMS / "daily-sign-off.xlsx", tmp_path / "x.xlsx", pair, part="workbook.xml")
    with pytest.raises(BadFileError, match="strict"):
        form.read(path)


def test_bombs_are_refused_before_they_are_parsed(tmp_path: Path) -> None:
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("xl/worksheets/sheet1.xml", bytes(80_000_000))
    with pytest.raises(BadFileError, match="too large"):
        form.read(path)


def test_nesting_without_end_is_refused(tmp_path: Path) -> None:
    deep = b"<extLst>" + b"<x>" * 5000 + b"</x>" * 5000 + b"</extLst></worksheet>"
    path = changed(
        FORMS / "daily-sign-off.xlsx", tmp_path / "x.xlsx", (b"</worksheet>", deep), part="sheet1.xml"
    )
    with pytest.raises(BadFileError, match="broken"):
        form.read(path)


def test_parts_that_overlap_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "overlap.xlsx"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("a", b"x" * 1000)
        file.writestr("b", b"x" * 1000)
    data = bytearray(path.read_bytes())
    second = data.rindex(b"PK\x01\x02")
    data[second + 42 : second + 46] = (0).to_bytes(4, "little")  # both entries point at the first one's data
    name = data.rindex(b"b", 0, len(data) - 22)
    data[name : name + 1] = b"a"
    path.write_bytes(data)
    with pytest.raises(BadFileError, match="broken"):
        form.read(path)
