"""Fields of a trade's own: a value as typed becomes one that holds in both languages, and is said again in either."""

import re
from collections.abc import Iterable
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Protocol
from typing import TypeVar

from rmtool.domain import dates
from rmtool.domain import money
from rmtool.domain import text as texts
from rmtool.errors import UsageError
from rmtool.i18n import _

_YES = {"yes", "y", "true", "1", "是", "有", "对", "√", "✓"}
_NO = {"no", "n", "false", "0", "否", "无", "没有", "不是", "×"}
_NUMBER = re.compile(r"-?(?:\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.\d{1,8})?", re.ASCII)


class Field(Protocol):
    """What a field must say of itself: its key, its type, the choices it has, and its name in either language."""

    @property
    def key(self) -> str:
        """The name its values are kept under."""

    @property
    def type(self) -> str:
        """One of text, number, money, date, choice and yes-no."""

    @property
    def choices(self) -> tuple[str, ...]:
        """The words of a choice, each with its English after a | where that differs."""

    @property
    def required(self) -> bool:
        """Whether a record without it is incomplete."""

    def label(self, language: str) -> str:
        """The field as people of `language` say it."""


F = TypeVar("F", bound=Field)


def parse(field: Field, value: str, today: date, language: str) -> str:
    """`value` as it is kept: ISO days, plain numbers and yuan, yes or no, a choice as it is written; empty clears.

    Raises UsageError naming the field, the value and what is right.
    """
    said = texts.clean(value, field.label(language))
    if not said or field.type == "text":
        return said
    kept = _parsed(field, said, today)
    if not kept:
        raise UsageError(
            _("{field} can't be {value}: it takes {right}.").format(
                field=texts.shown(field.label(language)),
                value=texts.shown(texts.clip(said, 40)),
                right=right(field, language),
            )
        )
    return kept


def _parsed(field: Field, said: str, today: date) -> str:
    """`said` as it is kept, empty where it can't be right."""
    if field.type == "number":
        return _number(said)
    if field.type == "money":
        return _yuan(said)
    if field.type == "date":
        return _day(said, today)
    folded = texts.fold(said)
    if field.type == "yes-no":
        return "yes" if folded in _YES else "no" if folded in _NO else ""
    words = ((each.partition("|")[0], each) for each in field.choices)
    return next(
        (key for key, each in words if folded in {texts.fold(part) for part in (*each.split("|"), key)}), ""
    )


def _number(said: str) -> str:
    found = _NUMBER.fullmatch(dates.fold(said))
    return f"{Decimal(found[0].replace(',', '')).normalize() + 0:f}" if found else ""


def _yuan(said: str) -> str:
    if _number(said) == "0":
        return "0"
    try:
        return f"{Decimal(money.parse(said)) / 100:f}"
    except UsageError:
        return ""


def _day(said: str, today: date) -> str:
    """The day meant; empty where without a year it may be two."""
    # A date cell of a workbook may carry midnight with it.
    word = re.sub(r"[ T]00:00(:00)?$", "", said)
    try:
        back, forward = (dates.parse_day(word, today, lean) for lean in ("back", "forward"))
    except UsageError:
        return ""
    return back.isoformat() if back == forward else ""


def right(field: Field, language: str) -> str:
    """What the field takes, in words."""
    words = {
        "text": _("a text"),
        "number": _("a number, such as 120"),
        "money": _("an amount in yuan, such as 500万"),
        "date": _("a day with its year, such as 2026-11-30"),
        "choice": _("one of {words}").format(words="/".join(choices(field, language))),
        "yes-no": _("yes or no"),
    }
    return words[field.type]


def choices(field: Field, language: str) -> tuple[str, ...]:
    """The words of a choice as people of `language` say them."""
    return tuple(texts.in_language(each, language) for each in field.choices)


def show(field: Field, value: str, language: str) -> str:
    """A kept value as people of `language` say it; one that does not fit the type (any more) as it stands."""
    if field.type == "money" and _number(value):
        return money.show(int(Decimal(value.replace(",", "")) * 100), language)
    if field.type == "yes-no" and value in ("yes", "no"):
        return _("yes") if value == "yes" else _("no")
    if field.type == "choice":
        return next(
            (texts.in_language(each, language) for each in field.choices if each.partition("|")[0] == value),
            value,
        )
    return value


def typed(field: Field, value: str, language: str) -> str | float | date | None:
    """A kept value for a cell of its kind: a number, a day, or the words of `language` (empty: as it is kept)."""
    if not value and field.type in ("number", "money", "date"):
        return None
    if field.type in ("number", "money") and _number(value):
        number = float(value.replace(",", ""))
        return int(number) if number.is_integer() else number
    if field.type == "date":
        try:
            return date.fromisoformat(value)
        except ValueError:
            return value
    return show(field, value, language) if language else value


def missing(fields: Iterable[F], values: Mapping[str, str]) -> tuple[F, ...]:
    """The required ones of `fields` that `values` lacks."""
    return tuple(each for each in fields if each.required and not values.get(each.key))
