"""`log-visit`: one line after a visit is all the writing."""

from datetime import date
from typing import Annotated

import typer

from rmtool.app import App
from rmtool.commands import _visit_form
from rmtool.commands._parameters import ClientWord
from rmtool.commands._parameters import Force
from rmtool.commands._parameters import Json
from rmtool.domain import dates
from rmtool.domain.clients import Client
from rmtool.domain.tasks import Task
from rmtool.domain.text import shown
from rmtool.domain.visits import Visit
from rmtool.i18n import _
from rmtool.store import tasks
from rmtool.store import visits

HELP = _("""Log a visit, call or any other touch. Without TEXT it opens $EDITOR, or reads standard input.

Examples:
  rmtool log-visit 张总 "谈续贷，要求下调利率" --next 下周三
  rmtool log-visit zs "sent the papers" --kind call --on yesterday --at 15:30
  echo "long text" | rmtool log-visit 12
  rmtool log-visit 12 -- "-0.5% asked for"
""")


def log_visit(
    app: App,
    client: ClientWord,
    text: Annotated[str | None, typer.Argument(metavar=_("TEXT"), help=_("What was said."))] = None,
    on: Annotated[str, typer.Option(metavar=_("DATE"), help=_("The day; today by default."))] = "",
    at: Annotated[str, typer.Option(metavar=_("TIME"), help=_("The time, such as 15:30."))] = "",
    minutes: Annotated[
        int | None, typer.Option(min=0, max=1440, metavar="N", help=_("How long it took."))
    ] = None,
    kind: Annotated[
        str,
        typer.Option(
            metavar=_("KIND"), help=_("visit, call, reception, return-visit, meeting, message or check.")
        ),
    ] = "visit",
    place: Annotated[str, typer.Option(metavar=_("TEXT"), help=_("Where it was."))] = "",
    people: Annotated[
        list[str] | None, typer.Option("--with", metavar=_("NAME"), help=_("Who was there; may be repeated."))
    ] = None,
    purpose: Annotated[str, typer.Option(metavar=_("TEXT"), help=_("What it was for."))] = "",
    result: Annotated[str, typer.Option(metavar=_("TEXT"), help=_("What came of it."))] = "",
    need: Annotated[str, typer.Option(metavar=_("TEXT"), help=_("A need you heard."))] = "",
    feedback: Annotated[str, typer.Option(metavar=_("TEXT"), help=_("What the client thinks of us."))] = "",
    product: Annotated[
        list[str] | None, typer.Option(metavar=_("NAME"), help=_("A product talked about; may be repeated."))
    ] = None,
    competitor: Annotated[str, typer.Option(metavar=_("TEXT"), help=_("What competitors do."))] = "",
    measure: Annotated[
        list[str] | None,
        typer.Option(
            metavar=_("KEY=NUMBER"), help=_("A number to keep, such as stock=120; may be repeated.")
        ),
    ] = None,
    field: Annotated[
        list[str] | None,
        typer.Option(
            metavar=_("KEY=VALUE"), help=_("A field of the profile or of your own; may be repeated.")
        ),
    ] = None,
    next: Annotated[str, typer.Option(metavar=_("DATE"), help=_("When to follow up: opens a task."))] = "",
    todo: Annotated[str, typer.Option(metavar=_("TEXT"), help=_("What to do then; opens a task."))] = "",
    force: Force = False,
    json: Json = False,
) -> None:
    """Log one touch, and open the follow-up task it asks for."""
    words = _visit_form.Words(
        text=text or "", on=on, at=at, minutes=minutes, kind=kind, place=place, people=people, purpose=purpose,
        result=result, need=need, feedback=feedback, product=product, competitor=competitor, measure=measure,
        field=field,
    )  # fmt: skip
    with app.look() as db:
        found = app.client(db, client)
    if text is not None:
        _store(app, found.name, _made(app, found, words, (next, todo), force=force), field, json=json)
        return
    # Imported here: the line after a visit needs no editor.
    from rmtool.commands import _visit_editor

    # What can't be right is said before anybody writes more.
    _made(app, found, words._replace(text="-"), (next, todo), force=force)
    with _visit_editor.asked(app, words, found.name) as written:
        _store(app, found.name, _made(app, found, written, (next, todo), force=force), field, json=json)


def _made(
    app: App, client: Client, words: _visit_form.Words, step: tuple[str, str], *, force: bool
) -> tuple[Visit, Task | None]:
    """The visit that `words` describe, and the task that `step` (when, what) asks for; raises UsageError."""
    fresh = Visit(
        client=client.number, day="", text="", owner=app.settings.owner, recorded_at=app.recorded_at
    )
    visit = _visit_form.visit(app, words, fresh, force=force)
    return visit, _follow_up(app, visit, *step, force=force)


def _store(
    app: App, name: str, made: tuple[Visit, Task | None], pairs: list[str] | None, *, json: bool
) -> None:
    visit, task = made
    with app.change() as db:
        number = visits.add(db, visit)
        task_number = tasks.add(db, task._replace(visit=number)) if task else None
        if json:
            _visit_form.show_json(app, visits.get(db, number), task_number)
    _answer(app, number, name, visit, task)
    _say_fields(app, number, visit, pairs)
    if visit.measures:
        # Imported here: most visits are logged without a measure.
        from rmtool.commands import _measures

        _measures.say_near(app, visit.measures)


def _follow_up(app: App, visit: Visit, due: str, todo: str, *, force: bool) -> Task | None:
    if not due and not todo:
        return None
    day, time = _visit_form.due(app, due, force=force) if due else ("", "")
    return Task(
        text=_visit_form.text(todo, _("the task"))
        or visit.need
        or _("Follow up: {text}").format(text=visit.text[:200]),
        client=visit.client,
        due=day,
        due_time=time,
        first_due=day,
        owner=visit.owner,
        opened_on=app.today.isoformat(),
        opened_time=app.time,
        recorded_at=visit.recorded_at,
    )


def _answer(app: App, number: int, name: str, visit: Visit, task: Task | None) -> None:
    day = dates.show_day(date.fromisoformat(visit.day), app.language)
    kind = app.profile.label("visit_kinds", visit.kind, app.language)
    app.say(
        _("Logged visit {number}: {client}, {day}, {kind}.").format(
            number=number, client=shown(name), day=day, kind=kind
        )
    )
    if task and task.due:
        due = dates.show_day(date.fromisoformat(task.due), app.language)
        app.say(
            _("Next step on {day}: {text}").format(
                day=f"{due} {task.due_time}".strip(), text=shown(task.text)
            )
        )
    elif task:
        app.say(_("Next step: {text}").format(text=shown(task.text)))


def _say_fields(app: App, number: int, visit: Visit, pairs: list[str] | None) -> None:
    """Say what the visit still lacks, and which of its fields the profile nearly has."""
    if not pairs and not any(each.required for each in app.profile.visit_fields):
        return
    # Imported here: most visits have no fields of their own.
    from rmtool.commands import _fields

    _fields.say_near(app, "visit_fields", pairs or (), {})
    _fields.say_missing(app, "visit_fields", number, visit.fields)
