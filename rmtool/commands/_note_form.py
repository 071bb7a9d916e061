"""What the commands about notes share."""

import sqlite3
from typing import Annotated
from typing import NamedTuple

import typer

from rmtool.app import App
from rmtool.domain import dates
from rmtool.domain import notes
from rmtool.domain.notes import Note
from rmtool.domain.text import clip
from rmtool.domain.text import one_line
from rmtool.domain.text import required
from rmtool.domain.text import shown
from rmtool.errors import UsageError
from rmtool.i18n import _

Number = Annotated[int, typer.Argument(metavar="N", min=1, help=_("The note's number."))]
Kind = Annotated[
    str | None,
    typer.Option(
        "--kind",
        metavar=_("KIND"),
        help=_("market, competitor, price, policy, risk, violation or suspicious-paper."),
    ),
]
Product = Annotated[str | None, typer.Option(metavar=_("TEXT"), help=_("The product it is about."))]
Competitor = Annotated[str | None, typer.Option(metavar=_("NAME"), help=_("The competitor it is about."))]
Place = Annotated[str | None, typer.Option(metavar=_("TEXT"), help=_("Where it was seen or heard."))]
Severity = Annotated[str | None, typer.Option(metavar=_("SEVERITY"), help=_("normal or urgent."))]
Tell = Annotated[
    str | None,
    typer.Option(metavar=_("NAME"), help=_("Who must hear of it at once; makes it urgent.")),
]
On = Annotated[str | None, typer.Option(metavar=_("DATE"), help=_("The day; today by default."))]
_SHORT = 60


class Words(NamedTuple):
    """What was typed of a note; None was not typed."""

    text: str | None = None
    kind: str | None = None
    client: str | None = None
    product: str | None = None
    competitor: str | None = None
    place: str | None = None
    severity: str | None = None
    tell: str | None = None
    told: str | None = None
    on: str | None = None
    owner: str | None = None


def note(app: App, db: sqlite3.Connection, words: Words, before: Note) -> Note:
    """`before` with what was typed; raises UsageError and NotFoundError."""
    severity, tell = _urgency(words, before)
    told = _told(app, words.told, before) if tell and (tell == before.tell or words.told) else ""
    made = before._replace(
        text=before.text if words.text is None else required(words.text, _("the note")),
        kind=before.kind if words.kind is None else kind(words.kind),
        client=before.client if words.client is None else _client(app, db, words.client),
        day=before.day if words.on is None else _day(app, words.on),
        product=_line(words.product, "--product", before.product),
        competitor=_line(words.competitor, "--competitor", before.competitor),
        place=_line(words.place, "--place", before.place),
        owner=_line(words.owner, "--owner", before.owner),
        severity=severity,
        tell=tell,
        told_on=told,
    )
    if made.told_on and made.told_on < made.day:
        raise UsageError(
            _("It cannot have been passed on ({told}) before it was heard ({day}).").format(
                told=made.told_on, day=made.day
            )
        )
    return made


def _urgency(words: Words, before: Note) -> tuple[str, str]:
    """How urgent it is and who must hear of it: naming somebody makes it urgent, and what is urgent names somebody."""
    tell = _line(words.tell, "--tell", before.tell)
    if words.severity is None:
        return ("urgent" if words.tell else before.severity if tell else "normal"), tell
    found = notes.find(words.severity, notes.SEVERITIES)
    if not found:
        raise UsageError(
            _("Unknown severity {word}: use normal or urgent.").format(word=shown(words.severity) or "''")
        )
    if found == "urgent" and not tell:
        raise UsageError(_("Say who must hear of it at once, such as --tell NAME."))
    if found == "normal" and words.tell:
        raise UsageError(_("--tell is for what is urgent: leave it out, or say --severity urgent."))
    return found, tell if found == "urgent" else ""


def refuse_untellable(before: Note, words: Words) -> None:
    """Raises UsageError where a note is said to be passed on that names nobody."""
    if words.told and not (words.tell or before.tell):
        raise UsageError(
            _(
                "Note {number} names nobody who must hear of it: add --tell NAME with `rmtool edit-note`."
            ).format(number=before.number)
        )


def kind(word: str) -> str:
    """The kind of note `word` names; raises UsageError with the right ones."""
    found = notes.find(word)
    if not found:
        known = _(", ").join(each.key for each in notes.KINDS)
        raise UsageError(
            _("Unknown kind of note {word}: use one of {known}.").format(
                word=shown(word) or "''", known=known
            )
        )
    return found


def _client(app: App, db: sqlite3.Connection, word: str) -> int | None:
    return app.client(db, word).number if word else None


def _line(word: str | None, what: str, before: str) -> str:
    return before if word is None else one_line(word, what, optional=True)


def _told(app: App, word: str | None, before: Note) -> str:
    if word is None:
        return before.told_on
    return _day(app, word) if word else ""


def _day(app: App, word: str) -> str:
    day = dates.parse_day(word, app.today, "back")
    if day > app.today:
        raise UsageError(
            _("{day} is still to come: give today or a day before.").format(
                day=dates.show_day(day, app.language)
            )
        )
    return day.isoformat()


def brief(app: App, found: Note) -> str:
    """A note in a few words: its kind, its client, the beginning of its text."""
    words = [notes.label(found.kind, app.language), shown(found.client_name)]
    return _(", ").join([*filter(None, words), clip(" ".join(found.text.split()), _SHORT)])


def say_whom(app: App, found: Note) -> None:
    """Say who must hear of an urgent note, where that is still to be done."""
    if found.tell and not found.told_on:
        app.say(
            _("Urgent: tell {name} at once, then `rmtool mark-told {number}`.").format(
                name=shown(found.tell), number=found.number
            )
        )


def show_json(app: App, found: Note) -> None:
    """The note as JSON."""
    # Imported here: json's encoder is only needed with --json.
    from rmtool.writers import json_text

    app.show(json_text.array([json_text.record(found)]))
