"""The measures of a period, and targets on them."""

import sqlite3
from datetime import date

import pytest

from rmtool.config.profile import Profile
from rmtool.config.profile_rows import Measure
from rmtool.domain import periods
from rmtool.domain.clients import Client
from rmtool.domain.holidays import official
from rmtool.domain.reports import MeasureRow
from rmtool.domain.targets import Target
from rmtool.domain.visits import Visit
from rmtool.reports import measures
from rmtool.reports import targets
from rmtool.store import clients
from rmtool.store import visits

AT = "2026-11-24T01:30:00Z"
NOVEMBER = periods.month_of(date(2026, 11, 1))
PROFILE = Profile(
    measures=(
        Measure("coverage", "铺货率", unit="%", over="mean"), Measure("stock", "库存", unit="箱", over="last"),
        Measure("sold", "销量"), Measure("outings", "走店", of="visits", kinds=("outing",)), Measure("never"),
        Measure("touched", of="clients"),
    )
)  # fmt: skip


@pytest.fixture
def shops(db: sqlite3.Connection) -> sqlite3.Connection:
    clients.add(db, Client(name="甲", added_on="2026-01-01"), AT)
    for day, kind, logged in (
        ("2026-10-10", "visit", {"coverage": 50, "sold": 10}), ("2026-10-11", "outing", {}), ("2026-10-12", "outing", {}),
        ("2026-11-03", "outing", {"coverage": 80, "stock": 120, "sold": 0.1}),
        ("2026-11-04", "visit", {"coverage": 90, "stock": 100, "sold": 0.2, "own": 3}),
    ):  # fmt: skip
        visits.add(db, Visit(1, day, "x", kind=kind, measures=logged, owner="林", recorded_at=AT))
    return db


def test_each_measure_is_told_in_its_way_against_the_period_before(shops: sqlite3.Connection) -> None:
    found = measures.section(shops, NOVEMBER, NOVEMBER.previous, "", PROFILE)
    assert found == (
        MeasureRow("coverage", "mean", "%", 85, 35, 2), MeasureRow("stock", "last", "箱", 100, None, 2),
        MeasureRow("sold", "sum", "", 0.3, -9.7, 2), MeasureRow("outings", "sum", "", 1, -1, 0),
        MeasureRow("touched", "sum", "", 1, 0, 0), MeasureRow("own", "sum", "", 3, None, 1),
    )  # fmt: skip
    assert isinstance(found[0].value, int)


def test_a_mean_is_told_to_two_places(shops: sqlite3.Connection) -> None:
    visits.add(shops, Visit(1, "2026-11-05", "x", measures={"coverage": 81}, owner="林", recorded_at=AT))
    found = measures.section(shops, NOVEMBER, NOVEMBER.previous, "", PROFILE)
    assert found[0] == MeasureRow("coverage", "mean", "%", 83.67, 33.67, 3)


def test_where_nothing_was_logged_nothing_is_told(shops: sqlite3.Connection) -> None:
    assert measures.section(shops, NOVEMBER, NOVEMBER.previous, "王", PROFILE) == ()
    assert [each.key for each in measures.section(shops, NOVEMBER, NOVEMBER.previous, "林", Profile())] == [
        "coverage", "own", "sold", "stock",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("measure", "value", "done", "expected", "state", "trend"),
    [
        ("coverage", 85, 85, 85, "on track", False), ("coverage", 86, 85, 86, "behind", False),
        ("stock", 100, 100, 100, "on track", False), ("never", 1, 0, 1 / 21, "behind", True),
        ("outings", 1, 1, 1 / 21, "met", True), ("visits", 42, 2, 8, "behind", True), ("own", 42, 3, 8, "behind", True),
    ],
)  # fmt: skip
def test_a_target_goes_by_what_the_profile_says_of_its_measure(
    shops: sqlite3.Connection,
    measure: str,
    value: float,
    done: float,
    expected: float,
    state: str,
    trend: bool,
) -> None:
    today = date(2026, 11, 5)
    (found,) = targets.progress(shops, (Target(measure, NOVEMBER, value),), today, official(), PROFILE)
    assert (found.done, found.state, bool(found.trend)) == (done, state, trend)
    if expected >= 1:
        assert found.expected == pytest.approx(expected)


def test_a_mean_of_nothing_is_behind(shops: sqlite3.Connection) -> None:
    wanted = Target("coverage", periods.month_of(date(2026, 12, 1)), 85)
    (found,) = targets.progress(shops, (wanted,), date(2026, 12, 5), official(), PROFILE)
    assert (found.done, found.state) == (0, "behind")
