"""What the commands about complaints share."""

from typing import Annotated

import typer

from rmtool.app import App
from rmtool.domain.complaints import Case
from rmtool.domain.tasks import Task
from rmtool.domain.text import one_line
from rmtool.errors import RefusedError
from rmtool.i18n import _

Cause = Annotated[
    str,
    typer.Option("--cause", metavar=_("CAUSE"), help=_("What it comes from, as the profile has it.")),
]
Department = Annotated[
    str,
    typer.Option(
        "--department", metavar=_("DEPARTMENT"), help=_("Who has to do with it, as the profile has it.")
    ),
]


def listed(app: App, which: str, word: str, what: str) -> str:
    """The key of `word` in the profile's list `which`; `word` itself where the profile has no such list."""
    if not word or getattr(app.profile, which):
        return app.profile.choose(which, word) if word else ""
    return one_line(word, what, 100)


def refuse_other(task: Task) -> None:
    """Raises RefusedError where `task` is no complaint."""
    if task.kind != "complaint":
        raise RefusedError(
            _("Task {number} is no complaint: close it with `rmtool close-task {number}`.").format(
                number=task.number
            )
        )


def record(case: Case) -> dict[str, object]:
    """A case as one object: the task's fields, the complaint's, and the hand-overs."""
    # Imported here: json's encoder is only needed with --json.
    from rmtool.writers import json_text

    own = {key: value for key, value in json_text.record(case.complaint).items() if key != "task"}
    return json_text.record(case.task) | own | {"hand_overs": json_text.plain(case.hand_overs)}
