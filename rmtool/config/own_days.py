"""The firm's own days off and on, from `calendar.toml` in the home.

off = ["2026-12-24..2026-12-26"]   days off beside the official ones
on = ["2026-12-27"]                days worked all the same
years = [2027]                     years whose days are all given here
"""

from datetime import date
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

from rmtool.config import toml
from rmtool.i18n import _

_LONGEST = 366


class OwnDays(NamedTuple):
    """Days that differ from the official calendar, and the years that are given whole."""

    off: tuple[date, ...] = ()
    on: tuple[date, ...] = ()
    years: tuple[int, ...] = ()


def load(path: Path) -> OwnDays:
    """The days in `path`, none where it is missing; raises SettingsError naming file, line and key."""
    values: dict[str, object] = {}
    for key, value in toml.read(path).items():
        place = toml.Place(path)
        if key not in OwnDays._fields:
            raise place.error(key, toml.unknown(key, OwnDays._fields))
        if not isinstance(value, list):
            raise place.error(key, _("{key} must be a list.").format(key=key))
        values[key] = _years(place, value) if key == "years" else _days(place, key, value)
    return OwnDays(**values)  # type: ignore[arg-type]


def _years(place: toml.Place, value: list[object]) -> tuple[int, ...]:
    years = tuple(each for each in value if isinstance(each, int) and 1900 <= each <= 2100)
    if len(years) != len(value):
        raise place.error("years", _("years is a list of years, such as [2027]."))
    return years


def _days(place: toml.Place, key: str, value: list[object]) -> tuple[date, ...]:
    days: list[date] = []
    for each in value:
        first, dots, last = (each.isoformat() if isinstance(each, date) else str(each)).partition("..")
        try:
            begin, end = date.fromisoformat(first), date.fromisoformat(last if dots else first)
        except ValueError as error:
            raise place.error(key, _wrong(each)) from error
        if not 0 <= (end - begin).days <= _LONGEST:
            raise place.error(key, _wrong(each))
        days += [begin + timedelta(days=place) for place in range((end - begin).days + 1)]
    return tuple(days)


def _wrong(value: object) -> str:
    return _("{word} is no day: write it as 2026-12-24 or 2026-12-24..2026-12-26.").format(word=value)
