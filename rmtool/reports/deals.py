"""What deals come to: sums, sums weighted by the chance of their stage, and which are stuck."""

import sqlite3
from collections.abc import Iterable
from datetime import date

from rmtool.config.profile import Profile
from rmtool.domain.deals import Deal
from rmtool.domain.periods import Period
from rmtool.domain.reports import DealRow
from rmtool.domain.reports import Deals
from rmtool.domain.reports import StageSum
from rmtool.store import deals as store


def sums(found: Iterable[Deal], profile: Profile) -> tuple[int, int]:
    """The amounts in all, and weighted by the chance of each deal's stage, in fen."""
    chances = {each.key: each.chance for each in profile.deal_stages}
    deals = tuple(found)
    return sum(each.amount for each in deals), sum(
        each.amount * chances.get(each.stage, 0) // 100 for each in deals
    )


def days_in_stage(deal: Deal, day: date) -> int:
    """How many days the deal has been in its stage; of one that is closed, 0."""
    return 0 if deal.outcome else max((day - date.fromisoformat(deal.moved_on)).days, 0)


def is_stuck(deal: Deal, day: date, profile: Profile) -> bool:
    """Whether the deal stays in its stage longer than the profile thinks right."""
    limit = next((each.stuck_after for each in profile.deal_stages if each.key == deal.stage), 0)
    return bool(limit) and days_in_stage(deal, day) > limit


def judged(deal: Deal, day: date, profile: Profile) -> dict[str, object]:
    """What a listing says beside the deal itself."""
    return {"days_in_stage": days_in_stage(deal, day), "stuck": is_stuck(deal, day, profile)}


def section(db: sqlite3.Connection, period: Period, as_of: date, owner: str, profile: Profile) -> Deals:
    """The deals of a period as a report tells them."""
    first, last = period.first.isoformat(), as_of.isoformat()
    opened = store.matching(db, store.Filter("all", opened_from=first, opened_to=last, owner=owner))
    closed = store.matching(db, store.Filter("all", closed_from=first, closed_to=last, owner=owner))
    still = store.matching(db, store.Filter("all", open_on=last, owner=owner))
    won = [each for each in closed if each.outcome == "won"]
    gone = {each.number for each in closed}
    rows = [_row(each, each.outcome) for each in closed]
    rows += [_row(each, "new") for each in opened if each.number not in gone]
    new = {each.number for each in opened}
    rows += [
        _row(each, "stuck") for each in still if each.number not in new and is_stuck(each, as_of, profile)
    ]
    total, weighted = sums(still, profile)
    return Deals(
        tuple(rows), sum(each.amount for each in won) / 100, len(still), total / 100, weighted / 100,
        _stages(still, profile),
    )  # fmt: skip


def _stages(found: tuple[Deal, ...], profile: Profile) -> tuple[StageSum, ...]:
    """What is open in each stage that ends nothing, in the profile's order, and in those it no longer has."""
    known = [each.key for each in profile.deal_stages if not each.outcome]
    keys = [*known, *dict.fromkeys(each.stage for each in found if each.stage not in known)]
    amounts = {key: [each.amount for each in found if each.stage == key] for key in keys}
    return tuple(StageSum(key, len(each), sum(each) / 100) for key, each in amounts.items()) if found else ()


def _row(deal: Deal, state: str) -> DealRow:
    return DealRow(
        deal.number,
        deal.client_name,
        deal.product,
        deal.amount / 100,
        deal.stage,
        deal.expected,
        deal.reason,
        state,
    )
