"""Plain pages for the terminal, right with Chinese width; nothing heavy, so that they appear at once."""

import os
import sys
from collections.abc import Iterable
from collections.abc import Sequence

from rmtool.domain.text import clip
from rmtool.domain.text import fitting
from rmtool.domain.text import shown
from rmtool.domain.text import width

_NARROWEST = 20
# No line begins with what closes, and none ends with what opens.
_CLOSING = " ，。、；：！？）》」』”’…,.;:!?)"
_OPENING = "（《「『“‘("


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
    """One line broken where it may be, or where it must: inside a word that is wider than a line."""
    line = ""
    for piece in _pieces(text):
        if line and width((line + piece).rstrip()) > wide:
            yield line.rstrip()
            line = ""
        line += piece
        while width(line.rstrip()) > wide:
            end = max(fitting(line, wide), 1)
            yield line[:end]
            line = line[end:]
    yield line.rstrip()


def _pieces(text: str) -> Iterable[str]:
    """What stays together: a Latin word with the blank after it, a Chinese character with what closes behind it."""
    piece = ""
    for character in text:
        breakable = piece and (piece[-1] == " " or width(piece[-1]) == 2 or width(character) == 2)
        if breakable and width(character) and character not in _CLOSING and piece[-1] not in _OPENING:
            yield piece
            piece = ""
        piece += character
    yield piece


def hanging(text: str, wide: int, indent: int = 0) -> list[str]:
    """`text`, made safe, in lines of at most `wide` columns, those after the first further in."""
    first, *rest = wrapped(text, wide - indent - 2)
    return [" " * indent + first, *(" " * (indent + 2) + line for line in rest)]


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
