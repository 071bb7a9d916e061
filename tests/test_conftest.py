"""The guards of the tests themselves: no real home, clock or language; a wrong story fails."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from rmtool import i18n
from rmtool import paths
from rmtool.app import App

ROOT = Path(__file__).parents[1]


class Telling(NamedTuple):
    """What came of stories: pytest's exit code, its words, and the files after."""

    code: int
    words: str
    after: list[str]


@pytest.fixture
def tell(tmp_path: Path) -> Callable[..., Telling]:
    """Tell stories with a copy of the runner; they are named 0.story, 1.story and so on."""
    for name in ("tests/conftest.py", "tests/stories/test_stories.py", "scripts/rm"):
        (tmp_path / name).parent.mkdir(exist_ok=True, parents=True)
        shutil.copy(ROOT / name, tmp_path / name)

    def _tell(*texts: str, options: tuple[str, ...] = ()) -> Telling:
        stories = [tmp_path / "tests" / "stories" / f"{number}.story" for number in range(len(texts))]
        for story, text in zip(stories, texts, strict=True):
            story.write_text(text, encoding="utf-8")
        done = subprocess.run(
            [
                sys.executable,
                "-m",
                "pytest",
                "-q",
                "-p",
                "no:cacheprovider",
                "--rootdir",
                tmp_path,
                "tests",
                *options,
            ],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTEST_ADDOPTS": ""},
            capture_output=True,
            check=False,
        )
        return Telling(
            done.returncode, done.stdout.decode(), [each.read_text(encoding="utf-8") for each in stories]
        )

    return _tell


RIGHT = """# Every kind of line.
@now 2026-11-24T23:30:00+08:00
@lang zh
$ echo $RMTOOL_NOW $RMTOOL_LANG; echo; printf '\\033[1mbold\\n'
> 2026-11-24T23:30:00+08:00 zh
>
> \\x1b[1mbold

@now +1d
$ cat <<'EOF' | tr a-z A-Z
$ not a command
> not a result
EOF
> $ NOT A COMMAND
> > NOT A RESULT
$ echo $RMTOOL_NOW; echo wrong >&2; exit 4
> 2026-11-25T23:30:00+08:00
2> wrong
[4]
$ false | true; false; echo never
[1]
$ pwd; ls; date +%N
> $HERE
> ...
$ touch report; rm report
2> ...rmtool report...
[2]
$ rm ./report; ls
"""


def test_a_right_story_passes_and_is_retold_as_it_is(tell: Callable[..., Telling]) -> None:
    told = tell(RIGHT)
    assert told.code == 0, told.words
    told = tell(RIGHT, options=("--retell",))
    assert (told.code, told.after) == (0, [RIGHT]), told.words


# A story, the first line that differs, and the story retold.
WRONG = [
    ("$ echo one\n> two\n", 2, "$ echo one\n> one\n"),
    ("$ echo one\n", 2, "$ echo one\n> one\n"),
    ("$ echo one\n> one\n> two\n", 3, "$ echo one\n> one\n"),
    ("# First\n$ echo one\n2> one\n", 3, "# First\n$ echo one\n> one\n"),
    ("$ exit 3\n", 2, "$ exit 3\n[3]\n"),
    ("$ true\n[3]\n", 2, "$ true\n"),
    ("$ echo a b; echo c\n> a...\n> d\n", 3, "$ echo a b; echo c\n> a...\n> c\n"),
    ("$ echo zero; echo a b\n> a...\n", 2, "$ echo zero; echo a b\n> zero\n> a...\n"),
    ("$ echo a b\n> b...\n", 2, "$ echo a b\n> a b\n"),
]


def test_a_wrong_story_fails_with_its_place_and_retelling_mends_it(tell: Callable[..., Telling]) -> None:
    wrong = [text for text, _, _ in WRONG]
    told = tell(*wrong)
    assert (told.code, told.after) == (1, wrong)
    assert f"{len(WRONG)} failed" in told.words
    for number, (_, line, _) in enumerate(WRONG):
        assert f"{number}.story:{line}\n" in told.words
    told = tell(*wrong, options=("--retell",))
    assert (told.code, told.after) == (0, [right for _, _, right in WRONG]), told.words


# A story, and the line that means nothing.
BAD = [
    ("> a result first\n", 1),
    ("# No command\n> one\n", 2),
    ("$ true\nnonsense\n", 2),
    ("$ true\n>no blank\n", 2),
    ("$ cat <<EOF\nno end\n", 1),
    ("@now tomorrow\n", 1),
    ("@lang fr\n", 1),
]


def test_a_line_that_means_nothing_fails_even_when_retold(tell: Callable[..., Telling]) -> None:
    bad = [text for text, _ in BAD]
    told = tell(*bad, options=("--retell",))
    assert (told.code, told.after) == (1, bad)
    assert f"{len(BAD)} failed" in told.words
    for number, (_, line) in enumerate(BAD):
        assert f"{number}.story:{line}: " in told.words


def test_the_home_and_language_are_the_test_s_own(home: Path, tmp_path: Path) -> None:
    app = App(os.environ)
    assert app.home == home
    assert tmp_path.parent in home.parents
    assert Path.home() in home.parents
    assert app.now.isoformat() == "2026-11-24T09:30:00+08:00"
    assert i18n.language() == "en"


def test_forgetting_the_clock_is_an_error() -> None:
    with pytest.raises(AssertionError) as caught:
        App({}).now  # noqa: B018
    assert caught.typename == "YouForgotToSetRmtoolNowError"


def test_forgetting_the_home_is_an_error() -> None:
    with pytest.raises(AssertionError) as caught:
        paths.home({})
    assert caught.typename == "YouForgotToSetRmtoolHomeError"


def test_run_answers_code_output_and_errors(run: Callable[..., tuple[int, str, str]]) -> None:
    assert run("--version", check=0)[1].startswith("rmtool ")
    code, out, err = run("no-such-command", check=2)
    assert (code, out) == (2, "")
    assert err.startswith("rmtool: ")
    with pytest.raises(AssertionError, match="ended with 2"):
        run("no-such-command", check=0)
