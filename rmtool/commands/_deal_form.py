"""What the commands about deals share."""

from datetime import date
from typing import Annotated

import typer

from rmtool.app import App
from rmtool.config.profile_rows import Choice
from rmtool.domain import dates
from rmtool.domain import money
from rmtool.domain.deals import Deal
from rmtool.domain.text import shown
from rmtool.errors import UsageError
from rmtool.i18n import _

Number = Annotated[int, typer.Argument(metavar="N", min=1, help=_("The deal's number."))]


def stage(app: App, word: str) -> Choice:
    """The stage of a deal that `word` names; raises UsageError with the right ones."""
    key = app.profile.choose("deal_stages", word)
    return next(each for each in app.profile.deal_stages if each.key == key)


def first_stage(app: App) -> str:
    """The stage a deal begins in; raises UsageError where the profile has none."""
    found = next((each.key for each in app.profile.deal_stages if not each.outcome), "")
    if not found:
        raise UsageError(_("The profile has no stages of deals: add [[deal_stages]], see docs/profiles.md."))
    return found


def expected(app: App, word: str) -> str:
    """The day a deal is expected, as ISO text; raises UsageError."""
    return dates.parse_day(word, app.today, "forward").isoformat() if word else ""


def brief(app: App, deal: Deal) -> str:
    """A deal in a few words: client, product, amount, stage, when."""
    words = [
        shown(deal.client_name),
        shown(app.profile.label("products", deal.product, app.language)),
        money.show(deal.amount, app.language),
        app.profile.label("deal_stages", deal.stage, app.language),
    ]
    if deal.expected and not deal.outcome:
        words.append(dates.show_day(date.fromisoformat(deal.expected), app.language))
    return _(", ").join(words)
