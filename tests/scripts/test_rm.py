"""`scripts/rm`, run for real: rmtool's commands reach rmtool, everything else the system's rm.

Every test deletes in its own temporary folder only: the script runs in it, on names relative to it.
"""

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from rmtool.cli import COMMANDS

SCRIPT = Path(__file__).parents[2] / "scripts" / "rm"
SHELLS = {"dash": ["dash"], "bash": ["bash", "--posix"], "busybox": ["busybox", "sh"]}

# It keeps what it was given, each word ended by a NUL, and ends with the code asked for.
FAKE_RMTOOL = """#!/bin/sh
for word do printf '%s\\0' "$word"; done >"$RECORD"
[ -z "$READ" ] || cat >"$RECORD.stdin"
echo "rmtool ran"
exit "${FAKE_EXIT:-0}"
"""


@dataclass(frozen=True)
class Desk:
    """A folder to delete in, a folder with the script and a rmtool, and the shell that runs it."""

    shell: list[str]
    here: Path
    bin: Path
    record: Path

    def rm(
        self, *words: str, stdin: str = "", script: Path | None = None, env: dict[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Run the script in `here` on `words`."""
        environ = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "RECORD": str(self.record), "READ": ""}
        return subprocess.run(
            [*self.shell, str(script or self.bin / "rm"), *words],
            cwd=self.here,
            env={**environ, **(env or {})},
            input=stdin,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    def given(self) -> list[str] | None:
        """The words that rmtool was given, or None where it was not run."""
        return self.record.read_text().split("\0")[:-1] if self.record.exists() else None

    def names(self) -> list[str]:
        """What lies in `here`."""
        return sorted(os.listdir(self.here))

    def touch(self, *names: str) -> None:
        """Make empty files in `here`."""
        for name in names:
            (self.here / name).touch()


def executable(path: Path, text: str) -> Path:
    path.write_text(text)
    path.chmod(0o755)
    return path


@pytest.fixture(params=SHELLS)
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Desk:
    name, *options = SHELLS[request.param]
    shell = shutil.which(name)
    if shell is None:
        pytest.skip(f"{name} is not installed")
    for name in ("here", "bin"):
        (tmp_path / name).mkdir()
    shutil.copy(SCRIPT, tmp_path / "bin" / "rm")
    executable(tmp_path / "bin" / "rmtool", FAKE_RMTOOL)
    return Desk([shell, *options], tmp_path / "here", tmp_path / "bin", tmp_path / "record")


def test_the_word_list_is_the_table_of_commands() -> None:
    lists = re.findall(r"^([a-z][a-z-]*(?: \| [a-z][a-z-]*)+)\) ;;$", SCRIPT.read_text(), re.MULTILINE)
    assert len(lists) == 1
    assert lists[0].split(" | ") == sorted(COMMANDS)


def test_it_is_plain_sh_and_executable() -> None:
    assert SCRIPT.stat().st_mode & 0o777 == 0o755
    assert SCRIPT.read_bytes().startswith(b"#!/bin/sh\n")


def test_it_runs_by_its_first_line(desk: Desk) -> None:
    desk.touch("old.txt")
    subprocess.run([desk.bin / "rm", "old.txt"], cwd=desk.here, check=True)
    assert desk.names() == []


# --- what goes to rmtool


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_each_command_reaches_rmtool(tmp_path: Path, name: str) -> None:
    (tmp_path / "here").mkdir()
    shutil.copy(SCRIPT, tmp_path / "rm")
    executable(tmp_path / "rmtool", FAKE_RMTOOL)
    desk = Desk(["/bin/sh"], tmp_path / "here", tmp_path, tmp_path / "record")
    assert desk.rm(name, "--help").returncode == 0
    assert desk.given() == [name, "--help"]


def test_every_word_arrives_as_it_was_typed(desk: Desk) -> None:
    words = [
        "",
        " ",
        "a  b",
        "*",
        "?",
        "line\nbreak\n",
        "$HOME",
        "`id`",
        '"q"',
        "'",
        "\\",
        "-rf",
        "--",
        "张三",
    ]
    desk.touch("a.txt")
    assert desk.rm("log-visit", *words).returncode == 0
    assert desk.given() == ["log-visit", *words]
    assert desk.names() == ["a.txt"]


@pytest.mark.parametrize("option", ["-i", "-I"])
def test_the_option_of_an_alias_is_dropped(desk: Desk, option: str) -> None:
    assert desk.rm(option, "add-client", "-i", "").returncode == 0
    assert desk.given() == ["add-client", "-i", ""]


@pytest.mark.parametrize("code", [0, 1, 4, 130])
def test_the_exit_code_of_rmtool_comes_back(desk: Desk, code: int) -> None:
    answer = desk.rm("today", env={"FAKE_EXIT": str(code)})
    assert (answer.returncode, answer.stdout, answer.stderr) == (code, "rmtool ran\n", "")


def test_standard_input_reaches_rmtool(desk: Desk) -> None:
    desk.rm("log-visit", "张三", "-", stdin="谈续贷\n", env={"READ": "1"})
    assert Path(f"{desk.record}.stdin").read_text() == "谈续贷\n"


# --- what goes to the system's rm


def test_a_file_is_deleted(desk: Desk) -> None:
    desk.touch("old.txt", "new.txt")
    answer = desk.rm("old.txt")
    assert (answer.returncode, answer.stdout, answer.stderr) == (0, "", "")
    assert desk.names() == ["new.txt"]


def test_a_folder_is_deleted_with_rf(desk: Desk) -> None:
    (desk.here / "dir" / "deep").mkdir(parents=True)
    (desk.here / "dir" / "deep" / "file").touch()
    assert desk.rm("-rf", "dir").returncode == 0
    assert desk.names() == []


def test_a_name_after_two_dashes_is_deleted(desk: Desk) -> None:
    desk.touch("-file", "-i")
    assert desk.rm("--", "-file", "-i").returncode == 0
    assert desk.names() == []


def test_strange_names_arrive_as_they_were_typed(desk: Desk) -> None:
    names = ["a  b", "*", "line\nbreak", "张三.txt", "$HOME"]
    desk.touch("kept", *names)
    assert desk.rm(*names).returncode == 0
    assert desk.names() == ["kept"]


@pytest.mark.parametrize(("answer", "left"), [("y\n", []), ("n\n", ["old.txt"])])
def test_it_asks_with_i(desk: Desk, answer: str, left: list[str]) -> None:
    desk.touch("old.txt")
    assert desk.rm("-i", "old.txt", stdin=answer).returncode == 0
    assert desk.names() == left


@pytest.mark.parametrize("words", [[], [""], ["-i"], ["nothing-here"], ["--no-such-option"]])
def test_it_answers_like_the_system(desk: Desk, words: list[str]) -> None:
    system = subprocess.run(["/bin/rm", *words], cwd=desk.here, capture_output=True, check=False)
    answer = desk.rm(*words)
    assert answer.returncode == system.returncode == 1
    assert answer.stderr
    assert desk.given() is None


@pytest.mark.parametrize(
    "words", [["./today"], ["--", "today"], ["-f", "today"], ["-f", "-i", "today", "-f"], ["-rf", "today"]]
)
def test_a_command_that_is_not_the_first_word_is_a_file(desk: Desk, words: list[str]) -> None:
    desk.touch("today")
    assert desk.rm(*words).returncode == 0
    assert desk.names() == []
    assert desk.given() is None


@pytest.mark.parametrize(
    "word", ["Today", "todays", "toda", "today ", "log_visit", "log-visit today", "*", "[t]oday"]
)
def test_only_the_exact_word_is_a_command(desk: Desk, word: str) -> None:
    desk.touch(word)
    assert desk.rm(word).returncode == 0
    assert desk.names() == []
    assert desk.given() is None


# --- a file named like a command


@pytest.mark.parametrize("words", [["check"], ["-i", "check"], ["-I", "check"], ["check", "other"]])
def test_a_file_named_like_a_command_stops_both(desk: Desk, words: list[str]) -> None:
    desk.touch("check", "other")
    answer = desk.rm(*words, stdin="y\n")
    assert (answer.returncode, answer.stdout) == (2, "")
    assert answer.stderr.count("\n") == 1
    assert "./check" in answer.stderr
    assert "rmtool check" in answer.stderr
    assert desk.names() == ["check", "other"]
    assert desk.given() is None


def test_a_folder_named_like_a_command_stops_nothing(desk: Desk) -> None:
    (desk.here / "check").mkdir()
    assert desk.rm("check").returncode == 0
    assert desk.given() == ["check"]
    assert desk.names() == ["check"]


@pytest.mark.parametrize("target", ["nowhere", "file", "."])
def test_a_link_named_like_a_command_stops_both(desk: Desk, target: str) -> None:
    desk.touch("file")
    (desk.here / "report").symlink_to(target)
    assert desk.rm("report").returncode == 2
    assert desk.given() is None
    assert desk.names() == ["file", "report"]


@pytest.mark.parametrize(
    ("environ", "chinese"),
    [
        ({"RMTOOL_LANG": "zh"}, True),
        ({"RMTOOL_LANG": "en", "LC_ALL": "zh_CN.UTF-8"}, False),
        ({"RMTOOL_LANG": "", "LC_ALL": "zh_CN.UTF-8"}, True),
        ({"LC_ALL": "C.UTF-8", "LANG": "zh_CN.UTF-8"}, False),
        ({"LC_ALL": "", "LC_MESSAGES": "zh_CN.UTF-8", "LANG": "en_US.UTF-8"}, True),
        ({"LC_ALL": "", "LANG": "zh_CN.UTF-8"}, True),
        ({"LC_ALL": ""}, False),
    ],
)
def test_it_speaks_the_language_of_the_environment(
    desk: Desk, environ: dict[str, str], chinese: bool
) -> None:
    desk.touch("check")
    assert ("既是这里的文件" in desk.rm("check", env=environ).stderr) is chinese


# --- where rmtool is found


def test_the_rmtool_beside_comes_before_path(desk: Desk, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    executable(other / "rmtool", "#!/bin/sh\nexit 99\n")
    assert desk.rm("today", env={"PATH": f"{other}:{os.environ['PATH']}"}).returncode == 0


def test_without_one_beside_it_rmtool_is_taken_from_path(desk: Desk, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (desk.bin / "rmtool").rename(other / "rmtool")
    assert desk.rm("today", "", env={"PATH": f"{other}:{os.environ['PATH']}"}).returncode == 0
    assert desk.given() == ["today", ""]


def test_a_link_with_a_rmtool_beside_it_uses_that(desk: Desk, tmp_path: Path) -> None:
    local = tmp_path / "local"
    local.mkdir()
    (local / "rm").symlink_to(desk.bin / "rm")
    executable(local / "rmtool", "#!/bin/sh\nexit 77\n")
    assert desk.rm("today", script=local / "rm").returncode == 77


def test_links_are_followed_to_the_rmtool_beside_the_script(desk: Desk, tmp_path: Path) -> None:
    local = tmp_path / "lo cal"
    local.mkdir()
    (local / "rm").symlink_to("../second")
    (tmp_path / "second").symlink_to(desk.bin / "rm")
    assert desk.rm("today", script=local / "rm", env={"PATH": str(tmp_path)}).returncode == 0
    assert desk.given() == ["today"]


def test_it_is_found_by_a_relative_path(desk: Desk) -> None:
    assert desk.rm("today", script=Path("../bin/rm")).returncode == 0
    assert desk.given() == ["today"]


def test_without_any_rmtool_it_says_so(desk: Desk, tmp_path: Path) -> None:
    (desk.bin / "rmtool").unlink()
    desk.touch("other")
    answer = desk.rm("today", "other", env={"PATH": str(tmp_path)})
    assert (answer.returncode, answer.stderr.count("\n")) == (127, 1)
    assert "today" in answer.stderr
    assert desk.names() == ["other"]


def test_files_can_be_deleted_while_rmtool_is_broken(desk: Desk) -> None:
    executable(desk.bin / "rmtool", "#!/no/such/python\n")
    desk.touch("old.txt")
    assert desk.rm("old.txt").returncode == 0
    assert desk.names() == []
    assert desk.rm("today").returncode in (126, 127)


def test_the_system_s_rm_is_found_whatever_path_says(desk: Desk) -> None:
    desk.touch("old.txt")
    assert desk.rm("old.txt", env={"PATH": str(desk.bin)}).returncode == 0
    assert desk.names() == []


def test_another_rm_on_path_is_not_the_system_s(desk: Desk, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    executable(other / "rm", "#!/bin/sh\nexit 99\n")
    desk.touch("old.txt")
    assert desk.rm("old.txt", env={"PATH": f"{other}:{os.environ['PATH']}"}).returncode == 0
    assert desk.names() == []


# --- a script that the system takes for its own rm


@pytest.mark.parametrize("rounds", ["1", "2"])
def test_called_by_itself_it_goes_to_the_system_s_folder(desk: Desk, rounds: str) -> None:
    desk.touch("-file")
    assert desk.rm("--", "-file", env={"RMTOOL_RM_GUARD": rounds}).returncode == 0
    assert desk.names() == []


def test_called_by_itself_once_too_often_it_gives_up(desk: Desk) -> None:
    desk.touch("old.txt")
    answer = desk.rm("old.txt", env={"RMTOOL_RM_GUARD": "3"})
    assert (answer.returncode, answer.stderr.count("\n")) == (127, 1)
    assert desk.names() == ["old.txt"]


def test_the_guard_leaves_the_commands_alone(desk: Desk) -> None:
    assert desk.rm("today", env={"RMTOOL_RM_GUARD": "1"}).returncode == 0
    assert desk.given() == ["today"]
