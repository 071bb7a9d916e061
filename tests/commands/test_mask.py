"""`--mask all` and the profile's `mask`: nothing that is written says who the client is or what it is worth."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from rmtool import app
from rmtool.commands import _schedules
from tests.conftest import SOURCE
from tests.conftest import Result

Run = Callable[..., Result]
SECRETS = ("精密机械", "陈波涛", "500万", "5,000,000", "800万")


@pytest.fixture
def some(run: Run, home: Path) -> Run:
    run("add-client", "云岫精密机械有限公司", "--phone", "13900139000", check=0)
    run("add-contact", "云岫", "陈波涛", "--role", "总经理", check=0)
    run("add-deal", "云岫", "loan", "500万", check=0)
    run("log-visit", "云岫", "和陈波涛谈流贷800万，对手是张某", "--next", "+3d", check=0)
    run("add-task", "给陈波涛报价", "--client", "云岫", "--due", "+3d", check=0)
    return run


@pytest.mark.parametrize("name", ["daily-report", "weekly-report", "monthly-report"])
@pytest.mark.parametrize("form", ["text", "md", "html", "json"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_report_names_nobody(some: Run, name: str, form: str, lang: str) -> None:
    out = some(name, "--format", form, "--mask", "all", lang=lang, check=0).out
    assert [each for each in SECRETS if each in out] == []
    # None was won: that is no amount to hide.
    assert not re.search("(^|[^0-9])0–1([^0-9]|$)", out)
    assert "**" in out.replace("\\", "")


def test_an_export_names_nobody_and_comes_back(some: Run, tmp_path: Path) -> None:
    some("export", "-o", "all.xlsx", "--mask", "all", check=0)
    book = openpyxl.load_workbook(tmp_path / "all.xlsx")
    cells = [
        str(cell.value)
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    ]
    assert [each for each in SECRETS if any(each in cell for cell in cells)] == []
    assert any("云岫**" in cell for cell in cells)
    sheet = book["Visits"]
    heads = [cell.value for cell in sheet[1]]
    sheet.cell(
        2, heads.index("Outcome") + 1 if "Outcome" in heads else heads.index("Result") + 1
    ).value = "成了"
    book.save(tmp_path / "all.xlsx")
    done = some("pull", "all.xlsx", "--yes", check=0)
    assert "1" in done.err + done.out
    found = json.loads(some("list-visits", "--json", check=0).out)[0]
    assert (found["result"], found["text"]) == ("成了", "和陈波涛谈流贷800万，对手是张某")


def test_a_profile_tightens_and_is_not_loosened(some: Run, home: Path, tmp_path: Path) -> None:
    some("use-profile", "general", "--yes", check=0)
    profile = home / "profile.toml"
    profile.write_text('mask = "all"\n' + profile.read_text(encoding="utf-8"), encoding="utf-8")
    assert "精密机械" not in some("weekly-report", check=0).out
    assert "profile" in some("weekly-report", "--mask", "strict", check=2).err
    assert "精密机械" in some("weekly-report", "--unmasked", check=0).out
    some("export", "-o", "week.json", check=0)
    assert "精密机械" not in (tmp_path / "week.json").read_text()
    profile.write_text('mask = "none"\n', encoding="utf-8")
    assert "strict, all" in some("weekly-report", check=5).err


def test_words_that_are_none_are_told(some: Run) -> None:
    assert "strict, all" in some("weekly-report", "--mask", "none", check=2).err
    some("export", "-o", "x.xlsx", "--mask", "all", "--unmasked", "--reason", "x", check=2)


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc, to see who started a process")
@pytest.mark.parametrize(
    "words", [("weekly-report", "-o", "w.md"), ("export", "-o", "w.xlsx"), ("weekly-report",)]
)
def test_whole_numbers_are_refused_under_cron(some: Run, tmp_path: Path, words: tuple[str, ...]) -> None:
    """A script that is called cron starts a shell, which starts rmtool, as the real one does."""
    for more, code in (["--unmasked", "--reason", "x"], 1), ([], 0):
        done = by_cron(tmp_path, *words, *more)
        assert (done.returncode, "under cron" in done.stderr) == (code, bool(more)), done


def by_cron(folder: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    """What cron calls: a shell, which starts rmtool."""
    cron = folder / "cron"
    cron.write_text('#!/bin/sh\nsh -c \'"$0" "$@"; exit $?\' "$@"\nexit $?\n')
    cron.chmod(0o755)
    return subprocess.run(
        [str(cron), sys.executable, "-m", "rmtool", *words], cwd=folder,
        env={**os.environ, "PYTHONPATH": str(SOURCE)}, capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.mark.parametrize("form", ["md", "json", "csv", "xlsx"])
def test_a_schedule_that_was_made_with_it_writes_whole_under_cron(
    some: Run, crontab: Path, reports: Path, tmp_path: Path, form: str
) -> None:
    some("log-visit", "1", "回电 13800138000")
    when = ("--at", "fri 17:30", "--period", "this")
    made = ("schedule", "weekly", *when, "--to", str(reports), "--format", form)
    done = some(*made, "--unmasked", "--reason", "总行抽查")
    assert (done.code, "whole" in done.err, "总行" in crontab.read_text()) == (0, True, False), done.err
    # A masked one would take the place of its file.
    assert some(*made).code == 1
    assert "written whole: 总行抽查" in some("list-schedules").out
    assert by_cron(tmp_path, "run-schedule", "1", "--quiet").returncode == 0
    (record,) = json.loads(some("exports", "--json").out)
    assert (record["masked"], record["reason"]) == (False, "总行抽查")
    assert "13800138000" in told(reports, form)
    assert some("unschedule", "1").code == 0
    assert some(*made).code == 0
    assert by_cron(tmp_path, "run-schedule", "2", "--quiet").returncode == 0
    assert "13800138000" not in told(reports, form)


def told(reports: Path, form: str) -> str:
    """All that stands in the one file there."""
    (file,) = reports.iterdir()
    if form != "xlsx":
        return file.read_text(encoding="utf-8-sig")
    book = openpyxl.load_workbook(file)
    return "\n".join(str(each) for sheet in book for row in sheet.iter_rows(values_only=True) for each in row)


def test_cron_makes_no_schedule_that_writes_whole(some: Run, crontab: Path, tmp_path: Path) -> None:
    made = ("schedule", "daily", "--at", "17:30", "--to", ".")
    done = by_cron(tmp_path, *made, "--unmasked", "--reason", "x")
    assert (done.returncode, "under cron" in done.stderr) == (1, True), done


def test_what_the_schedules_log_says_is_masked(some: Run, home: Path) -> None:
    _schedules.log(app.new(), "could not write /reports/13800138000/week.md")
    log = (home / "schedule.log").read_text(encoding="utf-8")
    assert ("138******00" in log, "13800138000" in log) == (True, False)
