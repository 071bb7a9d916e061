"""`edit-contact`: change what is kept of a contact."""

from typing import Annotated

import typer

from rmtool.app import App
from rmtool.commands import _client_options as options
from rmtool.commands import _contact_form
from rmtool.commands._parameters import ClientWord
from rmtool.domain.text import shown
from rmtool.errors import UsageError
from rmtool.i18n import _
from rmtool.store import contacts

HELP = _("""Change what is kept of a contact. What is not named stays; an empty text clears it.

Examples:
  rmtool edit-contact 华星 陈波 --role 总经理
  rmtool edit-contact 12 chenbo --taboos "no calls on Monday"
  rmtool edit-contact 12 陈波 --phone "" """)


def edit_contact(
    app: App,
    client: ClientWord,
    contact: _contact_form.ContactWord,
    name: Annotated[str | None, typer.Option(metavar=_("NAME"), help=_("The person's full name."))] = None,
    role: _contact_form.Role = None,
    phone: _contact_form.Phone = None,
    birthday: options.Birthday = None,
    lunar: options.LunarOrNot = None,
    likes: _contact_form.Likes = None,
    taboos: _contact_form.Taboos = None,
    remark: options.Remark = None,
) -> None:
    """Put what was named in the place of what was there."""
    words = _contact_form.Words(name, role, phone, birthday, lunar, likes, taboos, remark)
    if words == _contact_form.Words():
        raise UsageError(_("Nothing to change: name at least one option, see `rmtool edit-contact --help`."))
    with app.look() as db:
        found = app.client(db, client)
    with app.change() as db:
        wanted = _contact_form.contact(app, words, contacts.find(db, found.number, contact))
        contacts.set(db, wanted)
    app.say(
        _("Changed contact {number} at {client}: {name}.").format(
            number=wanted.number, client=shown(found.name), name=shown(wanted.name)
        )
    )
