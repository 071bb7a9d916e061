"""Remembering people (客户关怀): what comes up, who gets a text, and the rules of nobody twice."""

from collections.abc import Mapping
from collections.abc import Sequence
from typing import Literal
from typing import NamedTuple

from rmtool.domain.address import Sex
from rmtool.domain.greetings import Greeting
from rmtool.domain.text import fold

BIRTHDAY = "birthday"
BIRTHDAY_WORDS = ("birthday", "birthdays", "生日", "寿辰")


def same_gift(given: Sequence[Greeting], contact: int, gift: str) -> Greeting | None:
    """The last of `given`, a client's gifts, that was the same as `gift` to the same person, or None.

    One given to the client itself counts for whoever is there.
    """
    return next(
        (
            each
            for each in reversed(given)
            if fold(each.gift) == fold(gift) and (not contact or each.contact in (None, contact))
        ),
        None,
    )


def declines(taboos: str, *, gift: bool) -> bool:
    """Whether somebody with these taboos wants no greeting, or no gift where one is meant."""
    words = (*_NO_TEXTS, *_NO_GIFTS) if gift else _NO_TEXTS
    text = taboos.casefold()
    return any(word in text for word in words)


_NO_TEXTS = (
    "问候",
    "祝福",
    "短信",
    "群发",
    "节日",
    "拜年",
    "贺卡",
    "greeting",
    "text message",
    "sms",
    "wishes",
)
_NO_GIFTS = ("礼", "gift", "present")


def kept_in(fields: Mapping[str, str], keys: Sequence[str]) -> str:
    """What a client's own fields hold under one of `keys`; empty where there is none."""
    return next((value for key, value in fields.items() if key.strip().casefold() in keys), "")


LIKES_FIELDS = ("likes", "喜好", "爱好", "偏好")
TABOO_FIELDS = ("taboos", "taboo", "忌讳", "禁忌")
ROLE_FIELDS = ("role", "title", "职务", "职位", "职业")


class Coming(NamedTuple):
    """What comes up on `day`: a birthday, a day of a client's own, or a festival, which is everybody's (`client` 0).

    `greeted` says whether a text was sent this time, and for a festival how many clients got one, out of `clients`.
    """

    kind: Literal["birthday", "own", "festival"]
    occasion: str
    label: str
    day: str
    days: int
    client: int = 0
    client_name: str = ""
    contact: str = ""
    role: str = ""
    age: int | None = None
    lunar: bool = False
    likes: str = ""
    taboos: str = ""
    gift: str = ""
    gift_on: str = ""
    greeted: int = 0
    clients: int = 0


class Recipient(NamedTuple):
    """Who gets a text: a client, and the contact there where it is a company (`contact` 0: nobody is known).

    `name` is the person's, or the firm's where nobody is known there; `age` what a birthday makes it.
    """

    client: int
    client_name: str
    day: str
    name: str
    contact: int = 0
    role: str = ""
    sex: Sex = ""
    phone: str = ""
    taboos: str = ""
    tier: str = ""
    owner: str = ""
    age: int | None = None


class Chosen(NamedTuple):
    """Who gets a text for an occasion, and who does not and why, by name."""

    recipients: tuple[Recipient, ...]
    greeted: tuple[str, ...] = ()
    taboo: tuple[str, ...] = ()
    same_gift: tuple[str, ...] = ()
    not_for: tuple[str, ...] = ()
