"""`add-complaint`: take in a complaint."""

from datetime import datetime
from datetime import time
from typing import Annotated

import typer

from rmtool.app import App
from rmtool.commands import _complaint_form
from rmtool.commands import _task_form
from rmtool.commands import _visit_form
from rmtool.commands._parameters import ClientWord
from rmtool.commands._parameters import Force
from rmtool.commands._parameters import Json
from rmtool.domain import dates
from rmtool.domain.complaints import Complaint
from rmtool.domain.tasks import Task
from rmtool.domain.text import one_line
from rmtool.domain.text import required
from rmtool.errors import UsageError
from rmtool.i18n import _
from rmtool.reports import complaints as report
from rmtool.store import complaints
from rmtool.store import tasks

HELP = _("""Take in a complaint: a task of the kind complaint, due by the profile's time to answer.

Hand it over with hand-over, answer it with settle-complaint; complaints-report analyses a month.

Examples:
  rmtool add-complaint 华星 "两箱酒渗漏" --cause quality --severity serious
  rmtool add-complaint 华星 "still noisy" --who Chen --on yesterday --at 16:30
  rmtool add-complaint 12 "工期拖延一周" --due "tomorrow 12:00" """)


def add_complaint(
    app: App,
    client: ClientWord,
    text: Annotated[str, typer.Argument(metavar=_("TEXT"), help=_("What the complaint is about."))],
    who: Annotated[str, typer.Option(metavar=_("NAME"), help=_("Who complained."))] = "",
    severity: _task_form.Severity = "",
    cause: _complaint_form.Cause = "",
    department: _complaint_form.Department = "",
    on: Annotated[str, typer.Option(metavar=_("DATE"), help=_("The day it came in; today by default."))] = "",
    at: Annotated[str, typer.Option(metavar=_("TIME"), help=_("The time it came in, such as 15:30."))] = "",
    due: Annotated[
        str,
        typer.Option(metavar=_("DATE"), help=_("When it must be settled; by the profile where not said.")),
    ] = "",
    force: Force = False,
    json: Json = False,
) -> None:
    """Store a complaint and the task to settle it."""
    opened, known = _opened(app, on, at)
    severity = app.profile.choose("severities", severity) if severity else ""
    if due:
        day, clock = _visit_form.due(app, due, force=force)
    else:
        day, clock = _task_form.due_by_sla(app, "complaint", severity, opened)
    task = Task(
        text=required(text, _("the complaint")), kind="complaint", severity=severity, due=day, due_time=clock,
        first_due=day, owner=app.settings.owner, opened_on=opened.date().isoformat(),
        opened_time=opened.strftime("%H:%M") if known else "", recorded_at=app.recorded_at,
    )  # fmt: skip
    more = Complaint(
        task=0,
        who=one_line(who, "--who", optional=True),
        cause=_complaint_form.listed(app, "causes", cause, "--cause"),
        department=_complaint_form.listed(app, "departments", department, "--department"),
    )
    with app.look() as db:
        found = app.client(db, client)
    with app.change() as db:
        number = tasks.add(db, task._replace(client=found.number))
        complaints.set(db, more._replace(task=number))
        case = report.case(db, number, app.clock)
        if json:
            # Imported here: json's encoder is only needed with --json.
            from rmtool.writers import json_text

            app.show(json_text.array([_complaint_form.record(case)]))
    values = {"number": number, "text": _task_form.brief(case.task), "day": _task_form.due(app, case.task)}
    if day:
        app.say(_("Added complaint {number}, due {day}: {text}").format(**values))
    else:
        app.say(_("Added complaint {number}: {text}").format(**values))


def _opened(app: App, on: str, at: str) -> tuple[datetime, bool]:
    """When it came in, and whether the time is known; else it is taken for the day's first working hour."""
    day = dates.parse_day(on, app.today, "back") if on else app.today
    now = app.now.replace(tzinfo=None)
    if at:
        moment = datetime.combine(day, dates.parse_time(at))
    elif day == app.today:
        moment = now
    else:
        moment = datetime.combine(day, time.fromisoformat(app.profile.work_from))
    if moment > now:
        raise UsageError(
            _("{day} has not come yet: give the day and time the complaint came in.").format(
                day=f"{dates.show_day(day, app.language)} {moment:%H:%M}"
            )
        )
    return moment, bool(at) or day == app.today
