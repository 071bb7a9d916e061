"""`list-papers`: which papers are there, missing, expired or about to expire."""

from itertools import groupby
from itertools import islice
from typing import Annotated

import typer

from rmtool.app import App
from rmtool.commands._parameters import Json
from rmtool.commands._parameters import Limit
from rmtool.commands._parameters import OwnerFilter
from rmtool.commands._parameters import complete_client
from rmtool.domain.papers import MISSING
from rmtool.domain.papers import SOON_DAYS
from rmtool.domain.papers import THERE
from rmtool.domain.papers import PaperLine
from rmtool.i18n import _
from rmtool.reports import papers as report
from rmtool.writers import json_text
from rmtool.writers import paper_page
from rmtool.writers import terminal

HELP = _("""List the papers of a client, or of everybody those that are missing, expired or about to expire.

Which papers a client needs the profile says, by person or company and by tier.

Examples:
  rmtool list-papers 华星
  rmtool list-papers --missing --owner Lin
  rmtool list-papers --days 60 --json""")


def list_papers(
    app: App,
    client: Annotated[
        str,
        typer.Argument(
            metavar=_("CLIENT"),
            help=_("Only this client, with all its papers."),
            autocompletion=complete_client,
        ),
    ] = "",
    missing: Annotated[bool, typer.Option("--missing", help=_("Only those that are missing."))] = False,
    days: Annotated[
        int,
        typer.Option(metavar="N", min=0, max=3650, help=_("How many days ahead a paper counts as expiring.")),
    ] = SOON_DAYS,
    owner: OwnerFilter = "",
    limit: Limit = None,
    json: Json = False,
) -> None:
    """Show papers by state."""
    with app.look() as db:
        if client:
            found = report.of_client(db, app.client(db, client), app.today, app.profile, days)
        else:
            every = report.everybody(db, app.today, app.profile, owner, days)
            found = tuple(each for each in every if each.state != THERE)
    found = tuple(each for each in found if not missing or each.state == MISSING)
    if json:
        app.show(json_text.array(map(json_text.record, found[:limit])))
    elif not found:
        app.say(_("No paper fits: `rmtool profile` shows which the profile asks for."))
    elif client:
        headings = (_("Paper"), _("State"), _("Handed in"), _("Good until"), _("Remark"))
        app.show(terminal.table(headings, [_row(app, each) for each in found[:limit]], wrap=_("Remark")))
    else:
        app.show(_by_client(app, found, limit))


def _row(app: App, paper: PaperLine) -> tuple[str, ...]:
    label = app.profile.label("papers", paper.paper, app.language)
    return label, paper_page.state(paper), paper.received_on, paper.expires_on, paper.remark


def _by_client(app: App, found: tuple[PaperLine, ...], limit: int | None) -> str:
    """A row for each client, with all that is not in order."""
    rows = []
    for number, those in islice(groupby(found, key=lambda each: each.client), limit):
        papers = tuple(those)
        told = paper_page.told(papers, app.profile, app.language)
        rows.append((str(number), papers[0].client_name, told))
    return terminal.table((_(">No."), _("Client"), _("Papers")), rows, wrap=_("Papers"))
