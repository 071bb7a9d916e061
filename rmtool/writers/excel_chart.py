"""The chart of a workbook: a real one of Excel, that changes with its cells."""

from openpyxl.chart import BarChart
from openpyxl.chart import Reference
from openpyxl.chart.axis import ChartLines
from openpyxl.chart.data_source import NumData
from openpyxl.chart.data_source import NumVal
from openpyxl.chart.data_source import StrData
from openpyxl.chart.data_source import StrRef
from openpyxl.chart.data_source import StrVal
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText
from openpyxl.chart.text import Text
from openpyxl.chart.title import Title
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import CharacterProperties
from openpyxl.drawing.text import Paragraph
from openpyxl.drawing.text import ParagraphProperties
from openpyxl.drawing.text import RegularTextRun
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from rmtool.domain.tables import Table
from rmtool.domain.tables import text_of
from rmtool.writers.excel_cells import escaped
from rmtool.writers.excel_looks import GREY
from rmtool.writers.excel_looks import LINE
from rmtool.writers.excel_looks import NAVY


def add_chart(sheet: WriteOnlyWorksheet, anchor: str, title: str, block: Table, head: int) -> None:
    """Put a bar chart of the first number of `block` at `anchor`; `head` is the row of its headings.

    Its values are kept in it too, for viewers that don't calculate.
    """
    rows = list(block.rows)
    if not rows:
        return
    chart = BarChart()
    chart.type, chart.gapWidth, chart.legend = "col", 60, None
    chart.width, chart.height = 20, 9
    words = Paragraph(
        pPr=ParagraphProperties(defRPr=_letters(1200, bold=True)), r=[RegularTextRun(t=escaped(title))]
    )
    chart.title = Title(tx=Text(rich=RichText(p=[words])), overlay=False)
    chart.add_data(Reference(sheet, 2, head, 2, head + len(rows)), titles_from_data=True)
    chart.set_categories(Reference(sheet, 1, head + 1, 1, head + len(rows)))
    bars = chart.series[0]
    bars.graphicalProperties = GraphicalProperties(solidFill=NAVY)
    bars.graphicalProperties.line.noFill = True
    bars.invertIfNegative = False
    names = [StrVal(idx=place, v=escaped(text_of(row[0]))) for place, row in enumerate(rows)]
    numbers = [NumVal(idx=place, v=text_of(row[1])) for place, row in enumerate(rows)]
    bars.cat.strRef, bars.cat.numRef = _named(bars.cat.numRef.f, names), None
    bars.val.numRef.numCache = NumData(formatCode="General", ptCount=len(numbers), pt=numbers)
    if len(rows) <= 31:
        chart.dataLabels = DataLabelList(
            showVal=True, showSerName=False, showCatName=False, showLegendKey=False, showPercent=False
        )
    for axis in (chart.x_axis, chart.y_axis):
        axis.delete = False
        axis.txPr = RichText(
            p=[Paragraph(pPr=ParagraphProperties(defRPr=_letters(900)), endParaRPr=_letters(900))]
        )
        axis.graphicalProperties = GraphicalProperties(ln=LineProperties(solidFill=LINE))
    chart.y_axis.majorGridlines = ChartLines(spPr=GraphicalProperties(ln=LineProperties(solidFill="E6EAEE")))
    chart.y_axis.number_format, chart.y_axis.scaling.min = "0", 0
    sheet.add_chart(chart, anchor)  # type: ignore[misc]


def _named(formula: str, names: list[StrVal]) -> StrRef:
    return StrRef(f=formula, strCache=StrData(ptCount=len(names), pt=names))


def _letters(size: int, *, bold: bool = False) -> CharacterProperties:
    return CharacterProperties(sz=size, b=bold, solidFill=GREY)
