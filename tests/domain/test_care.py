import pytest

from rmtool.domain import care
from rmtool.domain.greetings import Greeting


@pytest.mark.parametrize(
    ("taboos", "gift", "declines"),
    [
        ("不要节日短信", False, True), ("No greetings please", False, True), ("周一不打电话", False, False), ("", True, False),
        ("不收礼", False, False), ("不收礼", True, True), ("no gifts", True, True), ("勿发祝福", True, True),
    ],
)  # fmt: skip
def test_who_wants_no_greeting_or_gift(taboos: str, gift: bool, declines: bool) -> None:
    assert care.declines(taboos, gift=gift) is declines


def test_the_same_gift_to_the_same_person() -> None:
    given = [
        Greeting(1, "", "2025-10-06", "2025-10-01", gift="茶叶", contact=3),
        Greeting(1, "", "2026-02-17", "2026-02-10", gift="Ｔea Set"),
    ]
    assert care.same_gift(given, 3, " 茶叶 ") == given[0]
    assert care.same_gift(given, 4, "茶叶") is None
    # To the client as such: whoever got it there counts, and the other way round.
    assert care.same_gift(given, 0, "茶叶") == given[0]
    assert care.same_gift(given, 4, "tea set") == given[1]
    assert care.same_gift(given, 0, "酒") is None
    assert care.same_gift((), 0, "茶叶") is None


def test_what_a_clients_own_fields_hold() -> None:
    assert care.kept_in({"车型": "X", " 忌讳 ": "不吃辣"}, care.TABOO_FIELDS) == "不吃辣"
    assert care.kept_in({"车型": "X"}, care.TABOO_FIELDS) == ""
