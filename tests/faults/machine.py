"""A home with something of everything, and rmtool run on copies of it while the machine fails under it."""

import os
import re
import shutil
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

import openpyxl

from rmtool.store import sqlite
from tests.conftest import NOW
from tests.conftest import SOURCE
from tests.faults.changes import CHANGES
from tests.faults.changes import SEED
from tests.faults.changes import Change

STRACE = shutil.which("strace")
# What puts something on disk, or takes it away.
CALLS = (
    "write", "pwrite64", "fsync", "fdatasync", "rename", "renameat", "renameat2", "unlink", "unlinkat", "ftruncate",
    "link", "mkdir",
)  # fmt: skip
KEYS = {"first.key": "a passphrase", "second.key": "0f" * 32}
_CRONTAB = """#!/bin/sh
case "$1" in
-l) [ -f "$CRONTAB_FILE" ] || { echo "no crontab for you" >&2; exit 1; }; cat "$CRONTAB_FILE";;
-r) rm -f "$CRONTAB_FILE";;
-) cat > "$CRONTAB_FILE.new" && mv "$CRONTAB_FILE.new" "$CRONTAB_FILE";;
esac
"""


@dataclass(frozen=True, slots=True)
class State:
    """What a home and the folder beside it hold: rows without what differs from run to run, and files by name."""

    rows: dict[str, list[tuple[object, ...]]]
    files: dict[str, bytes]


@dataclass(slots=True)
class Ended:
    """How a run ended: its code (negative: the signal that killed it), and what it said."""

    code: int
    out: str
    err: str


@dataclass(frozen=True, slots=True)
class Machine:
    """A folder with a home in it, where rmtool runs; always the same one, since the crontab and the schedules name it."""

    folder: Path
    tools: Path
    seed: Path

    def fresh(self, *, locked: bool = False) -> "Machine":
        """The same machine as it was at the beginning, its store encrypted or not."""
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.copytree(self.seed.with_name("locked") if locked else self.seed, self.folder)
        return self

    @property
    def home(self) -> Path:
        """Its home."""
        return self.folder / "home"

    def run(self, change: Change, *fault: str, trace: bool = False) -> Ended:
        """Run a command; `fault` are the words that make strace fail it, `trace` only writes its calls down."""
        words = [sys.executable, "-m", "rmtool", *change.words]
        calls = ["-e", f"trace={','.join(CALLS)}"]
        quiet = ["-f", "-qq", "-o", str(self.folder / ".trace")]
        # Seven times as fast, but strace gives no signal that way.
        fast = [] if any("signal=" in each for each in fault) else ["--seccomp-bpf"]
        traced = [str(STRACE), *fast, *quiet, *calls, *fault] if trace or fault else []
        done = subprocess.run(
            [*traced, *words], cwd=self.folder, env=self.environ, input=change.typed, capture_output=True, text=True,
            check=False, timeout=120,
        )  # fmt: skip
        return Ended(done.returncode, done.stdout, done.stderr)

    @property
    def environ(self) -> dict[str, str]:
        """The environment of a run here."""
        return {
            **os.environ, "PYTHONPATH": str(SOURCE), "PYTHONDONTWRITEBYTECODE": "1", "RMTOOL_HOME": str(self.home), "RMTOOL_NOW": NOW,
            "PATH": f"{self.tools}{os.pathsep}{os.environ['PATH']}", "CRONTAB_FILE": str(self.folder / "crontab"),
        }  # fmt: skip

    def shell(self, script: str, *words: str, **environ: str) -> Ended:
        """Run a shell script in which `"$@"` is rmtool with `words`."""
        done = subprocess.run(
            ["sh", "-c", script, "sh", sys.executable, "-m", "rmtool", *words], cwd=self.folder,
            env={**self.environ, **environ}, capture_output=True, text=True, check=False, timeout=120,
        )  # fmt: skip
        return Ended(done.returncode, done.stdout, done.stderr)

    def start(self, *words: str, **environ: str) -> "subprocess.Popen[str]":
        """Start rmtool and go on."""
        return subprocess.Popen(
            [sys.executable, "-m", "rmtool", *words], cwd=self.folder, env={**self.environ, **environ},
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip

    def calls(self, change: Change) -> dict[str, int]:
        """How often a command makes each of CALLS, counted on a run that goes well."""
        done = self.run(change, trace=True)
        assert done.code == 0, done
        first = re.compile(r"(\d+)\s+(\w+)\(")
        lines = (self.folder / ".trace").read_text(errors="replace").splitlines()
        found = [each for line in lines if (each := first.match(line))]
        counts: dict[str, int] = {}
        for each in found:
            # A program that it calls (the crontab) is not ours.
            if each[1] == found[0][1]:
                counts[each[2]] = counts.get(each[2], 0) + 1
        return counts

    def state(self) -> State:
        """What is there now; raises AssertionError where the store is damaged."""
        rows: dict[str, list[tuple[object, ...]]] = {}
        store = self.home / "store.db"
        if store.exists():
            rows = _rows(store)
            rows["locked"] = [(_key(store)[0],)]
        files = {}
        for path in sorted(self.folder.rglob("*")):
            name = str(path.relative_to(self.folder))
            if name == "demo":
                # Example data for nobody: a home of its own, made anew where it was broken off.
                files[name] = b"there"
            elif path.is_file() and _counts(name):
                files[name] = _content(path)
        return State(rows, files)


def _counts(name: str) -> bool:
    """Whether a file is one that people know of: not the store, its log, or what a killed run left half made."""
    return not (
        name.startswith(
            (".trace", "demo/", ".demo.", "home/store.", "home/encrypted.", "home/backups/", "home/schedule")
        )
        or name.endswith(".tmp")
        or ".new" in name
    )


def _content(path: Path) -> bytes:
    """A file's bytes; of what bears the time of its making, whether it is whole."""
    if path.suffix == ".xlsx":
        with zipfile.ZipFile(path) as file:
            assert file.testzip() is None
            return "\n".join(file.namelist()).encode()
    if path.suffix == ".db":
        return repr({name: len(rows) for name, rows in _rows(path).items()}).encode()
    return path.read_bytes()


# Other in every run: what is drawn by lot, and the change that holds it.
_CHANGING = ("uuid", "message_id", "seal", "link", "before", "size", "digest")


def _key(store: Path) -> tuple[str, bytes]:
    """Which of the key files opens a store, and the key; empty for a plain one."""
    if sqlite.is_plain(store):
        return "", sqlite.PLAIN
    for name, word in KEYS.items():
        key = sqlite.key_of(word, sqlite.salt_of(store))
        if sqlite.opens(store, key):
            return name, key
    raise AssertionError("no key opens the store")


def _rows(store: Path) -> dict[str, list[tuple[object, ...]]]:
    db = sqlite.connect(store, _key(store)[1])
    try:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        names = [
            name
            for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
            if not name.startswith(("sqlite_", "_sqlite", "visit_words"))
        ]
        found = {}
        for name in names:
            columns = [row[1] for row in db.execute(f"PRAGMA table_info('{name}')")]
            kept = ", ".join(f'"{each}"' for each in columns if each not in _CHANGING)
            found[name] = sorted(db.execute(f"SELECT {kept} FROM '{name}'").fetchall(), key=repr)
        found["visit_words"] = db.execute("SELECT id FROM visit_words_docsize ORDER BY id").fetchall()
        return found
    finally:
        db.close()


def seeded(folder: Path) -> Machine:
    """A machine whose home has something of everything."""
    tools, here = folder / "tools", folder / "here"
    tools.mkdir(parents=True)
    here.mkdir()
    (tools / "crontab").write_text(_CRONTAB)
    (tools / "crontab").chmod(0o755)
    (here / "clients.csv").write_text("姓名,手机号\n李四,13500135000\n王五,13400134000\n", encoding="utf-8")
    (here / "visits.csv").write_text(
        "客户,日期,内容\n张三,2026-11-20,回访\n云岫精密机械,2026-11-21,看货\n", encoding="utf-8"
    )
    shutil.copy(SOURCE / "tests" / "forms" / "daily-sign-off.xlsx", here / "form.xlsx")
    machine = Machine(here, tools, folder / "seed")
    for words in SEED:
        done = machine.run(Change(words))
        assert done.code == 0, (words, done)
    book = openpyxl.load_workbook(here / "week.xlsx")
    book["Visits"]["G2"] = "成了"
    book.save(here / "week.xlsx")
    for name, word in KEYS.items():
        (here / name).write_text(word)
        (here / name).chmod(0o600)
    shutil.copytree(here, machine.seed)
    done = machine.run(CHANGES["encrypt"])
    assert done.code == 0, done
    shutil.copytree(here, machine.seed.with_name("locked"))
    return machine
