"""`proofread`, as it is typed before a report is sent."""

import json
from collections.abc import Callable

import pytest


def test_what_is_wrong_is_listed_and_stops_a_script(run: Callable) -> None:
    run("add-client", "云岫", check=0)
    run("log-visit", "云岫", "谈XX，续贷500", check=0)
    result = run("proofread", "日报", lang="zh", check=1)
    for said in ("占位未填", "金额没单位", "没有下一步", "档案不全", "拜访 1", "客户 1", "续贷500"):
        assert said in result.out
    assert result.err == "rmtool: 有 4 处要先看看：`rmtool edit-visit 编号`、`rmtool edit-client 客户`。\n"
    found = json.loads(run("proofread", "daily-report", "--json", check=1).out)
    assert [each["what"] for each in found] == ["placeholder", "no unit", "no next step", "incomplete"]


def test_what_is_in_order_can_go_out(run: Callable) -> None:
    run("add-client", "云岫", "--phone", "13800138000", check=0)
    run("log-visit", "云岫", "谈续贷500万", "--next", "next wed", check=0)
    result = run("proofread", "weekly", check=0)
    assert (result.out, result.err) == ("", "Nothing to mend: it can go out.\n")
    assert run("proofread", "monthly", "last month", "--json", check=0).out.strip() == "[]"


@pytest.mark.parametrize(
    ("words", "said"), [(("proofread", "market"), "Unknown report market"), (("proofread", "daily", "soon"), "soon")]
)  # fmt: skip
def test_what_cannot_be_is_one_line(run: Callable, words: tuple[str, ...], said: str) -> None:
    result = run(*words, check=2)
    assert said in result.err
    assert result.err.count("\n") == 1
