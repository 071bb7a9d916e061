"""Backups as age files: what goes in comes out, for whoever has the key, and for nobody else."""

import errno
import io
import sys
from pathlib import Path

import pyrage
import pytest

from rmtool.errors import BadFileError
from rmtool.errors import CannotWriteError
from rmtool.errors import SettingsError
from rmtool.errors import UsageError
from rmtool.store import sealed

SECRET = pyrage.x25519.Identity.generate()
PUBLIC = str(SECRET.to_public())
DATA = "云岫".encode() * 100_000


def made(path: Path, recipients: tuple[str, ...], passphrase: str = "") -> Path:
    with path.open("wb") as out:
        sealed.seal(io.BytesIO(DATA), out, recipients, passphrase)
    return path


@pytest.mark.parametrize(
    ("recipients", "passphrase", "word"),
    [
        ((PUBLIC,), "", f"# mine\n{SECRET}\n"),
        ((PUBLIC, str(pyrage.x25519.Identity.generate().to_public())), "", str(SECRET)),
        ((), "密码 horse", "密码 horse"),
    ],
    ids=["a key", "two keys", "a passphrase"],
)
def test_what_was_sealed_is_opened(
    tmp_path: Path, recipients: tuple[str, ...], passphrase: str, word: str
) -> None:
    file = made(tmp_path / "x.age", recipients, passphrase)
    assert sealed.is_sealed(file)
    assert sealed.takes_passphrase(file) == bool(passphrase)
    assert DATA not in file.read_bytes()
    with sealed.opened(file, tmp_path / "draft", word) as draft:
        assert draft.read_bytes() == DATA
        assert draft.stat().st_mode & 0o777 == 0o600
    assert [each.name for each in tmp_path.iterdir()] == ["x.age"]
    for wrong in ("another", str(pyrage.x25519.Identity.generate()), "AGE-SECRET-KEY-1NONSENSE"):
        with pytest.raises(BadFileError), sealed.opened(file, tmp_path / "draft", wrong):
            pass
    assert [each.name for each in tmp_path.iterdir()] == ["x.age"]


def test_a_disk_that_fails_is_no_wrong_key(tmp_path: Path) -> None:
    file = made(tmp_path / "x.age", (PUBLIC,))
    with pytest.raises(CannotWriteError), sealed.opened(file, tmp_path / "missing" / "draft", str(SECRET)):
        pass
    file.chmod(0)
    file.unlink()
    with pytest.raises(OSError, match="No such file"), sealed.opened(file, tmp_path / "draft", str(SECRET)):
        pass


def test_a_disk_that_is_full_is_told_as_such(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = made(tmp_path / "x.age", (PUBLIC,))

    def full(_source: object, _out: object, _keys: object) -> None:
        raise OSError(errno.ENOSPC, "no room")

    monkeypatch.setattr(pyrage, "decrypt_io", full)
    with pytest.raises(CannotWriteError, match="full"), sealed.opened(file, tmp_path / "draft", str(SECRET)):
        pass


def test_a_public_key_that_is_none_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="age-keygen"):
        made(tmp_path / "x.age", ("age1nonsense",))


def test_what_can_not_be_opened_again_is_not_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pyrage.passphrase, "decrypt", lambda _data, _word: b"something else")
    with pytest.raises(CannotWriteError, match="opened again"):
        made(tmp_path / "x.age", (), "密码 horse")
    assert (tmp_path / "x.age").read_bytes() == b""


def test_without_pyrage_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyrage", None)
    with pytest.raises(SettingsError, match="encrypted"):
        made(tmp_path / "x.age", (PUBLIC,))
