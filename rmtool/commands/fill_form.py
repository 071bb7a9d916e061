"""`fill-form`: the workbook that somebody upstream designed, filled from the log."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from rmtool import paths
from rmtool.app import App
from rmtool.commands import _form
from rmtool.commands import _hiding
from rmtool.commands import _learned_forms
from rmtool.commands import _verified
from rmtool.commands._confirm import confirm
from rmtool.commands._form import Chosen
from rmtool.commands._hiding import Mask
from rmtool.commands._parameters import Json
from rmtool.commands._parameters import OwnerFilter
from rmtool.commands._report import Reason
from rmtool.commands._report import Unmasked
from rmtool.commands._report import needed_reason
from rmtool.domain import form_headers
from rmtool.domain import form_map
from rmtool.domain import form_names
from rmtool.domain import periods
from rmtool.domain.form_checks import Misfit
from rmtool.domain.form_map import Values
from rmtool.domain.forms import Form
from rmtool.domain.forms import cell_name
from rmtool.domain.periods import Period
from rmtool.domain.text import shown
from rmtool.errors import RefusedError
from rmtool.errors import UsageError
from rmtool.i18n import _
from rmtool.i18n import ngettext
from rmtool.readers import form as reader
from rmtool.reports import form as report
from rmtool.reports.owed import Wanted
from rmtool.writers import form as writer
from rmtool.writers import json_text
from rmtool.writers import terminal

HELP = _("""Fill a form: a workbook (.xlsx, .xlsm) that somebody upstream designed. All else in it stays as it is.

Names such as {{ visits_count }} in its cells are filled in; a row with {{ visit.client }} repeats for every
visit. Without names the headings are recognised: see --show, then agree or correct with --set, and keep it
with --learn.

Examples:
  rmtool fill-form weekly.xlsx
  rmtool fill-form weekly.xlsx "last week" -o sent.xlsx
  rmtool fill-form weekly.xlsx --show
  rmtool fill-form weekly.xlsx --set 备注=feedback --learn weekly
  rmtool fill-form --fields""")


def fill_form(
    app: App,
    form: Annotated[Path | None, typer.Argument(metavar=_("FORM"), help=_("The empty form."))] = None,
    period: Annotated[
        str,
        typer.Argument(
            metavar=_("PERIOD"), help=_("Such as 2026-W48; what the form's title says by default.")
        ),
    ] = "",
    output: Annotated[
        str,
        typer.Option("-o", "--output", metavar=_("FILE"), help=_("The filled form; FORM-PERIOD by default.")),
    ] = "",
    show: Annotated[bool, typer.Option("--show", help=_("Only show what goes where, cell by cell."))] = False,
    learn: Annotated[
        str, typer.Option(metavar=_("NAME"), help=_("Keep what goes where: the form is known from then on."))
    ] = "",
    known_as: Annotated[
        str, typer.Option("--as", metavar=_("NAME"), help=_("Fill it as the form learned by that name."))
    ] = "",
    set: Annotated[
        list[str] | None,
        typer.Option(
            "--set",
            metavar=_("HEADING=NAME"),
            help=_("What goes under a heading, or into a cell; may be repeated."),
        ),
    ] = None,
    fields: Annotated[
        bool, typer.Option("--fields", help=_("List the names that a form may ask for."))
    ] = False,
    owner: OwnerFilter = "",
    mask: Mask = "",
    unmasked: Unmasked = False,
    reason: Reason = "",
    skip_bad: Annotated[
        bool, typer.Option("--skip-bad", help=_("Leave cells empty whose value the form does not take."))
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help=_("Fill it as recognised, without asking."))] = False,
    json: Json = False,
) -> None:
    """Fill the form, or show what would go where."""
    if fields:
        _list_fields(app, json=json)
        return
    if form is None:
        raise UsageError(_("Name the form: `rmtool fill-form FORM.xlsx`."))
    found = reader.read(form)
    when = periods.parse_period(period, app.today, form_headers.kind_of(found) or "week")
    # Whoever reads a form reads the language it is printed in.
    voice = report.Voice(
        _verified.profile(app),
        app.settings,
        form_headers.language_of(found),
        _hiding.chosen(app, mask, unmasked=unmasked),
    )
    values = _values(app, Wanted("form", when, app.now, owner.strip()), voice)
    chosen = _form.choose(app, found, values, known_as, set or ())
    if show:
        _show(app, found, chosen, values, json=json)
        return
    target = _target(found, output, when)
    if chosen.guessed and not learn:
        confirm(_question(chosen), yes=yes)
    if learn:
        _check_learning(chosen, learn)
    fills, misfits = _form.checked(found, chosen.map, values)
    if misfits and not skip_bad:
        raise RefusedError(
            _(
                "The form does not take some values: {some}. Correct them, or leave those cells empty with --skip-bad."
            ).format(some=_form.told(misfits))
        )
    why = needed_reason(reason, unmasked=unmasked)
    with app.file_out(target, found.path, masked=not unmasked, reason=why) as file:
        writer.fill(found, file, fills)
    if learn:
        _learn(app, found, chosen, learn)
    _answer(app, target, chosen, values, misfits)


def _values(app: App, wanted: Wanted, voice: report.Voice) -> Values:
    with app.look() as db:
        return report.values(db, wanted, voice, app.calendar)


def _target(form: Form, output: str, when: Period) -> Path:
    suffix = form.path.suffix
    if not output:
        return Path(f"{form.path.stem}-{when.key}{suffix}")
    target = Path(output).expanduser()
    if target.suffix.lower() != suffix.lower():
        raise UsageError(
            _("The filled form must end in {suffix} as the form does: {path}.").format(
                suffix=suffix, path=shown(output)
            )
        )
    return target


def _question(chosen: Chosen) -> str:
    columns = sum(len(each.columns) for each in chosen.map.blocks)
    cells = sum(map(len, chosen.map.cells.values()))
    return _(
        "The form is new: {columns} columns and {cells} cells were recognised by what is printed there; --show tells which. Fill it so?"
    ).format(columns=columns, cells=cells)


def _check_learning(chosen: Chosen, name: str) -> None:
    _learned_forms.check_name(name)
    if not chosen.guessed:
        raise UsageError(
            _("The form is known as {name}.").format(name=chosen.name)
            if chosen.name
            else _("The form says itself what goes where: there is nothing to learn.")
        )


def _learn(app: App, form: Form, chosen: Chosen, name: str) -> None:
    file = paths.make_private(_form.folder(app)) / f"{name}.toml"
    with paths.whole_file(file) as out:
        out.write(_learned_forms.saved(form, chosen.map).encode())
    app.say(
        _("The form is known as {name} from now on; {path} can be changed by hand.").format(
            name=name, path=file
        )
    )


def _show(app: App, form: Form, chosen: Chosen, values: Values, *, json: bool) -> None:
    found = list(_form.lines(form, chosen.map, values))
    if json:
        app.show(json_text.array(map(json_text.record, found)))
        return
    several = len({each.sheet for each in found}) > 1
    headings = (_("Cell"), _("Printed there"), _("Goes in"), _("Example"))
    rows: Sequence[Sequence[str]] = [
        (
            f"{each.sheet}!{each.cell}" if several else each.cell,
            each.heading,
            each.name or _("nothing is known"),
            each.example,
        )
        for each in found
    ]
    app.show(terminal.table(headings, rows))


def _list_fields(app: App, *, json: bool) -> None:
    own = [name for name, _words in _form.own_words(app)]
    names = [*form_names.FACTS, *form_names.MORE_FACTS]
    names += [
        f"{which}.{each}" for which, some in form_names.LISTS.items() for each in (*some, form_names.INDEX)
    ]
    names += [f"visit.{each}" for each in own]
    if json:
        app.show(json_text.array({"name": each} for each in names))
        return
    for each in names:
        app.show("{{ " + each + " }}")


def _answer(app: App, target: Path, chosen: Chosen, values: Values, misfits: Sequence[Misfit]) -> None:
    counts = {each.list: len(values.lists.get(each.list, ())) for each in chosen.map.blocks}
    said = _(", ").join(_counted(name, number) for name, number in counts.items())
    app.say(
        _("Wrote {path}: {counts}.").format(path=shown(str(target)), counts=said)
        if said
        else _("Wrote {path}.").format(path=shown(str(target)))
    )
    if chosen.map.unplaced:
        some = _(", ").join(
            f"{shown(text)} ({cell_name(place)})" for _part, place, text in chosen.map.unplaced
        )
        app.say(
            _(
                "Left empty, as nothing is known for them: {some}. --set HEADING=NAME says what goes there."
            ).format(some=some)
        )
    if misfits:
        app.say(
            _("Left empty, as the form does not take the value: {some}.").format(some=_form.told(misfits))
        )
    asked = {
        name
        for cells in chosen.map.cells.values()
        for text in cells.values()
        for name in form_map.names_in(text)
    }
    for name in ("owner", "department"):
        if name in asked and not values.facts.get(name):
            app.say(_("{name} is empty: set it with `rmtool config {name} ...`.").format(name=name))


def _counted(name: str, number: int) -> str:
    words = {
        "visit": lambda n: ngettext("{n} visit", "{n} visits", n),
        "client": lambda n: ngettext("{n} client", "{n} clients", n),
        "deal": lambda n: ngettext("{n} deal", "{n} deals", n),
        "note": lambda n: ngettext("{n} note", "{n} notes", n),
        "plan": lambda n: ngettext("{n} planned", "{n} planned", n),
    }
    return words.get(name, lambda n: ngettext("{n} task", "{n} tasks", n))(number).format(n=number)
