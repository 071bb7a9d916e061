"""A day's plan (当日计划): whom to see, why, and what to bring up, as values."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple
from typing import TypeVar

from rmtool.domain.deals import Recommendation
from rmtool.domain.due import Due
from rmtool.domain.overview import Birthday
from rmtool.domain.standing import Standing
from rmtool.domain.tasks import Task


class Stop(NamedTuple):
    """A client on the plan with every reason for it, and what to bring up: last need, open promises, taboos, likes,
    the profile's fields, products that clients like it hold and it does not.
    """

    client: int
    name: str
    tier: str
    area: str
    route: str
    tasks: tuple[Task, ...]
    birthdays: tuple[Birthday, ...]
    due: Due | None
    need: str
    promised: tuple[Task, ...]
    taboos: tuple[str, ...]
    likes: tuple[str, ...]
    fields: Mapping[str, str] = MappingProxyType({})
    recommended: tuple[Recommendation, ...] = ()


class DayPlan(NamedTuple):
    """The stops of a working day in the order to drive them, tasks of no client, and how many found no room.

    `duties` are the standing ones that must be done that day or are in danger.
    """

    day: str
    stops: tuple[Stop, ...]
    desk: tuple[Task, ...]
    left_out: int
    duties: tuple[Standing, ...] = ()


class Planned(NamedTuple):
    """A stop that was planned and saved: for which day, why, and whether the client was touched that day."""

    day: str
    client: int
    name: str
    why: str
    done: bool


class WeekDay(NamedTuple):
    """A working day (ISO) of the weeks to come, with the touches that fall on it and the tasks to be done by it."""

    day: str
    touches: tuple[Due, ...]
    tasks: tuple[Task, ...] = ()


class WeekPlan(NamedTuple):
    """The working days of the weeks to come, and the touches due in them that found no room."""

    days: tuple[WeekDay, ...]
    left: tuple[Due, ...]


Placed = TypeVar("Placed", Stop, Due)


def driven(chosen: list[Placed]) -> list[Placed]:
    """Area by area, the one with the most urgent first; within it by route. `chosen` begins with the most urgent."""
    areas = list(dict.fromkeys(each.area for each in chosen))
    return sorted(chosen, key=lambda each: (areas.index(each.area), each.route))
