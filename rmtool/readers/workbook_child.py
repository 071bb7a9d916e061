"""What reads a workbook with calamine: a process that may open no file and use only so much time and memory.

It answers in JSON, so that whoever breaks the parser from within a workbook can't say more than cells.
"""

import json
import sys
from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta
from io import BytesIO
from typing import BinaryIO

from python_calamine import CalamineSheet
from python_calamine import CalamineWorkbook
from python_calamine import PasswordError

from rmtool import child
from rmtool import paths
from rmtool.readers.tables import MOST_CELLS

SECONDS = 300
MEMORY = 4 * 1024 * 1024 * 1024
MOST_FILE = 1_000_000_000
_ROWS = 1000


def main() -> None:
    """Answer for one workbook, which comes after the name of the sheet that is wanted: empty for all of them."""
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    paths.confine(SECONDS, MEMORY)
    wanted = child.receive(requests, MOST_FILE).decode()
    data = child.receive(requests, MOST_FILE)
    try:
        _answer(answers, data, wanted)
    except PasswordError:
        _say(answers, {"error": "protected"})
    except MemoryError:
        _say(answers, {"error": "large"})
    except BaseException as error:
        # A panic of the Rust library is no Exception, and says nothing to anybody.
        panic = type(error).__name__ == "PanicException"
        _say(answers, {"error": "broken", "text": "" if panic else str(error)})


def _answer(answers: BinaryIO, data: bytes, wanted: str) -> None:
    book = CalamineWorkbook.from_filelike(BytesIO(data))
    names = list(book.sheet_names)
    _say(answers, {"names": names})
    cells = 0
    for name in [wanted] if wanted else names:
        if name not in names:
            return
        sheet = book.get_sheet_by_name(name)
        cells += sheet.total_height * sheet.total_width
        if cells > MOST_CELLS or _end(sheet) > MOST_CELLS * 10:
            _say(answers, {"error": "large"})
            return
        _say(answers, {"sheet": name, "left": sheet.start[1] if sheet.start else 0})
        rows: list[list[object]] = []
        for values in sheet.iter_rows():
            rows.append([_packed(each) for each in values])
            if len(rows) == _ROWS:
                _say(answers, {"rows": rows})
                rows = []
        _say(answers, {"rows": rows})
    _say(answers, {"end": True})


def _end(sheet: CalamineSheet) -> int:
    return (sheet.end[0] + 1) * (sheet.end[1] + 1) if sheet.end else 0


def _packed(cell: int | float | str | bool | time | date | datetime | timedelta) -> object:
    """A cell as JSON has it: what it has no type for as a list of the type and its text."""
    if isinstance(cell, datetime):
        return ["datetime", cell.isoformat()]
    if isinstance(cell, date):
        return ["date", cell.isoformat()]
    if isinstance(cell, time):
        return ["time", cell.isoformat()]
    if isinstance(cell, timedelta):
        return ["span", cell.total_seconds()]
    return cell


def _say(answers: BinaryIO, what: dict[str, object]) -> None:
    child.send(answers, json.dumps(what).encode())


if __name__ == "__main__":
    main()
