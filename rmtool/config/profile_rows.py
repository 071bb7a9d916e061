"""The rows of a profile, one kind of [[table]] each; NamedTuples, because they are made on the way of every command."""

from typing import NamedTuple


class Choice(NamedTuple):
    """One word of a list the profile holds: its key and its labels.

    Of a tier also the days after which it is quiet and whether products are recommended to it, of a kind of visit whether it breaks a silence, of a kind of task
    how soon it must be done (`sla`, such as 8h, 4wh, 2wd or 15d), who hears of it when it is late (`escalate_to`) and
    the duty that says so, of a client's stage whether its clients are owed touches (`owed`), of a deal's stage its chance in percent, whether it ends it (`outcome`: won or lost), and
    after how many days in it a deal is stuck.
    """

    key: str
    zh: str = ""
    en: str = ""
    quiet_after: int = 0
    counts: bool = True
    sla: str = ""
    escalate_to: str = ""
    duty: str = ""
    chance: int = 0
    outcome: str = ""
    stuck_after: int = 0
    owed: bool = False
    recommend: bool = True

    def label(self, language: str) -> str:
        """The word as people of `language` say it."""
        return _label(self, language) or self.key

    def brief(self, language: str) -> str:
        """The key, with the label where that says more."""
        return _brief(self, language)


class Rule(NamedTuple):
    """How often clients of `tier` (empty: any) must be touched by one of `kinds` (empty: any that counts).

    `every` is a cadence as it is written, `milestone` (a touch at each one) or, with `after`, an SLA: so soon after a
    touch of the kind `after` one of `kinds` is due, unless it has been. `duty` cites the duty it comes from.
    """

    every: str
    tier: str = ""
    kinds: tuple[str, ...] = ()
    after: str = ""
    zh: str = ""
    en: str = ""
    duty: str = ""

    def label(self, language: str) -> str:
        """What the rule is called; empty where it has no name."""
        return _label(self, language)

    @property
    def called(self) -> bool:
        """Whether a touch or a milestone calls for it; else it runs by the clock."""
        return bool(self.after) or self.every == MILESTONE


class SlaRule(NamedTuple):
    """How soon a task of `kind` and `severity` must be done, where that is not the kind's own `sla`."""

    kind: str
    severity: str
    sla: str
    duty: str = ""


class Field(NamedTuple):
    """A field of the trade's own for clients or visits.

    `type` is text, number, money, date, choice (one of `choices`, each with its English after a |) or yes-no; a
    `required` one that is missing makes the record incomplete, and is asked for; `shown_in` names the listings that
    show it.
    """

    key: str
    zh: str = ""
    en: str = ""
    type: str = "text"
    choices: tuple[str, ...] = ()
    required: bool = False
    shown_in: tuple[str, ...] = ()
    duty: str = ""

    def label(self, language: str) -> str:
        """The field as people of `language` say it."""
        return _label(self, language) or self.key


class Measure(NamedTuple):
    """A number logged with a visit, or computed (`of`: one of COUNTS; visits and clients of `kinds` only).

    `over` says what makes one number of a period's: its sum, mean or last. `unit` has its English after a | (元|yuan).
    """

    key: str
    zh: str = ""
    en: str = ""
    unit: str = ""
    over: str = "sum"
    of: str = ""
    kinds: tuple[str, ...] = ()
    duty: str = ""

    def label(self, language: str) -> str:
        """The measure as people of `language` say it."""
        return _label(self, language) or self.key


class Paper(NamedTuple):
    """A paper that clients must hand in: of `kind` person or company (empty: both), of `tiers` (none: all).

    One that `expires` has a day until which it is good.
    """

    key: str
    zh: str = ""
    en: str = ""
    kind: str = ""
    tiers: tuple[str, ...] = ()
    expires: bool = False
    duty: str = ""

    def label(self, language: str) -> str:
        """The paper as people of `language` say it."""
        return _label(self, language) or self.key

    def brief(self, language: str) -> str:
        """The key, with the label where that says more."""
        return _brief(self, language)


class Duty(NamedTuple):
    """A standing duty (常规职责): what must be done so often (`every`, a cadence), by what it is known to be done.

    `by` is one of DUTY_BY: tick (somebody says so; with `items`, each of them), visits (of `kinds`, with `measure` at
    least `least` where one is named; each client of `tier` where there is one), notes (of `kinds`), greetings (sent, or
    ticked), tasks (of `kinds`, all due ones in time), report (`report`, made by its schedule or ticked), cadence (nobody overdue by the rules that cite
    the duty) or records (every client of `tier` complete). An item may carry both languages, as 名片|cards. `before` is
    the day of the month by whose end it must be done.
    """

    key: str
    every: str = "1/month"
    by: str = "tick"
    zh: str = ""
    en: str = ""
    duty: str = ""
    tier: str = ""
    kinds: tuple[str, ...] = ()
    measure: str = ""
    least: int = 0
    report: str = ""
    before: int = 0
    items: tuple[str, ...] = ()

    def label(self, language: str) -> str:
        """The duty as people of `language` say it."""
        return _label(self, language) or self.key


# What `every` of a rule says for a touch at each milestone.
MILESTONE = "milestone"
DUTY_BY = ("tick", "visits", "notes", "greetings", "tasks", "report", "cadence", "records")
# The reports that a schedule can write (`domain.schedules.KINDS`, which is too much for the way of every command).
REPORTS = (
    "daily",
    "weekly",
    "tenday",
    "monthly",
    "quarterly",
    "market",
    "complaints",
    "satisfaction",
    "client-base",
    "morning-brief",
)
FIELD_TYPES = ("text", "number", "money", "date", "choice", "yes-no")
MEASURED_OVER = ("sum", "mean", "last")
COUNTS = ("visits", "clients", "new-clients", "tasks-done", "won")
SHOWN_IN = ("list-clients", "list-visits", "due", "plan-day", "export")


def _label(row: Choice | Rule | Field | Measure | Paper | Duty, language: str) -> str:
    return row.zh if language == "zh" else row.en


def _brief(row: Choice | Paper, language: str) -> str:
    label = row.label(language)
    return row.key if label.replace(" ", "-") == row.key else f"{row.key} ({label})"
