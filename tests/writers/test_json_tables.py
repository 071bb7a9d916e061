"""JSON of tables: stable names, types kept."""

import io
import json
from datetime import date
from datetime import time

from rmtool.domain.tables import Column
from rmtool.domain.tables import Table
from rmtool.writers import json_tables

COLUMNS = (Column("n", "N"), Column("day", "D"), Column("at", "A"), Column("list", "L"), Column("map", "M"))


def test_types_are_kept_under_english_names():
    file = io.BytesIO()
    rows = [(1, date(2026, 11, 24), time(9, 30), ("=甲", "乙"), {"stock": 1.5}), (2, None, None, (), {})]
    json_tables.write(
        file, [Table("visits", "拜访", COLUMNS, rows), Table("tasks", "事项", COLUMNS, iter(()))]
    )
    assert json.loads(file.getvalue()) == {
        "visits": [
            {"n": 1, "day": "2026-11-24", "at": "09:30", "list": ["=甲", "乙"], "map": {"stock": 1.5}},
            {"n": 2, "day": None, "at": None, "list": [], "map": {}},
        ],
        "tasks": [],
    }
    assert "=甲" in file.getvalue().decode()


def test_no_tables_are_an_empty_object():
    file = io.BytesIO()
    json_tables.write(file, [])
    assert json.loads(file.getvalue()) == {}
