import sqlite3

from rmtool.store import visit_counts


def test_counts(log: sqlite3.Connection) -> None:
    assert visit_counts.count(log, "2026-11-01", "2026-11-30") == 3
    assert visit_counts.count_clients(log, "2026-11-01", "2026-11-30", "") == 2
    assert visit_counts.count_clients(log, "2026-11-01", "2026-11-30", "王") == 0
    assert visit_counts.count_kinds(log, "2026-11-21", "2026-11-21", "") == (
        ("2026-11-21", "call", 1),
        ("2026-11-21", "visit", 1),
    )
    assert visit_counts.count_weeks(log, "2026-11-01", "2026-12-31", "") == (
        ("2026-11-16", 3, 2),
        ("2026-11-30", 1, 1),
    )
    assert visit_counts.tally(log, "tier", "2026-11-01", "2026-11-30") == (
        visit_counts.Tally("A", 2, 1, 20), visit_counts.Tally("B", 1, 1, 10),
    )  # fmt: skip
    assert [each.key for each in visit_counts.tally(log, "kind", "2026-11-01", "2026-12-31")] == [
        "call",
        "message",
        "visit",
    ]


def test_touches(log: sqlite3.Connection) -> None:
    assert visit_counts.touches(log, 1, "2026-11-21", "2026-11-30") == (1, "2026-11-21")
    assert visit_counts.touches(log, 2, "2026-01-01", "2026-01-31") == (0, "")
    lines = visit_counts.touched(log, "2026-11-01", "2026-11-30", "")
    assert [(each.name, each.visits, each.last_touch) for each in lines] == [
        ("甲", 2, "2026-11-21"),
        ("乙", 1, "2026-11-21"),
    ]
