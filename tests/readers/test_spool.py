"""Rows put aside come back as they were."""

import tempfile
from contextlib import closing
from datetime import date
from datetime import time

import pytest

from rmtool.domain.team import Line
from rmtool.errors import CannotWriteError
from rmtool.readers.spool import Spool


def test_rows_come_back_by_their_place_and_in_order():
    first = [Line(2, 7, (1, 2), ("甲", 1, 2.5, date(2026, 11, 24), time(9, 30), None, ""))]
    second = [Line(number, number, (), (str(number),)) for number in range(1201)]
    with closing(Spool()) as spool:
        places = [spool.add(first), spool.add([]), spool.add(iter(second))]
        assert list(spool.lines(places[2])) == second
        assert list(spool.lines(places[0])) == first
        assert list(spool.lines(places[1])) == []


def test_two_looks_at_once_do_not_disturb_each_other():
    with closing(Spool()) as spool:
        place = spool.add([Line(number, 0, (), ()) for number in range(1000)])
        both = list(zip(spool.lines(place), spool.lines(place), strict=True))
    assert (
        [left.place for left, _right in both] == [right.place for _left, right in both] == list(range(1000))
    )


def test_a_full_disk_is_said(monkeypatch):
    monkeypatch.setattr(tempfile, "TemporaryFile", lambda: open("/dev/full", "r+b", buffering=0))  # noqa: SIM115
    with pytest.raises(CannotWriteError, match="the disk is full"), closing(Spool()) as spool:
        spool.add([Line(1, 0, (), ("x" * 100_000,))])
