"""The weeks to come, day by day, and at the end who found no room."""

from datetime import date

from rmtool.config.profile import Profile
from rmtool.domain import dates
from rmtool.domain.plan import WeekPlan
from rmtool.i18n import _
from rmtool.i18n import ngettext
from rmtool.writers import due_page
from rmtool.writers import pages

_MOST_LEFT = 20


def text(plan: WeekPlan, profile: Profile, language: str) -> str:
    """Each day with its touches, one line or two a client."""
    lines = [] if plan.days else [_("None of these days is worked: give a later DAY, or more --weeks.")]
    for each in plan.days:
        number = len(each.touches)
        told = ngettext("{day}: {n} client", "{day}: {n} clients", number)
        lines.append(told.format(day=dates.show_day(date.fromisoformat(each.day), language), n=number))
        if each.touches:
            lines += [due_page.text(each.touches, profile, language), ""]
    if plan.left:
        told = ngettext("{n} touch found no room:", "{n} touches found no room:", len(plan.left))
        if lines[-1]:
            lines.append("")
        lines.append(told.format(n=len(plan.left)))
        lines.append(due_page.text(plan.left[:_MOST_LEFT], profile, language))
        lines += pages.wrapped(_("More a day with --max, or all with `rmtool due`."), pages.columns())
    return "\n".join(lines).rstrip()
