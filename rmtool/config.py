"""Settings and profile: from TOML to values, each key with its type, default and check in one place."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from rmtool import i18n
from rmtool.errors import SettingsError
from rmtool.errors import UsageError
from rmtool.i18n import _


class Settings(NamedTuple):
    """What the user set in `config.toml`; every value is text."""

    owner: str = ""
    department: str = ""
    language: str = ""
    phone_region: str = "CN"

    @staticmethod
    def check(key: str, value: object) -> str:
        """`value` as it is kept under `key`; raises UsageError for an unknown key or a value that can't be right."""
        if key not in KEYS:
            raise UsageError(
                _("Unknown setting {key}: use one of {known}.").format(key=key, known=", ".join(KEYS))
            )
        if not isinstance(value, str):
            raise UsageError(_("The setting {key} is text: write it in quotes.").format(key=key))
        if key == "language" and value and i18n.known(value) is None:
            raise UsageError(_("Unknown language {value}: use zh or en.").format(value=value))
        if key == "phone_region" and not (len(value) == 2 and value.isascii() and value.isalpha()):
            raise UsageError(
                _("Unknown phone region {value}: use a two-letter country code such as CN or HK.").format(
                    value=value
                )
            )
        return value.upper() if key == "phone_region" else value


KEYS = Settings._fields


def load_settings(path: Path) -> Settings:
    """The settings in `path`, or the defaults where it is missing; raises SettingsError."""
    try:
        return Settings(**{key: Settings.check(key, value) for key, value in read_toml(path).items()})
    except UsageError as error:
        raise SettingsError(
            _("{path}: {problem} Put it right with `rmtool config`.").format(path=path, problem=error)
        ) from error


class Choice(NamedTuple):
    """One word of a list the profile holds: its key, its labels, and the days after which a tier is quiet."""

    key: str
    zh: str = ""
    en: str = ""
    quiet_after: int = 0
    counts: bool = True

    def label(self, language: str) -> str:
        """The word as people of `language` say it."""
        return (self.zh if language == "zh" else self.en) or self.key

    def brief(self, language: str) -> str:
        """The key, with the label where that says more."""
        label = self.label(language)
        return self.key if label.replace(" ", "-") == self.key else f"{self.key} ({label})"


_LISTS = ("tiers", "stages", "visit_kinds", "task_kinds")


class Profile(NamedTuple):
    """What fits rmtool to a trade (行业方案)."""

    name: str = ""
    zh: str = ""
    en: str = ""
    tiers: tuple[Choice, ...] = ()
    stages: tuple[Choice, ...] = ()
    visit_kinds: tuple[Choice, ...] = ()
    task_kinds: tuple[Choice, ...] = ()
    quiet_after: int = 30

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
        }
        raise UsageError(names[which].format(word=word, known=known))

    def label(self, which: str, key: str, language: str) -> str:
        """The label of `key` in list `which`, or the key itself where the profile no longer has it."""
        for choice in getattr(self, which):
            if choice.key == key:
                return str(choice.label(language))
        return key

    def quiet_days(self, tier: str) -> int:
        """Days without a touch after which a client of `tier` counts as gone quiet."""
        for choice in self.tiers:
            if choice.key == tier and choice.quiet_after:
                return choice.quiet_after
        return self.quiet_after


def load_profile(path: Path) -> Profile:
    """The profile in `path`; raises SettingsError naming file and key."""
    table = dict(read_toml(path))
    values: dict[str, object] = {}
    for key in _LISTS:
        values[key] = tuple(_choice(path, key, row) for row in _rows(path, key, table.pop(key, [])))
    for key, kind in (("name", str), ("zh", str), ("en", str), ("quiet_after", int)):
        if key in table:
            values[key] = _typed(path, key, table.pop(key), kind)
    if table:
        raise SettingsError(_("{path}: unknown key {key}.").format(path=path, key=sorted(table)[0]))
    return Profile(**values)  # type: ignore[arg-type]


def _rows(path: Path, key: str, value: object) -> list[object]:
    if not isinstance(value, list):
        raise SettingsError(
            _("{path}: {key} is a list of tables: write [[{key}]].").format(path=path, key=key)
        )
    return value


def _choice(path: Path, which: str, row: object) -> Choice:
    kinds = {"key": str, "zh": str, "en": str, "quiet_after": int, "counts": bool}
    if not isinstance(row, Mapping) or "key" not in row:
        raise SettingsError(_("{path}: every entry of {which} needs a key.").format(path=path, which=which))
    for key, value in row.items():
        if key not in kinds:
            raise SettingsError(
                _("{path}: unknown key {key} in {which}: use one of {known}.").format(
                    path=path, key=key, which=which, known=", ".join(kinds)
                )
            )
        _typed(path, f"{which}.{key}", value, kinds[key])
    return Choice(**row)


def _typed(path: Path, key: str, value: object, kind: type) -> object:
    if not isinstance(value, kind):
        raise SettingsError(
            _("{path}: {key} has the wrong type: {kind} is wanted.").format(
                path=path, key=key, kind=kind.__name__
            )
        )
    return value


def read_toml(path: Path) -> Mapping[str, object]:
    """The table in `path`, empty where the file is missing; raises SettingsError with the place."""
    try:
        with path.open("rb") as file:
            return tomllib.load(file)
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(
            _("{path} is not valid TOML: {problem}. Put that line right.").format(path=path, problem=error)
        ) from error
    except OSError as error:
        raise SettingsError(
            _("Cannot read {path}: {reason}.").format(path=path, reason=error.strerror)
        ) from error
