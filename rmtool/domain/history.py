"""History (变更记录) as values: what each command changed, row by row and field by field."""

from collections.abc import Mapping
from typing import Literal
from typing import NamedTuple

Value = str | int | float | None
Row = Mapping[str, Value]
Kind = Literal["added", "changed", "removed", "forgotten"]
# What names a row to the machine or is made from other columns: no news to anybody.
SILENT = frozenset({"id", "uuid", "name_key", "tail", "recorded_at", "message_id", "moves"})
# What says best which row of its table a row is, beside its client.
_TELLING: Mapping[str, tuple[str, ...]] = {
    "client_days": ("name", "day"),
    "client_papers": ("paper",),
    "client_phones": ("phone",),
    "clients": ("name",),
    "complaints": ("who", "cause"),
    "contacts": ("name",),
    "deal_moves": ("day", "stage"),
    "deals": ("product", "amount"),
    "deliveries": ("due_at", "destination"),
    "duty_ticks": ("duty", "day"),
    "greetings": ("occasion", "day"),
    "hand_overs": ("department", "person", "day"),
    "notes": ("day", "text"),
    "plan_stops": ("day", "why"),
    "schedule_runs": ("due_at",),
    "schedules": ("report", "at"),
    "targets": ("measure", "first", "owner"),
    "tasks": ("text", "due"),
    "visit_measures": ("measure", "value"),
    "visits": ("day", "text"),
}


class Difference(NamedTuple):
    """One field that a change gave another value; None is a row that was not there."""

    field: str
    before: Value
    after: Value


class Touched(NamedTuple):
    """A row that a change touched, as it was before and after it; None where it was not there.

    `client` is the number of the client it belongs to. A forgotten row says nothing any more.
    """

    table: str
    key: Value
    kind: Kind
    client: int | None
    before: Row | None
    after: Row | None

    @property
    def telling(self) -> tuple[Difference, ...]:
        """The fields that say which row it is, as it is after the change, or was before it."""
        row = self.after or self.before or {}
        return tuple(Difference(each, None, row.get(each)) for each in _TELLING[self.table])

    @property
    def differences(self) -> tuple[Difference, ...]:
        """The fields that are news: all that have another value, those of the machine left out."""
        if self.before is None or self.after is None:
            return ()
        before, after = self.before, self.after
        return tuple(
            Difference(field, before.get(field), value)
            for field, value in after.items()
            if field not in SILENT and before.get(field) != value
        )

    @property
    def lost(self) -> tuple[Difference, ...]:
        """What a row held that the change removed, beside what tells which row it was."""
        told = {*SILENT, *_TELLING[self.table], "client_id"}
        if self.before is None or self.after is not None:
            return ()
        return tuple(
            Difference(field, value, None)
            for field, value in self.before.items()
            if field not in told and value not in ("", 0, None, "[]", "{}")
        )

    def reversed(self) -> "Touched":
        """The same row as an undo touches it: what was there comes back."""
        kinds: Mapping[Kind, Kind] = {"added": "removed", "removed": "added"}
        kind = kinds.get(self.kind, self.kind)
        return self._replace(kind=kind, before=self.after, after=self.before)


class Change(NamedTuple):
    """One command's effect on the store. `at` is a UTC instant; `counts` is rows by table and kind.

    `undoes` is the change that it takes back, `undone_by` the one that took it back.
    """

    number: int
    at: str
    command: str
    options: tuple[str, ...]
    user: str
    host: str
    undoes: int | None
    undone_by: int | None
    counts: Mapping[tuple[str, Kind], int]


class Told(NamedTuple):
    """A change with some of its rows; `more` is how many it touched beside them, `names` those of clients by number."""

    change: Change
    rows: tuple[Touched, ...]
    more: int
    names: Mapping[int, str]
