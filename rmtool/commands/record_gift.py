"""`record-gift`: what gift a client was given."""

from typing import Annotated

import typer

from rmtool.app import App
from rmtool.commands import _greetings
from rmtool.commands._parameters import ClientWord
from rmtool.domain import care
from rmtool.domain import dates
from rmtool.domain import festivals
from rmtool.domain.greetings import Greeting
from rmtool.domain.text import one_line
from rmtool.domain.text import shown
from rmtool.errors import RefusedError
from rmtool.errors import UsageError
from rmtool.i18n import _
from rmtool.store import contacts
from rmtool.store import greetings as store

HELP = _("""Keep what gift a client was given. The same as this year or the year before is refused.

Examples:
  rmtool record-gift 华星 茶叶 --occasion 中秋 --contact 陈波
  rmtool record-gift 张三 "a book" --on yesterday""")


def record_gift(
    app: App,
    client: ClientWord,
    gift: Annotated[str, typer.Argument(metavar=_("GIFT"), help=_("What it was."))],
    occasion: Annotated[
        str, typer.Option(metavar=_("OCCASION"), help=_("A festival, birthday, or the name of an own day."))
    ] = "",
    contact: Annotated[
        str, typer.Option(metavar=_("CONTACT"), help=_("Who got it; the client by default."))
    ] = "",
    on: Annotated[
        str, typer.Option("--on", metavar=_("DATE"), help=_("The day it was given; today by default."))
    ] = "",
    again: Annotated[bool, typer.Option("--again", help=_("Even if it is the same as before."))] = False,
) -> None:
    """Store the gift."""
    what = one_line(gift, _("the gift"))
    given = dates.parse_day(on, app.today, "back") if on else app.today
    if given > app.today:
        raise UsageError(
            _("{day} is still to come: record a gift once it is given.").format(day=given.isoformat())
        )
    with app.change() as db:
        found = app.client(db, client)
        person = contacts.find(db, found.number, contact).number if contact else 0
        about = _greetings.occasion(app, db, occasion, 1, None) if occasion else None
        before = care.same_gift(
            store.gifts(db, f"{given.year - 1}-01-01").get(found.number, ()), person, what
        )
        if before is not None and not again:
            raise RefusedError(
                _("{client} got {gift} on {day} already: choose another gift, or add --again.").format(
                    client=shown(before.contact_name or found.name),
                    gift=shown(before.gift),
                    day=before.sent_on,
                )
            )
        day = festivals.next_day(about.festival, given) if about and about.festival else given
        store.add(
            db,
            Greeting(
                found.number, about.key if about else "", day.isoformat(), given.isoformat(), "", what,
                person or None, app.settings.owner,
            ),
            app.recorded_at,
        )  # fmt: skip
    app.say(
        _("Kept: {client} was given {gift} on {day}.").format(
            client=shown(found.name), gift=shown(what), day=dates.show_day(given, app.language)
        )
    )
