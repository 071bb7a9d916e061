"""The filters templates may use: labels for keys, days and periods as people say them, text made safe."""

import re
from collections.abc import Callable
from collections.abc import Mapping
from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

from rmtool.config.profile import Profile
from rmtool.domain import festivals
from rmtool.domain import money
from rmtool.domain import notes
from rmtool.domain import targets
from rmtool.domain.dates import weekday_name
from rmtool.domain.periods import Kind
from rmtool.domain.periods import Period
from rmtool.domain.text import clip
from rmtool.domain.text import shown
from rmtool.writers import own_words

# Inside a line, and only at its beginning: what CommonMark and tables of GitHub read as markup.
_MARKUP = re.compile(r"([\\`*_{}\[\]<>|~]|&(?=#?\w+;))")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def made(language: str, profile: Profile) -> dict[str, Callable[..., object]]:
    """Every filter, for one language and profile, by the name templates use."""

    def label(which: str) -> Callable[[str], str]:
        return lambda key: profile.label(which, key, language)

    return {
        "kind": label("visit_kinds"),
        "tier": label("tiers"),
        "tier_name": lambda key: profile.tier_name(key, language),
        "stage": label("stages"),
        "client_field": label("client_fields"),
        "task_kind": label("task_kinds"),
        "deal_stage": label("deal_stages"),
        "cause": label("causes"),
        "department": label("departments"),
        "paper": label("papers"),
        "occasion": lambda key: festivals.label(key, language),
        "severity": label("severities"),
        "note_kind": lambda key: notes.label(key, language),
        "product": label("products"),
        "measure": label("measures"),
        "target": lambda key: profile.label("measures", targets.label(key), language),
        "measured": lambda value, unit: own_words.measured(value, unit, language),
        # An amount that is hidden comes as the band it is in.
        "money": lambda yuan: yuan if isinstance(yuan, str) else money.show_yuan(yuan, language),
        "day": lambda text: day(text, language),
        "title": lambda span: title(span, language),
        "md": markdown,
        "oneline": one_line,
        "clip": lambda text, columns: clip(one_line(text), columns),
        "signed": signed,
        "ranges": ranges,
    }


def day(text: str, language: str) -> str:
    """An ISO day as people say it: 11-24 周二, 24 Nov Tue; empty stays empty."""
    if not text:
        return ""
    when = date.fromisoformat(text)
    if language == "zh":
        return f"{when.month:02d}-{when.day:02d} {weekday_name(when, 'zh')}"
    return f"{when.day} {_MONTHS[when.month - 1]} {weekday_name(when, 'en')}"


def title(span: Mapping[str, str], language: str) -> str:
    """A report's period as people say it."""
    kinds: dict[str, Kind] = {
        each: each for each in ("day", "week", "tenday", "month", "quarter", "year", "all")
    }
    first, last = date.fromisoformat(span["first"]), date.fromisoformat(span["last"])
    return Period(kinds.get(span["kind"], "range"), first, last).title(language)


def one_line(text: object) -> str:
    """Text on one line: line breaks and runs of blanks become one blank. What a macro has escaped is text again."""
    return " ".join((text.unescape() if isinstance(text, Markup) else str(text)).split())


def markdown(text: object) -> str:
    """Text as Markdown shows it letter by letter, on one line: nothing in it is markup."""
    line = _MARKUP.sub(r"\\\1", shown(one_line(text)))
    if line[:1].isdigit():
        return re.sub(r"^(\d{1,9})([.)])", r"\1\\\2", line)
    return re.sub(r"^([-+=#:])", r"\\\1", line)


def signed(number: float) -> str:
    """A difference with its sign: +3, −2, ±0."""
    return f"+{number}" if number > 0 else f"−{-number}" if number < 0 else "±0"


def ranges(numbers: Sequence[int]) -> str:
    """Numbers in order, with those that follow one another drawn together: 1, 3–7, 12."""
    found: list[list[int]] = []
    for each in numbers:
        if found and each == found[-1][-1] + 1:
            found[-1][1:] = [each]
        else:
            found.append([each])
    return ", ".join("–".join(map(str, each)) for each in found)
