"""The language of this run: which it is, and `_()`, which says a sentence in it.

Choose the language before a command is imported: help texts are ordinary strings.
"""

import gettext
import os
from collections.abc import Mapping
from pathlib import Path

LANGUAGES = ("zh", "en")
_LOCALE = Path(__file__).parent / "locale"

_language = "en"
_catalogue: gettext.NullTranslations = gettext.NullTranslations()


def choose(language: str) -> None:
    """Speak `zh` or `en` from now on, Typer's own words included."""
    global _language, _catalogue
    _language = language
    _catalogue = catalogue(language)
    # Typer looks its words up in the gettext domain "messages", by the environment.
    os.environ["LANGUAGE"] = {"zh": "zh_CN"}.get(language, "en")
    gettext.bindtextdomain("messages", _LOCALE)


def catalogue(language: str) -> gettext.NullTranslations:
    """The translations of one language, for who needs another than the chosen one."""
    if language == "en":
        return gettext.NullTranslations()
    return gettext.translation("messages", _LOCALE, languages=["zh_CN"])


def language() -> str:
    """The language chosen: `zh` or `en`."""
    return _language


def from_environment(environ: Mapping[str, str]) -> str | None:
    """The language `$RMTOOL_LANG` asks for, or None where it is unset."""
    return known(environ.get("RMTOOL_LANG", ""))


def from_locale(environ: Mapping[str, str]) -> str:
    """The language of the locale: the first of LC_ALL, LC_MESSAGES, LANG that is set decides."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environ.get(name):
            return known(environ[name]) or "en"
    return "en"


def known(word: str) -> str | None:
    """`zh` for zh, zh-CN, zh_CN.UTF-8, 中文; `en` likewise; None for what is neither."""
    first = word.strip().lower().replace("-", "_").split("_")[0].split(".")[0]
    return {
        "zh": "zh",
        "cn": "zh",
        "中文": "zh",
        "汉语": "zh",
        "en": "en",
        "english": "en",
        "英文": "en",
    }.get(first)


def _(message: str) -> str:
    """`message` in the language chosen."""
    return _catalogue.gettext(message) if message else ""


def N_(message: str) -> str:  # noqa: N802 (gettext's own name)
    """Mark `message` for the catalogue; it is looked up later."""
    return message


def ngettext(one: str, many: str, n: int) -> str:
    """`one` or `many`, as the count `n` asks in the language chosen."""
    return _catalogue.ngettext(one, many, n)
