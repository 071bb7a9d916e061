"""Which name goes into which cell of a form, as a value; and what comes of it with values put in."""

import re
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
from difflib import get_close_matches

from rmtool.domain.form_names import INDEX
from rmtool.domain.form_names import LISTS
from rmtool.domain.forms import Form
from rmtool.domain.forms import FormSheet
from rmtool.domain.forms import Growth
from rmtool.domain.forms import Place
from rmtool.domain.forms import SheetFill
from rmtool.domain.forms import cell_name
from rmtool.domain.forms import moved
from rmtool.domain.tables import Value
from rmtool.domain.tables import text_of
from rmtool.domain.text import shown
from rmtool.errors import UsageError
from rmtool.i18n import _

_NAMED = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")
Names = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Values:
    """What a form is filled with: facts by name, and the rows of each list."""

    facts: Names
    lists: Mapping[str, Sequence[Names]]


@dataclass(frozen=True, slots=True)
class Block:
    """Rows `first` to `last` of a sheet that take the rows of `list`; `columns` say what goes where, `heads` what stands above them."""

    part: str
    list: str
    first: int
    last: int
    columns: Mapping[int, str]
    heads: Mapping[int, str] = field(default_factory=dict)

    @property
    def room(self) -> int:
        """How many rows it has."""
        return self.last - self.first + 1


@dataclass(frozen=True, slots=True)
class FormMap:
    """`cells` by sheet and place, and `blocks`; each says what goes there as text with names in double braces.

    `unplaced` are the headings that nothing is known for.
    """

    cells: Mapping[str, Mapping[Place, str]]
    blocks: tuple[Block, ...]
    unplaced: tuple[tuple[str, Place, str], ...] = ()


def placeholder(name: str) -> str:
    """`name` as a form has it."""
    return "{{ " + name + " }}"


def names_in(text: str) -> tuple[str, ...]:
    """The names a text asks for."""
    return tuple(_NAMED.findall(text))


def has_placeholders(form: Form) -> bool:
    """Whether whoever designed the form says what goes where."""
    return any(_NAMED.search(text) for sheet in form.sheets for text in sheet.cells.values())


def from_placeholders(form: Form, values: Values) -> FormMap:
    """What the placeholders of `form` ask for; raises UsageError for a name that there is not, or a row of two lists."""
    cells: dict[str, dict[Place, str]] = {}
    blocks: list[Block] = []
    for sheet in form.sheets:
        repeated: dict[int, tuple[str, Place]] = {}
        asked = {place: text for place, text in sheet.cells.items() if _NAMED.search(text)}
        for place, text in sorted(asked.items()):
            _check(sheet, place, text, values)
            for name in names_in(text):
                which = name.partition(".")[0]
                if which not in LISTS:
                    continue
                before = repeated.setdefault(place.row, (which, place))
                if before[0] != which:
                    raise UsageError(
                        _("{sheet}!{cell}: one row repeats for {one} and for {other}: give each a row of its own.").format(
                            sheet=shown(sheet.title), cell=cell_name(place), one=before[0], other=which
                        )
                    )  # fmt: skip
        cells[sheet.part] = {place: text for place, text in asked.items() if place.row not in repeated}
        for row, (which, _place) in sorted(repeated.items()):
            columns = {place.column: text for place, text in asked.items() if place.row == row}
            blocks.append(Block(sheet.part, which, row, row, columns))
    return FormMap(cells, tuple(blocks))


def _check(sheet: FormSheet, place: Place, text: str, values: Values) -> None:
    known = [*values.facts, *_list_names(values)]
    for name in names_in(text):
        which, _dot, rest = name.partition(".")
        if name in known or (which in LISTS and (rest in LISTS[which] or rest == INDEX)):
            continue
        near = get_close_matches(name, known, n=1, cutoff=0.5)
        raise UsageError(
            _("{sheet}!{cell}: there is no {name}; the nearest is {near}. `rmtool fill-form --fields` lists them.").format(
                sheet=shown(sheet.title), cell=cell_name(place), name=shown(name) or "''", near=near[0] if near else "owner"
            )
        )  # fmt: skip


def _list_names(values: Values) -> Iterator[str]:
    for name, fields in LISTS.items():
        yield from (f"{name}.{each}" for each in (*fields, INDEX))
        if values.lists.get(name):
            yield from (f"{name}.{each}" for each in values.lists[name][0])


def evaluated(text: str, names: Names) -> Value:
    """What goes into a cell that asks for `text`: the value itself where it asks for one name and nothing else."""
    whole = _NAMED.fullmatch(text.strip())
    if whole:
        return names.get(whole[1])
    return _NAMED.sub(lambda found: text_of(names.get(found[1])), text)


def fills(wanted: FormMap, values: Values) -> tuple[SheetFill, ...]:
    """The cells and rows that `wanted` comes to with `values`, sheet by sheet."""
    parts = dict.fromkeys([*wanted.cells, *(each.part for each in wanted.blocks)])
    made = (_sheet(part, wanted, values) for part in parts)
    return tuple(each for each in made if each.cells or each.growths)


def growths(blocks: Iterable[Block], values: Values) -> tuple[Growth, ...]:
    """The rows that the blocks of a sheet need beyond those they have; blocks side by side share them."""
    needed: dict[int, int] = {}
    for each in blocks:
        more = len(values.lists.get(each.list, ())) - each.room
        if more > 0:
            needed[each.last] = max(needed.get(each.last, 0), more)
    return tuple(Growth(last, count, last) for last, count in sorted(needed.items()))


def _sheet(part: str, wanted: FormMap, values: Values) -> SheetFill:
    blocks = [each for each in wanted.blocks if each.part == part]
    grown = growths(blocks, values)
    cells = {
        Place(moved(place.row, grown), place.column): evaluated(text, values.facts)
        for place, text in wanted.cells.get(part, {}).items()
    }
    for block in blocks:
        cells |= _rows(block, grown, values)
    return SheetFill(part, cells, grown)


def _rows(block: Block, grown: Sequence[Growth], values: Values) -> dict[Place, Value]:
    cells: dict[Place, Value] = {}
    top = moved(block.first, grown)
    rows = values.lists.get(block.list, ())
    for number, row in enumerate(rows):
        own = {f"{block.list}.{key}": value for key, value in row.items()}
        names = {**values.facts, **own, f"{block.list}.{INDEX}": number + 1}
        for column, text in block.columns.items():
            cells[Place(top + number, column)] = evaluated(text, names)
    if not rows:
        # Nothing to show: the placeholders go, the row stays.
        cells |= {Place(top, column): "" for column in block.columns}
    return cells


def where(wanted: FormMap, values: Values, part: str, place: Place) -> Place:
    """The cell of the form as it came that says how the one at `place` of the filled form looks."""
    blocks = [each for each in wanted.blocks if each.part == part]
    row = place.row
    for each in growths(blocks, values):
        if row > each.after:
            row = each.like if row <= each.after + each.count else row - each.count
    return Place(row, place.column)
