"""One sheet of a form as XML: cells set in it, rows put between its rows, everything else left as it is."""

import copy
import re
from collections.abc import Iterable
from collections.abc import Mapping
from datetime import date
from datetime import time

from lxml import etree
from lxml.etree import _Element

from rmtool.domain.forms import Area
from rmtool.domain.forms import Place
from rmtool.domain.forms import cell_name
from rmtool.domain.forms import parse_area
from rmtool.domain.forms import parse_cell
from rmtool.domain.tables import Value
from rmtool.domain.tables import text_of
from rmtool.errors import RefusedError
from rmtool.i18n import _
from rmtool.writers.excel_cells import MOST_CHARACTERS
from rmtool.writers.excel_cells import acts
from rmtool.writers.excel_cells import escaped
from rmtool.writers.excel_cells import lines
from rmtool.writers.form_rows import MOST_ROWS
from rmtool.writers.form_rows import Moves
from rmtool.writers.form_rows import copied
from rmtool.writers.form_rows import new_rows
from rmtool.writers.form_styles import Styles

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
# The height of a line of text of ten or eleven points, and of the highest row, in points.
_LINE, _HIGHEST = 14, 409
# What holds areas, a cell, or a formula, whatever its namespace.
_AREAS = ("ref", "sqref")
_CELLS = ("activeCell", "topLeftCell")
_FORMULAS = frozenset({"f", "formula", "formula1", "formula2"})


class SheetPart:
    """The XML of a sheet while it is being filled."""

    def __init__(self, root: _Element, styles: Styles) -> None:
        self.root = root
        self._styles = styles
        data = root.find(f"{MAIN}sheetData")
        if data is None:
            raise ValueError("sheetData")
        self._data = data
        self._number()
        self._rows = {int(each.get("r", 0)): each for each in data}
        self._cells: dict[int, dict[int, _Element]] = {}
        self._merged = self._merges()
        self._column_styles = _columns(root, "style")
        self._widths = {key: float(value) for key, value in _columns(root, "width").items()}
        default = root.find(f"{MAIN}sheetFormatPr")
        self._height = float(default.get("defaultRowHeight", "15")) if default is not None else 15.0
        self._width = float(default.get("defaultColWidth", "8.43")) if default is not None else 8.43

    def _number(self) -> None:
        """Give every row and cell the number that may be left out."""
        row = 0
        for line in self._data:
            row = int(line.get("r", row + 1))
            line.set("r", str(row))
            column = 0
            for each in line.iterfind(f"{MAIN}c"):
                found = parse_cell(each.get("r") or cell_name(Place(row, column + 1)))
                column = found.column if found else column + 1
                each.set("r", cell_name(Place(row, column)))

    def _merges(self) -> dict[Place, Place]:
        """Which cell shows what the others of a merged area hold."""
        found = {}
        self._spans: dict[int, list[Area]] = {}
        for each in self._areas():
            self._spans.setdefault(each.top, []).append(each)
            for row in range(each.top, min(each.bottom, each.top + 2000) + 1):
                for column in range(each.left, each.right + 1):
                    found[Place(row, column)] = Place(each.top, each.left)
        return found

    def _areas(self) -> list[Area]:
        refs = (each.get("ref", "") for each in self.root.iterfind(f"{MAIN}mergeCells/{MAIN}mergeCell"))
        return [area for area in map(parse_area, refs) if area is not None]

    def put(self, cells: Mapping[Place, Value]) -> None:
        """Set `cells`; raises RefusedError where one computes, or a text is too long for Excel."""
        for place, value in sorted(cells.items()):
            self._set(self._merged.get(place, place), value)

    def _set(self, place: Place, value: Value) -> None:
        cell = self._cell(place)
        if cell.find(f"{MAIN}f") is not None:
            raise RefusedError(
                _("{cell} holds a formula: map the column to another field, or leave it out.").format(
                    cell=cell_name(place)
                )
            )
        for each in list(cell):
            cell.remove(each)
        cell.attrib.pop("t", "")
        number = self._number_of(value, cell.get("s", "0"))
        if number is not None:
            etree.SubElement(cell, f"{MAIN}v").text = number
            return
        text = text_of(value)
        if not text:
            return
        if len(text.encode("utf-16-le", "surrogatepass")) // 2 > MOST_CHARACTERS:
            raise RefusedError(_("The text for {cell} is too long for Excel.").format(cell=cell_name(place)))
        if acts(text):
            cell.set("s", self._styles.quoted(cell.get("s", "0")))
        cell.set("t", "inlineStr")
        inside = etree.SubElement(etree.SubElement(cell, f"{MAIN}is"), f"{MAIN}t")
        inside.text = escaped(text)
        if text[0].isspace() or text[-1].isspace():
            inside.set(_SPACE, "preserve")
        if self._styles.wraps(cell.get("s", "0")):
            self._make_room(place, text)

    def _make_room(self, place: Place, text: str) -> None:
        """Make the row of a text that wraps as high as it needs, never lower: what can't be read was not filled in."""
        area = next((each for each in self._spans.get(place.row, ()) if each.left == place.column), None)
        if area is not None and area.bottom > area.top:
            return
        wide = sum(
            self._widths.get(each, self._width)
            for each in range(place.column, (area.right if area else place.column) + 1)
        )
        row, high = self._row(place.row), min(_LINE * lines(text, wide - 1) + 4, _HIGHEST)
        if high > float(row.get("ht", self._height)):
            row.set("ht", f"{high:g}")
            row.set("customHeight", "1")

    def _number_of(self, value: Value, style: str) -> str | None:
        """The number that `value` is in a cell of that style; None for what stands there as text."""
        if isinstance(value, date | time):
            look = self._styles.look(style)
            if look == "date" or (look == "time" and isinstance(value, time)):
                return self._styles.serial(value)
            return None
        if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e15:
            return repr(value)
        return None

    def _cell(self, place: Place) -> _Element:
        row = self._row(place.row)
        known = self._cells.get(place.row)
        if known is None:
            known = self._cells[place.row] = {
                found.column: each
                for each in row.iterfind(f"{MAIN}c")
                if (found := parse_cell(each.get("r", ""))) is not None
            }
        if place.column not in known:
            made = etree.Element(f"{MAIN}c", r=cell_name(place))
            style = row.get("s") if row.get("customFormat") == "1" else self._column_styles.get(place.column)
            if style:
                made.set("s", style)
            row.insert(sum(column < place.column for column in known), made)
            known[place.column] = made
            row.attrib.pop("spans", "")
        return known[place.column]

    def _row(self, number: int) -> _Element:
        if number not in self._rows:
            made = etree.Element(f"{MAIN}row", r=str(number))
            self._data.insert(sum(each < number for each in self._rows), made)
            self._rows[number] = made
        return self._rows[number]

    def grow(self, moves: Moves) -> None:
        """Put the new rows in, and move all that lies below; raises RefusedError for what can't be moved."""
        self._unshare()
        self._move_references(moves)
        kept = dict(self._rows)
        if (
            max([*map(moves.row, kept), *(made[-1] for _growth, made in new_rows(moves))], default=0)
            > MOST_ROWS
        ):
            raise RefusedError(_("The form would have more rows than Excel takes."))
        merged = self._areas()
        self._move_merges(moves)
        made: dict[int, _Element] = {}
        for number, line in kept.items():
            _renumber(line, moves.row(number))
            made[moves.row(number)] = line
        for growth, numbers in new_rows(moves):
            like, at = kept.get(growth.like), moves.row(growth.like)
            for number in numbers:
                made[number] = _copy(like, at, number)
            self._add_merges([each for each in merged if each.top == each.bottom == growth.like], numbers)
        for each in list(self._data):
            self._data.remove(each)
        self._data.extend(made[number] for number in sorted(made))
        self._rows, self._cells = made, {}
        self._merged = self._merges()

    def _unshare(self) -> None:
        """Write formulas that share one text out, each in its own cell: they part when rows move."""
        masters: dict[str, tuple[str, Place]] = {}
        for cell in self._data.iterfind(f"{MAIN}row/{MAIN}c"):
            formula, place = cell.find(f"{MAIN}f"), parse_cell(cell.get("r", ""))
            if formula is None or place is None:
                continue
            if formula.get("t") in ("array", "dataTable"):
                raise RefusedError(
                    _("{cell} holds an array formula, which can't be moved: give the form more rows.").format(
                        cell=cell_name(place)
                    )
                )
            if formula.get("t") == "shared":
                if formula.text:
                    masters[formula.get("si", "")] = (formula.text, place)
                text, origin = masters[formula.get("si", "")]
                for key in list(formula.attrib):
                    del formula.attrib[key]
                formula.text = copied(text, origin, place)

    def _move_references(self, moves: Moves) -> None:
        for each in self.root.iter(etree.Element):
            name = etree.QName(each).localname
            if name == "mergeCell":
                continue
            for key in _AREAS:
                if key in each.attrib:
                    each.set(key, moves.areas(each.get(key, "")))
            for key in _CELLS:
                if key in each.attrib:
                    each.set(key, moves.cell(each.get(key, "")))
            if name in _FORMULAS and each.text:
                each.text = moves.formula(each.text, here=True)
            elif name == "sqref" and each.text:
                each.text = moves.areas(each.text)
            elif name == "hyperlink" and each.get("location"):
                each.set("location", moves.formula(each.get("location", ""), here=False))
        for each in self.root.iterfind(f"{MAIN}rowBreaks/{MAIN}brk"):
            each.set("id", str(moves.row(int(each.get("id", "0")) + 1) - 1))
        for each in self.root.iterfind(f".//{MAIN}anchor/*"):
            _move_anchor(each, moves)

    def _move_merges(self, moves: Moves) -> None:
        for each in self.root.iterfind(f"{MAIN}mergeCells/{MAIN}mergeCell"):
            area = parse_area(each.get("ref", ""))
            if area is not None:
                each.set("ref", moves.areas(each.get("ref", ""), grows=area.top != area.bottom))

    def _add_merges(self, areas: Iterable[Area], numbers: range) -> None:
        merges = self.root.find(f"{MAIN}mergeCells")
        for area in areas:
            for number in numbers:
                if merges is not None:
                    first, last = cell_name(Place(number, area.left)), cell_name(Place(number, area.right))
                    etree.SubElement(merges, f"{MAIN}mergeCell", ref=f"{first}:{last}")
        if merges is not None and merges.get("count"):
            merges.set("count", str(len(merges)))


def forget_results(root: _Element) -> None:
    """Take out what the formulas of a sheet came to, so that no reader shows what was true of the empty form."""
    for each in root.iterfind(f"{MAIN}sheetData/{MAIN}row/{MAIN}c"):
        if each.find(f"{MAIN}f") is not None:
            for value in each.findall(f"{MAIN}v"):
                each.remove(value)
            each.attrib.pop("t", "")


def _renumber(line: _Element, number: int) -> None:
    line.set("r", str(number))
    for each in line.iterfind(f"{MAIN}c"):
        found = parse_cell(each.get("r", ""))
        if found is not None:
            each.set("r", cell_name(Place(number, found.column)))


def _copy(like: _Element | None, at: int, number: int) -> _Element:
    """A row like that one, which lies at `at` by now: its looks, words and formulas, but none of its numbers."""
    if like is None:
        return etree.Element(f"{MAIN}row", r=str(number))
    made = copy.deepcopy(like)
    for each in made.iterfind(f"{MAIN}c"):
        place = parse_cell(each.get("r", ""))
        formula = each.find(f"{MAIN}f")
        if formula is not None and formula.text and place is not None:
            formula.text = copied(formula.text, Place(at, place.column), Place(number, place.column))
        elif each.get("t", "n") not in ("s", "inlineStr", "str"):
            for value in each.findall(f"{MAIN}v"):
                each.remove(value)
    _renumber(made, number)
    return made


def _move_anchor(element: _Element, moves: Moves) -> None:
    """Move a control's corner; drawings count rows from 0."""
    for each in element:
        if etree.QName(each).localname == "row" and re.fullmatch("[0-9]+", each.text or ""):
            each.text = str(moves.row(int(each.text or 0) + 1) - 1)


def _columns(root: _Element, key: str) -> dict[int, str]:
    """What is said of whole columns: their style, their width."""
    found = {}
    for each in root.iterfind(f"{MAIN}cols/{MAIN}col"):
        if each.get(key):
            first, last = int(each.get("min", "1")), int(each.get("max", "1"))
            found.update(dict.fromkeys(range(first, min(last, first + 500) + 1), each.get(key, "")))
    return found
