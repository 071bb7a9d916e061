from collections.abc import Callable
from pathlib import Path
from typing import Any

Run = Callable[..., Any]


def test_a_schedule_goes_with_its_line_and_its_files_stay(run: Run, crontab: Path, reports: Path) -> None:
    for at in ("17:30", "12:00"):
        assert run("schedule", "daily", "--at", at, "--to", str(reports)).code == 0
    assert run("run-schedule", "1").code == 0
    assert run("unschedule", "1").code == 0
    assert " run-schedule 1 " not in crontab.read_text()
    assert " run-schedule 2 " in crontab.read_text()
    assert [each.name for each in reports.iterdir()] == ["daily-2026-11-24.md"]
    assert run("run-schedule", "1").code == 4


def test_a_schedule_that_is_not_there_is_told(run: Run, crontab: Path) -> None:
    done = run("unschedule", "5")
    assert done.code == 4
    assert "5" in done.err
    assert not crontab.exists()
