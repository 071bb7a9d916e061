"""The rows of an exported sheet as the store has them now, to be compared with what came back."""

import sqlite3
from dataclasses import dataclass
from dataclasses import replace

from rmtool.domain import row_keys
from rmtool.domain.pull import Now
from rmtool.domain.pull import day_name
from rmtool.domain.row_keys import Head
from rmtool.domain.tables import Column
from rmtool.domain.tables import Table
from rmtool.domain.tables import text_of
from rmtool.errors import BadFileError
from rmtool.i18n import _
from rmtool.reports import export
from rmtool.reports.export_wanted import SHEETS
from rmtool.reports.export_wanted import Wanted


@dataclass(frozen=True, slots=True)
class Current:
    """The sheet now: its columns in the order of the head, and its rows by their keys, in order."""

    columns: tuple[Column, ...]
    rows: dict[str, Now]


def current(db: sqlite3.Connection, head: Head, wanted: Wanted) -> Current:
    """What an export like that of `head` would hold now, in the words of `wanted`, as openly; raises BadFileError for an unknown sheet."""
    if head.sheet not in SHEETS:
        raise BadFileError(_("The file has a sheet that this rmtool does not know: upgrade rmtool."))
    (table,) = export.tables(
        db,
        replace(wanted, sheets=(head.sheet,), made_at="now"),
    )
    if not isinstance(table, Table):
        return Current((), {})
    keys = [each.key for each in table.columns]
    known = {each.key: each for each in table.columns}
    # A column of a profile that is no longer in force is still a column of the file.
    columns = tuple(known.get(key, Column(key, key)) for key in head.columns)
    rows: dict[str, Now] = {}
    for row in table.rows:
        cells = {key: text_of(value) for key, value in zip(keys[:-1], row[:-1], strict=True)}
        found = row_keys.parse_key(str(row[-1]))
        if found is not None:
            rows[found.uuid] = Now(int(cells["number"]), _name(head.sheet, cells), cells)
    return Current(columns, rows)


def _name(sheet: str, cells: dict[str, str]) -> str:
    if sheet == "visits":
        return day_name(cells.get("client", ""), cells.get("day", ""))
    return cells.get("name", "") if sheet == "clients" else cells.get("client", "") or cells.get("text", "")
