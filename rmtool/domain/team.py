"""What many people's files have in common: whose they are, what is counted of them, who is missing, who is double."""

import re
import unicodedata
from array import array
from collections import Counter
from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
from datetime import date
from datetime import time
from hashlib import blake2b
from typing import NamedTuple

from rmtool.domain.tables import Kind
from rmtool.domain.tables import Value
from rmtool.domain.tables import text_of

TEAM = "team"  # what the head of a workbook that was combined says of itself
LONGEST = 10_000
Cell = str | int | float | date | time | None
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_FIRST_LOGGED = 1990
_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]00:00(?::00)?)?")
_CODE = re.compile(
    "号|电话|手机|序|编码|代码|账户|年份|phone|mobile|no$|number|code|year|account", re.IGNORECASE
)
_NOT_IN_TITLES = re.compile(r"[\x00-\x1f\\/*?:\[\]]")


class Line(NamedTuple):
    """A row that came in: its number in the file, what it is known by (0 for nothing), its cells."""

    place: int
    uuid: int
    matches: tuple[int, ...]
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A sheet of a file. `keys` are what its columns mean, `letters` the columns of the file, from 1.

    `votes` are how many numbers, dates and texts stand in each; `uuids` and `matches` are those of its rows.
    """

    sheet: str
    title: str
    keys: tuple[str, ...]
    headings: tuple[str, ...]
    letters: tuple[int, ...]
    rows: int
    place: int
    votes: tuple[tuple[int, int, int], ...]
    uuids: "array[int]" = field(default_factory=lambda: array("Q"))
    matches: "array[int]" = field(default_factory=lambda: array("Q"))


@dataclass(frozen=True, slots=True)
class Sent:
    """A file that came in. `form` tells forms apart, and is empty for an export; `print` is of all its bytes."""

    file: str
    owner: str
    made_at: str
    period: str
    masked: bool
    parts: tuple[Part, ...]
    form: tuple[str, ...] = ()
    print: bytes = b""


def known_by(text: str) -> int:
    """`text` as a number of 64 bits to compare by; never 0."""
    return int.from_bytes(blake2b(text.encode("utf-8", "replace"), digest_size=8).digest(), "big") or 1


def credit_key(text: str) -> int:
    """What a client of this credit code is known by."""
    return known_by(f"uscc:{text.strip().upper()}")


def same_name(text: str) -> str:
    """A person's name as names are compared: width, letter case and blanks make no difference."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def missing(names: Sequence[str], present: Iterable[str], files: Iterable[str]) -> tuple[str, ...]:
    """Who of `names` is neither among those `present` nor in the name of one of `files`."""
    here = {same_name(each) for each in present}
    stems = [same_name(each) for each in files]
    return tuple(
        each
        for each in dict.fromkeys(names)
        if same_name(each) not in here and not any(same_name(each) in stem for stem in stems)
    )


def kind_of(heading: str, votes: tuple[int, int, int]) -> Kind:
    """What a column holds whose kind nobody says: what most of its cells do; numbers to call or to name are codes."""
    numbers, dates, texts = votes
    if dates > numbers + texts:
        return "date"
    if numbers > dates + texts:
        return "code" if _CODE.search(heading) else "number"
    return "note" if texts else "text"


def settled(cell: Cell, kind: Kind, *, logged: bool = False) -> tuple[Value, str]:
    """`cell` as a column of `kind` holds it, and why it doesn't fit: number, date, reach, time, long, or nothing.

    What doesn't fit stays as text. `logged` days are those of work, which nobody did a century ago.
    """
    if cell is None or cell == "":
        return None, ""
    if isinstance(cell, str) and len(cell) > LONGEST:
        return cell[: LONGEST - 1] + "…", "long"
    if kind == "number" or kind == "money":
        return _number(cell)
    if kind == "date":
        return _date(cell, _FIRST_LOGGED if logged else _FIRST_YEAR)
    if kind == "time":
        return _time(cell)
    return text_of(cell), ""


def _number(cell: Cell) -> tuple[Value, str]:
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return (int(cell) if isinstance(cell, float) and cell.is_integer() else cell), ""
    text = unicodedata.normalize("NFKC", cell).replace(",", "").strip() if isinstance(cell, str) else ""
    if re.fullmatch(r"-?\d{1,15}", text):
        return int(text), ""
    if re.fullmatch(r"-?\d{1,15}\.\d{1,15}", text):
        return float(text), ""
    return text_of(cell), "number"


def _date(cell: Cell, first_year: int) -> tuple[Value, str]:
    if isinstance(cell, str):
        found = _DAY.fullmatch(cell.strip())
        try:
            cell = date(*map(int, found.groups())) if found else cell
        except ValueError:
            return text_of(cell), "date"
    if not isinstance(cell, date):
        return text_of(cell), "date"
    return cell, "" if first_year <= cell.year <= _LAST_YEAR else "reach"


def _time(cell: Cell) -> tuple[Value, str]:
    if isinstance(cell, str):
        try:
            cell = time.fromisoformat(cell.strip())
        except ValueError:
            return text_of(cell), "time"
    return (cell, "") if isinstance(cell, time) else (text_of(cell), "time")


def free_title(title: str, taken: Iterable[str]) -> str:
    """`title` as the name of a sheet may be, and none of those `taken`."""
    plain = _NOT_IN_TITLES.sub(" ", title).strip().strip("'")[:28] or "-"
    used = {each.casefold() for each in taken}
    number, made = 1, plain
    while made.casefold() in used:
        number += 1
        made = f"{plain[:24]} {number}"
    return made


@dataclass(frozen=True, slots=True)
class Winners:
    """Which file a row counts in that stands in several: the newest; `elsewhere` says where others' rows are."""

    taken: Mapping[int, int]

    def counts(self, line_uuid: int, file: int) -> bool:
        """Whether the row is to be counted in `file`."""
        return self.taken.get(line_uuid, file) == file


def same_kind(files: Sequence[Sent]) -> tuple[tuple[str, ...], tuple[Sent, ...]]:
    """The form that most of `files` have (none for an export), and those that have another."""
    count = Counter(each.form for each in files)
    most = max(count, key=lambda form: count[form], default=())
    return most, tuple(each for each in files if each.form != most)


def sent_again(files: Sequence[Sent]) -> dict[int, int]:
    """The forms that one person sent twice, or that are one file under two names, with the newer that counts."""
    newest = sorted(range(len(files)), key=lambda place: (files[place].made_at, place), reverse=True)
    prints: dict[bytes, int] = {}
    owners: dict[str, int] = {}
    again: dict[int, int] = {}
    for place in newest:
        each = files[place]
        if not each.form:
            continue
        other = prints.setdefault(each.print, place)
        if other == place:
            other = owners.setdefault(same_name(each.owner), place)
        if other != place:
            again[place] = other
    return again


def winners(files: Sequence[Sent]) -> Winners:
    """Who keeps the rows that several of `files` have; all that is held of a row is a number."""
    twice = repeated(part.uuids for each in files for part in each.parts)
    newest = sorted(range(len(files)), key=lambda place: (files[place].made_at, place), reverse=True)
    taken: dict[int, int] = {}
    for place in newest if twice else ():
        for part in files[place].parts:
            for uuid in part.uuids:
                if uuid in twice:
                    taken.setdefault(uuid, place)
    return Winners(taken)


def repeated(numbers: Iterable["array[int]"]) -> frozenset[int]:
    """The numbers other than 0 that stand there more than once."""
    every = array("Q")
    for each in numbers:
        every.extend(each)
    found, before = set[int](), 0
    for number in sorted(every):
        if number == before and number:
            found.add(number)
        before = number
    return frozenset(found)


@dataclass(slots=True)
class Person:
    """What one person's files come to; `sums` are those of a form's columns."""

    files: int = 0
    visits: int = 0
    clients: int = 0
    open: int = 0
    closed: int = 0
    rows: int = 0
    sums: dict[tuple[str, str], float] = field(default_factory=lambda: defaultdict(float))
    seen: set[Value] = field(default_factory=set)

    @property
    def touched(self) -> int:
        """How many clients were visited."""
        return len(self.seen)


@dataclass(slots=True)
class Week:
    """What all did in one ISO week."""

    visits: int = 0
    rows: int = 0
    opened: int = 0
    closed: int = 0
    seen: set[int] = field(default_factory=set)

    @property
    def touched(self) -> int:
        """How many clients were visited; those of two people count twice."""
        return len(self.seen)


class Totals:
    """What all the rows come to, by person and by week; rows pass through and are not kept."""

    def __init__(self) -> None:
        self.people: dict[str, Person] = defaultdict(Person)
        self.weeks: dict[str, Week] = defaultdict(Week)
        self.unkeyed = 0
        self.rows: Counter[str] = Counter()

    def add(self, owner: str, sheet: str, values: Mapping[str, Value]) -> None:
        """Count a row of an export; `values` are those of the columns it has."""
        person = self.people[owner]
        self.rows[sheet] += 1
        person.rows += 1
        if sheet == "visits":
            person.visits += 1
            client = values.get("client_number") or values.get("client")
            person.seen.add(client)
            week = self._week(values.get("day"))
            week.visits += 1
            week.seen.add(hash((owner, client)))
        elif sheet == "clients":
            person.clients += 1
        elif sheet == "tasks":
            closed = bool(values.get("closed_on"))
            person.closed += closed
            person.open += not closed
            self._week(values.get("opened_on")).opened += 1
            if closed:
                self._week(values.get("closed_on")).closed += 1

    def _week(self, day: Value) -> Week:
        if not isinstance(day, date):
            return self.weeks[""]
        year, week, _day = day.isocalendar()
        return self.weeks[f"{year}-W{week:02d}"]

    def add_form(self, owner: str, sheet: str, numbers: Iterable[tuple[str, Value]], day: Value) -> None:
        """Count a row of a form: the sums of its number columns, and the week of its `day` if it has one."""
        person = self.people[owner]
        self.rows[sheet] += 1
        person.rows += 1
        for key, value in numbers:
            if isinstance(value, int | float) and not isinstance(value, bool):
                person.sums[sheet, key] += value
        if isinstance(day, date):
            self._week(day).rows += 1


class Logged(NamedTuple):
    """A client as one person logged it; `credit` is the one of `matches` that is its credit code."""

    owner: str
    file: str
    number: Value
    name: Value
    uuid: int
    matches: tuple[int, ...]
    credit: int = 0

    @property
    def numbers(self) -> tuple[int, ...]:
        """All that it is known by; at least one."""
        return (*self.matches, *filter(None, (self.uuid,)))


class Duplicate(NamedTuple):
    """A client that several people logged: `by` is credit, number or record, what they have in common."""

    group: int
    by: str
    logged: Logged


def duplicates(clients: Iterable[Logged]) -> Iterator[Duplicate]:
    """Those logged by more than one person, the same client's beside each other."""
    every = list(dict.fromkeys(clients))
    groups = _Groups()
    for each in every:
        groups.join(each.numbers)
    together: dict[int, list[Logged]] = defaultdict(list)
    for each in every:
        together[groups.of(each.numbers[0])].append(each)
    number = 0
    for those in together.values():
        if len({same_name(each.owner) for each in those}) > 1:
            number += 1
            by = _common(those)
            yield from (Duplicate(number, by, each) for each in sorted(those, key=lambda each: each.owner))


def _common(those: Sequence[Logged]) -> str:
    if len({each.credit for each in those} - {0}) == 1 and all(each.credit for each in those):
        return "credit"
    return "record" if len({each.uuid for each in those}) == 1 and those[0].uuid else "number"


class _Groups:
    """Numbers that belong together, by way of others if need be."""

    def __init__(self) -> None:
        self._above: dict[int, int] = {}

    def of(self, number: int) -> int:
        """The number that stands for all of its group."""
        above = self._above
        while above.get(number, number) != number:
            above[number] = above.get(above[number], above[number])
            number = above[number]
        return number

    def join(self, numbers: Sequence[int]) -> None:
        """Put `numbers` into one group."""
        for each in numbers[1:]:
            self._above[self.of(each)] = self.of(numbers[0])
