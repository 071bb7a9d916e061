"""Any text at all, in by the command line, standard input, CSV, workbook, and out again: equal, or refused by name."""

import csv
import json
import os
import subprocess
import sys
import tempfile
import unicodedata
from datetime import date
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from rmtool.domain.text import clean
from rmtool.domain.text import one_line
from rmtool.domain.text import required
from rmtool.errors import UsageError
from tests.conftest import SOURCE

# What has broken programs: formulas, markup, paths, escape codes, halves of characters, directions, invisible ones.
HOSTILE = (
    "=1+1", "＝cmd|' /C calc'!A0", "\u3000=x", "\u200b=x", "+86", "-x", "@SUM(A1)", "\t=x", "'=x", "{{ 7*7 }}", "{% for x in y %}", "[red]x[/red]",
    "<script>alert(1)</script>", "../../etc/passwd", "CON", "a/b\\c:d", "\x1b[31mred\x1b[0m", "\x07", "\u202eabc", "\u2066x\u2069", "e\u0301", "👩‍👩‍👧‍👦",
    "𠮷野家", "\ufeffx", "\u00a0", "null", "NaN", "1e400", "0x10", "00012", "TRUE", "2026-02-30", "'; DROP TABLE visits; --", "%s%n", "$(id)", "`id`",
    "\x00", "\ud800", "\ufffe", "\x7f", "\x85", "\u2028", "a\r\nb", "_x000D_", "_x0041_", "&amp;", "]]>", "\x0b", "﷽" * 20, "ẛ̣", "ﬃ", "①", "İ",
)  # fmt: skip
anything = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(max_size=40),
    st.builds("".join, st.lists(st.sampled_from(HOSTILE), max_size=3)),
)
some = settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck))


def ran(home: Path, *words: str, typed: bytes = b"") -> "subprocess.CompletedProcess[bytes]":
    done = subprocess.run(
        [sys.executable, "-m", "rmtool", *[os.fsencode(each.encode("utf-8", "surrogatepass")) if isinstance(each, str) else each for each in words]],
        input=typed, capture_output=True, check=False, cwd=home.parent,
        env={**os.environ, "PYTHONPATH": str(SOURCE), "RMTOOL_HOME": str(home), "RMTOOL_LANG": "en"},
    )  # fmt: skip
    assert b"Traceback" not in done.stderr, done
    assert done.returncode in (0, 1, 2, 4, 8), done
    return done


def kept(text: str) -> str | None:
    """The text as it is to be found again; None where it is to be refused."""
    try:
        return required(text, "text")
    except UsageError:
        return None


def texts(home: Path) -> list[str]:
    listed = json.loads(ran(home, "list-visits", "--json", "--limit", "10000").stdout)
    return [each["text"] for each in sorted(listed, key=lambda each: each["day"])]


def day(number: int) -> str:
    return (date(2025, 1, 1) + timedelta(days=number)).isoformat()


@some
@given(anything.filter(lambda text: "\x00" not in text))
def test_the_command_line(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        ran(home, "add-client", "张三")
        done = ran(home, "log-visit", "张三", "--need", text, "--", text)
        assert (done.returncode == 0) == (kept(text) is not None), done
        found = json.loads(ran(home, "list-visits", "--json").stdout)
        assert [(each["text"], each["need"]) for each in found] == (
            [(kept(text), clean(text, "need"))] if kept(text) else []
        )
        shown = ran(home, "list-visits").stdout.decode()
        assert not [each for each in shown if unicodedata.category(each) in ("Cc", "Cs") and each != "\n"]


@some
@given(anything)
def test_standard_input(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        ran(home, "add-client", "张三")
        done = ran(home, "log-visit", "张三", typed=text.encode("utf-8", "surrogatepass"))
        # A line ends in one way, whatever the system that wrote it.
        wanted = kept(text.replace("\r\n", "\n").replace("\r", "\n"))
        assert (done.returncode == 0) == (wanted is not None), done
        assert texts(home) == ([wanted] if wanted else [])


@some
@given(st.lists(anything, min_size=30, max_size=60))
def test_tables_in_and_out_and_in_again(some_texts: list[str]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        home = folder / "home"
        rows = [("张三", day(number), text) for number, text in enumerate([*some_texts, "回访"])]
        with (folder / "in.csv").open("w", encoding="utf-8", errors="surrogatepass", newline="") as file:
            # What begins with ' and = is how a spreadsheet keeps a text from running; it comes in without the '.
            usable = [
                row for row in rows if not row[2].lstrip().startswith(("'", "=")) and "\ud800" not in row[2]
            ]
            csv.writer(file, quoting=csv.QUOTE_ALL).writerows([("客户", "日期", "内容"), *usable])
        done = ran(home, "import-visits", "in.csv", "--create-clients", "--skip-bad")
        wanted = [said for _client, _day, text in usable if (said := kept(text))]
        assert texts(home) == wanted, done.stderr.decode()
        for suffix in ("csv", "xlsx"):
            words = ("--sheets", "visits", "--unmasked", "--reason", "x")
            ran(home, "export", "all", "-o", f"out.{suffix}", *words)
            other = folder / suffix
            done = ran(other, "import-visits", f"out.{suffix}", "--create-clients")
            assert texts(other) == wanted, (suffix, done.stderr.decode())
        ran(home, "export", "all", "-o", "out.json", "--sheets", "visits", "--unmasked", "--reason", "x")
        told = json.loads((folder / "out.json").read_text(encoding="utf-8"))
        assert wanted[0] in str(told) or json.dumps(wanted[0]) in json.dumps(told)


_FIELDS = {
    "add-client": ("--area", "--route", "--address", "--industry", "--remark", "--source", "--wechat"),
    "log-visit": ("--result", "--need", "--feedback", "--competitor", "--place", "--purpose", "--with"),
}


@pytest.mark.parametrize("option", [*_FIELDS["add-client"], *_FIELDS["log-visit"]])
@pytest.mark.parametrize("bad", ["a\ufffeb", "a\uffffb"])
def test_what_is_no_text_is_refused_by_field_and_place(tmp_path: Path, option: str, bad: str) -> None:
    home = tmp_path / "home"
    ran(home, "add-client", "张三")
    words = ("add-client", "李四") if option in _FIELDS["add-client"] else ("log-visit", "张三", "x")
    done = ran(home, *words, option, bad)
    assert (done.returncode, b"character 2 is U+FFF" in done.stderr) == (2, True), done


@pytest.mark.parametrize("option", [*_FIELDS["add-client"], *_FIELDS["log-visit"]])
def test_every_field_keeps_what_is_odd(tmp_path: Path, option: str) -> None:
    home = tmp_path / "home"
    ran(home, "add-client", "张三")
    for number, text in enumerate(("𠮷 \u202ee\u0301 👩‍👩‍👧", '=HYPERLINK("x")', "{{ 7*7 }} [red] <b>")):
        words = (
            ("add-client", f"李{number}") if option in _FIELDS["add-client"] else ("log-visit", "张三", "x")
        )
        assert ran(home, *words, option, text).returncode == 0
        listing = ("show-client", f"李{number}") if words[0] == "add-client" else ("list-visits",)
        assert one_line(text, "") in leaves(json.loads(ran(home, *listing, "--json").stdout))


def leaves(value: object) -> list[object]:
    """Every value in a JSON document."""
    if isinstance(value, dict):
        value = list(value.values())
    return [leaf for each in value for leaf in leaves(each)] if isinstance(value, list) else [value]
