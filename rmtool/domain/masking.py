"""Hiding what identifies a person, on the screen and in what leaves the house.

In doubt it hides: a value that does not look like its kind becomes stars.
"""

import re
import unicodedata
from collections.abc import Callable
from typing import Literal

Kind = Literal[
    "name",
    "mobile",
    "phone",
    "identity",
    "passport",
    "card",
    "address",
    "email",
    "birthday",
    "amount",
    "plate",
    "chat",
]
Level = Literal["display", "strict", "all"]

_ALWAYS_HIDDEN: frozenset[Kind] = frozenset({"identity", "passport", "card"})

# Blanks, dashes and what can't be seen, but no line break: two lines are two numbers.
_BETWEEN = " \t\u00a0\u00ad\u2000-\u2015\u202a-\u202f\u2060\u2212\u3000\ufeff\uff0d-"
# Patterns are not compiled here but by `re` on first use: all of them take 11 ms, and a command needs few.
_BLANKS = f"[{_BETWEEN}]+"

_MOBILE = r"(?:\+?86|0086)?(1[3-9][0-9]{9})"
_LANDLINE = r"(?:\+?86)?\(?(0(?:10|2[0-9]|[3-9][0-9]{2})|[48]00)\)?([0-9]{6,8})((?:转|x|ext\.?)[0-9]{1,7})?"
_FOREIGN = r"\+[0-9]{7,15}(?:x[0-9]{1,7})?"
_IDENTITY = "[0-9]{17}[0-9X]"
_PASSPORT = "[A-Z]{0,3}[0-9]{5,10}[A-Z]?"
_CARD = "[0-9]{12,30}"
_PLATE = "[\u4e00-\u9fff][A-Z]·?[A-Z0-9]{4,6}[\u4e00-\u9fff]?"
_EMAIL = r"([^@\s])([^@\s]*)(@[^@\s]+)"
_YEAR = r"((?:18|19|20)[0-9]{2})(?:[0-9]{4}|[-/.年][0-9]{1,2}[-/.月][0-9]{1,2}日?)"

_PLACE = "[\u4e00-\u9fff]"
_PROVINCE = f"{_PLACE}{{2,3}}?省|{_PLACE}{{2,6}}?自治区|(?:香港|澳门)特别行政区"
_CITY = f"(?:(?![省区县镇乡路街村号]){_PLACE}){{2,6}}?市|{_PLACE}{{2,8}}?自治州|{_PLACE}{{2,4}}?(?:地区|盟)"
_REGION = f"(?:中国)?(?:(?:{_PROVINCE})(?:{_CITY})?|(?:{_CITY}))"


def mask(value: str, kind: Kind, level: Level) -> str:
    """`value` as may be seen at `level`: `display` is the user's screen, `strict` anything written out.

    `all` hides names and amounts too: a surname and **, the power of ten that an amount lies in.
    """
    if kind in _AT_ALL and level != "all":
        return value
    if level == "display" and kind not in _ALWAYS_HIDDEN:
        return value
    plain = unicodedata.normalize("NFKC", value).strip()
    return _MASKS[kind](plain) or "*" * len(plain)


def mask_text(text: str, level: Level = "strict") -> str:
    """`text` with the identity numbers, mobiles and bank cards in it masked strictly, the rest untouched.

    At `all` amounts with a unit become bands.
    """
    if level == "all":
        text = re.sub(_AMOUNT_IN_TEXT, lambda found: _amount(found[0]) or found[0], text)
    # What identifies has eleven digits at least, and few texts have so many.
    if len(text) < 11 or len(re.findall(_DIGIT, text)) < 11:
        return text
    return re.sub(_RUN, lambda run: _mask_run(run[0]), text)


def _tight(plain: str) -> str:
    return re.sub(_BLANKS, "", plain).upper()


def _ends(text: str, head: int, tail: int) -> str:
    return text[:head] + "*" * (len(text) - head - tail) + text[len(text) - tail :]


def _mobile(plain: str) -> str | None:
    found = re.fullmatch(_MOBILE, _tight(plain))
    return _ends(found[1], 3, 2) if found else None


def _phone(plain: str) -> str | None:
    number = _tight(plain).lower()
    landline = re.fullmatch(_LANDLINE, number)
    if landline:
        return f"{landline[1]}-{_ends(landline[2], 0, 2)}" + "*" * len(landline[3] or "")
    if re.fullmatch(_FOREIGN, number):
        return _ends(number.partition("x")[0], 1, 2)
    return _mobile(plain)


def _identity(plain: str) -> str | None:
    number = _tight(plain)
    return _ends(number, 1, 1) if re.fullmatch(_IDENTITY, number) else None


def _passport(plain: str) -> str | None:
    number = _tight(plain)
    return _ends(number, 1, 1) if re.fullmatch(_PASSPORT, number) else None


def _card(plain: str) -> str | None:
    number = _tight(plain)
    return _ends(number, 0, 4) if re.fullmatch(_CARD, number) else None


def _plate(plain: str) -> str | None:
    number = _tight(plain)
    return _ends(number, 2, 2) if re.fullmatch(_PLATE, number) else None


def _address(plain: str) -> str:
    place = "".join(plain.split())
    region = re.match(_REGION, place)
    # A short address is not shown whole, and a house number never.
    kept = region.end() if region else min(6, len(place) // 2, len(re.split("[0-9]", place, maxsplit=1)[0]))
    return _ends(place, kept, 0)


def _email(plain: str) -> str | None:
    found = re.fullmatch(_EMAIL, plain)
    if not found:
        return None
    return (found[1] if found[2] else "") + "***" + found[3]


def _birthday(plain: str) -> str | None:
    found = re.fullmatch(_YEAR, "".join(plain.split()))
    return f"{found[1]}-**-**" if found else None


def _chat(plain: str) -> str | None:
    return plain[0] + "***" if len(plain) > 1 else None


def _name(plain: str) -> str | None:
    # Imported here: names are hidden only where somebody asks for it.
    from rmtool.domain.address import surname_of

    if not plain:
        return None
    firm = len(plain) > _LONGEST_NAME and not plain.isascii()
    return (surname_of(plain) or plain[: 2 if firm else 1]) + "**"


def _amount(plain: str) -> str | None:
    from rmtool.domain import money
    from rmtool.errors import UsageError

    try:
        yuan = money.parse(plain) / 100
    except UsageError:
        return None
    return money.band(yuan, "en" if plain.isascii() else "zh")


# Names and amounts stay as long as nobody asks for more: they are what a report is about.
_AT_ALL: frozenset[Kind] = frozenset({"name", "amount"})
# A Chinese person's name; what is longer is a firm's.
_LONGEST_NAME = 4
_AMOUNT_IN_TEXT = (
    r"(?<![0-9A-Za-z.])(?:[¥￥]|RMB ?|CNY ?)?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,12})(?:\.[0-9]{1,8})? ?"
    r"(?:(?:百万|千万|[万亿])(?:元|圆)?|千?[元圆]|yuan)(?![0-9A-Za-z])"
)
_MASKS: dict[Kind, Callable[[str], str | None]] = {
    "name": _name,
    "amount": _amount,
    "mobile": _mobile,
    "phone": _phone,
    "identity": _identity,
    "passport": _passport,
    "card": _card,
    "address": _address,
    "email": _email,
    "birthday": _birthday,
    "plate": _plate,
    "chat": _chat,
}

# Digits, of any width, that stand together or with at most two blanks or dashes between.
_DIGIT = "[0-9０-９]"
_RUN = f"{_DIGIT}(?:[{_BETWEEN}]{{0,2}}{_DIGIT})*(?:[{_BETWEEN}]{{0,2}}[xXｘＸ])?"
_PIECE = f"{_DIGIT}+|[xXｘＸ]"
# 0086 and a mobile make 15, a card has up to 19; every piece is a digit at least.
_LONGEST = 19


def _mask_run(run: str) -> str:
    """Mask what is a number in `run`; a number begins and ends where digits do, so no order number is cut."""
    pieces = list(re.finditer(_PIECE, run))
    masked = []
    done = first = 0
    while first < len(pieces):
        for last in range(min(len(pieces), first + _LONGEST) - 1, first - 1, -1):
            start, end = pieces[first].start(), pieces[last].end()
            hidden = _hidden(_tight(unicodedata.normalize("NFKC", run[start:end])))
            if hidden:
                masked += [run[done:start], hidden]
                done = end
                first = last
                break
        first += 1
    return "".join(masked) + run[done:]


def _hidden(number: str) -> str | None:
    """`number` masked if it is certainly one that identifies."""
    if re.fullmatch(_IDENTITY, number) and _identity_adds_up(number):
        return _identity(number)
    if re.fullmatch(_MOBILE, number):
        return number[:-11] + _ends(number[-11:], 3, 2)
    if 16 <= len(number) <= _LONGEST and number.isdecimal() and _card_adds_up(number):
        return _card(number)
    return None


# Both sums by hand: python-stdnum takes 24 ms, and every listing masks.
def _identity_adds_up(number: str) -> bool:
    total = sum(
        (1 << (17 - place)) * (10 if digit == "X" else int(digit)) for place, digit in enumerate(number)
    )
    return total % 11 == 1


def _card_adds_up(number: str) -> bool:
    doubled = (int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(number)))
    return sum(digit // 10 + digit % 10 for digit in doubled) % 10 == 0
