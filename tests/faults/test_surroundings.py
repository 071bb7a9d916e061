"""A crowd of processes, an empty environment, closed streams, too few files, a disk that takes nothing."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from tests.commands.test_full_disk import NAMESPACE
from tests.faults.changes import CHANGES
from tests.faults.machine import Ended
from tests.faults.machine import Machine

WRITERS, EACH = 16, 3
STARTS, NIGHTLY_STARTS = 50, 1000
# It reads the address it keeps from standard input, and greetings asks for the language of the texts.
_READS_INPUT = {"add-robot"}


def test_sixteen_writers_lose_nothing_and_wait_for_each_other(seed: Machine) -> None:
    here = seed.fresh()
    before = len(json.loads(here.shell('"$@"', "list-visits", "--json").out))
    for turn in range(EACH):
        runs = [here.start("log-visit", "1", f"第{turn}轮{each}") for each in range(WRITERS)]
        runs += [
            here.start("edit-client", "1", "--field", f"k{turn}-{each}=v") for each in range(WRITERS // 4)
        ]
        for run in runs:
            _out, err = run.communicate(timeout=60)
            assert (run.returncode, "locked" in err) == (0, False), err
    visits = json.loads(here.shell('"$@"', "list-visits", "--limit", "1000", "--json").out)
    assert len(visits) == before + WRITERS * EACH
    assert len({each["text"] for each in visits if each["text"].startswith("第")}) == WRITERS * EACH
    client = json.loads(here.shell('"$@"', "show-client", "1", "--json").out)["client"]
    assert len([key for key in client["fields"] if key.startswith("k")]) == EACH * (WRITERS // 4)
    assert here.shell('"$@"', "check", "--full", "--quiet").code == 0


def test_of_many_starts_at_once_one_file_comes(seed: Machine) -> None:
    started(seed, STARTS)


@pytest.mark.nightly
def test_of_a_thousand_starts_at_once_one_file_comes(seed: Machine) -> None:
    started(seed, NIGHTLY_STARTS)


def started(seed: Machine, most: int) -> None:
    """Start the same schedule many times over, fifty at a time, as a cron that has gone mad would."""
    here = seed.fresh()
    friday = "2026-11-27T17:30:20+08:00"
    files = set(here.folder.iterdir())
    codes = []
    for _turn in range(most // STARTS):
        runs = [here.start("run-schedule", "1", "--quiet", RMTOOL_NOW=friday) for _each in range(STARTS)]
        for run in runs:
            _out, err = run.communicate(timeout=300)
            assert run.returncode in (0, 9), err
            codes.append(run.returncode)
    assert 0 in codes
    new = {each.name for each in set(here.folder.iterdir()) - files}
    assert new == {"weekly-2026-W48.md"}
    assert here.shell('"$@"', "check", "--full", "--quiet").code == 0


@pytest.mark.parametrize("name", [each for each in CHANGES if each not in {"demo", *_READS_INPUT}])
def test_an_empty_environment_and_closed_input_change_nothing(seed: Machine, name: str) -> None:
    """As cron calls it: no PATH, no locale, no input, and a umask that would let everybody read."""
    words, locked = CHANGES[name].words, CHANGES[name].locked
    here = seed.fresh(locked=locked)
    assert here.run(CHANGES[name]).code == 0
    wanted = here.state()
    here = seed.fresh(locked=locked)
    kept = "RMTOOL_HOME PYTHONPATH PYTHONDONTWRITEBYTECODE RMTOOL_NOW TZ"
    names = " ".join(f'{each}="${each}"' for each in kept.split())
    # A schedule needs the crontab, which is found by PATH.
    names += ' PATH="$PATH" CRONTAB_FILE="$CRONTAB_FILE"' if "schedule" in name else ""
    done = here.shell(f'umask 000; exec env -i {names} "$@" <&-', *words)
    assert done.code == 0, done
    assert here.state() == wanted
    assert [path for path in written(here) if path.stat().st_mode & 0o077] == []


def written(here: Machine) -> list[Path]:
    """What rmtool itself wrote: its home, and reports."""
    made = [path for path in here.folder.iterdir() if path.name.startswith(("out.", "second.", "weekly-"))]
    return [*made, here.home, *(path for path in here.home.rglob("*"))]


@pytest.mark.parametrize("name", ["log-visit", "import-clients", "export", "backup", "daily-report"])
def test_too_few_files_are_told_and_change_nothing(seed: Machine, name: str) -> None:
    before = seed.fresh().state()
    codes = set()
    for most in range(3, 14):
        here = seed.fresh()
        done = here.shell(f'ulimit -n {most}; exec "$@"', *CHANGES[name].words)
        codes.add(done.code)
        if done.code == 0:
            continue
        if "rmtool" not in done.err.split(":")[0]:
            # Python itself could not be started.
            continue
        told(done)
        assert here.state() == before, (most, done)
    assert 0 in codes


def told(done: Ended) -> None:
    assert done.code in (5, 6, 7, 9), done
    assert (done.err.count("rmtool: "), "Traceback" in done.err) == (1, False), done


@pytest.mark.parametrize("name", [each for each in CHANGES if each not in ("demo", "restore")])
def test_output_that_nobody_takes_undoes_what_was_not_said(seed: Machine, name: str) -> None:
    if name in _READS_INPUT:
        return
    locked = CHANGES[name].locked
    before = seed.fresh(locked=locked).state()
    here = seed.fresh(locked=locked)
    done = here.shell('exec "$@" > /dev/full', *CHANGES[name].words)
    if done.code != 0:
        told(done)
        assert here.state().rows == before.rows


# A disk of its own for one command, in a namespace of its own: what is there, what is done, what is left.
_ON_A_DISK = """
mount -t tmpfs -o "size=${SIZE}k" tmpfs "$FOLDER" && cp -a "$SOURCE/." "$FOLDER" && cd "$FOLDER" || exit 99
"$@"; code=$?
cp -a "$FOLDER/." "$FOUND" || exit 98
exit $code
"""


@pytest.mark.skipif(
    not NAMESPACE, reason="needs unshare, as root or with user namespaces, to mount a small disk"
)
@pytest.mark.parametrize("name", [each for each in CHANGES if each not in {"demo", *_READS_INPUT}])
@pytest.mark.parametrize("room", [4, 64, 256])
def test_a_disk_with_little_room_is_told_and_loses_nothing(
    seed: Machine, tmp_path: Path, name: str, room: int
) -> None:
    """A real disk: what is there, and `room` kB more."""
    change = CHANGES[name]
    before = seed.fresh(locked=change.locked).state()
    assert seed.run(change).code == 0
    after = seed.state()
    source = seed.seed.with_name("locked") if change.locked else seed.seed
    pages = [-(-each.stat().st_size // 4096) if each.is_file() else 1 for each in source.rglob("*")]
    environ = {
        "SIZE": str(4 * sum(pages) + room),
        "FOLDER": str(seed.folder),
        "SOURCE": str(source),
        "FOUND": str(tmp_path),
    }
    run = subprocess.run(
        [*NAMESPACE, "sh", "-c", _ON_A_DISK, "sh", sys.executable, "-m", "rmtool", *change.words],
        env={**seed.environ, **environ}, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert run.returncode < 98, run
    shutil.rmtree(seed.folder)
    shutil.copytree(tmp_path, seed.folder)
    found = seed.state()
    if run.returncode == 0:
        assert found == after
        return
    told(Ended(run.returncode, run.stdout, run.stderr))
    # What is kept of a file that was about to be written, and of a report that was about to be handed in.
    apart = {
        "exports",
        *(["deliveries", "schedule_runs", "changes", "change_rows"] if name == "run-schedule" else []),
    }
    assert {table: found.rows[table] for table in found.rows if table not in apart} == {
        table: before.rows[table] for table in before.rows if table not in apart
    }
    assert found.files.get("crontab") == before.files.get("crontab")
    assert not [
        each
        for each in found.files
        if found.files[each] not in (before.files.get(each), after.files.get(each))
    ]


# Python and rmtool may lie where an ordinary user does not reach: they are loaded before.
_AS_NOBODY = """
import importlib, os, pkgutil, sys
import rmtool
for each in pkgutil.walk_packages(rmtool.__path__, "rmtool."):
    if each.name != "rmtool.__main__":
        importlib.import_module(each.name)
import resource, sqlite3, typer, openpyxl, xlsxwriter, jinja2, rich, encodings.utf_8_sig, encodings.idna
os.setgroups([]); os.setgid(65534); os.setuid(65534)
from rmtool.cli import run
sys.argv = ["rmtool", *sys.argv[1:]]
run()
"""


@pytest.mark.skipif(os.getuid() != 0, reason="needs root, to become an ordinary user")
@pytest.mark.parametrize("name", ["log-visit", "list-clients", "today", "config"])
def test_a_home_that_can_only_be_read_is_told(seed: Machine, name: str) -> None:
    words = CHANGES[name].words if name in CHANGES else (name,)
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(seed.fresh().folder, folder, dirs_exist_ok=True)
        for path in (Path(folder), *Path(folder).rglob("*")):
            path.chmod(0o755 if path.is_dir() else 0o644)
        environ = {**seed.environ, "RMTOOL_HOME": f"{folder}/home"}
        done = subprocess.run(
            [sys.executable, "-c", _AS_NOBODY, *words],
            cwd=folder,
            env=environ,
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == 7, done
    told(Ended(done.returncode, done.stdout, done.stderr))
