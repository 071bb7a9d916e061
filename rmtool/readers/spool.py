"""Rows put aside for a second pass: in a file without a name, which the system takes back whatever happens."""

import marshal
import tempfile
from collections.abc import Iterable
from collections.abc import Iterator
from datetime import date
from datetime import time
from itertools import islice

from rmtool import paths
from rmtool.domain.team import Cell
from rmtool.domain.team import Line

_CHUNK = 500


class Spool:
    """Rows on disk; what comes back is what was added, in order."""

    def __init__(self) -> None:
        # Its bytes are read back by this process only: nobody else can open it.
        with paths.writing(tempfile.gettempdir()):
            self._file = tempfile.TemporaryFile()  # noqa: SIM115 (closed by `close`)

    def close(self) -> None:
        """Let the rows go."""
        self._file.close()

    def add(self, lines: Iterable[Line]) -> int:
        """Keep `lines`; answers the place they are read back from. Raises CannotWriteError on a full disk."""
        with paths.writing(tempfile.gettempdir()):
            at, rest = self._file.seek(0, 2), iter(lines)
            while chunk := [(*each[:3], tuple(map(_packed, each.cells))) for each in islice(rest, _CHUNK)]:
                marshal.dump(chunk, self._file)
            marshal.dump([], self._file)
            self._file.flush()
        return at

    def lines(self, place: int) -> Iterator[Line]:
        """The rows that were put at `place`."""
        while True:
            self._file.seek(place)
            chunk = marshal.load(self._file)  # noqa: S302 (written by this process)
            place = self._file.tell()
            if not chunk:
                return
            for number, uuid, matches, cells in chunk:
                yield Line(number, uuid, matches, tuple(map(_unpacked, cells)))


def _packed(cell: Cell) -> Cell | tuple[int, ...]:
    if isinstance(cell, date):
        return (cell.toordinal(),)
    return (cell.hour, cell.minute) if isinstance(cell, time) else cell


def _unpacked(cell: str | float | tuple[int, ...] | None) -> Cell:
    if type(cell) is tuple:
        return date.fromordinal(cell[0]) if len(cell) == 1 else time(cell[0], cell[1])
    return cell  # type: ignore[return-value]
