"""What `fill-form` does step by step: which map a form has, what it comes to, what does not pass."""

from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path

from rmtool import paths
from rmtool.app import App
from rmtool.commands import _learned_forms
from rmtool.domain import form_checks
from rmtool.domain import form_headers
from rmtool.domain import form_map
from rmtool.domain import form_names
from rmtool.domain.form_checks import Misfit
from rmtool.domain.form_map import FormMap
from rmtool.domain.form_map import Values
from rmtool.domain.forms import Form
from rmtool.domain.forms import Place
from rmtool.domain.forms import SheetFill
from rmtool.domain.forms import cell_name
from rmtool.domain.forms import parse_cell
from rmtool.domain.headers import folded
from rmtool.domain.tables import text_of
from rmtool.domain.text import shown
from rmtool.errors import UsageError
from rmtool.i18n import _


@dataclass(frozen=True, slots=True)
class Chosen:
    """The map of a form: `guessed` where its headings were recognised and nobody has agreed yet, `name` where it was learned."""

    map: FormMap
    guessed: bool = False
    name: str = ""


def folder(app: App) -> Path:
    """Where the forms learned lie."""
    return paths.home(app.environ) / "forms"


def choose(app: App, form: Form, values: Values, name: str, sets: Sequence[str]) -> Chosen:
    """The map of `form`: its own placeholders, else one that was learned, else what its headings say; then `--set`.

    Raises UsageError and SettingsError.
    """
    if form_map.has_placeholders(form):
        return Chosen(form_map.from_placeholders(form, values))
    known = _learned_forms.load(folder(app), name, form) if name else _learned_forms.find(folder(app), form)
    if known is not None and not sets:
        return Chosen(known.map, name=known.name)
    found = form_headers.proposed(form, own_words(app))
    if not found.blocks and not any(found.cells.values()) and not sets:
        raise UsageError(
            _(
                "{path} has no heading that is known: put names such as {example} into its cells,"
                " or say what goes where with --set."
            ).format(path=shown(form.path.name), example="{{ visit.client }}")
        )
    for word in sets:
        found = _set(found, form, word)
    return Chosen(found, guessed=True)


def own_words(app: App) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The profile's own fields and measures of visits, with the words that mean them."""
    profile = app.profile
    measures = tuple((f"measure.{each.key}", (each.key, each.zh, each.en)) for each in profile.measures)
    return measures + tuple(
        (f"field.{each.key}", (each.key, each.zh, each.en)) for each in profile.visit_fields
    )


def _set(found: FormMap, form: Form, word: str) -> FormMap:
    """`found` with what `HEADING=NAME` or `CELL=NAME` says; no name leaves it empty. Raises UsageError."""
    place, equals, name = (each.strip() for each in word.rpartition("="))
    if not equals or not place:
        raise UsageError(_("--set takes HEADING=NAME or CELL=NAME, not {word}.").format(word=shown(word)))
    cell = parse_cell(place)
    if cell is not None:
        part = form.sheets[0].part
        fact = _known(name, (*form_names.FACTS, *form_names.MORE_FACTS))
        cells = {key: value for key, value in found.cells.get(part, {}).items() if key != cell}
        more = {cell: form_map.placeholder(fact)} if fact else {}
        return replace(found, cells={**found.cells, part: {**cells, **more}})
    blocks = [_set_column(block, place, name) for block in found.blocks]
    if blocks == list(found.blocks) and not any(_columns(block, place) for block in found.blocks):
        heads = [text for block in found.blocks for text in block.heads.values()]
        raise UsageError(
            _("The form has no heading {word}: it has {known}.").format(
                word=shown(place), known=_(", ").join(map(shown, dict.fromkeys(heads)))
            )
        )
    unplaced = tuple(each for each in found.unplaced if folded(each[2]) != folded(place))
    return replace(found, blocks=tuple(blocks), unplaced=unplaced)


def _columns(block: form_map.Block, heading: str) -> list[int]:
    return [column for column, text in block.heads.items() if folded(text) == folded(heading)]


def _set_column(block: form_map.Block, heading: str, name: str) -> form_map.Block:
    wanted = _columns(block, heading)
    if not wanted:
        return block
    columns = {key: value for key, value in block.columns.items() if key not in wanted}
    if name:
        field = name.removeprefix(f"{block.list}.")
        if not field.startswith(("measure.", "field.")):
            field = _known(field, (*form_names.LISTS[block.list], form_names.INDEX))
        columns |= {column: form_map.placeholder(f"{block.list}.{field}") for column in wanted}
    return replace(block, columns=columns)


def _known(name: str, known: Sequence[str]) -> str:
    if name and name not in known:
        near = get_close_matches(name, known, n=1, cutoff=0.5)
        raise UsageError(
            _("There is no {name} to fill in: use {known}.").format(
                name=shown(name), known=near[0] if near else ", ".join(known)
            )
        )
    return name


def checked(form: Form, wanted: FormMap, values: Values) -> tuple[tuple[SheetFill, ...], tuple[Misfit, ...]]:
    """The cells to fill, each fitted to the form's lists, and those whose value the form does not take."""
    sheets = {sheet.part: sheet for sheet in form.sheets}
    misfits: list[Misfit] = []
    made = []
    for fill in form_map.fills(wanted, values):
        cells = dict(fill.cells)
        for place, value in fill.cells.items():
            sheet = sheets[fill.part]
            rule = form_checks.of(sheet, form_map.where(wanted, values, fill.part, place))
            if rule is None:
                continue
            cells[place] = form_checks.fitted(rule, value)
            allowed = form_checks.allowed(rule, cells[place])
            if allowed:
                misfits.append(Misfit(sheet.title, place, str(value), allowed))
                del cells[place]
        made.append(replace(fill, cells=cells))
    return tuple(made), tuple(misfits)


def told(misfits: Sequence[Misfit]) -> str:
    """The first few values that the form does not take, in words."""
    some = [
        _("{cell} takes {allowed}, not {value}").format(
            cell=f"{shown(each.sheet)}!{cell_name(each.place)}",
            allowed=shown(each.allowed),
            value=shown(each.value)[:40],
        )
        for each in misfits[:4]
    ]
    more = [_("{count} more").format(count=len(misfits) - len(some))] if len(misfits) > len(some) else []
    return _("; ").join([*some, *more])


@dataclass(frozen=True, slots=True)
class Line:
    """A line of `--show`: a cell (or the column under it), what is printed there, what goes in, and an example."""

    sheet: str
    cell: str
    heading: str
    name: str
    example: str


def lines(form: Form, wanted: FormMap, values: Values) -> Iterator[Line]:
    """What goes where, cell by cell; headings nothing is known for have no name."""
    sheets = {sheet.part: sheet for sheet in form.sheets}
    for part, cells in wanted.cells.items():
        for place, text in sorted(cells.items()):
            heading = sheets[part].cells.get(place) or _left(sheets[part].cells, place)
            yield _line(sheets[part].title, place, heading, text, values.facts)
    for block in wanted.blocks:
        rows = values.lists.get(block.list, ())
        names = {f"{block.list}.{key}": value for key, value in (rows[0] if rows else {}).items()}
        for column, text in sorted(block.columns.items()):
            place = Place(block.first, column)
            yield _line(
                sheets[block.part].title, place, block.heads.get(column, ""), text, {**values.facts, **names}
            )
    for part, place, text in wanted.unplaced:
        yield Line(sheets[part].title, cell_name(place), text, "", "")


def _left(cells: Mapping[Place, str], place: Place) -> str:
    found = [
        (each, text) for each, text in cells.items() if each.row == place.row and each.column < place.column
    ]
    return max(found)[1] if found else ""


def _line(sheet: str, place: Place, heading: str, text: str, names: form_map.Names) -> Line:
    asked = ", ".join(form_map.names_in(text))
    return Line(sheet, cell_name(place), heading, asked, text_of(form_map.evaluated(text, names)))
