"""`export`: what upstream wants, as a workbook, CSV or JSON."""

import io
import os
import sys
from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC
from functools import partial
from pathlib import Path
from typing import Annotated
from typing import BinaryIO

import typer

from rmtool.app import App
from rmtool.commands import _hiding
from rmtool.commands import _report
from rmtool.commands._hiding import Mask
from rmtool.domain import periods
from rmtool.domain.hiding import Hiding
from rmtool.domain.periods import Period
from rmtool.domain.tables import Row
from rmtool.domain.tables import Sheet
from rmtool.domain.tables import Summary
from rmtool.domain.tables import Table
from rmtool.domain.text import shown
from rmtool.errors import CannotWriteError
from rmtool.errors import RefusedError
from rmtool.errors import UsageError
from rmtool.i18n import _
from rmtool.i18n import ngettext
from rmtool.reports import export as report
from rmtool.reports.export_wanted import SHEETS
from rmtool.reports.export_wanted import Wanted
from rmtool.store import visit_counts
from rmtool.writers import csv_text
from rmtool.writers import excel
from rmtool.writers import json_tables
from rmtool.writers import terminal

HELP = _("""Write visits, clients and tasks of a period as a workbook, CSV or JSON. This week by default.

Phones, identity numbers and the like are masked in the file unless --unmasked says otherwise.

Examples:
  rmtool export
  rmtool export 2026-11 -o november.xlsx
  rmtool export all --sheets visits --columns day,client,text -o visits.csv
  rmtool export -o - --format json""")

_FORMATS = ("xlsx", "csv", "json")
_STEP = 500


def export(
    app: App,
    period: Annotated[
        str,
        typer.Argument(
            metavar=_("PERIOD"), help=_("Such as 2026-11, last week or all; this week by default.")
        ),
    ] = "",
    output: Annotated[
        str,
        typer.Option(
            "--output",
            "-o",
            metavar=_("FILE"),
            help=_("A file that ends in .xlsx, .csv or .json; - is standard output."),
        ),
    ] = "",
    sheets: Annotated[
        str, typer.Option(metavar=_("NAMES"), help=_("Which of summary,visits,clients,tasks; csv takes one."))
    ] = "",
    columns: Annotated[
        str, typer.Option(metavar=_("NAMES"), help=_("Which columns of the visits, in which order."))
    ] = "",
    format: Annotated[
        str,
        typer.Option(metavar="xlsx|csv|json", help=_("The format, where the file's name doesn't say it.")),
    ] = "",
    mask: Mask = "",
    unmasked: Annotated[
        bool, typer.Option("--unmasked", help=_("Write phones, identity numbers and the like whole."))
    ] = False,
    reason: Annotated[
        str,
        typer.Option(metavar=_("TEXT"), help=_("Why a file is written --unmasked: it is kept on record.")),
    ] = "",
) -> None:
    """Write the tables wanted, and say where they are."""
    chosen = periods.parse_period(period, app.today, "week")
    target, kind = _target(output, format, chosen)
    wanted = replace(
        _wanted(app, chosen, kind),
        hiding=_hiding.chosen(app, mask, unmasked=unmasked),
        sheets=_sheets(sheets, kind),
        columns=tuple(each.strip() for each in columns.replace("，", ",").split(",")) if columns else (),
    )
    if wanted.columns and "visits" not in wanted.sheets:
        raise UsageError(
            _("--columns picks from the visits: add visits to --sheets, or leave --columns out.")
        )
    why = _report.needed_reason(reason, unmasked=unmasked and target is not None)
    counts = _write(app, wanted, target, kind, why)
    _answer(app, wanted, target, counts)


def write(app: App, period: Period, target: Path, kind: str = "xlsx", reason: str = "") -> None:
    """Write the export of `period` to `target`, saying nothing; for a schedule with a `reason` unmasked."""
    wanted = replace(
        _wanted(app, period, kind),
        hiding=_hiding.chosen(app, "", unmasked=bool(reason), scheduled=True),
        sheets=_sheets("", kind),
    )
    _write(app, wanted, target, kind, reason)


def workbook(app: App, period: Period, hiding: Hiding) -> bytes:
    """The whole workbook of `period`."""
    file = io.BytesIO()
    wanted = replace(_wanted(app, period, "xlsx"), hiding=hiding)
    with app.look() as db:
        excel.write(file, report.tables(db, wanted), _properties(app, wanted))
    return file.getvalue()


def _wanted(app: App, period: Period, kind: str) -> Wanted:
    return Wanted(
        period,
        app.profile,
        app.today,
        owner=app.settings.owner,
        department=app.settings.department,
        language="" if kind == "json" else app.language,
        made_at=app.recorded_at if kind == "xlsx" else "",
        team_key=app.settings.team_key,
    )


def _target(output: str, kind: str, period: Period) -> tuple[Path | None, str]:
    """The file to write, None for standard output, and its format; raises UsageError and RefusedError."""
    if kind and kind not in _FORMATS:
        raise UsageError(_("Unknown format {word}: use xlsx, csv or json.").format(word=shown(kind)))
    if output == "-":
        if (kind or "csv") == "xlsx" and sys.stdout.isatty():
            raise RefusedError(
                _("A workbook is nothing to read on a terminal: name a file with -o FILE.xlsx.")
            )
        return None, kind or "csv"
    path = Path(output or ".").expanduser()
    if path.is_dir() or output.endswith(("/", os.sep)):
        path = path / f"rmtool-export-{period.key}.{kind or 'xlsx'}"
    if not path.parent.is_dir():
        raise CannotWriteError(
            _("Cannot write {path}: the folder does not exist: make it first.").format(path=shown(str(path)))
        )
    suffix = path.suffix.lower().removeprefix(".")
    if suffix not in _FORMATS or (kind and kind != suffix):
        raise UsageError(
            _("{path} doesn't end in a format this can write: use .xlsx, .csv or .json.").format(
                path=shown(path.name)
            )
            if suffix not in _FORMATS
            else _("{path} and --format {word} disagree: leave --format out.").format(
                path=shown(path.name), word=kind
            )
        )
    return path, suffix


def _sheets(words: str, kind: str) -> tuple[str, ...]:
    if kind != "csv":
        return report.sheet_names(words) if words else SHEETS
    names = report.sheet_names(words or "visits")
    if len(names) > 1:
        raise UsageError(_("A CSV file holds one sheet: name one with --sheets, or write .xlsx."))
    return names


def _write(app: App, wanted: Wanted, target: Path | None, kind: str, reason: str = "") -> dict[str, int]:
    """Write the file and answer how many rows each table had."""
    counts: dict[str, int] = {}
    bar = terminal.progress()
    bar.disable = bar.disable or app.quiet
    with app.look() as db:
        sheets = report.tables(db, wanted)
        with _file(app, target, masked=wanted.hiding.masked, reason=reason) as file, bar:
            step = bar.add_task(_("Writing"), total=visit_counts.count(db, *wanted.days))
            move = partial(bar.advance, step)
            made = [
                sheet if isinstance(sheet, Summary) else replace(sheet, rows=_counted(sheet, counts, move))
                for sheet in sheets
            ]
            _write_as(kind, file, made, _properties(app, wanted))
    return counts


def _counted(table: Table, counts: dict[str, int], move: Callable[[int], None]) -> Iterator[Row]:
    """The rows of `table`, counted as they pass; the bar moves with the visits."""
    number = 0
    for number, row in enumerate(table.rows, 1):
        if number % _STEP == 0 and table.key == "visits":
            move(_STEP)
        yield row
    counts[table.key] = number


@contextmanager
def _file(app: App, target: Path | None, *, masked: bool, reason: str) -> Iterator[BinaryIO]:
    if target is None:
        sys.stdout.flush()
        try:
            yield sys.stdout.buffer
            sys.stdout.buffer.flush()
        except BrokenPipeError:
            # Who reads it has seen enough; don't let the flush at exit complain.
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    else:
        with app.file_out(target, masked=masked, reason=reason) as file:
            yield file


def _write_as(kind: str, file: BinaryIO, sheets: Sequence[Sheet], properties: excel.Properties) -> None:
    if kind == "xlsx":
        excel.write(file, sheets, properties)
        return
    tables = [sheet.flat() if isinstance(sheet, Summary) else sheet for sheet in sheets]
    if kind == "csv":
        csv_text.write(file, tables[0])
    else:
        json_tables.write(file, tables)


def _properties(app: App, wanted: Wanted) -> excel.Properties:
    return excel.Properties(
        title=_("Visits and tasks, {period}").format(period=wanted.period.title(app.language)),
        author=wanted.owner or "rmtool",
        subject=wanted.department,
        created=app.now.astimezone(UTC),
    )


def _answer(app: App, wanted: Wanted, target: Path | None, counts: dict[str, int]) -> None:
    if target is not None:
        app.say(_("Wrote {path}: {counts}.").format(path=shown(str(target)), counts=_said(counts)))
    if counts.get("visits") == 0:
        app.say(_("There are no visits in {period}.").format(period=wanted.period.title(app.language)))
    if not wanted.hiding.masked:
        app.say(_("Phones, identity numbers and the like stand in it whole: pass it on with care."))
    elif target is not None:
        app.say(_("Phones, identity numbers and the like are masked; --unmasked writes them whole."))


def _said(counts: dict[str, int]) -> str:
    names = {
        "visits": lambda n: ngettext("{n} visit", "{n} visits", n),
        "clients": lambda n: ngettext("{n} client", "{n} clients", n),
        "tasks": lambda n: ngettext("{n} task", "{n} tasks", n),
    }
    said = (names[key](n).format(n=n) for key, n in counts.items())
    return _(", ").join(said) or _("the summary")
