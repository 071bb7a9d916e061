"""`list-complaints`: the complaints of a period, or those still open."""

from typing import Annotated

import typer

from rmtool.app import App
from rmtool.commands import _complaint_form
from rmtool.commands import _task_form
from rmtool.commands._parameters import Json
from rmtool.commands._parameters import OwnerFilter
from rmtool.domain import periods
from rmtool.domain.complaints import Case
from rmtool.errors import UsageError
from rmtool.i18n import _
from rmtool.reports import complaints as report
from rmtool.store import tasks
from rmtool.writers import json_text
from rmtool.writers import terminal

HELP = _("""List complaints: the open ones, or with PERIOD all that came in during it.

Examples:
  rmtool list-complaints
  rmtool list-complaints "this month" --cause quality
  rmtool list-complaints --all --department 质检部 --json""")


def list_complaints(
    app: App,
    period: Annotated[
        str, typer.Argument(metavar=_("PERIOD"), help=_("Only those that came in during PERIOD."))
    ] = "",
    cause: _complaint_form.Cause = "",
    department: _complaint_form.Department = "",
    owner: OwnerFilter = "",
    open: Annotated[bool, typer.Option("--open", help=_("Only open ones."))] = False,
    all: Annotated[bool, typer.Option("--all", help=_("Settled ones too."))] = False,
    json: Json = False,
) -> None:
    """Show the complaints that fit."""
    if open and all:
        raise UsageError(_("--open and --all contradict each other: leave one out."))
    wanted = tasks.Filter(
        kind="complaint", state="all" if all or (period and not open) else "open", owner=owner
    )
    if period:
        within = periods.parse_period(period, app.today, "month")
        wanted = wanted._replace(opened_from=within.first.isoformat(), opened_to=within.last.isoformat())
    cause = _complaint_form.listed(app, "causes", cause, "--cause")
    department = _complaint_form.listed(app, "departments", department, "--department")
    with app.look() as db:
        found = report.cases(db, tasks.matching(db, wanted), app.clock)
    kept = [
        each
        for each in found
        if cause in ("", each.complaint.cause) and department in ("", each.complaint.department)
    ]
    if json:
        app.show(json_text.array(map(_complaint_form.record, kept)))
    elif kept:
        headings = (_(">No."), _("Came in"), _("Client"), _("Cause"), _("Department"), _("Complaint"))
        app.show(terminal.table(headings, [_row(app, each) for each in kept], wrap=_("Complaint")))
    else:
        app.say(_("No complaint fits: take one in with `rmtool add-complaint CLIENT TEXT`, or ask for less."))


def _row(app: App, case: Case) -> tuple[str, ...]:
    return (
        str(case.task.number),
        case.task.opened_on,
        case.task.client_name,
        app.profile.label("causes", case.complaint.cause, app.language),
        app.profile.label("departments", case.complaint.department, app.language),
        _task_form.told(case.task),
    )
