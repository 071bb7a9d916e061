"""What was handed in, as lines: one for each report, one for each place it goes to."""

from collections.abc import Sequence
from datetime import datetime

from rmtool.domain import deliveries as rules
from rmtool.domain.deliveries import Delivery
from rmtool.domain.deliveries import HandIn
from rmtool.domain.schedule_times import on_the_clock
from rmtool.domain.schedules import label
from rmtool.domain.text import shown
from rmtool.i18n import _
from rmtool.writers import pages

_STATE, _REPORT = 11, 29


def text(found: Sequence[HandIn], now: datetime) -> str:
    """Every report with its state first, then where it went."""
    wide = pages.columns()
    lines = []
    for each in found:
        lines.append(pages.row(_heading(each), wide))
        if each.state != rules.COMING:
            lines += [pages.row([("", 2), (_delivery(one, now), 0)], wide) for one in each.deliveries]
    return "\n".join(lines)


def _heading(each: HandIn) -> list[tuple[str, int]]:
    what = f"{label(each.report)} {each.period}"
    due = _("due {moment}").format(moment=_short(each.due_at))
    if each.deadline:
        due = _("{due}, by {deadline}").format(due=due, deadline=_short(each.deadline))
    return [(state(each.state), _STATE), (what, _REPORT), (due, 0)]


def state(word: str) -> str:
    """A state of a hand-in in words."""
    return {
        rules.HANDED_IN: _("handed in"), rules.LATE: _("late"), rules.MISSING: _("MISSING"),
        rules.FAILED: _("FAILED"), rules.UNKNOWN: _("UNKNOWN"), rules.WAITING: _("waiting"),
        rules.COMING: _("not yet due"),
    }[word]  # fmt: skip


def _delivery(each: Delivery, now: datetime) -> str:
    """Where one went, and how: the number is for --mark."""
    place = rules.place(each.destination)
    if each.state == rules.SENT:
        return _("{place}: {moment}").format(place=place, moment=_local(each.sent_at, now))
    told = {
        rules.UNKNOWN: _("{place}: may have arrived: handed-in --mark {n} ({reason})"),
        rules.FAILED: _("{place}: tried again from {moment} ({reason})")
        if each.next_try
        else _("{place}: failed: run-schedule {schedule} --again ({reason})"),
    }.get(each.state, _("{place}: not sent yet"))
    return told.format(
        place=place,
        reason=shown(each.last_error).rstrip("."),
        n=each.number,
        schedule=each.schedule,
        moment=_local(each.next_try, now) if each.next_try else "",
    )


def _short(minute: str) -> str:
    return minute[5:].replace("T", " ")


def _local(instant: str, now: datetime) -> str:
    return on_the_clock(instant, now).strftime("%m-%d %H:%M")
