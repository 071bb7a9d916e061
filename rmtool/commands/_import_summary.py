"""What an import says: how the file was read, and what became of its rows."""

from dataclasses import dataclass
from dataclasses import field

from rmtool.app import App
from rmtool.domain.text import clip
from rmtool.domain.text import shown
from rmtool.errors import BadFileError
from rmtool.i18n import _
from rmtool.writers import json_text

_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row that was not taken, and why."""

    row: int
    reason: str


@dataclass(slots=True)
class Summary:
    """What was read how, and what became of the rows."""

    file: str
    format: str
    sheet: str
    encoding: str
    delimiter: str
    header_row: int | None
    columns: dict[str, str]
    sets: dict[str, str]
    ignored: tuple[str, ...]
    rows: int
    added: int = 0
    updated: int = 0
    unchanged: int = 0
    rejected: int = 0
    clients_added: int = 0
    notes: list[str] = field(default_factory=list)
    stored: bool = False
    dry_run: bool = False
    rejected_file: str = ""
    rejected_rows: list[Rejected] = field(default_factory=list)


def say_reading(app: App, summary: Summary) -> None:
    """Say what the file is and which columns are used."""
    names = {"\t": _("tab"), ";": ";", ",": ",", "|": "|"}
    facts = [summary.format]
    if summary.sheet:
        facts.append(_("sheet {name}").format(name=shown(summary.sheet)))
    if summary.encoding:
        facts.append(_("encoding {name}").format(name=summary.encoding))
    if summary.delimiter:
        facts.append(_("delimiter {sign}").format(sign=names[summary.delimiter]))
    if summary.header_row:
        facts.append(_("header in row {row}").format(row=summary.header_row))
    app.say(f"{summary.file}: " + _(", ").join(facts))
    mapped = [f"{shown(clip(heading, 30))} → {name}" for heading, name in summary.columns.items()]
    mapped += [f"{shown(clip(template, 40))} → {name}" for name, template in summary.sets.items()]
    if mapped:
        app.say(_("Used: {columns}").format(columns=_(", ").join(mapped)))
    if summary.ignored:
        app.say(
            _("Ignored: {columns}").format(
                columns=_(", ").join(shown(clip(each, 30)) for each in summary.ignored)
            )
        )


def refuse_bad(app: App, summary: Summary, *, json: bool, skip_bad: bool) -> None:
    """Say which rows are bad and raise BadFileError where nothing may be stored for that."""
    bad = summary.rejected_rows
    if not bad or skip_bad:
        return
    say_outcome(app, summary)
    if json:
        show(app, summary)
    more = _(" The rows are in {path}.").format(path=summary.rejected_file) if summary.rejected_file else ""
    raise BadFileError(
        _(
            "{count} of {rows} rows can't be taken, so nothing was stored: put them right, or leave them out with --skip-bad."
        ).format(count=len(bad), rows=summary.rows)
        + more
    )


def show(app: App, summary: Summary) -> None:
    """Show what became of the rows as JSON."""
    app.show(json_text.document(summary))


def say_outcome(app: App, summary: Summary) -> None:
    """Say what became of the rows, or would."""
    bad = summary.rejected_rows
    for each in bad[:_SHOWN]:
        app.say(_("Row {row} rejected: {reason}").format(row=each.row, reason=each.reason))
    if len(bad) > _SHOWN:
        app.say(_("… and {count} more rejected.").format(count=len(bad) - _SHOWN))
    app.say(_counts(summary))
    for note in summary.notes:
        app.say(note)
    if summary.stored and summary.rejected_file:
        app.say(_("The rejected rows are in {path}.").format(path=summary.rejected_file))


def _counts(summary: Summary) -> str:
    sentence = (
        _(
            "{rows} rows would give: {added} added, {updated} updated, {unchanged} unchanged, {rejected} rejected."
        )
        if not summary.stored
        else _("{rows} rows: {added} added, {updated} updated, {unchanged} unchanged, {rejected} rejected.")
    )
    text = sentence.format(
        rows=summary.rows,
        added=summary.added,
        updated=summary.updated,
        unchanged=summary.unchanged,
        rejected=summary.rejected,
    )
    if summary.clients_added:
        text += " " + _("New clients: {count}.").format(count=summary.clients_added)
    return text
