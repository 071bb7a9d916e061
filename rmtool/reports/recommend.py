"""Products to bring up: what clients like this one hold and it does not."""

import sqlite3
from collections import Counter

from rmtool.config.profile import Profile
from rmtool.domain.clients import Client
from rmtool.domain.deals import Recommendation
from rmtool.store import client_lists
from rmtool.store import deals

MOST = 3
# Who is like a client: a tier and an industry; empty means any.
_Alike = tuple[str, str]


class Shelf:
    """What is held by whom, counted once for as many clients as are asked about."""

    def __init__(self, db: sqlite3.Connection, profile: Profile) -> None:
        self._db, self._profile = db, profile
        self._holders: dict[_Alike, Counter[str]] = {}
        self._clients: Counter[_Alike] = Counter()
        words = {word: each.key for each in profile.products for word in (each.key, each.zh, each.en) if word}
        held = deals.held(db, words) if words else ()
        for product, tier, industry, number in held:
            for alike in {(tier, industry), (tier, ""), ("", "")}:
                self._holders.setdefault(alike, Counter())[product] += number
        for tier, industry, number in client_lists.count_alike(db) if held else ():
            for alike in {(tier, industry), (tier, ""), ("", "")}:
                self._clients[alike] += number

    def recommended(self, client: Client) -> tuple[Recommendation, ...]:
        """The products that most of the clients like `client` hold, and it neither holds nor has a deal for.

        Clients like it are those of its tier and industry; where these hold nothing else, those of its tier; else all.
        None to a tier to which the profile has nothing sold, such as borrowers under watch.
        """
        if not self._holders or any(
            each.key == client.tier and not each.recommend for each in self._profile.tiers
        ):
            return ()
        own = self._own(client)
        order = [each.key for each in self._profile.products]
        circles = [(client.tier, client.industry), (client.tier, ""), ("", "")]
        for alike in circles if client.tier else circles[2:]:
            found = self._holders.get(alike, Counter())
            ranked = sorted(found.keys() - own, key=lambda product: (-found[product], order.index(product)))
            if ranked:
                # It is no holder of what it does not hold, but one of those like itself.
                others = self._clients[alike] - (not client.archived_on)
                return tuple(Recommendation(each, found[each], others, *alike) for each in ranked[:MOST])
        return ()

    def _own(self, client: Client) -> set[str]:
        """The products the client holds, or is in talks about."""
        found = deals.matching(self._db, deals.Filter("all", client=client.number))
        return {self._profile.known("products", each.product) for each in found if each.outcome != "lost"}
