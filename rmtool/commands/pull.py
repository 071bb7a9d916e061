"""`pull`: take back a workbook that `export` wrote and somebody edited."""

import sqlite3
from pathlib import Path
from typing import Annotated

import typer

from rmtool.app import App
from rmtool.commands import _pull
from rmtool.commands._confirm import confirm
from rmtool.commands._parameters import Json
from rmtool.commands._parameters import Yes
from rmtool.commands._pull import Found
from rmtool.domain.pull import Edit
from rmtool.domain.text import shown
from rmtool.errors import BadFileError
from rmtool.errors import RefusedError
from rmtool.i18n import _
from rmtool.i18n import ngettext
from rmtool.readers import returned
from rmtool.writers import json_text
from rmtool.writers import terminal

HELP = _("""Take back a workbook that `rmtool export` wrote and somebody edited: show what differs, then store it.

Rows are known by the hidden last column: they may be sorted, and columns renamed. What the store changed
too since the export is a clash and is refused. Asks first on a terminal; elsewhere it needs --yes.

Examples:
  rmtool pull rmtool-export-2026-W48.xlsx
  rmtool pull edited.xlsx --yes
  rmtool pull edited.xlsx --yes --skip-clashes --deletions""")


def pull(
    app: App,
    file: Annotated[Path, typer.Argument(metavar=_("FILE"), help=_("The .xlsx file that came back."))],
    yes: Yes = False,
    skip_clashes: Annotated[
        bool, typer.Option("--skip-clashes", help=_("Take the rest where the store has newer values."))
    ] = False,
    deletions: Annotated[
        bool,
        typer.Option("--deletions", help=_("Also delete visits, and archive clients, whose rows are gone.")),
    ] = False,
    json: Json = False,
) -> None:
    """Show the differences; store them, all or none."""
    sheets = returned.read(file)
    with app.look() as db:
        found = _pull.find(app, db, sheets)
    if json:
        app.show(json_text.array(map(json_text.record, found.edits)))
    else:
        _show(app, found)
    wanted = _wanted(found, deletions=deletions)
    _refuse(found, skip_clashes=skip_clashes)
    if not wanted:
        app.say(_("Nothing is to be taken from {path}.").format(path=shown(str(file))))
        return
    if json and not yes:
        return
    confirm(_("Take these changes ({count})?").format(count=len(wanted)), yes=yes)
    with app.change() as db:
        # Asked anew: whatever was stored while the question stood is seen.
        found = _pull.find(app, db, sheets)
        _refuse(found, skip_clashes=skip_clashes)
        _store(db, found, deletions=deletions)
    _answer(app, _wanted(found, deletions=deletions))


def _wanted(found: Found, *, deletions: bool) -> tuple[Edit, ...]:
    gone = found.of("deleted") if deletions and found.deletions else ()
    return (*found.of("changed", "added"), *gone)


def _refuse(found: Found, *, skip_clashes: bool) -> None:
    """Refuse what can't be right, and clashes; raises BadFileError and RefusedError."""
    wrong, clashes = found.of("wrong"), found.of("clash")
    if wrong:
        first = wrong[0]
        raise BadFileError(
            ngettext(
                "{count} difference can't be taken, so nothing was: {cell}: {why}",
                "{count} differences can't be taken, so nothing was; the first: {cell}: {why}",
                len(wrong),
            ).format(count=len(wrong), cell=f"{shown(first.sheet)}!{first.cell}", why=first.why)
        )
    if clashes and not skip_clashes:
        raise RefusedError(
            _(
                "Nothing was taken: the store has newer values where cells were edited too ({count}), the first {cell}."
                " Take the rest with --skip-clashes."
            ).format(count=len(clashes), cell=f"{shown(clashes[0].sheet)}!{clashes[0].cell}")
        )


def _store(db: sqlite3.Connection, found: Found, *, deletions: bool) -> None:
    for step in (*found.later, *(found.deletions if deletions else ())):
        step(db)


def _show(app: App, found: Found) -> None:
    if found.edits:
        headings = (_("What"), _("Where"), _("Whose"), _("Column"), _("Was and is"))
        app.show(terminal.table(headings, _pull.rows(tuple(found.edits)), wrap=_("Was and is")))
    if found.moved:
        app.say(_("Rows in another order: {count}; that is no difference.").format(count=found.moved))
    if found.columns:
        app.say(
            _("Columns that are not from the export, left alone: {names}.").format(
                names=_(", ").join(map(shown, dict.fromkeys(found.columns)))
            )
        )
    if found.of("fixed"):
        app.say(_("Some columns say what rmtool counts or knows by itself: edits there are left alone."))
    if found.of("deleted"):
        app.say(
            _(
                "Rows are gone from the file: --deletions deletes such visits and archives such clients; tasks stay."
            )
        )


def _answer(app: App, taken: tuple[Edit, ...]) -> None:
    cells = sum(each.state == "changed" for each in taken)
    rows = sum(each.state == "added" for each in taken)
    gone = sum(each.state == "deleted" for each in taken)
    app.say(
        _("Taken: cells changed {cells}, rows added {rows}, rows gone {gone}.").format(
            cells=cells, rows=rows, gone=gone
        )
    )
