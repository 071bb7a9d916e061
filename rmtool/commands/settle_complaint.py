"""`settle-complaint`: close a complaint with its result, and keep whether the client was told and is content."""

from datetime import date
from typing import Annotated

import typer

from rmtool.app import App
from rmtool.commands import _complaint_form
from rmtool.commands import _task_form
from rmtool.domain import dates
from rmtool.domain.complaints import Complaint
from rmtool.domain.tasks import Task
from rmtool.domain.text import required
from rmtool.domain.text import shown
from rmtool.errors import UsageError
from rmtool.i18n import _
from rmtool.store import complaints
from rmtool.store import tasks

HELP = _("""Settle a complaint: its result, when the client was told, and whether the client is satisfied.

Use it again for what becomes known later: --told, --satisfied and --cause.

Examples:
  rmtool settle-complaint 12 --result "换货两箱" --told today
  rmtool settle-complaint 12 --satisfied yes""")

_YES = ("yes", "y", "是", "满意")
_NO = ("no", "n", "否", "不满意")


def settle_complaint(
    app: App,
    number: _task_form.Number,
    result: Annotated[str, typer.Option(metavar=_("TEXT"), help=_("What came of it; closes it."))] = "",
    told: Annotated[
        str, typer.Option(metavar=_("DATE"), help=_("The day the client was told the result."))
    ] = "",
    satisfied: Annotated[
        str, typer.Option(metavar=_("YES/NO"), help=_("Whether the client is satisfied: yes or no."))
    ] = "",
    cause: _complaint_form.Cause = "",
) -> None:
    """Close one complaint, or add what became known of it since."""
    content = _content(satisfied)
    cause = _complaint_form.listed(app, "causes", cause, "--cause")
    day = dates.parse_day(told, app.today, "back") if told else None
    said = required(result, "--result") if result else ""
    with app.change() as db:
        task = tasks.get(db, number)
        _complaint_form.refuse_other(task)
        _check(app, task, said, day, more=content is not None or bool(cause))
        kept = complaints.get(db, number)
        complaints.set(db, _filled(kept, cause, day.isoformat() if day else "", content))
        if said:
            tasks.set(db, task._replace(closed_on=app.today.isoformat(), closed_time=app.time, result=said))
    values = {"number": number, "text": _task_form.brief(task)}
    if said:
        app.say(_("Settled complaint {number}: {text}").format(**values))
    else:
        app.say(_("Kept what is new of complaint {number}: {text}").format(**values))


def _content(word: str) -> bool | None:
    folded = word.strip().casefold()
    if word and folded not in (*_YES, *_NO):
        raise UsageError(_("--satisfied takes yes or no, not {word}.").format(word=shown(word)))
    return folded in _YES if word else None


def _check(app: App, task: Task, said: str, told: date | None, *, more: bool) -> None:
    """Raises RefusedError and UsageError where what was given does not fit the complaint."""
    if said:
        _task_form.refuse_closed(task)
    elif not task.closed_on:
        raise UsageError(
            _("Complaint {number} is open: say what came of it with --result.").format(number=task.number)
        )
    elif told is None and not more:
        raise UsageError(
            _("Complaint {number} is settled already: give --told, --satisfied or --cause.").format(
                number=task.number
            )
        )
    if told and not task.opened_on <= told.isoformat() <= app.today.isoformat():
        raise UsageError(
            _("{day} is to come, or before the complaint came in: give the day the client was told.").format(
                day=dates.show_day(told, app.language)
            )
        )


def _filled(kept: Complaint, cause: str, told: str, content: bool | None) -> Complaint:
    return kept._replace(
        cause=cause or kept.cause,
        told_on=told or kept.told_on,
        satisfied=kept.satisfied if content is None else content,
    )
