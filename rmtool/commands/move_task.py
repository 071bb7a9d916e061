"""`move-task`: move a task to another day; it stays the same task."""

from typing import Annotated

import typer

from rmtool.app import App
from rmtool.commands import _task_form
from rmtool.commands import _visit_form
from rmtool.commands._parameters import Force
from rmtool.errors import RefusedError
from rmtool.i18n import _
from rmtool.store import tasks

HELP = _("""Move a task to another day. It stays the same task: its first due day is kept, and moves are counted.

Examples:
  rmtool move-task 12 下周三
  rmtool move-task 12 "next wed 15:00"
  rmtool move-task 12 +3d""")


def move_task(
    app: App,
    number: _task_form.Number,
    due: Annotated[
        str, typer.Argument(metavar=_("DATE"), help=_("The new due day, with a time if there is one."))
    ],
    force: Force = False,
) -> None:
    """Give one task another due day."""
    day, time = _visit_form.due(app, due, force=force)
    with app.change() as db:
        task = tasks.get(db, number)
        _task_form.refuse_closed(task)
        if (task.due, task.due_time) == (day, time):
            raise RefusedError(
                _("Task {number} is due on {day} already: give another day.").format(
                    number=number, day=_task_form.due(app, task)
                )
            )
        # A task that had no due day is given its first one; that is no move.
        moves = task.moves + 1 if task.due else task.moves
        moved = task._replace(due=day, due_time=time, first_due=task.first_due or day, moves=moves)
        tasks.set(db, moved)
    app.say(
        _("Task {number} is now due on {day}: {text}").format(
            number=number, day=_task_form.due(app, moved), text=_task_form.brief(moved)
        )
    )
