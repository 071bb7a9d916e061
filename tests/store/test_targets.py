import sqlite3
from datetime import date

from rmtool.domain import periods
from rmtool.domain.clients import Client
from rmtool.domain.deals import Deal
from rmtool.domain.targets import COUNTED
from rmtool.domain.targets import Gauge
from rmtool.domain.targets import Target
from rmtool.domain.tasks import Task
from rmtool.domain.visits import Visit
from rmtool.store import clients
from rmtool.store import deals
from rmtool.store import targets
from rmtool.store import tasks
from rmtool.store import visits

AT = "2026-11-24T01:30:00Z"
NOVEMBER = periods.month_of(date(2026, 11, 1))
QUARTER = periods.quarter_of(date(2026, 11, 1))


def test_a_target_of_the_same_measure_period_and_owner_takes_the_place(db: sqlite3.Connection) -> None:
    for target in (
        Target("visits", QUARTER, 90), Target("visits", NOVEMBER, 20), Target("visits", NOVEMBER, 25),
        Target("visits", NOVEMBER, 9, "林"),
    ):  # fmt: skip
        targets.set(db, target)
    assert targets.matching(db) == (
        Target("visits", NOVEMBER, 25), Target("visits", NOVEMBER, 9, "林"), Target("visits", QUARTER, 90),
    )  # fmt: skip
    assert [each.period for each in targets.matching(db, "2026-12-01")] == [QUARTER]
    assert [each.value for each in targets.matching(db, owner="林")] == [9]
    assert targets.delete(db, Target("visits", NOVEMBER, 0, "林"))
    assert not targets.delete(db, Target("visits", NOVEMBER, 0, "林"))
    assert targets.matching(db, owner="林") == ()


def test_what_each_day_brought(db: sqlite3.Connection) -> None:
    for name, added in (("甲", "2026-11-02"), ("乙", "2026-10-01")):
        clients.add(db, Client(name=name, added_on=added, owner="林"), AT)
    for client, day, stock in ((1, "2026-11-03", 5), (1, "2026-11-04", 7), (2, "2026-11-04", None), (2, "2026-10-31", 9)):  # fmt: skip
        measures = {} if stock is None else {"stock": float(stock)}
        visits.add(db, Visit(client=client, day=day, text="x", owner="林", measures=measures, recorded_at=AT))
    for closed in ("2026-11-05", "2026-11-05", ""):
        tasks.add(db, Task(text="t", owner="林", opened_on="2026-10-01", closed_on=closed, recorded_at=AT))
    for outcome, amount in (("won", 150), ("won", 50), ("lost", 999)):
        deals.add(
            db,
            Deal(1, "p", amount, owner="林", outcome=outcome, opened_on="2026-10-01", closed_on="2026-11-06"),
        )

    def brought(measure: str, owner: str = "林", kinds: tuple[str, ...] = ()) -> dict[str, float]:
        gauge = Gauge(measure, measure if measure in COUNTED else "", kinds)
        return targets.by_day(db, Target(measure, NOVEMBER, 1, owner), gauge)

    assert brought("visits") == {"2026-11-03": 1, "2026-11-04": 2}
    assert brought("clients") == {"2026-11-03": 1, "2026-11-04": 1}
    assert brought("new-clients") == {"2026-11-02": 1}
    assert brought("tasks-done") == {"2026-11-05": 2}
    assert brought("won") == {"2026-11-06": 2.0}
    assert brought("stock") == {"2026-11-03": 5, "2026-11-04": 7}
    assert brought("visits", "") == brought("visits")
    for measure in ("visits", "clients"):
        assert brought(measure, kinds=("visit",)) == brought(measure)
        assert brought(measure, kinds=("call",)) == {}
    for measure in ("visits", "clients", "new-clients", "tasks-done", "won", "stock"):
        assert brought(measure, "王") == {}
