import json

import pytest

from rmtool.domain.text import width


@pytest.fixture
def known(run):
    early = "2026-10-01T09:00:00+08:00"
    run("add-client", "华星机械", now=early, check=0)
    run("add-client", "云岫", now=early, check=0)
    run("add-deal", "华星", "流动资金贷款", "500万", now=early, check=0)
    run("add-deal", "云岫", "大额存单", "1.2亿", "--stage", "negotiation", "--expected", "+3d", check=0)
    return run


def test_the_list_its_sums_and_what_is_stuck(known) -> None:
    done = known("list-deals", check=0)
    lines = done.out.splitlines()
    assert lines[2].split() == ["2", "云岫", "大额存单", "120,000,000", "negotiation", "2026-11-27", "0"]
    assert "lead (stuck)" in lines[3]
    assert lines[3].split()[-1] == "54"
    assert done.err == "2 deals, 125,000,000 in all, 72,500,000 weighted.\n"
    assert max(map(width, lines)) <= 80
    assert "1.25亿" in known("list-deals", lang="zh", check=0).err


def test_filters(known) -> None:
    def numbers(*words: str) -> list[int]:
        return [each["number"] for each in json.loads(known("list-deals", *words, "--json", check=0).out)]

    known("move-deal", "2", "won", check=0)
    assert numbers() == [1]
    assert numbers("--outcome", "成交") == [2]
    assert numbers("--outcome", "all", "--client", "云岫") == [2]
    assert numbers("--stage", "线索") == [1]
    assert json.loads(known("list-deals", "--json").out)[0]["stuck"] is True
    assert "use open, won, lost or all" in known("list-deals", "--outcome", "x", check=2).err
    assert "No deal fits" in known("list-deals", "--stage", "proposal", check=0).err
