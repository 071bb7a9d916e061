"""`list-visits`: list visits by client, period, kind or text."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated

import typer

from rmtool.app import App
from rmtool.commands._parameters import ClientOption
from rmtool.commands._parameters import Json
from rmtool.commands._parameters import Limit
from rmtool.commands._parameters import OwnerFilter
from rmtool.config.profile_rows import Field
from rmtool.domain import dates
from rmtool.domain import fields
from rmtool.domain import periods
from rmtool.domain.text import clip
from rmtool.domain.visits import Visit
from rmtool.errors import UsageError
from rmtool.i18n import _
from rmtool.store import visits
from rmtool.writers import json_text
from rmtool.writers import own_words
from rmtool.writers import terminal

HELP = _("""List visits, the newest first; 50 at most unless --limit says more.

Examples:
  rmtool list-visits "last week"
  rmtool list-visits --client 张三 --kind call
  rmtool list-visits 2026-11 --search 续贷 --limit 200""")

_MOST = 50
_CLIPPED = 200


def list_visits(
    app: App,
    period: Annotated[
        str, typer.Argument(metavar=_("[PERIOD]"), help=_("Such as today, 2026-W47, 2026-11 or last week."))
    ] = "",
    period_option: Annotated[
        str, typer.Option("--period", metavar=_("PERIOD"), help=_("The same as an option."))
    ] = "",
    client: ClientOption = "",
    kind: Annotated[str, typer.Option(metavar=_("KIND"), help=_("Only this kind."))] = "",
    search: Annotated[
        str, typer.Option(metavar=_("TEXT"), help=_("Only those in which TEXT was said."))
    ] = "",
    owner: OwnerFilter = "",
    limit: Limit = None,
    json: Json = False,
) -> None:
    """Show the visits that fit."""
    if period and period_option:
        raise UsageError(_("The period is given twice: write it once, with --period or without."))
    when = period or period_option
    within = periods.parse_period(when, app.today, "day") if when else periods.ALL
    wanted = visits.Filter(
        first=within.first.isoformat(), last=within.last.isoformat(), owner=owner, search=search,
        kind=app.profile.choose("visit_kinds", kind) if kind else "", limit=limit or _MOST, newest_first=True,
    )  # fmt: skip
    with app.look() as db:
        if client:
            wanted = wanted._replace(client=app.client(db, client).number)
        found = tuple(visits.between(db, wanted))
        more = visits.count_matching(db, wanted) - len(found) if len(found) == wanted.limit else 0
    if json:
        app.show(json_text.array(map(json_text.record, found)))
    elif found:
        # Words of one's own stand below what was said: columns of them would leave room for nothing.
        more_fields = [
            each
            for each in app.profile.visit_fields
            if "list-visits" in each.shown_in and each.type != "text"
        ]
        headings = (
            _(">No."), _("Day"), _("Time"), _("Kind"), _("Client"),
            *(own_words.heading(each, app.language) for each in more_fields), _("Text"),
        )  # fmt: skip
        app.show(terminal.table(headings, [_row(app, each, more_fields) for each in found], wrap=_("Text")))
    else:
        app.say(_('No visit fits: log one with `rmtool log-visit CLIENT "TEXT"`, or ask for less.'))
    if more > 0:
        app.say(_("{count} more: use --limit.").format(count=more))


def _row(app: App, visit: Visit, more_fields: Sequence[Field]) -> tuple[str, ...]:
    return (
        str(visit.number), dates.show_day(date.fromisoformat(visit.day), app.language), visit.time,
        app.profile.label("visit_kinds", visit.kind, app.language), visit.client_name,
        *(fields.show(each, visit.fields.get(each.key, ""), app.language) for each in more_fields),
        "\n".join(
            filter(
                None,
                (
                    clip(" ".join(visit.text.split()), _CLIPPED),
                    own_words.told(_texts(app), visit.fields, "list-visits", app.language),
                    own_words.measures(visit.measures, app.profile, app.language),
                ),
            )
        ),
    )  # fmt: skip


def _texts(app: App) -> list[Field]:
    return [each for each in app.profile.visit_fields if each.type == "text"]
