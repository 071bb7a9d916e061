"""A disk that is full or fails, and a process that may open no more files: one line, the right code, nothing changed."""

import random

import pytest

from tests.faults import machine
from tests.faults.changes import CHANGES
from tests.faults.machine import Machine
from tests.faults.test_kill import NEXT
from tests.faults.test_kill import measured

pytestmark = pytest.mark.skipif(not machine.STRACE, reason="needs strace, to let a call of a command fail")
QUICK = 3
# What each of these means to rmtool, when it hits what is written for the user.
ERRORS = ("ENOSPC", "EIO", "EDQUOT")
# A schedule says what it is about to hand in before it does, so that nothing is handed in twice. A store that took the
# place of the one with another key is the same store, even where its folder can't be synced after that.
_APART = {
    "run-schedule": ("deliveries", "schedule_runs", "changes", "change_rows"),
    **dict.fromkeys(("encrypt", "rekey", "decrypt"), ("locked",)),
}
# That a file is about to be written for people is kept before it is there, so that none goes unrecorded.
_RECORDED = ("exports",)
_WRITES = ("pwrite64", "fsync", "fdatasync", "rename", "ftruncate")


@pytest.mark.parametrize("name", [each for each in CHANGES if each != "demo"])
def test_a_call_that_fails_changes_nothing(seed: Machine, name: str) -> None:
    failing(seed, name, QUICK)


@pytest.mark.nightly
@pytest.mark.parametrize("name", [each for each in CHANGES if each != "demo"])
def test_any_call_that_fails_changes_nothing(seed: Machine, name: str) -> None:
    failing(seed, name, 100_000)


def failing(seed: Machine, name: str, most: int) -> None:
    """Let calls fail, once and from then on, and look at what the command says and leaves."""
    change = CHANGES[name]
    before = seed.fresh(locked=change.locked).state()
    points, after = measured(seed, change)
    every = [
        (call, number, error, lasting)
        for call, number in points
        if call in _WRITES
        for error in ERRORS
        for lasting in ("", "+")
    ]
    chosen = every if len(every) <= most else random.Random(name).sample(every, most)
    for call, number, error, lasting in chosen:
        here = seed.fresh(locked=change.locked)
        done = here.run(change, "-e", f"inject={call}:error={error}:when={number}{lasting}")
        point = (call, number, error, lasting, done)
        found = here.state()
        if done.code == 0:
            assert found == after, point
            continue
        assert done.code in (5, 6, 7, 9), point
        # An import says before how it reads the file.
        assert (done.err.count("rmtool: "), "Traceback" in done.err) == (1, False), point
        assert done.err.splitlines()[-1].startswith("rmtool: "), point
        # A folder that can't be synced has the new file already, and nobody can say that it will stay.
        apart = (*_RECORDED, *_APART.get(name, ()))
        assert _without(found.rows, apart) == _without(before.rows, apart), point
        assert found.files.get("crontab") == before.files["crontab"], point
        wrong = [
            each
            for each in found.files
            if found.files[each] not in (before.files.get(each), after.files.get(each))
        ]
        assert wrong == [], point
        if "locked" in apart:
            assert here.run(NEXT).code == 0, point


def _without(rows: dict[str, list[tuple[object, ...]]], apart: tuple[str, ...]) -> dict[str, object]:
    return {table: each for table, each in rows.items() if table not in apart}


@pytest.mark.parametrize("number", [9, 12, 15])
def test_a_schedule_that_could_not_be_stored_is_not_in_the_crontab(seed: Machine, number: int) -> None:
    before, here = seed.fresh().state(), seed.fresh()
    done = here.run(CHANGES["schedule"], "-e", f"inject=pwrite64:error=ENOSPC:when={number}+")
    assert done.code == 7
    assert here.state().files.get("crontab") == before.files["crontab"]
