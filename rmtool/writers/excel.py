"""Excel workbooks of our own, streamed: the one place that writes their cells.

Openpyxl's own cell writing takes text for formulas, numbers and errors by its looks, and half of its
time goes into finding out; so the rows are made here and written into the sheet's part as they are, and openpyxl
does the rest of the file.
"""

from collections.abc import Generator
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from itertools import chain
from itertools import count
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from lxml.etree import LxmlError
from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.worksheet._writer import create_temporary_file
from openpyxl.worksheet.dimensions import ColumnDimension
from openpyxl.worksheet.dimensions import DimensionHolder
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.page import PrintOptions
from openpyxl.worksheet.page import PrintPageSetup
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.properties import WorksheetProperties

from rmtool.domain.tables import Column
from rmtool.domain.tables import Row
from rmtool.domain.tables import Sheet
from rmtool.domain.tables import Summary
from rmtool.domain.tables import Table
from rmtool.domain.tables import Value
from rmtool.domain.tables import text_of
from rmtool.domain.text import width
from rmtool.writers.excel_cells import Style
from rmtool.writers.excel_cells import cell
from rmtool.writers.excel_cells import escaped
from rmtool.writers.excel_cells import lines
from rmtool.writers.excel_cells import row
from rmtool.writers.excel_chart import add_chart
from rmtool.writers.excel_looks import FORMATS
from rmtool.writers.excel_looks import GREY
from rmtool.writers.excel_looks import INK
from rmtool.writers.excel_looks import NAVY
from rmtool.writers.excel_looks import WRAPPED
from rmtool.writers.excel_looks import Looks

MOST_ROWS = 1_048_576
_SAMPLE = 500
_ONE_PAGE = 64
# What a chart covers of the rows of small tables.
_CHART_ROWS = 16
_LINE_HEIGHT, _MOST_HEIGHT = 14, 409


@dataclass(frozen=True, slots=True)
class Properties:
    """What the file says of itself."""

    title: str
    author: str
    subject: str
    created: datetime


def write(file: BinaryIO, sheets: Sequence[Sheet], properties: Properties) -> None:
    """Write `sheets` as one workbook to `file`; rows are read once, in order, and not kept."""
    book = Workbook(write_only=True)
    book.properties.title = escaped(properties.title)
    book.properties.creator = escaped(properties.author)
    book.properties.lastModifiedBy = escaped(properties.author)
    book.properties.subject = escaped(properties.subject)
    book.properties.created = properties.created.replace(tzinfo=None)
    try:
        for sheet in sheets:
            if isinstance(sheet, Summary):
                _write_summary(book, sheet)
            else:
                _write_table(book, sheet)
        book.save(file)
    finally:
        _clean_up(book)


def _clean_up(book: Workbook) -> None:
    """Remove the temporary files of sheets that were not saved: they hold clients' data."""
    for sheet in book.worksheets:
        if isinstance(sheet, _Sheet) and sheet._writer is not None:
            with suppress(OSError, LxmlError):
                if not sheet.closed:
                    sheet.close()
            Path(sheet.file).unlink(missing_ok=True)


class _Sheet(WriteOnlyWorksheet):
    """A sheet that takes rows made here. Openpyxl asks for the look of every cell anew, which takes longer than the cell."""

    # What openpyxl sets up at run time.
    column_dimensions: DimensionHolder[str, ColumnDimension]
    auto_filter: AutoFilter
    page_setup: PrintPageSetup
    page_margins: PageMargins
    sheet_properties: WorksheetProperties
    print_options: PrintOptions
    _writer: WorksheetWriter | None

    def __init__(self, book: Workbook, title: str) -> None:
        super().__init__(book, title)
        book._add_sheet(self)  # type: ignore[attr-defined]
        self.at = 0
        self.file = ""
        self._part: BinaryIO | None = None

    def _get_writer(self) -> None:
        if self._writer is None:
            self.file = create_temporary_file()
            self._part = open(self.file, "wb")  # noqa: SIM115 (closed in close)
            self._writer = WorksheetWriter(self, self._part)
            # What takes the part into the workbook asks for its name.
            self._writer.out = self.file
            self._writer.write_top()

    def _write_rows(self) -> Generator[None, tuple[str], None]:
        if self._writer is None or self._part is None:
            return
        stream, part = self._writer.xf, self._part
        out = stream.send(True)
        if out is None:
            return
        with out.element("sheetData"):
            # Past lxml, which would read every row and write it again.
            out.flush()
            try:
                while True:
                    (made,) = yield
                    part.write(made.encode())
            except GeneratorExit:
                pass
        stream.send(None)

    def close(self) -> None:
        """Finish the sheet's part."""
        super().close()
        if self._part is not None:
            self._part.close()

    def add(self, values: Iterable[Value], looks: Sequence[tuple[str, Style]], height: float = 0) -> None:
        """Append a row; `looks` are each column's letter and style."""
        self.at += 1
        at = str(self.at)
        cells = [
            cell(letter + at, value, style) for value, (letter, style) in zip(values, looks, strict=True)
        ]
        self.append((row(self.at, cells, height),))

    def add_filled(self, values: Iterable[Value], looks: Sequence[tuple[str, Style]], height: float) -> None:
        """Append a row of its filled cells only: most cells of a log are empty, and each would take its time."""
        filled = [each for each in zip(values, looks, strict=True) if each[0] or each[0] == 0]
        self.add([value for value, _look in filled], [look for _value, look in filled], height)


def _write_table(book: Workbook, table: Table) -> None:
    """The table on a sheet of its own, on several where Excel's rows run out."""
    rows = iter(table.rows)
    for part in count(1):
        sample = list(islice(rows, _SAMPLE))
        if part > 1 and not sample:
            return
        title = table.title if part == 1 else f"{table.title} {part}"
        rest = islice(rows, MOST_ROWS - 1 - len(sample)) if sample else iter(())
        _write_part(_Sheet(book, title), table, sample, rest)
        if not sample:
            return


def _write_part(sheet: _Sheet, table: Table, sample: list[Row], rest: Iterator[Row]) -> None:
    styles = Looks(sheet)
    letters = [get_column_letter(place) for place in range(1, len(table.columns) + 1)]
    for place, (letter, column) in enumerate(zip(letters, table.columns, strict=True)):
        dimension = sheet.column_dimensions[letter]
        dimension.width = _wide(column, [values[place] for values in sample])
        dimension.number_format = FORMATS[column.kind]
        dimension.hidden = column.hidden
    sheet.print_options.gridLines = True
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    _set_up(sheet)
    sheet.add(
        [column.label for column in table.columns],
        [(letter, styles.head(column.kind)) for letter, column in zip(letters, table.columns, strict=True)],
        height=30,
    )
    looks = [
        (letter, styles.body(column.kind)) for letter, column in zip(letters, table.columns, strict=True)
    ]
    notes = [
        (place, sheet.column_dimensions[letter].width - 1)
        for place, (letter, column) in enumerate(zip(letters, table.columns, strict=True))
        if column.kind in WRAPPED and not column.hidden
    ]
    for values in chain(sample, rest):
        tall = max([lines(text_of(values[place]), wide) for place, wide in notes if values[place]], default=1)
        sheet.add_filled(values, looks, min(_LINE_HEIGHT * tall + 4, _MOST_HEIGHT))
    sheet.auto_filter.ref = f"A1:{letters[-1]}{sheet.at}"


def _wide(column: Column, values: Iterable[Value]) -> float:
    """The width that shows `values`, Chinese counted double; the heading needs room for its arrow too."""
    if column.hidden:
        return column.width
    label = max(map(width, column.label.split())) + 4
    if column.kind == "date":
        return max(12, label)
    widest = max((width(line) for value in values for line in text_of(value).split("\n")), default=0)
    return max(label, min(widest + 2, column.width))


def _set_up(sheet: _Sheet) -> None:
    """How it prints: landscape A4, as wide as the page, the page's number at its foot."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_margins.top, sheet.page_margins.bottom, sheet.page_margins.footer = 0.6, 0.75, 0.35
    if sheet.oddFooter is not None:
        sheet.oddFooter.left.text, sheet.oddFooter.right.text = "&A", "&P / &N"


def _write_summary(book: Workbook, summary: Summary) -> None:
    """The first page: heading, facts, the small tables under each other, the charts beside them."""
    sheet = _Sheet(book, summary.title)
    styles = Looks(sheet)
    columns = max((len(block.columns) for block in summary.blocks), default=2)
    sheet.column_dimensions["A"].width = 26
    for place in range(2, columns + 1):
        sheet.column_dimensions[get_column_letter(place)].width = 13
    sheet.column_dimensions[get_column_letter(columns + 1)].width = 4
    sheet.sheet_view.showGridLines = False
    _set_up(sheet)
    length = len(summary.facts) + sum(len(tuple(block.rows)) + 4 for block in summary.blocks)
    sheet.page_setup.fitToHeight = 1 if length <= _ONE_PAGE else 0
    sheet.add([summary.heading], [("A", styles.words(18, NAVY, bold=True))], height=36)
    for label, value in summary.facts:
        form = FORMATS["text"] if isinstance(value, str) else "General"
        form = FORMATS["date"] if type(value) is date else form
        sheet.add(
            [label, value],
            [("A", styles.words(10, GREY)), ("B", styles.words(10, INK, form=form))],
            height=18,
        )
    top, beside = sheet.at + 2, get_column_letter(columns + 2)
    for block in summary.blocks:
        first = _write_block(sheet, styles, block)
        if block.key in summary.charts:
            add_chart(sheet, f"{beside}{top}", summary.charts[block.key], block, first)
            top += _CHART_ROWS


def _write_block(sheet: _Sheet, styles: Looks, block: Table) -> int:
    """A small table under its title; answers the number of its heading row."""
    letters = [get_column_letter(place) for place in range(1, len(block.columns) + 1)]
    sheet.add([], [])
    sheet.add([block.title], [("A", styles.words(12, NAVY, bold=True))], height=24)
    kinds = list(zip(letters, (column.kind for column in block.columns), strict=True))
    sheet.add(
        [column.label for column in block.columns],
        [(letter, styles.head(kind)) for letter, kind in kinds],
        height=20,
    )
    head = sheet.at
    looks = [(letter, styles.line(kind)) for letter, kind in kinds]
    for values in block.rows:
        sheet.add(values, looks, height=18)
    if block.total:
        sheet.add(block.total, [(letter, styles.line(kind, total=True)) for letter, kind in kinds], height=18)
    return head
