"""Every duty of a trade is cited by a row of its profile; comments do not count."""

from pathlib import Path

import pytest

from rmtool import paths
from rmtool.config import profile

# How many duties each trade has, and the profile that serves it.
TRADES = {
    "BANK": (12, "bank-corporate"), "LOAN": (12, "loan-company"), "TOBACCO": (7, "tobacco"), "FMCG": (10, "distributor"),
    "LIQUOR": (6, "liquor"), "HOTEL": (6, "hotel"), "KTV": (4, "ktv"), "DECOR": (6, "decoration"), "AUTO": (7, "auto"),
    "WEALTH": (2, "wealth"), "FINTECH": (2, "fintech"),
}  # fmt: skip
# What every trade owes, and the duties by which some of them say it in their own words.
SHARED = {
    "ALL.1": ("AUTO.6",),
    "ALL.3": ("FMCG.6", "HOTEL.4", "FINTECH.1"),
    "ALL.5": ("BANK.11", "FMCG.8", "LIQUOR.5", "HOTEL.5", "FINTECH.1"),
    "ALL.7": ("TOBACCO.7", "KTV.4", "DECOR.6"),
}
LISTED = Path(__file__).parents[3] / "shared" / "DUTIES.md"


def cited(name: str) -> set[str]:
    found = profile.load(paths.templates_folder() / "profiles" / f"{name}.toml")
    rows = (row for value in found if isinstance(value, tuple) for row in value)
    return {getattr(row, "duty", "") for row in rows}


@pytest.mark.parametrize("trade", TRADES)
def test_every_duty_of_a_trade_is_served(trade: str) -> None:
    number, name = TRADES[trade]
    wanted = {f"{trade}.{each}" for each in range(1, number + 1)}
    assert sorted(wanted - cited(name)) == []


@pytest.mark.parametrize("trade", TRADES)
def test_what_all_trades_owe_is_served(trade: str) -> None:
    found = cited(TRADES[trade][1])
    assert [each for each, own in SHARED.items() if found.isdisjoint((each, *own))] == []


def test_the_general_profile_has_no_duties() -> None:
    assert profile.load(paths.templates_folder() / "profiles" / "general.toml").duties == ()


def test_the_duties_are_as_many_as_are_listed() -> None:
    # The list lies beside the sources only where they are worked on.
    text = LISTED.read_text(encoding="utf-8") if LISTED.exists() else ""
    numbers = {trade: text.count(f"\n| {trade}.") for trade in TRADES}
    assert not text or numbers == {trade: number for trade, (number, _name) in TRADES.items()}


@pytest.mark.parametrize("name", [name for _number, name in TRADES.values()])
def test_duties_are_told_in_both_languages(name: str) -> None:
    found = profile.load(paths.templates_folder() / "profiles" / f"{name}.toml")
    assert all(each.zh and each.en for each in (*found.duties, *found.measures))
    assert all(each.count("|") == 1 for duty in found.duties for each in duty.items)
    assert len({each.key for each in found.duties}) == len(found.duties)


@pytest.mark.parametrize("name", [name for _number, name in TRADES.values()])
def test_a_complaint_is_due_though_nobody_says_how_severe_it_is(name: str) -> None:
    assert profile.load(paths.templates_folder() / "profiles" / f"{name}.toml").sla("complaint")
