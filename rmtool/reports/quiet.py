"""Who has gone quiet: clients whose last touch that counts is older than their tier allows."""

import sqlite3
from datetime import date

from rmtool.config.profile import Profile
from rmtool.domain.clients import ClientLine
from rmtool.store import client_lists

# Nobody waits for a client that is dormant or lost.
_STAGES = ("active", "prospect")


def quiet(
    db: sqlite3.Connection, day: date, owner: str, profile: Profile
) -> tuple[tuple[ClientLine, int], ...]:
    """The quiet clients of `owner` (empty: everybody's) on `day`, each with its days of silence, the longest first."""
    kinds = tuple(each.key for each in profile.visit_kinds if each.counts)
    lines = client_lists.silences(db, day.isoformat(), owner, _STAGES, kinds)
    rows = ((each, (day - date.fromisoformat(each.last_touch or each.added_on)).days) for each in lines)
    return tuple((each, days) for each, days in rows if days > profile.quiet_days(each.tier))
