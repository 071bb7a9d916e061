import json

import pytest


@pytest.fixture
def known(run):
    early = "2026-11-01T09:00:00+08:00"
    run("add-client", "华星机械", now=early, check=0)
    run("add-deal", "华星", "流贷", "500万", now=early, check=0)
    return run


def kept(run) -> dict[str, object]:
    (deal,) = json.loads(run("list-deals", "--outcome", "all", "--json", check=0).out)
    return deal


def test_a_deal_goes_on_and_is_won(known) -> None:
    done = known("move-deal", "1", "谈判", "--expected", "+2w", check=0)
    assert "华星机械, 流贷, 5,000,000, negotiation, 2026-12-08 Tue" in done.err
    assert (kept(known)["moved_on"], kept(known)["outcome"]) == ("2026-11-24", "")
    known("move-deal", "1", "won", "--amount", "600万", check=0)
    deal = kept(known)
    assert (deal["outcome"], deal["closed_on"], deal["amount"]) == ("won", "2026-11-24", 600_000_000)
    assert "DEALS\n6,000,000 won" in known("weekly-report", check=0).out


def test_one_that_is_lost_says_why(known) -> None:
    assert "--reason" in known("move-deal", "1", "lost", check=2).err
    known("move-deal", "1", "lost", "--reason", "利率高20个基点", check=0)
    assert kept(known)["reason"] == "利率高20个基点"
    known("move-deal", "1", "proposal", check=0)
    assert (kept(known)["outcome"], kept(known)["closed_on"]) == ("", "")


def test_the_same_stage_again(known) -> None:
    assert "in this stage already" in known("move-deal", "1", "lead", check=1).err
    known("move-deal", "1", "lead", "--expected", "+1w", check=0)
    assert (kept(known)["moved_on"], kept(known)["expected"]) == ("2026-11-01", "2026-12-01")
    assert known("move-deal", "7", "won").code == 4
