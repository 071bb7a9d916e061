"""A filled form (上级表格): somebody else's workbook with values put in, and every other part of it byte for byte."""

import copy
import zipfile
from collections.abc import Sequence
from typing import BinaryIO

from lxml import etree
from lxml.etree import _Element

from rmtool.domain.forms import Form
from rmtool.domain.forms import SheetFill
from rmtool.writers import form_links
from rmtool.writers.form_rows import Moves
from rmtool.writers.form_sheet import SheetPart
from rmtool.writers.form_sheet import forget_results
from rmtool.writers.form_styles import Styles

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def fill(form: Form, out: BinaryIO, fills: Sequence[SheetFill]) -> None:
    """Write `form` to `out` with `fills` put in.

    Only the parts of the sheets named change, and where rows were added those that say where rows lie; formulas
    are computed anew when the file is opened. Raises RefusedError for a cell that computes, and for what can't be moved.
    """
    with zipfile.ZipFile(form.path) as source:
        changed = _Filling(form, source).done(fills)
        with zipfile.ZipFile(out, "w") as target:
            target.comment = source.comment
            for each in source.infolist():
                data = changed.get(each.filename)
                target.writestr(_like(each), source.read(each) if data is None else data)


def _like(part: zipfile.ZipInfo) -> zipfile.ZipInfo:
    """The entry of a part in the new file, packed as it was in the old one."""
    made = zipfile.ZipInfo(part.filename, part.date_time)
    for key in ("compress_type", "comment", "extra", "create_system", "external_attr", "internal_attr"):
        setattr(made, key, copy.copy(getattr(part, key)))
    return made


class _Filling:
    """The parts that change, by name."""

    def __init__(self, form: Form, source: zipfile.ZipFile) -> None:
        self._form, self._source = form, source
        self._links = form_links.Links(source)
        self._workbook = self._links.workbook
        book = self._links.xml(self._workbook)
        style = self._links.styles
        properties = book.find(f"{MAIN}workbookPr")
        from_1904 = properties is not None and properties.get("date1904") in ("1", "true")
        self._styles = Styles(self._links.xml(style) if style else None, from_1904=from_1904)
        self._style_part = style
        self._book = book

    def done(self, fills: Sequence[SheetFill]) -> dict[str, bytes]:
        """Every part that came out otherwise than it was."""
        changed: dict[str, bytes] = {}
        titles = {each.part: each.title for each in self._form.sheets}
        roots: dict[str, _Element] = {}
        for each in fills:
            root = self._links.xml(each.part)
            sheet = SheetPart(root, self._styles)
            if each.growths:
                moves = Moves(titles[each.part], each.growths)
                sheet.grow(moves)
                form_links.move(self._links, each.part, moves)
            sheet.put(each.cells)
            forget_results(root)
            roots[each.part] = root
        self._forget_elsewhere({titles[each.part] for each in fills})
        for name, root in {**self._links.changed, **roots}.items():
            changed[name] = written(root)
        changed |= self._links.texts
        if any(each.formulas for each in self._form.sheets):
            self._compute_on_opening()
            changed[self._workbook] = written(self._links.xml(self._workbook))
        if self._styles.changed and self._styles.root is not None and self._style_part:
            changed[self._style_part] = written(self._styles.root)
        return changed

    def _forget_elsewhere(self, titles: set[str]) -> None:
        """Take old results out of the sheets that compute with those called `titles`, and with one another."""
        others = [each for each in self._form.sheets if each.formulas and each.title not in titles]
        for each in others:
            root = self._links.xml(each.part)
            texts = {
                found.text or "" for found in root.iterfind(f"{MAIN}sheetData/{MAIN}row/{MAIN}c/{MAIN}f")
            }
            if any(word in text for word in self._words(titles) for text in texts):
                forget_results(self._links.change(each.part))
                self._forget_elsewhere(titles | {each.title})
                return

    def _words(self, titles: set[str]) -> set[str]:
        """How formulas name those sheets: by their titles, or by names for cells on them."""
        found = {f"{each}!" for each in titles} | {"'" + each.replace("'", "''") + "'!" for each in titles}
        names = {
            each.get("name", "")
            for each in self._book.iter(f"{MAIN}definedName")
            if any(word in (each.text or "") for word in found)
        }
        return found | {each for each in names if each and not each.startswith("_xlnm")}

    def _compute_on_opening(self) -> None:
        found = self._book.find(f"{MAIN}calcPr")
        if found is None:
            found = etree.Element(f"{MAIN}calcPr")
            before = [each for each in self._book if etree.QName(each).localname in _BEFORE_CALC]
            self._book.insert(self._book.index(before[-1]) + 1 if before else 0, found)
        found.set("fullCalcOnLoad", "1")


# What stands before calcPr in a workbook (ECMA-376 part 1, 18.2.27).
_BEFORE_CALC = (
    "fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews", "sheets", "functionGroups",
    "externalReferences", "definedNames",
)  # fmt: skip


def written(root: _Element) -> bytes:
    """A part as a file has it."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
