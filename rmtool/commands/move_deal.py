"""`move-deal`: a deal goes on, is won or is lost."""

from typing import Annotated

import typer

from rmtool.app import App
from rmtool.commands import _deal_form
from rmtool.domain import money
from rmtool.domain.text import clean
from rmtool.errors import RefusedError
from rmtool.errors import UsageError
from rmtool.i18n import _
from rmtool.store import deals

HELP = _("""Move a deal to another stage, won and lost included; also change its amount or expected day.

Examples:
  rmtool move-deal 3 negotiation --expected +2w
  rmtool move-deal 3 lost --reason "another bank was 20 points cheaper"
  rmtool move-deal 3 won""")


def move_deal(
    app: App,
    number: _deal_form.Number,
    stage: Annotated[str, typer.Argument(metavar=_("STAGE"), help=_("The stage it comes into."))],
    reason: Annotated[str, typer.Option(metavar=_("TEXT"), help=_("Why; needed when it is lost."))] = "",
    amount: Annotated[str, typer.Option(metavar=_("AMOUNT"), help=_("Its amount from now on."))] = "",
    expected: Annotated[str, typer.Option(metavar=_("DATE"), help=_("When it should be won."))] = "",
) -> None:
    """Put a deal into a stage."""
    into = _deal_form.stage(app, stage)
    said = clean(reason, "--reason")
    if into.outcome == "lost" and not said:
        raise UsageError(_("Say why it was lost with --reason: the next one is won with it."))
    fen = money.parse(amount) if amount else 0
    when = _deal_form.expected(app, expected)
    today = app.today.isoformat()
    with app.change() as db:
        deal = deals.get(db, number)
        same = deal.stage == into.key
        if same and not (fen or when or said):
            raise RefusedError(_("Deal {number} is in this stage already.").format(number=number))
        moved = deal._replace(
            stage=into.key,
            outcome=into.outcome,
            amount=fen or deal.amount,
            expected=when or deal.expected,
            reason=said or deal.reason,
            moved_on=deal.moved_on if same else today,
            closed_on=(deal.closed_on if same else today) if into.outcome else "",
        )
        deals.set(db, moved)
    app.say(_("Deal {number} is now: {deal}.").format(number=number, deal=_deal_form.brief(app, moved)))
