"""The page of one task: how it stands, where it went, what came of it."""

from datetime import date

from rmtool.config.profile import Profile
from rmtool.domain import dates
from rmtool.domain.complaints import Case
from rmtool.domain.complaints import HandOver
from rmtool.domain.tasks import Task
from rmtool.domain.text import shown
from rmtool.i18n import _
from rmtool.i18n import ngettext
from rmtool.writers import pages


def text(case: Case, profile: Profile, language: str) -> str:
    """The whole page."""
    wide = pages.columns()
    task, more = case.task, case.complaint
    lines = pages.wrapped(f"{task.number}  {profile.label('task_kinds', task.kind, language)}", wide)
    content = {None: "", True: _("satisfied"), False: _("not satisfied")}[more.satisfied]
    pairs = (
        (_("Client"), task.client_name),
        (_("Complainant"), more.who),
        (_("Severity"), profile.label("severities", task.severity, language)),
        (_("Cause"), profile.label("causes", more.cause, language)),
        (_("Department"), profile.label("departments", more.department, language)),
        (_("Came in"), _moment(task.opened_on, task.opened_time, language)),
        (_("Due"), _due(task, language)),
        (_("State"), _state(task)),
        (_("Closed"), _moment(task.closed_on, task.closed_time, language)),
        (_("Result"), task.result),
        (_("Client told"), _moment(more.told_on, "", language)),
        (_("Client is"), content),
        (_("From visit"), str(task.visit or "")),
        (_("Owner"), task.owner),
    )
    lines += pages.fields(pairs, wide)
    lines += ["", *pages.wrapped(task.text, wide)]
    if case.hand_overs:
        lines += ["", _("Handed over")]
        lines += [line for each in case.hand_overs for line in _handed(each, profile, language, wide)]
    return "\n".join(lines)


def _moment(day: str, clock: str, language: str) -> str:
    return f"{dates.show_day(date.fromisoformat(day), language)} {clock}".strip() if day else ""


def _due(task: Task, language: str) -> str:
    when = _moment(task.due, task.due_time, language)
    if not task.moves:
        return when
    return ngettext(
        "{when} (moved {n} time, first due {first})", "{when} (moved {n} times, first due {first})", task.moves
    ).format(when=when, n=task.moves, first=task.first_due)  # fmt: skip


def _state(task: Task) -> str:
    if task.escalate_to:
        return _("overdue, tell {who}").format(who=task.escalate_to)
    return {"green": _("open, in time"), "amber": _("open, due soon"), "red": _("overdue")}.get(
        task.state, _("closed")
    )


def _handed(made: HandOver, profile: Profile, language: str, wide: int) -> list[str]:
    where = profile.label("departments", made.department, language)
    told = _(", ").join(filter(None, (where, made.person, made.remark)))
    return pages.field(f"  {shown(_moment(made.day, made.time, language))}", told, wide)
