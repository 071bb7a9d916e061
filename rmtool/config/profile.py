"""A profile (行业方案): what fits rmtool to a trade. Words are keys with a label in each language.

NamedTuples, because the profile is read on the way of every command. Each key has its type and check here, in one place.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from rmtool import i18n
from rmtool.config import toml
from rmtool.errors import SettingsError
from rmtool.errors import UsageError
from rmtool.i18n import _


class Choice(NamedTuple):
    """One word of a list the profile holds: its key and its labels.

    Of a tier also the days after which it is quiet, of a kind of visit whether it breaks a silence, of a kind of task
    how soon it must be done (`sla`, such as 8h, 4wh, 2wd or 15d) and the duty that says so, of a deal's stage its chance
    in percent, whether it ends it (`outcome`: won or lost), and after how many days in it a deal is stuck.
    """

    key: str
    zh: str = ""
    en: str = ""
    quiet_after: int = 0
    counts: bool = True
    sla: str = ""
    duty: str = ""
    chance: int = 0
    outcome: str = ""
    stuck_after: int = 0

    def label(self, language: str) -> str:
        """The word as people of `language` say it."""
        return (self.zh if language == "zh" else self.en) or self.key

    def brief(self, language: str) -> str:
        """The key, with the label where that says more."""
        label = self.label(language)
        return self.key if label.replace(" ", "-") == self.key else f"{self.key} ({label})"


class Rule(NamedTuple):
    """How often clients of `tier` (empty: any) must be touched by one of `kinds` (empty: any that counts).

    `every` is a cadence as it is written; `duty` cites the duty it comes from.
    """

    every: str
    tier: str = ""
    kinds: tuple[str, ...] = ()
    zh: str = ""
    en: str = ""
    duty: str = ""

    def label(self, language: str) -> str:
        """What the rule is called; empty where it has no name."""
        return self.zh if language == "zh" else self.en


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
    quiet_after: int = 30
    others_count: bool = True
    work_from: str = "09:00"
    work_to: str = "18:00"
    max_per_day: int = 8

    def choose(self, which: str, word: str) -> str:
        """The key of `word` (a key, or a label in either language) in list `which`; raises UsageError with the right ones."""
        folded = word.strip().casefold()
        choices: tuple[Choice, ...] = getattr(self, which)
        for choice in choices:
            if folded in (choice.key.casefold(), choice.zh.casefold(), choice.en.casefold()):
                return choice.key
        known = _(", ").join(choice.brief(i18n.language()) for choice in choices)
        names = {
            "tiers": _("Unknown tier {word}: use one of {known}."),
            "stages": _("Unknown stage {word}: use one of {known}."),
            "visit_kinds": _("Unknown kind of visit {word}: use one of {known}."),
            "task_kinds": _("Unknown kind of task {word}: use one of {known}."),
            "deal_stages": _("Unknown stage of a deal {word}: use one of {known}."),
        }
        raise UsageError(names[which].format(word=word, known=known))

    def label(self, which: str, key: str, language: str) -> str:
        """The label of `key` in list `which`, or the key itself where the profile no longer has it."""
        for choice in getattr(self, which):
            if choice.key == key:
                return str(choice.label(language))
        return key

    def tier_place(self, key: str) -> int:
        """The place of tier `key` in the profile's order, the first being 0; one it does not hold comes last."""
        return next((place for place, each in enumerate(self.tiers) if each.key == key), len(self.tiers))

    @property
    def counting(self) -> tuple[str, ...]:
        """The kinds of visit that break a silence."""
        return tuple(each.key for each in self.visit_kinds if each.counts)

    def rules(self, tier: str) -> tuple[Rule, ...]:
        """The cadences of a tier; one for this tier goes before one for any with the same kinds."""
        own = [each for each in self.cadences if tier and each.tier == tier]
        kinds = {each.kinds for each in own}
        return (*own, *(each for each in self.cadences if not each.tier and each.kinds not in kinds))

    def quiet_days(self, tier: str) -> int:
        """Days without a touch after which a client of `tier` counts as gone quiet."""
        for choice in self.tiers:
            if choice.key == tier and choice.quiet_after:
                return choice.quiet_after
        return self.quiet_after


def load(path: Path) -> Profile:
    """The profile in `path`; raises SettingsError naming file, line and key."""
    values: dict[str, object] = {}
    for key, value in toml.read(path).items():
        if key in _ROWS:
            rows = enumerate(_rows(toml.Place(path), key, value))
            values[key] = tuple(_row(toml.Place(path, key, number), row) for number, row in rows)
        else:
            values[key] = _value(toml.Place(path), key, value)
    profile = Profile(**values)  # type: ignore[arg-type]
    for which, keys in _NEEDED.items():
        missing = [key for key in keys if all(each.key != key for each in getattr(profile, which))]
        if missing:
            raise SettingsError(
                _("{path}: {which} lacks {key}, which rmtool itself uses: add it.").format(
                    path=path, which=which, key=missing[0]
                )
            )
    _check_cadences(profile, path)
    return profile


def _check_cadences(profile: Profile, path: Path) -> None:
    """Raises SettingsError for a cadence of a tier or kind of visit that the profile does not have."""
    tiers = {each.key for each in profile.tiers} | {""}
    kinds = {each.key for each in profile.visit_kinds}
    for number, rule in enumerate(profile.cadences):
        place = toml.Place(path, "cadences", number)
        if rule.tier not in tiers:
            raise place.error("tier", _("there is no tier {word}.").format(word=rule.tier))
        for kind in rule.kinds:
            if kind not in kinds:
                raise place.error("kinds", _("there is no kind of visit {word}.").format(word=kind))


# Every key of a profile with its type; a row is one [[table]].
_TOP: Mapping[str, type] = {"name": str, "zh": str, "en": str, "quiet_after": int, "others_count": bool,
    "work_from": str, "work_to": str, "max_per_day": int,
}  # fmt: skip
_WORDS: Mapping[str, type] = {"key": str, "zh": str, "en": str}
_ROWS: Mapping[str, Mapping[str, type]] = {
    "tiers": {**_WORDS, "quiet_after": int},
    "stages": _WORDS,
    "visit_kinds": {**_WORDS, "counts": bool},
    "task_kinds": {**_WORDS, "sla": str, "duty": str},
    "deal_stages": {**_WORDS, "chance": int, "outcome": str, "stuck_after": int},
    "cadences": {"every": str, "tier": str, "kinds": list, "zh": str, "en": str, "duty": str},
}
# What commands and reports name themselves.
_NEEDED = {
    "stages": ("active", "prospect"),
    "visit_kinds": ("visit",),
    "task_kinds": ("follow-up", "complaint", "request"),
}


def _rows(place: toml.Place, key: str, value: object) -> list[object]:
    if not isinstance(value, list):
        raise place.error(key, _("{key} is a list of tables: write [[{key}]].").format(key=key))
    return value


def _row(place: toml.Place, row: object) -> Choice | Rule:
    needed = "every" if place.section == "cadences" else "key"
    if not isinstance(row, Mapping) or needed not in row:
        raise place.error(
            "", _("every entry of {section} needs {key}.").format(section=place.section, key=needed)
        )
    values = {key: _value(place, key, value) for key, value in row.items()}
    if place.section == "cadences":
        return Rule(**values)  # type: ignore[arg-type]
    return Choice(**values)  # type: ignore[arg-type]


def _value(place: toml.Place, key: str, value: object) -> object:
    """`value` if its key is known and it has the right type; raises SettingsError with the nearest right key."""
    known = _ROWS[place.section] if place.section else _TOP
    if key not in known:
        raise place.error(key, toml.unknown(key, (*known, *(() if place.section else _ROWS))))
    kind = known[key]
    right = isinstance(value, kind) and (kind is bool or not isinstance(value, bool))
    if isinstance(value, list) and not all(isinstance(each, str) for each in value):
        right = False
    if not right:
        names = {
            str: _("a text"),
            int: _("a whole number"),
            bool: _("true or false"),
            list: _("a list of texts"),
        }
        raise place.error(key, _("{key} must be {kind}.").format(key=key, kind=names[kind]))
    return tuple(value) if isinstance(value, list) else value
