"""The parameters of the commands about visits, each worded once."""

from typing import Annotated

import typer

from rmtool.i18n import _

Number = Annotated[int, typer.Argument(metavar="N", min=1, help=_("The visit's number."))]
Minutes = Annotated[
    int | None, typer.Option("--minutes", min=0, max=1440, metavar="N", help=_("How long it took."))
]
KindOrNone = Annotated[
    str | None,
    typer.Option(
        "--kind",
        metavar=_("KIND"),
        help=_("visit, call, reception, return-visit, meeting, message or check."),
    ),
]
With = Annotated[
    list[str] | None, typer.Option("--with", metavar=_("NAME"), help=_("Who was there; may be repeated."))
]
Product = Annotated[
    list[str] | None,
    typer.Option("--product", metavar=_("NAME"), help=_("A product talked about; may be repeated.")),
]
Field = Annotated[
    list[str] | None,
    typer.Option(
        "--field",
        metavar=_("KEY=VALUE"),
        help=_("A field of the profile or of your own; may be repeated."),
    ),
]
Measure = Annotated[
    list[str] | None,
    typer.Option(
        "--measure",
        metavar=_("KEY=NUMBER"),
        help=_("A number to keep, such as stock=120; may be repeated."),
    ),
]
