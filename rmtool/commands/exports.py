"""`exports`: which files were written for people, by whom, masked or whole."""

from typing import Annotated

import typer

from rmtool.app import App
from rmtool.commands import _instants
from rmtool.commands._parameters import Json
from rmtool.commands._parameters import Limit
from rmtool.domain import dates
from rmtool.domain.exports import Export
from rmtool.domain.schedule_times import on_the_clock
from rmtool.i18n import _
from rmtool.store import exports as store
from rmtool.writers import json_text
from rmtool.writers import terminal

HELP = _("""List the files that were written for people, the newest first; 50 at most unless --limit says more.

Exports, reports, forms, texts of greetings, copies for clients and backups, with who wrote them, whether phones,
identity numbers and the like are masked in them, and why not. --json has the SHA-256 of each, as sha256sum says it.

Examples:
  rmtool exports
  rmtool exports "last month" --whole
  rmtool exports --json""")

_MOST = 50


def exports(
    app: App,
    period: Annotated[
        str, typer.Argument(metavar=_("[PERIOD]"), help=_("Such as today, 2026-W47, 2026-11 or last week."))
    ] = "",
    whole: Annotated[bool, typer.Option("--whole", help=_("Only those in which nothing is masked."))] = False,
    limit: Limit = None,
    json: Json = False,
) -> None:
    """Show the exports that fit."""
    first, end = _instants.of(app, period)
    with app.look() as db:
        found = store.matching(db, store.Filter(first, end, whole, limit=limit or _MOST))
    if json:
        app.show(json_text.array(map(json_text.record, found)))
    elif found:
        headings = (_(">No."), _("Written"), _("User"), _("Command"), _("Masked"), _("File"))
        app.show(terminal.table(headings, [_row(app, each) for each in found], wrap=_("File")))
    else:
        app.say(_("No file fits: `rmtool export` writes one."))
    if found and len(found) == (limit or _MOST):
        app.say(_("These are the last {count}: --limit shows more.").format(count=len(found)))


def _row(app: App, found: Export) -> tuple[str, ...]:
    local = on_the_clock(found.at, app.now)
    written = f"{dates.show_day(local.date(), app.language)} {local:%H:%M}"
    masked = _("masked") if found.masked else _("whole")
    return (
        str(found.number), written, found.user, found.command, masked, "\n".join(filter(None, (found.file, found.reason))),
    )  # fmt: skip
