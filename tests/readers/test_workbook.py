"""Workbooks: what is in them, and what is refused before it fills the memory."""

import datetime
import io
import random
import re
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import openpyxl
import pytest
from openpyxl.utils import get_column_letter

from rmtool.errors import BadFileError
from rmtool.errors import UsageError
from rmtool.readers import files
from rmtool.readers import workbook
from rmtool.readers import zip_gate
from rmtool.readers.tables import Row


def book(path: Path, cells: dict[str, object], sheet: str = "Sheet") -> Path:
    made = openpyxl.Workbook()
    page = made.active if sheet == "Sheet" else made.create_sheet(sheet)
    for place, value in cells.items():
        page[place] = value
    made.save(path)
    return path


def rows(path: Path, sheet: str = "") -> list[Row]:
    return list(files.read(path, "", sheet).rows)


def changed(path: Path, part: str, text: bytes) -> Path:
    """The workbook with one of its parts replaced."""
    kept = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as new:
        for each in old.namelist():
            new.writestr(each, text if each == part else old.read(each))
    path.write_bytes(kept.getvalue())
    return path


def test_cells_become_what_a_person_would_type(tmp_path: Path) -> None:
    path = book(
        tmp_path / "a.xlsx",
        {
            "B3": "张三", "C3": 13800138000, "D3": 1.5, "E3": datetime.date(2026, 11, 3), "F3": datetime.datetime(2026, 11, 3, 9, 30),
            "G3": datetime.time(9, 30), "H3": True, "B5": "李四",
        },
    )  # fmt: skip
    assert rows(path) == [
        Row(3, ("", "张三", "13800138000", "1.5", "2026-11-03", "2026-11-03 09:30", "09:30", "TRUE")),
        Row(5, ("", "李四", "", "", "", "", "", "")),
    ]


def test_numbers_that_lost_their_last_digits_are_marked(tmp_path: Path) -> None:
    path = book(
        tmp_path / "a.xlsx", {"B1": 440524198001010013, "C1": 123456789012345, "D1": 6222021234567890}
    )
    assert [row.rounded for row in rows(path)] == [(1, 3)]


def test_the_first_sheet_that_holds_anything_is_read(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", {"A1": "x"}, sheet="名单")
    assert files.read(path).sheet == "名单"
    with pytest.raises(UsageError, match="名单"):
        rows(path, "gone")
    with pytest.raises(BadFileError, match="empty"):
        rows(path, "Sheet")


def test_an_empty_workbook_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadFileError, match="empty"):
        rows(book(tmp_path / "a.xlsx", {}))


@pytest.mark.parametrize("keep", [0.3, 0.7, 0.98])
def test_a_workbook_cut_off_is_refused(
    tmp_path: Path, keep: float, capfd: pytest.CaptureFixture[str]
) -> None:
    path = book(tmp_path / "a.xlsx", {"A1": "x"})
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * keep)])
    with pytest.raises(BadFileError, match="broken"):
        rows(path)
    assert capfd.readouterr() == ("", "")


def test_a_damaged_part_is_refused(tmp_path: Path) -> None:
    path = changed(book(tmp_path / "a.xlsx", {"A1": "x"}), "xl/workbook.xml", b"<workbook><")
    with pytest.raises(BadFileError):
        rows(path)


def test_a_zip_that_is_no_workbook_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("hello.txt", "hello")
    with pytest.raises(BadFileError, match="broken"):
        rows(path)


def test_a_protected_workbook_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(workbook.OLE + bytes(1000) + "EncryptedPackage".encode("utf-16-le") + bytes(1000))
    with pytest.raises(BadFileError, match="password"):
        rows(path)


def test_an_old_workbook_of_rubbish_is_broken(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.xls"
    path.write_bytes(workbook.OLE + bytes(range(256)) * 20)
    with pytest.raises(BadFileError, match="broken"):
        rows(path)
    assert capfd.readouterr() == ("", "")


def test_text_by_the_name_of_a_workbook_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_text("name,phone\n")
    with pytest.raises(BadFileError, match="no workbook"):
        rows(path)


def test_a_zip_bomb_is_refused(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", {"A1": "x"})
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as file:
        file.writestr("xl/media/image1.png", bytes(80_000_000))
    with pytest.raises(BadFileError, match="too large"):
        rows(path)


def test_a_declared_size_that_is_huge_is_refused(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", {"A1": "x"})
    data = bytearray(path.read_bytes())
    entry = data.rindex(b"PK\x01\x02")
    data[entry + 24 : entry + 28] = (4_000_000_000).to_bytes(4, "little")
    path.write_bytes(data)
    with pytest.raises(BadFileError, match="too large"):
        rows(path)


def test_cells_in_far_corners_are_refused_before_they_fill_the_memory(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", {"A1": "x", "XFD1048576": "y"})
    with pytest.raises(BadFileError, match="too large"):
        rows(path)


def test_a_dimension_that_lies_is_not_believed(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", {"A1": "x", "C2": "y"})
    with zipfile.ZipFile(path) as file:
        sheet = file.read("xl/worksheets/sheet1.xml")
    for lie in (b'ref="A1"', b'ref="A1:XFD1048576"'):
        assert b'ref="A1:C2"' in sheet
        changed(path, "xl/worksheets/sheet1.xml", sheet.replace(b'ref="A1:C2"', lie))
        assert [row.cells for row in rows(path)] == [("x", "", ""), ("", "", "y")]


ODS = """<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 office:version="1.2"><office:body><office:spreadsheet><table:table table:name="名单">%s</table:table></office:spreadsheet>
</office:body></office:document-content>"""
CELL = '<table:table-cell office:value-type="string"%s><text:p>%s</text:p></table:table-cell>'


def ods(path: Path, table: str) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        file.writestr("content.xml", ODS % table)
        file.writestr(
            "META-INF/manifest.xml",
            '<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
        )
    return path


def test_an_ods_sheet_is_read(tmp_path: Path) -> None:
    blank = '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>'
    path = ods(
        tmp_path / "a.ods",
        f"<table:table-row>{CELL % ('', '姓名')}{CELL % ('', '电话')}</table:table-row>{blank}",
    )
    assert rows(path) == [Row(1, ("姓名", "电话"))]


def test_an_ods_row_said_a_million_times_is_refused(tmp_path: Path) -> None:
    cell = CELL % (' table:number-columns-repeated="1000"', "x")
    path = ods(
        tmp_path / "a.ods", f'<table:table-row table:number-rows-repeated="1000000">{cell}</table:table-row>'
    )
    with pytest.raises(BadFileError, match="too large"):
        rows(path)


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("import os; os.abort()", "broken"),
        ("import time; time.sleep(60)", "broken"),
        ("import sys; sys.stdout.write('nonsense'); sys.stdout.flush()", "broken"),
        ("import resource as r; r.setrlimit(r.RLIMIT_CPU, (1, 2))\nwhile True: pass", "too large"),
    ],
)
def test_a_parser_that_dies_or_hangs_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, said: str
) -> None:
    path = book(tmp_path / "a.xlsx", {"A1": "x"})
    monkeypatch.setattr(
        workbook.child,
        "start",
        lambda _module: subprocess.Popen(
            [sys.executable, "-c", script],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        ),
    )
    monkeypatch.setattr(workbook, "PATIENCE", 4.0)
    with pytest.raises(BadFileError, match=said):
        workbook.read(path, workbook.ZIP)


@pytest.mark.skipif(
    not Path("/proc/self/limits").exists(), reason="needs /proc, to see the limits of a process"
)
def test_the_parser_may_open_nothing_and_not_go_on_for_ever() -> None:
    reader = workbook.child.start("rmtool.readers.workbook_child")
    try:
        workbook.child.send(reader.stdin, b"")
        # Its first part is read after the limits are set; it waits for the workbook now.
        limits, until = "", time.monotonic() + 30
        while not re.search("Max open files +3 +3 ", limits) and time.monotonic() < until:
            limits = Path(f"/proc/{reader.pid}/limits").read_text()
            time.sleep(0.02)
    finally:
        workbook.child.end(reader)
    for wanted in (
        "Max open files +3 +3 ",
        "Max file size +0 +0 ",
        "Max cpu time +300 +300 ",
        "Max processes +0 +0 ",
        "Max address space +[0-9]+ ",
    ):
        assert re.search(wanted, limits), (wanted, limits)


def test_parts_over_one_another_are_refused(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", {"A1": "x" * 1000})
    with zipfile.ZipFile(path) as file:
        parts = {each.filename: file.read(each) for each in file.infolist()}
    with zipfile.ZipFile(path, "w") as file:
        for name, data in parts.items():
            file.writestr(name, data)
        first, second = file.infolist()[:2]
        # Both lead to the same bytes, and say the name that stands there.
        second.filename = second.orig_filename = first.filename
        second.header_offset, second.CRC = first.header_offset, first.CRC
        second.compress_size = second.file_size = first.file_size
    with pytest.raises(BadFileError, match="over one another"):
        zip_gate.check(path)


def test_a_file_that_says_it_is_too_large_is_refused(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", {"A1": "x"})
    zip_gate.check(path)
    with pytest.raises(BadFileError, match="too large"):
        zip_gate.check(path, most_bytes=2_000)


def test_no_cell_is_lost_that_openpyxl_finds(tmp_path: Path) -> None:
    """The oracle: a reader that shares no line with ours, made to look past what the sheet says of its size."""
    generator = random.Random(5)
    for number in range(20):
        made = {
            f"{get_column_letter(generator.randint(1, 40))}{generator.randint(1, 300)}": generator.choice(
                ["云岫", "=x", " 空格 ", 7, 7.25, True, datetime.date(2026, 2, 28), "1e5", "0012"]
            )
            for _cell in range(150)
        }
        path = book(tmp_path / f"{number}.xlsx", made)
        # A size that lies: the reader must not believe it.
        part = "xl/worksheets/sheet1.xml"
        with zipfile.ZipFile(path) as file:
            content = file.read(part)
        path = changed(path, part, re.sub(b'dimension ref="[^"]*"', b'dimension ref="A1:B2"', content))
        ours = {
            (row, column): workbook.text(cell)
            for _name, rows in workbook.sheets(path, workbook.ZIP)
            for row, cells in enumerate(rows, 1)
            for column, cell in enumerate(cells, 1)
            if cell != ""
        }
        theirs = {}
        # What a formula comes to is what both read; here nobody has reckoned it yet.
        sheet = openpyxl.load_workbook(path, read_only=True, data_only=True).worksheets[0]
        sheet.reset_dimensions()
        for row, cells in enumerate(sheet.iter_rows(values_only=True), 1):
            for column, cell in enumerate(cells, 1):
                if cell is not None:
                    theirs[row, column] = workbook.text(float(cell) if type(cell) is int else cell)
        assert ours == theirs
        assert len(ours) == sum(value != "=x" for value in made.values())
