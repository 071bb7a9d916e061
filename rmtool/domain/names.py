"""The keys a name is found by: as written, in pinyin, and by its initials, from any place in it."""

import re
from collections.abc import Iterator
from collections.abc import Sequence
from functools import cache

from rmtool.domain.text import fold

# Nobody looks for what stands further on, and keys grow with the square of this.
STARTS = 40
LENGTH = 80


def name_keys(name: str, person: bool) -> tuple[str, ...]:
    """All beginnings to look `name` up by, folded; a `person`'s begins with a surname.

    A part of a name is a prefix of one of these: 张三 gives 张三, 三, zhangsan, san, zs, s.
    """
    written = fold(name)
    keys = dict.fromkeys(_suffixes(list(written), range(len(written))))
    if _chinese().search(written):
        sounds = _sounds(written, person and 2 <= len(written) <= 4 and is_chinese(written))
        starts = [place for place in range(len(written)) if _starts(written, place)]
        for spelling in _spellings(written, sounds):
            keys.update(dict.fromkeys(_suffixes(spelling, starts)))
    return tuple(keys)


@cache
def _chinese() -> re.Pattern[str]:
    # Compiled when first needed, which is not on the way of log-visit.
    return re.compile("[\u3007\u3400-\u9fff\U00020000-\U0003ffff]+")


def is_chinese(text: str) -> bool:
    """Whether `text` is all of Chinese characters, which pinyin can say."""
    return _chinese().fullmatch(text) is not None


def _suffixes(pieces: Sequence[str], starts: Sequence[int]) -> Iterator[str]:
    for start in starts[:STARTS]:
        yield "".join(pieces[start : start + LENGTH])[:LENGTH]


def _starts(written: str, place: int) -> bool:
    return place == 0 or is_chinese(written[place]) or is_chinese(written[place - 1])


def _sounds(written: str, surname: bool) -> list[str]:
    """What each character sounds like; those that are not Chinese stay."""
    # Here and not on top: pypinyin takes 300 ms and 65 MB, which a name in Latin letters must not cost.
    from rmtool.domain.pinyin import syllables

    sounds = list(written)
    for run in _chinese().finditer(written):
        sounds[run.start() : run.end()] = syllables(run[0], surname)
    return sounds


def _spellings(written: str, sounds: Sequence[str]) -> Iterator[list[str]]:
    """The pinyin, its initials, and 吕 as lü and lyu besides lv."""
    yield list(sounds)
    yield [fold(sound)[:1] for sound in sounds]
    if any("v" in sound for sound, character in zip(sounds, written, strict=True) if is_chinese(character)):
        for umlaut in ("ü", "yu"):
            yield [
                sound.replace("v", umlaut) if is_chinese(character) else sound
                for sound, character in zip(sounds, written, strict=True)
            ]
