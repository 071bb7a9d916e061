"""How a standing duty (常规职责) stands, as a value; apart from the rules, because the day's screen is made of it."""

from collections.abc import Sequence
from typing import NamedTuple

MET, ON_THE_WAY, IN_DANGER, MISSED = "met", "on the way", "in danger", "missed"


class Standing(NamedTuple):
    """How a duty stands in a period; `fails_on` is the ISO day by whose end what is next must be done, else empty.

    `missed` is how often it was not done in time, `items` what is still to be ticked until then.
    """

    key: str
    zh: str
    en: str
    duty: str
    every: str
    by: str
    needed: int
    done: int
    missed: int
    state: str
    fails_on: str
    items: tuple[str, ...] = ()

    def label(self, language: str) -> str:
        """The duty as people of `language` say it."""
        return (self.zh if language == "zh" else self.en) or self.key

    @property
    def percent(self) -> int | None:
        """How much of what could be judged so far was done in time; None where nothing could."""
        judged = self.done + self.missed
        return round(100 * self.done / judged) if judged else None

    def presses(self, day: str) -> bool:
        """Whether it must be done on `day` or is in danger."""
        return self.state == IN_DANGER or (self.state == ON_THE_WAY and self.fails_on == day)


def compliance(found: Sequence[Standing]) -> int | None:
    """The mean of the duties' percentages; None where none can be judged yet."""
    percents = [each.percent for each in found if each.percent is not None]
    return round(sum(percents) / len(percents)) if percents else None
