"""The user's crontab: only our own marked lines are ever touched; the one room that knows python-crontab.

python-crontab writes the lines of ours. It does not write the file: it would strip blanks, move
variables and comment out what it can't read, and other people's lines must stay byte for byte.
"""

import hashlib
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from crontab import CronItem  # type: ignore[import-untyped]

from rmtool.domain.schedules import Schedule
from rmtool.errors import SettingsError
from rmtool.errors import UsageError
from rmtool.i18n import _

# A machine that was off is caught up with at this minute of every hour.
MISSED_AT = "23 * * * *"
_LONGEST = 990  # Debian's cron cuts a command at 1000 bytes


@dataclass(frozen=True, slots=True)
class Caller:
    """What cron calls: the words that start rmtool, the home, and the marker of our lines."""

    words: tuple[str, ...]
    home: Path

    @property
    def marker(self) -> str:
        """The words that end every line of this home."""
        return f"rmtool {hashlib.sha256(os.fsencode(self.home)).hexdigest()[:12]}"

    def command(self, *words: str, language: str) -> str:
        """The shell command that runs rmtool with `words` on this home, wherever it is called from."""
        before = ["env", f"RMTOOL_HOME={self.home}", f"RMTOOL_LANG={language}"]
        return shlex.join([*before, *self.words, *words])


def caller(home: Path) -> Caller:
    """How the program that is running now is called again, by absolute paths."""
    return Caller(program(sys.argv[0], sys.executable), home.absolute())


def program(called: str, python: str) -> tuple[str, ...]:
    """The words that start rmtool: the script it was called by, the one beside Python, or the module."""
    beside = Path(python).absolute().parent
    for script in (Path(called).absolute(), beside / "rmtool", beside / "rmtool.exe"):
        named = script.name.lower() in ("rmtool", "rmtool.exe")
        if named and script.is_file() and os.access(script, os.X_OK):
            return (str(script),)
    return (str(Path(python).absolute()), "-m", "rmtool")


def lines(who: Caller, schedules: Iterable[Schedule]) -> tuple[str, ...]:
    """The lines that these schedules need, the hourly one for missed runs last; raises UsageError."""
    every = tuple(schedules)
    made = [_line(who, each.at.cron, numbered(each), each.language) for each in every]
    if every:
        made.append(_line(who, MISSED_AT, ("--missed",), every[0].language))
    return tuple(made)


def numbered(schedule: Schedule) -> tuple[str, ...]:
    """The words that name `schedule` to run-schedule; where cron fires on more days, it looks if this one is meant."""
    return (str(schedule.number), "--if-due") if schedule.at.checked else (str(schedule.number),)


def _line(who: Caller, fields: str, words: tuple[str, ...], language: str) -> str:
    command = who.command("run-schedule", *words, "--quiet", language=language)
    if re.search(r"[\x00-\x1f\x7f\\]", command):
        raise UsageError(
            _("cron cannot take the path {path}: choose a home without line breaks and backslashes.").format(
                path=ascii(str(who.home))
            )
        )
    item = CronItem(command=command, comment=f"{who.marker} {words[0].lstrip('-')}")
    item.setall(fields)
    line = str(item.render())
    if len(os.fsencode(line)) > _LONGEST:
        raise UsageError(
            _("The path {path} is too long for cron: choose a shorter home.").format(path=who.home)
        )
    return line


def available(environ: Mapping[str, str]) -> bool:
    """Whether this machine has a `crontab`."""
    return _crontab(environ) is not None


def ours(who: Caller, environ: Mapping[str, str]) -> tuple[str, ...]:
    """Our lines as they stand in the crontab; raises SettingsError where it can't be read."""
    found = [line for line in _read(environ).splitlines() if _is_ours(who, line)]
    return tuple(line.decode("utf-8", "replace") for line in found)


def put(who: Caller, wanted: tuple[str, ...], environ: Mapping[str, str]) -> None:
    """Put `wanted` in the place of our lines and leave everything else alone; raises SettingsError."""
    before = _read(environ)
    after = replaced(who, before, wanted)
    if after == before:
        return
    if after:
        _run(environ, ["-"], after)
    else:
        _run(environ, ["-r"], b"")


def replaced(who: Caller, crontab: bytes, wanted: tuple[str, ...]) -> bytes:
    """The crontab with `wanted` at its end in the place of our lines; other people's stay byte for byte."""
    kept = b"".join(line for line in crontab.splitlines(keepends=True) if not _is_ours(who, line))
    if wanted and kept and not kept.endswith(b"\n"):
        kept += b"\n"
    return kept + b"".join(os.fsencode(line) + b"\n" for line in wanted)


def _is_ours(who: Caller, line: bytes) -> bool:
    mark = re.escape(who.marker.encode())
    return re.search(rb"^[0-9*].* run-schedule .* # " + mark + rb" ([0-9]+|missed)\s*$", line) is not None


def _crontab(environ: Mapping[str, str]) -> str | None:
    return shutil.which("crontab", path=environ.get("PATH"))


def _read(environ: Mapping[str, str]) -> bytes:
    done = _call(environ, ["-l"], b"")
    if done.returncode and re.search(rb"(?i)no crontab|no such file", done.stderr + done.stdout):
        return b""
    _refuse(done)
    return done.stdout


def _run(environ: Mapping[str, str], words: list[str], text: bytes) -> None:
    _refuse(_call(environ, words, text))


def _refuse(done: "subprocess.CompletedProcess[bytes]") -> None:
    if done.returncode:
        said = " ".join(done.stderr.decode("utf-8", "replace").split())[:200]
        raise SettingsError(
            _("crontab refused ({reason}): ask whoever runs this machine to let you use cron.").format(
                reason=said or done.returncode
            )
        )


def _call(environ: Mapping[str, str], words: list[str], text: bytes) -> "subprocess.CompletedProcess[bytes]":
    found = _crontab(environ)
    if found is None:
        raise SettingsError(
            _("This machine has no crontab: call `rmtool run-schedule` from another scheduler.")
        )
    plain = {**environ, "LC_ALL": "C"}
    try:
        return subprocess.run(  # noqa: S603 (an absolute path and words of our own)
            [found, *words], input=text, capture_output=True, check=False, timeout=30, env=plain
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise SettingsError(
            _("crontab does not answer ({reason}): try again.").format(reason=type(error).__name__)
        ) from error


def windows_task(who: Caller, schedule: Schedule) -> str:
    """The line that gives `schedule` to the task scheduler of Windows."""
    names = ("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN")
    if schedule.at.checked:
        when = "/SC DAILY"
    elif schedule.at.day:
        when = f"/SC MONTHLY /D {schedule.at.day}"
    elif len(schedule.at.weekdays) == 7:
        when = "/SC DAILY"
    else:
        when = f"/SC WEEKLY /D {','.join(names[each] for each in schedule.at.weekdays)}"
    called = " ".join(f"'{word}'" if " " in word else word for word in who.words)
    clock = schedule.at.time.strftime("%H:%M")
    return (
        f'schtasks /Create /TN "{who.marker} {schedule.number}" {when} /ST {clock}'
        f' /TR "{called} run-schedule {" ".join(numbered(schedule))} --quiet"'
    )
