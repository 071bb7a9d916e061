"""What the numbers of a report are compared with, and its periods as it tells them."""

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
