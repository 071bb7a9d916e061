"""The five forms of this folder, made anew: `python tests/forms/make.py [FOLDER]`. Firms and people are invented."""

import struct
import sys
import zlib
from datetime import datetime
from io import BytesIO
from pathlib import Path

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

HERE = Path(__file__).parent
MADE = datetime(2026, 1, 5, 9, 0, 0)
FONT = "Noto Sans CJK SC"
BLUE, PALE, GREY = "#1F3864", "#DDE6F3", "#808080"
KINDS = ["上门拜访", "电话", "接待", "回访", "会议", "微信", "检查"]


def main(folder: Path) -> None:
    """Make all five in `folder`."""
    for name, make in FORMS.items():
        book = xlsxwriter.Workbook(str(folder / f"{name}.xlsx"))
        book.set_properties({"title": name, "author": "办公室", "created": MADE})
        make(book)
        book.close()


def look(book: Workbook, **more: object) -> Format:
    """A cell with a thin border, words in its middle, and `more`."""
    plain = {
        "font_name": FONT,
        "font_size": 10,
        "border": 1,
        "align": "center",
        "valign": "vcenter",
        "text_wrap": True,
    }
    return book.add_format({**plain, **more})


def title(book: Workbook, sheet: Worksheet, area: str, text: str) -> None:
    """The name of the form across its width."""
    sheet.merge_range(area, text, look(book, border=0, font_size=18, bold=True, font_color=BLUE))


def page(sheet: Worksheet, *, landscape: bool = False) -> None:
    """A4, as wide as the page, head and foot."""
    if landscape:
        sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(0.5, 0.5, 0.7, 0.7)
    sheet.set_header("&L&8内部资料&R&8&D")
    sheet.set_footer("&C&8第 &P 页，共 &N 页")
    sheet.hide_gridlines(2)


def logo() -> BytesIO:
    """A small picture: a blue square with a white middle."""
    size = 32
    rows = b""
    for row in range(size):
        rows += b"\0"
        for column in range(size):
            inner = 8 <= row < 24 and 8 <= column < 24
            rows += b"\xff\xff\xff" if inner else b"\x1f\x38\x64"

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", size, size, 8, 2, 0, 0, 0)
    return BytesIO(
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def weekly(book: Workbook) -> None:
    """Two tables one under the other, about 50 merges, a sum, a chart, a picture, a text box, colours by value."""
    sheet = book.add_worksheet("周报")
    page(sheet)
    sheet.set_column("A:A", 6)
    sheet.set_column("B:L", 10)
    cell, head, label = look(book), look(book, bold=True, bg_color=PALE), look(book, bg_color="#F2F2F2")
    date = look(book, num_format='m"月"d"日"')
    title(book, sheet, "C1:J1", "客户经理工作周报")
    sheet.set_row(0, 36)
    sheet.insert_image(
        "A1", "logo.png", {"image_data": logo(), "x_offset": 6, "y_offset": 4, "x_scale": 0.9, "y_scale": 0.9}
    )
    for text, at, area in (("姓名", "A2", "B2:C2"), ("部门", "D2", "E2:F2"), ("填表日期", "G2", "H2:I2")):
        sheet.write(at, text, label)
        sheet.merge_range(area, "", date if text == "填表日期" else cell)
    sheet.merge_range("J2:L2", "第____周", label)
    sheet.merge_range("A3:L3", "一、本周拜访", look(book, bold=True, align="left", border=0, font_color=BLUE))
    for area, text in (
        ("A4:A5", "序号"),
        ("B4:B5", "日期"),
        ("C4:D5", "客户名称"),
        ("E4:J4", "拜访情况"),
        ("K4:K5", "时长（分钟）"),
        ("L4:L5", "领导批示"),
    ):
        sheet.merge_range(area, text, head)
    for area, text in (("E5:E5", "方式"), ("F5:H5", "内容"), ("I5:J5", "结果")):
        sheet.write(area[:2], text, head) if area[:2] == area[3:] else sheet.merge_range(area, text, head)
    for row in range(5, 13):
        sheet.set_row(row, 26)
        sheet.write_number(row, 0, row - 4, cell)
        for column in (1, 4, 10, 11):
            sheet.write_blank(row, column, None, date if column == 1 else cell)
        for first, last in ((2, 3), (5, 7), (8, 9)):
            sheet.merge_range(row, first, row, last, "", cell)
    sheet.merge_range("A14:J14", "合计", head)
    sheet.write_formula("K14", "=SUM(K6:K13)", head, 0)
    sheet.write_formula("L14", '=COUNTA(C6:C13)&"户"', head, "0户")
    sheet.merge_range(
        "A15:L15", "二、下周计划", look(book, bold=True, align="left", border=0, font_color=BLUE)
    )
    sheet.write("A16", "序号", head)
    sheet.write("B16", "计划日期", head)
    for area, text in (("C16:D16", "客户名称"), ("E16:J16", "计划事项"), ("K16:L16", "备注")):
        sheet.merge_range(area, text, head)
    for row in range(16, 21):
        sheet.set_row(row, 22)
        sheet.write_number(row, 0, row - 15, cell)
        sheet.write_blank(row, 1, None, date)
        for first, last in ((2, 3), (4, 9), (10, 11)):
            sheet.merge_range(row, first, row, last, "", cell)
    sheet.merge_range("A22:F22", "填报人签字：", look(book, align="left"))
    sheet.merge_range("G22:L22", "部门负责人签字：", look(book, align="left"))
    sheet.conditional_format(
        "K6:K13",
        {"type": "cell", "criteria": ">=", "value": 60, "format": book.add_format({"bg_color": "#E2F0D9"})},
    )
    sheet.conditional_format("K6:K13", {"type": "data_bar", "data_bar_2010": True, "bar_color": "#9DC3E6"})
    sheet.insert_textbox(
        "A24",
        "说明：本表每周五下班前报部门。",
        {"width": 300, "height": 40, "font": {"name": FONT, "size": 9}},
    )
    chart = book.add_chart({"type": "column"})
    chart.add_series(
        {
            "name": "时长",
            "categories": "=周报!$A$6:$A$13",
            "values": "=周报!$K$6:$K$13",
            "fill": {"color": BLUE},
        }
    )
    chart.set_title({"name": "每次拜访时长", "name_font": {"size": 11}})
    chart.set_size({"width": 420, "height": 180})
    sheet.insert_chart("G24", chart)
    sheet.print_area("A1:L34")
    sheet.freeze_panes(5, 0)


def daily(book: Workbook) -> None:
    """A day's table over a block for signatures; choices in a list, a note on a heading."""
    sheet = book.add_worksheet("日报")
    page(sheet)
    cell, head = look(book), look(book, bold=True, bg_color="#FCE4D6")
    left = look(book, align="left", border=0)
    for column, wide in zip("ABCDEFG", (6, 9, 18, 11, 34, 22, 14), strict=True):
        sheet.set_column(f"{column}:{column}", wide)
    title(book, sheet, "A1:G1", "客户经理工作日报")
    sheet.merge_range("A2:C2", "填报人：__________", left)
    sheet.merge_range("D2:E2", "单位：__________", left)
    sheet.merge_range("F2:G2", "日期：    年  月  日", left)
    for column, text in enumerate(("序号", "时间", "客户", "拜访方式", "工作内容", "客户意见", "下一步")):
        sheet.write(2, column, text, head)
    for row in range(3, 11):
        sheet.set_row(row, 24)
        for column in range(7):
            sheet.write_blank(row, column, None, cell)
    sheet.data_validation(
        "D4:D11",
        {"validate": "list", "source": KINDS, "error_title": "方式", "error_message": "请从列表中选"},
    )
    sheet.data_validation("E4:E11", {"validate": "length", "criteria": "<=", "value": 200})
    sheet.write_comment("D3", "从下拉列表中选一种。", {"author": "办公室"})
    for row, text in ((12, "审核人："), (13, "签字："), (14, "日期：")):
        sheet.merge_range(row, 4, row, 6, text, left)
    sheet.protect("", {"format_cells": True, "insert_rows": True})


def tobacco(book: Workbook) -> None:
    """A round of shops: bars and sparklines of the newer kind, choices on a hidden sheet."""
    sheet = book.add_worksheet("走访记录")
    lists = book.add_worksheet("选项")
    page(sheet, landscape=True)
    cell, head, top = (
        look(book),
        look(book, bold=True, bg_color="#E2EFDA"),
        look(book, bold=True, bg_color="#C6E0B4"),
    )
    for column, wide in zip("ABCDEFGHIJK", (6, 11, 20, 9, 11, 30, 10, 10, 22, 18, 12), strict=True):
        sheet.set_column(f"{column}:{column}", wide)
    title(book, sheet, "A1:K1", "卷烟零售户走访记录表")
    sheet.merge_range("A2:D2", "市场部：", look(book, align="left"))
    sheet.merge_range("E2:H2", "客户经理：", look(book, align="left"))
    sheet.merge_range("I2:K2", "走访周期：", look(book, align="left"))
    sheet.merge_range("A3:D3", "零售户", top)
    sheet.merge_range("E3:I3", "走访情况", top)
    sheet.merge_range("J3:K3", "跟进", top)
    for column, text in enumerate(
        (
            "序号",
            "走访日期",
            "零售户名称",
            "档位",
            "走访方式",
            "走访内容",
            "库存",
            "价格到位率",
            "意见建议",
            "下一步措施",
            "趋势",
        )
    ):
        sheet.write(3, column, text, head)
    date = look(book, num_format="yyyy-mm-dd")
    percent = look(book, num_format="0%")
    for row in range(4, 16):
        sheet.set_row(row, 22)
        for column in range(11):
            sheet.write_blank(row, column, None, {1: date, 7: percent}.get(column, cell))
        sheet.add_sparkline(row, 10, {"range": f"走访记录!G{row + 1}:H{row + 1}", "type": "column"})
    sheet.conditional_format("G5:G16", {"type": "data_bar", "data_bar_2010": True, "bar_color": "#A9D18E"})
    sheet.conditional_format("H5:H16", {"type": "icon_set", "icon_style": "3_traffic_lights"})
    for place, text in enumerate(KINDS):
        lists.write(place, 0, text)
    lists.hide()
    sheet.data_validation("E5:E16", {"validate": "list", "source": "=选项!$A$1:$A$7"})
    sheet.data_validation("G5:G16", {"validate": "decimal", "criteria": ">=", "value": 0})
    sheet.repeat_rows(2, 3)
    sheet.autofilter("A4:K16")


def bank(book: Workbook) -> None:
    """A check after lending, with placeholders: head fields, one row for each visit, sums under it, names."""
    sheet = book.add_worksheet("贷后检查")
    page(sheet)
    cell, label = look(book, align="left"), look(book, bold=True, bg_color="#F2F2F2")
    date = look(book, num_format="yyyy-mm-dd")
    for column, wide in zip("ABCDEFGH", (12, 14, 12, 14, 12, 14, 12, 14), strict=True):
        sheet.set_column(f"{column}:{column}", wide)
    title(book, sheet, "A1:H1", "贷后检查表")
    rows = (
        ("客户经理", "{{ owner }}", "所属部门", "{{ department }}"),
        ("检查期间", "{{ period }}", "填表日期", "{{ today }}"),
        ("拜访次数", "{{ visits_count }}", "涉及客户", "{{ clients_count }}"),
        ("办结事项", "{{ tasks_done }}", "未办结", "{{ tasks_open }}"),
    )
    for row, (one, first, two, second) in enumerate(rows, 1):
        sheet.write(row, 0, one, label)
        sheet.merge_range(row, 1, row, 3, first, date if "today" in first else cell)
        sheet.write(row, 4, two, label)
        sheet.merge_range(row, 5, row, 7, second, date if "today" in second else cell)
    sheet.merge_range(
        "A7:H7",
        "检查经过（{{ owner }}，共 {{ visits_count }} 次）",
        look(book, bold=True, align="left", bg_color=PALE),
    )
    sheet.write("A8", "检查日期", label)
    sheet.write("B8", "借款人", label)
    sheet.merge_range("C8:F8", "检查内容", label)
    sheet.write("G8", "用时", label)
    sheet.write("H8", "折合小时", label)
    sheet.write("A9", "{{ visit.day }}", date)
    sheet.write("B9", "{{ visit.client }}", cell)
    sheet.merge_range("C9:F9", "{{ visit.text }}", cell)
    sheet.write("G9", "{{ visit.minutes }}", look(book))
    sheet.write_formula("H9", "=G9/60", look(book, num_format="0.0"), 0)
    sheet.merge_range("A10:F10", "合计", label)
    sheet.write_formula("G10", "=SUM(G9:G9)", label, 0)
    sheet.write_formula("H10", "=SUM(H9:H9)", look(book, num_format="0.0", bg_color="#F2F2F2"), 0)
    sheet.merge_range("A11:H11", "未办结事项", look(book, bold=True, align="left", bg_color=PALE))
    sheet.write("A12", "{{ task.due }}", date)
    sheet.write("B12", "{{ task.client }}", cell)
    sheet.merge_range("C12:H12", "{{ task.text }}", cell)
    sheet.write("A13", "检查结论", label)
    sheet.merge_range("B13:H13", "", cell)
    sheet.set_row(12, 60)
    sheet.merge_range("A14:D14", "检查人签字：", cell)
    sheet.merge_range("E14:H14", "复核人签字：", cell)
    book.define_name("检查用时", "=贷后检查!$G$9:$G$9")
    book.define_name("检查结论", "=贷后检查!$B$13")
    sheet.print_area("A1:H14")
    sheet.data_validation("B13", {"validate": "list", "source": ["正常", "关注", "需处置"]})


def dealer(book: Workbook) -> None:
    """A ten-day report of a dealer: several sheets, a table object, sums and shares."""
    sheet = book.add_worksheet("旬报")
    rules = book.add_worksheet("填报说明")
    page(sheet, landscape=True)
    cell, head = look(book), look(book, bold=True, bg_color="#FFE699")
    money = look(book, num_format="#,##0.00")
    share = look(book, num_format="0.0%")
    for column, wide in zip("ABCDEFGH", (8, 12, 24, 12, 34, 16, 16, 14), strict=True):
        sheet.set_column(f"{column}:{column}", wide)
    title(book, sheet, "A1:H1", "经销商工作旬报")
    sheet.merge_range("A2:C2", "填报单位：", look(book, align="left", border=0))
    sheet.merge_range("D2:E2", "起止日期：", look(book, align="left", border=0))
    sheet.merge_range("F2:H2", "业务代表：", look(book, align="left", border=0))
    for column, text in enumerate(
        ("序号", "日期", "经销商名称", "联系方式", "沟通内容", "订单", "占比", "竞品情况")
    ):
        sheet.write(3, column, text, head)
    for row in range(4, 10):
        for column in range(8):
            sheet.write_blank(
                row, column, None, {1: look(book, num_format="m-d"), 5: money}.get(column, cell)
            )
        sheet.write_formula(row, 6, f"=IF(F$11=0,0,F{row + 1}/F$11)", share, 0)
    sheet.merge_range("A11:E11", "合计", head)
    sheet.write_formula("F11", "=SUM(F5:F10)", look(book, num_format="#,##0.00", bold=True), 0)
    sheet.write_formula("G11", "=SUM(G5:G10)", look(book, num_format="0.0%", bold=True), 0)
    sheet.write_blank("H11", None, cell)
    sheet.merge_range("A12:H12", "下旬计划", look(book, bold=True, align="left", bg_color="#FFF2CC"))
    for column, text in enumerate(("序号", "日期", "经销商名称", "责任人", "工作安排")):
        sheet.write(12, column, text, head)
    sheet.merge_range("F13:H13", "说明", head)
    for row in range(13, 18):
        for column in range(5):
            sheet.write_blank(row, column, None, look(book, num_format="m-d") if column == 1 else cell)
        sheet.merge_range(row, 5, row, 7, "", cell)
    sheet.freeze_panes(4, 3)
    rules.set_column("A:A", 18)
    rules.set_column("B:C", 30)
    rules.add_table(
        "A1:C4",
        {
            "name": "填报要求",
            "columns": [{"header": "栏目"}, {"header": "要求"}, {"header": "备注"}],
            "data": [
                ["日期", "实际拜访日期", ""],
                ["订单", "单位：元", ""],
                ["竞品情况", "品牌、价格、促销", ""],
            ],
        },
    )
    rules.write("A6", "本旬订单合计", look(book, bold=True))
    rules.write_formula("B6", "=旬报!F11", money, 0)
    rules.write_formula("B7", "=SUM(旬报!F5:F10)", money, 0)


FORMS = {
    "weekly-two-tables": weekly,
    "daily-sign-off": daily,
    "tobacco-visit": tobacco,
    "bank-after-lending": bank,
    "dealer-ten-day": dealer,
}

if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
