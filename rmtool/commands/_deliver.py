"""What is handed in by mail and robots: each delivery is recorded before and after it is tried."""

import time
from collections.abc import Callable
from datetime import UTC
from datetime import datetime
from functools import cache

from rmtool.app import App
from rmtool.commands import _report
from rmtool.config import secrets
from rmtool.domain.deliveries import MADE
from rmtool.domain.deliveries import SENT
from rmtool.domain.deliveries import Delivery
from rmtool.domain.deliveries import addresses
from rmtool.domain.deliveries import place
from rmtool.domain.deliveries import wait
from rmtool.domain.schedule_times import minute
from rmtool.domain.schedules import MAIL
from rmtool.domain.schedules import ROBOT
from rmtool.domain.schedules import Schedule
from rmtool.domain.schedules import label
from rmtool.errors import DoubtError
from rmtool.errors import RmtoolError
from rmtool.errors import SettingsError
from rmtool.errors import UnreachableError
from rmtool.errors import UsageError
from rmtool.i18n import _
from rmtool.store import deliveries
from rmtool.writers import mail
from rmtool.writers import robots

# A server that hiccups is asked again at once, twice; the hourly line does the rest.
QUICK = (1.0, 2.0)
# One that keeps us waiting is not: its next try is the hourly line's.
SLOW = 5.0
# A delivery may be told by hand to go at once, whenever its next try would be.
AT_ONCE = "9999"
_PORTS = {"tls": 465, "starttls": 587}
_READABLE = ("text", "md")
Content = Callable[[], bytes]


def run(
    app: App, schedule: Schedule, due: datetime, content: Content, by: str = AT_ONCE
) -> list[RmtoolError]:
    """Make the deliveries of that due time whose next try is at or before the instant `by`; answers what went wrong.

    Whoever calls holds the schedule's lock.
    """
    key = minute(due)
    with app.change() as db:
        deliveries.interrupted(db, schedule.number)
        found = deliveries.of(db, schedule.number, key, key)
    once = cache(content)
    errors: list[RmtoolError] = []
    for each in found:
        if not each.pending(by):
            continue
        try:
            _deliver(app, schedule, due, each, once)
        except RmtoolError as error:
            errors.append(error)
        else:
            app.say(_("Sent to {destination}.").format(destination=place(each.destination)))
    return errors


def _deliver(app: App, schedule: Schedule, due: datetime, each: Delivery, content: Content) -> None:
    # The report first: a template that is wrong is no attempt.
    send = _sender(app, schedule, due, each, content())
    with app.change() as db:
        deliveries.begin(db, each.number, _now(app))
    try:
        _tried(send)
    except DoubtError as error:
        with app.change() as db:
            deliveries.doubt(db, each.number, str(error))
        raise
    except RmtoolError as error:
        with app.change() as db:
            deliveries.fail(db, each.number, str(error), _next_try(app, each, error))
        raise
    with app.change() as db:
        deliveries.settle(db, each.number, _now(app))


def _tried(send: Callable[[], None]) -> None:
    """Send, and again after a moment where the server could not be reached."""
    for pause in QUICK:
        begun = time.monotonic()
        try:
            send()
        except UnreachableError:
            if time.monotonic() - begun > SLOW:
                raise
            time.sleep(pause)
        else:
            return
    send()


def _next_try(app: App, each: Delivery, error: RmtoolError) -> str:
    """When to try again; empty where that is of no use, or enough."""
    pause = wait(each.attempts + 1) if isinstance(error, UnreachableError) else None
    if pause is None:
        return ""
    return (app.now + pause).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _now(app: App) -> str:
    return App(app.environ).recorded_at


def _sender(
    app: App, schedule: Schedule, due: datetime, each: Delivery, content: bytes
) -> Callable[[], None]:
    """How that delivery is sent."""
    if each.destination.startswith(ROBOT):
        name = each.destination.removeprefix(ROBOT)
        text = _chat_text(app, schedule, due)
        return lambda: robots.send(robot(app, name), _subject(schedule, due), text, App(app.environ).now)
    return lambda: mail.send(server(app), _letter(app, schedule, due, each, content))


def _subject(schedule: Schedule, due: datetime) -> str:
    return f"{label(schedule.report)} {schedule.covers(due).title(schedule.language)}"


def _chat_text(app: App, schedule: Schedule, due: datetime) -> str:
    asked = _report.Asked(owner=schedule.owner)
    return _report.made(app, schedule.report, schedule.covers(due), "md", asked)


def _letter(app: App, schedule: Schedule, due: datetime, each: Delivery, content: bytes) -> mail.Letter:
    subject, name = _subject(schedule, due), schedule.file_name(due)
    readable = schedule.format in _READABLE
    text = content.decode() if readable else _("{report}: see {file}.").format(report=subject, file=name)
    return mail.Letter(
        sender=sender(app),
        sender_name=app.settings.owner,
        to=each.destination.removeprefix(MAIL),
        subject=subject,
        text=text,
        message_id=each.message_id,
        moment=app.now,
        file=("", b"") if readable else (name, content),
    )


def sender(app: App) -> str:
    """The address that letters come from; raises SettingsError."""
    word = app.settings.mail_from or app.settings.mail_user
    try:
        (found,) = addresses(word)
    except (UsageError, ValueError):
        raise SettingsError(
            _("Say from which address reports are mailed: `rmtool config mail_from name@example.com`.")
        ) from None
    return found


def server(app: App) -> mail.Server:
    """The server that takes the letters, with its password; raises SettingsError."""
    settings = app.settings
    if not settings.mail_server:
        raise SettingsError(_("Say which server takes mail: `rmtool config mail_server smtp.example.com`."))
    port = int(settings.mail_port or _PORTS.get(settings.mail_security, 25))
    password = secrets.mail_password(app.home, settings.mail_user, app.environ) if settings.mail_user else ""
    return mail.Server(settings.mail_server, port, settings.mail_security, settings.mail_user, password)


def robot(app: App, name: str) -> robots.Robot:
    """The robot of that name; raises NotFoundError and SettingsError."""
    kept = secrets.robot(app.home, name)
    try:
        return robots.checked(robots.Robot(name, kept["kind"], kept["url"], kept["secret"]))
    except UsageError as error:
        raise SettingsError(str(error)) from None


def planned(schedule: Schedule, due: datetime, moment: str) -> tuple[Delivery, ...]:
    """The deliveries of a report that was just made; the folder has it already."""
    key = minute(due)
    return tuple(
        Delivery(
            schedule.number, key, each, schedule.message_id(due, each), made_at=moment,
            state=MADE if ":" in each else SENT, sent_at="" if ":" in each else moment,
        )
        for each in schedule.destinations
    )  # fmt: skip
