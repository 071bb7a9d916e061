"""Many people's files as one workbook: what they come to, their rows, who is missing, who is double, what doesn't fit."""

from collections import Counter
from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
from functools import cached_property
from typing import NamedTuple

from rmtool.domain import team
from rmtool.domain.forms import Place
from rmtool.domain.forms import cell_name
from rmtool.domain.tables import Column
from rmtool.domain.tables import Kind
from rmtool.domain.tables import Row
from rmtool.domain.tables import Table
from rmtool.domain.tables import Value
from rmtool.domain.tables import text_of
from rmtool.domain.team import Line
from rmtool.domain.team import Part
from rmtool.domain.team import Sent
from rmtool.i18n import _

MOST_PROBLEMS = 5000
SHEETS = ("visits", "clients", "tasks")
_CHECKED: frozenset[Kind] = frozenset({"number", "money", "date", "time"})
_MOST_OWNERS = 10_000


class Problem(NamedTuple):
    """A cell that doesn't fit its column, and why."""

    file: str
    sheet: str
    cell: str
    why: str
    text: str


class Refused(NamedTuple):
    """A file that was left out, and why; `harmless` is what was combined before."""

    file: str
    reason: str
    harmless: bool = False


@dataclass(frozen=True, slots=True)
class Came:
    """What came in: the files, those left out, and who was to send one; `lines` reads a sheet's rows again."""

    files: tuple[Sent, ...]
    refused: tuple[Refused, ...]
    names: tuple[str, ...]
    lines: Callable[[int], Iterator[Line]]
    columns: Mapping[str, tuple[Column, ...]]


@dataclass(slots=True)
class Seen:
    """What one look at all the rows brings out."""

    totals: team.Totals = field(default_factory=team.Totals)
    elsewhere: Counter[int] = field(default_factory=Counter)
    counted: Counter[int] = field(default_factory=Counter)
    problems: list[Problem] = field(default_factory=list)
    problem_count: int = 0
    clients: list[team.Logged] = field(default_factory=list)
    other_owners: set[str] = field(default_factory=set)
    owners_differ: set[str] = field(default_factory=set)


class Combined:
    """The rows of all files, by sheet, and what is found in them. Nothing of them is kept but numbers."""

    def __init__(self, came: Came) -> None:
        self.came = came
        self.again = team.sent_again(came.files)
        self._winners = team.winners(came.files)
        codes = (part.matches for each in came.files for part in each.parts if part.sheet == "clients")
        self._shared = team.repeated(codes)
        self._twice = team.repeated(
            part.uuids for each in came.files for part in each.parts if part.sheet == "clients"
        )

    @property
    def is_form(self) -> bool:
        """Whether the files are forms rather than exports."""
        return bool(self.came.files and self.came.files[0].form)

    @cached_property
    def order(self) -> tuple[int, ...]:
        """The files by whose they are, the oldest first."""
        files = self.came.files
        return tuple(
            sorted(
                range(len(files)), key=lambda each: (files[each].owner, files[each].made_at, files[each].file)
            )
        )

    @cached_property
    def sheets(self) -> dict[str, tuple[Column, ...]]:
        """The sheets there are, with the columns of all files."""
        found: dict[str, dict[str, list[Part]]] = {}
        for place in self.order:
            for part in self.came.files[place].parts:
                for key in part.keys:
                    found.setdefault(part.sheet, {}).setdefault(key, []).append(part)
        order = sorted(found, key=lambda sheet: SHEETS.index(sheet) if sheet in SHEETS else 9)
        return {sheet: self._columns(sheet, found[sheet]) for sheet in order}

    def _columns(self, sheet: str, parts: Mapping[str, Sequence[Part]]) -> tuple[Column, ...]:
        known = {} if self.is_form else {each.key: each for each in self.came.columns.get(sheet, ())}
        own = [_own_column(key, parts[key]) for key in parts if key not in known]
        return (*(known[key] for key in known if key in parts), *own)

    @cached_property
    def seen(self) -> Seen:
        """What one look at all the rows brings out."""
        seen = Seen()
        for place in self.order:
            for part in self.came.files[place].parts:
                self._look(place, part, seen)
        return seen

    def _look(self, place: int, part: Part, seen: Seen) -> None:
        sent = self.came.files[place]
        kinds = [self._kinds[part.sheet, key] for key in part.keys]
        checked = [at for at, kind in enumerate(kinds) if kind in _CHECKED]
        day = kinds.index("date") if "date" in kinds else -1
        numbers = [at for at in checked if kinds[at] in ("number", "money")]
        for line in self.came.lines(part.place):
            if place in self.again or not self._winners.counts(line.uuid, place):
                seen.elsewhere[place] += 1
                if self.came.files[self._winners.taken.get(line.uuid, place)].owner != sent.owner:
                    self._note_client(sent, part, line, seen)
                continue
            seen.counted[place] += 1
            values = dict[int, Value]()
            for at in checked:
                if line.cells[at] not in ("", None):
                    values[at], why = team.settled(line.cells[at], kinds[at], logged=not self.is_form)
                    if why:
                        self._problem(sent, part, line, at, why, seen)
            for at, cell in enumerate(line.cells):
                if type(cell) is str and len(cell) > team.LONGEST:
                    self._problem(sent, part, line, at, "long", seen)
            if self.is_form:
                numbered = [(part.keys[at], values.get(at)) for at in numbers]
                seen.totals.add_form(sent.owner, part.sheet, numbered, values.get(day))
            else:
                self._count(sent, part, line, values, seen)

    def _count(self, sent: Sent, part: Part, line: Line, values: Mapping[int, Value], seen: Seen) -> None:
        cells: dict[str, Value] = dict(zip(part.keys, line.cells, strict=True))
        cells.update((part.keys[at], value) for at, value in values.items())
        seen.totals.add(sent.owner, part.sheet, cells)
        if part.sheet == "clients" and not line.matches:
            seen.totals.unkeyed += 1
        self._note_client(sent, part, line, seen)
        owner = cells.get("owner")
        if isinstance(owner, str) and owner and owner != sent.owner:
            seen.owners_differ.add(part.sheet)
            if len(seen.other_owners) < _MOST_OWNERS:
                seen.other_owners.add(owner)

    def _note_client(self, sent: Sent, part: Part, line: Line, seen: Seen) -> None:
        """Keep a client that others may have logged, too; those that nobody shares are not kept."""
        shared = tuple(each for each in line.matches if each in self._shared)
        uuid = line.uuid if line.uuid in self._twice else 0
        if part.sheet == "clients" and (shared or uuid):
            cells = dict(zip(part.keys, line.cells, strict=True))
            credit = team.credit_key(text_of(cells.get("uscc")))
            seen.clients.append(
                team.Logged(
                    sent.owner, sent.file, cells.get("number"), cells.get("name"), uuid, shared,
                    credit if credit in shared else 0,
                )
            )  # fmt: skip

    def _problem(self, sent: Sent, part: Part, line: Line, at: int, why: str, seen: Seen) -> None:
        seen.problem_count += 1
        if len(seen.problems) < MOST_PROBLEMS:
            cell = cell_name(Place(line.place, part.letters[at]))
            seen.problems.append(Problem(sent.file, part.title, cell, why, text_of(line.cells[at])[:80]))

    @cached_property
    def _kinds(self) -> dict[tuple[str, str], Kind]:
        return {(sheet, each.key): each.kind for sheet, columns in self.sheets.items() for each in columns}

    @cached_property
    def duplicates(self) -> tuple[team.Duplicate, ...]:
        """The clients that several people logged."""
        return tuple(team.duplicates(self.seen.clients))

    @cached_property
    def missing(self) -> tuple[str, ...]:
        """Who of the names given sent nothing that could be read."""
        present = {each.owner for each in self.came.files} | self.seen.other_owners
        return team.missing(self.came.names, present, [each.file for each in self.came.files])

    def table(self, sheet: str, title: str) -> Table:
        """All rows of `sheet`, with whose they are and the file they came in before them."""
        columns = self.sheets[sheet]
        if not self.is_form:
            differ = sheet in self.seen.owners_differ
            columns = tuple(_renamed(each) for each in columns if each.key != "owner" or differ)
        front = (Column("sent_by", _("Owner"), "text", 16), Column("file", _("File"), "text", 28))
        return Table(sheet, title, (*front, *columns), self._rows(sheet, columns))

    def _rows(self, sheet: str, columns: Sequence[Column]) -> Iterator[Row]:
        for place in self.order:
            for part in self.came.files[place].parts:
                if part.sheet == sheet and place not in self.again:
                    yield from self._part_rows(place, part, columns)

    def _part_rows(self, place: int, part: Part, columns: Sequence[Column]) -> Iterator[Row]:
        sent = self.came.files[place]
        where = [part.keys.index(each.key) if each.key in part.keys else -1 for each in columns]
        plan = [(at, each.kind, each.kind in _CHECKED) for at, each in zip(where, columns, strict=True)]
        logged, settled, longest = not self.is_form, team.settled, team.LONGEST
        for line in self.came.lines(part.place):
            if not self._winners.counts(line.uuid, place):
                continue
            cells = line.cells
            row: list[Value] = [sent.owner, sent.file]
            for at, kind, checked in plan:
                cell = cells[at] if at >= 0 else None
                if cell == "" or (type(cell) is str and not checked and len(cell) < longest):
                    row.append(cell)
                else:
                    row.append(settled(cell, kind, logged=logged)[0])
            yield row


def _renamed(column: Column) -> Column:
    return Column("owner", _("Owner as written"), "text", 14) if column.key == "owner" else column


def _own_column(key: str, parts: Sequence[Part]) -> Column:
    """A column that nobody but the files knows: its first heading, and the kind that most of its cells have."""
    votes = [part.votes[part.keys.index(key)] for part in parts]
    first = parts[0]
    heading = first.headings[first.keys.index(key)]
    kind = team.kind_of(
        heading, (sum(v[0] for v in votes), sum(v[1] for v in votes), sum(v[2] for v in votes))
    )
    return Column(key, heading[:200], kind, 30 if kind == "note" else 16)
