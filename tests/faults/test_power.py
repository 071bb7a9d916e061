"""A power cut at any moment: what was acknowledged is there, nothing is half there, and the next command works.

Without the syncs it would not be so: the controls run rmtool with less of them, and must lose data.
"""

import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from tests.faults import machine
from tests.faults import power
from tests.faults.machine import Machine

pytestmark = pytest.mark.skipif(not machine.STRACE, reason="needs strace, to see what a command writes")
QUICK, NIGHTLY = 1_500, 200_000
COMMANDS = (
    ("log-visit", "1", "谈续贷", "--next", "+3d"),
    ("edit-client", "1", "--tier", "B", "--area", "城西"),
    ("import-clients", "clients.csv"),
    ("daily-report", "-o", "out.md"),
    ("delete-visit", "1", "--yes"),
    ("undo", "--yes"),
)
# rmtool as it is, but for how much it syncs.
_WITH = """
import importlib.util, sys
spec = importlib.util.find_spec("rmtool.store.database")
text = open(spec.origin, encoding="utf-8").read()
changed = text.replace("synchronous = FULL", "synchronous = {mode}").replace("synchronous != 2", "synchronous != {number}")
assert changed != text
import rmtool.store
module = importlib.util.module_from_spec(spec)
sys.modules["rmtool.store.database"] = module
exec(compile(changed, spec.origin, "exec"), module.__dict__)
rmtool.store.database = module
from rmtool.cli import run
sys.argv = ["rmtool", *sys.argv[1:]]
run()
"""
MODES = {"NORMAL": 1, "OFF": 0}
Found = tuple[dict[str, list[tuple[object, ...]]], bytes | None]


def test_a_power_cut_takes_nothing_that_was_acknowledged(seed: Machine) -> None:
    assert lost(seed, ["-m", "rmtool"], QUICK) == []


@pytest.mark.nightly
def test_no_power_cut_takes_anything_that_was_acknowledged(seed: Machine) -> None:
    assert lost(seed, ["-m", "rmtool"], NIGHTLY) == []


@pytest.mark.parametrize("mode", MODES)
def test_with_fewer_syncs_a_power_cut_would_take_something(seed: Machine, mode: str) -> None:
    """The controls."""
    assert lost(seed, ["-c", _WITH.replace("{mode}", mode).replace("{number}", str(MODES[mode]))], 300) != []


def lost(seed: Machine, program: list[str], most: int) -> list[str]:
    """Cut the power at `most` moments of a run of COMMANDS; answers what was wrong with what was found."""
    here = seed.fresh()
    disk_before = {path: path.read_bytes() for path in here.folder.rglob("*") if path.is_file()}
    steps: list[power.Event] = []
    good: list[Found] = [found(here.home / "store.db", here.folder / "out.md")]
    for words in COMMANDS:
        steps += traced(here, program, words)
        good.append(found(here.home / "store.db", here.folder / "out.md"))
    seed.fresh()
    assert {path: path.read_bytes() for path in here.folder.rglob("*") if path.is_file()} == disk_before
    chance, wrong = random.Random(most), []
    with tempfile.TemporaryDirectory(dir="/dev/shm" if Path("/dev/shm").is_dir() else None) as folder:
        for moment in moments(len(steps), most):
            wrong += [f"{moment}: {each}" for each in _cut(here, steps, moment, good, chance, Path(folder))]
    return wrong


def moments(steps: int, most: int) -> list[tuple[int, int]]:
    """Each step with how many cuts are tried after it: `most` in all, evenly."""
    return [(step, most // steps + (step < most % steps)) for step in range(steps)]


def _cut(
    here: Machine,
    steps: list[power.Event],
    moment: tuple[int, int],
    good: list[Found],
    chance: random.Random,
    folder: Path,
) -> list[str]:
    step, times = moment
    disk = power.Disk(here.folder)
    for each in steps[: step + 1]:
        disk.pass_by(each)
    acknowledged = sum(each.what == "ack" for each in steps[: step + 1])
    wrong = []
    for _time in range(times):
        shutil.rmtree(folder / "home", ignore_errors=True)
        (folder / "home").mkdir(parents=True)
        after = disk.after_a_cut(chance)
        for name, content in after.items():
            if Path(name).parent == here.home and Path(name).name in ("store.db", "store.db-wal"):
                (folder / "home" / Path(name).name).write_bytes(content)
        report = after.get(str(here.folder / "out.md"))
        problem = _problem(folder / "home" / "store.db", report, good[acknowledged : acknowledged + 2])
        wrong += [problem] if problem else []
    return wrong


def _problem(store: Path, report: bytes | None, allowed: list[Found]) -> str:
    """What is wrong with a store and a report found after a cut, where only `allowed` may be."""
    try:
        rows, _report = found(store, store)
    except (sqlite3.Error, AssertionError) as error:
        return f"the store can't be read: {error}"
    if rows not in [each[0] for each in allowed]:
        return "the store is neither as it was before nor after"
    if report not in [each[1] for each in allowed]:
        return "the report is neither the old nor the new one"
    return ""


def found(store: Path, report: Path) -> Found:
    """Every row of the store, and the report."""
    db = sqlite3.connect(store)
    try:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        names = [
            name
            for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
            if not name.startswith(("sqlite_", "_sqlite", "visit_words"))
        ]
        rows = {name: db.execute(f"SELECT * FROM {name}").fetchall() for name in names}
        rows["words"] = db.execute("SELECT id FROM visit_words_docsize ORDER BY id").fetchall()
    finally:
        db.close()
    return rows, report.read_bytes() if report.suffix == ".md" and report.exists() else None


def traced(here: Machine, program: list[str], words: tuple[str, ...]) -> list[power.Event]:
    """Run a command and answer what it did; the last thing it says is its acknowledgement."""
    trace = here.folder.parent / "trace"
    done = subprocess.run(
        [str(machine.STRACE), "-f", "-qq", "-y", "-xx", "-s", "10000000", "-e", f"trace={power.CALLS}", "-o", str(trace),
         sys.executable, *program, *words],
        cwd=here.folder, env=here.environ, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done
    steps = list(power.events(trace, here.folder))
    trace.unlink()
    last = max(place for place, each in enumerate(steps) if each.what == "say")
    steps[last] = power.Event("ack", "")
    return steps


def test_what_was_not_synced_may_be_gone_torn_or_out_of_order(tmp_path: Path) -> None:
    """The simulation itself."""
    file = tmp_path / "a"
    file.write_bytes(b"." * 2048)
    disk, chance = power.Disk(tmp_path), random.Random(1)
    disk.pass_by(power.Event("write", str(file), place=0, data=b"1" * 1024))
    disk.pass_by(power.Event("write", str(file), place=512, data=b"2" * 1024))
    seen = {disk.after_a_cut(chance)[str(file)][::512] for _each in range(500)}
    assert seen == {b"....", b"11..", b"122.", b".22.", b"112.", b"12..", b"1...", b".2.."}
    disk.pass_by(power.Event("sync", str(file)))
    assert {disk.after_a_cut(chance)[str(file)][::512] for _each in range(50)} == {b"122."}
    new, other = str(tmp_path / "new"), str(tmp_path / "other")
    disk.pass_by(power.Event("make", new))
    disk.pass_by(power.Event("write", new, data=b"x"))
    disk.pass_by(power.Event("sync", new))
    disk.pass_by(power.Event("rename", new, other))
    names = {tuple(sorted(Path(name).name for name in disk.after_a_cut(chance))) for _each in range(50)}
    assert names == {("a",), ("a", "new"), ("a", "other")}
    disk.pass_by(power.Event("sync", str(tmp_path)))
    assert {disk.after_a_cut(chance)[other] for _each in range(50)} == {b"x"}
