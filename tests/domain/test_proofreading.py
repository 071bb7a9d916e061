"""What is wrong with the words of a report."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rmtool.domain import proofreading


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("谈XX项目", ("XX",)), ("联系某某经理", ("某某",)), ("金额____万元", ("____",)), ("结果待补充", ("待补充",)),
        ("next: TODO", ("TODO",)), ("你好 {{ client }}", ("{{ client }}",)), ("致【客户名称】", ("【客户名称】",)),
        ("call (name)", ("(name)",)), ("××街道", ("××",)), ("{% for v in visits %}", ("{% for v in visits %}",)),
        # Words that only look like one.
        ("谈续贷，要求下调利率", ()), ("Xbox 一台", ()), ("客户（姓王）", ()), ("mastodon", ()), ("2×3米", ()),
        ("[新增]联系人", ()), ("某客户", ()),
    ],
)  # fmt: skip
def test_placeholders_left_in(text: str, found: tuple[str, ...]) -> None:
    assert proofreading.placeholders(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("谈续贷500，要求下调利率", ("续贷500",)), ("存款约 1,200", ("存款约 1,200",)), ("报价：38.5。", ("报价：38.5",)),
        ("订单300左右", ("订单300",)), ("loan of 500", ("loan of 500",)), ("price: 12 and", ("price: 12",)),
        # What says of what it is.
        ("续贷500万", ()), ("续贷500万元，存款20亿", ()), ("价格39元", ()), ("订单300箱", ()), ("利率4.5%", ()),
        ("loan of 500k", ()), ("deposit of 3 million", ()), ("订单2026-11-24", ()), ("合同12号", ()),
        ("价格12.5折", ()), ("贷款3笔", ()), ("订单20261124001234已发", ()), ("员工50余人", ()), ("paid 500 yuan", ()),
    ],
)  # fmt: skip
def test_amounts_without_a_unit(text: str, found: tuple[str, ...]) -> None:
    assert proofreading.without_unit(text) == found


def test_texts_are_alike_whatever_their_width_and_blanks() -> None:
    assert proofreading.alike("谈续贷 500万", "谈续贷５００万") == 1.0
    assert proofreading.alike("", "谈续贷") == 0.0
    assert proofreading.alike("谈续贷，要求下调利率", "查库存，补货三箱") == 0.0
    # One letter of twenty is 95 %, one of nineteen is less.
    assert proofreading.alike("a" * 19 + "b", "a" * 19 + "c") >= proofreading.ALIKE
    assert proofreading.alike("abcdefghijklmnopqr1", "abcdefghijklmnopqr2") < proofreading.ALIKE


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    for found in (proofreading.placeholders(text), proofreading.without_unit(text)):
        assert all(each in text for each in found)
    assert proofreading.alike(text, text) == 1.0
