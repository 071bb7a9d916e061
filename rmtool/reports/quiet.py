"""Who has gone quiet: clients whose last touch that counts is older than their tier allows."""

import sqlite3
from datetime import date

from rmtool.config.profile import Profile
from rmtool.store import client_lists
from rmtool.store.client_lists import Touched
from rmtool.store.client_lists import Whom


def quiet(db: sqlite3.Connection, day: date, owner: str, profile: Profile) -> tuple[tuple[Touched, int], ...]:
    """The quiet clients of `owner` (empty: everybody's) on `day`, each with its days of silence, the longest first.

    A client never touched counts from the day it was added.
    """
    whom = Whom(day.isoformat(), profile.owed, owner)
    found = client_lists.last_touches(db, whom, profile.counting, others=profile.others_count)
    rows = ((each, (day - date.fromisoformat(each.day or each.added_on)).days) for each in found)
    silent = [(each, days) for each, days in rows if days > profile.quiet_days(each.tier)]
    return tuple(sorted(silent, key=lambda pair: (-pair[1], pair[0].number)))
