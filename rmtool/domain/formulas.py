"""Texts that a spreadsheet would take for a formula: how they are kept from running, in and out."""

import re
import unicodedata

_ACTS = frozenset("=+-@")
_UNSEEN = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp", "Co", "Cn"})
# Nearly every text begins so, and then nothing more is to be looked at.
_HARMLESS = re.compile(r"[0-9A-Za-z\u3400-\u9fff]")
_GUARD = "'"


def guarded(text: str) -> str:
    """`text` with an apostrophe before it if a spreadsheet would take it for a formula."""
    return _GUARD + text if acts(text) else text


def bare(text: str) -> str:
    """`text` without the apostrophe that `guarded`, or a spreadsheet, put before it."""
    return text[1:] if text.startswith(_GUARD) and guarded(text[1:]) != text[1:] else text


def acts(text: str) -> bool:
    """Whether the first character that can be seen, whatever its width, begins a formula."""
    if not text or _HARMLESS.match(text):
        return False
    if text[0] in "\t\r\n":
        return True
    for character in text:
        if unicodedata.category(character) in _UNSEEN:
            continue
        plain = unicodedata.normalize("NFKC", character).strip()
        if plain:
            return plain[0] in _ACTS
    return False
