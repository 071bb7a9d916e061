import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


def test_without_a_name_it_goes_into_the_home(run: Run) -> None:
    run("add-client", "云岫科技有限公司")
    done = run("backup")
    assert (done.code, done.out) == (0, "")
    (file,) = (Path(os.environ["RMTOOL_HOME"]) / "backups").iterdir()
    assert file.name == "store-20261124-093000.db"
    assert str(file) in done.err
    assert file.stat().st_mode & 0o777 == 0o600
    assert "云岫科技".encode() in file.read_bytes()


def test_a_file_that_is_there_is_not_replaced_without_force(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    target.write_text("precious")
    assert run("backup", str(target)).code == 1
    assert target.read_text() == "precious"
    assert run("backup", str(target), "--force").code == 0
    assert target.read_bytes().startswith(b"SQLite format 3")


def test_a_dash_is_standard_output(run: Run, tmp_path: Path) -> None:
    run("add-client", "张三")
    done = subprocess.run(
        [sys.executable, "-m", "rmtool", "backup", "-"],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent.parent)},
        capture_output=True,
        check=True,
    )
    (tmp_path / "copy.db").write_bytes(done.stdout)
    assert run("restore", "copy.db", "--yes").code == 0


@pytest.mark.parametrize("name", ["store.db", "store.db-wal"])
def test_the_store_itself_is_never_the_target(run: Run, name: str) -> None:
    run("add-client", "张三")
    assert run("backup", str(Path(os.environ["RMTOOL_HOME"]) / name), "--force").code == 1
    assert run("list-clients").code == 0


def test_a_missing_folder_is_told(run: Run, tmp_path: Path) -> None:
    assert run("backup", str(tmp_path / "missing" / "copy.db")).code == 7


def test_a_folder_keeps_the_newest_and_nothing_else_is_deleted(run: Run, tmp_path: Path) -> None:
    run("add-client", "张三", check=0)
    folder = tmp_path / "disk"
    folder.mkdir()
    (folder / "store-of-mine.db").write_text("precious")
    (folder / "store-20200101-000000.db").mkdir()
    for day in range(10, 15):
        now = f"2026-11-{day}T20:00:00+08:00"
        done = run("backup", str(folder), "--keep", "3", now=now, check=0)
    assert "Deleted 1 older backup" in done.err
    assert sorted(each.name for each in folder.iterdir()) == [
        "store-20200101-000000.db", *(f"store-202611{day}-200000.db" for day in (12, 13, 14)), "store-of-mine.db",
    ]  # fmt: skip
    assert run("backup", "--keep", "1", check=0).err.count("\n") == 1


def test_keep_is_for_folders(run: Run, tmp_path: Path) -> None:
    run("add-client", "张三", check=0)
    assert "--keep" in run("backup", "one.db", "--keep", "3", check=2).err
    assert run("backup", "--keep", "0").code == 2


def test_a_backup_that_fails_deletes_none(run: Run, tmp_path: Path) -> None:
    run("add-client", "张三", check=0)
    folder = tmp_path / "disk"
    folder.mkdir()
    for day in (10, 11):
        run("backup", str(folder), now=f"2026-11-{day}T20:00:00+08:00", check=0)
    assert run("backup", str(folder), "--keep", "1", now="2026-11-11T20:00:00+08:00").code == 1
    assert len(list(folder.iterdir())) == 2
