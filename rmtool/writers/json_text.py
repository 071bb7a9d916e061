"""JSON with stable field names: an array of objects, dates as ISO text, Chinese as it is."""

import dataclasses
import json
from collections.abc import Iterable
from collections.abc import Mapping
from datetime import date


def record(value: object) -> dict[str, object]:
    """A value with named fields as an object, its fields under their own names."""
    named: tuple[str, ...] | None = getattr(value, "_fields", None)
    names = named or [each.name for each in dataclasses.fields(value)]  # type: ignore[arg-type]
    return {name: plain(getattr(value, name)) for name in names}


def plain(value: object) -> object:
    """`value` in types that JSON has."""
    if isinstance(value, date):
        return value.isoformat()
    if dataclasses.is_dataclass(value) or hasattr(value, "_fields"):
        return record(value)
    if isinstance(value, Mapping):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    return value


def array(records: Iterable[Mapping[str, object]]) -> str:
    """The records as a JSON array, one a line."""
    lines = ",\n".join("  " + json.dumps(dict(each), ensure_ascii=False, allow_nan=False) for each in records)
    return f"[\n{lines}\n]" if lines else "[]"


def document(value: object) -> str:
    """`value` as one indented JSON document."""
    return json.dumps(plain(value), ensure_ascii=False, allow_nan=False, indent=2)
