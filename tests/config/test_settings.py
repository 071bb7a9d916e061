"""Settings: what is wrong is named with its file, and nothing is guessed."""

from pathlib import Path

import pytest

from rmtool.config import settings
from rmtool.config.settings import Settings
from rmtool.errors import SettingsError


def test_missing_settings_are_the_defaults(tmp_path: Path) -> None:
    assert settings.load(tmp_path / "config.toml") == Settings()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("owner = 5", "owner is text"),
        ("owner = ", "not valid TOML"),
        ('colour = "red"', "Unknown setting colour"),
        ('language = "klingon"', "Unknown language"),
        ('phone_region = "China"', "Unknown phone region"),
    ],
)
def test_wrong_settings_name_the_file(text: str, says: str, tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text(text)
    with pytest.raises(SettingsError, match=says) as caught:
        settings.load(path)
    assert str(path) in str(caught.value)
