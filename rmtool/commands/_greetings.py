"""What `greetings` does apart from choosing: the occasion from a word, texts out, what is said of those left out."""

import sys
from collections.abc import Callable
from collections.abc import Sequence
from datetime import UTC
from datetime import date
from pathlib import Path
from sqlite3 import Connection
from typing import NamedTuple

from rmtool import paths
from rmtool.app import App
from rmtool.domain import care
from rmtool.domain import festivals
from rmtool.domain.care import BIRTHDAY
from rmtool.domain.care import Chosen
from rmtool.domain.care import Recipient
from rmtool.domain.festivals import Festival
from rmtool.domain.masking import mask
from rmtool.domain.tables import Column
from rmtool.domain.tables import Table
from rmtool.domain.text import fold
from rmtool.domain.text import shown
from rmtool.errors import UsageError
from rmtool.i18n import _
from rmtool.i18n import ngettext
from rmtool.reports import greetings as report
from rmtool.store import client_days
from rmtool.writers import csv_text
from rmtool.writers import excel
from rmtool.writers import greeting_texts
from rmtool.writers import json_text
from rmtool.writers import templates

FORMATS = ("text", "csv", "xlsx", "json")
_BY_SUFFIX = {".txt": "text", ".csv": "csv", ".xlsx": "xlsx", ".json": "json"}
_MOST_NAMES = 5


class Occasion(NamedTuple):
    """An occasion: its key and label, its festival if it is one, the first day it may come on and how many."""

    key: str
    label: str
    first: date
    days: int
    festival: Festival | None = None


class Target(NamedTuple):
    """Where the texts go: the format, the file (None for standard output), and the template they are made by."""

    format: str
    file: Path | None
    template: str = ""
    unmasked: bool = False


def occasion(app: App, db: Connection, word: str, days: int, year: int | None) -> Occasion:
    """The occasion that `word` names; raises UsageError with the nearest."""
    found = festivals.known(word)
    own = "" if found else client_days.named(db, word)
    if found is None and fold(word) in map(fold, care.BIRTHDAY_WORDS):
        key, label = BIRTHDAY, _("birthday")
    elif own:
        key = label = own
    else:
        found = found or festivals.find(word, care.BIRTHDAY_WORDS)
        day = festivals.day_in(found, year) if year is not None else festivals.next_day(found, app.today)
        return Occasion(found.key, found.label(app.language), day, 1, found)
    if year is not None:
        raise UsageError(_("--year is for festivals: birthdays and own days take --days."))
    return Occasion(key, label, app.today, days)


def target(format: str, output: str, template: str, *, unmasked: bool) -> Target:
    """What the options say of where the texts go; raises UsageError."""
    word = {"txt": "text"}.get(format.lower(), format.lower())
    if word and word not in FORMATS:
        raise UsageError(
            _("Unknown format {word}: use one of {known}.").format(
                word=shown(format), known=", ".join(FORMATS)
            )
        )
    if output in ("", "-"):
        if word == "xlsx":
            raise UsageError(_("A workbook is nothing to read on a terminal: name a file with -o FILE.xlsx."))
        return Target(word or "text", None, template, unmasked)
    file = Path(output).expanduser()
    told = _BY_SUFFIX.get(file.suffix.lower())
    if not told and not word:
        raise UsageError(
            _(
                "{path} does not tell its format: end it in .csv, .xlsx, .json or .txt, or add --format."
            ).format(path=shown(output))
        )
    if told and word and told != word:
        raise UsageError(
            _("{path} and --format {word} disagree: leave --format out.").format(
                path=shown(file.name), word=word
            )
        )
    return Target(word or told or "", file, template, unmasked)


def texts(app: App, about: Occasion, chosen: Chosen, template: str, gift: str) -> list[tuple[Recipient, str]]:
    """Each recipient with the text made for it."""
    shelf = templates.Greetings(paths.home(app.environ), paths.templates_folder(), app.language)
    known = about.festival is not None or about.key == BIRTHDAY
    write = greeting_texts.writer(
        template, (about.key if known else "own-day", "greeting"), shelf, app.profile
    )
    given: dict[str, object] = {
        "occasion": about.key,
        "festival": about.label,
        "animal": festivals.animal(about.first, app.language),
        "gift": gift,
        "owner": app.settings.owner,
        "department": app.settings.department,
    }
    return [(each, write(report.record(each, given, app.language))) for each in chosen.recipients]


def put(app: App, about: Occasion, rows: Sequence[tuple[Recipient, str]], target: Target) -> None:
    """Show the texts, or write them into a file, which is for the message platform and holds phones whole."""
    masked = target.file is None and not target.unmasked
    table = _table(about, [_row(each, text, masked=masked) for each, text in rows])
    if target.file is not None:
        _write(app, table, target)
    elif target.format == "csv":
        # Bytes, because its byte-order mark and line ends must stay.
        sys.stdout.flush()
        csv_text.write(sys.stdout.buffer, table)
        sys.stdout.buffer.flush()
    else:
        app.show((_json if target.format == "json" else _lines)(table))


def _row(each: Recipient, text: str, *, masked: bool) -> tuple[int | str | date, ...]:
    phone = mask(each.phone, "phone", "strict") if masked else each.phone
    name = "" if each.name == each.client_name else each.name
    return each.client, each.client_name, name, phone, text, date.fromisoformat(each.day)


def _table(about: Occasion, rows: list[tuple[int | str | date, ...]]) -> Table:
    columns = (
        Column("number", _("No."), "number", 8),
        Column("client", _("Client"), width=28),
        Column("contact", _("Contact"), width=16),
        Column("phone", _("Phone"), "code", 18),
        Column("text", _("Text"), "note", 80),
        Column("day", _("Day"), "date", 12),
    )
    return Table("greetings", about.label, columns, rows)


def _lines(table: Table) -> str:
    return "\n".join(
        "  ".join(shown(str(each)) for each in (contact or client, phone, text) if each)
        for _number, client, contact, phone, text, _day in table.rows
    )


def _json(table: Table) -> str:
    keys = [column.key for column in table.columns]
    return json_text.array(
        {key: json_text.plain(value) for key, value in zip(keys, row, strict=True)} for row in table.rows
    )


def _write(app: App, table: Table, target: Target) -> None:
    assert target.file is not None
    with app.file_out(target.file, Path(target.template), masked=False) as out:
        if target.format == "xlsx":
            author, made = app.settings.owner or "rmtool", app.now.astimezone(UTC)
            excel.write(out, [table], excel.Properties(table.title, author, app.settings.department, made))
        elif target.format == "csv":
            csv_text.write(out, table)
        else:
            out.write(((_json if target.format == "json" else _lines)(table) + "\n").encode())


def say(app: App, chosen: Chosen, rows: Sequence[tuple[Recipient, str]], target: Target) -> None:
    """Tell where the texts are, and who got none and why."""
    if target.file is not None and (rows or target.format == "json"):
        app.say(
            _("Wrote {path} for the message platform: phones stand in it whole.").format(
                path=shown(str(target.file))
            )
        )
    sentences: tuple[tuple[Sequence[str], Callable[[int], str]], ...] = (
        (chosen.greeted, lambda n: ngettext("{n} was greeted already: --again greets again.", "{n} were greeted already: --again greets again.", n)),
        (chosen.not_for, lambda n: ngettext("{n} is none whom this day is for, or it is not known.", "{n} are none whom this day is for, or it is not known.", n)),
        (chosen.taboo, lambda n: ngettext("{n} has a taboo against it: {names}.", "{n} have a taboo against it: {names}.", n)),
        (chosen.same_gift, lambda n: ngettext("{n} got the same gift before and is left out: {names}. Choose another, or add --again.", "{n} got the same gift before and are left out: {names}. Choose another, or add --again.", n)),
        ([each.name for each, _text in rows if not each.phone], lambda n: ngettext("{n} has no phone: {names}.", "{n} have no phone: {names}.", n)),
    )  # fmt: skip
    for names, sentence in sentences:
        if names:
            app.say(sentence(len(names)).format(n=len(names), names=_few(names)))


def _few(names: Sequence[str]) -> str:
    some = _(", ").join(shown(each) for each in names[:_MOST_NAMES])
    return some if len(names) <= _MOST_NAMES else _("{some} and more").format(some=some)
