"""The arithmetic of charts, so that templates draw ready numbers; knows nothing of SVG."""

from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from math import ceil

Bar = dict[str, object]
_STEPS = (1, 2, 5)


def columns(
    rows: Iterable[Mapping[str, object]], label: str, value: str, width: float = 680, height: float = 150
) -> dict[str, object]:
    """Upright bars for `rows`: `bars` (x, y, width, height, middle, label, value, parts) and `lines` (y, value) of the scale.

    `label` and `value` name the fields of a row; `every` says which labels there is room for. The `parts` of a bar (key,
    y, height, value) stand on one another where a row has `kinds`, else there are none.
    """
    several = tuple(rows)
    kept = [(str(row[label]), _number(row[value])) for row in several]
    top, step = scale(max((number for _label, number in kept), default=0))
    slot = width / max(len(kept), 1)
    wide = min(slot * 0.62, 44)
    bars: list[Bar] = []
    for place, (name, number) in enumerate(kept):
        tall = height * number / top
        bars.append(
            {
                "x": _short(place * slot + (slot - wide) / 2),
                "y": _short(height - tall),
                "width": _short(wide),
                "height": _short(tall),
                "middle": _short(place * slot + slot / 2),
                "label": name,
                "value": number,
                "parts": _parts(several[place].get("kinds"), height, top),
            }
        )
    lines = [{"y": _short(height - height * mark / top), "value": mark} for mark in range(0, top + 1, step)]
    return {
        "bars": bars,
        "lines": lines,
        "width": width,
        "height": height,
        "every": ceil(len(kept) * 56 / width) or 1,
    }


def _parts(kinds: object, height: float, top: int) -> list[Bar]:
    parts: list[Bar] = []
    below = 0
    for each in kinds if isinstance(kinds, list | tuple) else ():
        number = _number(each["count"])
        below += number
        y, tall = height - height * below / top, height * number / top
        parts.append({"key": each["key"], "y": _short(y), "height": _short(tall), "value": number})
    return parts


def bars(
    rows: Iterable[Mapping[str, object]], label: str, value: str, width: float = 300, full: int = 0
) -> Sequence[Bar]:
    """Level bars for `rows`, each with its y, width, label and value; the longest is `width`, or what is `full`."""
    kept = [(row[label], _number(row[value])) for row in rows]
    most = full or max((number for _label, number in kept), default=0) or 1
    return [
        {"y": place * 30, "width": _short(min(width * number / most, width)), "label": name, "value": number}
        for place, (name, number) in enumerate(kept)
    ]


def scale(most: int) -> tuple[int, int]:
    """A round top at or above `most`, and the step between at most five lines below it."""
    size = 1
    while True:
        for step in _STEPS:
            if step * size * 4 >= most:
                return max(step * size, step * size * ceil(most / (step * size))), step * size
        size *= 10


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0


def _short(number: float) -> float:
    return round(number, 1)
