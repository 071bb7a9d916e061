"""The day's plan: a stop with its reasons and what to bring up in a few lines."""

from datetime import date

from rmtool.config.profile import Profile
from rmtool.domain import dates
from rmtool.domain.plan import DayPlan
from rmtool.domain.plan import Stop
from rmtool.domain.tasks import Task
from rmtool.domain.text import shown
from rmtool.i18n import _
from rmtool.i18n import ngettext
from rmtool.writers import day_page
from rmtool.writers import due_page
from rmtool.writers import duty_lines
from rmtool.writers import own_words
from rmtool.writers import pages


def text(plan: DayPlan, profile: Profile, language: str) -> str:
    """The whole plan, area by area."""
    wide = pages.columns()
    day = date.fromisoformat(plan.day)
    stops = ngettext("{n} stop", "{n} stops", len(plan.stops)).format(n=len(plan.stops))
    lines = [_("Plan for {day}: {stops}").format(day=dates.show_day(day, language), stops=stops)]
    area = None
    for stop in plan.stops:
        if stop.area != area:
            area = stop.area
            lines += ["", shown(area) or _("no area")]
        lines += _stop(stop, plan.day, profile, language, wide)
    if plan.desk:
        lines += ["", _("At the desk")]
        lines += [line for each in plan.desk for line in pages.field(f"{each.number:>6} ", each.text, wide)]
    if plan.duties:
        lines += ["", _("Standing duties"), *duty_lines.lines(plan.duties, language, wide)]
    if plan.left_out:
        told = _("{n} more found no room today: `rmtool due` and `rmtool list-tasks` show all.")
        lines += ["", *pages.wrapped(told.format(n=plan.left_out), wide)]
    return "\n".join(lines)


def why(stop: Stop, day: str, profile: Profile, language: str) -> str:
    """Every reason for a stop, in words."""
    # The milestone that calls for the stop is told by what it calls for.
    told = stop.due.task if stop.due else 0
    reasons = [_task(each, day, profile, language) for each in stop.tasks if each.number != told]
    reasons += [
        _("birthday of {name}").format(name=each.contact or each.client_name) for each in stop.birthdays
    ]
    if stop.due:
        reasons.append(_(", ").join((due_page.why(stop.due, profile, language), due_page.late(stop.due))))
    return _("; ").join(reasons)


def _task(task: Task, day: str, profile: Profile, language: str) -> str:
    kind = profile.label("task_kinds", task.kind, language)
    return _("{kind} {number}: {text} ({when})").format(
        kind=kind, number=task.number, text=" ".join(task.text.split()), when=day_page.when(task, day)
    )


def _stop(stop: Stop, day: str, profile: Profile, language: str, wide: int) -> list[str]:
    route = f"  {stop.route}" if stop.route else ""
    lines = pages.wrapped(f"{stop.client:>6}  {stop.name}{route}", wide)
    for label, value in (
        (_("why"), why(stop, day, profile, language)),
        (_("likes"), _("; ").join(stop.likes)),
        (_("avoid"), _("; ").join(stop.taboos)),
        (_("need"), stop.need),
        (_("promised"), _("; ").join(" ".join(each.text.split()) for each in stop.promised)),
        (
            _("recommend"),
            _("; ").join(own_words.recommended(each, profile, language) for each in stop.recommended),
        ),
        (_("data"), own_words.told(profile.client_fields, stop.fields, "plan-day", language)),
    ):
        if value:
            lines += pages.field(f"        {label}", value, wide)
    return lines
