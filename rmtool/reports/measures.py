"""The measures of a period: what visits logged, and what the profile has counted, against the period before."""

import sqlite3
from dataclasses import replace

from rmtool.config.profile import Profile
from rmtool.domain.periods import Period
from rmtool.domain.reports import MeasureRow
from rmtool.domain.targets import COUNTED
from rmtool.domain.targets import Gauge
from rmtool.domain.targets import Target
from rmtool.store import measures
from rmtool.store import targets


def gauge(key: str, profile: Profile) -> Gauge:
    """How the measure `key` is got: as the profile says, else as rmtool counts it, else the sum of what visits log."""
    known = profile.measure(key)
    if known is not None:
        return Gauge(known.key, known.of, known.kinds, known.over)
    return Gauge(key, key if key in COUNTED else "")


def section(
    db: sqlite3.Connection, here: Period, there: Period, owner: str, profile: Profile
) -> tuple[MeasureRow, ...]:
    """Every measure that the period `here` has a number for, the profile's first; the change is against `there`."""
    now, then = (
        measures.logged(db, each.first.isoformat(), each.last.isoformat(), owner) for each in (here, there)
    )
    own = [each.key for each in profile.measures]
    found = (
        _counted(db, each, here, there, owner) if each.of else _logged(each, now, then)
        for each in (gauge(key, profile) for key in [*own, *(key for key in now if key not in own)])
    )
    units = {each.key: each.unit for each in profile.measures}
    return tuple(replace(row, unit=units.get(row.key, "")) for row in found if row is not None)


def _logged(
    each: Gauge, now: dict[str, measures.Logged], then: dict[str, measures.Logged]
) -> MeasureRow | None:
    if each.key not in now:
        return None
    value = over(now[each.key], each.over)
    before = over(then[each.key], each.over) if each.key in then else None
    return _row(each, value, before, now[each.key].entries)


def over(found: measures.Logged, how: str) -> float:
    """The one number that is made of what was logged: its sum, mean or last."""
    return {"sum": found.total, "mean": found.mean, "last": found.last}[how]


def _counted(
    db: sqlite3.Connection, each: Gauge, here: Period, there: Period, owner: str
) -> MeasureRow | None:
    value, before = (
        sum(targets.by_day(db, Target(each.key, when, 0, owner), each).values()) for when in (here, there)
    )
    return _row(each, value, before, 0) if value or before else None


def _row(each: Gauge, value: float, before: float | None, entries: int) -> MeasureRow:
    # Nobody reads more of a mean.
    places = 2 if each.over == "mean" else 4
    value = _plain(value, places)
    change = None if before is None else _plain(value - _plain(before, places), places)
    return MeasureRow(each.key, each.over, "", value, change, entries)


def _plain(number: float, places: int) -> float:
    """A number as people write it: whole where it is, never with the noise of binary fractions."""
    rounded = round(number, places)
    return int(rounded) if rounded == int(rounded) else rounded
