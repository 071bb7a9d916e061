"""The complaints report: what came in, what was settled in time, what it came from, what repeats."""

import sqlite3
from collections import Counter
from collections.abc import Iterable
from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta

from rmtool.config.profile import Profile
from rmtool.config.settings import Settings
from rmtool.domain.clock import RED
from rmtool.domain.clock import Clock
from rmtool.domain.clock import done_late
from rmtool.domain.complaints import Case
from rmtool.domain.complaints_report import CaseRow
from rmtool.domain.complaints_report import ComplaintCounts
from rmtool.domain.complaints_report import ComplaintsReport
from rmtool.domain.complaints_report import Repeat
from rmtool.domain.reports import Change
from rmtool.domain.reports import KindCount
from rmtool.domain.tasks import Task
from rmtool.reports.compared import before
from rmtool.reports.compared import head
from rmtool.reports.complaints import cases
from rmtool.reports.owed import Wanted
from rmtool.reports.sources import asked
from rmtool.reports.sources import source
from rmtool.store import tasks

REPEAT_DAYS = 90
MOST_WORST = 10
_END = time(23, 59)


def report(
    db: sqlite3.Connection, wanted: Wanted, clock: Clock, settings: Settings, profile: Profile
) -> ComplaintsReport:
    """The complaints of a period, as they stood at its end or stand now."""
    there = before(wanted)
    first, as_of = wanted.period.first.isoformat(), wanted.as_of.isoformat()
    book = _Book(db, wanted, _at(clock, wanted.as_of))
    came, then = book.came(first, as_of), book.came(there.first.isoformat(), there.last.isoformat())
    settled = book.settled(first, as_of)
    settled_then = book.settled(there.first.isoformat(), there.last.isoformat())
    still = book.open(as_of)
    worst = _worst({each.number: each for each in (*came, *settled, *still)}.values(), profile)
    return ComplaintsReport(
        *head(wanted, settings),
        counts=_counts(Change(len(came), len(came) - len(then)), len(settled_then), settled, still),
        causes=_causes(came, then, profile),
        repeats=_repeats(
            came, book.came((wanted.period.first - timedelta(days=REPEAT_DAYS)).isoformat(), as_of)
        ),
        worst=worst[:MOST_WORST],
        worst_left_out=max(len(worst) - MOST_WORST, 0),
        open=still,
        untold=tuple(each for each in settled if not each.told_on),
        sources=asked(
            wanted,
            source("counts", "came_in", "task", (each.number for each in came)),
            source("counts", "settled", "task", (each.number for each in settled)),
            source("counts", "open", "task", (each.number for each in still)),
            source("counts", "overdue", "task", (each.number for each in still if each.late)),
            source("counts", "untold", "task", (each.number for each in settled if not each.told_on)),
        ),
    )


class _Book:
    """The complaints of a report, each as it stood at its end."""

    def __init__(self, db: sqlite3.Connection, wanted: Wanted, clock: Clock) -> None:
        self.db = db
        self.owner = wanted.owner
        self.as_of = wanted.as_of.isoformat()
        self.clock = clock

    def came(self, first: str, last: str) -> tuple[CaseRow, ...]:
        """Those that came in between two days."""
        return self._found(tasks.Filter(state="all", opened_from=first, opened_to=last))

    def settled(self, first: str, last: str) -> tuple[CaseRow, ...]:
        """Those that were settled between two days."""
        return self._found(tasks.Filter(state="closed", closed_from=first, closed_to=last))

    def open(self, day: str) -> tuple[CaseRow, ...]:
        """Those that were open at the end of a day."""
        found = tasks.open_at(self.db, day, self.owner)
        return self._rows(each for each in found if each.kind == "complaint")

    def _found(self, wanted: tasks.Filter) -> tuple[CaseRow, ...]:
        return self._rows(
            tasks.matching(self.db, wanted._replace(kind="complaint", owner=self.owner))
        )  # fmt: skip

    def _rows(self, found: Iterable[Task]) -> tuple[CaseRow, ...]:
        stood = [self._stood(each) for each in found]
        return tuple(_row(each, self.as_of) for each in cases(self.db, stood, self.clock))

    def _stood(self, task: Task) -> Task:
        """The task as it was; closed after the report's last day counts as open."""
        if task.closed_on <= self.as_of:
            return task
        return task._replace(closed_on="", closed_time="", result="")


def _at(clock: Clock, as_of: date) -> Clock:
    """The clock now, or at the end of a day that is over."""
    return clock if as_of == clock.now.date() else clock._replace(now=datetime.combine(as_of, _END))


def _row(case: Case, as_of: str) -> CaseRow:
    task, more = case.task, case.complaint
    closed = bool(task.closed_on)
    return CaseRow(
        number=task.number,
        client=task.client_name,
        client_number=task.client or 0,
        who=more.who,
        text=task.text,
        cause=more.cause,
        severity=task.severity,
        department=more.department,
        opened_on=task.opened_on,
        opened_time=task.opened_time,
        due=task.due,
        due_time=task.due_time,
        closed_on=task.closed_on,
        result=task.result,
        told_on=more.told_on if more.told_on <= as_of else "",
        satisfied={None: "", True: "yes", False: "no"}[more.satisfied],
        state="done" if closed else "overdue" if task.state == RED else "open",
        late=done_late(task) if closed else task.state == RED,
        escalate_to=task.escalate_to,
        owner=task.owner,
        hand_overs=tuple(each for each in case.hand_overs if each.day <= as_of),
    )


def _counts(
    came_in: Change, settled_then: int, settled: tuple[CaseRow, ...], still: tuple[CaseRow, ...]
) -> ComplaintCounts:
    content = Counter(each.satisfied for each in settled)
    late = sum(each.late for each in settled)
    told = sum(bool(each.told_on) for each in settled)
    return ComplaintCounts(
        came_in=came_in,
        settled=Change(len(settled), len(settled) - settled_then),
        open=len(still),
        overdue=sum(each.late for each in still),
        on_time=len(settled) - late,
        late=late,
        satisfied=content["yes"],
        unsatisfied=content["no"],
        unknown=content[""],
        told=told,
        untold=len(settled) - told,
    )


def _causes(came: tuple[CaseRow, ...], then: tuple[CaseRow, ...], profile: Profile) -> tuple[KindCount, ...]:
    """What came in by cause, the most first, then in the profile's order; no cause comes last."""
    here, there = Counter(each.cause for each in came), Counter(each.cause for each in then)
    order = [each.key for each in profile.causes]
    made = (KindCount(key, here[key], here[key] - there[key]) for key in {*here, *there})
    return tuple(
        sorted(
            made,
            key=lambda each: (
                each.key == "",
                -each.count,
                order.index(each.key) if each.key in order else len(order),
                each.key,
            ),
        )
    )


def _repeats(came: tuple[CaseRow, ...], recent: tuple[CaseRow, ...]) -> tuple[Repeat, ...]:
    """Causes met again in the period, then clients that complained again within 90 days; the most first."""
    by_cause: dict[str, list[int]] = {}
    for each in came:
        by_cause.setdefault(each.cause, []).append(each.number)
    causes = [Repeat(cause, "", tuple(found)) for cause, found in by_cause.items() if cause and found[1:]]
    names = {each.client_number: each.client for each in came}
    by_client: dict[int, set[int]] = {}
    for each in came:
        again = {
            other.number
            for other in recent
            if each.client_number
            and other.client_number == each.client_number
            and _near(other.opened_on, each.opened_on)
        }
        if len(again) > 1:
            by_client.setdefault(each.client_number, set()).update(again)
    clients = [Repeat("", names[client], tuple(sorted(found))) for client, found in by_client.items()]
    return (*sorted(causes, key=_often), *sorted(clients, key=_often))


def _near(one: str, other: str) -> bool:
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days) <= REPEAT_DAYS


def _often(repeat: Repeat) -> int:
    return -len(repeat.numbers)


def _worst(found: Iterable[CaseRow], profile: Profile) -> tuple[CaseRow, ...]:
    """The gravest ones and the late ones: the gravest first, of equals the late ones, then the oldest."""
    order = [each.key for each in profile.severities]
    gravest = order[-1:]
    kept = [each for each in found if each.late or each.severity in gravest]

    def rank(row: CaseRow) -> tuple[int, bool, str, int]:
        place = order.index(row.severity) if row.severity in order else -1
        return -place, not row.late, row.opened_on, row.number

    return tuple(sorted(kept, key=rank))
