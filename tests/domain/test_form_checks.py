"""Whether a value passes the data validation of its cell."""

from datetime import date
from datetime import time

import pytest

from rmtool.domain import form_checks
from rmtool.domain.forms import Area
from rmtool.domain.forms import FormSheet
from rmtool.domain.forms import Place
from rmtool.domain.forms import Validation
from rmtool.domain.tables import Value

KINDS = Validation((Area(2, 1, 5, 2),), "list", choices=("上门拜访", "电话", "微信"))


def rule(kind: str, operator: str = "between", first: str = "", second: str = "") -> Validation:
    return Validation((), kind, operator, first, second)


def test_the_rule_of_a_cell_is_found_by_its_place() -> None:
    sheet = FormSheet("表", "s", {}, validations=(KINDS,))
    assert form_checks.of(sheet, Place(5, 2)) is KINDS
    assert form_checks.of(sheet, Place(6, 2)) is None


def test_a_choice_that_says_the_same_takes_the_values_place() -> None:
    assert form_checks.fitted(KINDS, "拜访") == "上门拜访"
    assert form_checks.fitted(KINDS, "电话") == "电话"
    assert form_checks.fitted(KINDS, "会议") == "会议"
    assert form_checks.fitted(KINDS, "") == ""
    assert form_checks.fitted(rule("whole"), "拜访") == "拜访"
    two = Validation((), "list", choices=("上门拜访", "集中拜访"))
    assert form_checks.fitted(two, "拜访") == "拜访"


@pytest.mark.parametrize(
    ("found", "value", "words"),
    [
        (KINDS, "电话", ""), (KINDS, "会议", "上门拜访"), (KINDS, "", ""), (KINDS, None, ""),
        (Validation((), "list"), "x", ""), (rule("none"), "x", ""), (rule("custom", first="A1>3"), 2, ""),
        (rule("whole", "between", "1", "5"), 3, ""), (rule("whole", "between", "1", "5"), 6, "1"),
        (rule("whole", "between", "1", "5"), 2.5, "whole number"), (rule("whole", "between", "1", "5"), "x", "whole number"),
        (rule("decimal", "notBetween", "1", "5"), 3, "not from 1"), (rule("decimal", "equal", "5"), 5, ""),
        (rule("decimal", "notEqual", "5"), 5, "≠ 5"), (rule("decimal", "greaterThan", "5"), 5, "> 5"),
        (rule("decimal", "lessThan", "5"), 4, ""), (rule("decimal", "lessThanOrEqual", "5"), 5.5, "≤ 5"),
        (rule("decimal", "greaterThanOrEqual", "0"), 0, ""), (rule("decimal", "greaterThan", "A1"), 5, ""),
        (rule("decimal", "between", "1", "B1"), 5, ""), (rule("decimal", "odd", "1", "5"), 6, "from 1 to 5"),
        (rule("textLength", "lessThanOrEqual", "3"), "四个字长", "characters"), (rule("textLength", "lessThanOrEqual", "3"), "三个字", ""),
        (rule("date", "greaterThan", "46000"), date(2026, 11, 23), ""), (rule("date", "greaterThan", "46000"), date(2020, 1, 1), "2025-12-09"),
        (rule("time", "lessThan", "0.5"), time(9, 30), ""), (rule("time", "lessThan", "0.5"), time(13, 0), "time"),
        (rule("odd", "equal", "1"), 2, "odd"),
    ],
)  # fmt: skip
def test_values_that_do_not_pass_are_told_what_would(found: Validation, value: Value, words: str) -> None:
    said = form_checks.allowed(found, value)
    assert words in said
    assert bool(said) == bool(words)
