"""A bit that flips on the disk: `check --full` finds each that changes data, where SQLite's own check does not."""

import random
import sqlite3
from pathlib import Path

import pytest

from rmtool.store import health
from rmtool.store import proof
from rmtool.store.history import KEYS
from tests.faults.changes import Change
from tests.faults.machine import Machine

QUICK, NIGHTLY = 400, 20_000
# What people have stored, and what it is found by.
TABLES = (*KEYS, "changes", "change_rows", "client_keys")


def test_a_flipped_bit_that_changes_data_is_found(seed: Machine) -> None:
    flipped(seed, QUICK)


@pytest.mark.nightly
def test_any_flipped_bit_that_changes_data_is_found(seed: Machine) -> None:
    flipped(seed, NIGHTLY)


def flipped(seed: Machine, most: int) -> tuple[int, int]:
    """Flip one bit at a time, anywhere; those that change data must all be found.

    Answers how many did, and how many of these SQLite's own check found.
    """
    store = whole(seed)
    content = bytearray(store.read_bytes())
    before = content_of(store)
    assert before is not None
    assert (sound(store), full(store)) == (True, True)
    chance = random.Random(most)
    changed = by_sqlite = 0
    missed = []
    for _each in range(most):
        place, bit = chance.randrange(len(content)), 1 << chance.randrange(8)
        content[place] ^= bit
        store.write_bytes(content)
        content[place] ^= bit
        if content_of(store) == before:
            continue
        changed += 1
        by_sqlite += not sound(store)
        if full(store):
            missed.append((place, bit))
    assert missed == []
    # The control: without the seals many would have gone unseen.
    assert by_sqlite < changed * 0.9, (
        f"of {changed} flips that changed data SQLite's own check found {by_sqlite}"
    )
    return changed, by_sqlite


def test_a_command_on_a_damaged_store_says_so_in_one_line(seed: Machine) -> None:
    store = whole(seed)
    content = bytearray(store.read_bytes())
    chance = random.Random(1)
    told = 0
    while told < 16:
        # Half of them where the structure of the store is written.
        place, bit = chance.randrange(len(content) if told % 2 else 3 * 4096), 1 << chance.randrange(8)
        content[place] ^= bit
        store.write_bytes(content)
        content[place] ^= bit
        if sound(store):
            continue
        for words in (("list-clients",), ("log-visit", "1", "next")):
            done = seed.run(Change(words))
            assert done.code in (0, 4, 6), (place, bit, words, done)
            assert ("Traceback" in done.err, done.err.count("rmtool: ")) == (False, done.code != 0), done
        told += 1


@pytest.mark.parametrize("part", [0.1, 0.5, 0.9, 0.999])
def test_a_store_that_was_cut_short_is_found(seed: Machine, part: float) -> None:
    store = whole(seed)
    content, before = store.read_bytes(), content_of(store)
    store.write_bytes(content[: int(len(content) * part)])
    # The last page may have room at its end.
    assert content_of(store) == before or not full(store)


def whole(seed: Machine) -> Path:
    """A store in one file, without empty pages, which the program has closed."""
    here = seed.fresh()
    clients = "".join(f"客户{place},139{place:08d},B,走马街{place}号\n" for place in range(200))
    (here.folder / "more.csv").write_text(f"姓名,手机号,级别,地址\n{clients}", encoding="utf-8")
    talks = "".join(f"客户{place},2026-11-20,谈了第{place}件事，要求下调利率\n" for place in range(200))
    (here.folder / "talks.csv").write_text(f"客户,日期,内容\n{talks}", encoding="utf-8")
    for words in (("import-clients", "more.csv"), ("import-visits", "talks.csv")):
        assert here.run(Change(words)).code == 0
    store = here.home / "store.db"
    db = sqlite3.connect(store, isolation_level=None)
    db.execute("PRAGMA journal_mode = DELETE")
    db.execute("VACUUM")
    db.close()
    return store


def opened(store: Path) -> sqlite3.Connection:
    db = sqlite3.connect(f"{store.as_uri()}?mode=ro&immutable=1", uri=True)
    db.text_factory = bytes
    return db


def content_of(store: Path) -> dict[str, list[object]] | None:
    """Every value of every row, and every word that finds a visit; None where it can't be read."""
    db = opened(store)
    try:
        found: dict[str, list[object]] = {
            each: sorted(db.execute(f"SELECT * FROM {each}"), key=repr) for each in TABLES
        }
        db.execute("CREATE VIRTUAL TABLE temp.terms USING fts5vocab ('main', 'visit_words', 'instance')")
        found["words"] = sorted(db.execute("SELECT term, doc, col, offset FROM temp.terms"), key=repr)
        return found
    except (sqlite3.Error, UnicodeDecodeError):
        return None
    finally:
        db.close()


def sound(store: Path) -> bool:
    """What SQLite's own checks say."""
    db = sqlite3.connect(f"{store.as_uri()}?mode=ro&immutable=1", uri=True, isolation_level=None)
    try:
        return health.damage(db) == ()
    except (sqlite3.Error, UnicodeDecodeError):
        return False
    finally:
        db.close()


def full(store: Path) -> bool:
    """What `check --full` says, SQLite's own checks included."""
    db = sqlite3.connect(f"{store.as_uri()}?mode=ro&immutable=1", uri=True, isolation_level=None)
    try:
        return not any(part.problems for part in health.examined(db)) and next(proof.flaws(db), None) is None
    except (sqlite3.Error, UnicodeDecodeError):
        return False
    finally:
        db.close()
