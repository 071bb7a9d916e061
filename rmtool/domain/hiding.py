"""How openly something is written for people: whole, with what identifies masked, or with names and amounts too."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from rmtool.domain.masking import Kind
from rmtool.domain.masking import Level
from rmtool.domain.masking import mask
from rmtool.domain.masking import mask_text

Mask = Literal["strict", "all"]
MASKS: tuple[Mask, ...] = ("strict", "all")
# The keys of a report's record under which an amount in yuan stands, as a number with a fraction; counts have none.
_AMOUNTS = frozenset({"amount", "won", "total", "weighted"})
_SHORTEST = 2


class Names:
    """The names of people and firms, found wherever they stand in a text, the longest first."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._by_start: dict[str, list[str]] = {}
        for name in sorted(set(names), key=len, reverse=True):
            if len(name) >= _SHORTEST:
                self._by_start.setdefault(name[:_SHORTEST], []).append(name)

    def hide(self, text: str) -> str:
        """`text` with the names in it masked."""
        if not self._by_start:
            return text
        told, done, at = [], 0, 0
        while at < len(text):
            for name in self._by_start.get(text[at : at + _SHORTEST], ()):
                if text.startswith(name, at):
                    told += [text[done:at], mask(name, "name", "all")]
                    at += len(name)
                    done = at
                    break
            else:
                at += 1
        return "".join(told) + text[done:]


_NOBODY = Names()


@dataclass(frozen=True, slots=True)
class Hiding:
    """`level` None leaves all as it is; at `all` the `names` are masked in every text, and amounts become bands."""

    level: Level | None = "strict"
    names: Names = _NOBODY

    @property
    def masked(self) -> bool:
        """Whether anything is hidden."""
        return self.level is not None

    def value(self, value: str, kind: Kind) -> str:
        """A value of that kind as it may leave the house."""
        return mask(value, kind, self.level) if self.level and value else value

    def text(self, text: str) -> str:
        """A text as it may leave the house."""
        if self.level is None:
            return text
        return self.names.hide(mask_text(text, self.level))

    def amount(self, yuan: float, language: str) -> float | str:
        """An amount as it may leave the house: a number, or the band it is in; nothing is no secret."""
        if self.level != "all" or not yuan:
            return yuan
        # Imported here: only a report that hides its amounts needs it.
        from rmtool.domain import money

        return money.band(yuan, language)

    def record(self, value: object, language: str, key: str = "") -> object:
        """A report's record as it may leave the house."""
        if self.level is None:
            return value
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, list):
            return [self.record(each, language, key) for each in value]
        if isinstance(value, dict):
            return {name: self.record(each, language, name) for name, each in value.items()}
        if isinstance(value, float) and key in _AMOUNTS:
            return self.amount(value, language)
        return value


STRICT = Hiding()
WHOLE = Hiding(None)
