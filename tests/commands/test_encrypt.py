import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from tests.conftest import Result

Run = Callable[..., Result]
Terminal = Callable[..., tuple[int, str]]
NAME = "云岫精密机械"
PASSPHRASE = "四月的 horse 与 battery"


@pytest.fixture
def seeded(run: Run) -> Run:
    run("add-client", NAME, "--phone", "13900139000", check=0)
    run("log-visit", NAME, "谈续贷，要求下调利率", "--next", "+3d", check=0)
    return run


def held(home: Path, word: str) -> list[str]:
    """The files of the home in which a word stands in clear."""
    return [each.name for each in home.rglob("*") if each.is_file() and word.encode() in each.read_bytes()]


def test_nothing_of_a_client_stays_in_clear(seeded: Run, home: Path, tmp_path: Path) -> None:
    assert held(home, NAME)
    seeded("encrypt", "--key-file", "my.key", check=0)
    for word in (NAME, "13900139000", "利率"):
        assert held(home, word) == []
    assert (tmp_path / "my.key").stat().st_mode & 0o777 == 0o600
    assert re.fullmatch("[0-9a-f]{64}\n", (tmp_path / "my.key").read_text())
    assert NAME in seeded("list-clients", check=0).out
    assert "sound and encrypted" in seeded("check").out
    seeded("decrypt", "--yes", check=0)
    assert (home / "store.db").read_bytes().startswith(b"SQLite format 3\0")
    assert not (home / "encrypted.toml").exists()
    assert "利率" in seeded("list-visits", check=0).out


def test_everything_goes_on(seeded: Run, home: Path, tmp_path: Path) -> None:
    seeded("encrypt", "--key-file", "my.key", check=0)
    (tmp_path / "more.csv").write_text("姓名,手机号\n李四,13500135000\n王五,13400134000\n", encoding="utf-8")
    seeded("import-clients", "more.csv", check=0)
    seeded("log-visit", "李四", "看样品，嫌价格高", check=0)
    assert seeded("list-visits", "--search", "价格", check=0).out.count("李四") == 1
    seeded("undo", "--yes", check=0)
    assert "李四" not in seeded("list-visits", check=0).out
    seeded("redo", "--yes", check=0)
    seeded("weekly-report", "-o", "week.md", check=0)
    seeded("export", "-o", "week.xlsx", check=0)
    seeded("backup", "copy.db", check=0)
    assert not (tmp_path / "copy.db").read_bytes().startswith(b"SQLite")
    seeded("delete-visit", "1", "--yes", check=0)
    seeded("restore", "copy.db", "--yes", check=0)
    assert "利率" in seeded("list-visits", check=0).out
    seeded("forget-client", "李四", "--yes", check=0)
    assert seeded("check", "--full", "--quiet", check=0).out.count("error") == 0
    assert held(home, "李四") == []


def test_cron_takes_the_key_from_its_file(seeded: Run, crontab: Path, tmp_path: Path) -> None:
    seeded("encrypt", "--key-file", "my.key", check=0)
    seeded("schedule", "daily", "--at", "17:30", "--to", ".", check=0)
    line = next(each for each in crontab.read_text().splitlines() if "run-schedule" in each)
    assert "my.key" not in line
    seeded("run-schedule", "1", now="2026-11-24T17:30:10+08:00", check=0)
    assert "谈续贷" in next(tmp_path.glob("*.md")).read_text()
    (tmp_path / "my.key").rename(tmp_path / "elsewhere.key")
    done = seeded("run-schedule", "1", now="2026-11-25T17:30:10+08:00", check=6)
    assert done.err.count("\n") == 1
    assert "my.key" in done.err


def test_a_wrong_key_is_one_line_and_changes_nothing(seeded: Run, home: Path, tmp_path: Path) -> None:
    seeded("encrypt", "--key-file", "my.key", check=0)
    before = (home / "store.db").read_bytes()
    (tmp_path / "my.key").write_text("another passphrase")
    for words in (("list-clients",), ("log-visit", "1", "x"), ("check",), ("decrypt", "--yes"), ("backup",)):
        done = seeded(*words, check=6)
        assert (done.out, done.err.count("\n")) == ("", 1), words
        assert "does not open" in done.err
    assert (home / "store.db").read_bytes() == before


def test_a_key_that_others_can_read_is_refused(seeded: Run, tmp_path: Path) -> None:
    (tmp_path / "my.key").write_text("a passphrase of mine")
    (tmp_path / "my.key").chmod(0o644)
    assert "chmod 600" in seeded("encrypt", "--key-file", "my.key", check=5).err
    assert NAME in seeded("list-clients", check=0).out


def test_a_passphrase_is_asked_and_never_shown(seeded: Run, home: Path, on_a_terminal: Terminal) -> None:
    code, shown = on_a_terminal("encrypt", answers=(PASSPHRASE, PASSPHRASE))
    assert (code, PASSPHRASE in shown) == (0, False)
    assert held(home, PASSPHRASE) == []
    code, shown = on_a_terminal("list-clients", answers=(PASSPHRASE,))
    assert (code, NAME in shown) == (0, True)
    code, shown = on_a_terminal("list-clients", answers=("another one",))
    assert (code, NAME in shown, "does not open" in shown) == (6, False, True)
    # Where nobody can be asked it says what to do.
    assert "rekey --key-file" in seeded("list-clients", check=6).err
    words = ("schedule", "daily", "--at", "17:30", "--to", str(home.parent))
    code, shown = on_a_terminal(*words, answers=(PASSPHRASE,), PATH="/nonexistent")
    assert (code, "cron can't be asked" in shown) == (0, True)
    code, shown = on_a_terminal("rekey", "--key-file", "my.key", answers=(PASSPHRASE,))
    assert code == 0
    assert NAME in seeded("list-clients", check=0).out


def test_sqlciphers_own_tools_open_it(seeded: Run, home: Path, tmp_path: Path) -> None:
    (tmp_path / "my.key").write_text(PASSPHRASE)
    (tmp_path / "my.key").chmod(0o600)
    seeded("encrypt", "--key-file", "my.key", check=0)
    db = dbapi2.connect(str(home / "store.db"))
    db.execute(f"PRAGMA key = '{PASSPHRASE}'")
    assert db.execute("SELECT name FROM clients").fetchall() == [(NAME,)]
    db.close()


@pytest.mark.parametrize(
    ("answers", "said"),
    [(("short",), "8 characters"), ((PASSPHRASE, f"{PASSPHRASE}x"), "differ")],
)
def test_a_new_passphrase_is_long_enough_and_typed_twice(
    seeded: Run, home: Path, on_a_terminal: Terminal, answers: tuple[str, ...], said: str
) -> None:
    code, shown = on_a_terminal("encrypt", answers=answers)
    assert (code, said in shown) == (1, True)
    assert (home / "store.db").read_bytes().startswith(b"SQLite format 3\0")
    assert not (home / "encrypted.toml").exists()


def test_an_older_backup_in_clear_is_named_and_can_be_brought_back(seeded: Run, home: Path) -> None:
    seeded("backup", check=0)
    done = seeded("encrypt", "--key-file", "my.key", check=0)
    assert "store-20261124-093000.db" in done.err
    seeded("restore", str(home / "backups" / "store-20261124-093000.db"), "--yes", check=0)
    # The home decides: what was in clear is encrypted when it comes back.
    assert not (home / "store.db").read_bytes().startswith(b"SQLite")
    assert NAME in seeded("list-clients", check=0).out


def test_a_backup_with_the_key_before_takes_that_key(seeded: Run, tmp_path: Path) -> None:
    seeded("encrypt", "--key-file", "my.key", check=0)
    seeded("backup", "old.db", check=0)
    assert "another file" in seeded("rekey", "--key-file", "my.key", check=1).err
    seeded("rekey", "--key-file", "new.key", check=0)
    assert seeded("restore", "old.db", "--yes").code == 8
    seeded("restore", "old.db", "--yes", "--key", "my.key", check=0)
    (tmp_path / "my.key").unlink()
    assert NAME in seeded("list-clients", check=0).out


def test_a_backup_of_an_encrypted_store_goes_to_a_new_machine(
    seeded: Run, home: Path, tmp_path: Path
) -> None:
    seeded("encrypt", "--key-file", "my.key", check=0)
    seeded("backup", "old.db", check=0)
    home.rename(tmp_path / "lost")
    seeded("restore", "old.db", "--yes", "--key", "my.key", check=0)
    assert NAME in seeded("list-clients", check=0).out
    assert (home / "store.db").read_bytes().startswith(b"SQLite format 3\0")


def test_a_command_in_the_way_is_told(seeded: Run, home: Path, tmp_path: Path) -> None:
    script = "import sqlite3,sys; db = sqlite3.connect(sys.argv[1]); db.execute('BEGIN IMMEDIATE'); print(1, flush=True); input()"
    with subprocess.Popen(
        [sys.executable, "-c", script, str(home / "store.db")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout is not None
        other.stdout.readline()
        assert "in use" in seeded("encrypt", "--key-file", "my.key", check=9).err
        # Nothing of a key that opens nothing is left.
        assert not (home / "encrypted.toml").exists()
        assert not (tmp_path / "my.key").exists()
        other.communicate("\n")
    assert NAME in seeded("list-clients", check=0).out
    seeded("encrypt", "--key-file", "my.key", check=0)


def test_what_asks_for_another_state_is_refused(seeded: Run) -> None:
    assert "not encrypted" in seeded("rekey", "--key-file", "my.key", check=1).err
    assert "not encrypted" in seeded("decrypt", "--yes", check=1).err
    seeded("encrypt", "--key-file", "my.key", "--keyring", check=2)
    seeded("encrypt", "--key-file", "my.key", check=0)
    assert "already" in seeded("encrypt", "--key-file", "other.key", check=1).err
    assert seeded("encrypt", "--key-file", os.path.join(os.environ["RMTOOL_HOME"], "x.key")).code == 1


def test_without_sqlcipher_it_says_what_to_install(seeded: Run, home: Path, tmp_path: Path) -> None:
    (tmp_path / "sqlcipher3").mkdir()
    (tmp_path / "sqlcipher3" / "__init__.py").write_text("raise ImportError\n")
    source = f"{tmp_path}{os.pathsep}{Path(__file__).parents[2]}"
    done = seeded("encrypt", "--key-file", "my.key", PYTHONPATH=source, check=5)
    assert "rmtool[encrypted]" in done.err
    assert not (tmp_path / "my.key").exists()
    assert not (home / "encrypted.toml").exists()
    assert NAME in seeded("list-clients", check=0).out


# The desktop's keyring is not there on every machine: this one keeps its words in a file, and is asked as any other.
_KEYRING = """
import json, os
from keyring.backend import KeyringBackend

class Kept(KeyringBackend):
    priority = 9
    def _all(self):
        return json.load(open(os.environ["KEPT"])) if os.path.exists(os.environ["KEPT"]) else {}
    def _save(self, words):
        json.dump(words, open(os.environ["KEPT"], "w"))
    def get_password(self, service, user):
        return self._all().get(f"{service} {user}")
    def set_password(self, service, user, word):
        self._save({**self._all(), f"{service} {user}": word})
    def delete_password(self, service, user):
        self._save({each: word for each, word in self._all().items() if each != f"{service} {user}"})
"""


def test_the_keyring_remembers_the_key_and_forgets_the_old_one(
    seeded: Run, tmp_path: Path, on_a_terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "kept.py").write_text(_KEYRING)
    kept = tmp_path / "kept.json"
    for name, value in (("PYTHON_KEYRING_BACKEND", "kept.Kept"), ("KEPT", str(kept))):
        monkeypatch.setenv(name, value)
    path = f"{tmp_path}{os.pathsep}{Path(__file__).parents[2]}"
    code, _shown = on_a_terminal("encrypt", "--keyring", answers=(PASSPHRASE, PASSPHRASE), PYTHONPATH=path)
    assert code == 0
    first = kept.read_text()
    assert (first.count("rmtool store-"), PASSPHRASE in first) == (1, False)
    # Nobody is asked any more.
    assert NAME in seeded("list-clients", PYTHONPATH=path, check=0).out
    code, _shown = on_a_terminal(
        "rekey", "--keyring", answers=(f"{PASSPHRASE}2", f"{PASSPHRASE}2"), PYTHONPATH=path
    )
    assert code == 0
    second = kept.read_text()
    assert (second.count("rmtool store-"), second != first) == (1, True)
    # Where the keyring is shut the passphrase opens the store.
    kept.rename(tmp_path / "shut.json")
    assert seeded("list-clients", PYTHONPATH=path).code == 6
    code, shown = on_a_terminal("list-clients", answers=(f"{PASSPHRASE}2",), PYTHONPATH=path)
    assert (code, NAME in shown) == (0, True)
    (tmp_path / "shut.json").rename(kept)
    seeded("decrypt", "--yes", PYTHONPATH=path, check=0)
    assert kept.read_text() == "{}"


def test_without_a_keyring_it_says_so_and_changes_nothing(
    seeded: Run, home: Path, on_a_terminal: Terminal
) -> None:
    code, shown = on_a_terminal(
        "encrypt",
        "--keyring",
        answers=(PASSPHRASE, PASSPHRASE),
        PYTHON_KEYRING_BACKEND="keyring.backends.fail.Keyring",
    )
    assert (code, "--key-file" in shown) == (5, True)
    assert (home / "store.db").read_bytes().startswith(b"SQLite format 3\0")
    assert NAME in seeded("list-clients", check=0).out
