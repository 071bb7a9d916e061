"""The weeks to come, day by day, and at the end who found no room."""

from datetime import date

from rmtool.config.profile import Profile
from rmtool.domain import dates
from rmtool.domain.plan import WeekPlan
from rmtool.domain.tasks import Task
from rmtool.i18n import _
from rmtool.i18n import ngettext
from rmtool.writers import due_page
from rmtool.writers import pages

_MOST_LEFT, _MOST_TASKS = 20, 10


def _task(task: Task, profile: Profile, language: str) -> str:
    """A task under the touches, in their columns."""
    kind = profile.label("task_kinds", task.kind, language)
    cells = ((kind, due_page.STATE), (task.client_name or "-", due_page.NAME), (task.text, 0))
    return f"{task.number:>{due_page.NUMBER}}  " + pages.row(cells, pages.columns() - due_page.NUMBER - 2)


def text(plan: WeekPlan, profile: Profile, language: str) -> str:
    """Each day with its touches, one line or two a client."""
    lines = [] if plan.days else [_("None of these days is worked: give a later DAY, or more --weeks.")]
    for each in plan.days:
        number = len(each.touches)
        told = ngettext("{day}: {n} client", "{day}: {n} clients", number)
        title = told.format(day=dates.show_day(date.fromisoformat(each.day), language), n=number)
        owed = len(each.tasks)
        if owed:
            title = ngettext("{day}, {n} task", "{day}, {n} tasks", owed).format(day=title, n=owed)
        lines.append(title)
        lines += [due_page.text(each.touches, profile, language)] if each.touches else []
        lines += [_task(task, profile, language) for task in each.tasks[:_MOST_TASKS]]
        if owed > _MOST_TASKS:
            lines.append(_("        {n} tasks more: see `rmtool list-tasks`.").format(n=owed - _MOST_TASKS))
        lines += [""] if each.touches or each.tasks else []
    if plan.left:
        told = ngettext("{n} touch found no room:", "{n} touches found no room:", len(plan.left))
        if lines[-1]:
            lines.append("")
        lines.append(told.format(n=len(plan.left)))
        lines.append(due_page.text(plan.left[:_MOST_LEFT], profile, language))
        lines += pages.wrapped(_("More a day with --max, or all with `rmtool due`."), pages.columns())
    return "\n".join(lines).rstrip()
