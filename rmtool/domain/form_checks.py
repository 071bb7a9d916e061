"""Whether a value passes the data validation of the cell it goes into (ECMA-376 part 1, 18.3.1.32)."""

from collections.abc import Callable
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from datetime import time

from rmtool.domain.forms import FormSheet
from rmtool.domain.forms import Place
from rmtool.domain.forms import Validation
from rmtool.domain.tables import Value
from rmtool.domain.tables import text_of
from rmtool.i18n import _

_FIRST_DAY = date(1899, 12, 30).toordinal()
_COMPARED: Mapping[str, Callable[[float, float, float], bool]] = {
    "between": lambda value, first, second: first <= value <= second,
    "notBetween": lambda value, first, second: not first <= value <= second,
    "equal": lambda value, first, _second: value == first,
    "notEqual": lambda value, first, _second: value != first,
    "greaterThan": lambda value, first, _second: value > first,
    "lessThan": lambda value, first, _second: value < first,
    "greaterThanOrEqual": lambda value, first, _second: value >= first,
    "lessThanOrEqual": lambda value, first, _second: value <= first,
}


@dataclass(frozen=True, slots=True)
class Misfit:
    """A value that the form does not take at `place`, and what it takes, in words."""

    sheet: str
    place: Place
    value: str
    allowed: str


def of(sheet: FormSheet, place: Place) -> Validation | None:
    """The validation of a cell, or None."""
    for each in sheet.validations:
        for top, left, bottom, right in each.areas:
            if top <= place.row <= bottom and left <= place.column <= right:
                return each
    return None


def fitted(validation: Validation, value: Value) -> Value:
    """`value`, or the one choice of a list that says the same in other words: 上门拜访 for 拜访."""
    text = text_of(value)
    if validation.kind != "list" or not text or text in validation.choices:
        return value
    near = [each for each in validation.choices if text in each or (each and each in text)]
    return near[0] if len(near) == 1 else value


def allowed(validation: Validation, value: Value) -> str:
    """Empty where `value` passes, or where it can't be told; else what the form takes, in words."""
    text = text_of(value)
    if not text or validation.kind in ("none", "custom"):
        return ""
    if validation.kind == "list":
        if not validation.choices or text in validation.choices:
            return ""
        return _("one of {choices}").format(choices=_(", ").join(validation.choices[:12]))
    first, second = _number(validation.first), _number(validation.second)
    if first is None or (second is None and validation.operator in ("between", "notBetween")):
        return ""
    measured = len(text) if validation.kind == "textLength" else _measured(value)
    if measured is None or (validation.kind == "whole" and measured != int(measured)):
        return _said(validation)
    passes = _COMPARED.get(validation.operator, _COMPARED["between"])
    return "" if passes(measured, first, second or 0.0) else _said(validation)


def _measured(value: Value) -> float | None:
    if isinstance(value, time):
        return (value.hour * 60 + value.minute) / 1440
    if isinstance(value, date):
        return value.toordinal() - _FIRST_DAY
    return float(value) if isinstance(value, int | float) else None


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None  # a formula


def _said(validation: Validation) -> str:
    kinds = {
        "whole": _("a whole number"),
        "decimal": _("a number"),
        "date": _("a date"),
        "time": _("a time"),
        "textLength": _("a text of so many characters"),
    }
    bounds = {
        "between": _("from {first} to {second}"),
        "notBetween": _("not from {first} to {second}"),
        "equal": "= {first}",
        "notEqual": "≠ {first}",
        "greaterThan": "> {first}",
        "lessThan": "< {first}",
        "greaterThanOrEqual": "≥ {first}",
        "lessThanOrEqual": "≤ {first}",
    }
    first, second = (_shown(validation.kind, each) for each in (validation.first, validation.second))
    bound = bounds.get(validation.operator, bounds["between"]).format(first=first, second=second)
    return f"{kinds.get(validation.kind, validation.kind)} {bound}"


def _shown(kind: str, bound: str) -> str:
    number = _number(bound)
    if kind == "date" and number is not None and 0 < number < 100_000:
        return date.fromordinal(int(number) + _FIRST_DAY).isoformat()
    return bound
