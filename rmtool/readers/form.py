"""A form (上级表格): what stands in somebody else's workbook, read from its parts without changing any.

The names of parts and elements are those of ECMA-376 (Office Open XML), part 1.
"""

import posixpath
import re
import zipfile
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace
from pathlib import Path

from lxml import etree
from lxml.etree import _Element

from rmtool.domain.forms import Area
from rmtool.domain.forms import Form
from rmtool.domain.forms import FormSheet
from rmtool.domain.forms import Place
from rmtool.domain.forms import Validation
from rmtool.domain.forms import parse_area
from rmtool.domain.forms import parse_cell
from rmtool.domain.text import shown
from rmtool.errors import BadFileError
from rmtool.i18n import _
from rmtool.readers import zip_gate

MOST_BYTES = 300_000_000
MOST_PART = 60_000_000
MOST_SHEETS = 200
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_RELS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_X14 = "{http://schemas.microsoft.com/office/spreadsheetml/2009/9/main}"
_XM = "{http://schemas.microsoft.com/office/excel/2006/main}"
_STRICT = "http://purl.oclc.org/ooxml/"
_MOST_CHOICES = 2000


def read(path: Path) -> Form:
    """The form at `path`, an .xlsx or .xlsm; raises BadFileError for anything else, and for what is broken."""
    _check(path)
    try:
        with zipfile.ZipFile(path) as file:
            return Form(path, _Book(file).sheets())
    except BadFileError:
        raise
    except (etree.XMLSyntaxError, KeyError, ValueError, IndexError, OSError) as error:
        raise zip_gate.broken("") from error


def _check(path: Path) -> None:
    if not path.is_file():
        raise BadFileError(_("There is no file {path}: check the name.").format(path=shown(str(path))))
    try:
        with path.open("rb") as file:
            head = file.read(8)
    except OSError as error:
        raise BadFileError(
            _("Cannot read {path}: {reason}.").format(path=shown(str(path)), reason=error.strerror)
        ) from error
    if head.startswith(zip_gate.OLE):
        zip_gate.check_ole(path)
        raise BadFileError(
            _("{path} is in the old .xls format: save it as .xlsx first.").format(path=shown(path.name))
        )
    if not head.startswith(zip_gate.ZIP):
        raise BadFileError(
            _("{path} is no Excel workbook: a form is an .xlsx or .xlsm file.").format(path=shown(path.name))
        )
    zip_gate.check(path, most_bytes=MOST_BYTES)


def parse(data: bytes) -> _Element:
    """The root of a part; raises BadFileError where it brings entities of its own, XMLSyntaxError where it is no XML."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    root = etree.fromstring(data, parser)
    about = root.getroottree().docinfo
    if str(getattr(about, "doctype", "")):
        raise zip_gate.broken(_("a part with a document type"))
    return root


@dataclass(frozen=True, slots=True)
class _Area:
    """An area of a sheet, as formulas name it."""

    sheet: str
    area: Area


class _Book:
    """The parts of a workbook that tell what stands where."""

    def __init__(self, file: zipfile.ZipFile) -> None:
        self._file = file
        self._names = set(file.namelist())
        root = self._rels("_rels/.rels", "")
        self._part = next((each for kind, each in root.values() if kind.endswith("/officeDocument")), "")
        if self._part not in self._names:
            raise zip_gate.broken(_("no workbook in it"))
        self._workbook = self._xml(self._part)
        if self._workbook.tag != f"{MAIN}workbook":
            raise self._foreign(self._workbook)
        folder, name = posixpath.split(self._part)
        self._targets = self._rels(f"{folder}/_rels/{name}.rels".lstrip("/"), folder)

    def _xml(self, part: str) -> _Element:
        if self._file.getinfo(part).file_size > MOST_PART:
            raise zip_gate.too_large()
        return parse(self._file.read(part))

    @staticmethod
    def _foreign(root: _Element) -> BadFileError:
        if str(root.tag).startswith("{" + _STRICT):
            return BadFileError(
                _("The workbook is in the strict format of Excel: save it as an ordinary .xlsx first.")
            )
        return zip_gate.broken(_("no workbook in it"))

    def _rels(self, part: str, folder: str) -> dict[str, tuple[str, str]]:
        """What a part refers to: by id, the kind of the other part and its name."""
        found = {}
        for each in self._xml(part).iter(f"{_RELS}Relationship"):
            target = each.get("Target", "")
            name = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
            found[each.get("Id", "")] = (each.get("Type", ""), posixpath.normpath(name))
        return found

    def sheets(self) -> tuple[FormSheet, ...]:
        strings = self._strings()
        listed = list(self._workbook.iter(f"{MAIN}sheet"))
        if len(listed) > MOST_SHEETS:
            raise zip_gate.too_large()
        found, wanted = [], []
        for each in listed:
            kind, part = self._targets.get(each.get(f"{_REL}id", ""), ("", ""))
            if kind.endswith("/worksheet") and part in self._names:
                root = self._xml(part)
                hidden = each.get("state", "visible") != "visible"
                found.append(_sheet(each.get("name", ""), part, root, strings, hidden=hidden))
                wanted.append(tuple(_validations(root)))
        lists = _Lists({each.title: each.cells for each in found}, self._defined())
        return tuple(
            replace(sheet, validations=tuple(lists.resolved(each, sheet.title) for each in some))
            for sheet, some in zip(found, wanted, strict=True)
        )

    def _strings(self) -> list[str]:
        part = next((each for kind, each in self._targets.values() if kind.endswith("/sharedStrings")), "")
        if part not in self._names:
            return []
        return [_text(each) for each in self._xml(part).iter(f"{MAIN}si")]

    def _defined(self) -> dict[str, str]:
        return {each.get("name", ""): each.text or "" for each in self._workbook.iter(f"{MAIN}definedName")}


def _text(element: _Element) -> str:
    """The text of a shared or inline string: its runs joined, without what tells how it is pronounced."""
    parts = []
    for each in element:
        if each.tag == f"{MAIN}t":
            parts.append(each.text or "")
        elif each.tag == f"{MAIN}r":
            parts += [run.text or "" for run in each.iter(f"{MAIN}t")]
    return re.sub("_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), "".join(parts))


def _sheet(title: str, part: str, root: _Element, strings: list[str], *, hidden: bool) -> FormSheet:
    cells: dict[Place, str] = {}
    formulas, styled = set(), set()
    row = column = 0
    for line in root.iterfind(f"{MAIN}sheetData/{MAIN}row"):
        row, column = int(line.get("r", row + 1)), 0
        for each in line.iterfind(f"{MAIN}c"):
            name = each.get("r")
            place = parse_cell(name) if name else Place(row, column + 1)
            if place is None:
                raise ValueError(name)
            column = place.column
            styled.add(place)
            if each.find(f"{MAIN}f") is not None:
                formulas.add(place)
            text = _value(each, strings)
            if text:
                cells[place] = text
    merges = [parse_area(each.get("ref", "")) for each in root.iterfind(f"{MAIN}mergeCells/{MAIN}mergeCell")]
    return FormSheet(
        title, part, cells, frozenset(formulas), frozenset(styled), tuple(each for each in merges if each), (), hidden
    )  # fmt: skip


def _value(cell: _Element, strings: list[str]) -> str:
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        inline = cell.find(f"{MAIN}is")
        return _text(inline) if inline is not None else ""
    value = cell.findtext(f"{MAIN}v") or ""
    if kind == "s":
        return strings[int(value)] if value else ""
    if kind == "n" and re.fullmatch(r"-?[0-9]+\.0+", value):
        return value.partition(".")[0]
    return value


def _validations(root: _Element) -> Iterator[Validation]:
    for each in root.iterfind(f"{MAIN}dataValidations/{MAIN}dataValidation"):
        bounds = (each.findtext(f"{MAIN}formula1") or "", each.findtext(f"{MAIN}formula2") or "")
        yield _validation(each, each.get("sqref", ""), bounds)
    for each in root.iter(f"{_X14}dataValidation"):
        bounds = (
            each.findtext(f"{_X14}formula1/{_XM}f") or "",
            each.findtext(f"{_X14}formula2/{_XM}f") or "",
        )
        yield _validation(each, each.findtext(f"{_XM}sqref") or "", bounds)


def _validation(element: _Element, places: str, bounds: tuple[str, str]) -> Validation:
    areas = tuple(filter(None, map(parse_area, places.split())))
    return Validation(areas, element.get("type", "none"), element.get("operator", "between"), *bounds)


class _Lists:
    """What the lists of data validations offer: told in the formula, or in cells that it names."""

    def __init__(self, cells: Mapping[str, Mapping[Place, str]], defined: Mapping[str, str]) -> None:
        self._cells, self._defined = cells, defined

    def resolved(self, validation: Validation, sheet: str) -> Validation:
        if validation.kind != "list":
            return validation
        return replace(validation, choices=self._choices(validation.first.strip().lstrip("="), sheet))

    def _choices(self, formula: str, sheet: str) -> tuple[str, ...]:
        if len(formula) > 1 and formula.startswith('"') and formula.endswith('"'):
            words = formula[1:-1].replace('""', '"').split(",")
            return tuple(each.strip() for each in words if each.strip())
        named = _place(self._defined.get(formula, formula), sheet)
        if named is None or named.sheet not in self._cells:
            return ()
        top, left, bottom, right = named.area
        inside = [
            (place, text)
            for place, text in self._cells[named.sheet].items()
            if top <= place.row <= bottom and left <= place.column <= right
        ]
        return tuple(text for _place, text in sorted(inside)[:_MOST_CHOICES])


def _place(formula: str, sheet: str) -> _Area | None:
    """The cells a formula names, or None where it computes."""
    found = re.fullmatch(
        r"(?:('(?:[^']|'')+'|[^'!]+)!)?(\$?[A-Za-z]+\$?[0-9]+(?::\$?[A-Za-z]+\$?[0-9]+)?)", formula
    )
    area = parse_area(found[2]) if found else None
    if found is None or area is None:
        return None
    title = found[1] or sheet
    return _Area(title[1:-1].replace("''", "'") if title.startswith("'") else title, area)
