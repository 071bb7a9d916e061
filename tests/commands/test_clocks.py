"""Clocks that jump, zones and years: no date shifts, and what came later is later, whatever the clock said."""

import calendar
import csv
import io
import json
from collections.abc import Callable
from datetime import date
from datetime import timedelta
from pathlib import Path

import openpyxl
import pytest

from tests.conftest import Result

Run = Callable[..., Result]
ZONES = (
    "Asia/Shanghai", "UTC", "America/New_York", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kathmandu", "Europe/London",
)  # fmt: skip
# When the clocks of Shanghai went forward and back, 1986 to 1991 (tz database, zone PRC).
SUMMER = [
    "1986-05-04",
    "1986-09-14",
    "1987-04-12",
    "1987-09-13",
    "1988-04-17",
    "1988-09-11",
    "1989-04-16",
    "1989-09-17",
    "1990-04-15",
    "1990-09-16",
    "1991-04-14",
    "1991-09-15",
]


def days() -> list[str]:
    """Every 29 February, the days around each change of the clocks, the ends of each year, 1900 to 2100."""
    found = {date(year, 2, 29) for year in range(1900, 2101) if calendar.isleap(year)}
    for day in map(date.fromisoformat, SUMMER):
        found |= {day - timedelta(days=1), day, day + timedelta(days=1)}
    found |= {date(year, month, day) for year in range(1900, 2101) for month, day in ((1, 1), (12, 31))}
    # Days that a zone left out or had twice: Samoa 2011, Kiritimati 1995, clocks in New York and London.
    found |= {
        date(2011, 12, 30),
        date(1995, 1, 1),
        date(2026, 3, 8),
        date(2026, 11, 1),
        date(2026, 3, 29),
        date(2026, 10, 25),
    }
    return sorted(map(date.isoformat, found))


@pytest.mark.parametrize("zone", ZONES)
def test_no_day_shifts_in_any_zone_or_year(run: Run, tmp_path: Path, zone: str) -> None:
    wanted = days()
    lines = "".join(f"张三,{day},回访 {number}\n" for number, day in enumerate(wanted))
    (tmp_path / "visits.csv").write_text("客户,日期,内容\n" + lines, encoding="utf-8")
    # Half past midnight by the wall clock, as near to another day as can be.
    here = {"now": "2100-12-31T00:30:00", "TZ": zone}
    run("add-client", "张三", "--birthday", "1988-02-29", check=0, **here)
    run("import-visits", "visits.csv", check=0, **here)
    listed = json.loads(run("list-visits", "--json", "--limit", "10000", check=0, **here).out)
    assert [each["day"] for each in reversed(listed)] == wanted
    told = run("export", "all", "--sheets", "visits", "-o", "-", "--format", "csv", check=0, **here).out
    rows = list(csv.reader(io.StringIO(told.removeprefix("\ufeff"))))
    assert sorted(row[rows[0].index("Date")] for row in rows[1:]) == wanted
    run("export", "all", "-o", "all.xlsx", check=0, **here)
    sheet = openpyxl.load_workbook(tmp_path / "all.xlsx")["Visits"]
    place = [cell.value for cell in sheet[1]].index("Date")
    # A workbook has no days before 1900-03-01 that everybody reads alike: those are written as text.
    cells = [row[place] for row in sheet.iter_rows(min_row=2, values_only=True) if row[place]]
    assert sorted(each if isinstance(each, str) else each.date().isoformat() for each in cells) == wanted
    assert "1988-02-29" in run("show-client", "张三", "--json", check=0, **here).out


@pytest.mark.parametrize("zone", ZONES)
def test_today_is_the_day_on_the_wall(run: Run, zone: str) -> None:
    run("add-client", "张三", check=0)
    for now in ("2026-03-29T01:30:00", "2026-11-01T01:30:00", "1988-04-17T00:30:00", "2011-12-29T23:59:00"):
        done = run("log-visit", "张三", "回访", now=now, check=0, TZ=zone)
        assert now[:10] in done.err, (zone, now)


def test_what_came_later_is_later_whatever_the_clock_said(run: Run) -> None:
    moments = [
        "2026-11-24T09:00:00+08:00",
        "2020-01-01T00:00:00+08:00",
        "2099-12-31T23:59:00+08:00",
        "2026-11-24T09:00:00+08:00",
    ]
    run("add-client", "张三", now=moments[0], check=0)
    for number, now in enumerate(moments):
        run("log-visit", "张三", f"第{number}次", "--on", "2026-11-20", "--force", now=now, check=0)
    changes = json.loads(run("history", "--json", check=0).out)
    numbers = [each["number"] for each in changes]
    assert numbers == sorted(numbers, reverse=True)
    listed = json.loads(run("list-visits", "--json", check=0).out)
    assert [each["text"] for each in listed] == [f"第{number}次" for number in (3, 2, 1, 0)]
    # The last command is taken back, though by the clock another one was the last.
    run("undo", "--yes", now="2019-01-01T00:00:00+08:00", check=0)
    assert json.loads(run("list-visits", "--json", check=0).out)[0]["text"] == "第2次"
    run("check", "--full", check=0)


def test_a_clock_that_goes_back_writes_no_report_twice(run: Run, tmp_path: Path, crontab: Path) -> None:
    run("add-client", "张三", check=0)
    run("schedule", "daily", "--at", "17:30", "--to", ".", check=0)
    run("run-schedule", "1", "--if-due", now="2026-11-24T17:30:10+08:00", check=0)
    first = {each.name: each.read_bytes() for each in tmp_path.glob("daily-*")}
    # An hour back, as the end of summer time does, and on again.
    run("run-schedule", "--missed", now="2026-11-24T16:31:00+08:00", check=0)
    run("run-schedule", "--missed", now="2026-11-24T17:31:00+08:00", check=0)
    assert {each.name: each.read_bytes() for each in tmp_path.glob("daily-*")} == first
    assert len(json.loads(run("exports", "--json", check=0).out)) == 1
