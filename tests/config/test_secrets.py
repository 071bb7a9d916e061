import sys
from pathlib import Path
from types import ModuleType

import pytest

from rmtool.config import secrets
from rmtool.errors import NotFoundError
from rmtool.errors import SettingsError


@pytest.fixture
def no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "keyring", None)


def kept(folder: Path, name: str, text: str, mode: int = 0o600) -> Path:
    file = folder / name
    file.write_text(text, "utf-8")
    file.chmod(mode)
    return file


def test_the_password_comes_from_the_file_first(tmp_path: Path, no_keyring: None) -> None:
    kept(tmp_path, "mail-password", "p w\n")
    assert secrets.mail_password(tmp_path, "me", {"RMTOOL_MAIL_PASSWORD": "other"}) == "p w"


def test_then_from_the_environment_then_from_the_keyring(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    played = ModuleType("keyring")
    played.get_password = lambda service, user: f"{service}/{user}"  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "keyring", played)
    assert secrets.mail_password(tmp_path, "me", {"RMTOOL_MAIL_PASSWORD": "p"}) == "p"
    assert secrets.mail_password(tmp_path, "me", {}) == "rmtool/me"


def test_without_a_password_the_three_places_are_told(tmp_path: Path, no_keyring: None) -> None:
    with pytest.raises(SettingsError, match=r"mail-password.*RMTOOL_MAIL_PASSWORD.*keyring"):
        secrets.mail_password(tmp_path, "me", {})


def test_the_real_keyring_of_a_machine_without_a_desktop_is_no_error(tmp_path: Path) -> None:
    with pytest.raises(SettingsError):
        secrets.mail_password(tmp_path, "me", {})


@pytest.mark.parametrize("mode", [0o644, 0o640, 0o604, 0o660])
def test_a_file_that_others_can_read_is_refused(tmp_path: Path, mode: int) -> None:
    kept(tmp_path, "mail-password", "s3cret", mode)
    kept(tmp_path, "robots.toml", "", mode)
    with pytest.raises(SettingsError, match="chmod 600") as refused:
        secrets.mail_password(tmp_path, "me", {"RMTOOL_MAIL_PASSWORD": "p"})
    assert "s3cret" not in str(refused.value)
    with pytest.raises(SettingsError, match="chmod 600"):
        secrets.robots(tmp_path)


def test_a_password_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "mail-password").mkdir(mode=0o700)
    with pytest.raises(SettingsError, match="Cannot read"):
        secrets.mail_password(tmp_path, "me", {})


def test_robots_are_found_by_name(tmp_path: Path) -> None:
    assert secrets.robots(tmp_path) == {}
    kept(tmp_path, "robots.toml", '[team]\nkind = "wecom"\nurl = "https://x"\n')
    assert secrets.robot(tmp_path, "team") == {"kind": "wecom", "url": "https://x", "secret": ""}
    with pytest.raises(NotFoundError, match="add-robot"):
        secrets.robot(tmp_path, "other")


@pytest.mark.parametrize("text", ['team = "https://x"', "[team]\nurl = 3", "[team"])
def test_a_file_of_robots_that_is_wrong_is_told(tmp_path: Path, text: str) -> None:
    kept(tmp_path, "robots.toml", text)
    with pytest.raises(SettingsError, match=r"robots\.toml"):
        secrets.robots(tmp_path)
