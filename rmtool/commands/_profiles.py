"""What the commands about profiles share: which there are, whether one is right, how it is told in words."""

from collections.abc import Iterator
from datetime import time
from pathlib import Path

from rmtool import paths
from rmtool.config.profile import Profile
from rmtool.config.profile_rows import MILESTONE
from rmtool.config.profile_rows import Choice
from rmtool.config.profile_rows import Duty
from rmtool.config.profile_rows import Field
from rmtool.config.profile_rows import Measure
from rmtool.config.profile_rows import Paper
from rmtool.config.profile_rows import Rule
from rmtool.config.profile_rows import SlaRule
from rmtool.domain import cadence
from rmtool.domain import fields
from rmtool.domain import sla
from rmtool.domain.sla import Hours
from rmtool.domain.text import in_language
from rmtool.errors import NotFoundError
from rmtool.i18n import _
from rmtool.writers import pages


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


def hours(found: Profile) -> Hours:
    """The hours of a working day."""
    return Hours(time.fromisoformat(found.work_from), time.fromisoformat(found.work_to))


def told(found: Profile, language: str) -> str:
    """The profile in words."""
    lines = [f"{found.name}  {found.zh if language == 'zh' else found.en}", ""]
    for which, heading in _headings().items():
        rows = [line for each in _rows(found, which, language).values() for line in _folded(each, 2)]
        lines += [heading, *rows, ""] if rows else []
    lines += [line for each in _rest(found) for line in _folded(each)]
    return "\n".join(lines)


def _rest(found: Profile) -> tuple[str, ...]:
    """What is no list of rows, a sentence each."""
    sections = (
        (_("The daily report holds: {sections}."), found.daily_sections),
        (_("The weekly report holds: {sections}."), found.weekly_sections),
        (_("The monthly report holds: {sections}."), found.monthly_sections),
    )
    return (
        _("A working day is from {first} to {last}, with {most} visits at most.").format(
            first=found.work_from, last=found.work_to, most=found.max_per_day
        ),
        _("Somebody else's touch counts.")
        if found.others_count
        else _("Somebody else's touch does not count."),
        *((_("Names and amounts are hidden in everything that is written."),) if found.mask == "all" else ()),
        *(sentence.format(sections=_(", ").join(keys)) for sentence, keys in sections),
    )


def _folded(text: str, indent: int = 0) -> list[str]:
    return pages.hanging(text, pages.columns(), indent)


def _headings() -> dict[str, str]:
    """The lists of a profile, in the order they are told."""
    return {
        "tiers": _("Tiers"), "stages": _("Stages"), "visit_kinds": _("Kinds of visit"), "task_kinds": _("Kinds of task"),
        "severities": _("Severities"), "slas": _("How soon, by severity"), "departments": _("Departments"), "causes": _("Causes of complaints"),
        "milestones": _("Milestones"), "deal_stages": _("Stages of a deal"), "products": _("Products"),
        "measures": _("Measures"), "client_fields": _("Fields of clients"), "visit_fields": _("Fields of visits"),
        "papers": _("Papers"), "cadences": _("Cadences"), "duties": _("Standing duties"),
    }  # fmt: skip


def _rows(found: Profile, which: str, language: str) -> dict[str, str]:
    """The rows of a list in words, by what makes each one the same in another profile."""
    told: dict[str, str] = {}
    for row in getattr(found, which):
        if isinstance(row, Choice):
            told[row.key] = _choice(row, which, found, language)
        elif isinstance(row, Rule):
            told[f"{row.tier} {' '.join(row.kinds)} {row.after}"] = _rule(row, found, language)
        elif isinstance(row, SlaRule):
            told[f"{row.kind} {row.severity}"] = _sla(row, found, language)
        else:
            told[row.key] = _listed(row, found, language)
    return told


def _choice(each: Choice, which: str, found: Profile, language: str) -> str:
    parts = [each.brief(language)]
    if which == "tiers":
        parts.append(_("quiet after {days} days").format(days=found.quiet_days(each.key)))
    if each.owed:
        parts.append(_("owed touches"))
    if not each.recommend:
        parts.append(_("nothing is recommended"))
    if not each.counts:
        parts.append(_("does not count as a touch"))
    if each.sla:
        parts.append(sla.parse(each.sla).show())
    if each.escalate_to:
        parts.append(_("late ones go to {who}").format(who=each.escalate_to))
    if which == "deal_stages" and not each.outcome:
        parts.append(_("chance {percent} %").format(percent=each.chance))
    if each.stuck_after:
        parts.append(_("stuck after {days} days").format(days=each.stuck_after))
    return _(", ").join(parts) + _cited(each.duty)


def _rule(rule: Rule, found: Profile, language: str) -> str:
    who = found.label("tiers", rule.tier, language) if rule.tier else _("every tier")
    kinds = _(", ").join(found.label("visit_kinds", each, language) for each in rule.kinds)
    if rule.every == MILESTONE:
        every = _("at every milestone")
    elif rule.after:
        kind = found.label("visit_kinds", rule.after, language)
        every = _("{time} after {kind}").format(time=sla.parse(rule.every).show(), kind=kind)
    else:
        every = cadence.parse(rule.every).show()
    told = _("{who}: {every}").format(who=who, every=every)
    return told + (f" ({kinds})" if kinds else "") + _cited(rule.duty)


def _sla(row: SlaRule, found: Profile, language: str) -> str:
    kind, severity = (
        found.label(which, key, language)
        for which, key in (("task_kinds", row.kind), ("severities", row.severity))
    )
    return _(", ").join((kind, severity, sla.parse(row.sla).show())) + _cited(row.duty)


def _listed(row: Field | Measure | Paper | Duty, found: Profile, language: str) -> str:
    label = row.label(language)
    parts = [row.key if label == row.key else f"{row.key} ({label})"]
    if isinstance(row, Field):
        types = {
            "text": _("text"), "number": _("number"), "money": _("money"), "date": _("date"), "choice": _("one of {words}"),
            "yes-no": _("yes or no"),
        }  # fmt: skip
        parts.append(types[row.type].format(words="/".join(fields.choices(row, language))))
        parts += [_("required")] if row.required else []
    elif isinstance(row, Measure):
        over = {"sum": _("added up"), "mean": _("the mean"), "last": _("the last one")}
        parts += [
            *filter(None, [in_language(row.unit, language)]),
            _("computed") if row.of else over[row.over],
        ]
    elif isinstance(row, Paper):
        kinds = {"person": _("persons"), "company": _("companies")}
        parts += [kinds[row.kind]] if row.kind else []
        parts += [found.label("tiers", each, language) for each in row.tiers]
        parts += [_("expires")] if row.expires else []
    else:
        parts += [cadence.parse(row.every).show()] if row.by not in ("tasks", "cadence", "records") else []
        parts += [_("by the {day}th").format(day=row.before)] if row.before else []
        parts += [found.label("tiers", row.tier, language)] if row.tier else []
        parts += (in_language(each, language) for each in row.items)
    return _(", ").join(parts) + _cited(row.duty)


def _cited(duty: str) -> str:
    return f"  [{duty}]" if duty else ""


def differences(before: Profile, after: Profile, language: str) -> Iterator[str]:
    """What `after` changes, a line each."""
    names = {
        "tiers": _("tier"), "stages": _("stage"), "visit_kinds": _("kind of visit"), "task_kinds": _("kind of task"),
        "severities": _("severity"), "slas": _("time to answer"), "departments": _("department"), "causes": _("cause"), "milestones": _("milestone"),
        "deal_stages": _("stage of a deal"), "products": _("product"), "measures": _("measure"),
        "client_fields": _("field of clients"), "visit_fields": _("field of visits"), "papers": _("paper"),
        "cadences": _("cadence"), "duties": _("duty"),
    }  # fmt: skip
    for which, name in names.items():
        yield from _compared(name, _rows(before, which, language), _rows(after, which, language))
    for was, now in zip(_rest(before), _rest(after), strict=True):
        if was != now:
            yield _("~ {was} → {now}").format(was=was, now=now)


def _compared(name: str, old: dict[str, str], new: dict[str, str]) -> Iterator[str]:
    for key in [*old, *(each for each in new if each not in old)]:
        if key not in new:
            yield _("- {name} {was}").format(name=name, was=old[key])
        elif key not in old:
            yield _("+ {name} {now}").format(name=name, now=new[key])
        elif old[key] != new[key]:
            yield _("~ {name} {was} → {now}").format(name=name, was=old[key], now=new[key])
