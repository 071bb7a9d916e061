from datetime import datetime

from rmtool import i18n
from rmtool.domain.deliveries import Delivery
from rmtool.domain.deliveries import HandIn
from rmtool.domain.text import width
from rmtool.writers import hand_in_page

NOW = datetime.fromisoformat("2026-11-28T09:00:00+08:00")
LONG = "The mail server smtp.example.com:465 does not answer (Connection refused): it is tried again later."


def hand_in(state: str, *deliveries: Delivery) -> HandIn:
    return HandIn(1, "weekly", "2026-W48", "2026-11-27T17:30", "2026-11-27T18:00", state, "", deliveries)


def one(state: str, **more: str) -> Delivery:
    return Delivery(3, "2026-11-27T17:30", "mail:boss@example.com", state=state, number=7, **more)  # type: ignore[arg-type]


FOUND = (
    hand_in("handed-in", one("sent", sent_at="2026-11-27T09:31:00Z")),
    hand_in("late", one("sent", sent_at="2026-11-27T12:31:00Z")),
    hand_in("unknown", one("unknown", last_error=LONG)),
    hand_in("failed", one("failed", last_error=LONG)),
    hand_in(
        "waiting",
        one("failed", next_try="2026-11-28T01:31:00Z", last_error=LONG),
        one("made"),
        one("sending"),
    ),
    hand_in("missing"),
    hand_in("coming", one("made")),
)


def test_every_state_is_told_with_the_next_step_first() -> None:
    lines = hand_in_page.text(FOUND, NOW).splitlines()
    assert lines[0] == "handed in    Weekly report 2026-W48         due 11-27 17:30, by 11-27 18:00"
    assert lines[1] == "    boss@example.com: 11-27 17:31"
    assert lines[2].startswith("late ")
    assert lines[5].startswith("    boss@example.com: may have arrived: handed-in --mark 7 (")
    assert lines[7].startswith("    boss@example.com: failed: run-schedule 3 --again (")
    assert lines[9].startswith("    boss@example.com: tried again from 11-28 09:31 (")
    assert lines[10:12] == ["    boss@example.com: not sent yet"] * 2
    assert lines[12].startswith("MISSING ")
    assert lines[13].startswith("not yet due ")
    assert len(lines) == 14


def test_it_fits_on_the_screen_in_both_languages() -> None:
    for language in ("en", "zh"):
        i18n.choose(language)
        assert all(width(each) <= 80 for each in hand_in_page.text(FOUND, NOW).splitlines())
