"""What one screen says: the day as it stands, and the page to read before a visit, as values."""

from dataclasses import dataclass

from rmtool.domain.clients import Client
from rmtool.domain.clients import Contact
from rmtool.domain.deals import Deal
from rmtool.domain.deals import Recommendation
from rmtool.domain.deliveries import HandIn
from rmtool.domain.due import Due
from rmtool.domain.greetings import ClientDay
from rmtool.domain.greetings import Greeting
from rmtool.domain.notes import Note
from rmtool.domain.papers import PaperLine
from rmtool.domain.standing import Standing
from rmtool.domain.tasks import Task
from rmtool.domain.visits import Visit


@dataclass(frozen=True, slots=True)
class Quiet:
    """A client gone quiet: `days` since its last touch that counts, or since it was added."""

    number: int
    name: str
    tier: str
    last_touch: str
    days: int


@dataclass(frozen=True, slots=True)
class Birthday:
    """A birthday that comes up on `day`; `contact` is empty where it is the client's own."""

    day: str
    client: int
    client_name: str
    contact: str
    role: str
    birthday: str
    lunar: bool


@dataclass(frozen=True, slots=True)
class Coming:
    """A festival (then `client` is 0 and `name` its key) or a day of a client's own that comes up on `day`."""

    day: str
    name: str
    client: int = 0
    client_name: str = ""


@dataclass(frozen=True, slots=True)
class Day:
    """The day as it stands; the counts tell how many there are where a tuple holds only the first.

    `untold` are the notes that somebody must hear of at once and has not.
    `duties` are the standing ones that must be done today or are in danger, `called_for` the touches due that
    something calls for: a reception without its interview, a milestone, `hand_ins` the reports that are not in order.
    """

    day: str
    clients: int
    tasks: tuple[Task, ...]
    tasks_count: int
    visits: tuple[Visit, ...]
    visits_count: int
    quiet: tuple[Quiet, ...]
    quiet_count: int
    birthdays: tuple[Birthday, ...]
    untold: tuple[Note, ...]
    coming: tuple[Coming, ...]
    duties: tuple[Standing, ...]
    papers: tuple[PaperLine, ...] = ()
    papers_count: int = 0
    called_for: tuple[Due, ...] = ()
    hand_ins: tuple[HandIn, ...] = ()


@dataclass(frozen=True, slots=True)
class ClientPage:
    """The page to read before a visit; `promised` are the open tasks that came from visits, `papers` those not in order.

    `days` since the last touch is None where there was none.
    """

    client: Client
    referrer: str
    contacts: tuple[Contact, ...]
    last_touch: str
    days: int | None
    visits_count: int
    visits: tuple[Visit, ...]
    promised: tuple[Task, ...]
    tasks: tuple[Task, ...]
    deals: tuple[Deal, ...]
    birthdays: tuple[Birthday, ...]
    notes: tuple[Note, ...]
    own_days: tuple[ClientDay, ...]
    gifts: tuple[Greeting, ...]
    papers: tuple[PaperLine, ...] = ()
    recommended: tuple[Recommendation, ...] = ()
