"""A template that somebody else wrote, rendered in a process of its own with limits on time, memory and size.

The sandbox of Jinja stands inside; whoever gets out of it finds no file, no connection and no other process.
"""

import json
import os
import pickle
import select
import struct
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import IO

from rmtool import i18n
from rmtool.config.profile import Profile
from rmtool.domain.text import shown
from rmtool.errors import NotFoundError
from rmtool.errors import SettingsError
from rmtool.i18n import _
from rmtool.writers.templates import Page

SECONDS = 2
MEMORY = 256 * 1024 * 1024
_PATIENCE = 20.0  # seconds on the wall clock, for a machine that is busy
_MOST_ANSWER = 80_000_000
_LENGTH = struct.Struct("!Q")


class Box:
    """Shows one record after the other as a template does; the process is started with the first one."""

    def __init__(self, page: Page, profile: Profile) -> None:
        self._page, self._profile = page, profile
        self._child: subprocess.Popen[bytes] | None = None

    def __call__(self, record: Mapping[str, object]) -> str:
        """`record` as the template shows it; raises NotFoundError and SettingsError."""
        child = self._child or self._start()
        try:
            answer = self._asked(child, record)
        except (OSError, EOFError, ValueError) as error:
            raise self._ended() from error
        if answer.get("error") == "missing":
            raise NotFoundError(answer["text"])
        if answer.get("error"):
            raise SettingsError(answer["text"])
        return answer["text"]

    def _start(self) -> subprocess.Popen[bytes]:
        package = str(Path(__file__).parent.parent.parent)
        # What the child needs of the environment, and nothing that Python would read from it.
        environ = {
            "PYTHONPATH": package,
            "PYTHONDONTWRITEBYTECODE": "1",
            "LC_ALL": "C.UTF-8",
            "PATH": os.defpath,
        }
        self._child = subprocess.Popen(
            [sys.executable, "-s", "-P", "-m", "rmtool.writers.template_child"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environ, close_fds=True,
        )  # fmt: skip
        send(self._child.stdin, pickle.dumps((self._page, self._profile, i18n.language())))
        return self._child

    def _asked(self, child: subprocess.Popen[bytes], record: Mapping[str, object]) -> dict[str, str]:
        if child.stdout is None:
            raise EOFError
        send(child.stdin, json.dumps(dict(record), ensure_ascii=False).encode("utf-8", "surrogatepass"))
        ready, _write, _error = select.select([child.stdout], [], [], _PATIENCE)
        if not ready:
            raise EOFError
        answer = json.loads(receive(child.stdout, _MOST_ANSWER))
        if not isinstance(answer, dict) or not isinstance(answer.get("text"), str):
            raise ValueError
        return answer

    def _ended(self) -> SettingsError:
        """Why there is no answer: the process ran out of what it may use."""
        child, self._child = self._child, None
        if child is not None:
            child.kill()
            child.communicate()
        return SettingsError(
            _(
                "The template {name} takes too long or asks for too much (at most {seconds} seconds and {memory} MB):"
                " look for a loop without end."
            ).format(name=shown(self._page.word), seconds=SECONDS, memory=MEMORY // 1024 // 1024)
        )


def send(stream: IO[bytes] | None, data: bytes) -> None:
    """Write `data` with its length before it."""
    if stream is None:
        raise EOFError
    stream.write(_LENGTH.pack(len(data)) + data)
    stream.flush()


def receive(stream: IO[bytes], most: int) -> bytes:
    """Read what `send` wrote; raises EOFError where it ends early, ValueError where it is longer than `most`."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise EOFError
    (length,) = _LENGTH.unpack(head)
    if length > most:
        raise ValueError(length)
    data = stream.read(length)
    if len(data) < length:
        raise EOFError
    return data
