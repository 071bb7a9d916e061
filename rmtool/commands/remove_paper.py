"""`remove-paper`: take back that a client handed a paper in."""

from rmtool.app import App
from rmtool.commands import _confirm
from rmtool.commands import _paper_form
from rmtool.commands._parameters import ClientWord
from rmtool.commands._parameters import Yes
from rmtool.domain.text import shown
from rmtool.errors import NotFoundError
from rmtool.i18n import _
from rmtool.store import papers

HELP = _("""Remove a paper of a client, as one that was noted by mistake or given back.

Examples:
  rmtool remove-paper 华星 licence --yes
  rmtool remove-paper 12 财务报表""")


def remove_paper(app: App, client: ClientWord, paper: _paper_form.Word, yes: Yes = False) -> None:
    """Remove one paper of a client."""
    with app.look() as db:
        found = app.client(db, client)
        there = [each.paper for each in papers.of(db, found.number)]
    # One whose key the profile no longer has is named by its key.
    key = _paper_form.meant(app, paper, *there)
    label = shown(app.profile.label("papers", key, app.language))
    if key not in there:
        raise NotFoundError(
            _("There is no {paper} of {client}: see `rmtool list-papers {number}`.").format(
                paper=label, client=shown(found.name), number=found.number
            )
        )
    _confirm.confirm(_("Remove {paper} of {client}?").format(paper=label, client=shown(found.name)), yes=yes)
    with app.change() as db:
        papers.delete(db, found.number, key)
    app.say(_("Removed {paper} of {client}.").format(paper=label, client=shown(found.name)))
