"""Who is due, one line a client with the reason in words; and the load of the days to come as bars."""

import os
import sys
from collections.abc import Sequence
from datetime import date

from rmtool.config.profile import Profile
from rmtool.domain import cadence
from rmtool.domain import dates
from rmtool.domain.due import Due
from rmtool.domain.text import shown
from rmtool.i18n import _
from rmtool.i18n import ngettext
from rmtool.writers import own_words
from rmtool.writers import pages

NUMBER, STATE, NAME = 6, 13, 20
# Amber, red and grey of every terminal; only there, and not where NO_COLOR is set.
_COLOURS = {"overdue": "31", "due": "33", "soon": "90"}


def text(found: Sequence[Due], profile: Profile, language: str) -> str:
    """Each client with its number, how late it is, and why, folded under itself."""
    wide = pages.columns()
    return "\n".join(
        _coloured(line, each.state) for each in found for line in _lines(each, profile, language, wide)
    )


def load(days: Sequence[tuple[date, int]], language: str) -> str:
    """A bar for each working day; the longest takes what room there is."""
    room = max(pages.columns() - 30, 10)
    most = max((number for _day, number in days), default=0) or 1
    return "\n".join(
        f"{dates.show_day(day, language):<16}{number:>6}  {'█' * round(room * number / max(most, room))}".rstrip()
        for day, number in days
    )


def late(found: Due) -> str:
    """How late it is, in words; due where it is not."""
    if found.days > 0:
        return ngettext("{days} day late", "{days} days late", found.days).format(days=found.days)
    return _("late: {time}").format(time=found.time) if found.state == "overdue" else _("due")


def why(found: Due, profile: Profile, language: str) -> str:
    """The reason in words: whose cadence, what it is, the last touch; or what calls for the touch."""
    if found.milestone:
        return _milestone(found, profile, language)
    if found.kinds:
        return _called(found, profile, language)
    every = cadence.parse(found.every).show()
    tier = profile.tier_name(found.tier, language) or _("every tier")
    who = _("its own cadence") if found.own else found.rule or tier
    if not found.last_touch and found.rule:
        # Of that kind: the client may well have been called, though never visited.
        return _("{who}, {every}; none so far").format(who=who, every=every)
    if not found.last_touch:
        return _("{who}, {every}; never touched").format(who=who, every=every)
    kind = profile.label("visit_kinds", found.last_kind, language)
    return _("{who}, {every}; last {day} {kind}").format(
        who=who, every=every, day=found.last_touch[5:], kind=kind
    )


def _milestone(found: Due, profile: Profile, language: str) -> str:
    return _("{kinds} at milestone {number}: {text}").format(
        kinds=_kinds(found, profile, language),
        number=found.task,
        text=" ".join(shown(found.milestone, newlines=True).split()),
    )


def _called(found: Due, profile: Profile, language: str) -> str:
    """What was not followed yet, and by when it must be."""
    words = {
        "kinds": _kinds(found, profile, language), "day": found.last_touch[5:],
        "after": profile.label("visit_kinds", found.last_kind, language), "due": f"{found.due[5:]} {found.time}".strip(),
    }  # fmt: skip
    return _("{after} on {day}, no {kinds} since: by {due}").format(**words)


def _kinds(found: Due, profile: Profile, language: str) -> str:
    return _("/").join(profile.label("visit_kinds", each, language) for each in found.kinds)


def _lines(found: Due, profile: Profile, language: str, wide: int) -> list[str]:
    state = late(found) if found.days >= 0 else dates.show_day(date.fromisoformat(found.due), language)[5:]
    start = f"{found.number:>{NUMBER}}  {pages.pad(state, STATE)}  {pages.pad(shown(found.name), NAME)}"
    more = own_words.told(profile.client_fields, found.fields, "due", language)
    return pages.field(start, _("; ").join(filter(None, (why(found, profile, language), more))), wide)


def _coloured(line: str, state: str) -> str:
    if os.environ.get("NO_COLOR") or not sys.stdout.isatty():
        return line
    return f"\x1b[{_COLOURS[state]}m{line}\x1b[0m"
