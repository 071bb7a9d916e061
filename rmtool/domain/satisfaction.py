"""The satisfaction report (满意度) as a value: what clients scored from 1 to 5, and why."""

from dataclasses import dataclass

from rmtool.domain.reports import Head

# What people type after --measure, in either language.
MEASURES = ("satisfaction", "满意度")
# What counts as content without reserve, and as discontent.
BEST, WORST = 5.0, 2.0
# The least that can be scored.
LEAST = 1.0


@dataclass(frozen=True, slots=True)
class Score:
    """The scores of a month (`2026-11`), of a kind of visit, or all (an empty key): number, mean, fives, ones and twos.

    Without a score the mean is None.
    """

    key: str
    count: int
    mean: float | None
    best: int
    best_percent: int
    low: int
    low_percent: int


@dataclass(frozen=True, slots=True)
class LowScore:
    """A one or two: on which visit, and the reason, which is the visit's feedback or else its text."""

    visit: int
    day: str
    client: str
    kind: str
    value: float
    text: str


@dataclass(frozen=True, slots=True)
class Praise:
    """What was said with a five, and how often in the same words."""

    text: str
    count: int


@dataclass(frozen=True, slots=True)
class SatisfactionReport(Head):
    """What clients scored in a period; `before` is all of `previous`, as in a `Report`.

    `low` are the ones and twos, the newest first, `low_left_out` how many a very long list lost.
    """

    total: Score
    before: Score
    months: tuple[Score, ...]
    kinds: tuple[Score, ...]
    low: tuple[LowScore, ...]
    low_left_out: int
    praised: tuple[Praise, ...]


def score(key: str, values: tuple[float, ...]) -> Score:
    """What `values` come to."""
    number = len(values)
    best, low = sum(each >= BEST for each in values), sum(each <= WORST for each in values)
    return Score(
        key, number, round(sum(values) / number, 2) if number else None,
        best, _percent(best, number), low, _percent(low, number),
    )  # fmt: skip


def _percent(part: int, whole: int) -> int:
    return round(100 * part / whole) if whole else 0
