"""`hand-over`: hand a client's request or complaint to the right department."""

from typing import Annotated

import typer

from rmtool.app import App
from rmtool.commands import _complaint_form
from rmtool.commands import _task_form
from rmtool.domain.complaints import HandOver
from rmtool.domain.text import clean
from rmtool.domain.text import one_line
from rmtool.domain.text import shown
from rmtool.errors import RefusedError
from rmtool.i18n import _
from rmtool.store import complaints
from rmtool.store import hand_overs
from rmtool.store import tasks

HELP = _("""Hand a request, complaint or enquiry to a department. It stays yours to follow until it is answered.

Examples:
  rmtool hand-over 12 quality-control
  rmtool hand-over 12 质检部 --to 周敏 --remark "样品已寄" """)

_KINDS = ("request", "complaint", "enquiry")


def hand_over(
    app: App,
    number: _task_form.Number,
    department: Annotated[
        str, typer.Argument(metavar=_("DEPARTMENT"), help=_("The department, as the profile has it."))
    ],
    to: Annotated[str, typer.Option(metavar=_("NAME"), help=_("Who has it there."))] = "",
    remark: Annotated[str, typer.Option(metavar=_("TEXT"), help=_("What to know about it."))] = "",
) -> None:
    """Keep that one task went to a department, and when."""
    made = HandOver(
        task=number, day=app.today.isoformat(), time=app.time,
        department=_complaint_form.listed(app, "departments", one_line(department, _("the department")), ""),
        person=one_line(to, "--to", optional=True), remark=clean(remark, "--remark"), recorded_at=app.recorded_at,
    )  # fmt: skip
    with app.change() as db:
        task = tasks.get(db, number)
        _task_form.refuse_closed(task)
        if task.kind not in _KINDS:
            raise RefusedError(
                _("Task {number} is no request, complaint or enquiry: only these are handed over.").format(
                    number=number
                )
            )
        hand_overs.add(db, made)
        if task.kind == "complaint":
            complaints.set(db, complaints.get(db, number)._replace(department=made.department))
    where = shown(app.profile.label("departments", made.department, app.language))
    app.say(
        _("Handed task {number} to {department}: {text}").format(
            number=number,
            department=f"{where} ({shown(made.person)})" if made.person else where,
            text=_task_form.brief(task),
        )
    )
