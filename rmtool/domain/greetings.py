"""Days of a client's own, and what it was sent and given, as values; apart from the rules, since `today` loads them."""

from typing import NamedTuple


class ClientDay(NamedTuple):
    """A day of a client's own that comes every year; `day` is kept in the form of a birthday."""

    client: int
    name: str
    day: str
    lunar: bool = False
    number: int = 0
    uuid: str = ""


class Greeting(NamedTuple):
    """What a client was sent or given: `day` is the day of the occasion, `sent_on` that of sending or giving.

    `occasion` is a festival's key, `birthday`, the name of a day of the client's own, or empty. One without a text is
    a gift alone; `contact` is None where it went to the client itself.
    """

    client: int
    occasion: str
    day: str
    sent_on: str
    text: str = ""
    gift: str = ""
    contact: int | None = None
    owner: str = ""
    number: int = 0
    uuid: str = ""
    client_name: str = ""
    contact_name: str = ""
