"""Where rows and areas of a form lie once rows were put between them; what formulas say of them then."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from openpyxl.formula import Tokenizer
from openpyxl.formula.tokenizer import Token
from openpyxl.formula.translate import Translator

from rmtool.domain.forms import Area
from rmtool.domain.forms import Growth
from rmtool.domain.forms import Place
from rmtool.domain.forms import cell_name
from rmtool.domain.forms import moved
from rmtool.domain.forms import parse_area
from rmtool.domain.forms import parse_cell

MOST_ROWS = 1_048_576
_CELLS = re.compile(r"(\$?)([A-Za-z]{1,3})(\$?)([0-9]{1,7})(?::(\$?)([A-Za-z]{1,3})(\$?)([0-9]{1,7}))?")
_ROWS = re.compile(r"(\$?)([0-9]{1,7}):(\$?)([0-9]{1,7})")


@dataclass(frozen=True, slots=True)
class Moves:
    """How the rows of the sheet called `title` move."""

    title: str
    growths: tuple[Growth, ...]

    def row(self, row: int) -> int:
        """Where `row` lies now."""
        return moved(row, self.growths)

    def ends(self, first: int, last: int, *, grows: bool = True) -> tuple[int, int]:
        """The first and last row of what went from `first` to `last`.

        What ends with a block that grows, grows with it, so that a sum counts the new rows too.
        """
        more = [each for each in self.growths if each.after == last and first <= each.like]
        return self.row(first), self.row(last) + (sum(each.count for each in more) if grows else 0)

    def area(self, area: Area, *, grows: bool = True) -> Area:
        """Where `area` lies now."""
        top, bottom = self.ends(area.top, area.bottom, grows=grows)
        return Area(top, area.left, bottom, area.right)

    def areas(self, text: str, *, grows: bool = True) -> str:
        """The same for areas as a file lists them, with blanks between."""
        return " ".join(self._named(each, grows=grows) for each in text.split())

    def _named(self, text: str, *, grows: bool) -> str:
        area = parse_area(text)
        if area is None:
            return text
        moved = self.area(area, grows=grows)
        first, last = cell_name(Place(moved.top, moved.left)), cell_name(Place(moved.bottom, moved.right))
        return first if first == last and ":" not in text else f"{first}:{last}"

    def cell(self, text: str) -> str:
        """The same for one cell."""
        place = parse_cell(text)
        return cell_name(Place(self.row(place.row), place.column)) if place else text

    def formula(self, text: str, *, here: bool) -> str:
        """What the formula `text` (without its `=`) says now; `here` is whether it stands on this sheet."""
        tokens = Tokenizer("=" + text).items
        return "".join(self._token(each, here=here) for each in tokens)

    def _token(self, token: Token, *, here: bool) -> str:
        value = str(token.value)
        if token.type != Token.OPERAND or token.subtype != Token.RANGE:
            return value
        sheet, mark, place = value.rpartition("!")
        if mark:
            name = sheet[1:-1].replace("''", "'") if sheet.startswith("'") else sheet
            if name.casefold() != self.title.casefold():
                return value
        elif not here:
            return value
        return sheet + mark + self._reference(place)

    def _reference(self, text: str) -> str:
        found = _CELLS.fullmatch(text)
        if found and found[6] is None:
            return f"{found[1]}{found[2]}{found[3]}{self.row(int(found[4]))}"
        if found:
            first, last = int(found[4]), int(found[8])
            # A line across one row speaks of that row; a column of cells speaks of the block.
            grows = first != last or found[2].upper() == found[6].upper()
            first, last = self.ends(first, last, grows=grows)
            return f"{found[1]}{found[2]}{found[3]}{first}:{found[5]}{found[6]}{found[7]}{last}"
        whole = _ROWS.fullmatch(text)
        if whole:
            first, last = self.ends(int(whole[2]), int(whole[4]))
            return f"{whole[1]}{first}:{whole[3]}{last}"
        return text


def copied(formula: str, source: Place, target: Place) -> str:
    """What `formula` (without its `=`) becomes when its cell is copied from `source` to `target`."""
    made = Translator("=" + formula, origin=cell_name(source)).translate_formula(cell_name(target))
    return str(made)[1:]


def new_rows(moves: Moves) -> Sequence[tuple[Growth, range]]:
    """The rows that each growth makes, as they are numbered now."""
    found = []
    before = 0
    for each in sorted(moves.growths, key=lambda growth: growth.after):
        first = each.after + before + 1
        found.append((each, range(first, first + each.count)))
        before += each.count
    return found
