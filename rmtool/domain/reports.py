"""A report (报告) as a value: what is true of a period. Writers show it, templates get it as it stands.

Every word in it is a key (`visit`, `A`) or data; labels are the writer's. Dates are ISO texts.
"""

from dataclasses import dataclass
from dataclasses import field


@dataclass(frozen=True, slots=True)
class Span:
    """A period: its kind (day, week, ...), its short key, and its two ends."""

    kind: str
    key: str
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Head:
    """What every report says of itself; `as_of` is its last day, or today where that comes first.

    `previous` is what `change` is against: the period before, or as many of its days as this one has had so far.
    `sources` are there where they were asked for.
    """

    name: str
    period: Span
    previous: Span
    as_of: str
    made_at: str
    owner: str
    department: str
    sources: tuple["Source", ...] = field(default=(), kw_only=True)


@dataclass(frozen=True, slots=True)
class Change:
    """A number, and by how much it differs from the period before."""

    count: int
    change: int


@dataclass(frozen=True, slots=True)
class KindCount:
    """How many visits (or notes) of one kind, and the difference from the period before."""

    key: str
    count: int
    change: int


@dataclass(frozen=True, slots=True)
class Counts:
    """The numbers at the top. `open` holds the overdue ones too; `visits` are touches of every kind."""

    visits: Change
    clients: Change
    new_clients: Change
    done: Change
    kinds: tuple[KindCount, ...]
    open: int
    overdue: int
    quiet: int


@dataclass(frozen=True, slots=True)
class KindNumber:
    """How many visits of one kind."""

    key: str
    count: int


@dataclass(frozen=True, slots=True)
class DayCount:
    """How many visits on one day, and of which kinds."""

    day: str
    count: int
    kinds: tuple[KindNumber, ...] = ()


@dataclass(frozen=True, slots=True)
class WeekCount:
    """Visits and clients touched in the part of an ISO week that lies in the period."""

    key: str
    first: str
    last: str
    visits: int
    clients: int


@dataclass(frozen=True, slots=True)
class TierCount:
    """One tier: its clients, how many of them were touched (also in percent), and with how many visits."""

    tier: str
    clients: int
    touched: int
    percent: int
    visits: int


@dataclass(frozen=True, slots=True)
class ClientRow:
    """A client as a report lists it; `days` is how long it has been quiet."""

    number: int
    name: str
    tier: str
    stage: str
    area: str
    added_on: str
    visits: int
    last_touch: str
    days: int


@dataclass(frozen=True, slots=True)
class Clients:
    """Clients touched (the most visits first), new ones, and those gone quiet (the longest first, at most 20)."""

    touched: tuple[ClientRow, ...]
    new: tuple[ClientRow, ...]
    quiet: tuple[ClientRow, ...]


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A task as a report lists it. `state` is done, open or overdue; `days_late` counts from its due day.

    `why` says why it needs support: request, complaint or overdue; else it is empty. `escalate_to` is who must hear
    of an overdue one.
    """

    number: int
    text: str
    kind: str
    client: str
    owner: str
    due: str
    due_time: str
    opened_on: str
    closed_on: str
    result: str
    moves: int
    state: str
    days_late: int
    why: str
    severity: str = ""
    opened_time: str = ""
    escalate_to: str = ""


@dataclass(frozen=True, slots=True)
class VisitRow:
    """A visit as a report lists it, with the tasks that came from it."""

    number: int
    day: str
    time: str
    kind: str
    client: str
    client_number: int
    place: str
    people: tuple[str, ...]
    purpose: str
    text: str
    result: str
    need: str
    feedback: str
    competitor: str
    products: tuple[str, ...]
    minutes: int
    owner: str
    next_steps: tuple[TaskRow, ...]


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """A client whom a saved plan named for a day, why, and whether it was touched that day."""

    day: str
    client: str
    client_number: int
    why: str
    done: bool


@dataclass(frozen=True, slots=True)
class DealRow:
    """A deal as a report lists it; `amount` is in yuan, `state` is new, won, lost or stuck."""

    number: int
    client: str
    product: str
    amount: float
    stage: str
    expected: str
    reason: str
    state: str


@dataclass(frozen=True, slots=True)
class StageSum:
    """How many deals are open in a stage, and what they come to in yuan."""

    key: str
    count: int
    amount: float


@dataclass(frozen=True, slots=True)
class Deals:
    """The deals opened, won and lost in the period and those stuck; what is open at its end, and weighted, in yuan.

    `stages` are the stages that lead to a deal, in order, with what is open in each (the funnel).
    """

    rows: tuple[DealRow, ...]
    won: float
    open: int
    total: float
    weighted: float
    stages: tuple[StageSum, ...] = ()


@dataclass(frozen=True, slots=True)
class Remark:
    """Something heard on a visit: a need, a piece of feedback, what a competitor does."""

    visit: int
    day: str
    client: str
    text: str
    products: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DutyRow:
    """A standing duty as a report lists it; `state` is met, on the way, in danger or missed, `fails_on` its last day."""

    key: str
    zh: str
    en: str
    duty: str
    done: int
    needed: int
    missed: int
    state: str
    fails_on: str


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A note as a report lists it. `state` is told, untold (somebody must hear of it at once) or empty."""

    number: int
    day: str
    kind: str
    text: str
    client: str
    product: str
    competitor: str
    place: str
    severity: str
    tell: str
    told_on: str
    state: str
    owner: str


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """A measure: its number for the period by `over` (sum, mean or last), how often it was logged (0: it is counted),
    and the change against the period before (None: that had no number)."""

    key: str
    over: str
    unit: str
    value: float
    change: float | None
    entries: int


@dataclass(frozen=True, slots=True)
class TargetRow:
    """A target whose period holds the report's last day: what is to be reached, what is, in percent too, and what was
    due by then; `state` is met, on track, behind, missed or ahead."""

    measure: str
    period: str
    owner: str
    value: float
    done: float
    percent: int
    expected: float
    state: str


@dataclass(frozen=True, slots=True)
class Source:
    """What a figure of a section came from: `kind` (visit, client, task, deal, note) and all the numbers of that kind, in order.

    The section `counts` is the sums at the top; its `figure` says which.
    """

    section: str
    figure: str
    kind: str
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Tasks:
    """Tasks done in the period; open ones neither overdue nor in the plan; overdue ones."""

    done: tuple[TaskRow, ...]
    open: tuple[TaskRow, ...]
    overdue: tuple[TaskRow, ...]


@dataclass(frozen=True, slots=True)
class Enquiries:
    """The enquiries that came in during the period, and how many of them were answered by its end or are open."""

    rows: tuple[TaskRow, ...]
    answered: int
    open: int


@dataclass(frozen=True, slots=True)
class Report(Head):
    """Everything a report may say of a period.

    `notes` are those of the period, and older ones still to be passed on.
    `sections` are the keys of what the report is made of, in order (see config.sections).
    `plan` are the open tasks due in `plan_period`, `planned` the stops of the plans saved for the period's days; `visits_left_out` counts what a very long list lost.
    `sources` are there where they were asked for.
    `duties` are told where the report has a section of them and something was due, what needs attention first; `compliance` is how much of them was done in time, in percent.
    """

    plan_period: Span
    sections: tuple[str, ...]
    counts: Counts
    days: tuple[DayCount, ...]
    weeks: tuple[WeekCount, ...]
    tiers: tuple[TierCount, ...]
    clients: Clients
    visits: tuple[VisitRow, ...]
    visits_left_out: int
    needs: tuple[Remark, ...]
    feedback: tuple[Remark, ...]
    complaints: tuple[TaskRow, ...]
    enquiries: Enquiries
    competitors: tuple[Remark, ...]
    notes: tuple[NoteRow, ...]
    tasks: Tasks
    plan: tuple[TaskRow, ...]
    planned: tuple[PlannedRow, ...]
    deals: Deals
    measures: tuple[MeasureRow, ...]
    support: tuple[TaskRow, ...]
    targets: tuple[TargetRow, ...] = ()
    duties: tuple[DutyRow, ...] = ()
    compliance: int | None = None
