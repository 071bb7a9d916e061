"""Which field or measure of the profile a word is nearly named as; apart, because only an unknown word needs it."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import TypeVar

from rmtool.config.profile_rows import Field
from rmtool.config.profile_rows import Measure

Row = TypeVar("Row", Field, Measure)


def row(word: str, rows: Iterable[Row], likeness: float) -> Row | None:
    """The row whose key or label, in either language, is at least so like `word`; the nearest of several."""
    known = {name.casefold(): each for each in rows for name in (each.key, each.zh, each.en) if name}
    near = get_close_matches(word.casefold(), known, n=1, cutoff=likeness)
    return known[near[0]] if near else None
