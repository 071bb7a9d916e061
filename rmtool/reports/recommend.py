"""Products to bring up: what clients like this one hold and it does not."""

import sqlite3
from collections.abc import Iterable

from rmtool.config.profile import Profile
from rmtool.domain.clients import Client
from rmtool.domain.deals import Deal
from rmtool.domain.deals import Recommendation
from rmtool.store import deals

MOST = 3


def recommended(db: sqlite3.Connection, client: Client, profile: Profile) -> tuple[Recommendation, ...]:
    """The products of the profile that most of the clients like `client` hold, and it neither holds nor has a deal for.

    Clients like it are those of its tier and industry; where these hold nothing else, those of its tier; else all.
    """
    if not profile.products:
        return ()
    own = _own(deals.matching(db, deals.Filter("all", client=client.number)), profile)
    words = {word: each.key for each in profile.products for word in (each.key, each.zh, each.en) if word}
    found = [each for each in deals.held(db, client.number, words) if each.product not in own]
    if not found:
        return ()
    order = [each.key for each in profile.products]
    alike, tier, everyone = deals.count_alike(db, client.number)
    groups = (
        ([(each.product, each.alike) for each in found], alike, client.tier, client.industry),
        ([(each.product, each.tier) for each in found], tier, client.tier, ""),
        ([(each.product, each.everyone) for each in found], everyone, "", ""),
    )
    for place, (holders, clients, of_tier, of_industry) in enumerate(groups):
        if (place < 2 and not client.tier) or (place < 1 and not client.industry):
            continue
        ranked = sorted(filter(_any, holders), key=lambda each: (-each[1], order.index(each[0])))
        if ranked:
            return tuple(
                Recommendation(product, number, clients, of_tier, of_industry)
                for product, number in ranked[:MOST]
            )
    return ()


def _own(found: Iterable[Deal], profile: Profile) -> set[str]:
    """The products the client holds, or is in talks about."""
    return {
        profile.known("products", each.product) or each.product for each in found if each.outcome != "lost"
    }


def _any(holders: tuple[str, int]) -> bool:
    return holders[1] > 0
