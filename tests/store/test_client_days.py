import sqlite3

from rmtool.domain.greetings import ClientDay
from rmtool.store import client_days

AT = "2026-11-24T01:30:00Z"


def test_kept_found_and_taken_out(two: sqlite3.Connection) -> None:
    founding = ClientDay(1, "公司成立日", "2008-06-18")
    wedding = ClientDay(2, "Wedding", "--08-06", lunar=True)
    first, second = (client_days.add(two, each, AT) for each in (founding, wedding))
    assert (first, second) == (1, 2)
    (kept,) = client_days.of(two, 1)
    assert kept._replace(uuid="") == founding._replace(number=1)
    assert len(kept.uuid) == 36
    assert [each.number for each in client_days.ending(two, ["06-18", "08-06"], lunar=False)] == [1]
    assert [each.number for each in client_days.ending(two, ["06-18", "08-06"], lunar=True)] == [2]
    assert client_days.any_lunar(two)
    assert (client_days.named(two, "WEDDING"), client_days.named(two, "Wed")) == ("Wedding", "")
    client_days.delete(two, wedding._replace(number=2))
    assert client_days.of(two, 2) == ()
    assert not client_days.any_lunar(two)


def test_a_leap_month_and_the_archived(two: sqlite3.Connection) -> None:
    client_days.add(two, ClientDay(1, "x", "1990-04-08+", lunar=True), AT)
    assert client_days.ending(two, ["04-08"], lunar=True) == ()
    assert [each.name for each in client_days.ending(two, ["04-08+"], lunar=True)] == ["x"]
    two.execute("UPDATE clients SET archived_on = '2026-11-01' WHERE id = 1")
    assert client_days.ending(two, ["04-08+"], lunar=True) == ()
