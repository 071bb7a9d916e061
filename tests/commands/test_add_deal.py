import json

import pytest


@pytest.fixture
def known(run):
    run("add-client", "华星机械", check=0)
    run("log-visit", "华星", "谈续贷", check=0)
    return run


def test_a_deal_and_the_clients_page(known) -> None:
    done = known(
        "add-deal",
        "华星",
        "流动资金贷款",
        "500万",
        "--expected",
        "月底",
        "--from-visit",
        "1",
        "--json",
        check=0,
    )
    (deal,) = json.loads(done.out)
    assert (deal["amount"], deal["stage"], deal["expected"], deal["visit"]) == (
        500_000_000,
        "lead",
        "2026-11-30",
        1,
    )
    assert done.err == "Added deal 1: 华星机械, 流动资金贷款, 5,000,000, lead, 2026-11-30 Mon.\n"
    page = known("show-client", "华星", check=0).out
    assert "Deals\n     1   流动资金贷款, 5,000,000, lead, 2026-11-30" in page
    assert "500万" in known("show-client", "华星", lang="zh", check=0).out


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("华星", "x", "many"), 2, "many is no amount"),
        (("华星", "x", "0"), 2, "no amount"),
        (("华星", "", "5"), 2, "the product is empty"),
        (("nobody", "x", "5"), 4, "No client is named nobody"),
        (("华星", "x", "5", "--stage", "dinner"), 2, "use one of lead, proposal, negotiation, won, lost"),
        (("华星", "x", "5", "--stage", "won"), 2, "rmtool move-deal N won"),
        (("华星", "x", "5", "--expected", "someday"), 2, "someday is no date"),
        (("华星", "x", "5", "--from-visit", "9"), 4, "no visit number 9"),
    ],
)
def test_what_can_not_be_is_refused(known, words, code: int, said: str) -> None:
    done = known("add-deal", *words, check=code)
    assert said in done.err
    assert done.err.count("\n") == 1
    assert json.loads(known("list-deals", "--json", check=0).out) == []


def test_a_visit_to_another_client(known) -> None:
    known("add-client", "别家", check=0)
    assert "another client" in known("add-deal", "别家", "x", "5", "--from-visit", "1", check=2).err
