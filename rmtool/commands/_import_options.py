"""The options of `import-clients` and `import-visits`, each worded once."""

from pathlib import Path
from typing import Annotated

import typer

from rmtool.i18n import _

File = Annotated[Path, typer.Argument(metavar=_("FILE"), help=_("The file to read."))]
Map = Annotated[
    Path | None,
    typer.Option("--map", metavar=_("FILE"), help=_("A TOML file that says which column is what.")),
]
Set = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        metavar=_("FIELD=TEXT"),
        help=_("A field for every row: text, {Column}, {3}, {row}; may be repeated."),
    ),
]
NoHeader = Annotated[
    bool, typer.Option("--no-header", help=_("The first row is data: name columns by number."))
]
Sheet = Annotated[
    str,
    typer.Option(
        "--sheet", metavar=_("NAME"), help=_("The sheet; the first that holds anything by default.")
    ),
]
Encoding = Annotated[
    str,
    typer.Option("--encoding", metavar=_("NAME"), help=_("The encoding, where it is not UTF-8 or GB18030.")),
]
SaveMap = Annotated[
    Path | None, typer.Option("--save-map", metavar=_("FILE"), help=_("Keep the mapping used for --map."))
]
DryRun = Annotated[bool, typer.Option("--dry-run", help=_("Show what would happen; write nothing."))]
SkipBad = Annotated[
    bool, typer.Option("--skip-bad", help=_("Take the good rows even if others are rejected."))
]
