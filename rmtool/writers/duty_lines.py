"""Standing duties in words, a line or two each; nothing heavy, so that they appear at once."""

from collections.abc import Sequence
from datetime import date

from rmtool.domain import cadence
from rmtool.domain import dates
from rmtool.domain.standing import Standing
from rmtool.domain.text import in_language
from rmtool.i18n import _
from rmtool.i18n import ngettext
from rmtool.writers import pages

# What is known of clients and tasks holds at any time.
_ALWAYS = ("tasks", "cadence", "records")
_STATE, _DONE = 16, 7


def text(found: Sequence[Standing], language: str) -> str:
    """All duties: how each stands, how much of it is done, what it is, how often, what it comes from."""
    wide = pages.columns()
    headings = (_("State"), _STATE), (_("Done"), _DONE), (_("Duty"), 0)
    lines = [pages.row(headings, wide)]
    for each in found:
        start = f"{pages.pad(state(each), _STATE)}  {pages.pad(f'{each.done}/{each.needed}', _DONE)}"
        lines += pages.field(start, _told(each, language), wide)
    return "\n".join(lines)


def _told(found: Standing, language: str) -> str:
    every = _("always") if found.by in _ALWAYS else cadence.parse(found.every).show()
    parts = [found.label(language), every]
    if found.missed:
        parts.append(ngettext("{n} missed", "{n} missed", found.missed).format(n=found.missed))
    return _(", ").join(parts) + (f"  [{found.duty}]" if found.duty else "")


def state(found: Standing) -> str:
    """The state in words, with the day by whose end it must be done."""
    if not found.needed:
        return _("nothing due")
    states = {
        "met": _("met"), "on the way": _("on the way"), "in danger": _("in danger"), "missed": _("missed"),
    }  # fmt: skip
    return f"{states[found.state]} {found.fails_on[5:]}".rstrip()


def lines(found: Sequence[Standing], language: str, wide: int) -> list[str]:
    """What presses: each duty with the day by whose end it must be done, and the items of it still to be ticked."""
    made = []
    for each in found:
        day = dates.show_day(date.fromisoformat(each.fails_on), language)[5:]
        told = _("in danger, by {day}") if each.state == "in danger" else _("by {day}")
        parts = [told.format(day=day), *(in_language(item, language) for item in each.items)]
        made += pages.field(f"  {each.label(language)}", _(", ").join(parts), wide)
    return made
