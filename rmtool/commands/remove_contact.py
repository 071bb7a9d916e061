"""`remove-contact`: take a contact out of the store."""

from rmtool.app import App
from rmtool.commands import _confirm
from rmtool.commands import _contact_form
from rmtool.commands._parameters import ClientWord
from rmtool.commands._parameters import Yes
from rmtool.domain.text import shown
from rmtool.i18n import _
from rmtool.store import contacts

HELP = _("""Remove a contact. Asks on a terminal; elsewhere it needs --yes.

Examples:
  rmtool remove-contact 华星 陈波
  rmtool remove-contact 12 陈波 --yes""")


def remove_contact(
    app: App, client: ClientWord, contact: _contact_form.ContactWord, yes: Yes = False
) -> None:
    """Delete one contact."""
    with app.look() as db:
        client_found = app.client(db, client)
        found = contacts.find(db, client_found.number, contact)
    _confirm.confirm(
        _("Remove contact {number} {name} of {client}?").format(
            number=found.number, name=shown(found.name), client=shown(client_found.name)
        ),
        yes=yes,
    )
    with app.change() as db:
        contacts.delete(db, found)
    app.say(
        _("Removed contact {number} of {client}: {name}.").format(
            number=found.number, client=shown(client_found.name), name=shown(found.name)
        )
    )
