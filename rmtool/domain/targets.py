"""Targets (指标): what is to be reached in a period, and how far it is, as values."""

from math import ceil
from typing import NamedTuple

from rmtool.domain.date_words import fold
from rmtool.domain.periods import Period
from rmtool.domain.text import one_line
from rmtool.domain.workdays import WorkCalendar
from rmtool.i18n import N_
from rmtool.i18n import _

# What rmtool counts by itself; any other measure is summed from what visits log with --measure.
COUNTED = {
    "visits": N_("visits"), "clients": N_("clients"), "new-clients": N_("new clients"),
    "tasks-done": N_("tasks done"), "won": N_("won, yuan"),
}  # fmt: skip
_WORDS = {
    "拜访": "visits", "拜访次数": "visits", "走访": "visits", "户数": "clients", "拜访户数": "clients", "新客户": "new-clients",
    "新增客户": "new-clients", "办结": "tasks-done", "办结事项": "tasks-done", "成交": "won", "成交金额": "won",
}  # fmt: skip
_BARS = "▁▂▃▄▅▆▇█"
_PARTS = 6


class Target(NamedTuple):
    """`value` of `measure` is to be reached in the period, by `owner` (empty: by everybody together)."""

    measure: str
    period: Period
    value: float
    owner: str = ""


class Gauge(NamedTuple):
    """How a measure is got: `of` is one of COUNTED (visits and clients of `kinds` only, where there are any), or empty:
    what visits log under `key`. `over` says what makes one number of it: sum, mean or last."""

    key: str
    of: str = ""
    kinds: tuple[str, ...] = ()
    over: str = "sum"


class Progress(NamedTuple):
    """How far a target is on a day: `expected` was to be reached by its evening, `forecast` comes at this pace.

    `trend` is what each sixth of the period has brought so far; `state` is met, on track, behind, missed or ahead
    (its time is still to come).
    """

    measure: str
    period: str
    first: str
    last: str
    owner: str
    value: float
    done: float
    expected: float
    forecast: float
    trend: tuple[float, ...]
    state: str


def measure(word: str) -> str:
    """The measure `word` names; raises UsageError where it is no word at all."""
    key = one_line(word, _("the measure"), 50)
    folded = fold(key).replace(" ", "-")
    return folded if folded in COUNTED else _WORDS.get(folded, key)


def label(key: str) -> str:
    """The measure in words of the user's language."""
    return _(COUNTED[key]) if key in COUNTED else key


def judge(target: Target, by_day: dict[str, float], today: str, calendar: WorkCalendar) -> Progress:
    """How far `target` is; `by_day` holds what each day of its period brought, by ISO day."""
    period = target.period
    days = [day.isoformat() for day in calendar.between(period.first, period.last)]
    by_day = {day: value for day, value in by_day.items() if day <= today}
    gone = sum(1 for day in days if day <= today)
    done = sum(by_day.values())
    # A period without a working day is judged by its end.
    share = gone / len(days) if days else float(period.last.isoformat() <= today)
    expected = target.value * share
    return Progress(
        measure=target.measure, period=period.key, first=period.first.isoformat(), last=period.last.isoformat(),
        owner=target.owner, value=target.value, done=done, expected=expected,
        forecast=done / share if share else done, trend=_trend(by_day, days, min(today, period.last.isoformat())) if gone else (),
        state=_state(target, done, expected, today),
    )  # fmt: skip


def judge_level(target: Target, reached: float, today: str) -> Progress:
    """How far a target is whose measure is a mean or the last number, `reached` by today: days add nothing to it."""
    first, last = target.period.first.isoformat(), target.period.last.isoformat()
    enough = reached >= target.value
    state = "met" if enough else "missed"
    if today < first:
        state = "ahead"
    elif today <= last:
        state = "on track" if enough else "behind"
    return Progress(
        measure=target.measure, period=target.period.key, first=first, last=last, owner=target.owner, value=target.value,
        done=reached, expected=target.value, forecast=reached, trend=(), state=state,
    )  # fmt: skip


def _state(target: Target, done: float, expected: float, today: str) -> str:
    if done >= target.value:
        return "met"
    if today > target.period.last.isoformat():
        return "missed"
    if today < target.period.first.isoformat():
        return "ahead"
    return "on track" if done >= expected else "behind"


def _trend(by_day: dict[str, float], days: list[str], end: str) -> tuple[float, ...]:
    """What each sixth of the working days brought up to `end`, with the days off before each."""
    size = ceil(len(days) / _PARTS)
    ends = [*(day for day in days[size - 1 :: size] if day < min(end, days[-1])), end]
    return tuple(
        sum(value for day, value in by_day.items() if after < day <= until)
        for after, until in zip(["", *ends], ends, strict=False)
    )


def sparkline(trend: tuple[float, ...]) -> str:
    """The trend as bars; the highest is full."""
    most = max(trend, default=0) or 1
    return "".join(
        _BARS[max(min(round(each / most * (len(_BARS) - 1)), len(_BARS) - 1), 0)] for each in trend
    )
