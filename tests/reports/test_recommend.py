"""What clients like this one hold and it does not."""

import sqlite3

import pytest

from rmtool.config.profile import Profile
from rmtool.config.profile_rows import Choice
from rmtool.domain.clients import Client
from rmtool.domain.deals import Deal
from rmtool.domain.deals import Recommendation
from rmtool.reports.recommend import Shelf
from rmtool.store import clients
from rmtool.store import database
from rmtool.store import deals

AT = "2026-11-24T01:30:00Z"
PROFILE = Profile(
    products=(
        Choice("deposit", "存款", "deposit"), Choice("payroll", "代发", "payroll"), Choice("loan", "贷款", "loan"),
        Choice("card", "卡", "card"),
    )
)  # fmt: skip


def add(db: sqlite3.Connection, tier: str = "A", industry: str = "机械", **held: str) -> int:
    number = clients.add(
        db, Client(name=f"客户{tier}{industry}", tier=tier, industry=industry, added_on="2026-01-01"), AT
    )
    for product, outcome in held.items():
        sell(db, number, product, outcome)
    return number


def sell(db: sqlite3.Connection, client: int, product: str, outcome: str) -> None:
    closed = "2026-11-01" if outcome else ""
    deals.add(
        db,
        Deal(client, product, 100, outcome=outcome, opened_on="2026-10-01", closed_on=closed, recorded_at=AT),
    )


def of(db: sqlite3.Connection, number: int, profile: Profile = PROFILE) -> tuple[Recommendation, ...]:
    return Shelf(db, profile).recommended(clients.get(db, number))


def test_products_of_the_same_tier_and_industry_by_share(db: sqlite3.Connection) -> None:
    me = add(db)
    add(db, deposit="won", payroll="won")
    add(db, payroll="won", 贷款="won")
    add(db, tier="B", card="won")
    assert of(db, me) == (
        Recommendation("payroll", 2, 2, "A", "机械"), Recommendation("deposit", 1, 2, "A", "机械"),
        Recommendation("loan", 1, 2, "A", "机械"),
    )  # fmt: skip


def test_at_most_three(db: sqlite3.Connection) -> None:
    me = add(db)
    add(db, deposit="won", payroll="won", loan="won", card="won")
    assert [each.product for each in of(db, me)] == ["deposit", "payroll", "loan"]


@pytest.mark.parametrize("outcome", ["won", ""])
@pytest.mark.parametrize("word", ["deposit", "存款", "Deposit"])
def test_what_it_holds_or_is_offered_is_left_out(db: sqlite3.Connection, word: str, outcome: str) -> None:
    me = add(db)
    sell(db, me, word, outcome)
    add(db, deposit="won", payroll="won")
    assert [each.product for each in of(db, me)] == ["payroll"]


def test_what_it_refused_once_is_recommended_again(db: sqlite3.Connection) -> None:
    me = add(db, deposit="lost")
    add(db, deposit="won")
    assert [each.product for each in of(db, me)] == ["deposit"]


def test_only_deals_won_of_the_profiles_products_by_clients_still_there_count(db: sqlite3.Connection) -> None:
    me = add(db)
    gone = add(db, card="won")
    clients.set(db, clients.get(db, gone)._replace(archived_on="2026-11-01"))
    add(db, deposit="", payroll="lost", 别的="won")
    assert of(db, me) == ()
    assert of(db, me, Profile()) == ()


def test_a_client_counts_once_for_a_product_under_two_names(db: sqlite3.Connection) -> None:
    me = add(db)
    add(db, deposit="won", 存款="won")
    assert of(db, me) == (Recommendation("deposit", 1, 1, "A", "机械"),)


@pytest.mark.parametrize(
    ("tier", "industry", "found"),
    [
        ("A", "化工", Recommendation("card", 1, 2, "A")), ("A", "", Recommendation("card", 1, 2, "A")),
        ("C", "机械", Recommendation("card", 1, 3)), ("", "机械", Recommendation("card", 1, 3)),
    ],
)  # fmt: skip
def test_where_nobody_is_like_it_the_wider_circle_tells(
    db: sqlite3.Connection, tier: str, industry: str, found: Recommendation
) -> None:
    add(db, card="won")
    add(db)
    add(db, tier="B")
    me = add(db, tier=tier, industry=industry)
    assert of(db, me) == (found,)


def test_the_work_grows_with_the_clients_and_not_with_their_square(db: sqlite3.Connection) -> None:
    with database.change(db):
        clients.add_many(
            db,
            [
                Client(name=f"c{each}", number=each, tier="A", added_on="2026-01-01")
                for each in range(1, 2001)
            ],
            AT,
        )
        for each in range(2, 2001, 2):
            sell(db, each, "deposit", "won")
    steps = 0

    def count() -> int:
        nonlocal steps
        steps += 1
        return 0

    db.set_progress_handler(count, 1000)
    assert of(db, 1) == (Recommendation("deposit", 1000, 1999, "A"),)
    db.set_progress_handler(None, 0)
    # Some instructions for each client and deal, once: never one for each pair of them.
    assert steps < 400


def test_nothing_is_recommended_to_a_tier_under_watch(db: sqlite3.Connection) -> None:
    watched, other = add(db, tier="W"), add(db)
    add(db, deposit="won")
    profile = PROFILE._replace(tiers=(Choice("A"), Choice("W", recommend=False)))
    assert of(db, watched, profile) == ()
    assert [each.product for each in of(db, other, profile)] == ["deposit"]
