"""The official working calendar of mainland China, shift days (调休) included: the one room that knows chinesecalendar.

Its days are those the State Council announces each autumn for the year to come.
"""

from chinese_calendar import constants  # type: ignore[import-untyped]

from rmtool.domain.workdays import WorkCalendar


def official() -> WorkCalendar:
    """The calendar of every year the library knows."""
    off, on = frozenset(constants.holidays), frozenset(constants.workdays)
    return WorkCalendar(off, on, frozenset(day.year for day in off))
