import os
import shlex
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rmtool.domain.schedules import Schedule
from rmtool.domain.schedules import parse_at
from rmtool.errors import SettingsError
from rmtool.errors import UsageError
from rmtool.writers import cron
from rmtool.writers.cron import Caller

WHO = Caller(("/opt/rm tool/rmtool",), Path("/home/王/100% o'clock"))
WEEKLY = Schedule("weekly", parse_at("fri 17:30"), "/tmp", number=3, language="zh")
OTHERS = b'MAILTO = "me"  \n\n  # a comment\n@daily  foo%%bar\\%\n*/5 * * * * x # rmtool 123456789012 3\nA=1\n\xff\xfe gbk\n'


def test_a_schedule_becomes_one_line_and_an_hourly_one_for_what_was_missed() -> None:
    own, missed = cron.lines(Caller(("/bin/rmtool",), Path("/h")), [WEEKLY])
    mark = Caller((), Path("/h")).marker
    assert own == (
        f"30 17 * * 5 env RMTOOL_HOME=/h RMTOOL_LANG=zh /bin/rmtool run-schedule 3 --quiet # {mark} 3"
    )
    assert missed == (
        f"23 * * * * env RMTOOL_HOME=/h RMTOOL_LANG=zh /bin/rmtool run-schedule --missed --quiet # {mark} missed"
    )


def test_no_schedule_needs_no_line() -> None:
    assert cron.lines(WHO, []) == ()


def test_a_strange_path_reaches_the_shell_as_it_is() -> None:
    line = cron.lines(WHO, [WEEKLY])[0]
    assert "%" not in line.replace("\\%", "")
    words = shlex.split(line.replace("\\%", "%"), comments=True)[5:]
    assert words == [
        "env", f"RMTOOL_HOME={WHO.home}", "RMTOOL_LANG=zh", "/opt/rm tool/rmtool", "run-schedule", "3", "--quiet",
    ]  # fmt: skip


@pytest.mark.parametrize("path", ["/a\nb", "/a\\b", "/a\x00b", "/a\rb"])
def test_a_path_that_cron_cannot_take_is_refused(path: str) -> None:
    with pytest.raises(UsageError, match="choose a home"):
        cron.lines(Caller(("/bin/rmtool",), Path(path)), [WEEKLY])


def test_a_line_that_cron_would_cut_is_refused() -> None:
    with pytest.raises(UsageError, match="too long"):
        cron.lines(Caller(("/bin/rmtool",), Path("/" + "x" * 990)), [WEEKLY])


def test_other_peoples_lines_stay_byte_for_byte() -> None:
    wanted = cron.lines(WHO, [WEEKLY])
    with_ours = cron.replaced(WHO, OTHERS, wanted)
    assert with_ours.startswith(OTHERS)
    assert with_ours[len(OTHERS) :].decode().splitlines() == list(wanted)
    assert cron.replaced(WHO, with_ours, wanted) == with_ours
    assert cron.replaced(WHO, with_ours, ()) == OTHERS


def test_the_lines_of_another_home_are_not_ours() -> None:
    other = Caller(("/bin/rmtool",), Path("/other"))
    theirs = cron.replaced(other, b"", cron.lines(other, [WEEKLY]))
    assert cron.replaced(WHO, theirs, ()) == theirs


def test_a_line_of_ours_that_somebody_let_run_more_often_is_still_ours() -> None:
    line = cron.lines(WHO, [WEEKLY])[0].encode() + b"\n"
    for often in (b"* * * * *", b"*/5 * * * *"):
        assert cron.replaced(WHO, line.replace(b"30 17 * * 5", often), ()) == b""
    assert cron.replaced(WHO, b"#" + line, ()) == b"#" + line


def test_cron_fires_on_every_day_that_may_be_meant_and_the_run_looks() -> None:
    for text, fields in (("17:30 workdays", "30 17 * * *"), ("month-end 17:30", "30 17 28-31 * *")):
        line = cron.lines(WHO, [Schedule("daily", parse_at(text), "/tmp", number=3)])[0]
        assert line.startswith(f"{fields} env ")
        assert " run-schedule 3 --if-due --quiet # rmtool " in line


@given(st.binary(max_size=200))
def test_whatever_was_there_is_there_again_when_ours_are_gone(before: bytes) -> None:
    with_ours = cron.replaced(WHO, before, cron.lines(WHO, [WEEKLY]))
    after = cron.replaced(WHO, with_ours, ())
    assert after in (before, before + b"\n")


@pytest.mark.parametrize("text", ["", "x\n"])
def test_the_crontab_is_read_and_written_by_the_program(tmp_path: Path, text: str) -> None:
    environ = fake(tmp_path, 'case $1 in -l) cat "$F";; -) cat > "$F";; -r) rm "$F";; esac')
    (tmp_path / "tab").write_text(text)
    wanted = cron.lines(WHO, [WEEKLY])
    cron.put(WHO, wanted, environ)
    assert cron.ours(WHO, environ) == wanted
    cron.put(WHO, (), environ)
    assert (tmp_path / "tab").exists() == bool(text)


def fake(tmp_path: Path, script: str) -> dict[str, str]:
    program = tmp_path / "crontab"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    return {"PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}", "F": str(tmp_path / "tab")}


@pytest.mark.parametrize(
    "words", ["no crontab for root", "crontab: can't open 'root': No such file or directory"]
)
def test_a_user_without_a_crontab_has_an_empty_one(tmp_path: Path, words: str) -> None:
    environ = fake(tmp_path, f'echo "{words}" >&2; exit 1')
    assert cron.ours(WHO, environ) == ()


def test_a_crontab_that_refuses_is_told_in_its_own_words(tmp_path: Path) -> None:
    environ = fake(tmp_path, "echo 'You are not allowed' >&2; exit 1")
    with pytest.raises(SettingsError, match="You are not allowed"):
        cron.put(WHO, cron.lines(WHO, [WEEKLY]), environ)


def test_a_machine_without_a_crontab_is_told(tmp_path: Path) -> None:
    assert not cron.available({"PATH": str(tmp_path)})
    with pytest.raises(SettingsError, match="no crontab"):
        cron.ours(WHO, {"PATH": str(tmp_path)})


def test_the_program_is_the_script_it_was_called_by_else_the_one_beside_python(tmp_path: Path) -> None:
    for folder in ("a", "b", "c"):
        (tmp_path / folder).mkdir()
    for folder in ("a", "b"):
        script = tmp_path / folder / "rmtool"
        script.write_text("#!/bin/sh\n")
        script.chmod(0o755)
    python = str(tmp_path / "b" / "python")
    assert cron.program(str(tmp_path / "a" / "rmtool"), python) == (str(tmp_path / "a" / "rmtool"),)
    assert cron.program("/x/__main__.py", python) == (str(tmp_path / "b" / "rmtool"),)
    alone = str(tmp_path / "c" / "python")
    assert cron.program("/x/__main__.py", alone) == (alone, "-m", "rmtool")


@pytest.mark.parametrize(
    ("at", "when"),
    [
        ("17:30", "/SC DAILY /ST 17:30"),
        ("mon,fri 9:00", "/SC WEEKLY /D MON,FRI /ST 09:00"),
        ("1 9:00", "/SC MONTHLY /D 1 /ST 09:00"),
        ("month-end 9:00", "/SC DAILY /ST 09:00"),
    ],
)
def test_the_task_scheduler_of_windows_gets_one_line(at: str, when: str) -> None:
    who = Caller(("C:\\Program Files\\rmtool.exe",), Path("C:\\home"))
    line = cron.windows_task(who, Schedule("daily", parse_at(at), "x", number=4))
    assert f" {when} " in line
    looks = " --if-due" if "month-end" in at else ""
    assert f"'C:\\Program Files\\rmtool.exe' run-schedule 4{looks} --quiet\"" in line


def test_the_command_runs_in_a_bare_shell(tmp_path: Path) -> None:
    script = tmp_path / "rmtool"
    script.write_text('#!/bin/sh\nprintf "%s|" "$RMTOOL_HOME" "$RMTOOL_LANG" "$@"\n')
    script.chmod(0o755)
    command = Caller((str(script),), Path("/h 100%'s $HOME")).command("run-schedule", "3", language="zh")
    done = subprocess.run(
        ["/bin/sh", "-c", command], env={}, cwd="/", capture_output=True, text=True, check=True
    )
    assert done.stdout == "/h 100%'s $HOME|zh|run-schedule|3|"
