"""`list-schedules`: what cron writes, and how it went last."""

from rmtool.app import App
from rmtool.commands import _schedules
from rmtool.commands._parameters import Json
from rmtool.domain.deliveries import HandIn
from rmtool.domain.schedule_times import PLAIN
from rmtool.domain.schedule_times import minute
from rmtool.domain.schedules import Schedule
from rmtool.domain.text import shown
from rmtool.i18n import _
from rmtool.reports import handed_in
from rmtool.store import schedules
from rmtool.store.schedules import Run
from rmtool.writers import hand_in_page
from rmtool.writers import json_text

HELP = _("""List the schedules: when they run, what they write where, how the last run ended, when the next is.

Examples:
  rmtool list-schedules
  rmtool list-schedules --json""")


def list_schedules(app: App, json: Json = False) -> None:
    """Show every schedule with its last and next run, and what of it was not handed in."""
    with app.look() as db:
        rows = [(each, schedules.last_run(db, each.number)) for each in schedules.everyone(db)]
        worked = app.calendar if any(each.at.workdays for each, _run in rows) else PLAIN
        open_ones = handed_in.troubles(db, app.now, worked) if rows else ()
    if json:
        app.show(json_text.array(_record(app, each, run, open_ones) for each, run in rows))
        return
    if not rows:
        app.say(
            _('There are no schedules: make one with `rmtool schedule weekly --at "fri 17:30" --to FOLDER`.')
        )
        return
    app.show("\n".join(_told(app, each, run, open_ones) for each, run in rows))


def _told(app: App, each: Schedule, run: Run | None, open_ones: tuple[HandIn, ...]) -> str:
    """Three lines: what and when, where, how it went; a table would be wider than the terminal."""
    what = _("{number}  {report}, {format}: {at}, on {period}").format(
        number=each.number, report=each.report, format=each.format, at=each.at.show(app.language),
        period=_schedules.told_period(each),
    )  # fmt: skip
    if each.deadline:
        what = _("{schedule}, by {deadline}").format(schedule=what, deadline=each.deadline.show(app.language))
    next_run = _("next: {moment}").format(moment=(_next(app, each) or "-").replace("T", " "))
    last_run = _("last: {run}").format(run=_schedules.told_run(app, run) or _("none yet"))
    lines = [what, f"   {_schedules.told_places(each)}", f"   {next_run}  {last_run}"]
    if each.reason:
        lines.append(_("   written whole: {reason}").format(reason=shown(each.reason)))
    wrong = [one for one in open_ones if one.schedule == each.number]
    if wrong:
        told = _("; ").join(f"{hand_in_page.state(one.state)} {one.period}" for one in wrong[-3:])
        lines.append(_("   not in order (rmtool handed-in): {told}").format(told=told))
    unknown = _schedules.unknown_year(app, each, app.today)
    return "\n".join([*lines, f"   {unknown}"] if unknown else lines)


def _next(app: App, schedule: Schedule) -> str:
    due = _schedules.next_due(app, schedule)
    return minute(due) if due else ""


def _record(
    app: App, schedule: Schedule, run: Run | None, open_ones: tuple[HandIn, ...]
) -> dict[str, object]:
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
        "reason": schedule.reason,
        "next_run": _next(app, schedule),
        "last_run": json_text.record(run) if run else None,
        "by": schedule.deadline.text if schedule.deadline else "",
        "mail": list(schedule.mail),
        "robots": list(schedule.robots),
        "not_in_order": [json_text.record(each) for each in open_ones if each.schedule == schedule.number],
    }
