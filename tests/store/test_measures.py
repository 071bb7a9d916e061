import sqlite3

from rmtool.domain.visits import Visit
from rmtool.store import measures
from rmtool.store import visits
from rmtool.store.measures import Logged

AT = "2026-11-24T01:30:00Z"


def test_what_was_logged_is_added_up_averaged_and_the_last_of_each_client_known(
    two: sqlite3.Connection,
) -> None:
    for client, day, time, stock, owner in (
        (1, "2026-11-03", "15:00", 10, "林"), (2, "2026-11-03", "09:00", 30, "林"), (1, "2026-11-02", "", 2, "王"),
        (1, "2026-10-31", "", 99, "林"), (2, "2026-12-01", "", 99, "林"),
    ):  # fmt: skip
        visits.add(
            two, Visit(client, day, "x", time=time, measures={"stock": stock}, owner=owner, recorded_at=AT)
        )
    visits.add(two, Visit(1, "2026-11-04", "x", measures={"价格": -1.5}, recorded_at=AT))

    def november(owner: str = "") -> dict[str, Logged]:
        return measures.logged(two, "2026-11-01", "2026-11-30", owner)

    assert november() == {"stock": Logged(42, 14, 40, 3), "价格": Logged(-1.5, -1.5, -1.5, 1)}
    assert november("林") == {"stock": Logged(40, 20, 40, 2)}
    assert november("赵") == {}


def test_of_two_visits_at_the_same_time_the_later_logged_is_the_last(two: sqlite3.Connection) -> None:
    for stock in (5, 9, 7):
        visits.add(two, Visit(1, "2026-11-03", "x", measures={"stock": stock}, recorded_at=AT))
    assert measures.logged(two, "2026-11-03", "2026-11-03", "")["stock"].last == 7
