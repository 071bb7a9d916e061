"""A day's plan (当日计划): whom to see, why, and what to bring up, as values."""

from typing import NamedTuple

from rmtool.domain.due import Due
from rmtool.domain.overview import Birthday
from rmtool.domain.tasks import Task


class Stop(NamedTuple):
    """A client on the plan with every reason for it, and what to bring up: last need, open promises, taboos, likes."""

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


class DayPlan(NamedTuple):
    """The stops of a working day in the order to drive them, tasks of no client, and how many found no room."""

    day: str
    stops: tuple[Stop, ...]
    desk: tuple[Task, ...]
    left_out: int


class Planned(NamedTuple):
    """A stop that was planned and saved: for which day, why, and whether the client was touched that day."""

    day: str
    client: int
    name: str
    why: str
    done: bool
