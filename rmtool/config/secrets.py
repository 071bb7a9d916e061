"""What must not be seen: passwords, keys and the robots of group chats, from files only their owner can read."""

import os
from collections.abc import Mapping
from pathlib import Path

from rmtool import paths
from rmtool.config import toml
from rmtool.errors import NotFoundError
from rmtool.errors import SettingsError
from rmtool.i18n import _

PASSWORD, ROBOTS = "mail-password", "robots.toml"
_LONGEST = 4096


def mail_password(home: Path, user: str, environ: Mapping[str, str]) -> str:
    """The password of `user`: from the file, else $RMTOOL_MAIL_PASSWORD, else the keyring; raises SettingsError."""
    found = from_file(home / PASSWORD) or environ.get("RMTOOL_MAIL_PASSWORD", "") or from_keyring(user)
    if not found:
        raise SettingsError(
            _(
                "There is no mail password: put it into {path} (chmod 600), RMTOOL_MAIL_PASSWORD or the keyring."
            ).format(path=home / PASSWORD)
        )
    return found


def from_file(path: Path) -> str:
    """The one line of a file that its owner alone can read; empty where there is none. Raises SettingsError."""
    if not path.exists():
        return ""
    refuse_seen(path)
    try:
        return path.read_bytes()[:_LONGEST].decode("utf-8-sig").strip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(
            _("Cannot read {path}: {reason}.").format(path=path, reason=type(error).__name__)
        ) from None


def refuse_seen(path: Path) -> None:
    """Raise SettingsError where others can read the secrets in `path`."""
    if not paths.is_private(path):
        raise SettingsError(
            _("Others can read {path}: make it yours alone with `chmod 600`.").format(path=path)
        )


def from_keyring(user: str) -> str:
    """What the desktop's keyring keeps for rmtool under `user`; empty where there is none."""
    # Imported here: an extra, and slow. Without a desktop it has nothing or fails, in many ways.
    try:
        import keyring

        return keyring.get_password("rmtool", user) or ""
    except Exception:
        return ""


def to_keyring(user: str, word: str) -> None:
    """Let the desktop's keyring keep `word` under `user`, empty to forget it; raises SettingsError where it can't."""
    # Imported here: an extra, and slow. It fails in many ways.
    try:
        import keyring

        if word:
            keyring.set_password("rmtool", user, word)
        elif keyring.get_password("rmtool", user):
            keyring.delete_password("rmtool", user)
    except Exception as error:
        raise SettingsError(
            _(
                "There is no keyring here ({reason}): install it with `pip install 'rmtool[keyring]'`, or take --key-file."
            ).format(reason=type(error).__name__)
        ) from None


def robots(home: Path) -> dict[str, dict[str, str]]:
    """The robots by name: kind, url and secret of each; raises SettingsError."""
    path = home / ROBOTS
    if os.path.exists(path):
        refuse_seen(path)
    found: dict[str, dict[str, str]] = {}
    for name, table in toml.read(path).items():
        keys = ("kind", "url", "secret")
        if not isinstance(table, dict) or not all(isinstance(table.get(key, ""), str) for key in keys):
            raise SettingsError(
                _("{path}: robot {name} needs kind, url and secret as text: use `rmtool add-robot`.").format(
                    path=path, name=name
                )
            )
        found[name] = {key: table.get(key, "") for key in keys}
    return found


def robot(home: Path, name: str) -> dict[str, str]:
    """The robot of that name; raises NotFoundError and SettingsError."""
    every = robots(home)
    if name not in every:
        raise NotFoundError(
            _("There is no robot {name}: add it with `rmtool add-robot {name} -`.").format(name=name)
        )
    return every[name]
