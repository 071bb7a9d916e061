"""Tables on the terminal: right with Chinese width, at 80 columns, in a pipe; data is never markup."""

import os
import re
import shutil
import sys
from collections.abc import Iterable
from collections.abc import Sequence

from rich.box import SIMPLE_HEAD
from rich.cells import cell_len
from rich.console import Console
from rich.progress import Progress
from rich.table import Table
from rich.text import Text

from rmtool.domain.text import clip
from rmtool.domain.text import shown
from rmtool.writers import pages

_GAP = 2
_NARROWEST = 4
# Under this a folded text is a ladder of single words.
_WRAP_ROOM = 20
# As dates.show_day writes it; empty where there is none.
_DATE = re.compile(r"(\d{4}-\d\d-\d\d( \S{1,3})?)?")


def table(headings: Sequence[str], rows: Iterable[Sequence[str]], *, wrap: str = "") -> str:
    """The rows under their headings as text for this terminal; the column named `wrap` is folded.

    A heading that begins with ">" is aligned to the right. Columns too wide for the terminal are cut
    with …; those aligned to the right hold numbers and stay whole, as do dates.
    """
    names = [heading.lstrip(">") for heading in headings]
    right = [heading.startswith(">") for heading in headings]
    cells = [
        [shown(cell, newlines=name == wrap) for name, cell in zip(names, row, strict=True)] for row in rows
    ]
    made = Table(
        box=SIMPLE_HEAD,
        pad_edge=False,
        show_edge=False,
        expand=False,
        padding=(0, 1, 0, 0),
        header_style="" if _plain() else None,
    )
    widths = _widths(names, right, cells, wrap)
    for name, to_right, width in zip(names, right, widths, strict=True):
        made.add_column(
            Text(clip(name, width)),
            justify="right" if to_right else "left",
            no_wrap=True,
            width=width,
        )
    for row in cells:
        made.add_row(
            *(
                # Rich folds Chinese anywhere, even before a full stop.
                Text("\n".join(pages.wrapped(cell, width)) if name == wrap else clip(cell, width))
                for name, cell, width in zip(names, row, widths, strict=True)
            )
        )
    return drawn(made)


def _widths(names: list[str], right: list[bool], cells: list[list[str]], wrap: str) -> list[int]:
    """How wide each column is: as its widest cell, until the terminal is full."""
    natural = [
        max([cell_len(name)] + [cell_len(line) for row in cells for line in row[place].split("\n")])
        for place, name in enumerate(names)
    ]
    room = terminal_columns() - _GAP * (len(names) - 1)
    if sum(natural) <= room:
        return natural
    folded = names.index(wrap) if wrap in names else -1
    whole = [
        to_right or (place != folded and all(_DATE.fullmatch(row[place]) for row in cells))
        for place, to_right in enumerate(right)
    ]
    fixed = sum(width for place, width in enumerate(natural) if whole[place])
    for_wrap = min(natural[folded], max(_WRAP_ROOM, room // 3)) if folded >= 0 else 0
    others = [place for place in range(len(names)) if not whole[place] and place != folded]
    # The widest of the other columns give way together, so that short words stay whole.
    cap = max((natural[place] for place in others), default=0)
    while cap > _NARROWEST and fixed + for_wrap + sum(min(natural[place], cap) for place in others) > room:
        cap -= 1
    widths = [min(width, cap) if place in others else width for place, width in enumerate(natural)]
    if folded >= 0:
        widths[folded] = min(natural[folded], max(room - sum(widths) + widths[folded], _NARROWEST))
    return widths


def drawn(thing: Table) -> str:
    """What rich draws, as text, without blanks at the ends of lines."""
    console = console_for_stdout()
    with console.capture() as capture:
        console.print(thing)
    return "\n".join(line.rstrip() for line in capture.get().rstrip("\n").split("\n"))


def terminal_columns() -> int:
    """How wide the terminal is; 80 in a pipe."""
    return max(shutil.get_terminal_size((80, 24)).columns, 20)


def _plain() -> bool:
    return bool(os.environ.get("NO_COLOR"))


def console_for_stdout() -> Console:
    """A console as wide as the terminal, 80 columns in a pipe; colour only on a terminal."""
    columns = terminal_columns()
    return Console(
        file=sys.stdout, width=columns, highlight=False, markup=False, emoji=False, soft_wrap=False
    )


def progress() -> Progress:
    """A progress bar on stderr that shows itself only on a terminal."""
    console = Console(file=sys.stderr, highlight=False, markup=False)
    return Progress(console=console, transient=True, disable=not sys.stderr.isatty())
