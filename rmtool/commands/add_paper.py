"""`add-paper`: a paper that a client handed in."""

from typing import Annotated

import typer

from rmtool.app import App
from rmtool.commands import _paper_form
from rmtool.commands._parameters import ClientWord
from rmtool.domain import dates
from rmtool.domain.papers import Paper
from rmtool.domain.text import clean
from rmtool.domain.text import shown
from rmtool.errors import UsageError
from rmtool.i18n import _
from rmtool.store import papers

HELP = _("""Keep that a client handed a paper in, and until when it is good. It takes the place of the one before.

Only the fact and the days are kept, never the paper itself. list-papers tells what is missing.

Examples:
  rmtool add-paper 华星 licence --expires 2036-05-11
  rmtool add-paper 华星 财务报表 --on yesterday --remark "2025 年审计" """)


def add_paper(
    app: App,
    client: ClientWord,
    paper: _paper_form.Word,
    expires: Annotated[str, typer.Option(metavar=_("DATE"), help=_("The last day it is good."))] = "",
    on: Annotated[
        str, typer.Option(metavar=_("DATE"), help=_("The day it was handed in; today by default."))
    ] = "",
    remark: Annotated[str, typer.Option(metavar=_("TEXT"), help=_("What to know about it."))] = "",
) -> None:
    """Store one paper of a client."""
    key = _paper_form.meant(app, paper)
    day = dates.parse_day(on, app.today, "back") if on else app.today
    last = dates.parse_day(expires, app.today, "forward") if expires else None
    if day > app.today:
        raise UsageError(
            _("{day} is to come: give the day the paper was handed in.").format(
                day=dates.show_day(day, app.language)
            )
        )
    said = clean(remark, "--remark", 500)
    until = last.isoformat() if last else ""
    with app.change() as db:
        found = app.client(db, client)
        papers.set(
            db, Paper(found.number, key, day.isoformat(), until, said, recorded_at=app.recorded_at)
        )  # fmt: skip
    values = {"client": shown(found.name), "paper": shown(app.profile.label("papers", key, app.language))}
    if last:
        app.say(
            _("Kept {paper} of {client}, good until {day}.").format(
                day=dates.show_day(last, app.language), **values
            )
        )
    elif any(each.key == key and each.expires for each in app.profile.papers):
        app.say(_("Kept {paper} of {client}. Such a paper expires: add --expires DATE.").format(**values))
    else:
        app.say(_("Kept {paper} of {client}.").format(**values))
