"""Values of a trade's own fields, by their type."""

from datetime import date

import pytest

from rmtool import i18n
from rmtool.config.profile_rows import Field
from rmtool.domain import fields
from rmtool.errors import UsageError

TODAY = date(2026, 11, 24)
RISK = Field(
    "risk", "风险等级", "risk level", type="choice", choices=("保守|conservative", "稳健|balanced", "C5")
)


def of(kind: str) -> Field:
    return RISK if kind == "choice" else Field("area", "面积", "floor area", type=kind)


@pytest.mark.parametrize(
    ("kind", "typed", "kept"),
    [
        ("text", " 三室 两厅 ", "三室 两厅"), ("text", "", ""), ("number", "", ""),
        ("number", "120", "120"), ("number", "１２０.50", "120.5"), ("number", "1,200", "1200"), ("number", "-0", "0"),
        ("number", "-3.25", "-3.25"), ("number", "0", "0"), ("number", "100000", "100000"),
        ("money", "500万", "5000000"), ("money", "1.2亿", "120000000"), ("money", "50.5元", "50.5"), ("money", "0", "0"),
        ("money", "3,000,000", "3000000"),
        ("date", "2026-11-30", "2026-11-30"), ("date", "昨天", "2026-11-23"), ("date", "2025年3月1日", "2025-03-01"),
        ("date", "2026-11-30 00:00:00", "2026-11-30"), ("date", "+3d", "2026-11-27"),
        ("choice", "稳健", "稳健"), ("choice", "Balanced", "稳健"), ("choice", "c5", "C5"),
        ("choice", "保守|conservative", "保守"),
        ("yes-no", "是", "yes"), ("yes-no", "YES", "yes"), ("yes-no", "有", "yes"), ("yes-no", "否", "no"), ("yes-no", "n", "no"),
    ],
)  # fmt: skip
def test_a_value_is_kept_in_no_language_and_again_the_same(kind: str, typed: str, kept: str) -> None:
    if kind == "choice" and "|" in typed:
        assert fields.parse(of(kind), typed.partition("|")[0], TODAY, "zh") == kept
        return
    assert fields.parse(of(kind), typed, TODAY, "zh") == kept
    assert fields.parse(of(kind), kept, TODAY, "zh") == kept


@pytest.mark.parametrize(
    ("kind", "typed", "right"),
    [
        ("number", "大", "a number, such as 120"), ("number", "1,20", "a number"), ("number", "120㎡", "a number"),
        ("number", "nan", "a number"), ("money", "很多", "an amount in yuan"), ("money", "-5", "an amount in yuan"),
        ("date", "someday", "a day with its year"), ("date", "2026-02-30", "a day with its year"),
        ("date", "11-30", "a day with its year"), ("choice", "激进", "one of conservative/balanced/C5"),
        ("yes-no", "也许", "yes or no"),
    ],
)  # fmt: skip
def test_what_can_not_be_right_is_told_with_what_is(kind: str, typed: str, right: str) -> None:
    name = of(kind).label("en")
    with pytest.raises(UsageError, match=rf"^{name} can't be {typed}: it takes .*{right}"):
        fields.parse(of(kind), typed, TODAY, "en")


def test_the_error_speaks_the_language_of_the_run() -> None:
    i18n.choose("zh")
    with pytest.raises(UsageError, match=r"^面积不能是“大”：应填数字，如 120。$"):
        fields.parse(of("number"), "大", TODAY, "zh")


@pytest.mark.parametrize(
    ("kind", "kept", "zh", "en"),
    [
        ("text", "三室", "三室", "三室"), ("number", "120", "120", "120"), ("money", "5000000", "500万", "5,000,000"),
        ("money", "0", "0", "0"), ("money", "50.5", "50.50", "50.50"), ("money", "不详", "不详", "不详"),
        ("date", "2026-11-30", "2026-11-30", "2026-11-30"), ("choice", "稳健", "稳健", "balanced"), ("choice", "C5", "C5", "C5"),
        ("choice", "激进", "激进", "激进"), ("yes-no", "yes", "是", "yes"), ("yes-no", "no", "否", "no"),
        ("yes-no", "也许", "也许", "也许"),
    ],
)  # fmt: skip
def test_a_kept_value_is_shown_in_either_language(kind: str, kept: str, zh: str, en: str) -> None:
    assert fields.show(of(kind), kept, "en") == en
    i18n.choose("zh")
    assert fields.show(of(kind), kept, "zh") == zh


@pytest.mark.parametrize(
    ("kind", "kept", "typed"),
    [
        ("number", "120", 120), ("number", "2.5", 2.5), ("number", "", None), ("text", "", ""), ("number", "大", "大"), ("money", "5000000", 5000000),
        ("date", "2026-11-30", date(2026, 11, 30)), ("date", "", None), ("date", "明年", "明年"),
        ("choice", "稳健", "balanced"), ("text", "x", "x"),
    ],
)  # fmt: skip
def test_a_cell_gets_a_value_of_its_kind(kind: str, kept: str, typed: object) -> None:
    assert fields.typed(of(kind), kept, "en") == typed


def test_without_a_language_a_cell_gets_what_is_kept() -> None:
    assert fields.typed(RISK, "稳健", "") == "稳健"


def test_only_required_ones_are_missed() -> None:
    needed, other = Field("a", required=True), Field("b")
    assert fields.missing((needed, other), {}) == (needed,)
    assert fields.missing((needed, other), {"a": ""}) == (needed,)
    assert fields.missing((needed, other), {"a": "x"}) == ()
