"""Exit 0 means on disk: what the kernel was asked to do, in the order it was asked."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import SOURCE

STRACE = shutil.which("strace")
pytestmark = pytest.mark.skipif(not STRACE, reason="needs strace, to see what is forced to disk when")
CALL = re.compile(r"\d+\s+(\w+)\((?:\d+<([^>]*)>|([^)]*))")


@pytest.fixture
def calls(tmp_path: Path):
    """Run rmtool and answer its writes, syncs and renames: pairs of call and file."""

    def run(*words: str) -> list[tuple[str, str]]:
        trace = tmp_path / "trace"
        done = subprocess.run(
            [
                str(STRACE), "-f", "-y", "-s", "0", "-o", str(trace),
                "-e", "trace=write,pwrite64,fsync,fdatasync,rename,renameat,renameat2,exit_group",
                sys.executable, "-m", "rmtool", *words,
            ],
            cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(SOURCE)}, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        found = map(CALL.match, trace.read_text(errors="replace").split("\n"))
        return [(each[1], each[2] or each[3] or "") for each in found if each]

    return run


def test_a_visit_is_synced_before_it_is_told(run, calls) -> None:
    run("add-client", "张三", check=0)
    made = calls("log-visit", "张三", "谈续贷", "--next", "+3d")
    log = [name for name, file in made if file.endswith("store.db-wal")]
    told = next(place for place, (name, file) in enumerate(made) if name == "write" and "pipe" in file)
    before = [name for name, file in made[:told] if file.endswith("store.db-wal")]
    assert "pwrite64" in log
    assert before[-1] == "fdatasync"
    # Nothing more of the visit is written once it has been told.
    assert "pwrite64" not in [name for name, file in made[told:] if file.endswith("store.db-wal")]


def test_a_report_is_synced_before_it_takes_its_name_and_the_name_too(calls, tmp_path: Path) -> None:
    made = calls("weekly-report", "-o", "week.md")
    order = [name for name, file in made if file.startswith(str(tmp_path)) or "week.md" in file]
    assert order[-3:] == ["fsync", "rename", "fsync"]
    assert made[-1][0] == "exit_group"
