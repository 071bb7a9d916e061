"""What an export is asked for, and in which words and how openly it answers."""

from dataclasses import dataclass
from datetime import date

from rmtool.config.profile import Profile
from rmtool.domain.hiding import STRICT
from rmtool.domain.hiding import Hiding
from rmtool.domain.masking import Kind as Secret
from rmtool.domain.periods import Period

SHEETS = ("summary", "visits", "clients", "tasks")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for: the period, whose it is, on which day, in which words.

    Without `language` kinds, tiers and stages stay the keys they are; `hiding` says how openly.
    `made_at`, a UTC instant, asks for the hidden column that a file is known by when it comes back.
    """

    period: Period
    profile: Profile
    today: date
    owner: str = ""
    department: str = ""
    language: str = ""
    hiding: Hiding = STRICT
    sheets: tuple[str, ...] = SHEETS
    columns: tuple[str, ...] = ()
    made_at: str = ""
    team_key: str = ""

    def label(self, which: str, key: str) -> str:
        """The word for `key` of a list of the profile."""
        return self.profile.label(which, key, self.language) if self.language else key

    def tier(self, key: str) -> str:
        """A tier with its key, which is how people name it."""
        return self.profile.tier_name(key, self.language) if self.language else key

    def text(self, text: str) -> str:
        """`text` as it may leave the house."""
        return self.hiding.text(text)

    def name(self, name: str) -> str:
        """A client's name as it may leave the house."""
        return self.hiding.value(name, "name")

    def hidden(self, value: str, kind: Secret) -> str:
        """An identifier as it may leave the house."""
        return self.hiding.value(value, kind)

    @property
    def days(self) -> tuple[str, str]:
        """The first and last day, as the store has them."""
        return self.period.first.isoformat(), self.period.last.isoformat()
