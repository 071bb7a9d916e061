"""What the commands about tasks share."""

from datetime import date
from datetime import datetime
from typing import Annotated

import typer

from rmtool.app import App
from rmtool.domain import dates
from rmtool.domain.clock import AMBER
from rmtool.domain.clock import RED
from rmtool.domain.tasks import Task
from rmtool.domain.text import clip
from rmtool.domain.text import shown
from rmtool.errors import RefusedError
from rmtool.i18n import _

_CLIPPED = 200

Number = Annotated[int, typer.Argument(metavar="N", min=1, help=_("The task's number."))]
Kind = Annotated[
    str,
    typer.Option(
        "--kind",
        metavar=_("KIND"),
        help=_("follow-up, complaint, enquiry, request, paper or milestone."),
    ),
]

Severity = Annotated[
    str,
    typer.Option(
        "--severity",
        metavar=_("SEVERITY"),
        help=_("How bad it is, as the profile has it; it may decide how soon it is due."),
    ),
]


def refuse_closed(task: Task) -> None:
    """Raises RefusedError where `task` is closed already."""
    if task.closed_on:
        raise RefusedError(
            _("Task {number} was closed on {day}: see `rmtool list-tasks --state closed`.").format(
                number=task.number, day=task.closed_on
            )
        )


def due_by_sla(app: App, kind: str, severity: str, opened: datetime) -> tuple[str, str]:
    """The day and time a task is due where nobody says: by the profile's SLA; empty without one."""
    if not app.profile.sla(kind, severity):
        return "", ""
    # Imported here: most kinds have no SLA.
    from rmtool.commands import _profiles
    from rmtool.commands import _verified
    from rmtool.domain import sla

    found = _verified.profile(app)
    wanted = sla.parse(found.sla(kind, severity))
    day, clock = sla.due_at(wanted, opened.replace(tzinfo=None), app.calendar, _profiles.hours(found))
    return day.isoformat(), clock.strftime("%H:%M") if clock else ""


def due(app: App, task: Task) -> str:
    """When `task` is due, with the weekday; empty where it has no due day."""
    if not task.due:
        return ""
    return f"{dates.show_day(date.fromisoformat(task.due), app.language)} {task.due_time}".strip()


def brief(task: Task) -> str:
    """The task's text on one line, with its client."""
    text = " ".join(shown(task.text, newlines=True).split())
    return f"{text} ({shown(task.client_name)})" if task.client_name else text


def told(task: Task) -> str:
    """The text on one line, and what became of the task, or what its clock says of it."""
    text = clip(" ".join(task.text.split()), _CLIPPED)
    if task.closed_on and task.result:
        return _("{text} [closed {day}: {result}]").format(
            text=text, day=task.closed_on, result=clip(" ".join(task.result.split()), _CLIPPED)
        )
    if task.closed_on:
        return _("{text} [closed {day}]").format(text=text, day=task.closed_on)
    if task.escalate_to:
        return _("{text} [overdue, tell {who}]").format(text=text, who=task.escalate_to)
    if task.state == RED:
        return _("{text} [overdue]").format(text=text)
    return _("{text} [due soon]").format(text=text) if task.state == AMBER else text
