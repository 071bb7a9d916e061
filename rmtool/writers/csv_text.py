"""CSV that Excel opens right: byte-order mark, CRLF, and no text that would run as a formula."""

import csv
import io
from typing import BinaryIO

from rmtool.domain.formulas import guarded
from rmtool.domain.tables import Table
from rmtool.domain.tables import Value
from rmtool.domain.tables import text_of


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
