"""What somebody else's template may not do, and what it may."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from rmtool import paths
from rmtool.config import profile
from rmtool.errors import NotFoundError
from rmtool.errors import SettingsError
from rmtool.writers import template_box
from rmtool.writers import template_filters
from rmtool.writers.template_box import Box
from rmtool.writers.templates import Page
from rmtool.writers.templates import Shelf
from rmtool.writers.templates import renderer

GENERAL = profile.load(paths.templates_folder() / "profiles" / "general.toml")
SHELF = paths.templates_folder() / "reports"


def box(folder: Path, text: str, format: str = "md") -> Box:  # noqa: A002
    (folder / f"x.{format}.j2").write_text(text, encoding="utf-8")
    return Box(
        Page(f"x.{format}.j2", "x", format, "zh", (str(folder), str(SHELF / "zh"), str(SHELF))), GENERAL
    )


def test_one_record_after_the_other_is_shown_by_one_process(tmp_path: Path) -> None:
    show = box(tmp_path, "{{ a }} {% include 'y.md.j2' %}\n")
    (tmp_path / "y.md.j2").write_text("{{ a | upper }}")
    assert [show({"a": each}) for each in ("x", "客户", "\ud800")] == [
        "x X\n",
        "客户 客户\n",
        "‹U+D800› ‹U+D800›\n",
    ]


def test_shipped_parts_may_be_imported_and_every_filter_works(tmp_path: Path) -> None:
    simple = [
        each
        for each in template_filters.made("zh", GENERAL)
        if each not in ("title", "measured", "signed", "clip", "ranges", "day", "money")
    ]
    text = "{% from 'words.j2' import w %}{{ w.day }}" + "".join(
        "{{ 'x' | " + each + " }}" for each in simple
    )
    text += "{{ '2026-11-24' | day }}{{ 5 | money }}{{ 28.6 | measured('万|10k') }}{{ 3 | signed }}{{ 'abc' | clip(2) }}{{ [1, 2] | ranges }}"
    text += "{{ {'kind': 'tenday', 'first': '2026-11-21', 'last': '2026-11-30'} | title }}{{ columns([], 'a', 'b').width }}"
    assert box(tmp_path, text)({}).startswith("日期")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}", "too long"),
        (
            "{% set n = namespace(x=['a']) %}{% for i in range(60) %}{% set n.x = n.x + n.x %}{% endfor %}",
            "memory",
        ),
        (
            "{% for a in range(99999) %}{% for b in range(999) %}xxxxxxxxxx{% endfor %}{% endfor %}",
            "more than 10000000",
        ),
        ("{% macro f(n) %}{{ f(n + 1) }}{% endmacro %}{{ f(1) }}", "recursion"),
        ("{{ 10 ** 999 }}", "power"),
        ("{{ nosuch }}", "nosuch"),
        ("\n\n{{ ''.__class__ }}", "line 3"),
        ("{% include 'none.j2' %}", "none.j2"),
        ("{% if %}", "line 1"),
    ],
)
def test_a_template_that_asks_for_too_much_is_one_line(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(SettingsError) as caught:
        box(tmp_path, text)({})
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_template_that_is_not_there_or_no_text_is_told(tmp_path: Path) -> None:
    missing = Box(Page("none.md.j2", "none", "md", "en", (str(tmp_path),)), GENERAL)
    with pytest.raises(NotFoundError):
        missing({})
    show = box(tmp_path, "")
    (tmp_path / "x.md.j2").write_bytes(b"\xff\xfe{{")
    with pytest.raises(SettingsError, match="UTF-8"):
        show({})


def test_whoever_gets_out_of_the_sandbox_meets_a_wall() -> None:
    """The limits hold for any Python, so they are tried without Jinja before them."""
    code = """
import sys, json, socket, subprocess, os, threading
from rmtool import paths
paths.confine(2, 256 * 1024 * 1024)
said = {}
def tried(name, call):
    try:
        call()
        said[name] = "done"
    except BaseException as error:
        said[name] = type(error).__name__
tried("read", lambda: open("/etc/passwd").read())
tried("write", lambda: open("/tmp/rmtool-out-of-the-box", "w"))
tried("connect", lambda: socket.socket())
tried("call", lambda: subprocess.run(["true"]))
tried("grow", lambda: bytearray(400 * 1024 * 1024))
tried("again", lambda: __import__("resource").setrlimit(7, (100, 100)) if os.getuid() else None)
sys.stdout.write(json.dumps(said))
"""
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    said = json.loads(done.stdout)
    assert {key: said[key] for key in ("read", "write", "connect", "call")} == dict.fromkeys(
        ("read", "write", "connect", "call"), "OSError"
    )
    assert said["grow"] == "MemoryError"
    assert not Path("/tmp/rmtool-out-of-the-box").exists()


def test_only_what_somebody_else_wrote_runs_in_a_box(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, paths.templates_folder(), "zh")
    assert not isinstance(renderer("weekly", "md", shelf, GENERAL), Box)
    own = tmp_path / "templates" / "zh"
    own.mkdir(parents=True)
    (own / "words.j2").write_text("")
    assert isinstance(renderer("weekly", "md", shelf, GENERAL), Box)
    (own / "words.j2").unlink()
    (tmp_path / "mine.md.j2").write_text("x")
    assert isinstance(renderer(str(tmp_path / "mine.md.j2"), "md", shelf, GENERAL), Box)


def test_the_box_is_closed_when_it_is_not_answered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    show = box(tmp_path, "{{ a }}")
    assert show({"a": "x"}) == "x\n"
    child = show._child
    assert child is not None
    child.kill()
    child.wait()
    with pytest.raises(SettingsError):
        show({"a": "x"})
    assert show({"a": "y"}) == "y\n"
    assert template_box.SECONDS == 2
