"""Who must be touched when, and why, as a value."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Due(NamedTuple):
    """A client and its next touch: `due` is an ISO day, `days` how long that is past (negative: still to come).

    `every` is the cadence in its short form, `own` whether it is the client's alone, `rule` what the profile calls it, `duty` the duty
    it comes from;
    `last_touch` and `last_kind` are empty where it was never touched.

    Of a touch that something calls for, `kinds` are those that answer it, `time` (HH:MM or empty) is when of the day, and
    the last touch is what calls for it; past that time it is overdue the same day, with `days` 0. Of a milestone `task` and `milestone` tell which.
    """

    number: int
    name: str
    tier: str
    area: str
    route: str
    owner: str
    due: str
    days: int
    state: str
    every: str
    rule: str
    duty: str
    last_touch: str
    last_kind: str
    time: str = ""
    kinds: tuple[str, ...] = ()
    task: int = 0
    milestone: str = ""
    own: bool = False
    fields: Mapping[str, str] = MappingProxyType({})
