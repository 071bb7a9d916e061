"""A visit (拜访): one logged touch of any kind, as a value."""

from dataclasses import dataclass
from dataclasses import field


@dataclass(frozen=True, slots=True)
class Visit:
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
    measures: dict[str, float] = field(default_factory=dict)
    owner: str = ""
    recorded_at: str = ""
