from dataclasses import replace
from datetime import datetime
from datetime import timedelta

import pytest

from rmtool.domain import deliveries
from rmtool.domain.deliveries import Delivery
from rmtool.domain.schedules import Schedule
from rmtool.domain.schedules import label
from rmtool.domain.schedules import parse_at
from rmtool.domain.schedules import parse_by
from rmtool.errors import UsageError

DUE = datetime(2026, 11, 27, 17, 30)
BY = datetime(2026, 11, 27, 18, 0)
ONE = Delivery(1, "2026-11-27T17:30", "mail:a@b.cn")
SENT = replace(ONE, state="sent")
MADE = Schedule(
    "weekly", parse_at("fri 17:30"), "", uuid="u", deadline=parse_by("fri 18:00"), mail=("a@b.cn",)
)


@pytest.mark.parametrize(
    ("now", "by", "sent", "state"),
    [
        (17, None, [], "coming"),
        (18, None, [], "waiting"),
        (20, None, [], "missing"),
        (18, BY, [], "waiting"),
        (19, BY, [], "missing"),
        (18, None, [(SENT, 17.75)], "handed-in"),
        (19, BY, [(SENT, 17.75)], "handed-in"),
        (19, BY, [(SENT, 17.75), (SENT, 18.5)], "late"),
        (19, BY, [(SENT, 17.75), (ONE, None)], "missing"),
        (18, BY, [(SENT, 17.75), (ONE, None)], "waiting"),
        (19, BY, [(replace(ONE, state="unknown"), None), (SENT, 17.75)], "unknown"),
        (18, BY, [(replace(ONE, state="failed"), None)], "failed"),
        (18, BY, [(replace(ONE, state="failed", next_try="2026"), None)], "waiting"),
        (17, None, [(SENT, 16.0)], "handed-in"),
    ],
)
def test_a_hand_in_is_judged_by_its_deadline_and_deliveries(
    now: float, by: datetime | None, sent: list[tuple[Delivery, float | None]], state: str
) -> None:
    moments = [(each, _at(hour) if hour else None) for each, hour in sent]
    assert deliveries.judged(DUE, by, _at(now), moments) == state


def _at(hour: float) -> datetime:
    return datetime(2026, 11, 27) + timedelta(hours=hour)


def test_waiting_grows_and_ends() -> None:
    waits = [deliveries.wait(number) for number in range(1, 7)]
    assert waits == [*deliveries.WAITS, None]
    assert list(deliveries.WAITS) == sorted(deliveries.WAITS)


@pytest.mark.parametrize(
    ("state", "next_try", "pending"),
    [
        ("made", "", True), ("sent", "", False), ("sending", "", False), ("unknown", "", False), ("failed", "", False),
        ("failed", "2026-11-27T10:00:00Z", True), ("failed", "2026-11-27T10:00:01Z", False),
    ],
)  # fmt: skip
def test_only_what_surely_did_not_arrive_is_pending(state: str, next_try: str, pending: bool) -> None:
    assert replace(ONE, state=state, next_try=next_try).pending("2026-11-27T10:00:00Z") == pending


def test_addresses_stand_between_commas_of_both_languages() -> None:
    assert deliveries.addresses("a@b.cn， c.d+e@x-y.com;a@b.cn") == ("a@b.cn", "c.d+e@x-y.com")
    assert deliveries.addresses("") == ()


@pytest.mark.parametrize(
    "text",
    ["a", "a@", "@b.cn", "a b@c.cn", "a@b.cn\nBcc: x@y.z", "a@b.cn\r\n", "王@b.cn", "a@例子.cn", "<a@b.cn>", "a..b@c.cn", "a@b..cn", "a@-b.cn", "A <a@b.cn>", "a@b@c.cn", "a@b.cn\x00"],
)  # fmt: skip
def test_what_is_no_address_is_refused(text: str) -> None:
    if text == "a@b.cn\r\n":
        assert deliveries.addresses(text) == ("a@b.cn",)
        return
    with pytest.raises(UsageError, match="no mail address"):
        deliveries.addresses(text)


def test_places_and_reports_have_names() -> None:
    places = [deliveries.place(each) for each in ("folder", "mail:a@b.cn", "robot:群:1")]
    assert places == ["the folder", "a@b.cn", "robot 群:1"]
    assert (label("weekly"), label("own")) == ("Weekly report", "own")


def test_the_deadline_is_the_first_one_from_the_due_time_on() -> None:
    assert MADE.due_by(DUE) == BY
    assert MADE.due_by(BY) == BY
    monthly = replace(MADE, deadline=parse_by("10th"))
    assert monthly.due_by(datetime(2026, 12, 1, 9)) == datetime(2026, 12, 10, 23, 59)
    assert monthly.due_by(datetime(2026, 11, 30, 9)) == datetime(2026, 12, 10, 23, 59)
    assert replace(MADE, deadline=None).due_by(DUE) is None


def test_the_message_id_stays_the_same_for_one_report_at_one_place_alone() -> None:
    same = MADE.message_id(DUE, "mail:a@b.cn")
    assert same == replace(MADE, number=9).message_id(DUE, "mail:a@b.cn")
    others = {
        MADE.message_id(DUE, "mail:b@b.cn"), MADE.message_id(DUE + timedelta(days=7), "mail:a@b.cn"),
        replace(MADE, uuid="v").message_id(DUE, "mail:a@b.cn"), same,
    }  # fmt: skip
    assert len(others) == 4
    assert same.startswith("<")
    assert same.isascii()


def test_a_schedule_knows_its_destinations() -> None:
    every = replace(MADE, folder="/tmp", robots=("team",))
    assert every.destinations == ("folder", "mail:a@b.cn", "robot:team")
    assert MADE.destinations == ("mail:a@b.cn",)
