"""Plain pages for the terminal, right with Chinese width; nothing heavy, so that they appear at once."""

import os
import sys
from collections.abc import Iterable
from collections.abc import Sequence

from rmtool.domain.text import clip
from rmtool.domain.text import shown
from rmtool.domain.text import width

_NARROWEST = 20
_CLOSING = "，。、；：！？）》」』”’…,.;:!?)"


def columns() -> int:
    """How wide the terminal is; 80 in a pipe. $COLUMNS decides where it is set."""
    asked = os.environ.get("COLUMNS", "")
    if asked.isascii() and asked.isdigit() and int(asked) > 0:
        return max(int(asked), _NARROWEST)
    try:
        return max(os.get_terminal_size(sys.stdout.fileno()).columns, _NARROWEST)
    except (OSError, ValueError, AttributeError):
        return 80


def pad(text: str, wide: int) -> str:
    """`text` cut or filled with blanks to `wide` columns."""
    cut = clip(text, wide)
    return cut + " " * (wide - width(cut))


def row(cells: Sequence[tuple[str, int]], wide: int) -> str:
    """One line: each cell in its number of columns (0: what is left), two blanks between; data is made safe."""
    taken = sum(each for _text, each in cells) + 2 * (len(cells) - 1)
    made = [pad(shown(" ".join(text.split())), each or max(wide - taken, 1)) for text, each in cells]
    return clip("  ".join(made), wide).rstrip()


def wrapped(text: str, wide: int, most: int = 0) -> list[str]:
    """`text`, made safe, in lines of at most `wide` columns; at most `most` of them, then …; 0 is all."""
    lines = [line for part in shown(text, newlines=True).split("\n") for line in _folded(part, wide)]
    if most and len(lines) > most:
        return [*lines[: most - 1], clip(lines[most - 1], wide - 1).removesuffix("…").rstrip() + "…"]
    return lines


def _folded(text: str, wide: int) -> Iterable[str]:
    """Break one line at its last blank that fits, or where it must; Chinese breaks anywhere."""
    while width(text) > wide:
        end = max(len(clip(text, wide + 1).removesuffix("…")), 1)
        if width(text[:end]) > wide:
            end -= 1
        end = max(end, 1)
        blank = text.rfind(" ", 1, end + 1)
        # A break inside a Latin word goes back to the blank before it, where there is one.
        if blank > 0 and text[end : end + 1].isascii() and text[end - 1].isascii():
            end = blank
        # No line begins with what closes the one before.
        if text[end] in _CLOSING and end > 1:
            end -= 1
        yield text[:end].rstrip()
        text = text[end:].lstrip()
    yield text


def field(label: str, value: str, wide: int, *, indent: int = 0) -> list[str]:
    """A label with its value beside it, folded under itself."""
    start = " " * indent + label + "  "
    room = max(wide - width(start), 10)
    lines = wrapped(value, room)
    return [start + lines[0], *(" " * width(start) + line for line in lines[1:])]


def fields(pairs: Iterable[tuple[str, str]], wide: int, *, indent: int = 0) -> list[str]:
    """Labels with their values in two columns; those without a value are left out."""
    known = [(label, value) for label, value in pairs if value]
    widest = max((width(label) for label, _value in known), default=0)
    return [
        line
        for label, value in known
        for line in field(label + " " * (widest - width(label)), value, wide, indent=indent)
    ]
