"""A period as it is typed, as the UTC instants between which it lies: what is on record is kept by instant."""

from datetime import UTC
from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta

from rmtool.app import App
from rmtool.domain import periods


def of(app: App, period: str) -> tuple[str, str]:
    """The instants at which `period` begins and ends here, the end left out; both empty for no period."""
    if not period:
        return "", ""
    within = periods.parse_period(period, app.today, "day")
    return _begin(app, within.first), _begin(app, within.last + timedelta(days=1))


def _begin(app: App, day: date) -> str:
    begin = datetime.combine(day, time(), app.now.tzinfo)
    return begin.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
