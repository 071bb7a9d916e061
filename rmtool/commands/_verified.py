"""Whether what a profile says can be done: its cadences, times and hours understood, its numbers and names right.

Apart from `profile`, because logging a visit needs none of it.
"""

from collections.abc import Callable
from collections.abc import Iterable
from datetime import time
from pathlib import Path
from typing import TypeVar

from rmtool.app import App
from rmtool.config import profile as profiles
from rmtool.config import toml
from rmtool.config.profile import Profile
from rmtool.config.profile_rows import MILESTONE
from rmtool.config.profile_rows import Duty
from rmtool.domain import cadence
from rmtool.domain import notes
from rmtool.domain import sla
from rmtool.errors import UsageError
from rmtool.i18n import _

T = TypeVar("T")

# The least that a number may be; top of the file, then by section.
_LEAST = {"quiet_after": 0, "max_per_day": 1}
_LEAST_IN_ROWS = {"tiers": "quiet_after", "deal_stages": "stuck_after", "duties": "least"}
_KEYED = (
    "tiers", "stages", "visit_kinds", "task_kinds", "deal_stages", "severities", "departments", "causes", "milestones",
    "products", "measures", "client_fields", "visit_fields", "papers", "duties",
)  # fmt: skip


def load(path: Path) -> Profile:
    """The profile in `path`, all of it checked; raises SettingsError with file, line and key."""
    found = profiles.load(path)
    check(found, path)
    return found


def profile(app: App) -> Profile:
    """The profile in force, all of it checked; raises SettingsError with file, line and key."""
    check(app.profile, app.profile_path)
    return app.profile


def check(found: Profile, path: Path) -> None:
    """Raises SettingsError with file, line and key for what `found`, read from `path`, says and can't be."""
    _check_keys(found, path)
    _check_numbers(found, path)
    for number, rule in enumerate(found.cadences):
        if rule.every != MILESTONE:
            read = sla.parse if rule.after else cadence.parse
            _understood(toml.Place(path, "cadences", number), "every", read, rule.every)
    for section in ("task_kinds", "slas"):
        for number, row in enumerate(getattr(found, section)):
            if row.sla:
                _understood(toml.Place(path, section, number), "sla", sla.parse, row.sla)
    for number, duty in enumerate(found.duties):
        _check_duty(duty, {each.key for each in found.measures}, toml.Place(path, "duties", number))
    for section in ("client_fields", "visit_fields"):
        for number, field in enumerate(getattr(found, section)):
            if field.type == "choice" and not field.choices:
                raise toml.Place(path, section, number).wrong("type", _("a choice needs choices."))
    _check_hours(found, toml.Place(path))


def _check_keys(found: Profile, path: Path) -> None:
    for section in _KEYED:
        seen: set[str] = set()
        for number, row in enumerate(getattr(found, section)):
            place = toml.Place(path, section, number)
            if not row.key.strip():
                raise place.wrong("key", _("it is empty: give the entry a name of its own."))
            if row.key.casefold() in seen:
                raise place.wrong(
                    "key",
                    _("{word} is there already: give the entry a name of its own.").format(word=row.key),
                )
            seen.add(row.key.casefold())


def _check_numbers(found: Profile, path: Path) -> None:
    for key, least in _LEAST.items():
        _check_least(toml.Place(path), key, getattr(found, key), least)
    for section, key in _LEAST_IN_ROWS.items():
        for number, row in enumerate(getattr(found, section)):
            _check_least(toml.Place(path, section, number), key, getattr(row, key), 0)
    for number, stage in enumerate(found.deal_stages):
        if not 0 <= stage.chance <= 100:
            raise toml.Place(path, "deal_stages", number).wrong(
                "chance", _("it is a percentage, from 0 to 100.")
            )


def _check_least(place: toml.Place, key: str, value: int, least: int) -> None:
    if value < least:
        raise place.wrong(key, _("it must be {least} or more.").format(least=least))


def _check_duty(duty: Duty, measures: Iterable[str], place: toml.Place) -> None:
    every = _understood(place, "every", cadence.parse, duty.every)
    if duty.measure and duty.measure not in measures:
        raise place.unknown("measure", _("there is no measure {word}."), duty.measure, tuple(measures))
    if duty.before and not (every.period == "month" and 1 <= duty.before <= 31):
        raise place.wrong("before", _("it is a day from 1 to 31, of a duty of so many times a month."))
    if duty.by == "report" and not duty.report:
        raise place.wrong("by", _('say which report, such as report = "weekly".'))
    known = tuple(each.key for each in notes.KINDS)
    for word in duty.kinds if duty.by == "notes" else ():
        if word not in known:
            raise place.unknown("kinds", _("there is no kind of note {word}."), word, known)


def _check_hours(found: Profile, place: toml.Place) -> None:
    first, last = (
        _understood(place, key, time.fromisoformat, getattr(found, key)) for key in ("work_from", "work_to")
    )
    if first >= last:
        raise place.wrong("work_to", _("the day ends before it begins."))


def _understood(place: toml.Place, key: str, read: Callable[[str], T], text: str) -> T:
    try:
        return read(text)
    except UsageError as error:
        raise place.wrong(key, str(error)) from error
    except ValueError as error:
        raise place.wrong(key, _("{word} is no time of day: write it as 09:00.").format(word=text)) from error
