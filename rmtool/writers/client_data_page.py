"""All that is kept of a client as lines of text, or as JSON: every field that says something, nothing masked."""

from collections.abc import Iterable
from collections.abc import Mapping
from datetime import datetime

from rmtool.config.profile import Profile
from rmtool.domain.history import SILENT
from rmtool.domain.history import Change
from rmtool.domain.history import Difference
from rmtool.domain.history import Row
from rmtool.domain.history import Value
from rmtool.domain.text import shown
from rmtool.i18n import _
from rmtool.writers import history_page
from rmtool.writers import json_text
from rmtool.writers import pages
from rmtool.writers.history_words import Words
from rmtool.writers.history_words import table

Rows = Iterable[tuple[str, Value, Row]]


def text(
    rows: Rows,
    touched: Iterable[Change],
    profile: Profile,
    language: str,
    names: Mapping[int, str],
    now: datetime,
) -> str:
    """A part for each row, its fields under their labels; at the end when which command touched any of it."""
    words = Words(profile, language, names, now, masked=False)
    lines: list[str] = []
    for name, key, row in rows:
        number = f" {key}" if isinstance(key, int) else ""
        known = tuple(
            Difference(field, None, value)
            for field, value in row.items()
            if field not in SILENT
            and value not in ("", None, "[]", "{}")
            and not (value == 0 and "lunar" in field)
        )
        lines += [table(name) + number]
        for label, _was, value in words.said(name, known):
            lines += pages.field(f"  {shown(label)}", value, pages.columns())
        lines += [""]
    lines += [_("Changes")]
    lines += [f"  {each.number}  {history_page.brief(each, language, now)}" for each in touched]
    return "\n".join(lines)


def as_json(rows: Rows, touched: Iterable[Change]) -> str:
    """The rows as they are kept, by table, and the changes that touched any."""
    found: dict[str, list[object]] = {}
    for name, _key, row in rows:
        found.setdefault(name, []).append(history_page.plain(row, masked=False))
    changes = [{"number": each.number, "at": each.at, "command": each.command} for each in touched]
    return json_text.document({**found, "changes": changes})
