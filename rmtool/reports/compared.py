"""What every report begins with: its periods, and what its numbers are compared with."""

from rmtool.config.settings import Settings
from rmtool.domain.periods import Period
from rmtool.domain.reports import Span
from rmtool.reports.owed import Wanted


def before(wanted: Wanted) -> Period:
    """What the numbers are compared with: the period before, or its first days while this one is not over (同期)."""
    previous, elapsed = wanted.period.previous, wanted.as_of - wanted.period.first
    if (
        wanted.period.kind == "all"
        or wanted.as_of < wanted.period.first
        or wanted.as_of == wanted.period.last
    ):
        return previous
    return Period("range", previous.first, min(previous.first + elapsed, previous.last))


def span(period: Period) -> Span:
    """A period as a report tells it."""
    return Span(period.kind, period.key, period.first.isoformat(), period.last.isoformat())


def head(wanted: Wanted, settings: Settings) -> tuple[str, Span, Span, str, str, str, str]:
    """The values of a report's `Head`, in their order."""
    return (
        wanted.name,
        span(wanted.period),
        span(before(wanted)),
        wanted.as_of.isoformat(),
        wanted.now.isoformat(timespec="minutes"),
        wanted.owner or settings.owner,
        settings.department,
    )
