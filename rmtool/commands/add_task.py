"""`add-task`: something promised or owed."""

from typing import Annotated

import typer

from rmtool.app import App
from rmtool.commands import _task_form
from rmtool.commands import _visit_form
from rmtool.commands._parameters import ClientOption
from rmtool.commands._parameters import Force
from rmtool.commands._parameters import Json
from rmtool.domain.tasks import Task
from rmtool.domain.text import one_line
from rmtool.domain.text import required
from rmtool.errors import UsageError
from rmtool.i18n import _
from rmtool.store import tasks
from rmtool.store import visits

HELP = _("""Add a task: something promised or owed, with or without a client and a due day.

Examples:
  rmtool add-task "营业执照复印件" --client 华星 --kind paper --due +2d
  rmtool add-task "ask the branch for the rate" --due "next wed 15:00"
  rmtool add-task "answer the complaint" --visit 12 --kind complaint --due +1d
  rmtool add-task "spare part from the works" --kind request --severity serious""")


def add_task(
    app: App,
    text: Annotated[str, typer.Argument(metavar=_("TEXT"), help=_("What is to be done."))],
    client: ClientOption = "",
    due: Annotated[
        str, typer.Option(metavar=_("DATE"), help=_("When it is due, with a time if there is one."))
    ] = "",
    kind: _task_form.Kind = "follow-up",
    severity: _task_form.Severity = "",
    visit: Annotated[int | None, typer.Option(metavar="N", min=1, help=_("The visit it came from."))] = None,
    owner: Annotated[
        str | None,
        typer.Option(metavar=_("NAME"), help=_("Whose it is; the owner of the settings by default.")),
    ] = None,
    force: Force = False,
    json: Json = False,
) -> None:
    """Store a new task."""
    kind = app.profile.choose("task_kinds", kind)
    severity = app.profile.choose("severities", severity) if severity else ""
    if due:
        day, time = _visit_form.due(app, due, force=force)
    else:
        day, time = _task_form.due_by_sla(app, kind, severity, app.now)
    with app.look() as db:
        origin = visits.get(db, visit) if visit is not None else None
        of = app.client(db, client).number if client else origin.client if origin else None
    if origin and of != origin.client:
        raise UsageError(
            _("Visit {number} was with another client: leave --client or --visit out.").format(number=visit)
        )
    task = Task(
        text=required(text, _("the task")), client=of, visit=visit, due=day, due_time=time, first_due=day,
        kind=kind, severity=severity, recorded_at=app.recorded_at,
        owner=app.settings.owner if owner is None else one_line(owner, "--owner", optional=True),
        opened_on=app.today.isoformat(), opened_time=app.time,
    )  # fmt: skip
    with app.change() as db:
        stored = tasks.get(db, tasks.add(db, task))
        if json:
            # Imported here: json's encoder is only needed with --json.
            from rmtool.writers import json_text

            app.show(json_text.array([json_text.record(app.clock.judged(stored))]))
    values = {"number": stored.number, "text": _task_form.brief(stored), "day": _task_form.due(app, stored)}
    if stored.due:
        app.say(_("Added task {number}, due {day}: {text}").format(**values))
    else:
        app.say(_("Added task {number}: {text}").format(**values))
