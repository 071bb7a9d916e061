"""Tables as one JSON object of arrays, row by row, types kept: numbers, lists, dates as ISO text."""

import json
from collections.abc import Iterable
from datetime import date
from datetime import time
from typing import BinaryIO

from rmtool.domain.tables import Table


def write(file: BinaryIO, tables: Iterable[Table]) -> None:
    """Write `tables` to `file`: each an array of objects under its key, one object a line."""
    file.write(b"{")
    for place, table in enumerate(tables):
        file.write((",\n" if place else "\n").encode() + f"  {json.dumps(table.key)}: [".encode())
        keys = [column.key for column in table.columns]
        end = b"\n"
        for row in table.rows:
            record = json.dumps(
                dict(zip(keys, row, strict=True)), ensure_ascii=False, allow_nan=False, default=_plain
            )
            file.write(end + b"    " + record.encode("utf-8", "replace"))
            end = b",\n"
        file.write(b"]" if end == b"\n" else b"\n  ]")
    file.write(b"\n}\n")


def _plain(value: object) -> str:
    if isinstance(value, time):
        return value.isoformat("minutes")
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value).__name__)
