"""A schedule (定时任务) as a value: which report is written when, where it goes and by when it must be there."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from datetime import timedelta

from rmtool.domain import periods
from rmtool.domain.schedule_times import FAR
from rmtool.domain.schedule_times import At as At
from rmtool.domain.schedule_times import parse_at as parse_at
from rmtool.domain.schedule_times import parse_by as parse_by
from rmtool.i18n import N_
from rmtool.i18n import _

# The reports a schedule can run, each with the kind of its period.
KINDS: dict[str, periods.Kind] = {
    "daily": "day", "weekly": "week", "tenday": "tenday", "monthly": "month", "quarterly": "quarter", "market": "month",
    "complaints": "month", "satisfaction": "month", "client-base": "year", "morning-brief": "day",
}  # fmt: skip
PERIODS = ("this", "last")
REPORT_FORMATS = {"text": "txt", "md": "md", "html": "html", "json": "json", "docx": "docx", "pdf": "pdf"}
EXPORT_FORMATS = {"xlsx": "xlsx", "csv": "csv"}
FORMATS = {**REPORT_FORMATS, **EXPORT_FORMATS}
FOLDER, MAIL, ROBOT = "folder", "mail:", "robot:"
_LABELS = {
    "daily": N_("Daily report"), "weekly": N_("Weekly report"), "tenday": N_("Ten-day report"),
    "monthly": N_("Monthly report"), "quarterly": N_("Quarterly report"), "market": N_("Market report"),
    "complaints": N_("Complaints report"), "satisfaction": N_("Satisfaction report"), "client-base": N_("Client base"),
    "morning-brief": N_("Morning brief"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Schedule:
    """`period` is "this" (a run reports on the period that holds its due time) or "last" (the one before).

    The report goes into `folder`, to the addresses `mail` and to the `robots` of group chats, at least to one of
    them; where there is a `deadline`, by then. A `reason` says why what it writes is not masked; empty, it is.
    """

    report: str
    at: At
    folder: str
    format: str = "md"
    period: str = "this"
    language: str = "en"
    owner: str = ""
    number: int = 0
    uuid: str = ""
    recorded_at: str = ""
    deadline: At | None = None
    mail: tuple[str, ...] = ()
    robots: tuple[str, ...] = ()
    reason: str = ""

    def covers(self, due: datetime) -> periods.Period:
        """The period that the run due at `due` reports on."""
        period = periods.of(KINDS[self.report], due.date())
        return period.previous if self.period == "last" else period

    def file_name(self, due: datetime) -> str:
        """The file of the run due at `due`, named by report and period: weekly-2026-W48.md."""
        return f"{self.report}-{self.covers(due).key}.{FORMATS[self.format]}"

    @property
    def destinations(self) -> tuple[str, ...]:
        """Where a report goes: folder, mail:ADDRESS, robot:NAME."""
        folder = (FOLDER,) if self.folder else ()
        return (*folder, *(MAIL + each for each in self.mail), *(ROBOT + each for each in self.robots))

    def due_by(self, due: datetime) -> datetime | None:
        """By when the report of the run due at `due` must be handed in: the first deadline from then on."""
        if self.deadline is None:
            return None
        return next(self.deadline.due_times(due - timedelta(minutes=1), due + FAR), None)

    def message_id(self, due: datetime, destination: str) -> str:
        """The Message-ID of this report at this destination, the same at every attempt."""
        words = (self.uuid, self.report, self.covers(due).key, due.isoformat(), destination)
        return f"<{hashlib.sha256('|'.join(words).encode()).hexdigest()[:32]}@rmtool.invalid>"


def label(report: str) -> str:
    """What people call that report."""
    return _(_LABELS[report]) if report in _LABELS else report


def usual_period(report: str, at: At) -> str:
    """Whether a report run at such times is on this or the last period, where nothing is said.

    It is the last one for a week's report on Monday and a month's in its first five days.
    """
    on_monday = KINDS.get(report) == "week" and not (at.day or at.ends) and at.weekdays == (0,)
    early = KINDS.get(report) == "month" and 1 <= at.day <= 5
    return "last" if on_monday or early else "this"
