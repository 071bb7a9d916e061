"""Who is to be remembered, day by day, with what matters: likes, taboos, the last gift, whether greeted already."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from rmtool.domain import dates
from rmtool.domain.care import Coming
from rmtool.domain.text import shown
from rmtool.i18n import _
from rmtool.i18n import ngettext
from rmtool.writers import pages

_INDENT = 8


def text(found: Sequence[Coming], language: str) -> str:
    """The whole page: a heading for each day, the people of it below."""
    wide = pages.columns()
    lines: list[str] = []
    for day, each_of in groupby(found, key=lambda each: (each.day, each.days)):
        heading = dates.show_day(date.fromisoformat(day[0]), language)
        lines += ["", f"{heading}  {_until(day[1])}"]
        for each in each_of:
            lines += _festival(each, wide) if each.kind == "festival" else _person(each, wide)
    return "\n".join(lines[1:])


def _until(days: int) -> str:
    if days == 0:
        return _("today")
    return ngettext("in {days} day", "in {days} days", days).format(days=days)


def _festival(found: Coming, wide: int) -> list[str]:
    told = _("{festival}: {count} of {clients} clients greeted  (rmtool greetings {key})")
    return pages.wrapped(
        "  "
        + told.format(festival=found.label, count=found.greeted, clients=found.clients, key=found.occasion),
        wide,
    )


def _person(found: Coming, wide: int) -> list[str]:
    said = _("birthday") if found.kind == "birthday" else found.label
    if found.age is not None:
        said = _("birthday, becomes {age}").format(age=found.age)
    if found.lunar:
        said = _("{what} (lunar calendar)").format(what=said)
    firm = _(", ").join(filter(None, (found.client_name, found.role))) if found.contact else ""
    told = "  ".join(filter(None, (found.contact or found.client_name, firm, said)))
    lines = pages.field(f"{found.client:>6}", shown(told), wide)
    for label, value in (
        (_("likes"), found.likes),
        (_("avoid"), found.taboos),
        (_("last gift"), f"{found.gift_on} {found.gift}".strip()),
    ):
        if value:
            lines += pages.field(label, value, wide, indent=_INDENT)
    if found.greeted:
        lines += [" " * _INDENT + _("greeted already")]
    return lines
