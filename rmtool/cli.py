"""The door: the table of commands; what goes wrong becomes one line and an exit code."""

import gc
import importlib
import inspect
import os
import re
import sys
from collections.abc import Callable
from types import ModuleType
from typing import Annotated
from typing import Any
from typing import NamedTuple
from typing import NoReturn

import typer
import typer.core
import typer.main
from typer._click.exceptions import UsageError as TyperUsageError

from rmtool import __version__
from rmtool import i18n
from rmtool import paths
from rmtool.app import App
from rmtool.app import new as new_app
from rmtool.config import settings
from rmtool.domain.text import clip
from rmtool.domain.text import shown
from rmtool.errors import RmtoolError
from rmtool.errors import UsageError
from rmtool.i18n import N_
from rmtool.i18n import _
from rmtool.writers import usage


class Entry(NamedTuple):
    """A line of the table: the group it is listed in, and what it does in a few words."""

    group: str
    help: str


CLIENTS, VISITS, TASKS = N_("Clients and contacts"), N_("Visits"), N_("Tasks")
COMPLAINTS, DEALS = N_("Complaints and papers"), N_("Deals and targets")
DUTIES, NOTES = N_("Standing duties"), N_("Market notes")
REPORTS, FILES, HOUSE = N_("Reports"), N_("Files in and out"), N_("Housekeeping")

# A command `log-visit` is the function `log_visit` in `rmtool/commands/log_visit.py`.
COMMANDS = {
    "log-visit": Entry(VISITS, N_("Log a visit, call or any other touch in one line")),
    "today": Entry(VISITS, N_("What is due, logged, quiet and coming up today")),
    "plan-day": Entry(VISITS, N_("Whom to see today, and what to bring up")),
    "plan-week": Entry(VISITS, N_("The touches of two weeks, spread over the days")),
    "due": Entry(VISITS, N_("Who is due for a touch, and why")),
    "list-visits": Entry(VISITS, N_("List visits by client, period, kind or text")),
    "show-visit": Entry(VISITS, N_("Show one visit whole")),
    "edit-visit": Entry(VISITS, N_("Correct a visit")),
    "delete-visit": Entry(VISITS, N_("Delete a visit")),
    "add-client": Entry(CLIENTS, N_("Add a client")),
    "show-client": Entry(CLIENTS, N_("The page to read before a visit")),
    "list-clients": Entry(CLIENTS, N_("List, filter and sort clients")),
    "edit-client": Entry(CLIENTS, N_("Change what is kept of a client")),
    "archive-client": Entry(CLIENTS, N_("Put a client away, or bring it back")),
    "client-data": Entry(CLIENTS, N_("All that is kept of a client, for the client")),
    "forget-client": Entry(CLIENTS, N_("Erase all that is kept of a client")),
    "add-contact": Entry(CLIENTS, N_("Add a person at a client")),
    "edit-contact": Entry(CLIENTS, N_("Change what is kept of a contact")),
    "remove-contact": Entry(CLIENTS, N_("Remove a contact")),
    "care": Entry(CLIENTS, N_("Whom to remember: birthdays, own days, festivals")),
    "greetings": Entry(CLIENTS, N_("A text for each client, addressed rightly")),
    "list-greetings": Entry(CLIENTS, N_("What was sent and given, to whom and when")),
    "record-gift": Entry(CLIENTS, N_("Keep what gift a client was given")),
    "add-client-day": Entry(CLIENTS, N_("Add a day of a client's own")),
    "remove-client-day": Entry(CLIENTS, N_("Remove a day of a client's own")),
    "add-task": Entry(TASKS, N_("Add a task: something promised or owed")),
    "add-milestone": Entry(TASKS, N_("Add a milestone at which a client is owed a visit")),
    "list-tasks": Entry(TASKS, N_("List tasks by state, client, kind or due date")),
    "close-task": Entry(TASKS, N_("Close a task with its result")),
    "move-task": Entry(TASKS, N_("Move a task to another day")),
    "show-task": Entry(TASKS, N_("Show one task whole, with its hand-overs")),
    "add-complaint": Entry(COMPLAINTS, N_("Take in a complaint")),
    "hand-over": Entry(COMPLAINTS, N_("Hand a request or complaint to a department")),
    "settle-complaint": Entry(COMPLAINTS, N_("Settle a complaint, and keep what the client says")),
    "list-complaints": Entry(COMPLAINTS, N_("List complaints by period, cause or department")),
    "complaints-report": Entry(COMPLAINTS, N_("Complaints of a period: causes, repeats, worst cases")),
    "add-paper": Entry(COMPLAINTS, N_("Keep a paper a client handed in, with its expiry")),
    "remove-paper": Entry(COMPLAINTS, N_("Remove a paper of a client")),
    "list-papers": Entry(COMPLAINTS, N_("Which papers are missing, expired or about to be")),
    "duties": Entry(DUTIES, N_("How the standing duties stand, and which are in danger")),
    "tick-duty": Entry(DUTIES, N_("Say that a standing duty was done")),
    "add-deal": Entry(DEALS, N_("Add a deal: a product with its amount")),
    "list-deals": Entry(DEALS, N_("List deals, what they come to, which are stuck")),
    "move-deal": Entry(DEALS, N_("Move a deal to another stage, won and lost included")),
    "set-target": Entry(DEALS, N_("Set a target for a period")),
    "list-targets": Entry(DEALS, N_("How far the targets are, and where they end at this pace")),
    "add-note": Entry(NOTES, N_("Note what the market says, to be passed on")),
    "list-notes": Entry(NOTES, N_("List notes, and what is still to be passed on")),
    "mark-told": Entry(NOTES, N_("Say that an urgent note was passed on")),
    "edit-note": Entry(NOTES, N_("Correct a note")),
    "delete-note": Entry(NOTES, N_("Delete a note")),
    "morning-brief": Entry(REPORTS, N_("What a morning meeting speaks of")),
    "daily-report": Entry(REPORTS, N_("The report of a day")),
    "weekly-report": Entry(REPORTS, N_("The report of a week")),
    "tenday-report": Entry(REPORTS, N_("The report of ten days, a third of a month")),
    "monthly-report": Entry(REPORTS, N_("The report of a month")),
    "quarterly-report": Entry(REPORTS, N_("The report of a quarter")),
    "market-report": Entry(REPORTS, N_("What the market says, against the period before")),
    "satisfaction-report": Entry(REPORTS, N_("What clients scored, and why")),
    "client-base": Entry(REPORTS, N_("The make-up of the client base, with charts")),
    "client-report": Entry(REPORTS, N_("All that happened with one client, in order")),
    "report": Entry(REPORTS, N_("Any report by its name, your own included")),
    "proofread": Entry(REPORTS, N_("What to look at before a report goes out")),
    "export": Entry(FILES, N_("Write the upstream workbook, CSV or JSON")),
    "pull": Entry(FILES, N_("Take back an exported workbook that somebody edited")),
    "fill-form": Entry(FILES, N_("Fill a form that somebody upstream designed")),
    "combine": Entry(FILES, N_("Put many people's exports or forms into one workbook")),
    "import-clients": Entry(FILES, N_("Take in clients from a table or vCards")),
    "import-visits": Entry(FILES, N_("Take in visits from a table")),
    "schedule": Entry(REPORTS, N_("Let cron write a report at a fixed time")),
    "handed-in": Entry(REPORTS, N_("Which reports were due, handed in, late or missing")),
    "add-robot": Entry(REPORTS, N_("Keep the robot of a group chat that reports go to")),
    "list-schedules": Entry(REPORTS, N_("List the schedules and how they last ran")),
    "unschedule": Entry(REPORTS, N_("Remove a schedule")),
    "run-schedule": Entry(REPORTS, N_("Run a schedule now, or all that were missed")),
    "profile": Entry(HOUSE, N_("Show the profile in force, in words")),
    "use-profile": Entry(HOUSE, N_("Fit rmtool to a trade")),
    "config": Entry(HOUSE, N_("Show or change settings")),
    "backup": Entry(HOUSE, N_("Write a consistent copy of the store")),
    "backup-status": Entry(HOUSE, N_("Which backups there are, and how old")),
    "restore": Entry(HOUSE, N_("Bring back a copy of the store")),
    "encrypt": Entry(HOUSE, N_("Put the whole store behind a passphrase or a key")),
    "decrypt": Entry(HOUSE, N_("Take the encryption off the store")),
    "rekey": Entry(HOUSE, N_("Give the encrypted store another passphrase or key")),
    "check": Entry(HOUSE, N_("Look for anything wrong with the store and the set-up")),
    "history": Entry(HOUSE, N_("What each command changed, field by field")),
    "exports": Entry(HOUSE, N_("Which files were written, by whom, masked or whole")),
    "undo": Entry(HOUSE, N_("Take a change back")),
    "redo": Entry(HOUSE, N_("Do again what was taken back")),
    "demo": Entry(HOUSE, N_("Make a folder with twelve weeks of example data")),
}


def run() -> NoReturn:
    """The console script."""
    # What a library can't close after an error that was told already is no news to anybody.
    sys.unraisablehook = lambda _what: None
    paths.keep_no_core()
    code = main(sys.argv[1:])
    # The interpreter's own tear-down takes longer than the command; all is on disk by now.
    os._exit(_flushed(code))


def _flushed(code: int) -> int:
    """Get the output out; answers `code`, or 7 where that fails."""
    try:
        sys.stdout.flush()
    except (OSError, ValueError) as error:
        # Where writing failed before, it has been told.
        if code == 0 and isinstance(error, OSError):
            return _fail(paths.cannot_write(_("the output"), error), 7)
        return code or 7
    return code


def main(words: list[str]) -> int:
    """Run one command line and answer its exit code."""
    try:
        _prepare_streams()
        i18n.choose(_language(words))
        return _dispatch(words)
    except RmtoolError as error:
        return _fail(str(error), error.exit_code)
    except KeyboardInterrupt:
        return _fail(_("Stopped; nothing more was done."), 130)
    except BrokenPipeError:
        # Who reads our output has seen enough; don't let the flush at exit complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 0
    except OSError as error:
        return _fail(paths.cannot_write(error.filename or _("the output"), error), 7)
    except Exception as error:  # the door: everything else is a bug of ours
        unusable = _unusable(words) if isinstance(error, UnicodeEncodeError | OverflowError) else ""
        if unusable:
            return _fail(unusable, 2)
        damaged = _damaged()
        return _fail(damaged, 6) if damaged else _fail(_bug(error), 3)


def _unusable(words: list[str]) -> str:
    """The sentence for the word that no store can look up: bytes that are no text, or a number beyond all counting."""
    for word in words:
        if any("\ud800" <= each <= "\udfff" for each in word):
            return _("{word} is not text in UTF-8: type it again.").format(word=word)
        if re.search(r"\d{19}", word):
            return _("{word} is too large a number: give a smaller one.").format(word=clip(word, 60))
    return ""


def _damaged() -> str:
    """What is wrong with the store, where that, and no bug of ours, is why a command stumbled over a value in it."""
    # Imported here: nobody comes by but after an error that nobody thought of.
    import sqlite3

    from rmtool.store import database
    from rmtool.store import health
    from rmtool.store import sqlite

    store = paths.home(os.environ) / "store.db"
    # An encrypted one has a digest of each page: no damage gets as far as a value.
    if not sqlite.is_plain(store):
        return ""
    try:
        db = database.read_only(store)
        try:
            found = health.damage(db)
        finally:
            db.close()
    except sqlite.errors(UnicodeDecodeError) as error:
        found = (str(error),)
    return str(database.problem(sqlite3.DatabaseError(found[0]), store)) if found else ""


def _prepare_streams() -> None:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # Under cron LANG=C is ASCII; our data is not.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if hasattr(sys.stdin, "reconfigure"):
        sys.stdin.reconfigure(encoding="utf-8", errors="surrogateescape")


def _language(words: list[str]) -> str:
    """The language asked for by option, environment, settings or locale, in this order."""
    for place, word in enumerate(words):
        if word == "--":
            break
        if word == "--lang" or word.startswith("--lang="):
            asked = word.partition("=")[2] or (words[place + 1] if place + 1 < len(words) else "")
            known = i18n.known(asked)
            if known is None:
                i18n.choose(i18n.from_environment(os.environ) or i18n.from_locale(os.environ))
                raise UsageError(_("Unknown language {value}: use zh or en.").format(value=repr(asked)))
            return known
    from_environment = i18n.from_environment(os.environ)
    if from_environment:
        return from_environment
    file = paths.home(os.environ) / "config.toml"
    if file.exists():
        try:
            configured = i18n.known(settings.load(file).language)
        except RmtoolError:
            configured = None  # the command itself says what is wrong, `rmtool config` mends it
        if configured:
            return configured
    return i18n.from_locale(os.environ)


def _dispatch(words: list[str]) -> int:
    app = new_app()
    try:
        code = _door(app).main(words, prog_name="rmtool", standalone_mode=False)
    except TyperUsageError as error:
        raise UsageError(
            usage.sentence(error, next((each for each in words if each in COMMANDS), ""))
        ) from error
    except typer.Abort:
        raise KeyboardInterrupt from None
    finally:
        app.close()
    return code if isinstance(code, int) else 0


class Page(typer.core.TyperCommand):
    """A command whose help page is laid out by us: examples kept, Chinese width right."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the whole page."""
        formatter.write(usage.page(self, ctx))


class Table(typer.core.TyperGroup):
    """The commands of the table, each imported only when it is run."""

    app: App

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 (Typer's own signature)
        """The names, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, name: str) -> Any:  # noqa: ARG002 (Typer's own signature)
        """The command of that name, or None."""
        return command(name, self.app) if name in COMMANDS else None

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command that the first word names; raises UsageError with the nearest."""
        if args[0] not in COMMANDS:
            raise UsageError(usage.unknown(args[0], COMMANDS))
        return args[0], self.get_command(ctx, args[0]), args[1:]

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the list of commands by group, without importing any."""
        groups: dict[str, list[tuple[str, str]]] = {}
        for name, entry in COMMANDS.items():
            groups.setdefault(_(entry.group), []).append((name, _(entry.help)))
        formatter.write(usage.overview(self, ctx, groups))


def _door(app: App) -> Any:
    """The command line as Typer sees it; without a command it shows today."""
    door = typer.Typer(cls=Table, rich_markup_mode=None, pretty_exceptions_enable=False)

    @door.callback(invoke_without_command=True)
    def bare(
        ctx: typer.Context,
        version: Annotated[bool, typer.Option("--version", help=_("Show the version."))] = False,
        lang: Annotated[str, typer.Option("--lang", metavar="zh/en", help=_("Language: zh or en."))] = "",
    ) -> None:
        del lang  # chosen before anything was imported
        if version:
            app.show(f"rmtool {__version__}")
        elif ctx.invoked_subcommand is None:
            function("today")(app)

    made = typer.main.get_command(door)
    assert isinstance(made, Table)
    made.app = app
    return made


def command(name: str, app: App) -> Any:
    """The command `name` as Typer sees it, with the options every command has."""
    called = function(name)
    wanted = list(inspect.signature(called, eval_str=True).parameters.values())[1:]
    everywhere = [
        inspect.Parameter(
            "lang",
            inspect.Parameter.KEYWORD_ONLY,
            default="",
            annotation=Annotated[str, typer.Option("--lang", metavar="zh/en", help=_("Language: zh or en."))],
        ),
        inspect.Parameter(
            "quiet",
            inspect.Parameter.KEYWORD_ONLY,
            default=False,
            annotation=Annotated[bool, typer.Option("--quiet", help=_("Say nothing but errors."))],
        ),
    ]

    def callback(**values: Any) -> None:
        app.quiet = values.pop("quiet")
        del values["lang"]  # the door chose it before anything was imported
        # Off since the start; what was made up to here stays, and is never looked at.
        gc.freeze()
        gc.enable()
        app.command, app.options = name, _given(made, values)
        called(app, **values)

    callback.__signature__ = inspect.Signature([*wanted, *everywhere])  # type: ignore[attr-defined]
    callback.__annotations__ = {each.name: each.annotation for each in (*wanted, *everywhere)}
    single = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    single.command(name, cls=Page, help=load(name).HELP, options_metavar=_("[OPTIONS]"))(callback)
    made = typer.main.get_command(single)
    return made


def _given(made: Any, values: dict[str, Any]) -> tuple[str, ...]:
    """The names of the options that say something else than by themselves."""
    defaults = {each.name: each for each in made.params}
    return tuple(
        defaults[name].opts[0]
        for name, value in values.items()
        if defaults[name].opts[0].startswith("--") and value not in (defaults[name].default, None)
    )


def load(name: str) -> ModuleType:
    """The module of the command `name`."""
    return importlib.import_module(f"rmtool.commands.{name.replace('-', '_')}")


def function(name: str) -> Callable[..., None]:
    """The function of the command `name`."""
    found: Callable[..., None] = getattr(load(name), name.replace("-", "_"))
    return found


def _fail(message: str, code: int) -> int:
    line = shown(" ".join(message.split("\n")))
    try:
        print(f"rmtool: {line}", file=sys.stderr)  # noqa: T201
    except OSError:
        return code
    return code


def _bug(error: BaseException) -> str:
    """Keep the traceback, without values, in a log in the home; answer the line to show."""
    frames = inspect.getinnerframes(error.__traceback__) if error.__traceback__ else []
    places = [f"{os.path.basename(f.filename)}:{f.lineno} {f.function}" for f in frames]
    text = f"{type(error).__name__}\n" + "\n".join(places) + "\n"
    try:
        log = paths.make_private(paths.home(os.environ)) / "error.log"
        with open(os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "a", encoding="utf-8") as file:
            file.write(text)
        where = str(log)
    except (OSError, RmtoolError):
        where = " < ".join(reversed(places[-3:]))
    return _("This is a bug in rmtool ({kind}); please report it with {log}.").format(
        kind=type(error).__name__, log=where
    )
