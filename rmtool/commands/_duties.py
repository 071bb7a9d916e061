"""What the commands about standing duties share: which duty is meant, and how it is told."""

from difflib import get_close_matches

from rmtool.app import App
from rmtool.config.profile_rows import Duty
from rmtool.domain.text import clip
from rmtool.domain.text import fold
from rmtool.domain.text import in_language
from rmtool.domain.text import shown
from rmtool.errors import UsageError
from rmtool.i18n import _


def none(app: App) -> bool:
    """Whether the profile has no duties; says so."""
    if not app.profile.duties:
        app.say(
            _("The profile {name} has no standing duties: see `rmtool profile --list`.").format(
                name=app.profile.name
            )
        )
    return not app.profile.duties


def chosen(app: App, word: str) -> Duty:
    """The duty `word` names by its key, a label in either language, or a part only it has; raises UsageError."""
    folded = fold(word)
    named = {
        each.key: [fold(name) for name in (each.key, each.zh, each.en) if name] for each in app.profile.duties
    }
    exact = [key for key, names in named.items() if folded in names]
    part = [key for key, names in named.items() if folded and any(folded in name for name in names)]
    for found in (exact, part):
        if len(found) == 1:
            return next(each for each in app.profile.duties if each.key == found[0])
    raise UsageError(_unknown(app, word, part, named))


def _unknown(app: App, word: str, part: list[str], named: dict[str, list[str]]) -> str:
    if len(part) > 1:
        return _("{word} names several duties: {some}.").format(word=_quoted(word), some=_some(app, part))
    every = {name: key for key, names in named.items() for name in names}
    near = [every[name] for name in get_close_matches(fold(word), every, n=3, cutoff=0.4)]
    if near:
        return _("Unknown duty {word}; the nearest: {some}.").format(
            word=_quoted(word), some=_some(app, list(dict.fromkeys(near)))
        )
    return _("Unknown duty {word}: see `rmtool duties`.").format(word=_quoted(word))


def _some(app: App, keys: list[str]) -> str:
    labels = {each.key: each.label(app.language) for each in app.profile.duties}
    return _(", ").join(key if labels[key] == key else f"{key} ({labels[key]})" for key in keys[:5])


def _quoted(word: str) -> str:
    return shown(clip(word, 40)) or "''"


def items(app: App, duty: Duty, word: str) -> tuple[str, ...]:
    """The items of `duty` that `word` means: one by itself or a part only it has, all of them where it is empty."""
    if not word:
        return duty.items or ("",)
    folded = fold(word)
    exact = [each for each in duty.items if folded in (fold(each), *map(fold, each.split("|")))]
    part = [each for each in duty.items if folded and folded in fold(each)]
    for found in (exact, part):
        if len(found) == 1:
            return (found[0],)
    if not duty.items:
        raise UsageError(_("{duty} has no items: leave --item out.").format(duty=duty.key))
    raise UsageError(
        _("Unknown item {word}: use one of {known}.").format(
            word=_quoted(word), known=_(", ").join(in_language(each, app.language) for each in duty.items)
        )
    )
