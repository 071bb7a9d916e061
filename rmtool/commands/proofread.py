"""`proofread`: what to look at before a report goes out."""

from typing import Annotated

import typer

from rmtool.app import App
from rmtool.commands import _report
from rmtool.commands import _verified
from rmtool.commands._parameters import Json
from rmtool.domain import periods
from rmtool.domain.proofreading import Finding
from rmtool.domain.schedules import KINDS
from rmtool.domain.text import clip
from rmtool.domain.text import shown
from rmtool.errors import RefusedError
from rmtool.errors import UsageError
from rmtool.i18n import _
from rmtool.reports import proofread as report
from rmtool.reports.owed import Wanted
from rmtool.writers import json_text
from rmtool.writers import terminal

HELP = _("""What to look at before a report goes out; nothing is changed.

Visits without a next step; text that is the same as the client's last visit (95 % alike); placeholders left in, such
as XX, ___ or 待补充; amounts without a unit; clients whose record lacks a required field or a phone. It leaves with 1
where there is anything, so that a script can stop.

Examples:
  rmtool proofread daily
  rmtool proofread weekly "last week"
  rmtool proofread monthly 2026-11 --owner Lin --json""")

_REPORTS = ("daily", "weekly", "tenday", "monthly", "quarterly")
_CHINESE = dict(zip(("日报", "周报", "旬报", "月报", "季报"), _REPORTS, strict=True))
_WIDEST = 60


def proofread(
    app: App,
    name: Annotated[
        str, typer.Argument(metavar=_("REPORT"), help=_("daily, weekly, tenday, monthly or quarterly."))
    ],
    period: Annotated[
        str, typer.Argument(metavar=_("[PERIOD]"), help=_("Any period; the report's own, now, by default."))
    ] = "",
    owner: _report.OwnerOnly = "",
    json: Json = False,
) -> None:
    """Show what was found, and leave with 1 where there is anything."""
    name = _CHINESE.get(name, name.removesuffix("-report"))
    if name not in _REPORTS:
        raise UsageError(
            _("Unknown report {word}: use one of {known}.").format(
                word=shown(name), known=", ".join(_REPORTS)
            )
        )
    meant = periods.parse_period(period, app.today, KINDS[name])
    profile = _verified.profile(app)
    with app.look() as db:
        found = report.proofread(db, Wanted(name, meant, app.now, owner.strip()), profile, app.language)
    if json:
        app.show(json_text.array(map(json_text.record, found)))
    elif found:
        headings = (_("What"), _("Where"), _("Client"), _("Text"))
        app.show(terminal.table(headings, map(_row, found), wrap=_("Text")))
    if found:
        raise RefusedError(
            _("{count} things to look at first: `rmtool edit-visit N`, `rmtool edit-client CLIENT`.").format(
                count=len(found)
            )
        )
    app.say(_("Nothing to mend: it can go out."))


def _row(each: Finding) -> tuple[str, ...]:
    what = {
        "no next step": _("no next step"), "same text": _("same as last time"), "placeholder": _("placeholder"),
        "no unit": _("amount without unit"), "incomplete": _("record incomplete"),
    }[each.what]  # fmt: skip
    where = {"visit": _("visit {number}"), "task": _("task {number}"), "client": _("client {number}")}[
        each.record
    ]
    return what, where.format(number=each.number), each.client, clip(" ".join(each.text.split()), _WIDEST)
