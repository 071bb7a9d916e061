"""What became of a report on its way: each delivery (送达) to one destination, and whether all were in time."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from datetime import timedelta

from rmtool.domain.text import shown
from rmtool.errors import UsageError
from rmtool.i18n import _

MADE, SENDING, SENT, FAILED, UNKNOWN = "made", "sending", "sent", "failed", "unknown"
# How long after each failed attempt the next one may come; after the last of them it is given up.
WAITS = (
    timedelta(minutes=5), timedelta(hours=1), timedelta(hours=4), timedelta(days=1), timedelta(days=1),
)  # fmt: skip
# Without a deadline a report counts as missing once two hourly runs could have caught up with it.
UNHURRIED = timedelta(hours=2)
LATE, MISSING, WAITING, COMING, HANDED_IN = "late", "missing", "waiting", "coming", "handed-in"
TROUBLES = (UNKNOWN, FAILED, MISSING, LATE)

_ADDRESS = re.compile(
    r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?"
)


@dataclass(frozen=True, slots=True)
class Delivery:
    """One report to one destination: `due_at` is a local minute, the other times are UTC instants.

    `failed` with a `next_try` is tried again then, without one it failed for good. `unknown` may have arrived: it is
    never sent again by itself.
    """

    schedule: int
    due_at: str
    destination: str
    message_id: str = ""
    state: str = MADE
    attempts: int = 0
    next_try: str = ""
    last_error: str = ""
    made_at: str = ""
    tried_at: str = ""
    sent_at: str = ""
    number: int = 0

    def pending(self, instant: str) -> bool:
        """Whether it is to be sent at that UTC instant."""
        return self.state == MADE or (self.state == FAILED and "" < self.next_try <= instant)


@dataclass(frozen=True, slots=True)
class HandIn:
    """A report that was or will be due: its times are local minutes; empty where there is none."""

    schedule: int
    report: str
    period: str
    due_at: str
    deadline: str
    state: str
    made_at: str
    deliveries: tuple[Delivery, ...] = ()


def wait(attempts: int) -> timedelta | None:
    """How long to wait after so many failed attempts; None where enough is enough."""
    return WAITS[attempts - 1] if attempts <= len(WAITS) else None


def judged(
    due: datetime, deadline: datetime | None, now: datetime, sent: Sequence[tuple[Delivery, datetime | None]]
) -> str:
    """The state of a hand-in: each of its deliveries with the local moment it was sent; none where it wasn't made."""
    states = {each.state for each, _moment in sent}
    if states == {SENT}:
        last = max(moment for _each, moment in sent if moment)
        return LATE if deadline and last > deadline else HANDED_IN
    if UNKNOWN in states:
        return UNKNOWN
    if any(each.state == FAILED and not each.next_try for each, _moment in sent):
        return FAILED
    if due > now:
        return COMING
    return MISSING if now > (deadline or due + UNHURRIED) else WAITING


def place(destination: str) -> str:
    """A destination in words; a robot by its name alone."""
    kind, colon, name = destination.partition(":")
    if not colon:
        return _("the folder")
    return shown(name) if kind == "mail" else _("robot {name}").format(name=shown(name))


def addresses(text: str) -> tuple[str, ...]:
    """The mail addresses in `text`, between commas; raises UsageError for what is none."""
    found = tuple(dict.fromkeys(each.strip() for each in re.split("[,，;；]", text) if each.strip()))
    for each in found:
        if not _ADDRESS.fullmatch(each) or ".." in each:
            raise UsageError(
                _("{word} is no mail address: write it as name@example.com.").format(word=shown(each[:60]))
            )
    return found
