from datetime import date
from pathlib import Path

import pytest

from rmtool.config import own_days
from rmtool.config.own_days import OwnDays
from rmtool.errors import SettingsError


def test_no_file_is_no_days_of_our_own(tmp_path: Path) -> None:
    assert own_days.load(tmp_path / "calendar.toml") == OwnDays()


def test_days_and_spans(tmp_path: Path) -> None:
    path = tmp_path / "calendar.toml"
    path.write_text('off = ["2026-12-24..2026-12-26", 2026-12-31]\non = ["2026-12-27"]\nyears = [2027]\n')
    assert own_days.load(path) == OwnDays(
        off=(date(2026, 12, 24), date(2026, 12, 25), date(2026, 12, 26), date(2026, 12, 31)),
        on=(date(2026, 12, 27),),
        years=(2027,),
    )


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("of = []", 1, "the nearest is off"),
        ("off = 1", 1, "off must be a list"),
        ("\non = ['soon']", 2, "soon is no day"),
        ("off = ['2026-12-26..2026-12-24']", 1, "is no day"),
        ("off = ['2026-01-01..2028-01-01']", 1, "is no day"),
        ("years = ['x']", 1, "list of years"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(tmp_path: Path, text: str, line: int, says: str) -> None:
    path = tmp_path / "calendar.toml"
    path.write_text(text)
    with pytest.raises(SettingsError, match=says) as caught:
        own_days.load(path)
    assert f"{path}, line {line}:" in str(caught.value)
