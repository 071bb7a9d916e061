"""What a number format of a spreadsheet makes of a number: a date, a time, or neither (ECMA-376 part 1, 18.8.30)."""

import re
from typing import Literal

Look = Literal["", "date", "time"]

# Formats that every program knows by number, those of Chinese versions included.
_DATES = frozenset({14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58})
_TIMES = frozenset({18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56})
_ASIDE = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')


def look(number: int, code: str = "") -> Look:
    """How the format of that number, or with that `code`, shows a number."""
    if not code:
        return "date" if number in _DATES else "time" if number in _TIMES else ""
    plain = _ASIDE.sub("", code.split(";")[0]).lower()
    if (
        "y" in plain
        or "d" in plain
        or "e" in plain.replace("general", "").replace("e+", "").replace("e-", "")
    ):
        return "date"
    return "time" if "h" in plain or "s" in plain else "date" if "m" in plain else ""
