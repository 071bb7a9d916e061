"""`show-visit`: one visit whole."""

from rmtool.app import App
from rmtool.commands import _visit_options as options
from rmtool.commands._parameters import Json
from rmtool.i18n import _
from rmtool.store import tasks
from rmtool.store import visits
from rmtool.writers import client_page

HELP = _("""Show one visit whole, with the tasks that came from it.

Examples:
  rmtool show-visit 12
  rmtool show-visit 12 --json""")


def show_visit(app: App, number: options.Number, json: Json = False) -> None:
    """Show one visit."""
    with app.look() as db:
        visit = visits.get(db, number)
        steps = tuple(map(app.clock.judged, tasks.matching(db, tasks.Filter(state="all", visit=number))))
    if json:
        # Imported here: json's encoder is only needed with --json.
        from rmtool.writers import json_text

        app.show(json_text.document(json_text.record(visit) | {"tasks": steps}))
        return
    app.show(client_page.visit(visit, steps, app.profile, app.language))
