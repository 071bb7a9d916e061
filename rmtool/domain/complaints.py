"""Complaints (投诉) and the hand-over of requests to departments, as values."""

from typing import NamedTuple

from rmtool.domain.tasks import Task


class Complaint(NamedTuple):
    """What a complaint has beyond its task (`task` is its number): who complained, why, and what came of it.

    `department` is the one that has it now, `told_on` the ISO day the client was told the result; `satisfied` is None
    while that is not known.
    """

    task: int
    who: str = ""
    cause: str = ""
    department: str = ""
    told_on: str = ""
    satisfied: bool | None = None


class HandOver(NamedTuple):
    """A task handed to a department, and there to a person where one is named."""

    task: int
    day: str
    time: str
    department: str
    person: str = ""
    remark: str = ""
    number: int = 0
    uuid: str = ""
    recorded_at: str = ""


class Case(NamedTuple):
    """A task with all that happened to it: what it has as a complaint, and to whom it was handed over."""

    task: Task
    complaint: Complaint
    hand_overs: tuple[HandOver, ...]
