"""What happened with one client (客户往来), in order, as a value: for a successor, an auditor, or the client itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal
from typing import NamedTuple

from rmtool.domain.clients import Client
from rmtool.domain.clients import Contact
from rmtool.domain.reports import Head
from rmtool.domain.reports import KindCount
from rmtool.domain.reports import TaskRow

What = Literal[
    "added", "archived", "visit", "task", "done", "handed-over", "deal", "moved", "won", "lost", "note", "paper",
    "greeting",
]  # fmt: skip


class Event(NamedTuple):
    """One thing that happened: `day` is an ISO day, `time` HH:MM or empty; `number` that of the record it stands in.

    `kind` is a key: of a visit, task, note, deal stage, department, paper or occasion, as `what` says. `amount` is a
    deal's, in yuan. `details` are the other facts by their English names, those that are empty left out.
    """

    day: str
    time: str
    what: What
    number: int
    kind: str = ""
    text: str = ""
    owner: str = ""
    amount: float | None = None
    details: Mapping[str, str] = MappingProxyType({})
    measures: Mapping[str, float] = MappingProxyType({})


class OpenDeal(NamedTuple):
    """A deal that was open at the report's end; `amount` is in yuan, `expected` an ISO day or empty."""

    number: int
    product: str
    amount: float
    stage: str
    expected: str


@dataclass(frozen=True, slots=True)
class ClientReport(Head):
    """All that happened with `client` in the period, and what was open at its end.

    `kinds` counts the visits by kind, `months` (YYYY-MM as key) by month, `opened` and `done` the tasks.
    """

    client: Client
    referrer: str
    contacts: tuple[Contact, ...]
    visits: int
    kinds: tuple[KindCount, ...]
    months: tuple[KindCount, ...]
    opened: int
    done: int
    overdue: int
    events: tuple[Event, ...]
    open: tuple[TaskRow, ...]
    deals: tuple[OpenDeal, ...]
