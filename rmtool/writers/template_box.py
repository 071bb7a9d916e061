"""A template that somebody else wrote, rendered in a process of its own with limits on time, memory and size.

The sandbox of Jinja stands inside; whoever gets out of it finds no file, no connection and no other process.
"""

import json
import pickle
import subprocess
from collections.abc import Mapping

from rmtool import child as process
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
        self._child = process.start("rmtool.writers.template_child")
        process.send(self._child.stdin, pickle.dumps((self._page, self._profile, i18n.language())))
        return self._child

    def _asked(self, child: subprocess.Popen[bytes], record: Mapping[str, object]) -> dict[str, str]:
        process.send(
            child.stdin, json.dumps(dict(record), ensure_ascii=False).encode("utf-8", "surrogatepass")
        )
        answer = json.loads(process.answer(child, _MOST_ANSWER, _PATIENCE))
        if not isinstance(answer, dict) or not isinstance(answer.get("text"), str):
            raise ValueError
        return answer

    def _ended(self) -> SettingsError:
        """Why there is no answer: the process ran out of what it may use."""
        child, self._child = self._child, None
        if child is not None:
            process.end(child)
        return SettingsError(
            _(
                "The template {name} takes too long or asks for too much (at most {seconds} seconds and {memory} MB):"
                " look for a loop without end."
            ).format(name=shown(self._page.word), seconds=SECONDS, memory=MEMORY // 1024 // 1024)
        )
