"""`close-task`: close a task with its result."""

from typing import Annotated

import typer

from rmtool.app import App
from rmtool.commands import _task_form
from rmtool.domain.text import clean
from rmtool.i18n import _
from rmtool.store import tasks

HELP = _("""Close a task with its result.

Examples:
  rmtool close-task 12
  rmtool close-task 12 --result "副本已归档" """)


def close_task(
    app: App,
    number: _task_form.Number,
    result: Annotated[str, typer.Option(metavar=_("TEXT"), help=_("What came of it."))] = "",
) -> None:
    """Close one task today."""
    said = clean(result, "--result")
    with app.change() as db:
        task = tasks.get(db, number)
        _task_form.refuse_closed(task)
        tasks.set(db, task._replace(closed_on=app.today.isoformat(), closed_time=app.time, result=said))
    app.say(_("Closed task {number}: {text}").format(number=number, text=_task_form.brief(task)))
