"""What the commands about schedules share: the crontab kept in step, one run with its record, the log."""

import os
import sqlite3
from collections.abc import Callable
from collections.abc import Iterator
from contextlib import contextmanager
from contextlib import nullcontext
from contextlib import suppress
from datetime import date
from datetime import datetime
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from rmtool import i18n
from rmtool import paths
from rmtool.app import App
from rmtool.commands import _deliver
from rmtool.commands import _report
from rmtool.commands import export
from rmtool.domain.deliveries import place
from rmtool.domain.masking import mask_text
from rmtool.domain.schedule_times import PLAIN
from rmtool.domain.schedule_times import minute
from rmtool.domain.schedule_times import on_the_clock
from rmtool.domain.schedule_times import unknown_holidays
from rmtool.domain.schedules import EXPORT_FORMATS
from rmtool.domain.schedules import FOLDER
from rmtool.domain.schedules import KINDS
from rmtool.domain.schedules import Schedule
from rmtool.domain.text import shown
from rmtool.domain.workdays import WorkCalendar
from rmtool.errors import RmtoolError
from rmtool.i18n import _
from rmtool.store import deliveries
from rmtool.store import schedules
from rmtool.store.schedules import Run
from rmtool.writers import cron

# cron itself runs a job up to three hours late, after the clock jumped or the machine slept.
LATE = timedelta(hours=3)
# The hourly line leaves what is due right now to the schedule's own line.
GRACE = timedelta(minutes=5)
MOST_MISSED = 31
_LONGEST_LOG = 1_000_000


def renew(app: App, db: sqlite3.Connection) -> bool:
    """Bring our lines of the crontab in step with the store; False where the machine has no crontab."""
    who = cron.caller(app.home)
    wanted = cron.lines(who, schedules.everyone(db))
    if not cron.available(app.environ):
        return False
    cron.put(who, wanted, app.environ)
    return True


@contextmanager
def change(app: App, undoes: int | None = None) -> Iterator[sqlite3.Connection]:
    """The store for a command that changes schedules; where it can't be stored after all, the crontab goes back too.

    `undoes` is the number of the change that it takes back.
    """
    try:
        with app.change(undoes) as db:
            yield db
    except RmtoolError:
        with suppress(RmtoolError), app.look() as db:
            renew(app, db)
        raise


def local_now(app: App) -> datetime:
    """This moment on the wall clock, without a zone: due times are kept so."""
    return app.now.replace(tzinfo=None)


def since(app: App, schedule: Schedule) -> datetime:
    """When the schedule was made, on the wall clock."""
    return on_the_clock(schedule.recorded_at, app.now)


def missed(app: App, schedule: Schedule, done: frozenset[str]) -> list[datetime]:
    """The due times since the schedule was made that have no run which ended well, at most 31 back."""
    due = list(schedule.at.due_times(since(app, schedule), local_now(app) - GRACE, calendar(app, schedule)))
    return [each for each in due[-MOST_MISSED:] if minute(each) not in done]


def calendar(app: App, schedule: Schedule) -> WorkCalendar:
    """The working days that `schedule` runs by; only what asks for them pays for them."""
    return app.calendar if schedule.at.workdays else PLAIN


def last_due(app: App, schedule: Schedule) -> datetime | None:
    """The due time that a run which starts now is meant for, or None."""
    return schedule.at.last_due(local_now(app), LATE, calendar(app, schedule))


def next_due(app: App, schedule: Schedule) -> datetime | None:
    """When `schedule` runs next; None where no day of the coming months is one."""
    return schedule.at.next_due(local_now(app), calendar(app, schedule))


def unknown_year(app: App, schedule: Schedule, day: date) -> str:
    """What to say where nobody knows yet which days of that year are worked; else empty."""
    return unknown_holidays(app.calendar, day) if schedule.at.workdays else ""


def lock(app: App, name: int | str) -> Path:
    """The file a run of schedule `name` holds."""
    return app.home / f"schedule-{name}.lock"


def perform(app: App, schedule: Schedule, due: datetime, by: str = _deliver.AT_ONCE) -> list[RmtoolError]:
    """Make the report that is due then and hand it in; answers which deliveries went wrong, and raises what else did.

    That it was made is recorded before anything is sent, so that only what was not sent is tried again.
    """
    i18n.choose(schedule.language)
    with _recorded(app, schedule, due):
        content = _made(app, schedule, due)
    return _handed_in(app, schedule, due, lambda: content, by)


def retry(app: App, schedule: Schedule, due: datetime, by: str) -> list[RmtoolError]:
    """Try what was not handed in of a report that was made before; answers what went wrong."""
    i18n.choose(schedule.language)
    return _handed_in(app, schedule, due, lambda: _content(app, schedule, due), by)


def _handed_in(
    app: App, schedule: Schedule, due: datetime, content: Callable[[], bytes], by: str
) -> list[RmtoolError]:
    errors = _deliver.run(app, schedule, due, content, by)
    for each in errors:
        log(app, f"{_what(schedule, due)} not handed in exit={each.exit_code}")
    return errors


def _made(app: App, schedule: Schedule, due: datetime) -> bytes:
    """Write the report into its folder, where there is one; answers its content for who else gets it."""
    if not schedule.folder:
        return _content(app, schedule, due)
    file = Path(schedule.folder) / schedule.file_name(due)
    _write(app, schedule, due, file)
    return file.read_bytes() if len(schedule.destinations) > 1 else b""


def _content(app: App, schedule: Schedule, due: datetime) -> bytes:
    with TemporaryDirectory(prefix="rmtool-") as folder:
        file = Path(folder) / schedule.file_name(due)
        _write(app, schedule, due, file)
        return file.read_bytes()


def _write(app: App, schedule: Schedule, due: datetime, file: Path) -> None:
    period = schedule.covers(due)
    if schedule.format in EXPORT_FORMATS:
        export.write(app, period, file, schedule.format, schedule.reason)
    else:
        asked = _report.Asked(
            owner=schedule.owner, unmasked=bool(schedule.reason), reason=schedule.reason, scheduled=True
        )
        _report.write(app, schedule.report, period, schedule.format, file, asked)


def _what(schedule: Schedule, due: datetime) -> str:
    return f"schedule={schedule.number} report={schedule.report} due={minute(due)}"


@contextmanager
def _recorded(app: App, schedule: Schedule, due: datetime) -> Iterator[None]:
    started, what, file = _instant(app), _what(schedule, due), schedule.file_name(due)
    log(app, f"{what} period={schedule.covers(due).key} started")
    code, message = 3, ""
    try:
        yield
        code = 0
    except RmtoolError as error:
        code, message = error.exit_code, str(error)
        raise
    except KeyboardInterrupt:
        code = 130
        raise
    except BaseException as error:
        message = type(error).__name__
        raise
    finally:
        run = Run(
            schedule.number, minute(due), started, _instant(app), code, file if code == 0 else "", message
        )
        # What went wrong first is what the user must hear of.
        with suppress(RmtoolError) if code else nullcontext():
            log(app, f"{what} ended exit={code}" + (f" file={file}" if code == 0 else ""))
            with app.change() as db:
                schedules.add_run(db, run)
                for each in _deliver.planned(schedule, due, run.ended_at) if code == 0 else ():
                    deliveries.add(db, each)


def _instant(app: App) -> str:
    return App(app.environ).recorded_at


def log(app: App, words: str) -> None:
    """Add a line to `schedule.log` in the home (0600); no client's data belongs in it, be it in a name."""
    file = app.home / "schedule.log"
    moment = App(app.environ).now.isoformat(timespec="seconds")
    with paths.writing(file):
        if file.exists() and file.stat().st_size > _LONGEST_LOG:
            os.replace(file, file.with_suffix(".log.1"))
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        with os.fdopen(descriptor, "a", encoding="utf-8") as out:
            out.write(f"{moment} {mask_text(words)}\n")


def told_period(schedule: Schedule) -> str:
    """Which period the runs of `schedule` report on, in words."""
    words = {
        ("day", "this"): _("the same day"),
        ("day", "last"): _("the day before"),
        ("week", "this"): _("this week"),
        ("week", "last"): _("last week"),
        ("tenday", "this"): _("these ten days"),
        ("tenday", "last"): _("the ten days before"),
        ("month", "this"): _("this month"),
        ("month", "last"): _("last month"),
        ("quarter", "this"): _("this quarter"),
        ("quarter", "last"): _("last quarter"),
        ("year", "this"): _("this year"),
        ("year", "last"): _("last year"),
    }
    return words[KINDS[schedule.report], schedule.period]


def told_places(schedule: Schedule) -> str:
    """Where the reports of `schedule` go, in words."""
    places = (shown(schedule.folder) if each == FOLDER else place(each) for each in schedule.destinations)
    return _(", ").join(places)


def told_run(app: App, run: Run | None) -> str:
    """How a run ended, in a few words; empty where there was none."""
    if run is None:
        return ""
    moment = on_the_clock(run.ended_at, app.now).strftime("%Y-%m-%d %H:%M")
    if run.exit_code:
        return _("{moment} failed ({code})").format(moment=moment, code=run.exit_code)
    return f"{moment} {shown(run.file)}"
