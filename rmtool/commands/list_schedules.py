"""`list-schedules`: what cron writes, and how it went last."""

from datetime import timedelta

from rmtool.app import App
from rmtool.commands import _schedules
from rmtool.commands._parameters import Json
from rmtool.domain.schedules import Schedule
from rmtool.domain.text import shown
from rmtool.i18n import _
from rmtool.store import schedules
from rmtool.store.schedules import Run
from rmtool.writers import json_text

HELP = _("""List the schedules: when they run, what they write where, how the last run ended, when the next is.

Examples:
  rmtool list-schedules
  rmtool list-schedules --json""")


def list_schedules(app: App, json: Json = False) -> None:
    """Show every schedule with its last and next run."""
    with app.look() as db:
        rows = [(each, schedules.last_run(db, each.number)) for each in schedules.everyone(db)]
    if json:
        app.show(json_text.array(_record(app, each, run) for each, run in rows))
        return
    if not rows:
        app.say(
            _('There are no schedules: make one with `rmtool schedule weekly --at "fri 17:30" --to FOLDER`.')
        )
        return
    app.show("\n".join(_told(app, each, run) for each, run in rows))


def _told(app: App, each: Schedule, run: Run | None) -> str:
    """Three lines: what and when, where, how it went; a table would be wider than the terminal."""
    what = _("{number}  {report}, {format}: {at}, on {period}").format(
        number=each.number, report=each.report, format=each.format, at=each.at.show(app.language),
        period=_schedules.told_period(each),
    )  # fmt: skip
    next_run = _("next: {moment}").format(moment=_next(app, each).replace("T", " "))
    last_run = _("last: {run}").format(run=_schedules.told_run(app, run) or _("none yet"))
    return f"{what}\n   {shown(each.folder)}\n   {next_run}  {last_run}"


def _next(app: App, schedule: Schedule) -> str:
    now = _schedules.local_now(app)
    return _schedules.key(next(schedule.at.due_times(now, now + timedelta(days=32))))


def _record(app: App, schedule: Schedule, run: Run | None) -> dict[str, object]:
    return {
        "number": schedule.number,
        "report": schedule.report,
        "at": schedule.at.text,
        "cron": schedule.at.cron,
        "period": schedule.period,
        "format": schedule.format,
        "folder": schedule.folder,
        "language": schedule.language,
        "owner": schedule.owner,
        "next_run": _next(app, schedule),
        "last_run": json_text.record(run) if run else None,
    }
