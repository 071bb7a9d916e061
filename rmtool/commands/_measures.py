"""What the commands share about measures: a word that is nearly one of the profile's is pointed out."""

from collections.abc import Iterable
from difflib import get_close_matches

from rmtool.app import App
from rmtool.domain.text import shown
from rmtool.i18n import _

_LIKE = 0.7


def say_near(app: App, words: Iterable[str]) -> None:
    """Say which of `words` became a measure of one's own although the profile has one that is nearly named so."""
    known = {
        name.casefold(): each
        for each in app.profile.measures
        for name in (each.key, each.zh, each.en)
        if name and not each.of
    }
    for word in words:
        if app.profile.measure(word) is not None:
            continue
        for near in get_close_matches(word.casefold(), known, n=1, cutoff=_LIKE):
            app.say(
                _("{word} is kept as a measure of your own; the profile has {near}.").format(
                    word=shown(word), near=shown(known[near].key)
                )
            )
