import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from rmtool import paths

Run = Callable[..., Any]
ROOT = Path(__file__).parent.parent.parent
SATURDAY = "2026-11-28T12:00:00+08:00"
FORMATS = ["text", "md", "html", "json", "xlsx", "csv"]


def scheduled(run: Run, reports: Path, *words: str, report: str = "daily", at: str = "17:30") -> None:
    done = run("schedule", report, "--at", at, "--to", str(reports), *words)
    assert done.code == 0, done.err


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def last_run(run: Run) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run("list-schedules", "--json").out)[0]["last_run"]
    return found


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("report", ["daily", "weekly", "monthly"])
def test_every_report_is_written_whole_in_every_format(
    run: Run, crontab: Path, reports: Path, report: str, form: str
) -> None:
    run("add-client", "云岫科技有限公司")
    run("log-visit", "云岫科技有限公司", "谈续贷")
    scheduled(run, reports, "--format", form, "--period", "this", report=report)
    done = run("run-schedule", "1", "--quiet")
    assert (done.code, done.out, done.err) == (0, "", "")
    period = {"daily": "2026-11-24", "weekly": "2026-W48", "monthly": "2026-11"}[report]
    suffix = {"text": "txt"}.get(form, form)
    (file,) = reports.iterdir()
    assert file.name == f"{report}-{period}.{suffix}"
    assert file.stat().st_mode & 0o777 == 0o600
    content = file.read_bytes()
    assert content.startswith(b"PK") if form == "xlsx" else "云岫科技" in content.decode("utf-8-sig")


def test_a_run_at_its_minute_is_kept_under_that_minute(run: Run, crontab: Path, reports: Path) -> None:
    scheduled(run, reports)
    assert run("run-schedule", "1", now="2026-11-24T17:30:02+08:00").code == 0
    assert last_run(run)["due_at"] == "2026-11-24T17:30"
    assert last_run(run)["exit_code"] == 0
    assert run("run-schedule", "1", now="2026-11-25T19:45:00+08:00").code == 0
    assert last_run(run)["due_at"] == "2026-11-25T17:30"
    assert run("run-schedule", "1", now="2026-11-25T21:45:00+08:00").code == 0
    assert last_run(run)["due_at"] == "2026-11-25T21:45"


def test_the_file_of_an_earlier_run_is_replaced(run: Run, crontab: Path, reports: Path) -> None:
    scheduled(run, reports)
    old = reports / "daily-2026-11-24.md"
    old.write_text("old " * 10_000)
    assert run("run-schedule", "1").code == 0
    assert "old old" not in old.read_text()
    assert names(reports) == [old.name]


def test_what_was_missed_is_caught_up_with_once(run: Run, crontab: Path, reports: Path) -> None:
    scheduled(run, reports)
    assert run("run-schedule", "1", now="2026-11-25T17:30:01+08:00").code == 0
    done = run("run-schedule", "--missed", now=SATURDAY)
    assert done.code == 0
    assert names(reports) == [f"daily-2026-11-{day}.md" for day in (24, 25, 26, 27)]
    shutil.rmtree(reports)
    reports.mkdir()
    again = run("run-schedule", "--missed", now=SATURDAY)
    assert (again.code, again.out, again.err) == (0, "", "")
    assert names(reports) == []


def test_nothing_from_before_the_schedule_was_made_is_caught_up_with(
    run: Run, crontab: Path, reports: Path
) -> None:
    scheduled(run, reports, at="09:00")
    assert run("run-schedule", "--missed").code == 0
    assert names(reports) == []


def test_what_is_due_this_minute_is_left_to_its_own_line(run: Run, crontab: Path, reports: Path) -> None:
    scheduled(run, reports, at="17:23")
    assert run("run-schedule", "--missed", now="2026-11-24T17:23:30+08:00").code == 0
    assert names(reports) == []


def test_at_most_31_runs_are_caught_up_with(run: Run, crontab: Path, reports: Path) -> None:
    scheduled(run, reports, "--format", "csv")
    assert run("run-schedule", "--missed", now="2027-03-01T12:00:00+08:00").code == 0
    found = names(reports)
    assert len(found) == 31
    assert found[-1] == "daily-2027-02-28.csv"


def test_each_schedule_reports_on_this_or_the_last_period(run: Run, crontab: Path, reports: Path) -> None:
    scheduled(run, reports, "--period", "last", report="weekly", at="fri 17:30")
    scheduled(run, reports, report="monthly", at="1 09:00")
    assert run("run-schedule", "--missed", now="2026-12-02T12:00:00+08:00").code == 0
    assert names(reports) == ["monthly-2026-11.md", "weekly-2026-W47.md"]


def test_a_run_that_failed_is_recorded_and_caught_up_with_later(
    run: Run, crontab: Path, reports: Path
) -> None:
    scheduled(run, reports)
    shutil.rmtree(reports)
    done = run("run-schedule", "1", "--quiet", now="2026-11-24T17:30:01+08:00")
    assert (done.code, done.out) == (7, "")
    assert "rmtool: " in done.err
    assert last_run(run)["exit_code"] == 7
    assert "failed (7)" in run("list-schedules").out
    reports.mkdir()
    assert run("run-schedule", "--missed", now="2026-11-24T18:23:00+08:00").code == 0
    assert names(reports) == ["daily-2026-11-24.md"]


def test_a_schedule_that_fails_does_not_keep_the_others_back(
    run: Run, crontab: Path, reports: Path, tmp_path: Path
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    scheduled(run, gone)
    scheduled(run, reports)
    gone.rmdir()
    assert run("run-schedule", "--missed", now=SATURDAY).code == 7
    assert len(names(reports)) == 4


@pytest.mark.parametrize(("name", "words"), [("1", ("1",)), ("missed", ("--missed",))])
def test_a_second_run_at_once_leaves_with_9(
    run: Run, crontab: Path, reports: Path, name: str, words: tuple[str, ...]
) -> None:
    scheduled(run, reports)
    with paths.locked(Path(os.environ["RMTOOL_HOME"]) / f"schedule-{name}.lock"):
        done = run("run-schedule", *words, now=SATURDAY)
    assert done.code == 9
    assert names(reports) == []
    assert run("run-schedule", *words, now=SATURDAY).code == 0


def test_catching_up_leaves_a_schedule_that_is_running_alone(run: Run, crontab: Path, reports: Path) -> None:
    scheduled(run, reports)
    scheduled(run, reports, "--format", "csv")
    with paths.locked(Path(os.environ["RMTOOL_HOME"]) / "schedule-1.lock"):
        assert run("run-schedule", "--missed", now=SATURDAY).code == 0
    assert {each.rpartition(".")[2] for each in names(reports)} == {"csv"}


def test_start_end_and_outcome_are_logged_without_clients(run: Run, crontab: Path, reports: Path) -> None:
    run("add-client", "云岫科技有限公司")
    scheduled(run, reports, report="weekly", at="fri 17:30")
    assert run("run-schedule", "1", now="2026-11-27T17:30:00+08:00").code == 0
    shutil.rmtree(reports)
    assert run("run-schedule", "1", now="2026-11-27T17:31:00+08:00").code == 7
    log = Path(os.environ["RMTOOL_HOME"]) / "schedule.log"
    what = "schedule=1 report=weekly due=2026-11-27T17:30"
    assert log.read_text().splitlines() == [
        f"2026-11-27T17:30:00+08:00 {what} period=2026-W48 started",
        f"2026-11-27T17:30:00+08:00 {what} ended exit=0 file=weekly-2026-W48.md",
        f"2026-11-27T17:31:00+08:00 {what} period=2026-W48 started",
        f"2026-11-27T17:31:00+08:00 {what} ended exit=7",
    ]
    assert log.stat().st_mode & 0o777 == 0o600


def test_a_long_log_is_put_aside(run: Run, crontab: Path, reports: Path) -> None:
    scheduled(run, reports)
    log = Path(os.environ["RMTOOL_HOME"]) / "schedule.log"
    log.write_text("x" * 1_000_001)
    assert run("run-schedule", "1").code == 0
    assert log.stat().st_size < 1000
    assert (log.parent / "schedule.log.1").stat().st_size == 1_000_001


@pytest.mark.parametrize("words", [(), ("1", "--missed")])
def test_one_number_or_missed_is_wanted(run: Run, words: tuple[str, ...]) -> None:
    assert run("run-schedule", *words).code == 2


def test_it_works_in_the_bare_environment_of_cron(run: Run, crontab: Path, reports: Path) -> None:
    run("add-client", "云岫科技有限公司")
    run("log-visit", "云岫科技有限公司", "谈续贷")
    assert run("schedule", "daily", "--at", "17:30", "--to", str(reports), lang="zh").code == 0
    done = subprocess.run(
        [sys.executable, "-m", "rmtool", "run-schedule", "1", "--quiet"],
        env={
            "HOME": "/", "LANG": "C", "PATH": "/usr/bin:/bin", "SHELL": "/bin/sh", "PYTHONPATH": str(ROOT),
            "RMTOOL_HOME": os.environ["RMTOOL_HOME"], "RMTOOL_NOW": os.environ["RMTOOL_NOW"],
        },
        cwd="/", stdin=subprocess.DEVNULL, capture_output=True, start_new_session=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    text = (reports / "daily-2026-11-24.md").read_text("utf-8")
    assert re.search("日报|拜访", text)
