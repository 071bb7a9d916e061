"""A deal (商机): a product opportunity with an amount, as a value."""

from typing import NamedTuple


class Deal(NamedTuple):
    """`amount` is in fen; `stage` a key of the profile; `moved_on` the day it came into its stage.

    `outcome` is empty while it is open, else won or lost, since `closed_on`; `reason` says why.
    """

    client: int
    product: str
    amount: int
    number: int = 0
    uuid: str = ""
    client_name: str = ""
    visit: int | None = None
    stage: str = ""
    outcome: str = ""
    expected: str = ""
    owner: str = ""
    reason: str = ""
    opened_on: str = ""
    moved_on: str = ""
    closed_on: str = ""
    recorded_at: str = ""


class Recommendation(NamedTuple):
    """A product worth bringing up: `holders` of the `clients` like it hold it; `tier` and `industry` say what they
    share with it (both empty: nothing)."""

    product: str
    holders: int
    clients: int
    tier: str = ""
    industry: str = ""
