"""Which column goes into which field: from a header, a TOML file or `--set` to a value that reads rows. Data, never code."""

import json
import tomllib
from collections.abc import Mapping as Table
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
from pathlib import Path

from rmtool.domain.headers import known_fields
from rmtool.domain.text import shown
from rmtool.errors import BadFileError
from rmtool.errors import UsageError
from rmtool.i18n import _

MOST_MAP_BYTES = 1_000_000
# What is one's own: field.KEY of a client or visit, measure.KEY of a visit.
OWN = ("field.", "measure.")


@dataclass(frozen=True, slots=True)
class Mapping:
    """`columns` are headings (or column numbers from 1) and their field, `sets` fields and their template.

    `header` False means the first row is data already.
    """

    columns: dict[str, str] = field(default_factory=dict)
    sets: dict[str, str] = field(default_factory=dict)
    header: bool = True


def load(path: Path, fields: Sequence[str]) -> Mapping:
    """The mapping in a TOML file; raises BadFileError naming the place that is wrong."""
    try:
        if path.stat().st_size > MOST_MAP_BYTES:
            raise BadFileError(_("{path} is too large for a map.").format(path=path))
        table = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise BadFileError(
            _("{path} is not valid TOML: {problem}.").format(path=path, problem=error)
        ) from error
    except OSError as error:
        raise BadFileError(
            _("Cannot read {path}: {reason}.").format(path=path, reason=error.strerror)
        ) from error
    try:
        return _from_table(table, fields)
    except UsageError as error:
        raise BadFileError(f"{path}: {error}") from error


def _from_table(table: Table[str, object], fields: Sequence[str]) -> Mapping:
    for key in table:
        if key not in ("header", "columns", "set"):
            raise UsageError(_("Unknown key {key}: use header, [columns] and [set].").format(key=shown(key)))
    header = table.get("header", True)
    if not isinstance(header, bool):
        raise UsageError(_("header is true or false."))
    columns, sets = _texts(table, "columns"), _texts(table, "set")
    for name in columns.values():
        known(name, fields)
    for name in sets:
        known(name, fields)
    return Mapping(columns, sets, header)


def _texts(table: Table[str, object], key: str) -> dict[str, str]:
    rows = table.get(key, {})
    if not isinstance(rows, dict):
        raise UsageError(_("[{key}] is a table of text.").format(key=key))
    for name, value in rows.items():
        if not isinstance(value, str):
            raise UsageError(
                _("{name} in [{key}] is text: write it in quotes.").format(name=shown(str(name)), key=key)
            )
    return dict(rows)


def known(name: str, fields: Sequence[str]) -> str:
    """`name` if it is a field; raises UsageError with the right ones. A column mapped to nothing is ignored."""
    own = next((prefix for prefix in OWN if name.startswith(prefix)), "")
    if name and (name in OWN or name not in fields) and not (own in fields and len(name) > len(own)):
        words = [each + "KEY" if each.endswith(".") else each for each in fields]
        raise UsageError(
            _("Unknown field {word}: use one of {known}.").format(word=shown(name), known=", ".join(words))
        )
    return name


def parse_set(words: Sequence[str], fields: Sequence[str]) -> dict[str, str]:
    """The templates in `field=template` words; raises UsageError."""
    found: dict[str, str] = {}
    for word in words:
        name, equals, template = word.partition("=")
        if not equals or not name.strip():
            raise UsageError(_("--set takes FIELD=TEXT, not {word}.").format(word=shown(word)))
        found[known(name.strip(), fields)] = template
    return found


def saved(mapping: Mapping) -> str:
    """`mapping` as a TOML file that `load` reads."""
    lines = [f"header = {'true' if mapping.header else 'false'}", "", "[columns]"]
    lines += [f"{_quoted(heading)} = {_quoted(name)}" for heading, name in mapping.columns.items()]
    lines += ["", "[set]"]
    lines += [f"{_quoted(name)} = {_quoted(template)}" for name, template in mapping.sets.items()]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def fields_of(synonyms: dict[str, str], own: Sequence[str]) -> tuple[str, ...]:
    """Every field a column may go into; `own` are the prefixes of one's own fields."""
    return (*known_fields(synonyms), *own)
