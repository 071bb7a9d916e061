"""What an exported row is known by when its file comes back."""

from dataclasses import replace
from datetime import date
from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rmtool.domain import row_keys
from rmtool.domain.clients import Client
from rmtool.domain.row_keys import Head
from rmtool.domain.row_keys import RowKey

UUID = "019ab5a1-4a7c-7d3e-8f00-0123456789ab"
HEAD = Head(
    "visits", "2026-W48", "2026-11-26T01:00:00Z", '林 "x"', "strict", ("day", "field.shelf"), "zh", 12
)


def test_a_head_is_read_back() -> None:
    assert row_keys.parse_head(row_keys.head_text(HEAD)) == HEAD


@pytest.mark.parametrize(
    "text",
    [
        "",
        "No.",
        '{"rmtool": 1',
        '{"rmtool": 2, "sheet": "visits"}',
        '{"rmtool": 1}',
        '{"rmtool": 1, "sheet": "v", "period": "p", "made_at": "m", "owner": 3, "masked": true, "columns": [], "last": 1, "language": "en"}',
        '{"rmtool": 1, "sheet": "v", "period": "p", "made_at": "m", "owner": "", "masked": true, "columns": [1], "last": 1, "language": "en"}',
        '{"rmtool": 1, "sheet": "v", "period": "p", "made_at": "m", "owner": "", "masked": 1, "columns": ["a"], "last": 1, "language": "en"}',
        '{"rmtool": 1, "sheet": "v", "period": "p", "made_at": "m", "owner": "", "masked": true, "columns": [], "last": "x"}',
        '{"rmtool"' + "[" * 100_000,
    ],
)
def test_what_is_no_head_is_told_from_one(text: str) -> None:
    assert row_keys.parse_head(text) is None


def test_a_key_is_read_back_with_a_digest_for_each_cell() -> None:
    text = row_keys.key_text(UUID, ("a", "", None, 0, date(2026, 1, 2), time(9, 5), ("x", "y")), ("m1", "m2"))
    found = row_keys.parse_key(text)
    assert found is not None
    assert (found.uuid, found.matches) == (UUID, ("m1", "m2"))
    expected = ("a", "", "", "0", "2026-01-02", "09:05", "x; y")
    assert found.digests == tuple(map(row_keys.digest, expected))
    assert [bool(each) for each in found.digests] == [True, False, False, True, True, True, True]


def test_a_row_without_matches_or_filled_cells_still_has_its_key() -> None:
    assert row_keys.parse_key(row_keys.key_text(UUID, ("", ""))) == RowKey(UUID, ("", ""))


@pytest.mark.parametrize("text", ["", "abc", UUID[:-1], "x" * 40])
def test_what_is_no_key_is_told_from_one(text: str) -> None:
    assert row_keys.parse_key(text) is None


def test_line_ends_and_blanks_at_the_ends_make_no_difference() -> None:
    assert row_keys.digest(" a\r\nb ") == row_keys.digest("a\nb")
    assert row_keys.digest("a") != row_keys.digest("b")


@given(st.lists(st.text()))
def test_any_text_has_a_digest_without_the_marks_between_them(texts: list[str]) -> None:
    found = row_keys.parse_key(row_keys.key_text(UUID, texts))
    assert found is not None
    assert found.digests == (tuple(map(row_keys.digest, texts)) or ("",))


def test_clients_match_by_numbers_that_a_team_key_hides() -> None:
    client = Client("张三", id_number="110101199003070011", uscc="91310000X", phones=("13812345678",))
    with_key = row_keys.matches(client, "team")
    assert len(set(with_key)) == 3
    assert with_key == row_keys.matches(client, "team")
    assert not set(with_key) & set(row_keys.matches(client, "other"))
    assert "138" not in "".join(with_key)


def test_without_a_team_key_only_a_credit_code_matches() -> None:
    assert len(row_keys.matches(Client("甲", uscc="91310000X", phones=("13812345678",)), "")) == 1
    assert row_keys.matches(Client("乙", phones=("13812345678",)), "") == ()


@pytest.mark.parametrize(("mask", "level"), [("", None), ("strict", "strict"), ("all", "all")])
def test_a_head_says_how_openly_its_sheet_was_written(mask: str, level: str | None) -> None:
    head = row_keys.parse_head(row_keys.head_text(replace(HEAD, mask=mask)))
    assert head is not None
    assert (head.mask, head.level, head.masked) == (mask, level, bool(mask))


@pytest.mark.parametrize(("masked", "mask"), [("true", "strict"), ("false", "")])
def test_sheets_of_the_first_releases_are_read(masked: str, mask: str) -> None:
    text = row_keys.head_text(HEAD).replace('"mask": "strict"', f'"masked": {masked}')
    head = row_keys.parse_head(text)
    assert head is not None
    assert head.mask == mask
