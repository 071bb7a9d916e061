"""Identity numbers, credit codes and phones. All made up; check digits are worked out here."""

from datetime import date

import pytest
from hypothesis import assume
from hypothesis import example
from hypothesis import given
from hypothesis import strategies as st

from rmtool.domain import numbers
from rmtool.errors import UsageError

CREDIT = "0123456789ABCDEFGHJKLMNPQRTUWXY"
DAYS = st.dates(date(1900, 1, 1), date(2030, 1, 1))
PLACES = st.sampled_from(["110101", "440305", "659004", "710000", "810000", "820000", "830000", "932156"])


def identity(place: str, born: date, order: int) -> str:
    body = f"{place}{born:%Y%m%d}{order:03}"
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return body + "10X98765432"[sum(int(d) * w for d, w in zip(body, weights, strict=True)) % 11]


def credit(body: str) -> str:
    total = sum(CREDIT.index(c) * pow(3, place, 31) for place, c in enumerate(body))
    return body + CREDIT[-total % 31]


IDENTITIES = st.builds(identity, PLACES, DAYS, st.integers(0, 999))
CREDITS = st.builds(
    lambda head, region, tail: credit(head + region + tail),
    st.text(CREDIT, min_size=2, max_size=2),
    st.text("0123456789", min_size=6, max_size=6),
    st.text(CREDIT, min_size=9, max_size=9),
)
ONE = identity("110101", date(1990, 3, 7), 123)


@given(IDENTITIES)
def test_a_right_identity_number_is_kept_as_it_is(number: str) -> None:
    assert numbers.identity_number(number) == number


@given(IDENTITIES, st.integers(0, 16), st.integers(1, 9))
def test_one_wrong_digit_in_an_identity_number_is_noticed(number: str, place: int, step: int) -> None:
    wrong = number[:place] + str((int(number[place]) + step) % 10) + number[place + 1 :]
    with pytest.raises(UsageError):
        numbers.identity_number(wrong)


@given(PLACES, DAYS, st.integers(0, 999))
def test_an_identity_number_tells_birth_and_sex(place: str, born: date, order: int) -> None:
    number = identity(place, born, order)
    assert numbers.birth_date(number) == born
    assert numbers.sex(number) == ("male" if order % 2 else "female")


def test_writings_of_an_identity_number_are_seen_through() -> None:
    ends_in_x = next(n for n in (identity("110101", date(1990, 3, 7), i) for i in range(999)) if n[-1] == "X")
    spaced = f" {ends_in_x[:6]} {ends_in_x[6:14]}—{ends_in_x[14:].lower()}\u200b"
    full_width = "".join(chr(ord(c) + 0xFEE0) for c in ends_in_x.lower())
    assert numbers.identity_number(spaced) == ends_in_x
    assert numbers.identity_number(full_width) == ends_in_x


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ("", "empty"),
        (" - ", "empty"),
        (ONE[:17], "must have 18"),
        (ONE + "1", "must have 18"),
        ("110101900307123", "old card"),
        (ONE[:5] + "A" + ONE[6:], "digits only"),
        ("X" + ONE[1:], "digits only"),
        (ONE[:17] + ("0" if ONE[17] != "0" else "1"), "wrong check digit"),
        (ONE[:16] + "X" + ONE[17], "digits only"),
        ("००००००००००००००००००", "digits only"),
        ("110101199002300012", "impossible birth date"),
        ("110101179002010012", "impossible birth date"),
        ("110101199013010012", "impossible birth date"),
        ("160101199001010012", "no known province"),
        ("000000199001010012", "no known province"),
        ("\x00" + ONE, "not text"),
        ("1" * 200, "too long"),
    ],
)
def test_a_wrong_identity_number_is_refused_with_its_reason(wrong: str, why: str) -> None:
    with pytest.raises(UsageError, match=why) as error:
        numbers.identity_number(wrong)
    assert error.value.exit_code == 2
    assert len(wrong) < 8 or wrong not in str(error.value)


@given(CREDITS)
def test_a_right_credit_code_is_kept_as_it_is(code: str) -> None:
    assert numbers.credit_code(code) == code
    assert numbers.credit_code(f"{code[:2].lower()} {code[2:8]}-{code[8:].lower()}") == code


@given(CREDITS, st.integers(0, 17), st.sampled_from(CREDIT))
def test_one_wrong_character_in_a_credit_code_is_noticed(code: str, place: int, other: str) -> None:
    assume(code[place] != other)
    with pytest.raises(UsageError):
        numbers.credit_code(code[:place] + other + code[place + 1 :])


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ("", "empty"),
        ("91110000", "must have 18"),
        ("110000012345678", "old registration number"),
        ("91110000MA0012345O", "can't"),
        ("9111000IMA00123456", "can't"),
        ("91A10000MA00123456", "can't"),
        (credit("91110000MA0012345")[:17] + "_", "can't"),
    ],
)
def test_a_wrong_credit_code_is_refused_with_its_reason(wrong: str, why: str) -> None:
    with pytest.raises(UsageError, match=why) as error:
        numbers.credit_code(wrong)
    assert wrong == "" or wrong not in str(error.value)


@pytest.mark.parametrize(
    ("given_", "kept", "digits"),
    [
        ("13800138000", "13800138000", "13800138000"),
        (" 138-0013 8000 ", "13800138000", "13800138000"),
        ("１３８００１３８０００", "13800138000", "13800138000"),
        ("+86 138 0013 8000", "13800138000", "13800138000"),
        ("0086-13800138000", "13800138000", "13800138000"),
        ("8613800138000", "13800138000", "13800138000"),
        ("013800138000", "13800138000", "13800138000"),
        ("19912345678", "19912345678", "19912345678"),
        ("13800138000转5", "13800138000转5", "13800138000"),
        ("01062771234", "010-62771234", "01062771234"),
        ("(010) 6277 1234", "010-62771234", "01062771234"),
        ("+86（010）62771234", "010-62771234", "01062771234"),
        ("0755–26712345", "0755-26712345", "075526712345"),
        ("010-62771234 转 123", "010-62771234转123", "01062771234"),
        ("010-62771234 分机：123", "010-62771234转123", "01062771234"),
        ("010-62771234 ext. 123", "010-62771234转123", "01062771234"),
        ("010-62771234x123", "010-62771234转123", "01062771234"),
        ("400 123 4567", "400-1234567", "4001234567"),
        ("+886 912-345-678", "+886912345678", "886912345678"),
        ("+852 9123 4567", "+85291234567", "85291234567"),
        ("00 1 650 253 0000 ext 12", "+16502530000 x12", "16502530000"),
    ],
)
def test_a_phone_is_kept_in_one_form(given_: str, kept: str, digits: str) -> None:
    assert numbers.phone(given_) == kept
    assert numbers.phone(kept) == kept
    assert numbers.phone_digits(kept) == digits


@pytest.mark.parametrize(
    ("given_", "region", "kept"),
    [
        ("+886 912 345 678", "TW", "0912 345 678"),
        ("0912345678", "tw", "0912 345 678"),
        ("13800138000", "CN", "13800138000"),
        ("+8613800138000", "TW", "+8613800138000"),
        ("+861062771234 转 12", "US", "+861062771234转12"),
        ("6502530000 x12", "US", "(650) 253-0000 x12"),
    ],
)
def test_another_home_region_has_its_own_form(given_: str, region: str, kept: str) -> None:
    assert numbers.phone(given_, region) == kept
    assert numbers.phone(kept, region) == kept


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ("", "other than digits"),
        ("-", "other than digits"),
        ("abc", "other than digits"),
        ("1380013800a", "other than digits"),
        ("call 13800138000", "other than digits"),
        ("1.38001E+10", "other than digits"),
        ("13800138000/13900139000", "other than digits"),
        ("13800138000、13900139000", "other than digits"),
        ("१३८००१३८०००", "other than digits"),
        ("[red]13800138000", "other than digits"),
        ("1", "too short"),
        ("123", "too short"),
        ("13800138000 13900139000", "too long"),
        ("138001380001", "can't be one"),
        ("62771234", "area code"),
        ("677-1234", "area code"),
        ("+310000000", "can't be one"),
        ("12345678901", "can't be one"),
        ("+999 12345678", "country code"),
        ("+", "other than digits"),
        ("+1 23", "too short"),
        ("\x00", "not text"),
    ],
)
def test_a_wrong_phone_is_refused_with_its_reason(wrong: str, why: str) -> None:
    with pytest.raises(UsageError, match=why) as error:
        numbers.phone(wrong)
    assert len(wrong) < 5 or wrong not in str(error.value)


def test_an_unknown_region_is_refused() -> None:
    with pytest.raises(UsageError, match="region XX"):
        numbers.phone("13800138000", "xx")


@given(st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True))
def test_every_mobile_is_kept(mobile: str) -> None:
    assert numbers.phone(mobile) == mobile


@given(st.from_regex(r"(\+|00)?[0-9]{3,15}( ?(x|转)[0-9]{1,4})?", fullmatch=True))
@example("00013000000000")
def test_what_is_kept_is_kept_again(dialled: str) -> None:
    try:
        kept = numbers.phone(dialled)
    except UsageError:
        return
    assert numbers.phone(kept) == kept
