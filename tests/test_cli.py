"""The door: languages, usage errors and exit codes."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from rmtool import cli
from rmtool import i18n
from tests.conftest import SOURCE


@pytest.mark.parametrize(
    ("words", "environ", "language"),
    [
        (["today", "--lang", "zh"], {"RMTOOL_LANG": "en"}, "zh"),
        (["today", "--lang=en"], {"RMTOOL_LANG": "zh"}, "en"),
        (["today"], {"RMTOOL_LANG": "zh_CN.UTF-8"}, "zh"),
        (["today"], {"LANG": "zh_CN.UTF-8"}, "zh"),
        (["today"], {"LC_ALL": "en_US.UTF-8", "LANG": "zh_CN.UTF-8"}, "en"),
        (["today"], {"LANG": "C"}, "en"),
        (["log-visit", "x", "--", "--lang", "zh"], {"LANG": "C"}, "en"),
    ],
)
def test_the_language_is_the_first_that_is_asked_for(
    words: list[str], environ: dict[str, str], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("RMTOOL_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    assert cli._language(words) == language


@pytest.mark.parametrize("lang", i18n.LANGUAGES)
@pytest.mark.parametrize("name", cli.COMMANDS)
def test_every_help_page_has_examples_and_fits_80_columns(name: str, lang: str, run: Callable) -> None:  # type: ignore[type-arg]
    from rmtool.domain.text import width

    done = run(name, "--help", lang=lang, COLUMNS="80")
    assert done.code == 0
    assert {"en": "Examples:", "zh": "例子："}[lang] in done.out
    assert [line for line in done.out.split("\n") if width(line) > 80] == []


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["nothing-like-it"], "There is no command nothing-like-it"),
        (["log-visti", "x"], "the nearest: log-visit"),
        (["log-visit"], "CLIENT is missing"),
        (["log-visit", "x", "y", "z"], "put a text of several words in quotes"),
        (["log-visit", "x", "y", "--minutes", "many"], "--minutes takes a number"),
        (["log-visit", "x", "y", "--on"], "--on needs a value: see `rmtool log-visit --help`"),
        (["show-task", "99999999999999999999"], "99999999999999999999 is too large a number"),
        (["list-papers", "--limit", "99999999999999999999"], "--limit takes a number from 1 to 1000000000"),
        (["list-notes", "--owner", "\udcff"], "‹U+DCFF› is not text in UTF-8"),
        (["show-client", "\udcff"], "‹U+DCFF› is not text in UTF-8"),
        (["add-note", "x", "--client", "\udced\udca0\udc80"], "is not text in UTF-8"),
        (["add-client", "x", "--tier", "\x1b[31m"], "Unknown tier ␛[31m"),
        (["care", "--days", "0"], "--days takes a number from 1 to 400: see"),
        (["plan-day", "--max", "0"], "--max takes a number, 1 or more: see"),
        (["log-visit", "x", "-5%"], "needs -- before it"),
        (["today", "--lang", "fr"], "Unknown language"),
    ],
)
def test_a_wrong_line_is_one_sentence_with_the_next_step(words: list[str], says: str, run: Callable) -> None:  # type: ignore[type-arg]
    done = run(*words)
    assert done.code == 2
    assert done.out == ""
    assert says in done.err
    assert done.err.count("\n") == 1


def test_what_acts_on_a_terminal_is_made_visible_in_talk(run: Callable) -> None:  # type: ignore[type-arg]
    assert "␛[31m red" in run("add-note", "\x1b[31m red", check=0).err
    assert "␛[31m" in run("set-target", "\x1b[31m", "2026-12", "5", check=0).err


def test_a_bug_is_one_line_and_a_log_without_values(run: Callable, home, tmp_path) -> None:  # type: ignore[no-untyped-def, type-arg]
    (tmp_path / "sitecustomize.py").write_text(
        "import rmtool.store.clients as c\ndef add(*a): secret = '13800138000'; raise RuntimeError(secret)\nc.add = add\n"
    )
    done = run("add-client", "x", PYTHONPATH=f"{tmp_path}:{cli.__file__.rsplit('/', 2)[0]}")
    assert done.code == 3
    assert done.err.count("\n") == 1
    assert "RuntimeError" in done.err
    log = (home / "error.log").read_text()
    assert "sitecustomize.py" in log
    assert "13800138000" not in log + done.err
    assert (home / "error.log").stat().st_mode & 0o777 == 0o600


def test_output_that_nobody_reads_is_no_error(run: Callable) -> None:  # type: ignore[type-arg]
    done = run("--help")
    assert done.code == 0
    assert "log-visit" in done.out


@pytest.mark.skipif(
    not Path("/proc/self/limits").exists(), reason="needs /proc, to see the limits of a process"
)
def test_a_run_that_dies_leaves_no_picture_of_its_memory(home: Path) -> None:
    import resource

    _soft, hard = resource.getrlimit(resource.RLIMIT_CORE)
    words = [sys.executable, "-m", "rmtool", "log-visit", "张三"]
    with subprocess.Popen(
        words,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CORE, (hard, hard)),
    ) as process:
        # It waits for the text; before that it has set its limits.
        until, limits = time.monotonic() + 30, ""
        while not re.search("Max core file size +0 ", limits) and time.monotonic() < until:
            limits = Path(f"/proc/{process.pid}/limits").read_text()
            time.sleep(0.02)
        process.communicate(b"")
    assert re.search("Max core file size +0 +0 ", limits)
