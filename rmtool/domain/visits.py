"""A visit (拜访): one logged touch of any kind, as a value."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Visit(NamedTuple):
    """One touch: `day` is a local ISO date, `time` HH:MM or empty, `recorded_at` a UTC instant."""

    client: int
    day: str
    text: str
    number: int = 0
    uuid: str = ""
    client_name: str = ""
    time: str = ""
    minutes: int | None = None
    kind: str = "visit"
    place: str = ""
    people: tuple[str, ...] = ()
    purpose: str = ""
    result: str = ""
    need: str = ""
    feedback: str = ""
    products: tuple[str, ...] = ()
    competitor: str = ""
    measures: Mapping[str, float] = MappingProxyType({})
    fields: Mapping[str, str] = MappingProxyType({})
    owner: str = ""
    recorded_at: str = ""
