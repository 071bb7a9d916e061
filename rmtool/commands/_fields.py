"""What the commands share about a trade's own fields: reading KEY=VALUE words, and what a record still lacks."""

import sys
from collections.abc import Mapping
from collections.abc import Sequence

from rmtool.app import App
from rmtool.config.profile_rows import Field
from rmtool.domain import fields
from rmtool.domain.text import clean
from rmtool.domain.text import one_line
from rmtool.domain.text import shown
from rmtool.errors import UsageError
from rmtool.i18n import _

_LIKE = 0.6
# Of two characters one differs.
_LIKE_SHORT = 0.5


def read(app: App, which: str, pairs: Sequence[str], before: Mapping[str, str]) -> dict[str, str]:
    """`before` with what the KEY=VALUE words say; a field of the profile is named by key or label, and checked.

    An empty value clears. Raises UsageError.
    """
    found = dict(before)
    for pair in pairs:
        word, value = _split(pair)
        field = app.profile.field(which, word)
        if field is None:
            found[word] = clean(value, "--field")
            continue
        # A field of one's own of that name, from before the profile had it, has found its place.
        for name in (field.zh, field.en):
            found.pop(name, None)
        found[field.key] = fields.parse(field, value, app.today, app.language)
    return {key: value for key, value in found.items() if value}


def _split(pair: str) -> tuple[str, str]:
    word, equals, value = pair.partition("=")
    if not equals or not word.strip():
        raise UsageError(_("--field takes KEY=VALUE, not {word}.").format(word=shown(pair)))
    return one_line(word, "--field", 50), value


def say_near(app: App, which: str, pairs: Sequence[str], before: Mapping[str, str]) -> None:
    """Say which words became a field of one's own although the profile has one that is nearly named so."""
    # Imported here: only who uses --field needs it.
    from rmtool.commands import _near

    for word, value in map(_split, pairs):
        if word in before or not value.strip() or app.profile.field(which, word) is not None:
            continue
        near = _near.row(word, getattr(app.profile, which), _LIKE_SHORT if len(word) == 2 else _LIKE)
        if near is not None:
            app.say(
                _("{word} is kept as a field of your own; the profile has {near}.").format(
                    word=shown(word), near=shown(name(near, app.language))
                )
            )


def name(field: Field, language: str) -> str:
    """What to type for a field: its label, or its key where the label has blanks."""
    label = field.label(language)
    return field.key if " " in label else label


def say_missing(app: App, which: str, number: int, values: Mapping[str, str]) -> None:
    """Say what the record still lacks, if anything, and how to add it."""
    lacking = fields.missing(getattr(app.profile, which), values)
    if lacking:
        command = "edit-client" if which == "client_fields" else "edit-visit"
        app.say(
            _("Still missing: {fields}; add it with `rmtool {command} {number} --field {field}=…`.").format(
                fields=_(", ").join(shown(each.label(app.language)) for each in lacking),
                command=command,
                number=number,
                field=shown(name(lacking[0], app.language)),
            )
        )


def must_ask(app: App, pairs: Sequence[str] | None) -> bool:
    """Whether there is a terminal to ask on for a client's required fields that the words lack."""
    if sys.stdin is None or not sys.stdin.isatty() or not sys.stderr.isatty():
        return False
    lists = app.profile.client_fields
    return bool(fields.missing(lists, read(app, "client_fields", pairs or (), {})))


def asked(app: App, pairs: Sequence[str] | None) -> list[str]:
    """The words, with what is answered for the required fields of a client they lack; an empty answer leaves one out."""
    found = list(pairs or ())
    for each in fields.missing(app.profile.client_fields, read(app, "client_fields", found, {})):
        answer = _answer(app, each)
        if answer:
            found.append(f"{each.key}={answer}")
    return found


def _answer(app: App, field: Field) -> str:
    """What is answered, asked again until it is right or empty."""
    while True:
        question = _("{field} ({right}; empty leaves it): ").format(
            field=shown(field.label(app.language)), right=fields.right(field, app.language)
        )
        sys.stderr.write(question)
        sys.stderr.flush()
        answer = sys.stdin.readline().strip()
        try:
            return fields.parse(field, answer, app.today, app.language)
        except UsageError as error:
            app.say(str(error))
