"""`add-contact`: a person at a client."""

from typing import Annotated

import typer

from rmtool.app import App
from rmtool.commands import _client_options as options
from rmtool.commands import _contact_form
from rmtool.commands._parameters import ClientWord
from rmtool.commands._parameters import Force
from rmtool.domain.clients import Contact
from rmtool.domain.text import fold
from rmtool.domain.text import shown
from rmtool.errors import RefusedError
from rmtool.i18n import _
from rmtool.store import contacts

HELP = _("""Add a person at a client. From then on the person's name finds the client too.

Examples:
  rmtool add-contact 华星 陈波 --role 财务总监 --phone 13900139000
  rmtool add-contact 12 "Chen Bo" --likes tea --taboos "no calls on Monday"
  rmtool add-contact 12 陈波 --birthday 八月十五 --lunar""")


def add_contact(
    app: App,
    client: ClientWord,
    name: Annotated[str, typer.Argument(metavar=_("NAME"), help=_("The person's full name."))],
    role: _contact_form.Role = None,
    phone: _contact_form.Phone = None,
    birthday: options.Birthday = None,
    lunar: options.Lunar = False,
    likes: _contact_form.Likes = None,
    taboos: _contact_form.Taboos = None,
    remark: options.Remark = None,
    force: Force = False,
) -> None:
    """Store a new contact."""
    words = _contact_form.Words(name, role, phone, birthday, lunar, likes, taboos, remark)
    with app.look() as db:
        found = app.client(db, client)
    wanted = _contact_form.contact(app, words, Contact(client=found.number, name=""))
    with app.change() as db:
        for each in contacts.of(db, found.number):
            if fold(each.name) == fold(wanted.name) and not force:
                raise RefusedError(
                    _(
                        "{name} is a contact of {client} already, with number {number}: use `rmtool edit-contact`, or --force."
                    ).format(name=shown(wanted.name), client=shown(found.name), number=each.number)
                )
        number = contacts.add(db, wanted, app.recorded_at)
    app.say(
        _("Added contact {number} at {client}: {name}.").format(
            number=number, client=shown(found.name), name=shown(wanted.name)
        )
    )
