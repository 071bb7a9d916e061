"""What a command is given: settings, profile, store, today, language. Expensive parts are made on first use."""

import os
import sqlite3
import sys
from collections.abc import Iterator
from collections.abc import Mapping
from contextlib import contextmanager
from datetime import UTC
from datetime import date
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from typing import BinaryIO

from rmtool import i18n
from rmtool import paths
from rmtool.config import profile
from rmtool.config import settings
from rmtool.config.profile import Profile
from rmtool.config.settings import Settings
from rmtool.domain.clients import Client
from rmtool.domain.text import clip
from rmtool.domain.text import shown
from rmtool.errors import NotFoundError
from rmtool.errors import RefusedError
from rmtool.errors import UsageError
from rmtool.i18n import _
from rmtool.store import clients
from rmtool.store import database
from rmtool.store.history import By

if TYPE_CHECKING:
    from rmtool.domain.clock import Clock
    from rmtool.domain.workdays import WorkCalendar


class App:
    """One run of rmtool: where its home is, what time it is, what language it speaks."""

    def __init__(self, environ: Mapping[str, str], *, quiet: bool = False) -> None:
        self.environ = environ
        self.quiet = quiet
        # What was typed: the command's name and those of its options, never a value.
        self.command = ""
        self.options: tuple[str, ...] = ()
        self._db: sqlite3.Connection | None = None
        self._changing = False

    @cached_property
    def home(self) -> Path:
        """The folder that holds everything (0700), made on first use."""
        found = paths.home(self.environ)
        if not found.is_dir() and (risk := self.risk(found)):
            self.say(risk)
        return paths.make_private(found)

    @staticmethod
    def risk(home: Path) -> str:
        """Why a store in `home` is not safe from other machines, and what to do; empty where it is."""
        # Imported here: only a new home and `check` ask.
        from rmtool.domain import places

        real = os.path.realpath(home)
        where = {"path": shown(str(home))}
        if service := places.synced(real):
            return _(
                "{path} lies in {service}, which another machine writes too: that can tear the store, and shares"
                " your clients. Set RMTOOL_HOME to a folder of this machine alone."
            ).format(**where, service=shown(service))
        if kind := places.network(real, paths.mounts()):
            return _(
                "{path} lies on another machine ({kind}): a store is not safe there. Set RMTOOL_HOME to a folder on"
                " this machine's own disk."
            ).format(**where, kind=kind)
        return ""

    @cached_property
    def settings(self) -> Settings:
        """What the user set in `config.toml`."""
        return settings.load(paths.home(self.environ) / "config.toml")

    @cached_property
    def profile(self) -> Profile:
        """The profile in force: the home's own, else the general one."""
        return profile.load(self.profile_path)

    @property
    def profile_path(self) -> Path:
        """Where the profile in force lies."""
        own = paths.home(self.environ) / "profile.toml"
        return own if own.exists() else paths.templates_folder() / "profiles" / "general.toml"

    @cached_property
    def calendar(self) -> "WorkCalendar":
        """The working days: the official ones of mainland China, with the firm's own from `calendar.toml`."""
        # Imported here: few commands ask which days are worked.
        from rmtool.config import own_days
        from rmtool.domain.holidays import official
        from rmtool.domain.workdays import WorkCalendar

        own = own_days.load(paths.home(self.environ) / "calendar.toml")
        return official().overlaid(WorkCalendar(frozenset(own.off), frozenset(own.on), frozenset(own.years)))

    @cached_property
    def now(self) -> datetime:
        """This moment in the local zone; `$RMTOOL_NOW` replaces the clock."""
        word = self.environ.get("RMTOOL_NOW")
        if not word:
            return datetime.now().astimezone()
        try:
            moment = datetime.fromisoformat(word)
        except ValueError as error:
            raise UsageError(
                _("RMTOOL_NOW is not a moment: {word}: write it as 2026-11-24T09:30:00+08:00.").format(
                    word=shown(word)
                )
            ) from error
        return moment if moment.tzinfo else moment.astimezone()

    @cached_property
    def clock(self) -> "Clock":
        """What tasks are judged by: this moment, and who hears of late ones."""
        # Imported here: logging a visit judges no task.
        from rmtool.domain.clock import Clock

        return Clock(self.now.replace(tzinfo=None), self.profile.escalations, self.settings.supervisor)

    @property
    def time(self) -> str:
        """The local time of day, HH:MM."""
        return self.now.strftime("%H:%M")

    @property
    def today(self) -> date:
        """The local date."""
        return self.now.date()

    @property
    def recorded_at(self) -> str:
        """This moment as a UTC instant, the way the store keeps it."""
        return self.now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    @property
    def language(self) -> str:
        """The language of this run: zh or en."""
        return i18n.language()

    @property
    def store_path(self) -> Path:
        """Where the store lies."""
        return self.home / "store.db"

    @property
    def db(self) -> sqlite3.Connection:
        """The open store."""
        if self._db is None:
            self._db = database.connect(self.store_path, self.home / "backups", self.say, self.key)
        return self._db

    @cached_property
    def key(self) -> bytes:
        """The key of the store, asked for where it is kept nowhere; empty where the store is not encrypted."""
        if not (self.home / paths.ENCRYPTED).exists():
            return b""
        # Imported here: few stores are encrypted.
        from rmtool import keys

        return keys.found(self.home, self.store_path)

    @property
    def by(self) -> By:
        """Who changes the store, as the history says it."""
        return By(self.recorded_at, self.command, " ".join(self.options), *paths.user_and_host(self.environ))

    @contextmanager
    def change(self, undoes: int | None = None) -> Iterator[sqlite3.Connection]:
        """The store for a command that changes it: all of it or none, and nothing that can't be shown.

        `undoes` is the number of the change that it takes back.
        """
        with database.change(self.db, self.by._replace(undoes=undoes)) as db:
            self._changing = True
            try:
                yield db
            finally:
                self._changing = False
            sys.stdout.flush()

    @contextmanager
    def look(self) -> Iterator[sqlite3.Connection]:
        """The store as it stands at one moment, for a command that only reads."""
        with database.look(self.db) as db:
            yield db

    def is_own(self, path: Path) -> bool:
        """Whether `path` lies in the home, where nobody but rmtool writes, or is the store by another name."""
        home = paths.home(self.environ)
        store = home / "store.db"
        same = path.exists() and store.exists() and os.path.samefile(path, store)
        return same or home.resolve() in path.resolve().parents

    def refuse_own(self, path: Path) -> None:
        """Keep what is written for people out of the home; raises RefusedError."""
        if self.is_own(path):
            raise RefusedError(
                _("{path} lies among rmtool's own files: choose another folder.").format(
                    path=shown(str(path))
                )
            )

    @contextmanager
    def file_out(
        self, target: Path, *inputs: Path, masked: bool | None = True, reason: str = ""
    ) -> Iterator[BinaryIO]:
        """Write `target` whole or not at all, mode 0600, and keep on record that it was written.

        `inputs` are the files it is made from; `masked` is False where what identifies a person stands in it whole,
        None where nothing in it comes from the store, so that there is nothing to keep on record.
        Raises RefusedError where it would take the place of one of them or of a file in the home,
        CannotWriteError where it can't be written.
        """
        self.refuse_own(target)
        for each in inputs:
            if each.exists() and target.exists() and os.path.samefile(each, target):
                raise RefusedError(
                    _(
                        "{path} is read and written at once, output equal to input: choose another name."
                    ).format(path=shown(str(target)))
                )
        with paths.whole_file(target) as file:
            yield file
            if masked is not None:
                self.record_out(target, file, masked=masked, reason=reason)

    def record_out(self, target: Path, file: BinaryIO, *, masked: bool, reason: str = "") -> None:
        """Keep on record that `file` is about to be written as `target`: before it is, so that none goes unrecorded."""
        # Imported here: most commands write no file.
        from rmtool.domain.exports import Export
        from rmtool.store import exports

        file.flush()
        digest, size, by = exports.digest_of(file), file.seek(0, os.SEEK_END), self.by
        made = Export(
            by.at, by.command, by.user, by.host, os.path.abspath(target), size, digest, masked, reason
        )  # fmt: skip
        if self._changing:
            exports.add(self.db, made)
            return
        # Another connection: this one may be in the middle of a look.
        db = database.connect(self.store_path, self.home / "backups", self.say, self.key)
        try:
            with database.change(db, by):
                exports.add(db, made)
        finally:
            db.close()

    def close(self) -> None:
        """Let the store go."""
        if self._db is not None:
            self._db.close()
            self._db = None

    def say(self, text: str) -> None:
        """Talk to the user: on stderr, so that data stays alone on stdout; data in it is made safe; never fails."""
        if not self.quiet:
            try:
                print(shown(text, newlines=True), file=sys.stderr)  # noqa: T201
            except OSError:
                return

    def show(self, text: str) -> None:
        """Print data on stdout."""
        print(text)  # noqa: T201

    def client(self, db: sqlite3.Connection, word: str) -> Client:
        """The one client `word` names; asks on a terminal where there are several; raises NotFoundError."""
        found = clients.matching(db, word)
        if len(found) == 1:
            return found[0]
        if not found:
            raise NotFoundError(self._nobody(db, word))
        if sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty():
            return self._choice(word, found)
        some = _("; ").join(self._brief(each) for each in found[:5])
        if len(found) > 5:
            some += _("; and more")
        raise NotFoundError(
            _("{word} names several clients: {some}. Give the number.").format(word=shown(word), some=some)
        )

    def _nobody(self, db: sqlite3.Connection, word: str) -> str:
        # Imported here: only a name that was not found needs it.
        from difflib import get_close_matches

        near = get_close_matches(word, clients.names(db), n=3, cutoff=0.3)
        if near:
            return _("No client is named {word}; the nearest: {near}.").format(
                word=shown(word), near=_(", ").join(shown(each) for each in near)
            )
        return _("No client is named {word}: add one with `rmtool add-client {word}`.").format(
            word=shown(word)
        )

    def _choice(self, word: str, found: tuple[Client, ...]) -> Client:
        self.say(_("{word} names several clients:").format(word=shown(word)))
        for place, each in enumerate(found[:20], 1):
            self.say(f"  {place}  {self._brief(each)}")
        last = min(len(found), 20)
        sys.stderr.write(_("Which one? [1-{last}] ").format(last=last))
        sys.stderr.flush()
        answer = sys.stdin.readline().strip()
        if answer.isdecimal() and 1 <= int(answer) <= last:
            return found[int(answer) - 1]
        for each in found:
            if answer == str(each.number):
                return each
        raise NotFoundError(_("None was chosen; nothing was done."))

    @staticmethod
    def _brief(client: Client) -> str:
        more = " ".join(filter(None, (client.area, client.phones[0][-4:] if client.phones else "")))
        return clip(f"{client.number} {shown(client.name)}" + (f" ({shown(more)})" if more else ""), 60)

    def for_home(self, home: Path) -> "App":
        """The same run with another home."""
        return self._with(RMTOOL_HOME=str(home))

    def at(self, moment: datetime) -> "App":
        """The same run at another moment."""
        return self._with(RMTOOL_NOW=moment.isoformat())

    def _with(self, **environ: str) -> "App":
        other = App({**self.environ, **environ}, quiet=self.quiet)
        other.command, other.options = self.command, self.options
        return other


def new(environ: Mapping[str, str] = os.environ) -> App:
    """The app of this process."""
    return App(environ)
