"""CSV that Excel opens right: byte-order mark, CRLF, and no text that would run as a formula."""

import csv
import io
import re
import unicodedata
from typing import BinaryIO

from rmtool.domain.tables import Table
from rmtool.domain.tables import Value
from rmtool.domain.tables import text_of

_ACTS = frozenset("=+-@")
_UNSEEN = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp", "Co", "Cn"})
# Nearly every text begins so, and then nothing more is to be looked at.
_HARMLESS = re.compile(r"[0-9A-Za-z\u3400-\u9fff]")


def write(file: BinaryIO, table: Table) -> None:
    """Write `table` to `file`, row by row."""
    text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="", write_through=True)
    try:
        rows = csv.writer(text, lineterminator="\r\n")
        rows.writerow([guarded(column.label) for column in table.columns])
        rows.writerows([cell(value) for value in row] for row in table.rows)
        text.flush()
    finally:
        text.detach()


def cell(value: Value) -> str:
    """`value` as it stands in the file; only text can act, so only text is guarded."""
    if type(value) in (int, float):
        return text_of(value)
    return guarded(text_of(value))


def guarded(text: str) -> str:
    """`text` with an apostrophe before it if a spreadsheet would take it for a formula."""
    if not text or _HARMLESS.match(text):
        return text
    return "'" + text if _acts(text) else text


def _acts(text: str) -> bool:
    if text[0] in "\t\r\n":
        return True
    for character in text:
        if unicodedata.category(character) in _UNSEEN:
            continue
        plain = unicodedata.normalize("NFKC", character).strip()
        return plain[:1] in _ACTS
    return False
