"""The options of `add-client` and `edit-client`, each worded once."""

from typing import Annotated

import typer

from rmtool.i18n import _

Phone = Annotated[
    list[str] | None,
    typer.Option("--phone", metavar=_("PHONE"), help=_("A phone number, or - to be asked; may be repeated.")),
]
Email = Annotated[
    list[str] | None,
    typer.Option("--email", metavar=_("EMAIL"), help=_("An e-mail address; may be repeated.")),
]
Wechat = Annotated[str | None, typer.Option("--wechat", metavar=_("ID"), help=_("The WeChat id."))]
Tier = Annotated[
    str | None, typer.Option("--tier", metavar=_("TIER"), help=_("The class of client: A, B, C or D."))
]
Stage = Annotated[
    str | None, typer.Option("--stage", metavar=_("STAGE"), help=_("prospect, active, dormant or lost."))
]
Industry = Annotated[str | None, typer.Option("--industry", metavar=_("TEXT"), help=_("The industry."))]
Area = Annotated[str | None, typer.Option("--area", metavar=_("TEXT"), help=_("The area."))]
Route = Annotated[str | None, typer.Option("--route", metavar=_("TEXT"), help=_("The route it lies on."))]
Address = Annotated[str | None, typer.Option("--address", metavar=_("TEXT"), help=_("The address."))]
Source = Annotated[str | None, typer.Option("--source", metavar=_("TEXT"), help=_("Which way it came."))]
ReferredBy = Annotated[
    str | None, typer.Option("--referred-by", metavar=_("CLIENT"), help=_("The client who brought it."))
]
Birthday = Annotated[
    str | None,
    typer.Option("--birthday", metavar=_("DATE"), help=_("1985-03-12 or 03-12; with --lunar also 八月十五.")),
]
Lunar = Annotated[bool, typer.Option("--lunar", help=_("The birthday is one of the lunar calendar."))]
LunarOrNot = Annotated[
    bool | None,
    typer.Option("--lunar/--no-lunar", help=_("The birthday is one of the lunar calendar, or is none.")),
]
IdNumber = Annotated[
    str | None,
    typer.Option("--id-number", metavar=_("NUMBER"), help=_("The identity number, or - to be asked.")),
]
Uscc = Annotated[
    str | None,
    typer.Option("--uscc", metavar=_("CODE"), help=_("The unified social credit code, or - to be asked.")),
]
Every = Annotated[
    str | None,
    typer.Option(
        "--every",
        metavar=_("CADENCE"),
        help=_("Its own cadence, such as 10wd, 30d or 2/week, before its tier's."),
    ),
]
Remark = Annotated[str | None, typer.Option("--remark", metavar=_("TEXT"), help=_("Anything else."))]
Field = Annotated[
    list[str] | None,
    typer.Option(
        "--field", metavar=_("KEY=VALUE"), help=_("A field of the profile or of your own; may be repeated.")
    ),
]
