"""`list-tasks`: list tasks by state, client, kind or due date."""

from typing import Annotated

import typer

from rmtool.app import App
from rmtool.commands import _task_form
from rmtool.commands._parameters import ClientOption
from rmtool.commands._parameters import Json
from rmtool.commands._parameters import Limit
from rmtool.commands._parameters import OwnerFilter
from rmtool.domain import periods
from rmtool.domain.text import shown
from rmtool.errors import UsageError
from rmtool.i18n import _
from rmtool.store import tasks
from rmtool.writers import json_text
from rmtool.writers import terminal

HELP = _("""List tasks, the earliest due first; the open ones unless --state says otherwise.

Examples:
  rmtool list-tasks --overdue
  rmtool list-tasks --client 张三 --state all
  rmtool list-tasks --due "this week" --kind paper""")

_STATES = {
    "open": "open", "closed": "closed", "all": "all", "未结": "open", "已结": "closed", "全部": "all",
}  # fmt: skip


def list_tasks(
    app: App,
    state: Annotated[str, typer.Option(metavar=_("STATE"), help=_("open, closed or all."))] = "open",
    client: ClientOption = "",
    kind: Annotated[str, typer.Option(metavar=_("KIND"), help=_("Only this kind."))] = "",
    owner: OwnerFilter = "",
    due: Annotated[
        str,
        typer.Option(metavar=_("PERIOD"), help=_("Only those due in PERIOD, such as today or this week.")),
    ] = "",
    overdue: Annotated[bool, typer.Option("--overdue", help=_("Only open ones that are past due."))] = False,
    limit: Limit = None,
    json: Json = False,
) -> None:
    """Show the tasks that fit."""
    wanted = tasks.Filter(
        state=_state(state),
        kind=app.profile.choose("task_kinds", kind) if kind else "",
        owner=owner,
        limit=limit,
    )
    wanted = _due(app, wanted, due, overdue=overdue)
    with app.look() as db:
        if client:
            wanted = wanted._replace(client=app.client(db, client).number)
        found = tuple(map(app.clock.judged, tasks.matching(db, wanted)))
    if json:
        app.show(json_text.array(map(json_text.record, found)))
    elif found:
        headings = (_(">No."), _("Due"), _("Kind"), _("Client"), _("Task"))
        rows = [
            (
                str(each.number), f"{each.due} {each.due_time}" if each.due_time else _task_form.due(app, each),
                app.profile.label("task_kinds", each.kind, app.language), each.client_name, _task_form.told(each),
            )
            for each in found
        ]  # fmt: skip
        app.show(terminal.table(headings, rows, wrap=_("Task")))
    else:
        app.say(_("No task fits: add one with `rmtool add-task TEXT`, or ask for less."))


def _state(word: str) -> str:
    if word.strip().lower() not in _STATES:
        raise UsageError(_("Unknown state {word}: use open, closed or all.").format(word=shown(word)))
    return _STATES[word.strip().lower()]


def _due(app: App, wanted: tasks.Filter, due: str, *, overdue: bool) -> tasks.Filter:
    if overdue and (due or wanted.state != "open"):
        raise UsageError(_("--overdue means open tasks that are past due: leave --due and --state out."))
    if overdue:
        return wanted._replace(due_before=app.clock.moment)
    if due:
        within = periods.parse_period(due, app.today, "day")
        return wanted._replace(due_from=within.first.isoformat(), due_to=within.last.isoformat())
    return wanted
