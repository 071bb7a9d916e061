"""What `pull` makes of a workbook that came back: the differences, and the values that would be stored."""

import sqlite3
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace

from rmtool import i18n
from rmtool.app import App
from rmtool.commands import _hiding
from rmtool.commands._pull_changes import CHANGES
from rmtool.commands._pull_changes import Step
from rmtool.commands._pull_changes import Takers
from rmtool.commands._pull_changes import deletion
from rmtool.domain import periods
from rmtool.domain.forms import Place
from rmtool.domain.forms import cell_name
from rmtool.domain.hiding import Hiding
from rmtool.domain.pull import Edit
from rmtool.domain.pull import Now
from rmtool.domain.pull import State
from rmtool.domain.pull import compared
from rmtool.domain.pull import moved
from rmtool.domain.pull import placed
from rmtool.domain.pull import plain
from rmtool.domain.row_keys import NOBODY
from rmtool.domain.tables import Column
from rmtool.errors import RmtoolError
from rmtool.i18n import _
from rmtool.readers.returned import Returned
from rmtool.readers.returned import ReturnedRow
from rmtool.reports import pull as report
from rmtool.reports.export_wanted import Wanted

_STARS = "**"
_NEVER = {
    "visits": ("number", "client", "client_number", "fields"),
    "clients": ("number", "visits", "last_touch", "referred_by", "added_on", "archived_on", "fields"),
    "tasks": (
        "number", "state", "client", "opened_on", "closed_on", "first_due", "moves", "visit", "client_number",
    ),
}  # fmt: skip


@dataclass(slots=True)
class Found:
    """Everything that differs, and what storing it takes; `later` are the steps, done only when all of it is right."""

    edits: list[Edit] = field(default_factory=list)
    later: list[Step] = field(default_factory=list)
    deletions: list[Step] = field(default_factory=list)
    moved: int = 0
    columns: list[str] = field(default_factory=list)

    def of(self, *states: State) -> tuple[Edit, ...]:
        """The differences of these kinds."""
        return tuple(each for each in self.edits if each.state in states)


def find(app: App, db: sqlite3.Connection, sheets: tuple[Returned, ...]) -> Found:
    """What differs between the workbook and the store; raises BadFileError for a sheet that is not known."""
    found = Found()
    takers = Takers(app, db)
    spoken = i18n.language()
    for name in dict.fromkeys(each.head.sheet for each in sheets):
        parts = [each for each in sheets if each.head.sheet == name]
        head = parts[0].head
        i18n.choose(head.language)
        try:
            period = periods.parse_period(head.period, app.today, "week")
            hiding = _hiding.everything(db) if head.level == "all" else Hiding(head.level)
            wanted = Wanted(
                period, app.profile, app.today, owner=head.owner, language=head.language, hiding=hiding
            )
            current = report.current(db, head, wanted)
        finally:
            i18n.choose(spoken)
        for part in parts:
            _Sheet(app, db, part, current, takers).into(found)
        _deleted(app, parts, current, found)
    if takers.used:
        found.later.append(lambda _db: takers.store())
    return found


class _Sheet:
    """One sheet that came back, row by row."""

    def __init__(
        self, app: App, db: sqlite3.Connection, sheet: Returned, current: report.Current, takers: Takers
    ) -> None:
        self._app, self._db, self._sheet, self._current, self._takers = app, db, sheet, current, takers
        keyed = [(row.key, row.cells) for row in sheet.rows if row.key is not None]
        self._places = placed(current.columns, sheet.headings, keyed)

    def into(self, found: Found) -> None:
        """Add what differs on this sheet to `found`."""
        known = set(self._places.values())
        found.columns += [
            text.strip()
            for place, text in enumerate(self._sheet.headings)
            if text.strip() and place not in known
        ]
        order = {uuid: place for place, uuid in enumerate(self._current.rows)}
        found.moved += moved(
            [order[row.key.uuid] for row in self._sheet.rows if row.key and row.key.uuid in order]
        )
        for row in self._sheet.rows:
            if row.key is None:
                self._added(row, found)
            elif row.key.uuid in self._current.rows:
                self._changed(row, self._current.rows[row.key.uuid], found)
            else:
                self._gone(row, found)

    def _cells(self, row: ReturnedRow) -> dict[str, str]:
        return {
            key: row.cells[place] if place < len(row.cells) else "" for key, place in self._places.items()
        }

    def _edit(self, state: State, row: ReturnedRow, column: Column | None, now: Now, **more: str) -> Edit:
        place = self._places.get(column.key, 0) if column else 0
        cell = cell_name(Place(row.place, place + 1)) if column else str(row.place)
        return Edit(
            state, self._sheet.title, cell, now.number, now.name, column.label if column else "",
            column.key if column else "", **more,
        )  # fmt: skip

    def _added(self, row: ReturnedRow, found: Found) -> None:
        kinds = {each.key: each.kind for each in self._current.columns}
        record = {
            key: plain(kinds[key], text).strip() for key, text in self._cells(row).items() if text.strip()
        }
        sheet = self._sheet.head.sheet
        now = Now(0, record.get("client", "") or record.get("name", ""), {})
        said = _("; ").join(record.values())
        try:
            news, later = self._takers.take(sheet, record, row.place)
        except RmtoolError as error:
            found.edits.append(self._edit("wrong", row, None, now, new=said, why=str(error)))
            return
        if later is not None:
            found.later.append(later)
        if news:
            found.edits.append(self._edit("added", row, None, now, new=said))

    def _gone(self, row: ReturnedRow, found: Found) -> None:
        """A row that the store no longer has where it was: only what somebody changed in it matters."""
        cells = self._cells(row)
        for column, _state in compared(row.key or NOBODY, self._current.columns, cells, {}):
            now = Now(0, cells.get("client", "") or cells.get("name", ""), {})
            found.edits.append(self._edit("clash", row, column, now, new=cells[column.key]))

    def _changed(self, row: ReturnedRow, now: Now, found: Found) -> None:
        cells, head = self._cells(row), self._sheet.head
        edits: dict[str, str] = {}
        mine: list[Edit] = []
        for column, state in compared(row.key or NOBODY, self._current.columns, cells, now.cells):
            old, new = now.cells.get(column.key, ""), plain(column.kind, cells[column.key]).strip()
            if column.key in _NEVER[head.sheet] or column.key not in now.cells:
                state = "fixed"
            edit = self._edit(state, row, column, now, old=old, new=new)
            if state == "changed" and _STARS in new and _STARS in old:
                why = _("it holds masked numbers: correct it with the edit command, or write it whole")
                edit = replace(edit, state="wrong", why=why)
            mine.append(edit)
            if edit.state == "changed":
                edits[column.key] = new
        if edits:
            mine = self._stored(edits, mine, now, found)
        found.edits += mine

    def _stored(self, edits: Mapping[str, str], mine: list[Edit], now: Now, found: Found) -> list[Edit]:
        """The edits of a row once they are checked one by one; those that come to nothing are left out."""
        change = CHANGES[self._sheet.head.sheet](self._app, self._db, now.number)
        kept = []
        for edit in mine:
            if edit.state != "changed":
                kept.append(edit)
                continue
            try:
                if change.apply(edit.key, edits[edit.key]):
                    kept.append(edit)
            except RmtoolError as error:
                kept.append(replace(edit, state="wrong", why=str(error)))
        found.later.append(change.store)
        return kept


def _deleted(app: App, parts: list[Returned], current: report.Current, found: Found) -> None:
    """Rows that were exported and are no longer in the file."""
    there = {row.key.uuid for part in parts for row in part.rows if row.key is not None}
    head = parts[0].head
    for uuid, now in current.rows.items():
        if uuid not in there and now.number <= head.last:
            found.edits.append(Edit("deleted", parts[0].title, "", now.number, now.name))
            step = deletion(app, head.sheet, now.number)
            if step is not None:
                found.deletions.append(step)


def rows(edits: tuple[Edit, ...]) -> Iterator[tuple[str, ...]]:
    """The differences as lines of a table."""
    words = {
        "changed": _("changed"), "added": _("added"), "deleted": _("deleted"), "clash": _("clash"),
        "fixed": _("can't be changed here"), "wrong": _("wrong"),
    }  # fmt: skip
    for each in edits:
        where = f"{each.sheet}!{each.cell}" if each.cell else each.sheet
        said = f"{each.old} → {each.new}" if each.column else each.new
        if each.why:
            said = f"{said}: {each.why}" if said else each.why
        yield (words[each.state], where, each.name, each.column, said)
