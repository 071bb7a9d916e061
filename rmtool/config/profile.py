"""A profile (行业方案): what fits rmtool to a trade. Words are keys with a label in each language.

A NamedTuple, because the profile is read on the way of every command.
"""

from pathlib import Path
from typing import NamedTuple

from rmtool import i18n
from rmtool.config import profile_keys
from rmtool.config import sections
from rmtool.config import toml
from rmtool.config.profile_rows import Choice
from rmtool.config.profile_rows import Duty
from rmtool.config.profile_rows import Field
from rmtool.config.profile_rows import Measure
from rmtool.config.profile_rows import Paper
from rmtool.config.profile_rows import Rule
from rmtool.config.profile_rows import SlaRule
from rmtool.errors import SettingsError
from rmtool.errors import UsageError
from rmtool.i18n import _

_SEVERITIES = (
    Choice("minor", "轻微", "minor"),
    Choice("normal", "一般", "normal"),
    Choice("serious", "严重", "serious"),
)


# Of these a part of the label is enough where only one has it: 售后 of 售后服务部.
_BY_PART = ("departments", "causes", "papers", "milestones")
# A longer key is a word of its own, which its label says already.
_MARK = 2


class Profile(NamedTuple):
    """What fits rmtool to a trade (行业方案)."""

    name: str = ""
    zh: str = ""
    en: str = ""
    tiers: tuple[Choice, ...] = ()
    stages: tuple[Choice, ...] = ()
    visit_kinds: tuple[Choice, ...] = ()
    task_kinds: tuple[Choice, ...] = ()
    deal_stages: tuple[Choice, ...] = ()
    cadences: tuple[Rule, ...] = ()
    severities: tuple[Choice, ...] = _SEVERITIES
    slas: tuple[SlaRule, ...] = ()
    departments: tuple[Choice, ...] = ()
    causes: tuple[Choice, ...] = ()
    milestones: tuple[Choice, ...] = ()
    products: tuple[Choice, ...] = ()
    measures: tuple[Measure, ...] = ()
    client_fields: tuple[Field, ...] = ()
    visit_fields: tuple[Field, ...] = ()
    papers: tuple[Paper, ...] = ()
    duties: tuple[Duty, ...] = ()
    quiet_after: int = 30
    others_count: bool = True
    mask: str = "strict"
    work_from: str = "09:00"
    work_to: str = "18:00"
    max_per_day: int = 8
    daily_sections: tuple[str, ...] = sections.DAILY
    weekly_sections: tuple[str, ...] = sections.WEEKLY
    monthly_sections: tuple[str, ...] = sections.MONTHLY

    def choose(self, which: str, word: str) -> str:
        """The key of `word` (a key, or a label in either language) in list `which`; raises UsageError with the right ones."""
        if key := self.known(which, word) or (self._by_part(which, word) if which in _BY_PART else ""):
            return key
        known = _(", ").join(choice.brief(i18n.language()) for choice in getattr(self, which))
        names = {
            "tiers": _("Unknown tier {word}: use one of {known}."),
            "stages": _("Unknown stage {word}: use one of {known}."),
            "visit_kinds": _("Unknown kind of visit {word}: use one of {known}."),
            "task_kinds": _("Unknown kind of task {word}: use one of {known}."),
            "deal_stages": _("Unknown stage of a deal {word}: use one of {known}."),
            "severities": _("Unknown severity {word}: use one of {known}."),
            "departments": _("Unknown department {word}: use one of {known}."),
            "causes": _("Unknown cause {word}: use one of {known}."),
            "papers": _("Unknown paper {word}: use one of {known}."),
            "milestones": _("Unknown milestone {word}: use one of {known}."),
        }
        raise UsageError(names[which].format(word=word, known=known))

    def known(self, which: str, word: str) -> str:
        """The key of `word` (a key, or a label in either language) in list `which`; empty where that has no such row."""
        folded = word.strip().casefold()
        for row in getattr(self, which):
            if folded and folded in (row.key.casefold(), row.zh.casefold(), row.en.casefold()):
                return str(row.key)
        return ""

    def _by_part(self, which: str, word: str) -> str:
        """The key of the only row in list `which` whose label has `word` in it; empty where none or several have."""
        folded = word.strip().casefold()
        rows = [
            row.key
            for row in getattr(self, which)
            if len(folded) > 1 and (folded in row.zh or folded in row.en.casefold())
        ]
        return str(rows[0]) if len(rows) == 1 else ""

    def field(self, which: str, word: str) -> Field | None:
        """The field of `client_fields` or `visit_fields` that `word` names, if it is one of them."""
        return next((each for each in getattr(self, which) if each.key == self.known(which, word)), None)

    def measure(self, word: str) -> Measure | None:
        """The measure that `word` names, if it is one of the profile's."""
        return next((each for each in self.measures if each.key == self.known("measures", word)), None)

    def label(self, which: str, key: str, language: str) -> str:
        """The label of `key` in list `which`, or the key itself where the profile no longer has it."""
        return next((str(each.label(language)) for each in getattr(self, which) if each.key == key), key)

    def tier_name(self, key: str, language: str) -> str:
        """A tier as people name it: A 重点, the key first where it is a mark and no word; empty for none."""
        label = self.label("tiers", key, language)
        return f"{key} {label}" if 0 < len(key) <= _MARK and label != key else label

    def tier_place(self, key: str) -> int:
        """The place of tier `key` in the profile's order, the first being 0; one it does not hold comes last."""
        return next((place for place, each in enumerate(self.tiers) if each.key == key), len(self.tiers))

    @property
    def counting(self) -> tuple[str, ...]:
        """The kinds of visit that break a silence."""
        return tuple(each.key for each in self.visit_kinds if each.counts)

    @property
    def owed(self) -> tuple[str, ...]:
        """The stages whose clients are owed touches: prospect, active, and those that say so."""
        return (*_NEEDED["stages"], *(each.key for each in self.stages if each.owed))

    def rules(self, tier: str) -> tuple[Rule, ...]:
        """The cadences of a tier; one for this tier goes before one for any with the same kinds.

        Rules that answer a touch or a milestone run by no clock: they are not among them.
        """
        timed = [each for each in self.cadences if not each.called]
        own = [each for each in timed if tier and each.tier == tier]
        kinds = {each.kinds for each in own}
        return (*own, *(each for each in timed if not each.tier and each.kinds not in kinds))

    def sla(self, kind: str, severity: str = "") -> str:
        """How soon a task of `kind` and `severity` must be done, as it is written; empty where nothing is said."""
        own = [each.sla for each in self.slas if (each.kind, each.severity) == (kind, severity)]
        return next(iter([*own, *(each.sla for each in self.task_kinds if each.key == kind)]), "")

    @property
    def escalations(self) -> dict[str, str]:
        """Who hears of late tasks, by the kinds for which somebody is named."""
        return {each.key: each.escalate_to for each in self.task_kinds if each.escalate_to}

    def papers_of(self, kind: str, tier: str) -> tuple[Paper, ...]:
        """The papers that a client of this kind and tier must hand in."""
        return tuple(
            each for each in self.papers if each.kind in ("", kind) and (not each.tiers or tier in each.tiers)
        )

    def quiet_days(self, tier: str) -> int:
        """Days without a touch after which a client of `tier` counts as gone quiet."""
        for choice in self.tiers:
            if choice.key == tier and choice.quiet_after:
                return choice.quiet_after
        return self.quiet_after


def load(path: Path) -> Profile:
    """The profile in `path`; raises SettingsError naming file, line and key."""
    profile = Profile(**profile_keys.read(path))  # type: ignore[arg-type]
    for which, keys in _NEEDED.items():
        missing = [key for key in keys if all(each.key != key for each in getattr(profile, which))]
        if missing:
            raise SettingsError(
                _("{path}: {which} lacks {key}, which rmtool itself uses: add it.").format(
                    path=path, which=which, key=missing[0]
                )
            )
    _check_names(profile, path)
    _check_sections(profile, path)
    return profile


def _check_names(profile: Profile, path: Path) -> None:
    """Raises SettingsError for a tier, kind or severity that a row names and the profile does not have."""
    keys = {which: {each.key for each in getattr(profile, which)} for which in _NAMED}
    for section in ("cadences", "slas", "papers", "duties", "measures"):
        for number, row in enumerate(getattr(profile, section)):
            for key, which, sentence in _names(row):
                named = getattr(row, key)
                for word in (named,) if isinstance(named, str) else named:
                    if word and word not in keys[which]:
                        place = toml.Place(path, section, number)
                        raise place.unknown(
                            key, sentence, word, tuple(each.key for each in getattr(profile, which))
                        )


_NAMED = ("tiers", "visit_kinds", "task_kinds", "severities")


def _names(row: object) -> list[tuple[str, str, str]]:
    """The keys of a row that name something, the list each is in, and the sentence for one that is not there."""
    tier, visit, task = (
        _("there is no tier {word}."),
        _("there is no kind of visit {word}."),
        _("there is no kind of task {word}."),
    )
    if isinstance(row, SlaRule):
        return [("kind", "task_kinds", task), ("severity", "severities", _("there is no severity {word}."))]
    if isinstance(row, Paper):
        return [("tiers", "tiers", tier)]
    if isinstance(row, Measure):
        return [("kinds", "visit_kinds", visit)]
    if isinstance(row, Duty):
        kinds = {"visits": ("visit_kinds", visit), "tasks": ("task_kinds", task)}.get(row.by)
        return [("tier", "tiers", tier), *([("kinds", *kinds)] if kinds else [])]
    return [("tier", "tiers", tier), ("kinds", "visit_kinds", visit), ("after", "visit_kinds", visit)]


def _check_sections(profile: Profile, path: Path) -> None:
    """Raises SettingsError for a section of a report that there is not, with the nearest there is."""
    for key in ("daily_sections", "weekly_sections", "monthly_sections"):
        for word in getattr(profile, key):
            if word not in sections.SECTIONS:
                raise toml.Place(path).error(key, toml.unknown_section(word, sections.SECTIONS))


# What commands and reports name themselves.
_NEEDED = {
    "stages": ("active", "prospect"),
    "visit_kinds": ("visit",),
    "task_kinds": ("follow-up", "complaint", "request"),
}
