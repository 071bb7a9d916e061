"""`greetings`: a text for each client, addressed rightly, and nobody twice."""

from sqlite3 import Connection
from typing import Annotated

import typer

from rmtool.app import App
from rmtool.commands import _greetings
from rmtool.commands._parameters import Json
from rmtool.commands._parameters import OwnerFilter
from rmtool.domain import dates
from rmtool.domain.greetings import Greeting
from rmtool.domain.text import one_line
from rmtool.errors import UsageError
from rmtool.i18n import _
from rmtool.i18n import ngettext
from rmtool.reports import greetings as report
from rmtool.store import greetings as store

HELP = _("""Make a text for each client for a festival, birthday, or a day of clients' own, addressed as 张总 or 李女士.

Left out are the archived, dormant and lost, those with a taboo against it, and those greeted already. A file is for the
message platform and holds phones whole; on the screen they are masked. --sent keeps that the texts were sent today.

Examples:
  rmtool greetings 中秋
  rmtool greetings 春节 --tier A -o spring.xlsx --sent --gift 茶叶
  rmtool greetings birthday --days 7""")


def greetings(
    app: App,
    occasion: Annotated[
        str, typer.Argument(metavar=_("OCCASION"), help=_("A festival, birthday, or the name of an own day."))
    ],
    client: Annotated[
        list[str] | None,
        typer.Option("--client", metavar=_("CLIENT"), help=_("Only this client; may be repeated.")),
    ] = None,
    tier: Annotated[
        list[str] | None,
        typer.Option("--tier", metavar=_("TIER"), help=_("Only this tier; may be repeated.")),
    ] = None,
    stage: Annotated[str, typer.Option(metavar=_("STAGE"), help=_("Only this stage."))] = "",
    owner: OwnerFilter = "",
    days: Annotated[
        int,
        typer.Option(
            "--days", metavar="N", min=1, max=366, help=_("For birthdays and own days: how many days ahead.")
        ),
    ] = 7,
    year: Annotated[
        int | None,
        typer.Option(
            "--year", metavar=_("YEAR"), help=_("The year of the festival; the next one by default.")
        ),
    ] = None,
    template: Annotated[
        str,
        typer.Option(
            "--template",
            metavar=_("TEMPLATE"),
            help=_("A text of your own: its name in templates/greetings, or a file."),
        ),
    ] = "",
    format: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="text|csv|xlsx|json",
            help=_("The format, where the file's name doesn't say it."),
        ),
    ] = "",
    output: Annotated[
        str,
        typer.Option(
            "-o",
            "--output",
            metavar=_("FILE"),
            help=_("Write FILE for the message platform; - is standard output."),
        ),
    ] = "",
    sent: Annotated[bool, typer.Option("--sent", help=_("Keep that they were sent today."))] = False,
    gift: Annotated[
        str,
        typer.Option(
            "--gift", metavar=_("TEXT"), help=_("The gift that goes with it; who got the same is left out.")
        ),
    ] = "",
    again: Annotated[
        bool, typer.Option("--again", help=_("Also those greeted already, or given the same before."))
    ] = False,
    unmasked: Annotated[
        bool, typer.Option("--unmasked", help=_("Show phones whole on the screen too."))
    ] = False,
    json: Json = False,
) -> None:
    """Make the texts, put them out, and keep that they were sent if it is said."""
    if json and format not in ("", "json"):
        raise UsageError(_("--json and --format contradict each other: leave one out."))
    target = _greetings.target("json" if json else format, output, template, unmasked=unmasked)
    given = one_line(gift, "--gift", optional=True)
    tiers = tuple(app.profile.choose("tiers", each) for each in tier or ())
    one_stage = app.profile.choose("stages", stage) if stage else ""
    if gift and not given:
        raise UsageError(_("--gift is empty: say what it is, or leave it out."))
    with app.change() if sent else app.look() as db:
        about = _greetings.occasion(app, db, occasion, days, year)
        wanted = report.Wanted(
            about.key, about.first, about.days, about.festival, _numbers(app, db, client), tiers, one_stage,
            owner.strip(), given, again,
        )  # fmt: skip
        chosen = report.chosen(db, wanted)
        rows = _greetings.texts(app, about, chosen, template, given)
        if rows or target.format == "json":
            _greetings.put(app, about, rows, target)
        if sent:
            for each, text in rows:
                store.add(
                    db,
                    Greeting(
                        each.client, about.key, each.day, app.today.isoformat(), text, given, each.contact or None,
                        app.settings.owner,
                    ),
                    app.recorded_at,
                )  # fmt: skip
    _tell(app, about, len(rows))
    _greetings.say(app, chosen, rows, target)
    if sent and rows:
        app.say(
            ngettext("Kept as sent today: {n}.", "Kept as sent today: {n}.", len(rows)).format(n=len(rows))
        )


def _numbers(app: App, db: Connection, words: list[str] | None) -> tuple[int, ...]:
    return tuple(app.client(db, word).number for word in words or ())


def _tell(app: App, about: _greetings.Occasion, number: int) -> None:
    if about.festival is not None:
        said = ngettext("{occasion}, {day}: {n} text.", "{occasion}, {day}: {n} texts.", number)
    else:
        said = ngettext("{occasion}, {days} days from {day}: {n} text.", "{occasion}, {days} days from {day}: {n} texts.", number)  # fmt: skip
    day = dates.show_day(about.first, app.language)
    app.say(said.format(occasion=about.label, day=day, days=about.days, n=number))
