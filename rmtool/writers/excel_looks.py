"""How workbooks look: fonts, colours and number formats, each made once a workbook."""

from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment
from openpyxl.styles import Border
from openpyxl.styles import Font
from openpyxl.styles import PatternFill
from openpyxl.styles import Side
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from rmtool.domain.tables import Kind
from rmtool.writers.excel_cells import Style

NAVY, GREY, LINE, INK = "1F3A5F", "5B6670", "C9D1DA", "222222"
_FONT = "Microsoft YaHei"
WRAPPED = frozenset({"text", "note", "code"})
_RIGHT = frozenset({"number", "money"})
FORMATS: dict[Kind, str] = {
    "text": "@",
    "note": "@",
    "code": "@",
    "number": "General",
    "money": "#,##0.00",
    "date": "yyyy-mm-dd",
    "time": "hh:mm",
}


def _indent(kind: Kind) -> int:
    # A number ends where its column ends; the text beside it shall not touch it.
    return int(kind in _RIGHT)


class Looks:
    """The styles of one workbook, each made once."""

    def __init__(self, sheet: WriteOnlyWorksheet) -> None:
        self._sheet = sheet

    def _style(self, form: str, alignment: Alignment, font: Font, **more: PatternFill | Border) -> Style:
        made = []
        for quoted in (False, True):
            cell = WriteOnlyCell(self._sheet)
            cell.number_format, cell.alignment, cell.font = form, alignment, font
            for key, value in more.items():
                setattr(cell, key, value)
            cell.quotePrefix = quoted
            made.append(str(cell.style_id))
        return Style(*made)

    def body(self, kind: Kind) -> Style:
        """Cells of a column of `kind`."""
        side = "right" if kind in _RIGHT else "left"
        return self._style(
            FORMATS[kind],
            Alignment(side, "top", wrap_text=kind in WRAPPED, indent=_indent(kind)),
            Font(name=_FONT, size=10, color=INK),
        )

    def head(self, kind: Kind) -> Style:
        """The heading of a column of `kind`."""
        side = "right" if kind in _RIGHT else "left"
        return self._style(
            "@",
            Alignment(side, "center", wrap_text=True, indent=_indent(kind)),
            Font(name=_FONT, size=10, bold=True, color="FFFFFF"),
            fill=PatternFill("solid", NAVY),
        )

    def line(self, kind: Kind, *, total: bool = False) -> Style:
        """Cells of a small table: a thin line under each, the total in bold with a line above."""
        side = "right" if kind in _RIGHT else "left"
        thin = Side("thin", color=NAVY if total else LINE)
        return self._style(
            "@" if kind == "text" else "#,##0",
            Alignment(side, "center", indent=_indent(kind)),
            Font(name=_FONT, size=10, bold=total, color=INK),
            border=Border(top=thin) if total else Border(bottom=thin),
        )

    def words(self, size: int, color: str, *, bold: bool = False, form: str = "@") -> Style:
        """Words outside a table."""
        return self._style(
            form, Alignment("left", "center"), Font(name=_FONT, size=size, bold=bold, color=color)
        )
