"""Every command that changes the store can be taken back and done again: the tables of the fault tests serve here too."""

import sqlite3

import pytest

from rmtool.store.history import KEYS
from tests.faults.changes import CHANGES
from tests.faults.changes import Change
from tests.faults.machine import Machine

# restore puts another store, with a history of its own, in the place of this one; demo makes a home of its own.
# forget-client is there so that nothing brings it back.
# The others write the same store with another key.
APART = {"restore", "demo", "forget-client", "encrypt", "rekey", "decrypt"}
# They change settings or write a file, and leave the store as it was.
NO_CHANGE = {
    "use-profile",
    "config",
    "backup",
    "daily-report",
    "export",
    "combine",
    "fill-form",
    "add-robot",
    "client-data",
}
Rows = dict[str, list[tuple[object, ...]]]


@pytest.mark.parametrize("name", [each for each in CHANGES if each not in APART])
def test_it_is_taken_back_and_done_again(seed: Machine, name: str) -> None:
    here = seed.fresh()
    before, first = rows(here), last(here)
    assert here.run(CHANGES[name]).code == 0
    after, made = rows(here), range(first + 1, last(here) + 1)
    assert (after == before, not made) == (name in NO_CHANGE, name in NO_CHANGE)
    for number in reversed(made):
        done = here.run(Change(("undo" if name != "undo" else "redo", str(number), "--yes")))
        assert done.code == 0, done
    assert rows(here) == before
    for number in made:
        done = here.run(Change(("redo" if name != "undo" else "undo", str(number), "--yes")))
        assert done.code == 0, done
    assert rows(here) == after


def test_what_is_forgotten_can_not_come_back(seed: Machine) -> None:
    here = seed.fresh()
    assert here.run(CHANGES["forget-client"]).code == 0
    done = here.run(Change(("undo", "--yes")))
    assert (done.code, "forgotten" in done.err) == (1, True)


def rows(here: Machine) -> Rows:
    """Everything that is kept, down to the last column, and what is found in it; not the history."""
    with sqlite3.connect(here.home / "store.db") as db:
        found = {
            each: sorted(db.execute(f"SELECT * FROM {each}"), key=repr) for each in (*KEYS, "client_keys")
        }
        found["words"] = db.execute("SELECT id FROM visit_words_docsize ORDER BY id").fetchall()
    db.close()
    return found


def last(here: Machine) -> int:
    """The number of the newest change."""
    with sqlite3.connect(here.home / "store.db") as db:
        (number,) = db.execute("SELECT max(id) FROM changes").fetchone()
    db.close()
    return int(number)


def test_a_schedule_that_comes_back_is_in_the_crontab_again(seed: Machine) -> None:
    here = seed.fresh()
    lines = (here.folder / "crontab").read_text()
    assert here.run(CHANGES["unschedule"]).code == 0
    assert not (here.folder / "crontab").exists()
    assert here.run(Change(("undo", "--yes"))).code == 0
    assert (here.folder / "crontab").read_text() == lines


def test_history_tells_every_change_in_words(seed: Machine) -> None:
    here = seed.fresh()
    # Whatever stands in the store has a word in both languages, also on its way out.
    assert here.run(CHANGES["settle-complaint"]).code == 0
    for language in ("en", "zh"):
        for words in (("history", "--limit", "1000"), ("history", "--json")):
            done = here.run(Change((*words, "--lang", language)))
            assert (done.code, done.out == "") == (0, False), done
