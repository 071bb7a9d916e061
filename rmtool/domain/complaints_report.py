"""The complaints report (投诉分析) as a value: how many, in time or not, what they come from, what repeats."""

from dataclasses import dataclass

from rmtool.domain.complaints import HandOver
from rmtool.domain.reports import Change
from rmtool.domain.reports import Head
from rmtool.domain.reports import KindCount


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A complaint as the report lists it, as it stood on the report's last day.

    `state` is open, overdue or done; `late` says whether it is, or was settled, past due. `satisfied` is yes, no or
    empty; `escalate_to` who must hear of an overdue one.
    """

    number: int
    client: str
    client_number: int
    who: str
    text: str
    cause: str
    severity: str
    department: str
    opened_on: str
    opened_time: str
    due: str
    due_time: str
    closed_on: str
    result: str
    told_on: str
    satisfied: str
    state: str
    late: bool
    escalate_to: str
    owner: str
    hand_overs: tuple[HandOver, ...]


@dataclass(frozen=True, slots=True)
class ComplaintCounts:
    """The numbers at the top; all but the first and the open ones speak of the complaints settled in the period.

    One without a due day is settled on time. `open` holds the overdue ones too.
    """

    came_in: Change
    settled: Change
    open: int
    overdue: int
    on_time: int
    late: int
    satisfied: int
    unsatisfied: int
    unknown: int
    told: int
    untold: int


@dataclass(frozen=True, slots=True)
class Repeat:
    """A cause that came up twice or more in the period, or a client that complained again within 90 days.

    One of `cause` and `client` is empty; `numbers` are the complaints.
    """

    cause: str
    client: str
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ComplaintsReport(Head):
    """The complaints of a period as they stood on `as_of`; `change` is against `previous`, as in a `Report`.

    `causes` counts what came in, the most first; `worst` are the gravest and the late ones; `untold` were settled
    without the client being told.
    """

    counts: ComplaintCounts
    causes: tuple[KindCount, ...]
    repeats: tuple[Repeat, ...]
    worst: tuple[CaseRow, ...]
    worst_left_out: int
    open: tuple[CaseRow, ...]
    untold: tuple[CaseRow, ...]
