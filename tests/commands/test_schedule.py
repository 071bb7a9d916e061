import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


def test_a_schedule_is_kept_and_given_to_cron(run: Run, crontab: Path, reports: Path) -> None:
    crontab.write_bytes(b"MAILTO=me\n# mine %\n")
    done = run("schedule", "weekly", "--at", "周五 17:30", "--to", str(reports), "--format", "xlsx")
    assert done.code == 0
    assert done.out == ""
    assert "fri 17:30, on this week" in done.err
    assert "2026-11-27" in done.err
    assert "weekly-2026-W48.xlsx" in done.err
    lines = crontab.read_bytes()
    assert lines.startswith(b"MAILTO=me\n# mine %\n30 17 * * 5 env RMTOOL_HOME=")
    assert b" run-schedule 1 --quiet # rmtool " in lines
    assert b" run-schedule --missed --quiet # rmtool " in lines
    assert run("unschedule", "1").code == 0
    assert crontab.read_bytes() == b"MAILTO=me\n# mine %\n"


def test_neither_the_folder_nor_anything_typed_stands_in_the_crontab(
    run: Run, crontab: Path, reports: Path
) -> None:
    words = ("schedule", "weekly", "--at", "fri 17:30", "--to", str(reports), "--owner", "王敏; rm -rf $HOME")
    assert run(*words).code == 0
    text = crontab.read_text()
    assert "王敏" not in text
    assert reports.name not in text


def test_the_folder_is_kept_absolute(run: Run, crontab: Path, reports: Path) -> None:
    assert run("schedule", "daily", "--at", "17:30", "--to", f"./x/../{reports.name}").code == 0
    assert listed(run)[0]["folder"] == str(reports)


def listed(run: Run) -> list[dict[str, Any]]:
    found = run("list-schedules", "--json")
    assert found.code == 0
    rows: list[dict[str, Any]] = json.loads(found.out)
    return rows


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("yearly", "--at", "17:30"), 2),
        (("", "--at", "17:30"), 2),
        (("daily",), 2),
        (("daily", "--at", "17:30", "--unmasked"), 2),
        (("daily", "--at", "17:30", "--unmasked", "--reason", " "), 2),
        (("daily", "--at", "someday"), 2),
        (("daily", "--at", "31 09:00"), 2),
        (("daily", "--at", "17:30", "--format", "doc"), 2),
        (("daily", "--at", "17:30", "--period", "next"), 2),
        (("daily", "--at", "17:30", "--format", "xlsx", "--owner", "x"), 2),
    ],
)
def test_words_that_cannot_be_right_are_refused_and_nothing_is_kept(
    run: Run, crontab: Path, reports: Path, words: tuple[str, ...], code: int
) -> None:
    done = run("schedule", *words, "--to", str(reports))
    assert done.code == code, done.err
    assert not crontab.exists()
    assert listed(run) == []


@pytest.mark.parametrize(("folder", "code"), [("missing", 7), ("a\nb", 2), ("", 2), ("file", 7)])
def test_a_folder_that_cannot_be_written_is_refused(
    run: Run, crontab: Path, tmp_path: Path, folder: str, code: int
) -> None:
    (tmp_path / "file").write_text("x")
    assert run("schedule", "daily", "--at", "17:30", "--to", folder).code == code
    assert not (tmp_path / "missing").exists()
    assert listed(run) == []


def test_a_second_schedule_that_would_write_the_same_files_is_refused(
    run: Run, crontab: Path, reports: Path
) -> None:
    words = ("schedule", "daily", "--to", str(reports))
    assert run(*words, "--at", "17:30").code == 0
    assert run(*words, "--at", "17:30").code == 1
    assert run(*words, "--at", "12:00", lang="zh").code == 1
    assert run(*words, "--at", "12:00").code == 0
    assert run(*words, "--at", "17:30", "--format", "html").code == 0
    assert [each["number"] for each in listed(run)] == [1, 2, 3]


def test_where_crontab_refuses_nothing_is_kept(
    run: Run, crontab: Path, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CRONTAB_REFUSES", "1")
    done = run("schedule", "daily", "--at", "17:30", "--to", str(reports))
    assert done.code == 5
    assert "not allowed" in done.err
    assert listed(run) == []


def test_without_a_crontab_it_says_what_another_scheduler_should_call(
    run: Run, reports: Path, tmp_path: Path
) -> None:
    bare = tmp_path / "bare"
    bare.mkdir()
    done = run("schedule", "daily", "--at", "17:30", "--to", str(reports), PATH=str(bare))
    assert done.code == 0
    first, hourly = done.out.splitlines()
    assert first.startswith(f"env RMTOOL_HOME={os.environ['RMTOOL_HOME']} RMTOOL_LANG=en ")
    assert first.endswith(" run-schedule 1 --quiet")
    assert hourly.endswith(" run-schedule --missed --quiet")
    assert "no crontab" in done.err
    renewed = run("schedule", "--renew", PATH=str(bare))
    assert renewed.out == done.out
    assert "yourself" in run("unschedule", "1", PATH=str(bare)).err


def test_renew_writes_the_lines_again(run: Run, crontab: Path, reports: Path) -> None:
    assert run("schedule", "daily", "--at", "17:30", "--to", str(reports)).code == 0
    before = crontab.read_text()
    crontab.write_text("x\n")
    assert run("schedule", "--renew").code == 0
    assert crontab.read_text() == "x\n" + before


def test_each_home_has_lines_of_its_own(run: Run, crontab: Path, reports: Path, tmp_path: Path) -> None:
    words = ("schedule", "daily", "--at", "17:30", "--to", str(reports))
    assert run(*words).code == 0
    before = crontab.read_text()
    assert run(*words, RMTOOL_HOME=str(tmp_path / "other")).code == 0
    assert run("unschedule", "1", RMTOOL_HOME=str(tmp_path / "other")).code == 0
    assert crontab.read_text() == before


def test_the_answer_is_chinese_where_that_is_spoken(run: Run, crontab: Path, reports: Path) -> None:
    done = run("schedule", "weekly", "--at", "周五 17:30", "--to", str(reports), lang="zh")
    assert done.code == 0
    assert "每周五 17:30" in done.err
    assert "RMTOOL_LANG=zh" in crontab.read_text()


def test_a_lost_folder_is_only_noticed_by_the_run(run: Run, crontab: Path, reports: Path) -> None:
    assert run("schedule", "daily", "--at", "17:30", "--to", str(reports)).code == 0
    shutil.rmtree(reports)
    assert listed(run)[0]["folder"] == str(reports)
