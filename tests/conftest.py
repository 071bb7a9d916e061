"""Tests can't reach the real home, clock or language; `run` runs the real program."""

import itertools
import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import NamedTuple
from typing import NoReturn

import platformdirs
import pytest

import rmtool
from rmtool import app
from rmtool import i18n
from rmtool.store import database

NOW = "2026-11-24T09:30:00+08:00"
# Where this process found rmtool; the processes it starts must find the same one.
SOURCE = Path(rmtool.__file__).parent.parent
# What would change what rmtool says or where it looks is taken away.
_UNWANTED = ("RMTOOL_", "LC_", "XDG_")
_UNWANTED_NAMES = {
    "LANG", "LANGUAGE", "COLUMNS", "LINES", "TERM", "NO_COLOR", "FORCE_COLOR", "EDITOR", "VISUAL", "PAGER",
    "PYTHONUTF8", "PYTHONIOENCODING", "TTY_COMPATIBLE", "TTY_INTERACTIVE",
}  # fmt: skip


class Result(NamedTuple):
    """What a run left: exit code, standard output, standard error."""

    code: int
    out: str
    err: str


class YouForgotToSetRmtoolHomeError(AssertionError):
    """A test asked for the user's real data folder: give its environment an RMTOOL_HOME."""


class YouForgotToSetRmtoolNowError(AssertionError):
    """A test asked for the real clock: give its environment an RMTOOL_NOW."""


class NoClock(datetime):
    """What `rmtool.app` knows as datetime during tests: all of it but the clock."""

    @classmethod
    def now(cls, *_: object) -> NoReturn:
        raise YouForgotToSetRmtoolNowError


def _no_data_folder(*_: object, **__: object) -> NoReturn:
    raise YouForgotToSetRmtoolHomeError


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--retell", action="store_true", help="rewrite the stories with what really happens")


def pytest_configure() -> None:
    # For what runs outside a test (imports, wide fixtures): a path below a file can't be made, and the
    # words show up in the message.
    os.environ["RMTOOL_HOME"] = f"{__file__}/YOU-FORGOT-TO-SET-RMTOOL_HOME"
    os.environ["RMTOOL_NOW"] = "YOU-FORGOT-TO-SET-RMTOOL_NOW"


@pytest.fixture(scope="session")
def _houses(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    # One folder for all: making a tmp_path for each of thousands of table rows would take its time.
    base = tmp_path_factory.mktemp("houses")
    return (base / str(number) for number in itertools.count())


@pytest.fixture(autouse=True)
def no_real_home_clock_or_language(_houses: Iterator[Path]) -> Iterator[None]:
    """A home, clock and language of the test's own; what is missing would be the user's real one."""
    house = next(_houses)
    house.mkdir()
    with pytest.MonkeyPatch.context() as patch:
        for name in os.environ:
            if name.startswith(_UNWANTED) or name in _UNWANTED_NAMES:
                patch.delenv(name)
        patch.setenv("HOME", str(house))
        patch.setenv("RMTOOL_HOME", str(house / "rmtool"))
        patch.setenv("RMTOOL_NOW", NOW)
        patch.setenv("RMTOOL_LANG", "en")
        patch.setenv("LANGUAGE", "en")
        patch.setenv("LC_ALL", "C.UTF-8")
        # Not the zone of RMTOOL_NOW: whoever takes the machine's for it is found out.
        patch.setenv("TZ", "UTC")
        time.tzset()
        patch.setattr(platformdirs, "user_data_path", _no_data_folder)
        patch.setattr(app, "datetime", NoClock)
        i18n.choose("en")
        yield
    time.tzset()
    i18n.choose("en")


@pytest.fixture
def db(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """A store of the test's own, opened as the program opens it."""
    made = database.connect(tmp_path / "store.db", tmp_path / "backups")
    yield made
    made.close()


@pytest.fixture
def home() -> Path:
    """The test's RMTOOL_HOME, not yet made."""
    return Path(os.environ["RMTOOL_HOME"])


@pytest.fixture
def run(tmp_path: Path) -> Callable[..., Result]:
    """Run rmtool with these words in a process of its own, in tmp_path.

    `check` is the exit code it must have; further keywords are environment variables, None unsets one.
    """

    def _run(
        *words: str | Path,
        stdin: str | bytes = "",
        lang: str = "en",
        now: str = NOW,
        check: int | None = None,
        **environ: str | None,
    ) -> Result:
        wanted = {**os.environ, "PYTHONPATH": str(SOURCE), "RMTOOL_LANG": lang, "RMTOOL_NOW": now, **environ}
        done = subprocess.run(
            [sys.executable, "-m", "rmtool", *words],
            input=stdin.encode("utf-8", "surrogateescape") if isinstance(stdin, str) else stdin,
            capture_output=True,
            cwd=tmp_path,
            env={name: value for name, value in wanted.items() if value is not None},
            check=False,
            timeout=300,
        )
        # What isn't UTF-8 (a workbook on stdout) comes back with out.encode("utf-8", "surrogateescape").
        out, err = (stream.decode("utf-8", "surrogateescape") for stream in (done.stdout, done.stderr))
        result = Result(done.returncode, out, err)
        assert check is None or result.code == check, f"{words} ended with {result.code}:\n{out}{err}"
        return result

    return _run
