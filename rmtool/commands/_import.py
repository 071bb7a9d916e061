"""What `import-clients` and `import-visits` share: reading, mapping, accounting for every row, all or nothing."""

import csv
import io
import re
from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from dataclasses import replace
from pathlib import Path
from sqlite3 import Connection
from typing import Protocol

from rmtool import paths
from rmtool.app import App
from rmtool.commands import _import_summary
from rmtool.commands._import_summary import Summary
from rmtool.domain import formulas
from rmtool.errors import BadFileError
from rmtool.errors import NotFoundError
from rmtool.errors import RefusedError
from rmtool.errors import UsageError
from rmtool.i18n import _
from rmtool.readers import files
from rmtool.readers import mapping as maps
from rmtool.readers import plan as plans
from rmtool.readers.tables import Row
from rmtool.readers.tables import Source

BATCH = 50_000
_CODES = ("phone", "id_number", "uscc")
# 4.40524E+17 is what a spreadsheet writes into a CSV file for a long number.
_SHORTENED = re.compile(r"[0-9](?:\.[0-9]+)?[eE]\+[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Wanted:
    """The options of an import as typed."""

    file: Path
    map: Path | None = None
    set: tuple[str, ...] = ()
    no_header: bool = False
    sheet: str = ""
    encoding: str = ""
    save_map: Path | None = None
    dry_run: bool = False
    skip_bad: bool = False
    json: bool = False


class Taker(Protocol):
    """What takes the records of one kind: clients or visits."""

    def take(self, record: dict[str, str], place: int) -> str:
        """Take one row: `added`, `updated` or `unchanged`; raises one of our errors with the reason why not."""

    def pending(self) -> int:
        """How many values wait to be stored."""

    def store(self) -> None:
        """Store what waits."""

    def clients_added(self) -> int:
        """How many clients were made on the way."""

    def notes(self) -> list[str]:
        """What else is to be said of the rows taken."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of import: its headings, the prefixes of what is one's own, and who takes the records."""

    synonyms: dict[str, str]
    own: tuple[str, ...]
    taker: Callable[[Connection], Taker]


def run(app: App, wanted: Wanted, kind: Kind) -> None:
    """Import the file; raises BadFileError where a row is rejected, unless these are to be skipped."""
    if wanted.dry_run and wanted.save_map:
        raise UsageError(_("--dry-run writes nothing: leave out --save-map."))
    _refuse_own(app, wanted.file)
    given = _given(wanted, kind)
    with _naming(wanted.file):
        source = files.read(wanted.file, wanted.encoding, wanted.sheet)
        rows = list(source.rows)
        plan = _plan(source, rows, given, kind)
    data = plans.rows_of(rows, plan.header)
    if not data:
        raise BadFileError(_("{path} has no rows below its header.").format(path=wanted.file))
    summary = _summary(wanted, source, plan, given, len(data))
    _import_summary.say_reading(app, summary)
    if wanted.dry_run:
        with app.look() as db:
            _take_all(app, wanted, kind.taker(db), (plan, data), summary)
            _conclude(app, wanted, summary)
    else:
        with app.change() as db:
            bad = _take_all(app, wanted, kind.taker(db), (plan, data), summary)
            if bad:
                summary.rejected_file = str(_write_rejected(app, wanted.file, plan, bad))
            if wanted.save_map and (not bad or wanted.skip_bad):
                _save_map(app, wanted, plan, given)
            summary.stored = not bad or wanted.skip_bad
            _conclude(app, wanted, summary)
    # Only what is on disk by now is said to be stored.
    _import_summary.say_outcome(app, summary)


def _conclude(app: App, wanted: Wanted, summary: Summary) -> None:
    _import_summary.refuse_bad(app, summary, json=wanted.json, skip_bad=wanted.skip_bad)
    if wanted.json:
        _import_summary.show(app, summary)


@contextmanager
def _naming(path: Path) -> Iterator[None]:
    """Name the file in what a reader says of it."""
    try:
        yield
    except BadFileError as error:
        text = str(error)
        raise BadFileError(text if str(path) in text else f"{path}: {text}") from error


def _refuse_own(app: App, path: Path) -> None:
    """Refuse a file of rmtool's own home; raises BadFileError."""
    if app.is_own(path):
        raise BadFileError(
            _(
                "{path} belongs to rmtool itself: import a file from elsewhere, or use `rmtool restore`."
            ).format(path=path)
        )


def _given(wanted: Wanted, kind: Kind) -> maps.Mapping:
    """What the user says of the columns: the map file, and `--set` before it."""
    fields = maps.fields_of(kind.synonyms, kind.own)
    loaded = maps.load(wanted.map, fields) if wanted.map else maps.Mapping()
    sets = {**loaded.sets, **maps.parse_set(wanted.set, fields)}
    return replace(loaded, sets=sets, header=loaded.header and not wanted.no_header)


def _plan(source: Source, rows: list[Row], given: maps.Mapping, kind: Kind) -> plans.Plan:
    width = max((len(row.cells) for row in rows), default=0)
    if source.columns:
        if "name" not in kind.synonyms.values():
            raise BadFileError(_("The file holds vCards, which are clients: use `rmtool import-clients`."))
        own = maps.Mapping({**{name: name for name in source.columns}, **given.columns}, given.sets)
        return replace(
            plans.fit(own, Row(0, source.columns), width, kind.synonyms), used=tuple(given.columns.items())
        )
    header = plans.find_header(rows, kind.synonyms, given) if given.header else None
    if header is None and not given.columns and not given.sets:
        if width == 1 and not source.delimiter and "name" in kind.synonyms.values():
            return plans.fit(maps.Mapping({"1": "name"}), None, width, kind.synonyms)
        if given.header:
            raise BadFileError(
                _(
                    "No heading is known in the first {count} rows: map the columns with --map,"
                    " or with --no-header and --set such as 'name={{1}}'."
                ).format(count=plans.HEADER_WITHIN)
            )
    if header is None and given.header and rows:
        # What is set names no column, or columns by headings nobody knows.
        header = plans.fullest_row(rows)
    return plans.fit(given, header, width, kind.synonyms)


def _summary(wanted: Wanted, source: Source, plan: plans.Plan, given: maps.Mapping, rows: int) -> Summary:
    return Summary(
        file=str(wanted.file),
        format=source.format,
        sheet=source.sheet,
        encoding=source.encoding,
        delimiter=source.delimiter,
        header_row=(plan.header.place or None) if plan.header else None,
        columns=dict(plan.used),
        sets=dict(given.sets),
        ignored=plan.ignored,
        rows=rows,
        dry_run=wanted.dry_run,
    )


def _take_all(
    app: App, wanted: Wanted, taker: Taker, table: tuple[plans.Plan, Sequence[Row]], summary: Summary
) -> list[tuple[Row, str]]:
    """Take every row, and store the values in batches; the rows that were rejected, with their reasons."""
    plan, rows = table
    bad: list[tuple[Row, str]] = []
    counts = {"added": 0, "updated": 0, "unchanged": 0}
    storing = not wanted.dry_run
    for number, row in enumerate(_with_progress(app, rows), 1):
        try:
            record = plan.record(row, number)
            if not plan.places.isdisjoint(row.rounded) or any(
                _SHORTENED.fullmatch(record.get(key, "")) for key in _CODES
            ):
                raise UsageError(
                    _(
                        "A number lost its last digits in the spreadsheet: format the column as text and type it anew."
                    )
                )
            counts[taker.take(record, row.place)] += 1
        except (UsageError, RefusedError, NotFoundError) as error:
            bad.append((row, str(error)))
            storing = storing and wanted.skip_bad
        if storing and taker.pending() >= BATCH:
            taker.store()
    if storing:
        taker.store()
    summary.added, summary.updated, summary.unchanged = (
        counts["added"],
        counts["updated"],
        counts["unchanged"],
    )
    summary.rejected, summary.clients_added = len(bad), taker.clients_added()
    summary.notes = taker.notes()
    summary.rejected_rows = [_import_summary.Rejected(row.place, reason) for row, reason in bad]
    return bad


def _with_progress(app: App, rows: Sequence[Row]) -> Iterator[Row]:
    import sys

    if app.quiet or len(rows) < 2000 or not sys.stderr.isatty():
        yield from rows
        return
    # Imported here: rich takes 50 ms, and only a terminal shows the bar.
    from rmtool.writers import terminal

    with terminal.progress() as bar:
        task = bar.add_task(_("Reading rows"), total=len(rows))
        for number, row in enumerate(rows):
            if number % 500 == 0:
                bar.update(task, completed=number)
            yield row


def _write_rejected(app: App, source: Path, plan: plans.Plan, bad: list[tuple[Row, str]]) -> Path:
    """Write the rejected rows as they were, each after its reason, beside the file they came from; answers where.

    An earlier file of that name may have been mended meanwhile: it is only replaced by the very same.
    """
    text = io.StringIO(newline="")
    rows = csv.writer(text, lineterminator="\r\n")
    if plan.header:
        rows.writerow([_("Rejected because"), *map(formulas.guarded, plan.header.cells)])
    for row, reason in bad:
        rows.writerow([formulas.guarded(reason), *map(formulas.guarded, row.cells)])
    data = text.getvalue().encode("utf-8-sig", "replace")
    target = source.with_name(f"{source.stem}.rejected.csv")
    if not (target.is_file() and target.read_bytes() == data):
        target = paths.free(target)
    with app.file_out(target, source, masked=None) as file:
        file.write(data)
    return target


def _save_map(app: App, wanted: Wanted, plan: plans.Plan, given: maps.Mapping) -> None:
    used = maps.Mapping(dict(plan.used), given.sets, plan.header is not None)
    assert wanted.save_map is not None
    with app.file_out(wanted.save_map, wanted.file, masked=None) as file:
        file.write(maps.saved(used).encode())
