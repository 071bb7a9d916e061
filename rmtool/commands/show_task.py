"""`show-task`: one task whole."""

from rmtool.app import App
from rmtool.commands import _complaint_form
from rmtool.commands import _task_form
from rmtool.commands._parameters import Json
from rmtool.i18n import _
from rmtool.reports import complaints as report
from rmtool.writers import task_page

HELP = _("""Show one task whole: when it is due and how it stands, to whom it was handed over, what came of it.

Examples:
  rmtool show-task 12
  rmtool show-task 12 --json""")


def show_task(app: App, number: _task_form.Number, json: Json = False) -> None:
    """Show one task."""
    with app.look() as db:
        case = report.case(db, number, app.clock)
    if json:
        # Imported here: json's encoder is only needed with --json.
        from rmtool.writers import json_text

        app.show(json_text.document(_complaint_form.record(case)))
        return
    app.show(task_page.text(case, app.profile, app.language))
