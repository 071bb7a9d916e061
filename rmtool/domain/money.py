"""Amounts of money in yuan (元), kept as whole fen (分): 500万, 1.2亿, 3,000,000, 50.5万元."""

import re
from decimal import Decimal

from rmtool.domain.date_words import fold
from rmtool.domain.text import clip
from rmtool.domain.text import shown
from rmtool.errors import UsageError
from rmtool.i18n import _

_UNITS = {"": 1, "元": 1, "yuan": 1, "k": 1_000, "千": 1_000, "万": 10_000, "百万": 1_000_000, "m": 1_000_000,
    "千万": 10_000_000, "亿": 100_000_000}  # fmt: skip
_FORM = re.compile(
    r"[¥￥]?(?:rmb |cny )?(\d{1,3}(?:,\d{3})+|\d{1,12})(\.\d{1,8})? ?(百万|千万|[千万亿km]?)(?:元|圆| ?yuan)?"
)
MOST = 10**15


def parse(text: str) -> int:
    """The fen that `text` means; raises UsageError for what is no amount, none at all, or more than ten trillion yuan."""
    found = _FORM.fullmatch(fold(text))
    if found:
        yuan = Decimal(found[1].replace(",", "") + (found[2] or "")) * _UNITS[found[3]]
        fen = yuan * 100
        if fen == fen.to_integral_value() and 0 < fen <= MOST:
            return int(fen)
    raise UsageError(
        _("{word} is no amount: write it as 500万, 1.2亿 or 3000000 (yuan).").format(
            word=shown(clip(text, 40)) or "''"
        )
    )


def show_yuan(yuan: float, language: str) -> str:
    """An amount in yuan, rounded to fen, as people say it."""
    return show(round(yuan * 100), language)


def show(fen: int, language: str) -> str:
    """The amount as people say it: 500万, 1.2亿, 8,500; in English 5,000,000."""
    yuan = Decimal(fen) / 100
    if language == "zh":
        for unit in ("亿", "万"):
            whole = yuan / _UNITS[unit]
            if whole >= 1 and whole == round(whole, 4):
                return f"{_plain(whole)}{unit}"
    return f"{yuan:,.0f}" if yuan == round(yuan) else f"{yuan:,.2f}"


def band(yuan: float, language: str) -> str:
    """The power of ten that an amount in yuan lies in: 100万–1,000万, in English 1,000,000–10,000,000."""
    if yuan < 1:
        return "0–1"
    low = 10 ** (len(str(int(yuan))) - 1)
    return f"{show(low * 100, language)}–{show(low * 1000, language)}"


def _plain(number: Decimal) -> str:
    text = f"{number:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
