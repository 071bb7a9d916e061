"""The keys of a profile's file: each has its type and check here, in one place."""

from collections.abc import Mapping
from pathlib import Path

from rmtool.config import profile_rows
from rmtool.config import toml
from rmtool.config.profile_rows import Choice
from rmtool.config.profile_rows import Duty
from rmtool.config.profile_rows import Field
from rmtool.config.profile_rows import Measure
from rmtool.config.profile_rows import Paper
from rmtool.config.profile_rows import Rule
from rmtool.config.profile_rows import SlaRule
from rmtool.i18n import _

# Every key of a profile with its type; a row is one [[table]].
_TOP: Mapping[str, type] = {"name": str, "zh": str, "en": str, "quiet_after": int, "others_count": bool, "mask": str,
    "work_from": str, "work_to": str, "max_per_day": int,
    "daily_sections": list, "weekly_sections": list, "monthly_sections": list,
}  # fmt: skip
_WORDS: Mapping[str, type] = {"key": str, "zh": str, "en": str}
_CITED: Mapping[str, type] = {**_WORDS, "duty": str}
_FIELD: Mapping[str, type] = {**_CITED, "type": str, "choices": list, "required": bool, "shown_in": list}
_ROWS: Mapping[str, Mapping[str, type]] = {
    "tiers": {**_WORDS, "quiet_after": int, "recommend": bool},
    "stages": {**_WORDS, "owed": bool},
    "visit_kinds": {**_WORDS, "counts": bool},
    "task_kinds": {**_CITED, "sla": str, "escalate_to": str},
    "deal_stages": {**_WORDS, "chance": int, "outcome": str, "stuck_after": int},
    "cadences": {"every": str, "tier": str, "kinds": list, "after": str, "zh": str, "en": str, "duty": str},
    "severities": _WORDS,
    "slas": {"kind": str, "severity": str, "sla": str, "duty": str},
    "departments": _CITED,
    "causes": _CITED,
    "milestones": _CITED,
    "products": _CITED,
    "measures": {**_CITED, "unit": str, "over": str, "of": str, "kinds": list},
    "client_fields": _FIELD,
    "visit_fields": _FIELD,
    "papers": {**_CITED, "kind": str, "tiers": list, "expires": bool},
    "duties": {**_CITED, "every": str, "by": str, "tier": str, "kinds": list, "measure": str, "least": int,
        "report": str, "before": int, "items": list,
    },
}  # fmt: skip
_CLASSES: Mapping[str, type] = {"cadences": Rule, "slas": SlaRule, "measures": Measure, "client_fields": Field,
    "visit_fields": Field, "papers": Paper, "duties": Duty,
}  # fmt: skip
_REQUIRED: Mapping[str, tuple[str, ...]] = {"cadences": ("every",), "slas": ("kind", "severity", "sla")}
# The words that some keys take.
_WORD_OF: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("", "mask"): ("strict", "all"),
    ("deal_stages", "outcome"): ("", "won", "lost"),
    ("measures", "over"): profile_rows.MEASURED_OVER,
    ("measures", "of"): ("", *profile_rows.COUNTS),
    ("client_fields", "type"): profile_rows.FIELD_TYPES,
    ("visit_fields", "type"): profile_rows.FIELD_TYPES,
    ("client_fields", "shown_in"): profile_rows.SHOWN_IN,
    ("visit_fields", "shown_in"): profile_rows.SHOWN_IN,
    ("papers", "kind"): ("", "person", "company"),
    ("duties", "by"): profile_rows.DUTY_BY,
    ("duties", "report"): ("", *profile_rows.REPORTS),
}


def read(path: Path) -> dict[str, object]:
    """The values in `path` by key, a list of tables as a tuple of rows; raises SettingsError naming file, line and key."""
    values: dict[str, object] = {}
    for key, value in toml.read(path).items():
        if key in _ROWS:
            rows = enumerate(_rows(toml.Place(path), key, value))
            values[key] = tuple(_row(toml.Place(path, key, number), row) for number, row in rows)
        else:
            values[key] = _value(toml.Place(path), key, value)
    return values


def _rows(place: toml.Place, key: str, value: object) -> list[object]:
    if not isinstance(value, list):
        raise place.error(key, _("{key} is a list of tables: write [[{key}]].").format(key=key))
    return value


def _row(place: toml.Place, row: object) -> object:
    for needed in _REQUIRED.get(place.section, ("key",)):
        if not isinstance(row, Mapping) or needed not in row:
            raise place.error(
                "", _("every entry of {section} needs {key}.").format(section=place.section, key=needed)
            )
    assert isinstance(row, Mapping)
    values = {key: _value(place, key, value) for key, value in row.items()}
    return _CLASSES.get(place.section, Choice)(**values)


def _value(place: toml.Place, key: str, value: object) -> object:
    """`value` if its key is known and it has the right type; raises SettingsError with the nearest right key."""
    known = _ROWS[place.section] if place.section else _TOP
    if key not in known:
        raise place.error(key, toml.unknown(key, (*known, *(() if place.section else _ROWS))))
    kind = known[key]
    right = isinstance(value, kind) and (kind is bool or not isinstance(value, bool))
    if isinstance(value, list) and not all(isinstance(each, str) for each in value):
        right = False
    if not right:
        names = {
            str: _("a text"),
            int: _("a whole number"),
            bool: _("true or false"),
            list: _("a list of texts"),
        }
        raise place.error(key, _("{key} must be {kind}.").format(key=key, kind=names[kind]))
    for word in value if isinstance(value, list) else [value]:
        right_words = _WORD_OF.get((place.section, key))
        if right_words is not None and word not in right_words:
            known_words = ", ".join(filter(None, right_words))
            raise place.error(key, _("{key} must be one of {known}.").format(key=key, known=known_words))
    return tuple(value) if isinstance(value, list) else value
