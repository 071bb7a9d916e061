"""Every story is told again; what differs is shown line by line. README.md says how to write one."""

import difflib
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from datetime import timedelta
from pathlib import Path

import pytest

import rmtool

STORIES = Path(__file__).parent
SCRIPT = STORIES.parents[1] / "scripts" / "rm"
HEREDOC = re.compile(r"<<-?\s*(['\"]?)([A-Za-z_]\w*)\1")
RESULT = re.compile(r"2?>(?: .*)?|\[[1-9]\d*\]")
DIRECTIVE = re.compile(r"@lang (zh|en)|@now (\+\d+[dhm]|\d{4}-\d\d-\d\dT[0-9:]+[+-]\d\d:\d\d)")
MOVED = re.compile(r"\+(\d+)([dhm])")
UNITS = {"d": "days", "h": "hours", "m": "minutes"}
# A control character in the output must neither break the file's lines nor reach an editor's terminal.
VISIBLE = {code: f"\\x{code:02x}" for code in (*range(32), 127) if code not in b"\t\n"}


class BadStoryError(Exception):
    """A line of a story that means nothing."""


@dataclass(frozen=True)
class Step:
    """A line of a story that isn't a result (with the input given to it), and the results told below it."""

    lines: tuple[str, ...]
    told: tuple[str, ...]


def steps(story: Path) -> Iterator[Step]:
    """The story in pieces; raises BadStoryError."""
    lines = story.read_text(encoding="utf-8").split("\n")
    if lines[-1] == "":
        lines.pop()
    place = 0
    while place < len(lines):
        first = place
        place = _end(story, lines, first)
        told = place
        while told < len(lines) and RESULT.fullmatch(lines[told]):
            told += 1
        if told > place and not lines[first].startswith("$ "):
            raise BadStoryError(f"{story}:{place + 1}: a result without a command: {lines[place]}")
        yield Step(tuple(lines[first:place]), tuple(lines[place:told]))
        place = told


def _end(story: Path, lines: list[str], first: int) -> int:
    line = lines[first]
    if line.startswith("$ "):
        marker = HEREDOC.search(line)
        if marker is None:
            return first + 1
        if marker[2] in lines[first + 1 :]:
            return lines.index(marker[2], first + 1) + 1
        raise BadStoryError(f"{story}:{first + 1}: the input has no end: {marker[2]}")
    if line == "" or line.startswith("#") or DIRECTIVE.fullmatch(line):
        return first + 1
    raise BadStoryError(f"{story}:{first + 1}: neither #, @now, @lang, $ nor a result of a command: {line}")


class Teller:
    """Runs one story in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve()
        self.now = datetime.fromisoformat("2026-11-24T09:30:00+08:00")
        self.language = "en"
        # Hidden, so that the story's folder is empty to its `ls` and its `*`.
        self.home, self.tools = self.folder / ".home", self.folder / ".bin"
        self.home.mkdir()
        self.tools.mkdir()
        (self.tools / "rm").symlink_to(SCRIPT)
        program = self.tools / "rmtool"
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m rmtool "$@"\n')
        program.chmod(0o755)

    def tell(self, step: Step) -> list[str]:
        """The step and its results as they really are."""
        kind, _, rest = step.lines[0].partition(" ")
        if kind == "@now":
            self.now = moment(rest.strip(), self.now)
        elif kind == "@lang":
            self.language = rest.strip()
        elif kind == "$":
            return [*step.lines, *kept(step.told, self._results("\n".join([rest, *step.lines[1:]])))]
        return [*step.lines]

    def _results(self, command: str) -> list[str]:
        done = subprocess.run(
            ["sh", "-e", "-c", f"{command}\n"],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            cwd=self.folder,
            env=self._environ(),
            check=False,
            timeout=120,
        )
        return [
            *self._lines("> ", done.stdout),
            *self._lines("2> ", done.stderr),
            *([f"[{done.returncode}]"] if done.returncode else []),
        ]

    def _environ(self) -> dict[str, str]:
        return {
            "PATH": os.pathsep.join([str(self.tools), str(Path(sys.executable).parent), os.environ["PATH"]]),
            "PYTHONPATH": str(Path(rmtool.__file__).parents[1]),
            "HERE": str(self.folder),
            "HOME": str(self.home),
            "RMTOOL_HOME": str(self.home / "rmtool"),
            "RMTOOL_NOW": self.now.isoformat(),
            "RMTOOL_LANG": self.language,
            "LC_ALL": "C.UTF-8",
            "TZ": "UTC",
            "COLUMNS": "80",
            "NO_COLOR": "1",
        }

    def _lines(self, mark: str, output: bytes) -> Iterator[str]:
        text = (
            output.decode("utf-8", "backslashreplace").replace(str(self.folder), "$HERE").translate(VISIBLE)
        )
        for line in text.removesuffix("\n").split("\n") if text else ():
            yield (mark + line).rstrip()


def moment(word: str, now: datetime) -> datetime:
    """What `@now` sets the clock to: an ISO moment, or `+1d`, `+2h`, `+30m` after `now`."""
    moved = MOVED.fullmatch(word)
    if moved:
        return now + timedelta(**{UNITS[moved[2]]: int(moved[1])})
    return datetime.fromisoformat(word)


def kept(told: Iterable[str], real: Iterable[str]) -> list[str]:
    """The real lines, each in the told words where these still match it."""
    left = list(told)
    lines = []
    for line in real:
        place = next((number for number, each in enumerate(left) if matches(each, line)), None)
        lines.append(line if place is None else left[place])
        left = left if place is None else left[place + 1 :]
    return lines


def matches(told: str, real: str) -> bool:
    """Whether a line is as it was told; `...` stands for anything within it."""
    return told == real or (
        "..." in told and bool(re.fullmatch(".*".join(map(re.escape, told.split("..."))), real))
    )


def tell(story: Path) -> tuple[str, str]:
    """The story as it is written and as it really goes."""
    pieces = list(steps(story))
    # Not tmp_path: how long its name is depends on the user and the run, and tables are cut to a width.
    with tempfile.TemporaryDirectory(prefix="story-") as folder:
        teller = Teller(Path(folder))
        real = [line for step in pieces for line in teller.tell(step)]
    return story.read_text(encoding="utf-8"), "".join(f"{line}\n" for line in real)


@pytest.mark.parametrize("story", sorted(STORIES.glob("*.story")), ids=lambda each: each.stem)
def test_story(story: Path, request: pytest.FixtureRequest) -> None:
    try:
        written, real = tell(story)
    except BadStoryError as error:
        pytest.fail(str(error), pytrace=False)
    if request.config.getoption("--retell"):
        story.write_text(real, encoding="utf-8")
    elif written != real:
        shown = difference(story, written, real)
        pytest.fail(f"the story goes differently (--retell rewrites it):\n{shown}", pytrace=False)


def difference(story: Path, written: str, real: str) -> str:
    """A unified diff, headed by the place of the first line that differs."""
    old, new = written.splitlines(), real.splitlines()
    same = next(
        (n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new))
    )
    diff = difflib.unified_diff(old, new, "as it is told", "as it really goes", lineterm="")
    return "\n".join([f"{story}:{same + 1}", *diff])
