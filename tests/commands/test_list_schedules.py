import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

Run = Callable[..., Any]


def test_no_schedule_is_told_with_the_next_step(run: Run) -> None:
    done = run("list-schedules")
    assert (done.code, done.out) == (0, "")
    assert "rmtool schedule weekly" in done.err
    assert json.loads(run("list-schedules", "--json").out) == []


def test_each_schedule_shows_what_where_and_how_it_went(run: Run, crontab: Path, reports: Path) -> None:
    assert run("schedule", "weekly", "--at", "fri 17:30", "--to", str(reports)).code == 0
    before = run("list-schedules").out
    assert before.splitlines()[0] == "1  weekly, md: fri 17:30, on this week"
    assert str(reports) in before
    assert "next: 2026-11-27 17:30  last: none yet" in before
    assert run("run-schedule", "1").code == 0
    assert "last: 2026-11-24 09:30 weekly-2026-W48.md" in run("list-schedules").out
    assert "每周五 17:30" in run("list-schedules", lang="zh").out


def test_the_json_has_stable_fields(run: Run, crontab: Path, reports: Path) -> None:
    assert run("schedule", "monthly", "--at", "1 9:00", "--to", str(reports), "--format", "csv").code == 0
    (row,) = json.loads(run("list-schedules", "--json").out)
    assert row == {
        "number": 1, "report": "monthly", "at": "1 09:00", "cron": "0 9 1 * *", "period": "last",
        "format": "csv", "folder": str(reports), "language": "en", "owner": "",
        "reason": "",
        "next_run": "2026-12-01T09:00", "last_run": None,
        "by": "", "mail": [], "robots": [], "not_in_order": [],
    }  # fmt: skip
