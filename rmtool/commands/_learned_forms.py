"""The forms whose map is known: `forms/NAME.toml` in the home, one file each, to read and to change by hand."""

import hashlib
import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from rmtool.config import toml
from rmtool.domain.form_map import Block
from rmtool.domain.form_map import FormMap
from rmtool.domain.form_names import LISTS
from rmtool.domain.forms import Form
from rmtool.domain.forms import Place
from rmtool.domain.forms import cell_name
from rmtool.domain.forms import column_name
from rmtool.domain.forms import parse_cell
from rmtool.domain.text import shown
from rmtool.errors import SettingsError
from rmtool.errors import UsageError
from rmtool.i18n import _


@dataclass(frozen=True, slots=True)
class Learned:
    """The map of a form under its name; `form` tells forms apart by what is printed on them."""

    name: str
    form: str
    map: FormMap


def fingerprint(form: Form) -> str:
    """What is printed on a form, as a digest: its words and where they stand, without the numbers."""
    printed = [
        (sheet.title, *place, text)
        for sheet in form.sheets
        for place, text in sorted(sheet.cells.items())
        if not re.fullmatch(r"[-0-9.,%]*", text) and place not in sheet.formulas
    ]
    return hashlib.sha256(json.dumps(printed, ensure_ascii=False).encode("utf-8", "replace")).hexdigest()[:16]


def check_name(name: str) -> str:
    """`name` where it can be the name of a file anywhere; raises UsageError."""
    if not re.fullmatch(r"[\w-]{1,40}", name):
        raise UsageError(
            _("{name} can't name a form: use letters, digits, - and _ only.").format(name=shown(name) or "''")
        )
    return name


def names(folder: Path) -> tuple[str, ...]:
    """The names of the forms known."""
    return tuple(sorted(each.stem for each in folder.glob("*.toml")))


def find(folder: Path, form: Form) -> Learned | None:
    """The map of a form that looks the same, or None; raises SettingsError for a file that is wrong."""
    wanted = fingerprint(form)
    for name in names(folder):
        path = folder / f"{name}.toml"
        try:
            same = tomllib.loads(path.read_text("utf-8-sig")).get("form") == wanted
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise toml.unreadable(path, error) from error
        if same:
            return load(folder, name, form)
    return None


def load(folder: Path, name: str, form: Form) -> Learned:
    """The map called `name`, for `form`; raises UsageError for an unknown name, SettingsError for a file that is wrong."""
    path = folder / f"{check_name(name)}.toml"
    if not path.is_file():
        raise UsageError(
            _("No form is known as {name}: use one of {known}.").format(
                name=name, known=_(", ").join(names(folder)) or _("none yet; --learn keeps one")
            )
        )
    table = toml.read(path)
    parts = {sheet.title: sheet.part for sheet in form.sheets}
    cells: dict[str, dict[Place, str]] = {}
    for place, text in _texts(table.get("cells", {}), path, "cells").items():
        title, _mark, cell = place.rpartition("!")
        found = parse_cell(cell)
        if found is None or title not in parts:
            raise _wrong(path, _("the form has no cell {cell}").format(cell=shown(place)))
        cells.setdefault(parts[title], {})[found] = text
    blocks = table.get("block", [])
    if not isinstance(blocks, list) or not all(isinstance(each, dict) for each in blocks):
        raise _wrong(path, _("[[block]] is a table"))
    return Learned(
        name, str(table.get("form", "")), FormMap(cells, tuple(_block(each, parts, path) for each in blocks))
    )


def _block(table: Mapping[str, object], parts: Mapping[str, str], path: Path) -> Block:
    sheet, which = table.get("sheet"), table.get("list")
    first, last = table.get("first"), table.get("last")
    if not isinstance(sheet, str) or sheet not in parts:
        raise _wrong(path, _("the form has no sheet {name}").format(name=shown(str(sheet))))
    if not isinstance(which, str) or which not in LISTS:
        raise _wrong(path, _("list is one of {known}").format(known=", ".join(LISTS)))
    if not isinstance(first, int) or not isinstance(last, int) or not 1 <= first <= last:
        raise _wrong(path, _("first and last are rows, the first no later than the last"))
    columns = {}
    for letters, text in _texts(table.get("columns", {}), path, "columns").items():
        place = parse_cell(f"{letters}1") if letters.isalpha() else None
        if place is None:
            raise _wrong(path, _("{word} is no column").format(word=shown(letters)))
        columns[place.column] = text
    return Block(parts[sheet], which, first, last, columns)


def _texts(found: object, path: Path, key: str) -> dict[str, str]:
    if not isinstance(found, dict) or not all(isinstance(each, str) for each in found.values()):
        raise _wrong(path, _("[{key}] is a table of text").format(key=key))
    return found


def _wrong(path: Path, problem: str) -> SettingsError:
    return SettingsError(
        _("{path}: {problem}. Put it right, or learn the form anew.").format(path=path, problem=problem)
    )


def saved(form: Form, wanted: FormMap) -> str:
    """The file that keeps `wanted` for `form`."""
    titles = {sheet.part: sheet.title for sheet in form.sheets}
    lines = [f"form = {_quoted(fingerprint(form))}", "", "[cells]"]
    for part, cells in wanted.cells.items():
        lines += [
            f"{_quoted(f'{titles[part]}!{cell_name(place)}')} = {_quoted(text)}"
            for place, text in cells.items()
        ]
    for block in wanted.blocks:
        lines += ["", "[[block]]", f"sheet = {_quoted(titles[block.part])}", f"list = {_quoted(block.list)}"]
        lines += [f"first = {block.first}", f"last = {block.last}", "[block.columns]"]
        lines += [f"{column_name(column)} = {_quoted(text)}" for column, text in block.columns.items()]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
