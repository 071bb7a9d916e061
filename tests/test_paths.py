"""Files appear whole or not at all, and only their owner reads them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from rmtool import paths
from rmtool.errors import BusyError
from rmtool.errors import CannotWriteError


def test_the_home_is_the_one_asked_for_and_empty_counts_as_unset(tmp_path: Path) -> None:
    assert paths.home({"RMTOOL_HOME": str(tmp_path)}) == tmp_path
    environ = {**os.environ, "RMTOOL_HOME": "", "XDG_DATA_HOME": str(tmp_path / "data")}
    program = "import os; from rmtool import paths; print(paths.home(os.environ))"
    done = subprocess.run(
        [sys.executable, "-c", program], env=environ, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == str(tmp_path / "data" / "rmtool")


def test_folders_and_files_are_private_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        folder = paths.make_private(tmp_path / "home")
        with paths.whole_file(folder / "out") as file:
            file.write(b"x")
    finally:
        os.umask(before)
    assert folder.stat().st_mode & 0o777 == 0o700
    assert (folder / "out").stat().st_mode & 0o777 == 0o600


def test_a_file_that_fails_half_way_leaves_the_old_one(tmp_path: Path) -> None:
    target = tmp_path / "out"
    target.write_text("old")

    def fail() -> None:
        with paths.whole_file(target) as file:
            file.write(b"new")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert target.read_text() == "old"
    assert os.listdir(tmp_path) == ["out"]


@pytest.mark.parametrize("make", ["link", "pipe", "folder"])
def test_only_ordinary_files_are_written(make: str, tmp_path: Path) -> None:
    target = tmp_path / "out"
    if make == "link":
        target.symlink_to(tmp_path / "elsewhere")
    elif make == "pipe":
        os.mkfifo(target)
    else:
        target.mkdir()
    with pytest.raises(CannotWriteError, match="not an ordinary file"), paths.whole_file(target):
        pass
    assert not (tmp_path / "elsewhere").exists()


def test_a_missing_folder_is_named_and_never_made(tmp_path: Path) -> None:
    with (
        pytest.raises(CannotWriteError, match="the folder does not exist"),
        paths.whole_file(tmp_path / "no" / "x"),
    ):
        pass
    assert not (tmp_path / "no").exists()


def test_a_lock_is_held_by_one_at_a_time(tmp_path: Path) -> None:
    with (
        paths.locked(tmp_path / "lock"),
        pytest.raises(BusyError),
        paths.locked(tmp_path / "lock", wait=0.05),
    ):
        pass
    with paths.locked(tmp_path / "lock"):
        pass


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps no core files")
def test_a_process_that_dies_leaves_no_picture_of_its_memory() -> None:
    program = (
        "import resource; from rmtool import paths; paths.keep_no_core();"
        " print(resource.getrlimit(resource.RLIMIT_CORE))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "(0, 0)\n"


def test_what_did_not_arrive_whole_takes_nobodys_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that takes everything, and has lost some of it when it is looked at again."""
    target = tmp_path / "report.md"
    target.write_text("old")
    monkeypatch.setattr(paths.os, "fsync", lambda descriptor: os.ftruncate(descriptor, 3))
    with pytest.raises(CannotWriteError, match="only 3 of 9 bytes"), paths.whole_file(target) as file:
        file.write(b"nine more")
    assert [each.name for each in tmp_path.iterdir()] == ["report.md"]
    assert target.read_text() == "old"
