"""A command killed at any of its writes, syncs, renames and removals did all of its work or none, and the next one works.

One point in ten or so in the suite; every point of every command with `pytest -m nightly tests/faults`.
"""

import itertools
import random
import shutil
import time
from dataclasses import replace
from pathlib import Path

import pytest

from rmtool.cli import COMMANDS
from tests.faults import machine
from tests.faults.changes import CHANGES
from tests.faults.changes import READS
from tests.faults.changes import Change
from tests.faults.machine import Machine
from tests.faults.machine import State

pytestmark = pytest.mark.skipif(
    not machine.STRACE, reason="needs strace, to kill a command at a call of its own"
)
# How many points of each sort the suite takes: where something becomes lasting says more than where a page is written.
QUICK = (
    (("rename", "fsync", "fdatasync"), 3),
    (("write",), 2),
    (("pwrite64", "ftruncate", "unlink", "link"), 1),
)
# The example data: a home of its own, thousands of calls that are all alike.
_MOST = {"demo": 40, "restore": 120}
KILLS, MINUTES = 20_000, 45
NEXT = Change(("log-visit", "1", "next"))


def test_every_command_is_known_here() -> None:
    assert set(COMMANDS) == set(CHANGES) | READS
    assert not READS & set(CHANGES)


@pytest.mark.parametrize("name", CHANGES)
def test_a_killed_command_did_all_or_nothing(seed: Machine, name: str) -> None:
    change = CHANGES[name]
    points, after = measured(seed, change)
    chance = random.Random(name)
    chosen = []
    for calls, most in QUICK:
        found = [each for each in points if each[0] in calls]
        chosen += chance.sample(found, min(most, len(found)))
    # Each run of the demo takes seconds.
    killed(seed, change, chosen[:2] if name == "demo" else chosen, after)


@pytest.mark.nightly
@pytest.mark.parametrize("name", CHANGES)
def test_a_command_killed_anywhere_did_all_or_nothing(seed: Machine, name: str) -> None:
    points, after = measured(seed, CHANGES[name])
    most = min(len(points), _MOST.get(name, len(points)))
    killed(seed, CHANGES[name], random.Random(name).sample(points, most), after)


@pytest.mark.nightly
def test_killed_again_and_again_with_other_data(
    seed: Machine, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """20,000 kills, or 45 minutes: each time a store with other visits in it, so that other pages are written."""
    chance, count, until = random.Random(20_261_127), 0, time.monotonic() + MINUTES * 60
    # The form takes no text as long as some of these.
    names = [each for each in CHANGES if each not in (*_MOST, "fill-form")]
    for turn in itertools.count():
        change = CHANGES[chance.choice(names)]
        here = seed.fresh(locked=change.locked)
        for _visit in range(chance.randrange(1, 4)):
            text = "".join(
                chance.choices("谈续贷要求下调利率，库存正常 abc=<&", k=chance.choice((3, 80, 2000)))
            )
            assert here.run(Change(("log-visit", "1", text))).code == 0
        other = replace(seed, seed=tmp_path / str(turn) / "seed")
        shutil.copytree(here.folder, other.seed.with_name("locked") if change.locked else other.seed)
        points, after = measured(other, change)
        chosen = chance.sample(points, min(20, len(points)))
        killed(other, change, chosen, after)
        shutil.rmtree(other.seed.parent)
        count += len(chosen)
        if count >= KILLS or time.monotonic() > until:
            break
    with capsys.disabled():
        print(f"\n{count:,} kills, nothing lost")  # noqa: T201 (the figure that the promises state)


def killed(seed: Machine, change: Change, chosen: list[tuple[str, int]], after: State) -> None:
    """Kill the command at each of these points, and look at what it leaves."""
    before = seed.fresh(locked=change.locked).state()
    assert after != before, "the command changed nothing: give it other words"
    for call, number in chosen:
        here = seed.fresh(locked=change.locked)
        done = here.run(change, "-e", f"inject={call}:signal=KILL:when={number}")
        # What reads a workbook is a process of its own, and may be the one that is hit: then the file can't be read.
        assert done.code in (-9, 137, 8), (call, number, done)
        found = here.state()
        assert all_or_nothing(found, before, after), (call, number)
        assert done.code != 8 or found == before, (call, number)
        assert here.run(NEXT).code == 0, (call, number)


def measured(seed: Machine, change: Change) -> tuple[list[tuple[str, int]], State]:
    """Every point at which the command can be killed, and what it comes to when it is not."""
    whole = seed.fresh(locked=change.locked)
    counts = whole.calls(change)
    after = whole.state()
    points = [(call, number) for call, most in counts.items() for number in range(1, most + 1)]
    return points, after


def all_or_nothing(found: State, before: State, after: State) -> bool:
    """Whether the rows are all old or all new, and so is each file.

    The record of a file that is about to be written comes before it, and before what else is stored.
    """
    old, new = before.files, after.files
    names = itertools.chain(found.files, old, new)
    exports = [each.rows.get("exports") for each in (before, after)]
    rows = [{**found.rows, "exports": each} for each in exports]
    return (
        found.rows.get("exports") in exports
        and any(each in (before.rows, after.rows) for each in rows)
        and all(found.files.get(each) in (old.get(each), new.get(each)) for each in names)
    )


def test_half_of_a_change_would_be_found_out(seed: Machine) -> None:
    """The control."""
    half = seed.fresh().state()
    whole = seed.fresh()
    assert whole.run(CHANGES["log-visit"]).code == 0
    after = whole.state()
    torn = State({**after.rows, "tasks": half.rows["tasks"]}, after.files)
    assert not all_or_nothing(torn, half, after)
    cut = State(after.rows, {**after.files, "out.md": b"half"})
    assert not all_or_nothing(cut, half, after)
