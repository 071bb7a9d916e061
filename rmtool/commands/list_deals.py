"""`list-deals`: the deals, what they come to, and which are stuck."""

from typing import Annotated

import typer

from rmtool.app import App
from rmtool.commands import _deal_form
from rmtool.commands._parameters import ClientOption
from rmtool.commands._parameters import Json
from rmtool.commands._parameters import OwnerFilter
from rmtool.domain import money
from rmtool.domain.deals import Deal
from rmtool.domain.text import shown
from rmtool.errors import UsageError
from rmtool.i18n import _
from rmtool.reports import deals as report
from rmtool.store import deals
from rmtool.writers import json_text
from rmtool.writers import terminal

HELP = _("""List deals, those expected first at the top; the open ones unless --outcome says otherwise.

Below the list stands what they come to, whole and weighted by the chance of their stage. A deal that stays
too long in a stage is marked.

Examples:
  rmtool list-deals
  rmtool list-deals --stage negotiation
  rmtool list-deals --client 华星 --outcome all""")

_OUTCOMES = {"open": "open", "won": "won", "lost": "lost", "all": "all", "未结": "open", "成交": "won", "失败": "lost", "全部": "all"}  # fmt: skip


def list_deals(
    app: App,
    outcome: Annotated[str, typer.Option(metavar=_("OUTCOME"), help=_("open, won, lost or all."))] = "open",
    client: ClientOption = "",
    stage: Annotated[str, typer.Option(metavar=_("STAGE"), help=_("Only this stage."))] = "",
    owner: OwnerFilter = "",
    json: Json = False,
) -> None:
    """Show the deals that fit, and their sums."""
    if outcome.strip().lower() not in _OUTCOMES:
        raise UsageError(_("Unknown outcome {word}: use open, won, lost or all.").format(word=shown(outcome)))
    wanted = deals.Filter(
        outcome=_OUTCOMES[outcome.strip().lower()],
        stage=_deal_form.stage(app, stage).key if stage else "",
        owner=owner,
    )
    with app.look() as db:
        if client:
            wanted = wanted._replace(client=app.client(db, client).number)
        found = deals.matching(db, wanted)
    if json:
        app.show(
            json_text.array(
                json_text.record(each) | report.judged(each, app.today, app.profile) for each in found
            )
        )
    elif found:
        headings = (_(">No."), _("Client"), _("Product"), _(">Amount"), _("Stage"), _("Expected"), _(">Days"))
        app.show(terminal.table(headings, [_row(app, each) for each in found], wrap=_("Product")))
        app.say(_told(app, found))
    else:
        app.say(_("No deal fits: add one with `rmtool add-deal CLIENT PRODUCT AMOUNT`, or ask for less."))


def _row(app: App, deal: Deal) -> tuple[str, ...]:
    days = report.days_in_stage(deal, app.today)
    stage = app.profile.label("deal_stages", deal.stage, app.language)
    if report.is_stuck(deal, app.today, app.profile):
        stage = _("{stage} (stuck)").format(stage=stage)
    amount = money.show(deal.amount, app.language)
    product = app.profile.label("products", deal.product, app.language)
    return str(deal.number), deal.client_name, product, amount, stage, deal.expected, str(days)


def _told(app: App, found: tuple[Deal, ...]) -> str:
    total, weighted = report.sums(found, app.profile)
    return _("{count} deals, {total} in all, {weighted} weighted.").format(
        count=len(found), total=money.show(total, app.language), weighted=money.show(weighted, app.language)
    )
