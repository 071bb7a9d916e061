"""What the commands about profiles share: which there are, whether one is right, how it is told in words."""

from collections.abc import Callable
from collections.abc import Iterator
from datetime import time
from pathlib import Path
from typing import TypeVar

from rmtool import paths
from rmtool.config import profile as profiles
from rmtool.config import toml
from rmtool.config.profile import Choice
from rmtool.config.profile import Profile
from rmtool.config.profile import Rule
from rmtool.domain import cadence
from rmtool.domain import sla
from rmtool.domain.sla import Hours
from rmtool.errors import NotFoundError
from rmtool.errors import UsageError
from rmtool.i18n import _

T = TypeVar("T")


def shipped() -> dict[str, Path]:
    """The profiles that come with rmtool, by name."""
    folder = paths.templates_folder() / "profiles"
    return {path.stem: path for path in sorted(folder.glob("*.toml"))}


def find(name: str) -> Path:
    """The file of the profile named; a path to one of your own will do; raises NotFoundError."""
    known = shipped()
    if name in known:
        return known[name]
    path = Path(name).expanduser()
    if path.suffix == ".toml" and path.is_file():
        return path
    raise NotFoundError(
        _("There is no profile {name}: use one of {known}, or a .toml file.").format(
            name=name, known=", ".join(known)
        )
    )


def verified(path: Path) -> Profile:
    """The profile in `path`, its cadences, SLAs and hours understood; raises SettingsError with file and line."""
    found = profiles.load(path)
    for number, rule in enumerate(found.cadences):
        _understood(toml.Place(path, "cadences", number), "every", cadence.parse, rule.every)
    for number, kind in enumerate(found.task_kinds):
        if kind.sla:
            _understood(toml.Place(path, "task_kinds", number), "sla", sla.parse, kind.sla)
    for number, stage in enumerate(found.deal_stages):
        place = toml.Place(path, "deal_stages", number)
        if stage.outcome not in ("", "won", "lost"):
            raise place.error("outcome", _("use won or lost, or leave it out."))
        if not 0 <= stage.chance <= 100:
            raise place.error("chance", _("it is a percentage, from 0 to 100."))
    first, last = (
        _understood(toml.Place(path), key, time.fromisoformat, getattr(found, key))
        for key in ("work_from", "work_to")
    )
    if first >= last:
        raise toml.Place(path).error("work_to", _("the day ends before it begins."))
    return found


def hours(found: Profile) -> Hours:
    """The hours of a working day."""
    return Hours(time.fromisoformat(found.work_from), time.fromisoformat(found.work_to))


def _understood(place: toml.Place, key: str, read: Callable[[str], T], text: str) -> T:
    try:
        return read(text)
    except UsageError as error:
        raise place.error(key, str(error)) from error
    except ValueError as error:
        raise place.error(key, _("{word} is no time of day: write it as 09:00.").format(word=text)) from error


def told(found: Profile, language: str) -> str:
    """The profile in words."""
    lines = [f"{found.name}  {found.zh if language == 'zh' else found.en}", ""]
    for heading, which in (
        (_("Tiers"), "tiers"),
        (_("Stages"), "stages"),
        (_("Kinds of visit"), "visit_kinds"),
        (_("Kinds of task"), "task_kinds"),
        (_("Stages of a deal"), "deal_stages"),
    ):
        lines += [
            heading,
            *(f"  {_choice(each, which, found, language)}" for each in getattr(found, which)),
            "",
        ]
    lines += [_("Cadences"), *(f"  {_rule(each, found, language)}" for each in found.cadences), ""]
    lines += [
        _("A working day is from {first} to {last}, with {most} visits at most.").format(
            first=found.work_from, last=found.work_to, most=found.max_per_day
        ),
        _("Somebody else's touch counts.")
        if found.others_count
        else _("Somebody else's touch does not count."),
    ]
    return "\n".join(lines)


def _choice(each: Choice, which: str, found: Profile, language: str) -> str:
    parts = [each.brief(language)]
    if which == "tiers":
        parts.append(_("quiet after {days} days").format(days=found.quiet_days(each.key)))
    if not each.counts:
        parts.append(_("does not count as a touch"))
    if each.sla:
        parts.append(sla.parse(each.sla).show())
    if which == "deal_stages" and not each.outcome:
        parts.append(_("chance {percent} %").format(percent=each.chance))
    if each.stuck_after:
        parts.append(_("stuck after {days} days").format(days=each.stuck_after))
    return _(", ").join(parts) + _cited(each.duty)


def _rule(rule: Rule, found: Profile, language: str) -> str:
    who = found.label("tiers", rule.tier, language) if rule.tier else _("every tier")
    kinds = _(", ").join(found.label("visit_kinds", each, language) for each in rule.kinds)
    every = cadence.parse(rule.every).show()
    return (
        _("{who}: {every}").format(who=who, every=every)
        + (f" ({kinds})" if kinds else "")
        + _cited(rule.duty)
    )


def _cited(duty: str) -> str:
    return f"  [{duty}]" if duty else ""


def differences(before: Profile, after: Profile, language: str) -> Iterator[str]:
    """What `after` changes, a line each."""
    names = {
        "tiers": _("tier"), "stages": _("stage"), "visit_kinds": _("kind of visit"), "task_kinds": _("kind of task"),
        "deal_stages": _("stage of a deal"),
    }  # fmt: skip
    for which, name in names.items():
        old = {each.key: _choice(each, which, before, language) for each in getattr(before, which)}
        new = {each.key: _choice(each, which, after, language) for each in getattr(after, which)}
        yield from _compared(name, old, new)
    yield from _compared(_("cadence"), _ruled(before, language), _ruled(after, language))


def _ruled(found: Profile, language: str) -> dict[str, str]:
    return {f"{each.tier} {' '.join(each.kinds)}": _rule(each, found, language) for each in found.cadences}


def _compared(name: str, old: dict[str, str], new: dict[str, str]) -> Iterator[str]:
    for key in [*old, *(each for each in new if each not in old)]:
        if key not in new:
            yield _("- {name} {was}").format(name=name, was=old[key])
        elif key not in old:
            yield _("+ {name} {now}").format(name=name, now=new[key])
        elif old[key] != new[key]:
            yield _("~ {name} {was} → {now}").format(name=name, was=old[key], now=new[key])
