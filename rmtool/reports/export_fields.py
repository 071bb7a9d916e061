"""A trade's own fields in an export: a column for each that is to be shown there, one for the rest."""

from collections.abc import Mapping
from datetime import date

from rmtool.config.profile_rows import Field
from rmtool.domain import fields
from rmtool.domain.tables import Column
from rmtool.domain.tables import Kind
from rmtool.domain.tables import Value
from rmtool.reports.export_wanted import Wanted

_KINDS: Mapping[str, tuple[Kind, int]] = {
    "text": ("text", 18), "number": ("number", 10), "money": ("money", 16), "date": ("date", 12), "choice": ("text", 14),
    "yes-no": ("text", 10),
}  # fmt: skip


class Fields:
    """The fields of `client_fields` or `visit_fields` as cells."""

    def __init__(self, wanted: Wanted, which: str) -> None:
        self._wanted, self._which = wanted, which
        known = getattr(wanted.profile, which)
        self._own = tuple(each for each in known if "export" in each.shown_in)
        self._others = {each.key: each for each in known if "export" not in each.shown_in}
        self._keys = {each.key for each in self._own}

    @property
    def columns(self) -> tuple[Column, ...]:
        """A column for each field that is shown in an export."""
        language = self._wanted.language
        return tuple(
            Column(f"field.{each.key}", each.label(language) if language else each.key, *_KINDS[each.type])
            for each in self._own
        )

    def cells(self, values: Mapping[str, str]) -> tuple[Value, ...]:
        """The values of these columns."""
        return tuple(
            self._cell(each, fields.typed(each, values.get(each.key, ""), self._wanted.language))
            for each in self._own
        )

    def rest(self, values: Mapping[str, str]) -> dict[str, str]:
        """What has no column of its own, by its name."""
        if not values:
            return {}
        return {
            self._wanted.label(self._which, key): self._said(key, value)
            for key, value in values.items()
            if key not in self._keys
        }

    def _cell(self, field: Field, value: str | float | date | None) -> Value:
        if isinstance(value, int | float) and field.type == "money":
            return self._wanted.hiding.amount(value, self._wanted.language)
        return self._wanted.text(value) if isinstance(value, str) else value

    def _said(self, key: str, value: str) -> str:
        field = self._others.get(key)
        if field is not None and self._wanted.language:
            value = fields.show(field, value, self._wanted.language)
        return self._wanted.text(value)
