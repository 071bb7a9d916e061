"""The one cell writer of Excel files: what a value becomes in a row, so that it is the same value when read."""

import re
from collections.abc import Iterable
from datetime import date
from datetime import time
from math import ceil
from typing import NamedTuple

from rmtool.domain import formulas
from rmtool.domain.tables import Value
from rmtool.domain.tables import text_of
from rmtool.errors import RefusedError
from rmtool.i18n import _

MOST_CHARACTERS = 32_767
# What XML can't carry, and what a reader would take for such an escape.
_ESCAPED = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
# What a spreadsheet would take for an error, or for its own mark of a text, when the cell is edited.
_MARKS = ("#", "'")
_FIRST_DAY = date(1899, 12, 30).toordinal()
# Excel believes in a 29 February 1900; before it its days are shifted.
_FIRST_SAFE = date(1900, 3, 1)


class Style(NamedTuple):
    """The numbers of a look in the workbook, and of the same with the prefix that keeps text text."""

    plain: str
    quoted: str


def acts(text: str) -> bool:
    """Whether a spreadsheet would take `text` for a formula or the like when its cell is edited."""
    return formulas.acts(text) or text.lstrip().startswith(_MARKS)


def escaped(text: str) -> str:
    r"""`text` as a file in XML can carry it: `\x1b` becomes `_x001B_`, which a reader turns back."""
    if text.isprintable() and "_x" not in text:
        return text
    return _ESCAPED.sub(lambda found: f"_x{ord(found[0]):04X}_", text)


def cell(place: str, value: Value, style: Style) -> str:
    """The one cell writer: the cell at `place` that holds `value` and nothing else, in the type it has."""
    if isinstance(value, str):
        text = value
    else:
        number = _number(value)
        if number is not None:
            return f'<c r="{place}" s="{style.plain}"><v>{number}</v></c>'
        text = text_of(value)
    if not text:
        return f'<c r="{place}" s="{style.plain}"/>'
    if len(text) > MOST_CHARACTERS // 2:
        _check_length(text)
    look = style.quoted if acts(text) else style.plain
    space = ' xml:space="preserve"' if text[0].isspace() or text[-1].isspace() else ""
    text = escaped(text)
    if "&" in text or "<" in text or ">" in text:
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f'<c r="{place}" s="{look}" t="inlineStr"><is><t{space}>{text}</t></is></c>'


def row(at: int, cells: Iterable[str], height: float = 0) -> str:
    """Row number `at` of these cells; without a height it is as high as any."""
    high = f' ht="{height:g}" customHeight="1"' if height else ""
    return f'<row r="{at}"{high}>{"".join(cells)}</row>'


def lines(text: str, columns: float) -> int:
    """About how many lines `text` takes in a cell that wide; exact widths would take longer than all else."""
    if "\n" not in text and len(text) * 2 <= columns:
        return 1
    # One byte is one column wide, the three bytes of a Chinese character are two.
    parts = text.split("\n")
    return sum(
        max(1, ceil((len(part) + len(part.encode("utf-8", "replace"))) / 2 / columns)) for part in parts
    )


def _number(value: Value) -> str | None:
    """The number that a number, date or time is in Excel; None for what stays text."""
    if isinstance(value, date):
        return str(value.toordinal() - _FIRST_DAY) if value >= _FIRST_SAFE else None
    if isinstance(value, time):
        return repr((value.hour * 60 + value.minute) / 1440)
    # Excel keeps 15 digits; a number of more, or none at all, stays whole as text.
    if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e15:
        return repr(value)
    return None


def _check_length(text: str) -> None:
    if len(text.encode("utf-16-le", "surrogatepass")) // 2 > MOST_CHARACTERS:
        raise RefusedError(
            _(
                "A text of {length} characters does not fit into a cell of Excel: write .csv or .json instead."
            ).format(length=len(text))
        )
