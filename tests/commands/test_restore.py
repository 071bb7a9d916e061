import os
import pty
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


def home() -> Path:
    return Path(os.environ["RMTOOL_HOME"])


def clients(run: Run) -> str:
    done = run("list-clients", "--json")
    assert done.code == 0, done.err
    return str(done.out)


@pytest.fixture
def copy(run: Run, tmp_path: Path) -> Path:
    run("add-client", "云岫科技有限公司")
    assert run("backup", "copy.db").code == 0
    run("add-client", "后来的客户")
    return tmp_path / "copy.db"


def test_the_backup_is_brought_back_and_the_old_store_kept(run: Run, copy: Path) -> None:
    done = run("restore", str(copy), "--yes")
    assert (done.code, done.out) == (0, "")
    assert "Clients: 1," in done.err
    assert "后来的客户" not in clients(run)
    kept = home() / "backups" / "store-before-restore-20261124-093000.db"
    assert str(kept) in done.err
    assert kept.stat().st_mode & 0o777 == 0o600
    assert run("restore", str(kept), "--yes").code == 0
    assert "后来的客户" in clients(run)
    assert (home() / "backups" / "store-before-restore-20261124-093000-2.db").exists()


def test_without_a_terminal_it_needs_yes(run: Run, copy: Path) -> None:
    done = run("restore", str(copy), stdin="y\n")
    assert done.code == 1
    assert "--yes" in done.err
    assert "后来的客户" in clients(run)
    assert not list((home() / "backups").iterdir())


@pytest.mark.parametrize(("content", "code"), [(b"", 8), (b"junk" * 5000, 8), (None, 4)])
def test_what_is_no_backup_leaves_the_store_as_it_is(
    run: Run, copy: Path, content: bytes | None, code: int
) -> None:
    copy.unlink() if content is None else copy.write_bytes(content)
    before = (home() / "store.db").read_bytes()
    assert run("restore", str(copy), "--yes").code == code
    assert (home() / "store.db").read_bytes() == before
    assert "后来的客户" in clients(run)


def test_a_damaged_store_is_replaced_and_kept(run: Run, copy: Path) -> None:
    (home() / "store.db").write_bytes(b"damaged " * 1000)
    done = run("list-clients")
    assert done.code == 6
    assert "restore" in done.err
    assert run("restore", str(copy), "--yes").code == 0
    assert "云岫科技" in clients(run)
    (kept,) = (home() / "backups").iterdir()
    assert kept.read_bytes() == b"damaged " * 1000


def test_the_store_itself_is_no_backup(run: Run, copy: Path) -> None:
    assert run("restore", str(home() / "store.db"), "--yes").code == 1


def test_a_new_home_can_start_from_a_backup(run: Run, copy: Path, tmp_path: Path) -> None:
    other = str(tmp_path / "other")
    assert run("restore", str(copy), "--yes", RMTOOL_HOME=other).code == 0
    assert "云岫科技" in run("list-clients", "--json", RMTOOL_HOME=other).out


@pytest.mark.parametrize(
    ("answer", "code", "later"), [("y", 0, False), ("是", 0, False), ("n", 1, True), ("", 1, True)]
)
def test_on_a_terminal_it_asks_first(run: Run, copy: Path, answer: str, code: int, later: bool) -> None:
    mine, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "rmtool", "restore", str(copy)],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent.parent)},
        stdin=theirs,
        stderr=theirs,
        stdout=subprocess.DEVNULL,
    )
    os.close(theirs)
    os.write(mine, f"{answer}\n".encode())
    assert process.wait(timeout=60) == code
    os.close(mine)
    assert ("后来的客户" in clients(run)) == later
