"""Which birthdays and days of clients' own are kept in some days, and on which of them."""

import sqlite3
from collections.abc import Iterator
from datetime import date

from rmtool.domain import birthdays
from rmtool.domain.greetings import ClientDay
from rmtool.store import birthdays as kept
from rmtool.store import client_days
from rmtool.store.birthdays import Kept


def of_birth(db: sqlite3.Connection, first: date, days: int) -> Iterator[tuple[Kept, date]]:
    """The birthdays of clients and contacts kept in the `days` days from `first` on, solar ones first."""
    found = kept.ending(db, birthdays.solar_endings(first, days), lunar=False)
    if kept.any_lunar(db):
        found += kept.ending(db, birthdays.lunar_endings(first, days), lunar=True)
    for each in found:
        when = birthdays.upcoming(each.birthday, each.lunar, first, days)
        if when is not None:
            yield each, when


def of_clients(db: sqlite3.Connection, first: date, days: int) -> Iterator[tuple[ClientDay, date]]:
    """The days of clients' own kept in the `days` days from `first` on, solar ones first."""
    found = client_days.ending(db, birthdays.solar_endings(first, days), lunar=False)
    if client_days.any_lunar(db):
        found += client_days.ending(db, birthdays.lunar_endings(first, days), lunar=True)
    for each in found:
        when = birthdays.upcoming(each.day, each.lunar, first, days)
        if when is not None:
            yield each, when
