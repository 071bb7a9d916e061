"""The morning brief (晨会): the days since the last working day in numbers, and what the day wants, as values."""

from typing import NamedTuple

from rmtool.domain.notes import Note
from rmtool.domain.papers import PaperLine
from rmtool.domain.plan import DayPlan
from rmtool.domain.reports import Deals
from rmtool.domain.reports import Remark
from rmtool.domain.standing import Standing
from rmtool.domain.tasks import Task


class IndustryCount(NamedTuple):
    """The visits of one industry (empty: none is kept), the clients they went to, and the clients that are new."""

    industry: str
    visits: int
    clients: int
    new: int


class MorningBrief(NamedTuple):
    """What a morning meeting speaks of: `first` to `last` (ISO days) looked back on, and `day` with its plan.

    `owed` are the tasks due by the day whose clients found no room in the plan, the oldest first; `untold`
    the notes that somebody must hear of at once and has not; `papers` have expired or soon will; `duties` are the
    standing ones that must be done that day or are in danger.
    """

    day: str
    first: str
    last: str
    industries: tuple[IndustryCount, ...]
    questions: tuple[Remark, ...]
    deals: Deals
    plan: DayPlan
    owed: tuple[Task, ...]
    untold: tuple[Note, ...]
    duties: tuple[Standing, ...]
    papers: tuple[PaperLine, ...] = ()


class BriefReport(NamedTuple):
    """The brief as a report that a schedule writes: its values, and `text`, the whole of it as it is read out."""

    name: str
    day: str
    made_at: str
    owner: str
    department: str
    brief: MorningBrief
    text: str
