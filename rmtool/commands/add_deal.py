"""`add-deal`: a product opportunity with an amount."""

from typing import Annotated

import typer

from rmtool.app import App
from rmtool.commands import _deal_form
from rmtool.commands._parameters import ClientWord
from rmtool.commands._parameters import Json
from rmtool.domain import money
from rmtool.domain.deals import Deal
from rmtool.domain.text import one_line
from rmtool.errors import UsageError
from rmtool.i18n import _
from rmtool.store import deals
from rmtool.store import visits

HELP = _("""Add a deal: a product a client may take, with its amount in yuan (500万, 1.2亿, 3000000).

Examples:
  rmtool add-deal 华星 流动资金贷款 500万 --expected 月底
  rmtool add-deal 12 "time deposit" 3,000,000 --stage proposal --from-visit 34""")


def add_deal(
    app: App,
    client: ClientWord,
    product: Annotated[str, typer.Argument(metavar=_("PRODUCT"), help=_("What it is about."))],
    amount: Annotated[str, typer.Argument(metavar=_("AMOUNT"), help=_("In yuan, such as 500万."))],
    stage: Annotated[
        str, typer.Option(metavar=_("STAGE"), help=_("How far it is; the first by default."))
    ] = "",
    expected: Annotated[str, typer.Option(metavar=_("DATE"), help=_("When it should be won."))] = "",
    from_visit: Annotated[
        int | None, typer.Option("--from-visit", metavar="N", min=1, help=_("The visit it came from."))
    ] = None,
    owner: Annotated[
        str | None,
        typer.Option(metavar=_("NAME"), help=_("Whose it is; the owner of the settings by default.")),
    ] = None,
    json: Json = False,
) -> None:
    """Store a new deal."""
    begun = _deal_form.stage(app, stage or _deal_form.first_stage(app))
    if begun.outcome:
        raise UsageError(
            _("A deal begins open: add it first, then use `rmtool move-deal N {stage}`.").format(
                stage=begun.key
            )
        )
    fen, when = money.parse(amount), _deal_form.expected(app, expected)
    named = app.profile.known("products", product) or one_line(product, _("the product"))
    with app.look() as db:
        number = app.client(db, client).number
        if from_visit is not None and visits.get(db, from_visit).client != number:
            raise UsageError(
                _("Visit {number} was with another client: leave --from-visit out.").format(number=from_visit)
            )
    deal = Deal(
        client=number, product=named, amount=fen, visit=from_visit, stage=begun.key, expected=when,
        owner=app.settings.owner if owner is None else one_line(owner, "--owner", optional=True),
        opened_on=app.today.isoformat(), moved_on=app.today.isoformat(), recorded_at=app.recorded_at,
    )  # fmt: skip
    with app.change() as db:
        stored = deals.get(db, deals.add(db, deal))
        if json:
            # Imported here: json's encoder is only needed with --json.
            from rmtool.writers import json_text

            app.show(json_text.array([json_text.record(stored)]))
    app.say(
        _("Added deal {number}: {deal}.").format(number=stored.number, deal=_deal_form.brief(app, stored))
    )
