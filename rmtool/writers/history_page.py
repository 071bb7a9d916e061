"""The history as lines: what each command changed, row by row and field by field."""

import json
from collections.abc import Iterable
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from rmtool.config.profile import Profile
from rmtool.domain.history import SILENT
from rmtool.domain.history import Change
from rmtool.domain.history import Row
from rmtool.domain.history import Told
from rmtool.domain.history import Touched
from rmtool.domain.history import Value
from rmtool.domain.masking import mask
from rmtool.domain.text import clip
from rmtool.domain.text import shown
from rmtool.i18n import _
from rmtool.i18n import ngettext
from rmtool.writers import json_text
from rmtool.writers import pages
from rmtool.writers.history_words import Words
from rmtool.writers.history_words import table

_CLIPPED = 100
_INDENT = 5
# What these columns hold is written as JSON in the store too.
_JSON = frozenset({"emails", "fields", "people", "products"})


def text(found: Iterable[Told], profile: Profile, language: str, now: datetime) -> str:
    """The changes, each with its rows under it."""
    return "\n".join(line for each in found for line in _change(each, profile, language, now))


def whole(found: Told, profile: Profile, language: str, now: datetime) -> str:
    """One change, and of what it deleted every field."""
    return "\n".join(_change(found, profile, language, now, whole=True))


def rows(found: Told, profile: Profile, language: str, now: datetime) -> str:
    """The rows of one change alone."""
    return "\n".join(_rows(found, Words(profile, language, found.names, now)))


def brief(change: Change, language: str, now: datetime) -> str:
    """A change in a few words: the command, and when it ran."""
    words = Words(Profile(), language, {}, now)
    return _("{command}, {moment}").format(command=change.command or "-", moment=words.moment(change.at))


def row(touched: Touched, words: Words) -> str:
    """Which row it is: its table, its number, whose it is."""
    number = f" {touched.key}" if isinstance(touched.key, int) else ""
    named = words.names.get(touched.client or 0, "")
    if not named:
        return table(touched.table) + number
    return _("{row} ({client})").format(row=table(touched.table) + number, client=named)


def record(found: Told) -> dict[str, Any]:
    """A change with its rows as JSON has them: columns under their own names, those of the machine left out."""
    change = found.change
    counts = [{"table": name, "kind": kind, "rows": count} for (name, kind), count in change.counts.items()]
    return {
        **json_text.record(change),
        "counts": counts,
        "rows": [_record(each, found) for each in found.rows],
        "more": found.more,
    }


def _record(touched: Touched, found: Told) -> dict[str, object]:
    return {
        "table": touched.table,
        "key": touched.key,
        "kind": touched.kind,
        "client": touched.client,
        "client_name": found.names.get(touched.client or 0, ""),
        "before": _plain(touched.before),
        "after": _plain(touched.after),
    }


def _plain(values: Row | None) -> dict[str, object] | None:
    return None if values is None else plain(values)


def plain(values: Row, *, masked: bool = True) -> dict[str, object]:
    """A row as JSON has it, its columns under their own names, those of the machine left out."""
    return {name: _json(name, value, masked=masked) for name, value in values.items() if name not in SILENT}


def _json(column: str, value: Value, *, masked: bool) -> object:
    if column == "id_number" and masked:
        return mask(str(value), "identity", "display")
    return json.loads(str(value)) if column in _JSON else value


def _change(
    found: Told, profile: Profile, language: str, now: datetime, *, whole: bool = False
) -> Iterator[str]:
    words = Words(profile, language, found.names, now)
    change = found.change
    done = " ".join((change.command or "-", *change.options))
    who = "@".join(filter(None, (change.user, change.host)))
    yield from pages.hanging(
        f"{change.number:>4} {words.moment(change.at)}  {done}  {who}".rstrip(), pages.columns()
    )
    for sentence, other in (
        (_("takes back change {number}"), change.undoes),
        (_("taken back by change {number}"), change.undone_by),
    ):
        if other is not None:
            yield " " * _INDENT + sentence.format(number=other)
    yield from _rows(found, words, whole=whole)


def _rows(found: Told, words: Words, *, whole: bool = False) -> Iterator[str]:
    wide = pages.columns()
    for each in found.rows:
        yield from pages.hanging(_heading(each, words), wide, _INDENT)
        for label, before, after in words.said(each.table, each.differences):
            was, now = (clip(" ".join(one.split()), _CLIPPED) or _("none") for one in (before, after))
            told = _("{was} → {now}").format(was=was, now=now)
            yield from pages.field(" " * (_INDENT + 2) + shown(label), told, wide)
        for label, before, _after in words.said(each.table, each.lost if whole else ()):
            yield from pages.field(" " * (_INDENT + 2) + shown(label), before, wide)
    if found.more:
        more = ngettext(
            "{count} row more: `rmtool history --change {number} --limit N`",
            "{count} rows more: `rmtool history --change {number} --limit N`",
            found.more,
        )
        yield from pages.hanging(more.format(count=found.more, number=found.change.number), wide, _INDENT)


def _heading(touched: Touched, words: Words) -> str:
    kinds = {
        "added": _("added"),
        "changed": _("changed"),
        "removed": _("deleted"),
        "forgotten": _("forgotten"),
    }
    # A client's own name is said with its number.
    telling = touched.telling if touched.table != "clients" else ()
    told = [
        clip(" ".join(now.split()), _CLIPPED)
        for _label, _was, now in words.said(touched.table, telling)
        if now
    ]
    what = _("{row} {kind}").format(row=row(touched, words), kind=kinds[touched.kind])
    return _("{row}: {told}").format(row=what, told=_("; ").join(told)) if told else what
