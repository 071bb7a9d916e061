"""How a duty stands, and how much of all was done in time."""

import pytest

from rmtool.domain.standing import Standing
from rmtool.domain.standing import compliance


def made(done: int = 0, missed: int = 0, state: str = "met", fails_on: str = "") -> Standing:
    return Standing("cis", "评估", "", "AUTO.3", "1/month", "tick", 5, done, missed, state, fails_on)


def test_the_mean_of_what_can_be_judged() -> None:
    assert compliance([made(), made()]) is None
    assert compliance([made(4, 0), made(1, 3), made()]) == 62
    assert (made(1, 2).percent, made().percent) == (33, None)


@pytest.mark.parametrize(
    ("state", "fails_on", "presses"),
    [
        ("met", "", False),
        ("missed", "", False),
        ("on the way", "2026-11-24", True),
        ("on the way", "2026-11-25", False),
        ("in danger", "2026-11-30", True),
    ],
)
def test_what_presses_on_a_day(state: str, fails_on: str, presses: bool) -> None:
    assert made(state=state, fails_on=fails_on).presses("2026-11-24") is presses


def test_a_label_or_the_key() -> None:
    assert (made().label("zh"), made().label("en")) == ("评估", "cis")
