"""The market report (市场情报) as a value: what was seen and heard in a period, and what was passed on."""

from dataclasses import dataclass

from rmtool.domain.reports import Change
from rmtool.domain.reports import Head
from rmtool.domain.reports import KindCount
from rmtool.domain.reports import NoteRow
from rmtool.domain.reports import Remark


@dataclass(frozen=True, slots=True)
class ProductNeeds:
    """What clients needed of one product (empty: none was named)."""

    product: str
    needs: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class Trend:
    """A measure over the last periods: its number in each (None: nothing was logged), the newest last.

    `forecast` is what the next period comes to on the line of those that are over; None where they are too few.
    """

    key: str
    unit: str
    values: tuple[float | None, ...]
    forecast: float | None


@dataclass(frozen=True, slots=True)
class MarketReport(Head):
    """What the market says in a period; `change` is against `previous`, as in a `Report`.

    `urgent` are the urgent notes of the period, and older ones not passed on by `as_of`; `untold` counts those not
    passed on. `heard` is what clients said of competitors on visits, `trends` the measures over the last periods.
    """

    total: Change
    untold: int
    kinds: tuple[KindCount, ...]
    competitors: tuple[KindCount, ...]
    products: tuple[KindCount, ...]
    places: tuple[KindCount, ...]
    urgent: tuple[NoteRow, ...]
    notes: tuple[NoteRow, ...]
    notes_left_out: int
    heard: tuple[Remark, ...]
    needs: tuple[ProductNeeds, ...]
    trends: tuple[Trend, ...]
