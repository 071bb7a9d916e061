"""`add-milestone`: a step at which a client is owed a visit."""

from typing import Annotated

import typer

from rmtool.app import App
from rmtool.commands import _task_form
from rmtool.commands import _visit_form
from rmtool.commands._parameters import ClientWord
from rmtool.commands._parameters import Force
from rmtool.commands._parameters import Json
from rmtool.commands._parameters import Owner
from rmtool.domain.tasks import Task
from rmtool.domain.text import one_line
from rmtool.domain.text import shown
from rmtool.errors import RefusedError
from rmtool.errors import UsageError
from rmtool.i18n import _
from rmtool.store import tasks
from rmtool.store.tasks import Filter

HELP = _("""Add a milestone of a client: a task for the day, and a touch owed from that day on.

The milestones are those of the profile; `rmtool profile` shows them.

Examples:
  rmtool add-milestone zs completion --due "next fri"
  rmtool add-milestone 张三 水电验收 --due 12月3日""")


def add_milestone(
    app: App,
    client: ClientWord,
    milestone: Annotated[str, typer.Argument(metavar=_("MILESTONE"), help=_("A milestone of the profile."))],
    due: Annotated[str, typer.Option("--due", metavar=_("DATE"), help=_("The day it falls on."))] = "",
    owner: Owner = "",
    force: Force = False,
    json: Json = False,
) -> None:
    """Store the milestone as a task."""
    if not app.profile.milestones:
        raise UsageError(
            _("The profile has no milestones: add [[milestones]] to it, or use `rmtool add-task`.")
        )
    key = app.profile.choose("milestones", milestone)
    found = next(each for each in app.profile.milestones if each.key == key)
    texts = (found.label("zh"), found.label("en"))
    if not due:
        raise UsageError(_('Say which day it falls on, such as --due "next fri".'))
    day, time = _visit_form.due(app, due, force=force)
    with app.look() as db:
        of = app.client(db, client)
        same = [
            each
            for each in tasks.matching(db, Filter(client=of.number, kind="milestone"))
            if each.text in texts
        ]
    if same and not force:
        raise RefusedError(
            _(
                "{client} has this milestone open as task {number}: move it with `rmtool move-task {number} DATE`."
            ).format(client=shown(of.name), number=same[0].number)
        )
    task = Task(
        text=found.label(app.language), client=of.number, kind="milestone", due=day, due_time=time,
        first_due=day, opened_on=app.today.isoformat(), opened_time=app.time, recorded_at=app.recorded_at,
        owner=one_line(owner, "--owner", optional=True) or app.settings.owner,
    )  # fmt: skip
    with app.change() as db:
        stored = tasks.get(db, tasks.add(db, task))
        if json:
            # Imported here: json's encoder is only needed with --json.
            from rmtool.writers import json_text

            app.show(json_text.array([json_text.record(stored)]))
    words = {"number": stored.number, "text": _task_form.brief(stored), "day": _task_form.due(app, stored)}
    app.say(_("Added milestone {number}, due {day}: {text}").format(**words))
