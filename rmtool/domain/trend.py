"""Where a row of numbers goes: the straight line through them, as far as the next one."""

from collections.abc import Sequence

LEAST = 3


def following(values: Sequence[float | None]) -> float | None:
    """The number after `values` (one a period, None where it had none) on their line of least squares, never below 0.

    None where fewer than LEAST are known.
    """
    known = [(place, value) for place, value in enumerate(values) if value is not None]
    if len(known) < LEAST:
        return None
    middle_place = sum(place for place, _value in known) / len(known)
    middle = sum(value for _place, value in known) / len(known)
    spread = sum((place - middle_place) ** 2 for place, _value in known)
    slope = sum((place - middle_place) * (value - middle) for place, value in known) / spread
    return max(middle + slope * (len(values) - middle_place), 0.0)
