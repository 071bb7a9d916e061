"""`report`: any report by its name, the user's own included."""

from typing import Annotated

import typer

from rmtool.app import App
from rmtool.commands import _report
from rmtool.domain import periods
from rmtool.domain.schedules import KINDS
from rmtool.domain.text import shown
from rmtool.errors import NotFoundError
from rmtool.errors import UsageError
from rmtool.i18n import _
from rmtool.writers import json_text
from rmtool.writers import templates
from rmtool.writers import terminal

HELP = _("""Any report by its name and period, your own templates included; docs/templates.md tells how to write one.

Examples:
  rmtool report --list
  rmtool report weekly "last week"
  rmtool report monthly 2026-Q4 -o quarter.html
  rmtool report weekly 2026-W47 --format json""")


@_report.takes_options
def report(
    app: App,
    asked: _report.Asked,
    name: Annotated[
        str, typer.Argument(metavar=_("NAME"), help=_("A name in `rmtool report --list`, such as weekly."))
    ] = "",
    period: Annotated[
        str, typer.Argument(metavar=_("PERIOD"), help=_("Any period; this day, week or month by default."))
    ] = "",
    list: Annotated[bool, typer.Option("--list", help=_("List the reports there are."))] = False,
) -> None:
    """Show or write one report, or list what there is."""
    if list:
        _list(app, json=asked.json)
    elif not name:
        raise UsageError(_("Name a report: `rmtool report --list` shows them."))
    else:
        if not asked.template and all(each.name != name for each in templates.listing(_report.shelf(app))):
            raise NotFoundError(
                _("There is no report {name}: see `rmtool report --list`.").format(name=shown(name))
            )
        meant = periods.parse_period(period, app.today, KINDS.get(name, "week"))
        _report.run(app, name, meant, asked)


def _list(app: App, *, json: bool) -> None:
    found = templates.listing(_report.shelf(app))
    if json:
        rows = ({"name": e.name, "format": e.format, "own": e.own, "path": str(e.path)} for e in found)
        app.show(json_text.array(rows))
        return
    app.show(
        terminal.table(
            (_("Report"), _("Format"), _("Template")),
            [(each.name, each.format, shown(str(each.path)) if each.own else _("shipped")) for each in found],
            wrap=_("Template"),
        )
    )
