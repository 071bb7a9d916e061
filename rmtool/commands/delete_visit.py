"""`delete-visit`: take a visit out of the store."""

from rmtool.app import App
from rmtool.commands import _confirm
from rmtool.commands import _visit_form
from rmtool.commands import _visit_options as options
from rmtool.commands._parameters import Yes
from rmtool.i18n import _
from rmtool.store import visits

HELP = _("""Delete a visit; tasks that came from it stay. Asks on a terminal; elsewhere it needs --yes.

Examples:
  rmtool delete-visit 12
  rmtool delete-visit 12 --yes""")


def delete_visit(app: App, number: options.Number, yes: Yes = False) -> None:
    """Delete one visit."""
    with app.look() as db:
        brief = _visit_form.brief(app, visits.get(db, number))
    _confirm.confirm(_("Delete visit {number} ({visit})?").format(number=number, visit=brief), yes=yes)
    with app.change() as db:
        visits.delete(db, visits.get(db, number))
    app.say(_("Deleted visit {number}: {visit}.").format(number=number, visit=brief))
