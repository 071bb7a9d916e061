"""`mark-told`: say that an urgent note was passed on."""

from rmtool.app import App
from rmtool.commands import _note_form as form
from rmtool.domain.text import shown
from rmtool.errors import RefusedError
from rmtool.i18n import _
from rmtool.store import notes

HELP = _("""Say that an urgent note was passed on to whom it names; it then leaves `rmtool today`.

Examples:
  rmtool mark-told 12
  rmtool mark-told 12 --on yesterday""")


def mark_told(app: App, number: form.Number, on: form.On = None) -> None:
    """Record when it was passed on."""
    words = form.Words(told=on or "today")
    with app.change() as db:
        before = notes.get(db, number)
        form.refuse_untellable(before, words)
        if before.told_on:
            raise RefusedError(
                _("Note {number} was passed on to {name} on {day} already.").format(
                    number=number, name=shown(before.tell), day=before.told_on
                )
            )
        told = form.note(app, db, words, before)
        notes.set(db, told)
    app.say(
        _("Note {number} was passed on to {name} on {day}.").format(
            number=number, name=shown(told.tell), day=told.told_on
        )
    )
