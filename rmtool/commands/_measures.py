"""What the commands share about measures: a word that is nearly one of the profile's is pointed out."""

from collections.abc import Iterable

from rmtool.app import App
from rmtool.commands import _near
from rmtool.domain.text import shown
from rmtool.i18n import _

_LIKE = 0.7


def say_near(app: App, words: Iterable[str]) -> None:
    """Say which of `words` became a measure of one's own although the profile has one that is nearly named so."""
    logged = [each for each in app.profile.measures if not each.of]
    for word in words:
        near = None if app.profile.measure(word) else _near.row(word, logged, _LIKE)
        if near is not None:
            app.say(
                _("{word} is kept as a measure of your own; the profile has {near}.").format(
                    word=shown(word), near=shown(near.key)
                )
            )
