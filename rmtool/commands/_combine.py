"""What `combine` joins: files in, the rows put aside, the workbook out, and what is said of it."""

import glob
from collections import Counter
from collections.abc import Iterator
from collections.abc import Sequence
from contextlib import closing
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC
from pathlib import Path

from rmtool import i18n
from rmtool.app import App
from rmtool.commands import _combine_answer
from rmtool.domain import periods
from rmtool.domain import team
from rmtool.domain.headers import folded
from rmtool.domain.team import Sent
from rmtool.domain.text import shown
from rmtool.errors import BadFileError
from rmtool.errors import CannotWriteError
from rmtool.errors import NotFoundError
from rmtool.i18n import _
from rmtool.readers import combined as reader
from rmtool.readers import files as reader_files
from rmtool.readers import form_table
from rmtool.readers.spool import Spool
from rmtool.reports import combined_pages as pages
from rmtool.reports import export
from rmtool.reports.combined import Came
from rmtool.reports.combined import Combined
from rmtool.reports.combined import Refused
from rmtool.reports.export_wanted import Wanted
from rmtool.writers import excel
from rmtool.writers import terminal

_BOOKS = frozenset({".xlsx", ".xlsm", ".xls", ".ods"})
_FEW = 5


def found(words: Sequence[str]) -> tuple[Path, ...]:
    """The files that `words` name: a folder's workbooks, and what a shell leaves unexpanded; raises NotFoundError."""
    paths: dict[Path, None] = {}
    for word in words:
        path = Path(word).expanduser()
        if path.is_dir():
            inside = sorted(each for each in path.iterdir() if each.suffix.lower() in _BOOKS)
            paths.update(dict.fromkeys(each for each in inside if not each.name.startswith((".", "~$"))))
        elif not path.exists() and glob.has_magic(word):
            paths.update(dict.fromkeys(map(Path, sorted(glob.glob(str(path))))))
        elif not path.name.startswith("~$"):  # what Excel keeps beside an open workbook
            paths[path] = None
    if not paths:
        raise NotFoundError(
            _("There is no workbook in {words}: check the name.").format(words=shown(" ".join(words[:3])))
        )
    return tuple(paths)


def names(word: str) -> tuple[str, ...]:
    """The names in the file `word`, one a line or in a column of names, or those written with commas between."""
    path = Path(word).expanduser()
    if word and path.suffix.lower() in {*_BOOKS, ".csv", ".txt", ".tsv"} and path.is_file():
        rows = [row.cells for row in reader_files.read(path).rows if any(row.cells)]
        heads = [folded(cell) for cell in rows[0]] if rows else []
        column = next((at for at, head in enumerate(heads) if head in form_table.OWNERS), None)
        found = [row[column or 0] for row in rows[column is not None :] if len(row) > (column or 0)]
    elif word and path.suffix.lower() in {*_BOOKS, ".csv", ".txt", ".tsv"}:
        raise BadFileError(_("There is no file {path}: check the name.").format(path=shown(word)))
    else:
        found = word.replace("，", ",").replace("、", ",").replace("\n", ",").split(",")
    return tuple(dict.fromkeys(filter(None, (each.strip() for each in found))))


def run(app: App, paths: Sequence[Path], target: Path, wanted: tuple[str, ...]) -> tuple[Refused, ...]:
    """Combine `paths` into `target`, and say what was found; answers the files left out, harmless ones not counted."""
    app.refuse_own(target)
    if not target.parent.is_dir():
        raise CannotWriteError(
            _("Cannot write {path}: the folder does not exist: make it first.").format(
                path=shown(str(target))
            )
        )
    with closing(Spool()) as spool:
        files, refused = _read(app, paths, spool)
        files, others = _alike(tuple(_named(each, wanted) for each in files))
        refused += others
        if not files:
            raise BadFileError(_nothing(refused))
        columns = export.columns(_wanted(app))
        whole = Combined(Came(files, tuple(refused), wanted, spool.lines, columns))
        harmless = {each.file for each in refused if each.harmless}
        inputs = [path for path, name in _called(paths).items() if name not in harmless]
        with app.file_out(target, *inputs, masked=None) as file, _working(app, _("Writing")):
            excel.write(file, pages.sheets(whole, app.today, app.recorded_at), _properties(app))
    _combine_answer.say(app, whole, target)
    return tuple(each for each in refused if not each.harmless)


def _read(app: App, paths: Sequence[Path], spool: Spool) -> tuple[tuple[Sent, ...], list[Refused]]:
    known = _known(app)
    files: list[Sent] = []
    refused: list[Refused] = []
    called = _called(paths)
    bar = terminal.progress()
    bar.disable = bar.disable or app.quiet
    with bar:
        for path in bar.track(paths, description=_("Reading")):
            try:
                files.append(replace(reader.read(path, known, spool), file=called[path]))
            except reader.TeamFileError as error:
                refused.append(Refused(called[path], str(error), harmless=True))
            except BadFileError as error:
                refused.append(Refused(called[path], str(error).rstrip("。.")))
    return tuple(files), refused


def _called(paths: Sequence[Path]) -> dict[Path, str]:
    """What each file is called: its name, and its folders too where others have the same."""
    count = Counter(path.name for path in paths)
    return {path: path.name if count[path.name] == 1 else str(path) for path in paths}


def _named(sent: Sent, wanted: Sequence[str]) -> Sent:
    """`sent` with the one name of those wanted that its file is called by, where it doesn't say whose it is."""
    stem = Path(sent.file).stem
    if sent.owner != stem:
        return sent
    fit = [each for each in wanted if team.same_name(each) in team.same_name(sent.file)]
    return replace(sent, owner=fit[0]) if len(fit) == 1 else sent


def _alike(files: tuple[Sent, ...]) -> tuple[tuple[Sent, ...], list[Refused]]:
    """Those files that are of one kind, and the others refused."""
    form, others = team.same_kind(files)
    reason = (
        _("it is another form than the others: combine its kind by itself")
        if form
        else _("it has no hidden last column, so it is no export like the others: ask for the export anew")
    )
    export_reason = _("it is an export and the others are forms: combine exports by themselves")
    refused = [Refused(each.file, reason if each.form else export_reason) for each in others]
    return tuple(each for each in files if each.form == form), refused


def _nothing(refused: Sequence[Refused]) -> str:
    return _("No file could be combined, nothing was written: {files}.").format(
        files=_("; ").join(f"{shown(each.file)}: {each.reason}" for each in refused[:_FEW])
    )


def _known(app: App) -> reader.Known:
    """The columns of exports by their headings in both languages, and the names of their sheets."""
    spoken, columns, titles = i18n.language(), dict[str, dict[str, str]](), set[str]()
    try:
        for language in ("zh", "en"):
            i18n.choose(language)
            titles |= {_("Visits"), _("Clients"), _("Tasks")}
            for sheet, each in export.columns(_wanted(app)).items():
                columns.setdefault(sheet, {}).update((folded(column.label), column.key) for column in each)
    finally:
        i18n.choose(spoken)
    return reader.Known(columns, frozenset(titles))


def _wanted(app: App) -> Wanted:
    return Wanted(periods.of("day", app.today), app.profile, app.today, language=app.language)


@contextmanager
def _working(app: App, words: str) -> Iterator[None]:
    bar = terminal.progress()
    bar.disable = bar.disable or app.quiet
    with bar:
        bar.add_task(words, total=None)
        yield


def _properties(app: App) -> excel.Properties:
    return excel.Properties(
        title=_("The team together"), author=app.settings.owner or "rmtool", subject=app.settings.department,
        created=app.now.astimezone(UTC),
    )  # fmt: skip
