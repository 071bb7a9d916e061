import json
import re
from collections.abc import Callable
from pathlib import Path

import pyrage
import pytest

from tests.conftest import Result

Run = Callable[..., Result]
Terminal = Callable[..., tuple[int, str]]
PASSPHRASE = "四月的 horse 与 battery"


@pytest.fixture
def secret(tmp_path: Path, run: Run) -> Path:
    """A client, a key whose public half stands in the settings, and the file with the secret half."""
    run("add-client", "云岫精密机械", "--phone", "13900139000", check=0)
    identity = pyrage.x25519.Identity.generate()
    run("config", "backup_key", str(identity.to_public()), check=0)
    path = tmp_path / "backup.key"
    path.write_text(f"# made for a test\n{identity}\n")
    path.chmod(0o600)
    (tmp_path / "disk").mkdir()
    return path


def test_a_sealed_backup_shows_nothing_and_comes_back(run: Run, tmp_path: Path, secret: Path) -> None:
    done = run("backup", "disk", "--encrypt", check=0)
    (file,) = (tmp_path / "disk").iterdir()
    assert file.name == "store-20261124-093000.db.age"
    assert file.stat().st_mode & 0o777 == 0o600
    assert "云岫".encode() not in file.read_bytes()
    assert "--try" in done.err
    assert "--key" in run("restore", str(file), "--try", check=2).err
    run("add-client", "后来的", check=0)
    run("restore", str(file), "--yes", "--key", str(secret), check=0)
    assert "后来的" not in run("list-clients", check=0).out


def test_a_passphrase_seals_too(run: Run, tmp_path: Path, on_a_terminal: Terminal) -> None:
    run("add-client", "张三", check=0)
    code, shown = on_a_terminal("backup", "copy.age", "--encrypt", answers=(PASSPHRASE, PASSPHRASE))
    assert (code, PASSPHRASE in shown) == (0, False)
    plain = pyrage.passphrase.decrypt((tmp_path / "copy.age").read_bytes(), PASSPHRASE)
    assert plain.startswith(b"SQLite format 3\0")
    code, shown = on_a_terminal("restore", "copy.age", "--try", answers=("another one",))
    assert (code, "not opened" in shown) == (8, True)
    code, shown = on_a_terminal("restore", "copy.age", "--try", answers=(PASSPHRASE,))
    assert code == 0


@pytest.mark.parametrize("damage", ["cut", "flipped", "empty"])
def test_a_sealed_backup_that_is_damaged_is_told(
    run: Run, home: Path, tmp_path: Path, secret: Path, damage: str
) -> None:
    run("backup", "copy.age", "--encrypt", check=0)
    file = tmp_path / "copy.age"
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(
        {"cut": data[:-1000], "flipped": bytes(data), "empty": b"age-encryption.org/v1\n"}[damage]
    )
    before = (home / "store.db").read_bytes()
    done = run("restore", "copy.age", "--yes", "--key", str(secret), check=8)
    assert done.err.count("\n") == 1
    assert (home / "store.db").read_bytes() == before
    assert not list((home / "backups").glob(".*"))


def test_a_key_that_is_none_is_told(run: Run, secret: Path) -> None:
    run("backup", "copy.age", "--encrypt", check=0)
    other = secret.with_name("other.key")
    other.write_text(f"{pyrage.x25519.Identity.generate()}\n")
    other.chmod(0o600)
    assert "not opened" in run("restore", "copy.age", "--try", "--key", str(other), check=8).err
    run("config", "backup_key", "age1nonsense", check=0)
    assert "age-keygen" in run("backup", "second.age", "--encrypt", check=2).err
    run("config", "--unset", "backup_key", check=0)
    assert "backup_key" in run("backup", "second.age", "--encrypt", check=2).err


def test_sealed_backups_are_rotated_with_the_others(run: Run, tmp_path: Path, secret: Path) -> None:
    for day in range(10, 15):
        run(
            "backup",
            "disk",
            "--keep",
            "2",
            *(["--encrypt"] if day % 2 else []),
            now=f"2026-11-{day}T20:00:00+08:00",
            check=0,
        )
    names = sorted(each.name for each in (tmp_path / "disk").iterdir())
    assert names == ["store-20261113-200000.db.age", "store-20261114-200000.db"]


def test_folders_ages_and_the_last_try(run: Run, tmp_path: Path, secret: Path) -> None:
    assert "rmtool backup" in run("backup-status", check=1).err
    run("backup", "disk", "--encrypt", now="2026-11-20T09:00:00+08:00", check=0)
    run("backup", "disk", now="2026-11-22T09:00:00+08:00", check=0)
    run("backup", check=0)
    done = run("backup-status", check=0)
    rows = [re.sub(" +", " ", each.partition("  ")[2]).strip() for each in done.out.splitlines()[2:]]
    assert sorted(filter(None, rows)) == ["1 2026-11-24 Tue 0 no", "2 2026-11-22 Sun 2 1 of 2"]
    assert "None was tried yet" in done.err
    file = tmp_path / "disk" / "store-20261120-090000.db.age"
    run("restore", str(file), "--try", "--key", str(secret), check=0)
    done = run("backup-status", check=0)
    assert f"Last tried: {file} on 2026-11-24 Tue." in done.err
    assert len(json.loads(run("backup-status", "--json", check=0).out)) == 3
    # A disk that is taken away is not counted, and what is left is too old.
    (tmp_path / "disk").rename(tmp_path / "away")
    done = run("backup-status", now="2026-12-20T09:00:00+08:00", check=1)
    assert "26 days old" in done.err
    run("backup-status", "--within", "30", now="2026-12-20T09:00:00+08:00", check=0)


def test_a_copy_that_was_altered_is_found(run: Run, tmp_path: Path, secret: Path) -> None:
    run("backup", "disk", check=0)
    (file,) = (tmp_path / "disk").iterdir()
    data = bytearray(file.read_bytes())
    data[5000] ^= 1
    file.write_bytes(data)
    run("backup-status", check=0)
    assert str(file) in run("backup-status", "--full", check=1).err
    file.write_bytes(data[:-1])
    assert str(file) in run("backup-status", check=1).err


def test_restoring_counts_as_a_try(run: Run, tmp_path: Path, secret: Path) -> None:
    run("backup", "copy.db", check=0)
    run("restore", "copy.db", "--yes", check=0)
    assert "copy.db" in run("backup-status", check=1).err


def test_without_pyrage_it_says_what_to_install(run: Run, tmp_path: Path, secret: Path) -> None:
    (tmp_path / "pyrage.py").write_text("raise ImportError\n")
    source = f"{tmp_path}:{Path(__file__).parents[2]}"
    assert "rmtool[encrypted]" in run("backup", "copy.age", "--encrypt", PYTHONPATH=source, check=5).err
    assert not (tmp_path / "copy.age").exists()
