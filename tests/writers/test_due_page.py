from datetime import date

import pytest

from rmtool import i18n
from rmtool import paths
from rmtool.config import profile
from rmtool.domain.due import Due
from rmtool.domain.text import width
from rmtool.writers import due_page

GENERAL = profile.load(paths.templates_folder() / "profiles" / "general.toml")
LINE = Due(
    number=12, name="云岫精密机械有限公司", tier="A", area="", route="", owner="", due="2026-11-23", days=2,
    state="overdue", every="7wd", rule="", duty="ALL.2", last_touch="2026-11-12", last_kind="call",
)  # fmt: skip


@pytest.mark.parametrize(
    ("line", "language", "why"),
    [
        (LINE, "en", "A special, every 7 working days; last 11-12 call"),
        (LINE, "zh", "A 特殊，每 7 个工作日；上次 11-12 电话"),
        (LINE._replace(last_touch="", last_kind=""), "en", "A special, every 7 working days; never touched"),
        (LINE._replace(own=True, every="2/week"), "en", "its own cadence, 2 times a week; last 11-12 call"),
        (LINE._replace(tier="", every="7d"), "en", "every tier, every 7 days; last 11-12 call"),
        # Of its own kind: there may well have been touches of others.
        (LINE._replace(rule="电话回访", last_touch=""), "zh", "电话回访，每 7 个工作日；尚无记录"),
        (LINE._replace(rule="电话回访"), "zh", "电话回访，每 7 个工作日；上次 11-12 电话"),
    ],
)
def test_the_reason_in_words(line: Due, language: str, why: str) -> None:
    i18n.choose(language)
    assert due_page.why(line, GENERAL, language) == why


@pytest.mark.parametrize(
    ("days", "told"), [(2, "2 days late"), (1, "1 day late"), (0, "due"), (-1, "11-23 Mon")]
)
def test_how_late_it_is(days: int, told: str) -> None:
    text = due_page.text([LINE._replace(days=days, state="due")], GENERAL, "en")
    assert text.startswith(f"    12  {told} ")


def test_it_fits_80_columns_and_hides_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    text = due_page.text([LINE._replace(name="\x1b[31m" + "长" * 60)], GENERAL, "zh")
    assert "\x1b" not in text
    assert max(map(width, text.split("\n"))) <= 80


def test_the_load_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "50")
    days = [(date(2026, 11, 24), 40), (date(2026, 11, 25), 0), (date(2026, 11, 26), 20)]
    assert due_page.load(days, "en").split("\n") == [
        "2026-11-24 Tue      40  " + "█" * 20,
        "2026-11-25 Wed       0",
        "2026-11-26 Thu      20  " + "█" * 10,
    ]
