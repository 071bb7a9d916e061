"""What `log-visit` and `edit-visit` share: from the words typed to a checked Visit."""

from collections.abc import Mapping
from collections.abc import Sequence
from datetime import date
from datetime import timedelta
from sqlite3 import Connection
from typing import NamedTuple

from rmtool.app import App
from rmtool.domain import dates
from rmtool.domain.text import clean
from rmtool.domain.text import one_line
from rmtool.domain.text import required
from rmtool.domain.text import shown
from rmtool.domain.visits import Visit
from rmtool.errors import UsageError
from rmtool.i18n import _
from rmtool.store import tasks
from rmtool.store import visits

# A visit is logged after it was made; a slip of the year is the likely mistake.
_FAR_AHEAD = timedelta(days=1)
_FAR_BACK = timedelta(days=366 * 2)
_FAR_DUE = timedelta(days=366 * 3)


class Words(NamedTuple):
    """The options as typed: None means not given, empty text clears what is there."""

    text: str | None = None
    on: str | None = None
    at: str | None = None
    minutes: int | None = None
    kind: str | None = None
    place: str | None = None
    people: list[str] | None = None
    purpose: str | None = None
    result: str | None = None
    need: str | None = None
    feedback: str | None = None
    product: list[str] | None = None
    competitor: str | None = None
    measure: list[str] | None = None
    field: list[str] | None = None


def text(value: str, what: str) -> str:
    """`value` checked as a text that may be empty; raises UsageError naming `what`."""
    return clean(value, what) if value else ""


def visit(app: App, words: Words, before: Visit, *, force: bool) -> Visit:
    """`before` with what `words` say; raises UsageError for what can't be right."""
    return before._replace(
        day=_day(app, words.on or "", force=force) if words.on or not before.day else before.day,
        time=_time(words.at, before.time),
        minutes=words.minutes if words.minutes is not None else before.minutes,
        kind=app.profile.choose("visit_kinds", words.kind) if words.kind else before.kind,
        text=before.text if words.text is None else required(words.text, _("the text of the visit")),
        people=before.people if words.people is None else _names(words.people, "--with"),
        products=before.products if words.product is None else products(app, words.product),
        measures={**before.measures, **measures(app, words.measure or [])},
        fields=before.fields if words.field is None else _fields(app, words.field, before.fields),
        place=_said(words.place, "--place", before.place),
        purpose=_said(words.purpose, "--purpose", before.purpose),
        result=_said(words.result, "--result", before.result),
        need=_said(words.need, "--need", before.need),
        feedback=_said(words.feedback, "--feedback", before.feedback),
        competitor=_said(words.competitor, "--competitor", before.competitor),
    )


def _fields(app: App, pairs: list[str], before: Mapping[str, str]) -> dict[str, str]:
    # Imported here: only who uses --field needs it.
    from rmtool.commands import _fields

    return _fields.read(app, "visit_fields", pairs, before)


def _said(word: str | None, what: str, before: str) -> str:
    return before if word is None else text(word, what)


def _time(word: str | None, before: str) -> str:
    if word is None:
        return before
    return dates.parse_time(word).strftime("%H:%M") if word else ""


def _day(app: App, word: str, *, force: bool) -> str:
    day = dates.parse_day(word, app.today, "back") if word else app.today
    if not force and not -_FAR_BACK <= day - app.today <= _FAR_AHEAD:
        raise UsageError(
            _("{day} is far from today for a visit: give the right day, or --force if it is right.").format(
                day=dates.show_day(day, app.language)
            )
        )
    return day.isoformat()


def due(app: App, word: str, *, force: bool) -> tuple[str, str]:
    """The day and time a task is due, as ISO text; raises UsageError where it is past or far in the future."""
    day, time = dates.parse_moment(word, app.today, "forward")
    if not force and day > app.today + _FAR_DUE:
        raise UsageError(
            _("{day} is far in the future: give the right day, or --force if it is right.").format(
                day=dates.show_day(day, app.language)
            )
        )
    if not force and day < app.today:
        raise UsageError(
            _("{day} is past: give a day to come, or --force if it is right.").format(
                day=dates.show_day(day, app.language)
            )
        )
    return day.isoformat(), time.strftime("%H:%M") if time else ""


def _names(values: Sequence[str] | None, what: str) -> tuple[str, ...]:
    return tuple(one_line(each, what) for each in values or () if each.strip())


def products(app: App, words: Sequence[str]) -> tuple[str, ...]:
    """The products named, those of the profile by their keys."""
    return tuple(app.profile.known("products", each) or each for each in _names(words, "--product"))


def measures(app: App, pairs: list[str]) -> dict[str, float]:
    """The measures in `KEY=NUMBER` words, those of the profile by their keys; raises UsageError naming the one that is none."""
    found: dict[str, float] = {}
    for pair in pairs:
        key, _equals, number = pair.partition("=")
        known = app.profile.measure(key)
        value = _number(number, known.unit if known else "")
        if not key.strip() or value != value or abs(value) == float("inf"):
            raise UsageError(
                _("--measure takes KEY=NUMBER, such as stock=120, not {word}.").format(word=shown(pair))
            )
        if known is not None and known.of:
            raise UsageError(
                _("{measure} is counted by rmtool itself: it can't be logged.").format(
                    measure=known.label(app.language)
                )
            )
        named = known.key if known else one_line(key.strip(), "--measure", 50)
        _check_score(named, value)
        found[named] = value
    return found


def _number(text: str, unit: str) -> float:
    """The number that `text` means, with or without its unit; not a number where it is none."""
    word = text.strip()
    for each in unit.split("|"):
        word = word.removesuffix(each)
    try:
        return float(word)
    except ValueError:
        # Imported here: only a number such as 28.6万 needs it.
        from rmtool.domain import money

        try:
            return money.parse(word) / 100
        except UsageError:
            return float("nan")


def _check_score(measure: str, value: float) -> None:
    # Imported here: most visits are logged without a measure.
    from rmtool.domain import satisfaction

    if measure in satisfaction.MEASURES and not satisfaction.LEAST <= value <= satisfaction.BEST:
        raise UsageError(_("Satisfaction is scored from 1 to 5, not {value:g}.").format(value=value))


def change(app: App, db: Connection, number: int, client: int, words: Words, *, force: bool) -> None:
    """Store what `words` and `client` change of visit `number`; tasks from it go to another client with it."""
    before = visits.get(db, number)
    wanted = visit(app, words, before, force=force)._replace(client=client)
    visits.set(db, wanted)
    if client != before.client:
        for task in tasks.matching(db, tasks.Filter(state="all", visit=number)):
            tasks.set(db, task._replace(client=client))


def brief(app: App, stored: Visit) -> str:
    """A visit in a few words: client, day, kind."""
    day = dates.show_day(date.fromisoformat(stored.day), app.language)
    kind = app.profile.label("visit_kinds", stored.kind, app.language)
    return _(", ").join((shown(stored.client_name), day, kind))


def show_json(app: App, stored: Visit, task: int | None = None) -> None:
    """Write `stored` as JSON."""
    # Imported here: json's encoder is only needed with --json.
    from rmtool.writers import json_text

    app.show(json_text.array([json_text.record(stored) | ({"task": task} if task else {})]))
