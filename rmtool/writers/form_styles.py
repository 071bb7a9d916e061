"""The styles of a form: what they make of a number, and the one change that may be needed, a quote prefix."""

import copy
from datetime import date
from datetime import time

from lxml import etree
from lxml.etree import _Element

from rmtool.domain import number_formats

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_FIRST_DAY = date(1899, 12, 30).toordinal()
_FIRST_DAY_1904 = date(1904, 1, 1).toordinal()


class Styles:
    """The looks of cells by their number in `styles.xml`; `root` is None where a form has none."""

    def __init__(self, root: _Element | None, *, from_1904: bool) -> None:
        self.root = root
        self.changed = False
        self._first_day = _FIRST_DAY_1904 if from_1904 else _FIRST_DAY
        self._quoted: dict[str, str] = {}
        found = root.find(f"{MAIN}cellXfs") if root is not None else None
        self._looks = found if found is not None else etree.Element(f"{MAIN}cellXfs")
        self._codes = {
            each.get("numFmtId", ""): each.get("formatCode", "")
            for each in (root.iter(f"{MAIN}numFmt") if root is not None else ())
        }

    def look(self, style: str) -> number_formats.Look:
        """Whether that style shows a number as a date or time."""
        if int(style) >= len(self._looks):
            return ""
        number = self._looks[int(style)].get("numFmtId", "0")
        return number_formats.look(int(number), self._codes.get(number, ""))

    def wraps(self, style: str) -> bool:
        """Whether a long text goes on in further lines in cells of that style."""
        if int(style) >= len(self._looks):
            return False
        found = self._looks[int(style)].find(f"{MAIN}alignment")
        return found is not None and found.get("wrapText") in ("1", "true")

    def serial(self, value: date | time) -> str:
        """The number that a day or time of day is in this workbook."""
        if isinstance(value, time):
            return repr((value.hour * 60 + value.minute) / 1440)
        return str(value.toordinal() - self._first_day)

    def quoted(self, style: str) -> str:
        """The style like that one which keeps text text when its cell is edited; it is added where it is missing."""
        if int(style) >= len(self._looks):
            return style
        if style not in self._quoted:
            looks = self._looks
            if looks[int(style)].get("quotePrefix") in ("1", "true"):
                self._quoted[style] = style
            else:
                made = copy.deepcopy(looks[int(style)])
                made.set("quotePrefix", "1")
                looks.append(made)
                looks.set("count", str(len(looks)))
                self.changed = True
                self._quoted[style] = str(len(looks) - 1)
        return self._quoted[style]
