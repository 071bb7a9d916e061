"""Papers (资料) that clients must hand in: which are there, missing, expired, about to expire."""

from datetime import date
from datetime import timedelta
from typing import NamedTuple

MISSING, EXPIRED, EXPIRING, THERE = "missing", "expired", "expiring", "there"
SOON_DAYS = 30


class Paper(NamedTuple):
    """A paper of a client as it was handed in; the days are ISO, `expires_on` empty where it does not expire."""

    client: int
    paper: str
    received_on: str
    expires_on: str = ""
    remark: str = ""
    number: int = 0
    uuid: str = ""
    recorded_at: str = ""


class PaperLine(NamedTuple):
    """A paper of a client with its state; `days` until it expires are negative once it has, None where it does not."""

    client: int
    client_name: str
    paper: str
    state: str
    received_on: str = ""
    expires_on: str = ""
    days: int | None = None
    remark: str = ""


def judged(paper: Paper, client_name: str, today: date, soon: int = SOON_DAYS) -> PaperLine:
    """A paper that was handed in, with its state on `today`; one is good on the day it expires."""
    days = (date.fromisoformat(paper.expires_on) - today).days if paper.expires_on else None
    state = THERE if days is None or days > soon else EXPIRED if days < 0 else EXPIRING
    return PaperLine(
        paper.client, client_name, paper.paper, state, paper.received_on, paper.expires_on, days, paper.remark
    )


def last_day(today: date, soon: int = SOON_DAYS) -> str:
    """The last ISO day whose papers expire within `soon` days."""
    return (today + timedelta(days=soon)).isoformat()
