"""`combine`: many people's exports or filled forms in one workbook."""

from pathlib import Path
from typing import Annotated

import typer

from rmtool.app import App
from rmtool.commands import _combine
from rmtool.domain.text import shown
from rmtool.errors import BadFileError
from rmtool.errors import UsageError
from rmtool.i18n import _

HELP = _("""Put many people's exports, or forms filled from one form, into one workbook.

Every row says whose it is and from which file. It says who is missing, which clients
several people log, and which cells don't fit. Nothing of your own store is read.

Examples:
  rmtool combine *.xlsx -o team.xlsx
  rmtool combine week48/ -o team.xlsx --names people.txt
  rmtool combine 王敏.xlsx 李雷.xlsx -o team.xlsx --names 王敏,李雷,韩梅""")


def combine(
    app: App,
    files: Annotated[
        list[str], typer.Argument(metavar=_("FILE..."), help=_("Workbooks, or a folder of them."))
    ],
    output: Annotated[
        str, typer.Option("--output", "-o", metavar=_("FILE"), help=_("The workbook to write: .xlsx."))
    ] = "",
    names: Annotated[
        str,
        typer.Option(
            metavar=_("NAMES"),
            help=_("Who is to send one: names with commas between, or a file with one a line."),
        ),
    ] = "",
) -> None:
    """Read all, write one, say what was found; exit 8 if a file was left out.

    The output has no default: where `rm` is the system's own, it stops at -o before it deletes anything.
    """
    if not output:
        raise UsageError(_("Name the workbook to write, as in -o team.xlsx."))
    target = Path(output).expanduser()
    if target.suffix.lower() != ".xlsx":
        raise UsageError(
            _("{path} doesn't end in .xlsx, which is what this writes.").format(path=shown(target.name))
        )
    refused = _combine.run(app, _combine.found(files), target, _combine.names(names))
    if refused:
        raise BadFileError(
            _("{n} left out, the rest is written: {files}.").format(
                n=len(refused), files=_(", ").join(shown(each.file) for each in refused[:5])
            )
        )
