"""The satisfaction report: scores by month and kind of visit, with the reasons of the low and the best."""

import sqlite3
from collections import Counter
from collections.abc import Callable

from rmtool.config.settings import Settings
from rmtool.domain.satisfaction import BEST
from rmtool.domain.satisfaction import WORST
from rmtool.domain.satisfaction import LowScore
from rmtool.domain.satisfaction import Praise
from rmtool.domain.satisfaction import SatisfactionReport
from rmtool.domain.satisfaction import Score
from rmtool.domain.satisfaction import score
from rmtool.domain.text import fold
from rmtool.reports.compared import before
from rmtool.reports.compared import head
from rmtool.reports.owed import Wanted
from rmtool.reports.sources import asked
from rmtool.reports.sources import source
from rmtool.store import satisfaction as store
from rmtool.store.satisfaction import Scored

MOST_LOW = 200
MOST_PRAISED = 20


def satisfaction(db: sqlite3.Connection, wanted: Wanted, settings: Settings) -> SatisfactionReport:
    """What clients scored in a period, and why."""
    there = before(wanted)
    found = store.between(db, wanted.period.first.isoformat(), wanted.period.last.isoformat(), wanted.owner)
    earlier = store.between(db, there.first.isoformat(), there.last.isoformat(), wanted.owner)
    low = [
        LowScore(each.visit, each.day, each.client, each.kind, each.value, each.text)
        for each in reversed(found)
        if each.value <= WORST
    ]
    return SatisfactionReport(
        *head(wanted, settings),
        total=score("", _values(found)),
        before=score("", _values(earlier)),
        months=_by(found, lambda each: each.day[:7]),
        kinds=tuple(sorted(_by(found, lambda each: each.kind), key=lambda each: -each.count)),
        low=tuple(low[:MOST_LOW]),
        low_left_out=max(len(low) - MOST_LOW, 0),
        praised=_praised(found),
        sources=asked(
            wanted,
            source("counts", "scores", "visit", (each.visit for each in found)),
            source("counts", "low", "visit", (each.visit for each in found if each.value <= WORST)),
            source("counts", "best", "visit", (each.visit for each in found if each.value >= BEST)),
        ),
    )


def _values(found: tuple[Scored, ...]) -> tuple[float, ...]:
    return tuple(each.value for each in found)


def _by(found: tuple[Scored, ...], key: Callable[[Scored], str]) -> tuple[Score, ...]:
    values: dict[str, list[float]] = {}
    for each in found:
        values.setdefault(key(each), []).append(each.value)
    return tuple(score(name, tuple(some)) for name, some in sorted(values.items()))


def _praised(found: tuple[Scored, ...]) -> tuple[Praise, ...]:
    """What was said with fives, the most often said first; the words are those of the first who said it."""
    said = [each.text for each in found if each.value >= BEST]
    words: dict[str, str] = {}
    for text in said:
        words.setdefault(fold(text), text)
    counts = Counter(fold(text) for text in said)
    return tuple(Praise(words[key], count) for key, count in counts.most_common(MOST_PRAISED))
