"""Where the key of an encrypted store comes from: `encrypted.toml` in the home says it, and never holds it."""

from pathlib import Path
from typing import Literal
from typing import NamedTuple

from rmtool import paths
from rmtool.config import secrets
from rmtool.config import toml
from rmtool.i18n import _

Kind = Literal["asked", "file", "keyring"]
KINDS: tuple[Kind, ...] = ("asked", "file", "keyring")


class Source(NamedTuple):
    """Who knows a key: the user, a file, or the keyring of the desktop under `name`."""

    kind: Kind
    name: str = ""


def exists(home: Path) -> bool:
    """Whether the store of this home is, or is about to be, encrypted."""
    return (home / paths.ENCRYPTED).exists()


def sources(home: Path) -> tuple[Source, ...]:
    """Where the key may be, the likeliest first; raises SettingsError.

    There are two only while a store is being written with a new key.
    """
    path = home / paths.ENCRYPTED
    found = []
    rows = toml.read(path).get("keys")
    for number, row in enumerate(rows if isinstance(rows, list) else [], 1):
        place = toml.Place(path, "keys", number)
        table = row if isinstance(row, dict) else {}
        kind = next((each for each in KINDS if each == table.get("kind")), None)
        if kind is None:
            raise place.error(
                "kind", _("{key} must be one of {known}.").format(key="kind", known=", ".join(KINDS))
            )
        found.append(Source(kind, str(table.get("name", ""))))
    return tuple(found) or (Source("asked"),)


def save(home: Path, found: tuple[Source, ...]) -> None:
    """Say where the key may be; raises CannotWriteError."""
    with paths.whole_file(home / paths.ENCRYPTED) as file:
        for each in found:
            name = "".join(
                f"\\u{ord(c):04x}" if c in '\\"' or c < " " or c == "\x7f" else c for c in each.name
            )
            file.write(f'[[keys]]\nkind = "{each.kind}"\nname = "{name}"\n'.encode())


def remove(home: Path) -> None:
    """Say that the store is not encrypted; raises CannotWriteError."""
    with paths.writing(home / paths.ENCRYPTED):
        (home / paths.ENCRYPTED).unlink(missing_ok=True)


def word(source: Source) -> str:
    """The passphrase or key that a file or the keyring holds; empty where it has none. Raises SettingsError."""
    if source.kind == "file":
        return secrets.from_file(Path(source.name))
    return secrets.from_keyring(source.name) if source.kind == "keyring" else ""
