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


def due(app: App, task: Task) -> str:
    """When `task` is due, with the weekday; empty where it has no due day."""
    if not task.due:
        return ""
    return f"{dates.show_day(date.fromisoformat(task.due), app.language)} {task.due_time}".strip()


def brief(task: Task) -> str:
    """The task's text on one line, with its client."""
    text = " ".join(shown(task.text, newlines=True).split())
    return f"{text} ({shown(task.client_name)})" if task.client_name else text
