"""`delete-note`: take a note out of the store."""

from rmtool.app import App
from rmtool.commands import _confirm
from rmtool.commands import _note_form as form
from rmtool.commands._parameters import Yes
from rmtool.i18n import _
from rmtool.store import notes

HELP = _("""Delete a note. Asks on a terminal; elsewhere it needs --yes.

Examples:
  rmtool delete-note 12
  rmtool delete-note 12 --yes""")


def delete_note(app: App, number: form.Number, yes: Yes = False) -> None:
    """Delete one note."""
    with app.look() as db:
        brief = form.brief(app, notes.get(db, number))
    _confirm.confirm(_("Delete note {number} ({note})?").format(number=number, note=brief), yes=yes)
    with app.change() as db:
        notes.delete(db, notes.get(db, number).number)
    app.say(_("Deleted note {number}: {note}.").format(number=number, note=brief))
