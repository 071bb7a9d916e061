"""The make-up of the client base (客户结构) as a value: how many of what, and how they are touched."""

from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from rmtool.domain.reports import Change
from rmtool.domain.reports import Head
from rmtool.domain.reports import TierCount

# The first year of each group, and its key.
_AGES = ((60, "60+"), (50, "50-59"), (40, "40-49"), (30, "30-39"), (0, "0-29"))
_YEARS = ((10, "10+"), (5, "5-9"), (3, "3-4"), (1, "1-2"), (0, "0"))
AGE_KEYS = tuple(key for _first, key in reversed(_AGES))
YEAR_KEYS = tuple(key for _first, key in reversed(_YEARS))


@dataclass(frozen=True, slots=True)
class Share:
    """How many clients are of one sort, and the share of all of them; an empty key is what is not known."""

    key: str
    count: int
    percent: int


@dataclass(frozen=True, slots=True)
class Part:
    """The clients parted by `key`: tier, stage, kind, industry, area, source, age, years, or a field of the profile's.

    `others` counts those of sorts too rare to be listed; `field` says that the key is a field's.
    """

    key: str
    field: bool
    rows: tuple[Share, ...]
    others: int


@dataclass(frozen=True, slots=True)
class ClientBase(Head):
    """What the clients kept on `as_of` are, and what changed in the period, against `previous`, as in a `Report`.

    `added` and `archived` count the period's; `lost` all whose stage is lost.
    """

    clients: int
    added: Change
    archived: Change
    lost: int
    tiers: tuple[TierCount, ...]
    groups: tuple[Part, ...]


def part(
    key: str, counts: Mapping[str, int], order: Iterable[str] = (), most: int = 12, *, field: bool = False
) -> Part:
    """The clients parted by `key`: in `order` where there is one, else the most first; what is not known comes last."""
    whole = sum(counts.values())
    places = {name: place for place, name in enumerate(order)}
    names = sorted(
        (name for name in counts if name and counts[name]),
        key=lambda name: (places.get(name, len(places)), -counts[name], name),
    )
    listed = [*names[:most], *([""] if counts.get("") else [])]
    rows = tuple(Share(name, counts[name], round(100 * counts[name] / whole)) for name in listed)
    return Part(key, field, rows, sum(counts[name] for name in names[most:]))


def age_group(birthday: str, id_number: str, day: date) -> str:
    """The group of ages of who was born then, by the years between; empty where the year is not known."""
    born = birthday[:4] if birthday[:4].isdecimal() else id_number[6:10]
    if not born.isdecimal() or not 0 <= day.year - int(born) < 130:
        return ""
    return _group(_AGES, day.year - int(born))


def years_group(added_on: str, day: date) -> str:
    """The group of whole years since a client was added."""
    added = date.fromisoformat(added_on)
    years = day.year - added.year - ((day.month, day.day) < (added.month, added.day))
    return _group(_YEARS, max(years, 0))


def _group(groups: tuple[tuple[int, str], ...], number: int) -> str:
    return next(key for first, key in groups if number >= first)
