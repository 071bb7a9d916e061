"""`add-client-day`: a day of a client's own that comes every year."""

from datetime import date
from typing import Annotated

import typer

from rmtool.app import App
from rmtool.commands._parameters import ClientWord
from rmtool.commands._parameters import Force
from rmtool.domain import birthdays
from rmtool.domain import care
from rmtool.domain import dates
from rmtool.domain import festivals
from rmtool.domain.greetings import ClientDay
from rmtool.domain.text import fold
from rmtool.domain.text import one_line
from rmtool.domain.text import shown
from rmtool.errors import RefusedError
from rmtool.errors import UsageError
from rmtool.i18n import _
from rmtool.store import client_days

HELP = _("""Add a day of a client's own: a firm's founding, a wedding day. `rmtool care` tells when it comes up.

Examples:
  rmtool add-client-day 华星 公司成立日 2008-06-18
  rmtool add-client-day 张三 "wedding day" 10-02
  rmtool add-client-day 12 结婚纪念日 八月初六 --lunar""")


def add_client_day(
    app: App,
    client: ClientWord,
    name: Annotated[str, typer.Argument(metavar=_("NAME"), help=_("What the day is called."))],
    day: Annotated[
        str,
        typer.Argument(metavar=_("DATE"), help=_("2008-06-18, or 06-18 where the year is not known.")),
    ],
    lunar: Annotated[bool, typer.Option("--lunar", help=_("The day is one of the lunar calendar."))] = False,
    force: Force = False,
) -> None:
    """Store the day."""
    called = one_line(name, _("the name"), 50)
    if festivals.known(called) or fold(called) in map(fold, care.BIRTHDAY_WORDS):
        raise UsageError(
            _(
                "{name} is known already: birthdays belong to a client or contact, festivals to everybody."
            ).format(name=shown(called))
        )
    kept = birthdays.parse_yearly(day, lunar)
    with app.change() as db:
        found = app.client(db, client)
        if not force and any(fold(each.name) == fold(called) for each in client_days.of(db, found.number)):
            raise RefusedError(
                _(
                    "{client} has a day {name} already: remove it with `rmtool remove-client-day`, or --force."
                ).format(client=shown(found.name), name=shown(called))
            )
        client_days.add(db, ClientDay(found.number, called, kept, lunar), app.recorded_at)
    when = birthdays.upcoming(kept, lunar, app.today, 800)
    app.say(
        _("Added the day {name} of {client}: next on {day}.").format(
            name=shown(called), client=shown(found.name), day=_next(when, app.language)
        )
    )


def _next(when: date | None, language: str) -> str:
    return dates.show_day(when, language) if when else "-"
