"""A terminal, an editor and a crontab of the test's own; outside programs are played by shell scripts."""

import os
import pty
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

_FAKE = """#!/bin/sh
case "$1" in
-l) [ -f "$CRONTAB_FILE" ] || { echo "no crontab for you" >&2; exit 1; }; cat "$CRONTAB_FILE";;
-r) rm -f "$CRONTAB_FILE";;
-) [ -z "$CRONTAB_REFUSES" ] || { echo "you ($USER) are not allowed" >&2; exit 1; }; cat > "$CRONTAB_FILE";;
esac
"""


_EDITOR = """#!/bin/sh
cp "$1" "$0.shown"
printf '%s' "$EDITED" > "$1"
"""


@pytest.fixture
def editor(tmp_path: Path) -> Path:
    """An editor that replaces the form by $EDITED, and keeps what it was shown in edit.sh.shown."""
    path = tmp_path / "edit.sh"
    path.write_text(_EDITOR)
    path.chmod(0o755)
    return path


@pytest.fixture
def on_a_terminal(tmp_path: Path) -> Callable[..., tuple[int, str]]:
    """Run rmtool with a terminal as its three streams; answers its exit code and what was shown.

    `typed` is typed at once, each of `answers` when a prompt asks for it: what asks unseen throws away what came before.
    """

    def _run(*words: str, typed: str = "", answers: tuple[str, ...] = (), **environ: str) -> tuple[int, str]:
        mine, theirs = pty.openpty()
        with subprocess.Popen(
            [sys.executable, "-m", "rmtool", *words],
            stdin=theirs, stdout=theirs, stderr=theirs, cwd=tmp_path, start_new_session=True,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), **environ},
        ) as process:  # fmt: skip
            os.close(theirs)
            os.write(mine, typed.encode())
            shown = b""
            for each in answers:
                while not shown.endswith(b": ") and (some := _read(mine)):
                    shown += some
                os.write(mine, f"{each}\n".encode())
                shown += _read(mine)
            shown += b"".join(iter(lambda: _read(mine), b""))
            os.close(mine)
            return process.wait(timeout=60), shown.decode()

    return _run


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 65536)
    except OSError:  # what Linux says when the other end is closed
        return b""


@pytest.fixture
def crontab(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file in which the fake `crontab` keeps what it is given; it does not exist yet."""
    folder = tmp_path / "fake-bin"
    folder.mkdir()
    script = folder / "crontab"
    script.write_text(_FAKE)
    script.chmod(0o755)
    file = tmp_path / "crontab.txt"
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("CRONTAB_FILE", str(file))
    return file


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """A folder for the files of schedules, with a blank and a percent sign in its name."""
    folder = tmp_path / "the reports 100%"
    folder.mkdir()
    return folder
