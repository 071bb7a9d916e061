"""The day on one screen: 24 lines of 80 columns, with the numbers to type."""

from collections.abc import Sequence
from datetime import date

from rmtool.config.profile import Profile
from rmtool.domain import dates
from rmtool.domain import festivals
from rmtool.domain.clock import RED
from rmtool.domain.due import Due
from rmtool.domain.notes import Note
from rmtool.domain.overview import Birthday
from rmtool.domain.overview import Day
from rmtool.domain.overview import Quiet
from rmtool.domain.schedules import label
from rmtool.domain.tasks import Task
from rmtool.domain.visits import Visit
from rmtool.i18n import _
from rmtool.i18n import ngettext
from rmtool.writers import hand_in_page
from rmtool.writers import pages
from rmtool.writers import paper_page

# The prompt takes the last line of the screen.
_LINES = 23
_MOST = (8, 5, 5, 4, 3)
_MOST_UNTOLD = 3
_NUMBER, _DAY, _NAME = 6, 14, 16


def text(day: Day, profile: Profile, language: str) -> str:
    """The whole screen."""
    wide = pages.columns()
    title = dates.show_day(date.fromisoformat(day.day), language)
    if not (day.clients or day.tasks_count or day.visits_count or day.untold or day.hand_ins):
        return "\n".join(
            (
                title + "  " + _("Nothing is here yet. Begin with:"),
                _("  rmtool add-client NAME        then: rmtool log-visit NAME TEXT"),
                _("  rmtool demo                   to look at twelve weeks of an example first"),
            )
        )
    sections = [
        (_tasks_title(day), [task(each, day.day, wide) for each in day.tasks]),
        (_visits_title(day), [_visit(each, profile, language, wide) for each in day.visits]),
        (_quiet_title(day), [_quiet(each, wide) for each in day.quiet]),
        (_birthdays_title(day), [_birthday(each, language, wide) for each in day.birthdays]),
    ]
    if day.papers:
        told = [paper_page.line(each, profile, language, wide) for each in day.papers]
        sections.append((_papers_title(day), told))
    lines = [title, *_coming(day, language, wide), *_untold(day, wide)]
    if day.hand_ins:
        lines.append(pages.row([(_hand_ins(day), 0)], wide))
    if day.called_for:
        lines.append(pages.row([(_called_for(day, profile, language), 0)], wide))
    if day.duties:
        lines.append(pages.row([(_duties(day, language), 0)], wide))
    rooms = shares([len(rows) for _title, rows in sections], _LINES - len(lines) - 2 * len(sections))
    for (heading, rows), room in zip(sections, rooms, strict=True):
        lines += ["", pages.row([(heading, 0)], wide), *rows[:room]]
    return "\n".join(lines)


def _coming(day: Day, language: str, wide: int) -> list[str]:
    """Festivals and clients' own days on one line."""
    told = []
    for each in day.coming:
        festival = None if each.client else festivals.get(each.name)
        name = festival.label(language) if festival else f"{each.client_name} {each.name}"
        told.append(f"{name} {dates.show_day(date.fromisoformat(each.day), language)[5:]}")
    line = _("Coming up (rmtool care): {days}").format(days=_("; ").join(told))
    return [pages.row([(line, 0)], wide)] if told else []


def shares(wanted: Sequence[int], lines: int) -> list[int]:
    """How many rows each section gets: one after the other takes one more while there is room."""
    given = [0] * len(wanted)
    while sum(given) < lines:
        hungry = [i for i, rows in enumerate(given) if rows < min(wanted[i], _MOST[i])]
        if not hungry:
            break
        for i in hungry[: lines - sum(given)]:
            given[i] += 1
    return given


def _tasks_title(day: Day) -> str:
    if not day.tasks_count:
        return _("Due and overdue: none")
    return _("Due and overdue: {count}  (rmtool close-task N, move-task N DATE, list-tasks)").format(
        count=day.tasks_count
    )


def _visits_title(day: Day) -> str:
    if not day.visits_count:
        return _("Logged today: none  (rmtool log-visit CLIENT TEXT)")
    return _("Logged today: {count}  (rmtool show-visit N, edit-visit N)").format(count=day.visits_count)


def _quiet_title(day: Day) -> str:
    if not day.quiet_count:
        return _("Gone quiet: none")
    return _("Gone quiet: {count}  (rmtool show-client N, log-visit N TEXT)").format(count=day.quiet_count)


def _duties(day: Day, language: str) -> str:
    told = _("Duties due or in danger: {count}  (rmtool duties, tick-duty)  {names}")
    return told.format(count=len(day.duties), names=_("; ").join(each.label(language) for each in day.duties))


def _hand_ins(day: Day) -> str:
    """The reports that are not in order, the latest first."""
    told = _("Reports not in order: {count}  (rmtool handed-in)  {names}")
    names = (
        f"{hand_in_page.state(each.state)} {label(each.report)} {each.period}"
        for each in reversed(day.hand_ins)
    )
    return told.format(count=len(day.hand_ins), names=_("; ").join(names))


def _called_for(day: Day, profile: Profile, language: str) -> str:
    told = _("To call or see: {count}  (rmtool due)  {names}")
    names = _("; ").join(_owed(each, day.day, profile, language) for each in day.called_for)
    return told.format(count=len(day.called_for), names=names)


def _owed(owed: Due, today: str, profile: Profile, language: str) -> str:
    """One touch that something calls for: whom, what, and by when."""
    what = owed.rule or _("/").join(profile.label("visit_kinds", each, language) for each in owed.kinds)
    when = owed.due[5:] if owed.due < today else owed.time or _("today")
    told = (
        _("{client} {what} (overdue: {when})") if owed.state == "overdue" else _("{client} {what} ({when})")
    )
    return told.format(client=owed.name, what=what, when=when)


def _birthdays_title(day: Day) -> str:
    if not day.birthdays:
        return _("Birthdays in the next 7 days: none")
    return _("Birthdays in the next 7 days: {count}  (rmtool show-client N)").format(count=len(day.birthdays))


def _papers_title(day: Day) -> str:
    return _("Papers expired or to expire in 30 days: {count}  (rmtool list-papers, add-paper)").format(
        count=day.papers_count
    )


def _line(number: int, cells: Sequence[tuple[str, int]], wide: int) -> str:
    return f"{number:>{_NUMBER}}  " + pages.row(cells, wide - _NUMBER - 2)


def task(task: Task, today: str, wide: int) -> str:
    """A task that is due or overdue, as one line."""
    # In front, where a long text does not push it off the line.
    told = (
        _("[tell {who}] {text}").format(who=task.escalate_to, text=task.text)
        if task.escalate_to
        else task.text
    )
    return _line(task.number, [(when(task, today), _DAY), (task.client_name or "-", _NAME), (told, 0)], wide)


def when(task: Task, today: str) -> str:
    """When a task that is due or overdue had to be done: its time, `today`, or how late it is."""
    late = (date.fromisoformat(today) - date.fromisoformat(task.due)).days
    if late:
        return ngettext("{days} day late", "{days} days late", late).format(days=late)
    if task.state == RED:
        return _("late: {time}").format(time=task.due_time)
    return task.due_time or _("today")


def _untold(day: Day, wide: int) -> list[str]:
    """What cannot wait, above everything else; nothing where there is nothing."""
    if not day.untold:
        return []
    heading = _("To be passed on at once: {count}  (rmtool mark-told N, list-notes --untold)").format(
        count=len(day.untold)
    )
    return ["", pages.row([(heading, 0)], wide), *(untold(each, wide) for each in day.untold[:_MOST_UNTOLD])]


def untold(note: Note, wide: int) -> str:
    """A note that somebody must hear of at once, as one line: who, from which client, what."""
    return _line(note.number, [(note.tell, _DAY), (note.client_name or "-", _NAME), (note.text, 0)], wide)


def _visit(visit: Visit, profile: Profile, language: str, wide: int) -> str:
    kind = profile.label("visit_kinds", visit.kind, language)
    when = f"{visit.time} {kind}".strip()
    return _line(visit.number, [(when, _DAY), (visit.client_name, _NAME), (visit.text, 0)], wide)


def _quiet(client: Quiet, wide: int) -> str:
    days = ngettext("{days} day", "{days} days", client.days).format(days=client.days)
    last = _("last touch {day}").format(day=client.last_touch) if client.last_touch else _("never touched")
    return _line(
        client.number, [(days, _DAY), (client.name, _NAME), (f"{client.tier}  {last}".strip(), 0)], wide
    )


def _birthday(birthday: Birthday, language: str, wide: int) -> str:
    when = dates.show_day(date.fromisoformat(birthday.day), language)[5:]
    who = birthday.contact or birthday.client_name
    more = birthday.client_name if birthday.contact else ""
    if birthday.role:
        more = f"{more}  {birthday.role}"
    if birthday.lunar:
        more = _("{more}  (lunar calendar)").format(more=more)
    return _line(birthday.client, [(when, _DAY), (who, _NAME), (more, 0)], wide)
