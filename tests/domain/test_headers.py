"""Headings: what they are compared as, and what they mean."""

import pytest

from rmtool.domain import headers
from rmtool.domain.clients import Client
from rmtool.domain.visits import Visit


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("客户名称", "name"), (" 客户 名称 ", "name"), ("姓名*", "name"), ("Name", "name"), ("CUSTOMER_NAME", "name"),
        ("手机", "phone"), ("电话", "phone"), ("手机号码（必填）", "phone"), ("Phone Number", "phone"),
        ("区域", "area"), ("片区", "area"), ("地区", "area"), ("area", "area"), ("级别", "tier"), ("统一社会信用代码", "uscc"),
        ("身份证号(18位)", "id_number"), ("E-mail", "email"), ("ｎａｍｅ", "name"),
    ],
)  # fmt: skip
def test_a_client_heading_is_recognised(heading: str, field: str) -> None:
    assert headers.CLIENTS[headers.folded(heading)] == field


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("拜访日期", "day"),
        ("拜访内容", "text"),
        ("客户名称", "client"),
        ("Date", "day"),
        ("拜访方式", "kind"),
        ("客户经理", "owner"),
    ],
)
def test_a_visit_heading_is_recognised(heading: str, field: str) -> None:
    assert headers.VISITS[headers.folded(heading)] == field


def test_no_word_stands_for_two_fields() -> None:
    for table in (headers._CLIENT, headers._VISIT):
        words = [headers.folded(word) for words in table.values() for word in words.split()]
        assert sorted({word for word in words if words.count(word) > 1}) == []


def test_every_field_is_one_of_the_value_it_fills() -> None:
    others = {"phone", "email", "phone_as_written", "email_as_written"}
    assert set(headers.known_fields(headers.CLIENTS)) - others <= set(Client._fields)
    assert set(headers.known_fields(headers.VISITS)) - {"phone", "id_number", "uscc"} <= set(Visit._fields)


def test_a_heading_of_signs_only_means_nothing() -> None:
    assert headers.folded("---") not in headers.CLIENTS
    assert headers.folded("(电话)") in headers.CLIENTS


def test_what_a_profile_calls_its_own_goes_before_what_headings_mean_else() -> None:
    own = headers.with_own(
        headers.CLIENTS, "field.", [("kind-of-shop", "业态", "kind of shop"), ("plate", "车牌(新)", "")]
    )
    assert own[headers.folded("业态")] == own[headers.folded("Kind of Shop")] == "field.kind-of-shop"
    assert own["车牌"] == "field.plate"
    assert own[headers.folded("手机")] == "phone"
    assert headers.CLIENTS[headers.folded("业态")] == "industry"
