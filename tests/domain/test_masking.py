"""What is hidden of what identifies a person. All numbers are made up."""

import re
from datetime import date
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rmtool.domain.masking import Kind
from rmtool.domain.masking import mask
from rmtool.domain.masking import mask_text


def identity(order: int) -> str:
    body = f"110101{date(1990, 3, 7):%Y%m%d}{order:03}"
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return body + "10X98765432"[sum(int(d) * w for d, w in zip(body, weights, strict=True)) % 11]


def card(body: str) -> str:
    odd = sum(sum(divmod(2 * int(d), 10)) for d in body[::-1][::2])
    return body + str(-(odd + sum(int(d) for d in body[::-1][1::2])) % 10)


PLAIN = identity(120)
ENDS_IN_X = next(n for n in map(identity, range(999)) if n[-1] == "X")
CARD = card("622202000000123456")


@pytest.mark.parametrize(
    ("value", "kind", "masked"),
    [
        ("张三", "name", "张三"),
        ("1,000万元", "amount", "1,000万元"),
        ("13800138012", "mobile", "138******12"),
        ("１３８ 0013-8012", "mobile", "138******12"),
        ("+86 138 0013 8012", "mobile", "138******12"),
        ("010-62771234", "mobile", "************"),
        ("13800138012", "phone", "138******12"),
        ("010-62771234", "phone", "010-******34"),
        ("（0755）26712345", "phone", "0755-******45"),
        ("010-62771234转123", "phone", "010-******34****"),
        ("400-1234567", "phone", "400-*****67"),
        ("+886912345678", "phone", "+**********78"),
        ("+16502530000 x12", "phone", "+*********00"),
        ("12345", "phone", "*****"),
        (PLAIN, "identity", f"1****************{PLAIN[-1]}"),
        (f"{ENDS_IN_X[:6]} {ENDS_IN_X[6:].lower()}", "identity", "1****************X"),
        ("110101900307123", "identity", "***************"),
        ("E12345678", "passport", "E*******8"),
        ("张三", "passport", "**"),
        ("6222 0200 0000 1234", "card", "************1234"),
        ("6222", "card", "****"),
        ("广东省深圳市南山区1号", "address", "广东省深圳市*****"),
        ("中国广东省深圳市南山区", "address", "中国广东省深圳市***"),
        ("北京市海淀区中关村", "address", "北京市******"),
        ("内蒙古自治区呼和浩特市1号", "address", "内蒙古自治区呼和浩特市**"),
        ("云南省大理白族自治州大理市", "address", "云南省大理白族自治州***"),
        ("广东省1号", "address", "广东省**"),
        ("上海浦东新区世纪大道1号", "address", "上海浦东新区******"),
        ("幸福路3号", "address", "幸福***"),
        ("3号楼", "address", "***"),
        ("zhangsan@example.com", "email", "z***@example.com"),
        ("z@example.com", "email", "***@example.com"),
        ("zhangsan", "email", "********"),
        ("1990-03-07", "birthday", "1990-**-**"),
        ("1990年3月7日", "birthday", "1990-**-**"),
        ("19900307", "birthday", "1990-**-**"),
        ("03-07", "birthday", "*****"),
        ("京A12345", "plate", "京A***45"),
        ("粤BD12345", "plate", "粤B****45"),
        ("12345", "plate", "*****"),
        ("zhangsan88", "chat", "z***"),
        ("z", "chat", "*"),
        ("", "identity", ""),
    ],
)
def test_strictly_masked(value: str, kind: Kind, masked: str) -> None:
    assert mask(value, kind, "strict") == masked


@pytest.mark.parametrize(
    ("value", "kind", "masked"),
    [
        ("张三", "name", "张三"),
        ("138 0013 8012", "mobile", "138 0013 8012"),
        ("010-62771234转1", "phone", "010-62771234转1"),
        ("北京市海淀区1号", "address", "北京市海淀区1号"),
        (PLAIN, "identity", f"1****************{PLAIN[-1]}"),
        ("E12345678", "passport", "E*******8"),
        ("6222020000001234", "card", "************1234"),
    ],
)
def test_masked_on_the_screen(value: str, kind: Kind, masked: str) -> None:
    assert mask(value, kind, "display") == masked


@given(
    st.text(), st.sampled_from(sorted(set(get_args(Kind)) - {"name", "amount", "address", "email", "chat"}))
)
def test_what_is_not_of_its_kind_is_all_stars(value: str, kind: Kind) -> None:
    if len(re.findall("[0-9]", value)) < 4 and value.isascii():
        assert set(mask(value, kind, "strict")) <= {"*"}


@given(st.integers(0, 999), st.sampled_from(["", " ", "-", "　", "–", "\u200b"]))
def test_no_more_than_two_digits_of_an_identity_number_are_seen(order: int, blank: str) -> None:
    number = identity(order)
    written = blank.join(re.findall(".{1,6}", number))
    for level in ("display", "strict"):
        assert mask(written, "identity", level) == f"1****************{number[-1]}"


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("没有号码，2026-11-23 付 100000 元", "没有号码，2026-11-23 付 100000 元"),
        (f"身份证{PLAIN}，", f"身份证1****************{PLAIN[-1]}，"),
        (f"证号：{ENDS_IN_X.lower()}好", "证号：1****************X好"),
        (f"{PLAIN[:6]} {PLAIN[6:14]}-{PLAIN[14:]}", f"1****************{PLAIN[-1]}"),
        ("电话13800138012。", "电话138******12。"),
        ("138 0013 8012 或 139-0013-9034", "138******12 或 139******34"),
        ("13800138012 13900139034", "138******12 139******34"),
        (f"13800138012 {PLAIN}", f"138******12 1****************{PLAIN[-1]}"),
        (f"{CARD[:8]}\n{CARD[8:]}", f"{CARD[:8]}\n{CARD[8:]}"),
        ("13800138012\n13900139034", "138******12\n139******34"),
        ("+8613800138012", "+86138******12"),
        ("１３８００１３８０１２", "138******12"),
        ("13800138012x5", "138******12x5"),
        (f"卡{CARD}", f"卡***************{CARD[-4:]}"),
        (" ".join(re.findall(".{1,4}", CARD)), f"***************{CARD[-4:]}"),
        ("订单 913800138012345", "订单 913800138012345"),
        (f"{CARD[:-1]}{(int(CARD[-1]) + 1) % 10}", f"{CARD[:-1]}{(int(CARD[-1]) + 1) % 10}"),
        ("拜访 3 次，\x1b[31m 🙂\n下次 11 月", "拜访 3 次，\x1b[31m 🙂\n下次 11 月"),
    ],
)
def test_numbers_inside_a_text_are_masked(text: str, masked: str) -> None:
    assert mask_text(text) == masked


@given(
    st.text(st.characters(exclude_categories=["Nd", "Cs"], exclude_characters="xX")),
    st.sampled_from([PLAIN, ENDS_IN_X, CARD, "13800138012"]),
    st.text(st.characters(exclude_categories=["Nd", "Cs"], exclude_characters="xX")),
)
def test_a_number_is_found_in_any_text_and_the_text_stays(before: str, number: str, after: str) -> None:
    masked = mask_text(before + number + after)
    assert number not in masked
    assert masked.startswith(before)
    assert masked.endswith(after)


def test_a_sheet_full_of_digits_is_read_in_one_go() -> None:
    text = "1 " * 20_000
    assert mask_text(text) == text
