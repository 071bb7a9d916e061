"""Text from outside: what may be kept, how it is shown, how wide it is, what it is compared as.

On the way of every command, so it imports nothing heavy.
"""

import re
import unicodedata
from itertools import accumulate
from itertools import takewhile

from rmtool.errors import UsageError
from rmtool.i18n import _

# Neither UTF-8 nor SQLite nor XML can carry all of these through: a text with one would be lost later.
_UNKEEPABLE = "[\x00\ud800-\udfff\ufffe\uffff]"
_LINE_BREAKS = "[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+"
# A tier is called A; a longer key is a word of the profile's file.
_LONGEST_CODE = 2
_JOINER = "\u200d"
_INVISIBLE = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})


def clean(text: str, what: str, limit: int = 10_000) -> str:
    """`text` as it may be kept, without the blanks around it; `what` names the field if it can't be."""
    _refuse_unkeepable(text, what)
    kept = text.strip()
    if len(kept) > limit:
        raise UsageError(
            _("{what} is too long: {length} characters, and at most {limit} are kept. Shorten it.").format(
                what=what, length=len(kept), limit=limit
            )
        )
    return kept


def _refuse_unkeepable(text: str, what: str) -> None:
    # What can be printed can be kept: the pattern is compiled for nothing but odd texts.
    bad = None if text.isprintable() else re.search(_UNKEEPABLE, text)
    if bad:
        raise UsageError(
            _("{what} can't be kept: character {position} is {code}, which is not text. Remove it.").format(
                what=what, position=bad.start() + 1, code=f"U+{ord(bad[0]):04X}"
            )
        )


def required(text: str, what: str, limit: int = 10_000) -> str:
    """`clean` text that must say something: at least one character that can be seen."""
    kept = clean(text, what, limit)
    if not any(unicodedata.category(character) not in _INVISIBLE for character in kept):
        raise UsageError(
            _('{what} is empty: write it out, in quotes if it has blanks, as in "word word".').format(
                what=what
            )
        )
    return kept


def one_line(text: str, what: str, limit: int = 200, *, optional: bool = False) -> str:
    """`required` text on one line, as a name is: line breaks and tabs become one blank."""
    _refuse_unkeepable(text, what)
    lines = (line.strip() for line in ([text] if text.isprintable() else re.split(_LINE_BREAKS, text)))
    folded = " ".join(line for line in lines if line)
    return clean(folded, what, limit) if optional else required(folded, what, limit)


def shown(text: str, newlines: bool = False) -> str:
    """`text` safe for a terminal: what would act or hide is made visible; line breaks stay if wanted."""
    if text.isprintable():
        return text
    if newlines:
        return "\n".join(_visible(line) for line in text.replace("\r\n", "\n").split("\n"))
    return _visible(text)


def _visible(text: str) -> str:
    return "".join(
        character
        if character.isprintable() or (character == _JOINER and _joins_emoji(text, place))
        else _picture(character)
        for place, character in enumerate(text)
    )


def _picture(character: str) -> str:
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    if code < 0xA0:
        return f"\\x{code:02x}"
    if unicodedata.category(character) in {"Cf", "Cs", "Zl", "Zp"} or code & 0xFFFE == 0xFFFE:
        return f"‹U+{code:04X}›"
    return character


def _joins_emoji(text: str, place: int) -> bool:
    before, after = text[max(place - 1, 0) : place], text[place + 1 : place + 2]
    return _is_emoji(before) and _is_emoji(after)


def _is_emoji(character: str) -> bool:
    # A picture, a skin tone, or the selector that turns a sign into a picture.
    return character == "\ufe0f" or (character != "" and unicodedata.category(character) in {"So", "Sk"})


def width(text: str) -> int:
    """The columns `text` takes on a terminal: Chinese two each, marks on top of others none."""
    if text.isascii() and text.isprintable():
        return len(text)
    return sum(map(_columns, text))


def _columns(character: str) -> int:
    if unicodedata.east_asian_width(character) in "WF":
        return 0 if unicodedata.category(character) == "Mn" else 2
    # Hangul vowels and finals sit in the block before them; the soft hyphen is drawn.
    if (
        unicodedata.category(character) in {"Mn", "Me", "Cc", "Cf", "Zl", "Zp"}
        or "\u1160" <= character <= "\u11ff"
    ):
        return 1 if character == "\xad" else 0
    return 1


def clip(text: str, columns: int) -> str:
    """`text` cut to `columns`, with … where something was left out."""
    if width(text) <= columns:
        return text
    if columns <= 0:
        return ""
    return text[: fitting(text, columns - 1)].rstrip(_JOINER) + "…"


def fitting(text: str, columns: int) -> int:
    """How many characters of `text`, from its beginning, take at most `columns`."""
    taken = accumulate(map(_columns, text))
    return sum(1 for _column in takewhile(lambda end: end <= columns, taken))


def fold(text: str) -> str:
    """`text` as names are compared: width, case, blanks and invisible characters make no difference."""
    previous = None
    folded = text
    # Twice is enough for all but a few characters that change again when their neighbours are gone.
    while folded != previous:
        previous = folded
        folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", folded).casefold())
        if not folded.isalnum():
            folded = "".join(c for c in folded if not c.isspace() and unicodedata.category(c) != "Cf")
    return folded


def in_language(text: str, language: str) -> str:
    """A word of the profile that carries both languages, as people of `language` say it: of 名片|cards one half."""
    zh, _bar, en = text.partition("|")
    return (zh if language == "zh" else en) or text
