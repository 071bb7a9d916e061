"""The other parts of a form that say where its rows lie: names, charts, drawings, notes, tables, other sheets."""

import posixpath
import re
import zipfile

from lxml import etree
from lxml.etree import _Element

from rmtool.errors import RefusedError
from rmtool.i18n import _
from rmtool.writers.form_rows import Moves

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_FORMULAS = ("f", "formula", "formula1", "formula2")


class Links:
    """The parts of a form, each parsed once and kept where it is changed."""

    def __init__(self, source: zipfile.ZipFile) -> None:
        self._source = source
        self._names = set(source.namelist())
        self._parsed: dict[str, _Element] = {}
        self.changed: dict[str, _Element] = {}
        self.texts: dict[str, bytes] = {}
        self.workbook = self._one("", "officeDocument")
        self.styles = self._one(self.workbook, "styles")
        self.calculations = self._one(self.workbook, "calcChain")

    def xml(self, part: str) -> _Element:
        """The root of a part."""
        if part not in self._parsed:
            parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
            self._parsed[part] = etree.fromstring(self._source.read(part), parser)
        return self._parsed[part]

    def change(self, part: str) -> _Element:
        """The root of a part, which will be written anew."""
        self.changed[part] = self.xml(part)
        return self.changed[part]

    def text(self, part: str) -> bytes:
        """A part that need not be XML."""
        return self.texts.get(part) or self._source.read(part)

    def others(self, kind: str) -> list[str]:
        """Every part whose name begins so."""
        return sorted(each for each in self._names if each.startswith(kind) and each.endswith(".xml"))

    def related(self, part: str) -> list[tuple[str, str, str]]:
        """What a part refers to: the id, the last word of its kind, and the name of the other part."""
        folder, name = posixpath.split(part)
        rels = posixpath.join(folder, "_rels", f"{name}.rels")
        if rels not in self._names:
            return []
        found = []
        for each in self.xml(rels).iter(_RELATIONSHIP):
            target = each.get("Target", "")
            whole = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
            kind = each.get("Type", "").rpartition("/")[2]
            found.append((each.get("Id", ""), kind, posixpath.normpath(whole)))
        return [each for each in found if each[2] in self._names]

    def _one(self, part: str, kind: str) -> str:
        return next((name for _id, found, name in self.related(part) if found == kind), "")


def move(links: Links, part: str, moves: Moves) -> None:
    """Bring every other part in step with the rows of the sheet in `part`; raises RefusedError."""
    _names(links, moves)
    _calculations(links, part, moves)
    sheets = {
        name for _id, kind, name in links.related(links.workbook) if kind in ("worksheet", "chartsheet")
    }
    for sheet in sorted(sheets - {part}):
        _formulas(links, sheet, moves)
    for chart in links.others("xl/charts/"):
        _formulas(links, chart, moves)
    for cache in links.others("xl/pivotCache/pivotCacheDefinition"):
        _pivot(links, cache, moves)
    for _id, kind, name in links.related(part):
        if kind == "drawing":
            _anchors(links, name, moves)
        elif kind in ("comments", "threadedComment"):
            for each in links.change(name).iter(etree.Element):
                if "ref" in each.attrib:
                    each.set("ref", moves.cell(each.get("ref", "")))
        elif kind == "vmlDrawing":
            _old_drawing(links, name, moves)
        elif kind == "table":
            for each in links.change(name).iter(f"{MAIN}table", f"{MAIN}autoFilter", f"{MAIN}sortState"):
                each.set("ref", moves.areas(each.get("ref", "")))
        elif kind in ("pivotTable", "queryTable"):
            raise RefusedError(
                _(
                    "The sheet {name} has a pivot table, below which no rows can be added: give the form more rows."
                ).format(name=moves.title)
            )


def _names(links: Links, moves: Moves) -> None:
    book = links.xml(links.workbook)
    for each in book.iter(f"{MAIN}definedName"):
        after = moves.formula(each.text or "", here=False)
        if after != each.text:
            links.change(links.workbook)
            each.text = after


def _formulas(links: Links, part: str, moves: Moves) -> None:
    """Formulas elsewhere that name the sheet; a part that has none stays as it is."""
    for each in links.xml(part).iter(etree.Element):
        if etree.QName(each).localname in _FORMULAS and each.text and "!" in each.text:
            after = moves.formula(each.text, here=False)
            if after != each.text:
                links.change(part)
                each.text = after


def _calculations(links: Links, part: str, moves: Moves) -> None:
    """The order of computing names its cells; a wrong one makes Excel offer to repair the file."""
    if not links.calculations:
        return
    ids = {rel: name for rel, _kind, name in links.related(links.workbook)}
    sheet = ""
    for each in links.xml(links.workbook).iter(f"{MAIN}sheet"):
        if ids.get(each.get(_ID, "")) == part:
            sheet = each.get("sheetId", "")
    at = ""
    for each in links.change(links.calculations).iter(f"{MAIN}c"):
        at = each.get("i", at)
        if at == sheet:
            each.set("r", moves.cell(each.get("r", "")))


def _pivot(links: Links, part: str, moves: Moves) -> None:
    for each in links.xml(part).iter(f"{MAIN}worksheetSource"):
        if each.get("sheet", "").casefold() == moves.title.casefold() and each.get("ref"):
            links.change(part)
            each.set("ref", moves.areas(each.get("ref", "")))


def _anchors(links: Links, part: str, moves: Moves) -> None:
    """Pictures, shapes and charts move with the rows they stand on; drawings count rows from 0."""
    for each in links.change(part):
        name = etree.QName(each).localname
        if name not in ("twoCellAnchor", "oneCellAnchor") or each.get("editAs") == "absolute":
            continue
        corners = [
            row
            for corner in each
            if etree.QName(corner).localname in ("from", "to")
            for row in corner
            if etree.QName(row).localname == "row"
        ]
        rows = [int(row.text or 0) for row in corners]
        moved = [moves.row(row + 1) - 1 for row in rows]
        if each.get("editAs") == "oneCell" and len(rows) == 2:
            moved[1] = rows[1] + moved[0] - rows[0]
        for row, number in zip(corners, moved, strict=True):
            row.text = str(number)


def _old_drawing(links: Links, part: str, moves: Moves) -> None:
    """The boxes of notes, in the drawing language of old, which need not be well-formed XML."""

    def row(text: bytes) -> bytes:
        return str(moves.row(int(text) + 1) - 1).encode()

    def anchor(found: re.Match[bytes]) -> bytes:
        numbers = found[2].split(b",")
        if len(numbers) != 8:
            return found[0]
        for place in (2, 6):
            numbers[place] = b" " + row(numbers[place].strip())
        return found[1] + b",".join(numbers) + found[3]

    text = links.text(part)
    text = re.sub(
        rb"(<x:Row>)\s*([0-9]{1,7})\s*(</x:Row>)", lambda found: found[1] + row(found[2]) + found[3], text
    )
    links.texts[part] = re.sub(rb"(<x:Anchor>)([\s0-9,]*)(</x:Anchor>)", anchor, text)
