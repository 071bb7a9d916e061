"""What the commands about tasks share."""

from datetime import date
from typing import Annotated

import typer

from rmtool.app import App
from rmtool.domain import dates
from rmtool.domain.tasks import Task
from rmtool.domain.text import shown
from rmtool.errors import RefusedError
from rmtool.i18n import _

Number = Annotated[int, typer.Argument(metavar="N", min=1, help=_("The task's number."))]
Kind = Annotated[
    str,
    typer.Option(
        "--kind",
        metavar=_("KIND"),
        help=_("follow-up, complaint, enquiry, request, paper or milestone."),
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


def due_by_sla(app: App, kind: str) -> tuple[str, str]:
    """The day and time a task of `kind` is due where nobody says: by the profile's SLA; empty without one."""
    if not any(each.key == kind and each.sla for each in app.profile.task_kinds):
        return "", ""
    # Imported here: most kinds have no SLA.
    from rmtool.commands import _profiles
    from rmtool.domain import sla

    found = _profiles.verified(app.profile_path)
    wanted = next(each.sla for each in found.task_kinds if each.key == kind)
    now = app.now.replace(tzinfo=None)
    day, clock = sla.due_at(sla.parse(wanted), now, app.calendar, _profiles.hours(found))
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
